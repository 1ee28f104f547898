"""A sum of money stands without its currency.

## Why it matters
“2.3 billion” is a promise in no currency, and the parties have two. The currency is easily lost where a sum
is edited.

## Wrong
    1. In 2025, Norland shall provide 2.3 billion for military aid.

## Right
    1. In 2025, Norland shall provide EUR 2.3 billion for military aid.

## Source
The style guide of the European Union: the code or the name of the currency stands with each amount.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_PAID: Final = (
    r"\b(?:provid\w+|pledg\w+|contribut\w+|allocat\w+|donat\w+|pa(?:y|ys|id|ying|yment of)|grant\w*|lend"
    r"|disburs\w+|commit\w*|invest\w*|spen[dt]\w*|transfer\w*|financ\w+|fund\w*|cost\w*|worth"
    r"|valued at|earmark\w*|(?:budget|support|aid|assistance|loans?|sum|total|amount|package|envelope"
    r"|ceiling) of|amount\w* to)"
)
_SUM: Final = re.compile(
    rf"(?P<led>\A|{_PAID}(?:,? (?:[a-z]+|[A-Z][a-z]+|\d{{4}}),?){{0,5}}?) ?(?<![\d.,$€£¥-])(?P<sum>\b"
    r"(?:(?:\d{1,3}(?:[ ,]\d{3})+|\d+)(?:[.,]\d+)?(?: ?(?:thousand|million|billion|trillion|bn|mn|m)\b)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:million|billion)\b"
    r"|\d{1,3}(?:,\d{3})+\b(?!\.?\d)))"
    r"(?=[.,;:)]|$| (?:for|in|to|as|and|per|over|by|from|annually|each|under|through|towards?|during|every"
    r"|on|within|of (?:support|aid|assistance|funding|help|equipment))\b)",
)
_HINT: Final = re.compile(r"illion|\d,\d{3}|thousand|\d ?(?:bn|mn|m)\b")
_CURRENCY: Final = re.compile(
    r"\b[A-Z]{3}\b ?\$?\Z|[$€£¥₴] ?\Z|\b(?:euros?|dollars?|pounds?|kron\w+|francs?|yen|hryvnias?|zlot\w+) \Z"
)
_RANGE: Final = re.compile(
    r"(?:[A-Z]{3} ?|[$€£¥₴] ?)[\d.,]+(?: ?(?:million|billion|m|bn))? ?(?:to|and|or|-) ?\Z"
)
_OTHERS: Final = re.compile(
    r"\b(?:people|persons|tonnes?|tons?|rounds?|refugees?|shells?|litres?|units?|vessels?|drones?|hectares?|children"
    r"|inhabitants|citizens|mines|soldiers|tablets|doses|copies|megawatts?)\b"
)
_AFTER: Final = re.compile(
    r" (?:in |of )?(?:[a-z]+ )?(?:euros?|dollars?|pounds?|kron\w+|francs?|yen|hryvnias?|zlot\w+)\b"
)


def money_without_currency(text: Text) -> Iterator[Mark]:
    """Sums that are paid or promised in no currency."""
    for passage in text.passages:
        if not _HINT.search(passage.folded):
            continue
        for match in _SUM.finditer(passage.folded):
            start, end = match.span("sum")
            before = passage.folded[max(0, start - 40) : start]
            named = _CURRENCY.search(before) or _RANGE.search(before) or _AFTER.match(passage.folded, end)
            counted = _OTHERS.search(passage.folded, end, end + 40) or _OTHERS.search(before)
            if not named and not counted:
                yield passage.mark(
                    f"“{passage.words[start:end]}” is in no currency",
                    (start, end),
                    suggestion="write the currency before it, such as EUR",
                )


RULE: Final = Rule("TD511", "warning", money_without_currency)
