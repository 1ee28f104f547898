"""“May not” can forbid, and can say that something perhaps does not happen.

## Why it matters
“The Commission may not meet” is a ban for one reader and a guess for another, and translations choose.

## Wrong
    1. A Party may not transfer the data to others.

## Right
    1. A Party shall not transfer the data to others.
    2. The measures may or may not be published.

## Source
Manuals of legislative drafting, which keep “shall not” for what is forbidden.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_MAY_NOT: Final = re.compile(
    r"(?<!may or )(?<!may and )\bmay not\b(?! only\b| (?:have been|yet)\b)", re.IGNORECASE
)
# Where the rest of the sentence can only be meant for a ban.
_BAN: Final = re.compile(
    r"\b(?:unless|except|without|other than|save|only)\b|\bmay, but (?:need|may) not", re.IGNORECASE
)


def ambiguous_may_not(text: Text) -> Iterator[Mark]:
    """“May not” where no exception shows that it forbids."""
    if "may not" not in text.lowered:
        return
    for sentence in text.sentences:
        if "may not" not in sentence.folded or sentence.zone == "preamble":
            continue
        for match in _MAY_NOT.finditer(sentence.folded):
            passage = text.by_id[sentence.clause.id]
            span = (sentence.start + match.start(), sentence.start + match.end())
            if not _BAN.search(sentence.folded) and not passage.is_cited(*span):
                yield passage.mark(
                    "“may not” can forbid, and can say that something perhaps is not so",
                    span,
                    suggestion="write “shall not” for a ban, “might not” for a possibility",
                )


RULE: Final = Rule("TD209", "warning", ambiguous_may_not)
