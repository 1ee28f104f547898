"""The number of originals is not that of the parties.

## Why it matters
Each party keeps an original. “In duplicate” with three parties leaves one without; “in triplicate” with two
leaves one over.

## Wrong
    Parties: Norland; Sudland; Westland
    Testimonium: Done at Norburg on 1 March 2027, in duplicate, in the English language.

## Right
    Parties: Norland; Sudland; Westland
    Testimonium: Done at Norburg on 1 March 2027, in triplicate, in the English language.

## Source
Practice of treaty sections: two originals for two parties; a single original, kept by a depositary, for
many (United Nations, Treaty Handbook).
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.numerals import number_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_COPIES: Final = {"duplicate": 2, "triplicate": 3, "quadruplicate": 4, "quintuplicate": 5}
_ORIGINALS: Final = re.compile(
    r"\bin (?P<copies>duplicate|triplicate|quadruplicate|quintuplicate)\b"
    r"|\bin (?P<number>[a-z]+|\d{1,2})(?: \(\d{1,2}\))? (?:authentic |identical |equal "
    r"|equally valid |signed )?"
    r"(?:original(?: copies| texts)?s?|originals|copies|exemplars?|counterparts)\b",
    re.IGNORECASE,
)
_EACH: Final = re.compile(r"\A,? (?:for|in|of) each\b|\A,? each (?:in|of)\b", re.IGNORECASE)
_TWO: Final = 2


def originals_count(text: Text) -> Iterator[Mark]:
    """`in duplicate` with three parties, `in triplicate` with two."""
    parties = len(text.parties)
    if parties < _TWO:
        return
    for passage, match in text.find(_ORIGINALS, "body", "closing"):
        number = _COPIES.get((match["copies"] or "").lower()) or number_of(match["number"] or "")
        is_single = number == 1 or _EACH.match(passage.folded[match.end() : match.end() + 20])
        if number and not is_single and number != parties:
            yield passage.mark(
                f"“{match[0]}” makes {number} originals, and there are {parties} parties",
                match.span(),
                suggestion="make one original for each party, or a single one that a depositary keeps",
            )


RULE: Final = Rule("TD608", "error", originals_count)
