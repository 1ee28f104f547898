"""The JSON Schema is one of draft 2020-12, explains every field, and takes what the loader takes."""

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from tests.spec.samples import AGREEMENTS, BINDING, PACKS, loaded

from treatydraft.spec import PackWords, Spec, problems_schema, read_yaml, spec_schema

VALIDATOR = jsonschema.Draft202012Validator


@pytest.mark.parametrize("pack", PACKS)
def test_schema_is_one(pack: str) -> None:
    schema = spec_schema(PACKS[pack])
    VALIDATOR.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")


def test_schema_of_problems_is_one() -> None:
    VALIDATOR.check_schema(problems_schema())


@pytest.mark.parametrize("text", [BINDING, *AGREEMENTS.values()], ids=["north-sea", *AGREEMENTS])
def test_schema_takes_a_valid_spec(text: str) -> None:
    assert not list(_errors(text))


@pytest.mark.parametrize(
    ("found", "put"),
    [
        ("form: agreement", "form: agrement"),
        ("length: 5 years", "length: 5 yeers"),
        ("name: Iceland", "nme: Iceland"),
        ("tonnes: 200", "tonnes: many"),
        ("fee: {per_tonne: EUR 12.50}", "fee: [1]"),
        ("party: IS", "party: [IS]"),
    ],
)
def test_schema_refuses_what_the_loader_refuses(found: str, put: str) -> None:
    text = BINDING.replace(found, put, 1)
    assert not isinstance(loaded(text), Spec)
    assert list(_errors(text))


def test_every_field_of_the_core_is_explained() -> None:
    schema = spec_schema()
    groups = {"Spec": schema, **schema["$defs"]}
    silent = [
        f"{group}.{name}"
        for group, definition in groups.items()
        for name, field in definition.get("properties", {}).items()
        if not (field.get("title") or "$ref" in field) or not field.get("description")
    ]
    assert not silent


WORDS = PackWords(
    house_styles=("plain",),
    forms=("agreement",),
    recitals=("sovereignty",),
    topics=("quotas", "review"),
)


@pytest.mark.parametrize(
    ("added", "valid"),
    [
        ("", True),
        ("recitals: [sovereignty, {verb: Noting, text: x}]", True),
        ("recitals: [fish]", False),
        ("annexes: [{title: A, register: binding, topics: [quotas]}]", True),
        ("annexes: [{title: A, register: binding, topics: review}]", True),
        ("annexes: [{title: A, register: binding, topics: [fish]}]", False),
        ("clauses: [{topic: fish, text: x, after: a-clause-of-ones-own}]", True),
    ],
)
def test_words_of_the_pack_are_named(added: str, valid: bool) -> None:  # noqa: FBT001 - a case and its answer
    assert (not list(_errors(BINDING + added, WORDS))) is valid


@pytest.mark.parametrize("found", ["house_style: plain", "form: agreement"])
def test_other_words_than_the_packs_are_refused(found: str) -> None:
    assert list(_errors(BINDING.replace(found, f"{found.partition(':')[0]}: lunar"), WORDS))


def _errors(text: str, words: PackWords | None = None) -> Iterator[object]:
    read, _ = read_yaml(text.encode(), "spec.yaml")
    assert read
    schema = spec_schema(PACKS[read.data["pack"]], words)
    yield from VALIDATOR(schema).iter_errors(_plain(read.data))


def _plain(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """The data as JSON has it, without exact decimals."""
    match value:
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case list():
            return [_plain(one) for one in value]
        case str() | bool() | int() | None:
            return value
        case _:
            return float(value)
