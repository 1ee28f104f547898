"""A text may be ended by notice, and nothing is said of the form of the notice.

## Why it matters
Notice ends a treaty from a day that is counted. Given in a speech it has no certain day, and perhaps no
effect.

## Wrong
    1. Either Party may terminate this Agreement by giving six months’ notice.

## Right
    1. Either Party may terminate this Agreement by six months’ written notice.

## Source
Vienna Convention on the Law of Treaties, art. 67: such a notification is made in writing. That holds for
treaties without a clause too, so this is only pointed out.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import OWN
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_ENDS: Final = re.compile(
    rf"\b(?:terminat|discontinu|denounc|withdr[ae]w)\w*\b[^.;]{{0,40}}{OWN}"
    rf"|{OWN}[^.;]{{0,60}}\b(?:terminated|discontinued|denounced)\b",
    re.IGNORECASE,
)
_NOTICE: Final = re.compile(r"\b(?:notice|notif\w+|inform(?:s|ing)?)\b", re.IGNORECASE)
_FORM: Final = re.compile(
    r"\bwrit(?:ten|ing)\b|\bdiplomatic\b|\bnotes?\b|\bletters?\b|\bdepositary\b", re.IGNORECASE
)


def notice_without_form(text: Text) -> Iterator[Mark]:
    """Notice of termination that need be neither written nor sent by any channel."""
    for passage, match in text.find(_ENDS, "body"):
        notice = _NOTICE.search(passage.folded)
        if notice and not _FORM.search(passage.folded):
            yield passage.mark(
                "nothing is said of the form of this notice",
                notice.span(),
                suggestion="write “written notice”, and through which channel it is given",
            )
            del match
            return


RULE: Final = Rule("TD809", "info", notice_without_form)
