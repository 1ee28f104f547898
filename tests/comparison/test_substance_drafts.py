"""Small edits to all clauses of drafted agreements: those of substance are found, those of form are none."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from tests.comparison.saying import VOCABULARY, words

from treatydraft import draft, load
from treatydraft.comparison.substance import differences, graded
from treatydraft.comparison.units import Unit, units
from treatydraft.document import tree

_SAMPLED: Final = 6  # one clause in so many, since each is edited in two dozen ways
SPECS: Final = Path(__file__).parents[2] / "specs"
Edit: TypeAlias = Callable[[str], str]


def swap(pattern: str, instead: str) -> Edit:
    """The text with the first match replaced."""
    return lambda text: re.sub(pattern, instead, text, count=1)


def one_more(text: str) -> str:
    return re.sub(r"\b\d+\b", lambda match: str(int(match[0]) + 1), text, count=1)


OF_SUBSTANCE: Final[dict[str, Edit]] = {
    "shall → should": swap(r"\bshall\b", "should"),
    "shall → may": swap(r"\bshall\b", "may"),
    "will → intends": swap(r"\bwill\b", "intends to"),
    "not added": swap(r"\b(shall|will|may|is|are)\b(?! not)", r"\1 not"),
    "not dropped": swap(r"\b(shall|will|may|is|are) not\b", r"\1"),
    "all → some": swap(r"\ball\b", "some"),
    "either → both": swap(r"\beither\b", "both"),
    "and → or": swap(r"\band\b", "or"),
    "a number raised": one_more,
    "months → years": swap(r"\b(\d+|six|three) months\b", r"\1 years"),
    "including → namely": swap(r"\bincluding\b", "namely"),
    "where possible": swap(r"\b(shall|will|may)\b", r"\1, where possible,"),
    "before → after": swap(r"\bbefore\b", "after"),
    "by → for": swap(r"\bby\b", "for"),
    "their → its": swap(r"\btheir\b", "its"),
    "a word gone": swap(r" (?!which|these|those|being|having|there|shall)[a-z]{5,}(?=,? [a-z]{4})", ""),
}
OF_FORM: Final[dict[str, Edit]] = {
    "a small letter": lambda text: text[:1].lower() + text[1:] if text[1:2].islower() else text,
    "commas gone": lambda text: text.replace(", ", " "),
    "an article gone": swap(r"(?<=\b(?:of|to|by) )the (?=[a-z]{5})", ""),
    "another spelling": lambda text: text.replace("defense", "defence").replace("ization", "isation"),
    "plain quotes": lambda text: text.replace("’", "'").replace("“", '"').replace("”", '"'),
    "hard blanks": lambda text: text.replace(" ", "\u00a0", 3),
    "shall → must": swap(r"\bshall\b(?! (?:endeavou?r|seek|strive|make))", "must"),
    "two blanks": lambda text: text.replace(" ", "  "),
}


@pytest.mark.parametrize("name", OF_SUBSTANCE)
def test_an_edit_of_substance_is_material_in_every_clause(name: str) -> None:
    missed = [text for text, severity in _graded(OF_SUBSTANCE[name]) if severity != "material"]
    assert missed == []


@pytest.mark.parametrize("name", OF_FORM)
def test_an_edit_of_form_is_material_in_no_clause(name: str) -> None:
    raised = [text for text, severity in _graded(OF_FORM[name]) if severity == "material"]
    assert raised == []


def _graded(edit: Edit) -> list[tuple[str, str]]:
    """The clauses that an edit changes, with the severity that it gets."""
    changed = [(unit, parties, edit(unit.side.plain)) for unit, parties in _clauses()]
    return [
        (text, _severity(unit.side.plain, text, parties))
        for unit, parties, text in changed
        if text != unit.side.plain
    ]


def _severity(old: str, new: str, parties: tuple[tree.Party, ...]) -> str:
    run = words(old, new)
    found = differences(old, new, run, vocabulary=VOCABULARY, parties=(parties, parties))
    return graded(found, run, old, new)


@cache
def _clauses() -> tuple[tuple[Unit, tuple[tree.Party, ...]], ...]:
    documents = [draft(load(path)) for path in sorted(SPECS.glob("*.yaml"))]
    return tuple(
        (unit, document.parties)
        for document in documents
        for unit in units(document)
        if unit.side.zone in ("body", "annex")
        and len(unit.side.plain) > len("The Parties shall meet at once.")
    )
