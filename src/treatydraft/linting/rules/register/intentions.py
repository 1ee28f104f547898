"""In a treaty, the parties only intend, aim or plan to do something.

## Why it matters
An intention can be given up. In a treaty it may be just what is wanted, so this is only pointed out:
somebody should be able to say that it was.

## Wrong
    1. The Parties shall exchange data on fish stocks.
    2. The Parties intend to meet once a year.

## Right
    1. The Parties shall exchange data on fish stocks.
    2. The Parties shall meet once a year.

## Source
Drafting practice: a treaty keeps promises and policies apart, by “shall” and by “intend”.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import in_register, stands_for_signatories, subject_before
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_INTENDS: Final = re.compile(
    r"\b(?:intends?|aims?|plans?|expects?|hopes?|wish(?:es)?)\b(?= (?:to|that|for|this)\b)", re.IGNORECASE
)


def intention_in_treaty(text: Text) -> Iterator[Mark]:
    """`The Parties intend to`, in a text that binds."""
    for passage, match in in_register(text, "binding", _INTENDS, "body"):
        if stands_for_signatories(text, subject_before(passage.folded, match.start())):
            yield passage.mark(
                f"“{match[0]}” binds nobody, in a text that binds",
                match.span(),
                suggestion="write “shall” where a promise is meant",
            )


RULE: Final = Rule("TD718", "info", intention_in_treaty)
