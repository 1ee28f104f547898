"""A treaty lacks a final clause that treaties have.

## Why it matters
Where the text is silent general law fills the gap, often with what neither party would have chosen: no
right to withdraw, amendment by any means, no forum for a dispute.

## Wrong
    1. The Parties shall exchange data on fish stocks.
    2. This Agreement shall enter into force upon signature.

## Right
    1. The Parties shall exchange data on fish stocks.
    2. Any dispute about the application of this Agreement shall be settled by negotiation.
    3. This Agreement may be amended by written agreement of the Parties.
    4. This Agreement shall enter into force upon signature and remain in force for ten years.
    5. Either Party may terminate this Agreement by six months’ written notice.
    Testimonium: Done at Norburg on 1 March 2027, in two originals, in the English language.

## Source
United Nations, Final Clauses of Multilateral Treaties: Handbook; Vienna Convention on the Law of Treaties,
arts. 24, 39, 54 and 56, on what holds where a treaty is silent.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.final_clauses import Kind, planned, present, was_left_out
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_ASKED: Final[tuple[Kind, ...]] = (
    "entry into force",
    "amendment",
    "settlement of disputes",
    "languages",
    "testimonium",
)


def final_clause_missing(text: Text) -> Iterator[Mark]:
    """Final clauses that a treaty has and this one has not."""
    if text.document.register != "binding" or not text.document.body:
        return
    found = present(text)
    for kind in (*_ASKED, *planned(text)):
        if kind not in found and not was_left_out(text, kind):
            yield Mark(
                f"no clause on {kind}", suggestion=f"add a clause on {kind}, or note why there is none"
            )


RULE: Final = Rule("TD801", "error", final_clause_missing)
