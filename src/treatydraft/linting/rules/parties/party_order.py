"""The parties stand in one order in the title or the parties clause and in another in the signature blocks.

## Why it matters
Each state is named first throughout the original that it keeps. An original with two orders is nobody's.

## Wrong
    Title: Agreement between Norland and Sudland on Fisheries
    Signature: For Sudland: | | Minister of Fisheries
    Signature: For Norland: | | Minister of Fisheries

## Right
    Title: Agreement between Norland and Sudland on Fisheries
    Signature: For Norland: | | Minister of Fisheries
    Signature: For Sudland: | | Minister of Fisheries

## Source
The alternat: in its own original each state comes first in title, parties clause and signatures (Satow's
Diplomatic Practice).
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.party_forms import Form, in_parties_clause, in_signatures, in_title
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_TWO: Final = 2


def party_order(text: Text) -> Iterator[Mark]:
    """Each place whose order is not that of the place before."""
    places = (
        ("title", _distinct(in_title(text))),
        ("parties clause", _distinct(in_parties_clause(text))),
        ("signature blocks", _distinct(in_signatures(text))),
    )
    model: tuple[str, tuple[Form, ...]] | None = None
    for place, forms in places:
        if len(forms) < _TWO:
            continue
        if model is None:
            model = (place, forms)
        elif moved := _moved(model[1], forms):
            yield moved.passage.mark(
                f"“{moved.name}” is in another place than in the {model[0]}",
                moved.span,
                suggestion="keep one order of the parties in each original",
            )


def _distinct(forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """The first form of each party."""
    return tuple({form.party: form for form in forms[::-1] if form.party}.values())[::-1]


def _moved(model: tuple[Form, ...], forms: tuple[Form, ...]) -> Form | None:
    """The first party that is out of its order, among those that both places name."""
    both = {form.party for form in model} & {form.party for form in forms}
    order = [form.party for form in model if form.party in both]
    here = [form for form in forms if form.party in both]
    return next((form for form, party in zip(here, order, strict=True) if form.party != party), None)


RULE: Final = Rule("TD602", "error", party_order)
