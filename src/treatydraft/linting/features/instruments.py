"""Mentions of other instruments, with the date and the short names that stand beside their titles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.dates import dates
from treatydraft.linting.features.spoken import Spoken

_REACH: Final = 120  # characters behind a title in which its date may stand
# What may stand between a title and its date: `, signed at Port Anne on`, `(“the Boundary Agreement”) of`.
_BETWEEN: Final = re.compile(
    r"(?:[,\s]|\([^()]{0,80}\)|\b(?:of|dated|signed|done|adopted|made|concluded|issued|agreed|at|in|on|as)\b"
    r"|\b[A-Z][\w'.-]*)*"
)
_CALLED: Final = re.compile(r"[,\s]*\((?:[^()\"]{0,60})\"(?:the )?(?P<name>[^\"]{2,80})\"\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """The title of another instrument where it stands in the text."""

    clause: tree.Clause  # in which it stands
    span: tuple[int, int]  # with its date
    title: str
    date: str = ""  # in the form of the spec
    printed: str = ""  # the same as printed
    called: str = ""  # the short name that is given to it here

    @property
    def names(self) -> tuple[str, ...]:
        """What it is known by, from here on."""
        return tuple(name.lower() for name in (self.title, self.called) if name)


def mentions(passages: Sequence[Spoken], title: str) -> Iterator[Mention]:
    """The mentions of other instruments in passages of a text with this title, in order."""
    own = title.lower()
    for passage in passages:
        if passage.zone in ("preamble", "body", "closing", "annex") and passage.titles:
            yield from (one for one in _in(passage) if one.title.lower() not in own)


def _in(passage: Spoken) -> Iterator[Mention]:
    all_dates = list(dates(passage.words))
    for start, end in passage.titles:
        title = " ".join(passage.words[start:end].split())
        near = next((one for one in all_dates if end <= one.start < end + _REACH), None)
        if near and _BETWEEN.fullmatch(passage.folded, end, near.start):
            called = _CALLED.match(passage.folded, near.end) or _CALLED.match(passage.folded, end)
            printed = passage.words[near.start : near.end]
            yield Mention(passage.clause, (start, near.end), title, near.value, printed, _name(called))
        else:
            yield Mention(
                passage.clause, (start, end), title, called=_name(_CALLED.match(passage.folded, end))
            )


def _name(called: re.Match[str] | None) -> str:
    return called["name"] if called else ""
