"""A party's name lacks the article that belongs to it.

## Why it matters
“Netherlands shall”, “the Government of United Kingdom”: it reads as written in haste, and a search for the
name finds half of it.

## Wrong
    Parties: the Kingdom of Norland = Norland; the Sud Islands
    1. The vessels of Kingdom of Norland may enter the ports of the Sud Islands.

## Right
    Parties: the Kingdom of Norland = Norland; the Sud Islands
    1. The vessels of the Kingdom of Norland may enter the ports of the Sud Islands.

## Source
Lists of names of states of the United Nations and of the European Union, which give the article with the
name.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.features.wordings import bare
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_ALWAYS: Final = re.compile(
    r"\A(?:netherlands|united (?:states|kingdom|arab emirates|nations|republic)\b.*"
    r"|european union|philippines|bahamas|gambia"
    r"|maldives|comoros|holy see|central african republic|czech republic|dominican republic|.* islands"
    r"|(?:[\w-]+ )?(?:kingdom|republic|federation|government|principality|state|union"
    r"|commonwealth|grand duchy"
    r"|sultanate) of .*|.* (?:republic|federation|kingdom|union))\Z",
    re.IGNORECASE,
)
# What may stand before and after a name that is a noun of its own: `Netherlands forces` is none.
_REACH: Final = 10  # characters that hold the word before a name
_BEFORE: Final = re.compile(
    r"(?:\A|[.;:] |\b(?:of|to|by|and|for|with|from|in|between|that|or|against) )\Z", re.IGNORECASE
)
_AFTER: Final = (
    r"(?=\Z|[,.;:)]|'s?\b|\s(?:and|or|of|in|on|to|by|with|for|from|as|at|is|are|was|has|have|had"
    r"|shall|will|may|should|must|intends?|commits?|undertakes?|agrees?|also|recogni[sz]es|supports"
    r"|reaffirms?|under|which|who|(?:has|have|may) \w+)\b)"
)


def party_without_article(text: Text) -> Iterator[Mark]:
    """Names that need `the`, without it."""
    pattern = _nouns(text.parties)
    if pattern is None:
        return
    for passage, match in text.find(pattern, "preamble", "body", "closing", "annex"):
        if not _BEFORE.search(passage.folded[max(0, match.start() - _REACH) : match.start()]):
            continue
        yield passage.mark(
            f"“{match[0]}” lacks its article",
            match.span(),
            suggestion=f"write “the {match[0]}”",
        )


@lru_cache(maxsize=32)
def _nouns(parties: tuple[tree.Party, ...]) -> re.Pattern[str] | None:
    names = {
        bare(name)
        for party in parties
        for name in (party.name, party.short)
        if _ALWAYS.match(bare(name)) or name.startswith("the ")
    }
    if not names:
        return None
    ordered = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?:{ordered}){_AFTER}")


RULE: Final = Rule("TD609", "warning", party_without_article)
