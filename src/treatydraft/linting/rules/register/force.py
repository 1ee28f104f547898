"""A text that does not bind in law says that it enters into force, or is in force.

## Why it matters
Force is what treaties have. A political text comes into effect and remains in effect.

## Wrong
    Register: political
    1. This Memorandum will enter into force upon signature.

## Right
    Register: political
    1. This Memorandum will come into effect upon signature.

## Source
The paired words in the guidance of the United Kingdom and the United States on texts that do not bind.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import OWN, in_register, sentence_start
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text, Zone

_FORCE: Final = re.compile(
    r"\b(?:(?:enter(?:s|ed|ing)?|com(?:e|es|ing)|came|br(?:ing|ings|ought)|put|entry|remain(?:s|ed|ing)?"
    r"|continu(?:e|es|ed|ing)(?: to be)?|be|is|are|stays?|ceases? to be|while|still"
    r"|already) )?in(?:to)? force\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    rf"{OWN}|\b(?:it|its|they|their|these|the (?:amendments?|modifications?|extension|changes?|annex)"
    r"|such (?:amendments?|modifications?|changes?)|(?:any|an|each|every) (?:amendment|modification))\b",
    re.IGNORECASE,
)

_WHERE: Final[tuple[Zone, ...]] = ("body", "closing", "annex")


def force_of_political_text(text: Text) -> Iterator[Mark]:
    """`enter into force`, `remain in force`, of this text."""
    for passage, match in in_register(text, "political", _FORCE, *_WHERE, needing=(" force",)):
        if _is_its_own(passage, match):
            yield passage.mark(
                f"“{match[0]}” is said of treaties, and this text is one that does not bind in law",
                match.span(),
                suggestion="write “come into effect”, “remain in effect”",
            )
    for passage in text.of("body"):
        heading = passage.clause.heading
        if text.register_of(passage) == "political" and (found := _FORCE.search(heading)):
            yield passage.mark(
                f"“{found[0]}” is said of treaties, and this text is one that does not bind in law",
                found.span(),
                part="heading",
                suggestion="write “Coming into effect”",
            )


def _is_its_own(passage: Passage, match: re.Match[str]) -> bool:
    """Whether this text was named last before, and no other one since."""
    words = passage.folded
    begins = sentence_start(words, match.start())
    own = [one.end() for one in _OWN.finditer(words, begins, match.start())]
    if not own:
        return not words[begins : match.start()].strip() and bool(_OWN.search(words, match.end()))
    return not any(own[-1] <= start < match.start() for start, _ in passage.titles)


RULE: Final = Rule("TD712", "error", force_of_political_text)
