"""A text that does not bind in law is terminated, denounced or withdrawn from.

## Why it matters
These are the ends of treaties. Real texts of both kinds say “terminate”, so this is only pointed out.

## Wrong
    Register: political
    1. Either Participant may terminate this Memorandum on six months’ notice.

## Right
    Register: political
    1. Either Participant may discontinue this Memorandum on six months’ notice.

## Source
The paired words in the guidance of the United Kingdom on treaties and memoranda of understanding.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import OWN, in_register
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_ENDS: Final = re.compile(
    rf"\b(?P<before>terminat(?:e|es|ing|ion of)|denounc(?:e|es|ing)|withdraw(?:s|ing|al)? from)"
    rf" (?:its participation in )?{OWN}"
    rf"|{OWN}(?: \w+){{0,3}} (?:be |is )?(?P<after>terminated|denounced)\b",
    re.IGNORECASE,
)

_NEEDED: Final = ("terminat", "denounc", "withdraw")


def termination_of_political_text(text: Text) -> Iterator[Mark]:
    """`terminate this Memorandum`."""
    for passage, match in in_register(text, "political", _ENDS, "body", "closing", needing=_NEEDED):
        group = match.lastgroup or "before"
        yield passage.mark(
            f"“{match[group]}” is said of treaties, and this text is one that does not bind in law",
            match.span(group),
            suggestion="write “discontinue” or “bring to an end”",
        )


RULE: Final = Rule("TD717", "info", termination_of_political_text)
