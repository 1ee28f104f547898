"""A term is defined by itself, or two terms by each other.

## Why it matters
Such a definition says nothing: whoever does not know the term does not know it afterwards.

## Wrong
    1. “Authorised Vessel” means an Authorised Vessel of a Party.

## Right
    1. “Authorised Vessel” means a ship that has a licence of a Party.

## Source
Drafting practice; logic has known the fault for as long as there have been definitions.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.definitions import Definition, in_any_number, uses_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_HEAD: Final = r"\W{0,3}\w[\w ]{2,30}? (?:(?:an?|any|the|each|all|every|those) )?"
_END: Final = re.compile(r"(?<=[a-z)])[.;](?: |$)")


def circular_definition(text: Text) -> Iterator[Mark]:
    """Definitions in whose words the term stands again."""
    meanings = {one: _meaning(one) for one in text.definitions if one.form == "means"}
    for one, meaning in meanings.items():
        if _is_by_itself(one, meaning):
            yield _mark(one, f"“{one.term}” is defined by itself")
            continue
        for other, said in meanings.items():
            mutual = other.number < one.number and _holds(meaning, other) and _holds(said, one)
            if mutual:
                yield _mark(one, f"“{one.term}” is defined by “{other.term}”, and that by “{one.term}”")


def _meaning(definition: Definition) -> str:
    """The words that say what a term means, to the end of their sentence."""
    words = definition.passage.folded[definition.end :]
    end = _END.search(words)
    return words[: end.start()] if end else words


def _holds(meaning: str, definition: Definition) -> bool:
    return bool(uses_of(definition.term).search(meaning))


def _is_by_itself(definition: Definition, meaning: str) -> bool:
    """With its capitals anywhere, or in small letters as what it is said to be: `means a vessel that …`."""
    if definition.term[:1].isupper() and _holds(meaning, definition):
        return True
    small = in_any_number(definition.term.lower())
    return bool(re.match(rf"{_HEAD}{small}\b(?! of (?:the )?[A-Z])", meaning))


def _mark(definition: Definition, message: str) -> Mark:
    return definition.passage.mark(message, definition.span, suggestion="say what it is in other words")


RULE: Final = Rule("TD307", "warning", circular_definition)
