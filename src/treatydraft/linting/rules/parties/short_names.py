"""The short name of a party is used before the text introduces it.

## Why it matters
A reader meets a name that nobody has given yet, and wonders whether it is another party.

## Wrong
    Preamble: The Government of the Kingdom of Norland and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling the visit of the Norland Side to the ports of Sudland,
    1. The Kingdom of Norland (hereinafter “the Norland Side”) shall send a vessel.

## Right
    Preamble: The Kingdom of Norland (hereinafter “the Norland Side”) and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling the visit of the Norland Side to the ports of Sudland,
    1. The Norland Side shall send a vessel.

## Source
Drafting practice: a name is introduced where the thing is named first, and used from there on.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text
from treatydraft.linting.wordings import bare, names_of


def short_name_before_it_is_introduced(text: Text) -> Iterator[Mark]:
    """A short name in a clause that stands before the one that gives it."""
    names = names_of(text.parties)
    introduces = re.compile(
        rf"(?P<name>{names})\s*\((?:hereinafter|hereafter)?[^\"'()]{{0,40}}[\"'](?P<short>[^\"']{{2,60}})[\"']", re.IGNORECASE
    )
    seen: set[str] = set()
    passages = text.of("preamble", "body", "closing", "annex")
    before = []
    for passage in passages:
        for match in introduces.finditer(passage.folded) if "(" in passage.folded else ():
            short = bare(match["short"])
            if short.lower() not in seen and not re.fullmatch("participants?|part(?:y|ies)|sides?", short, re.IGNORECASE):
                seen.add(short.lower())
                used = re.compile(rf"(?<![\w-]){re.escape(short)}(?![\w-])")
                alone = _without(match["name"], used)
                for earlier in (*before, passage):
                    end = match.start() if earlier is passage else len(earlier.words)
                    for use in used.finditer(earlier.folded, 0, end):
                        if alone or not _is_in_longer(earlier.folded, use, match["name"]):
                            yield earlier.mark(
                                f"“{short}” is introduced only later, behind “{bare(match['name'])}”",
                                use.span(),
                                suggestion="introduce the short name where the party is named first",
                            )
        before.append(passage)


def _without(name: str, short: re.Pattern[str]) -> bool:
    return not short.search(name)


def _is_in_longer(words: str, use: re.Match[str], name: str) -> bool:
    """Whether the short name is only the end of the long one here: `the Kingdom of Norland`."""
    at = bare(name).lower().find(use[0].lower())
    return words[max(0, use.start() - at) : use.end()].lower() == bare(name).lower()[: at + len(use[0])]


RULE: Final = Rule("TD603", "warning", short_name_before_it_is_introduced)
