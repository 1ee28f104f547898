"""A text that does not bind in law has the formulas with which a treaty opens and ends.

## Why it matters
“Have agreed as follows”, “in witness whereof” and “done at” are how parties to a treaty speak at the two
places that everybody reads. They say of the whole text that it is one.

## Wrong
    Register: political
    Enacting: Have agreed as follows:

## Right
    Register: political
    Enacting: Have jointly decided as follows:

## Source
Guidance of the United Kingdom and the United States on texts that do not bind: such a text is “signed at”,
and records understandings.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import in_register
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_FORMULAS: Final = re.compile(
    r"\b(?:have |has )?(?:hereby )?agreed (?:(?:up)?on |to )?(?:as follows|the following)\b"
    r"|\bin (?:witness|faith|testimony) (?:whereof|thereof)\b"
    r"|\A\W*(?:done|concluded|executed)(?: (?:at|in|on|this)\b|(?=,))"
    r"|(?<=[.;] )Done (?:at|in)\b"
    r"|\b(?:being )?duly (?:authori[sz]ed|empowered)(?: thereto| for th(?:is"
    r"|at) purpose)?(?=[ ,].{0,80}\bsign)"
    r"|\bfull powers\b|\bplenipotentiar\w+",
    re.IGNORECASE,
)
_INSTEAD: Final = (
    ("agreed", "write “have decided as follows”"),
    ("done", "write “Signed at”"),
    ("concluded", "write “Signed at”"),
    ("", "leave it out, and begin with “Signed at”"),
)

_NEEDED: Final = (
    "agreed",
    "whereof",
    "thereof",
    "done",
    "concluded",
    "executed",
    "duly",
    "full powers",
    "plenipotentiar",
)


def treaty_formula_in_political_text(text: Text) -> Iterator[Mark]:
    """The formulas of enacting words and testimonium."""
    for passage, match in in_register(text, "political", _FORMULAS, needing=_NEEDED):
        if match[0].lower().startswith(("done", "concluded", "executed")) and passage.zone != "closing":
            continue
        advice = next(advice for word, advice in _INSTEAD if word in match[0].lower())
        yield passage.mark(
            f"“{match[0].strip()}” is a formula of treaties, and this text is one that does not bind in law",
            match.span(),
            suggestion=advice,
        )


RULE: Final = Rule("TD703", "error", treaty_formula_in_political_text)
