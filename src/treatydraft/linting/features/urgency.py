"""Words for “soon” in a text, and whether the clause says how soon."""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.durations import DURATION
from treatydraft.linting.features.phrases import phrases
from treatydraft.linting.text import Passage, Text

_SOON: Final = (
    "as soon as possible", "as soon as practicable", "as soon as reasonably possible",
    "as soon as reasonably practicable", "as soon as feasible", "at the earliest possible date",
    "at the earliest possible time", "at the earliest opportunity", "at the earliest convenience",
    "at its earliest convenience", "at their earliest convenience", "as early as possible",
    "as quickly as possible", "as rapidly as possible", "as speedily as possible", "as promptly as possible",
    "promptly", "without undue delay", "without unreasonable delay", "without delay", "without further delay",
    "in due course", "in due time", "in good time", "in a timely manner", "in a timely fashion",
    "on a timely basis", "in timely manner", "within a reasonable time", "within a reasonable period",
    "within a reasonable period of time", "within reasonable time", "within a short time",
    "within a short period",
    "within an appropriate period", "within an appropriate time", "expeditiously", "speedily", "swiftly",
    "in the near future", "in the foreseeable future", "shortly", "soon", "forthwith", "immediately",
    "at short notice", "at an early date", "at an appropriate time", "at the appropriate time",
    "from time to time", "with all due speed", "with all possible speed",
    "with due dispatch", "with all convenient speed", "before long", "sooner or later",
    "at a later date", "at a later stage", "reasonably soon", "quickly", "rapidly",
)  # fmt: skip
_PERIOD: Final = re.compile(rf"{DURATION}", re.IGNORECASE)
_DATED: Final = re.compile(
    r"\b(?:19|20)\d\d\b|\bon (?:the date of )?(?:its |their )?(?:signature|receipt)\b"
    r"|\bimmediately (?:up)?on\b|\bimmediately (?:after|before|following|preceding|prior)\b",
    re.IGNORECASE,
)
_AS_SOON: Final = re.compile(r"\s+as (?!possible|practicable|feasible|reasonabl)", re.IGNORECASE)
_ADJECTIVAL: Final = ("more ", "very ", "so ", "increasingly ")


def urgencies(text: Text) -> Iterator[tuple[Passage, re.Match[str], bool]]:
    """Each word for “soon” in body and annexes, and whether its clause has a period or a day too."""
    for passage, match in phrases(text, _SOON, "body", "annex"):
        if match[0].lower() == "soon" and _AS_SOON.match(passage.folded, match.end()):
            continue
        if passage.folded[: match.start()].lower().endswith(_ADJECTIVAL):
            continue
        measured = _PERIOD.search(passage.folded) or _DATED.search(passage.folded)
        yield passage, match, bool(measured)
