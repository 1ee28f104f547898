"""A text that does not bind in law nowhere says so.

## Why it matters
Its words may be chosen well and still be read otherwise later, by people who were not there. One sentence
settles it.

## Wrong
    Register: political
    1. The Participants will exchange data on fish stocks.

## Right
    Register: political
    1. The Participants will exchange data on fish stocks.
    2. This Memorandum does not create rights or obligations under international law.

## Source
Guidance of the United States on texts that do not bind, which asks for such a sentence. Most real texts
have none, so this is only pointed out.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_STATUS: Final = re.compile(
    r"\b(?:not|no|nothing|neither|non|nor|without)\b.{0,80}\b(?:legally[ -]binding"
    r"|legal(?:ly)? (?:obligat|bind|commit|effect)\w*"
    r"|binding (?:obligat|commit|effect|under|in|upon)\w*|rights (?:or|and|nor) obligations|obligations under"
    r"|international obligations|eligible for registration|enforceable|a treaty)"
    r"|\bnon-(?:legally )?binding\b|\bpolitical(?:ly)? (?:binding|nature)\b"
    r"|\bpolitical commitments? (?:of|only)\b",
    re.IGNORECASE,
)


def status_clause_missing(text: Text) -> Iterator[Mark]:
    """No sentence says that the text creates no obligations."""
    if text.document.register != "political" or not text.document.body:
        return
    if any(_STATUS.search(passage.folded) for passage in text.of("preamble", "body", "closing")):
        return
    yield Mark(
        "the words do not bind in law, and no sentence says so",
        suggestion="add that the text creates no rights or obligations under international law",
    )


RULE: Final = Rule("TD707", "info", status_clause_missing)
