"""A term is used before the clause that defines it.

## Why it matters
Whoever reads from the beginning meets a capital letter that means nothing yet. A court may even ask whether
the earlier use has the later meaning.

## Wrong
    1. Vessels of Sudland may fish in the Fishing Zone.
    2. “Fishing Zone” means the waters off Norland.

## Right
    1. “Fishing Zone” means the waters off Norland.
    2. Vessels of Sudland may fish in the Fishing Zone.

## Source
Drafting practice: a term is defined where it first stands, or in an article on definitions at the beginning.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.acronyms import KNOWN
from treatydraft.linting.features.definitions import Definition, uses_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_NAME_BEFORE: Final = re.compile(
    r"(?:\b(?!(?:The|Each|Any|Both|All|Every|No|Such|Either|For|In|Under|If|When|Where)\b)[A-Z][\w'-]+"
    r"|\b(?:this|present|these)) \Z"
)
_DEFINITIONS: Final = re.compile(r"\b(?:definitions?|terms|interpretation)\b", re.IGNORECASE)
_NAME_BEHIND: Final = re.compile(r" (?:(?:of|on|for|in) (?:the )?)?[A-Z]")


def used_before_definition(text: Text) -> Iterator[Mark]:
    """The first use of each term that stands above its definition; the title is no use.

    What a term “means” is said in an article of definitions, which holds for the recitals above it.
    """
    defined: set[str] = set()
    for one in text.definitions:
        if one.key in defined or one.term in KNOWN:
            continue
        defined.add(one.key)
        if found := _use_before(text, one):
            passage, span = found
            yield passage.mark(
                f"“{one.term}” is used here and defined only in {one.passage.label}",
                span,
                suggestion="define it here, or move the definition up",
            )


def _use_before(text: Text, definition: Definition) -> tuple[Passage, tuple[int, int]] | None:
    shape = uses_of(definition.term)
    for passage in text.passages[: definition.number]:
        if passage.zone == "title" or (definition.form == "means" and _is_elsewhere(passage, definition)):
            continue
        for match in shape.finditer(passage.folded):
            if not _is_in_name(passage.folded, match) and not passage.is_cited(*match.span()):
                return passage, match.span()
    return None


def _is_elsewhere(passage: Passage, definition: Definition) -> bool:
    """Whether a passage is a recital, or a definition stands where definitions do, near by or in an annex."""
    own = definition.passage
    in_its_place = any(_DEFINITIONS.search(one.heading) for one in (*own.above, own.clause))
    is_near = bool(own.above) and own.above == passage.above
    return in_its_place or is_near or passage.zone == "preamble" or own.part != passage.part


def _is_in_name(words: str, match: re.Match[str]) -> bool:
    """Whether a term is only part of a longer name: `Council` in `the European Council`."""
    before = _NAME_BEFORE.search(words, max(0, match.start() - 40), match.start())
    return bool(before) or bool(_NAME_BEHIND.match(words, match.end()))


RULE: Final = Rule("TD304", "warning", used_before_definition)
