"""The title names a kind of instrument that does not fit the words of the text.

## Why it matters
The title is what is quoted. A treaty that is called a memorandum of understanding is filed, and forgotten,
as a text that does not bind; a political text that is called a treaty is sent to parliament.

## Wrong
    Title: Memorandum of Understanding between Norland and Sudland on Fisheries
    1. The Parties shall exchange data on fish stocks.

## Right
    Title: Agreement between Norland and Sudland on Fisheries
    1. The Parties shall exchange data on fish stocks.

## Source
Guidance of the United States and Australia on titles. Political texts are called agreements too often for
that word to be marked; intention decides, not the title (Vienna Convention on the Law of Treaties, art. 2).
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import TITLE, Text

_KINDS: Final[dict[tree.Register, re.Pattern[str]]] = {
    "binding": re.compile(
        r"\A\W*(?:joint |bilateral )*(?:memorandum of (?:understanding|cooperation)|letter of intent"
        r"|statement of intent|declaration of intent|joint statement|joint declaration"
        r"|arrangement|communiqué)\b",
        re.IGNORECASE,
    ),
    "political": re.compile(
        r"\A\W*(?:[\w-]+ ){0,3}(?:treaty|convention|covenant|protocol|pact)\b(?! (?:body|implementation))",
        re.IGNORECASE,
    ),
}
_SAYS: Final = {
    "binding": "is the name of a text that does not bind, and the words of this one bind",
    "political": "is the name of a treaty, and the words of this text do not bind",
}


def title_against_register(text: Text) -> Iterator[Mark]:
    """A memorandum that binds, a treaty that does not."""
    title, register = text.by_id[TITLE], text.document.register
    match = _KINDS[register].search(title.folded)
    if match:
        yield title.mark(
            f"“{match[0].strip()}” {_SAYS[register]}",
            match.span(),
            suggestion="choose the title for what the text is, or the words for what the title says",
        )


RULE: Final = Rule("TD706", "warning", title_against_register)
