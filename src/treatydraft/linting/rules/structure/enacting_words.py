"""Recitals that are parts of a sentence lead to no words that enact.

## Why it matters
“Norland and Sudland, recalling their friendship,” has no verb: nobody has agreed or decided anything.

## Wrong
    Preamble: Norland and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling their friendship;
    Recital: Determined to protect the stocks,
    Article 1 # Purpose
      The purpose of this Agreement is to protect the herring.

## Right
    Preamble: Norland and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling their friendship;
    Recital: Determined to protect the stocks,
    Enacting: Have agreed as follows:
    Article 1 # Purpose
      The purpose of this Agreement is to protect the herring.

## Source
Practice: “Have agreed as follows” in treaties, “Have decided as follows” or the like in political texts.
Where the recitals are sentences of their own, the words may be missing.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.lists import participles, recitals
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def enacting_words(text: Text) -> Iterator[Mark]:
    """A preamble whose sentence has no end."""
    one = recitals(text.document)
    if one.goes_on or not text.document.body or participles(one.items) <= len(one.items) / 2:
        return
    yield text.by_id[one.items[-1].clause.id].mark(
        "no words lead from the recitals into the body",
        one.items[-1].span,
        suggestion="end the preamble with “Have agreed as follows:” or, in a text that does not bind,"
        " “Have decided as follows:”",
    )


RULE: Final = Rule("TD113", "warning", enacting_words)
