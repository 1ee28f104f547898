"""Each case of sentences.yaml: what a text says, and that every fact has its evidence in its place."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from tests.facts.documents import TITLE, document_of, words_of

from treatydraft.facts import facts_of, vocabulary_of
from treatydraft.packs import find_pack

CASES = YAML(typ="safe").load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))
WORDS = vocabulary_of(find_pack("security-agreement").vocabulary)
# Fields that most texts state beside what a case is about.
ASIDE = {"instrument.register", "references.title", "references.date"}


def test_there_are_cases() -> None:
    assert len(CASES) > 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_text_says(case: Mapping[str, Any]) -> None:
    document = document_of(case["text"], case.get("title", TITLE))
    facts = {field: found for field, found in facts_of(document, WORDS).items() if field not in ASIDE}
    if not any(field.startswith("support") for field in case["says"]):
        facts.pop(WORDS.area_field, None)
    expected = {field: {str(one) for one in _listed(value)} for field, value in case["says"].items()}
    assert {field: {fact.value for fact in found} for field, found in facts.items()} == expected
    for fact in (one for found in facts.values() for one in found):
        start, end = fact.span
        assert words_of(document, fact.clause)[start:end].strip() == fact.evidence
        assert fact.label.startswith("I.")


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
