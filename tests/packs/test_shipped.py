"""Every shipped pack: each coded word that a spec can hold has a phrase, each form and area its words."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from treatydraft.packs import find_pack, pack_names
from treatydraft.spec import FieldSet, spec_schema
from treatydraft.spec.final_clauses import Condition, SettlementMeans, Termination
from treatydraft.spec.words import Form, Level, Strength

PACKS = pack_names()


def test_there_is_a_pack() -> None:
    assert {"scientific-cooperation", "security-agreement"} <= set(PACKS)


def _choices(schema: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if isinstance(schema, dict):
        if all(isinstance(word, str) for word in schema.get("enum", [])):
            yield from schema.get("enum", [])
        for part in schema.values():
            yield from _choices(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _choices(part)


# Words that clauses compare with and do not print.
_TESTED = {
    *("both", "any", "any-party", "none-needed", "past", "pledged", "target", "body", "annex"),
    *("own", "by-arrangement", "with-consent", "excluded", "entry-into-force", "close-of-signature"),
}


@pytest.mark.parametrize("name", PACKS)
def test_every_coded_word_has_a_phrase(name: str) -> None:
    pack = find_pack(name)
    core, schema = spec_schema(FieldSet()), spec_schema(pack.field_set)
    own = {
        word
        for part in ("$defs", "properties")
        for name in schema[part].keys() - core[part].keys()
        for word in _choices(schema[part][name])
    }
    survives = set(_choices(Termination.model_json_schema()["properties"]["survives"]))
    every = {word for words in (Condition, SettlementMeans, Level) for word in get_args(words)}
    words = (own | every | survives) - _TESTED - set(get_args(Strength)) - set(pack.areas)
    assert sorted(words - pack.phrases.keys()) == []


@pytest.mark.parametrize("name", PACKS)
def test_every_form_and_strength_has_its_words(name: str) -> None:
    pack = find_pack(name)
    assert set(get_args(Form)) == pack.forms.keys()
    assert set(get_args(Strength)) == pack.strengths.keys()


@pytest.mark.parametrize("name", PACKS)
def test_both_registers_have_the_same_words(name: str) -> None:
    words = find_pack(name).words
    assert words["binding"].keys() == words["political"].keys()


@pytest.mark.parametrize("name", PACKS)
def test_every_house_style_numbers_body_and_annex(name: str) -> None:
    for style in find_pack(name).house_styles.values():
        assert [level.kind for level in style.levels[-3:]] == ["paragraph", "subparagraph", "item"], (
            style.name
        )
        assert style.annex_levels[0].kind == "annex", style.name
