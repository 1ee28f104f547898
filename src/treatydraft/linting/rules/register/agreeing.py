"""A text that does not bind in law says that its participants agree.

## Why it matters
To agree is what the parties to a treaty do; consent to be bound is what the word reports. Those of a
political text decide, accept or determine.

## Wrong
    Register: political
    1. The Participants agree to exchange data on fish stocks.

## Right
    Register: political
    1. The Participants have decided to exchange data on fish stocks.

## Source
Guidance of the United Kingdom, the United States and Australia on texts that do not bind, which keep
“agree” for treaties.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from treatydraft.linting.features.wordings import SIGNATORIES, in_register, names_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

# With others than those of this text, or of what others agreed.
_WITH_OTHERS: Final = re.compile(
    r"\A\s+(?:on |upon |to )?with\s+(?:its|their|the|any|other|international|third)\b", re.IGNORECASE
)


def agreeing_in_political_text(text: Text) -> Iterator[Mark]:
    """`The Participants agree`, `it is agreed`, `mutually agreed priorities`."""
    for passage, match in in_register(
        text, "political", _agreeing(names_of(text.parties)), needing=("agree",)
    ):
        words, end = passage.folded, match.end()
        group = match.lastgroup or "verb"
        if not _WITH_OTHERS.match(words[end : end + 40]) and not _is_enacting(words, end):
            yield passage.mark(
                f"“{match[group]}” is a word of treaties, and this text is one that does not bind in law",
                match.span(group),
                suggestion="write “decide”, “accept” or “determine”",
            )


def _is_enacting(words: str, end: int) -> bool:
    """Whether these are the words that open a treaty, which another rule marks."""
    return bool(re.match(r"(?: upon| on| to)? (?:as follows|the following)", words[end : end + 25]))


@lru_cache(maxsize=32)
def _agreeing(names: str) -> re.Pattern[str]:
    who = rf"(?:\b{SIGNATORIES}|\bthey|\beach|\bboth|\b{names})"
    also = r"(?:,? (?:also|further|therefore|hereby|mutually|jointly|both|each|fully|thus))*"
    return re.compile(
        rf"(?:{who}{also} (?:(?:will|have|has|may|can|are|should|must|intend to) )?"
        rf"(?:(?:also|mutually|jointly|hereby) )*(?P<verb>agrees?)|{who}{also} (?:have|has"
        rf"|are) (?:\w+ly )?(?P<done>agreed)"
        r"|\b(?:it is (?:hereby )?|unless otherwise |mutually |jointly )(?P<past>agreed))\b",
        re.IGNORECASE,
    )


RULE: Final = Rule("TD702", "warning", agreeing_in_political_text)
