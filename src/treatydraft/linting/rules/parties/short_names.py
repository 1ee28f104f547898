"""The short name of a party is used before the text introduces it.

## Why it matters
A reader meets a name that nobody has given yet, and wonders whether it is another party.

## Wrong
    Preamble: The Government of the Kingdom of Norland and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling the visit of the Norland Side to the ports of Sudland,
    1. The Kingdom of Norland (hereinafter “the Norland Side”) shall send a vessel.

## Right
    Preamble: The Kingdom of Norland (hereinafter “the Norland Side”) and Sudland,
    Recital: Recalling the visit of the Norland Side to the ports of Sudland,
    1. The Norland Side shall send a vessel.

## Source
Drafting practice: a name is introduced where the thing is named first, and used from there on.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import bare, names_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_STEM: Final = 4  # letters that a name and what is made of it have in common: `the Japanese side`


def short_name_before_it_is_introduced(text: Text) -> Iterator[Mark]:
    """A short name in a clause that stands before the one that gives it."""
    passages = [*text.of("preamble", "body", "closing", "annex")]
    seen: set[str] = set()
    for place, passage, match in _introductions(text, passages):
        short = bare(match["short"])
        if short.lower() not in seen and _is_of(short, bare(match["name"])):
            seen.add(short.lower())
            yield from _early(short, match, passage, passages[:place])


def _is_of(short: str, name: str) -> bool:
    """Whether it is short for the name; `Depositary` is a task that a party has."""
    begins = {word[:_STEM].lower() for word in name.split() if word[0].isupper()}
    return short.isupper() or any(word[:_STEM].lower() in begins for word in short.split())


def _introductions(text: Text, passages: list[Passage]) -> Iterator[tuple[int, Passage, re.Match[str]]]:
    introduces = re.compile(
        rf"(?P<name>{names_of(text.parties)})\s*\((?:hereinafter|hereafter)?[^\"'()]{{0,40}}"
        r"[\"'](?P<short>[^\"']{2,60})[\"']",
        re.IGNORECASE,
    )
    for place, passage in enumerate(passages):
        if "(" in passage.folded:
            yield from ((place, passage, match) for match in introduces.finditer(passage.folded))


def _early(short: str, introduced: re.Match[str], passage: Passage, before: list[Passage]) -> Iterator[Mark]:
    used = re.compile(rf"(?<![\w-]){re.escape(short)}(?![\w-])")
    name = bare(introduced["name"])
    for one in (*before, passage):
        end = introduced.start() if one is passage else len(one.words)
        for use in used.finditer(one.folded, 0, end):
            if not _is_in_longer(one.folded, use, name):
                yield one.mark(
                    f"“{short}” is introduced only later, behind “{name}”",
                    use.span(),
                    suggestion="introduce the short name where the party is named first",
                )


def _is_in_longer(words: str, use: re.Match[str], name: str) -> bool:
    """Whether the short name is only a part of the long one here: `the Kingdom of Norland`."""
    at = name.lower().find(use[0].lower())
    return at >= 0 and words[max(0, use.start() - at) : use.end()].lower() == name.lower()[: at + len(use[0])]


RULE: Final = Rule("TD603", "warning", short_name_before_it_is_introduced)
