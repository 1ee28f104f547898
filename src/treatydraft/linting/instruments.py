"""Mentions of other instruments, with the date and the short names that stand beside their titles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from treatydraft.document import tree
from treatydraft.facts.dates import dates

if TYPE_CHECKING:
    from treatydraft.linting.text import Passage, Text

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

    passage: "Passage"
    span: tuple[int, int]  # with its date
    title: str
    date: str = ""  # in the form of the spec
    printed: str = ""  # the same as printed
    called: str = ""  # the short name that is given to it here

    @property
    def names(self) -> tuple[str, ...]:
        """What it is known by, from here on."""
        return tuple(name.lower() for name in (self.title, self.called) if name)

    @property
    def is_called(self) -> bool:
        """Whether it gets a short name here."""
        return bool(self.called)


def mentions(text: "Text") -> tuple[Mention, ...]:
    """The mentions of other instruments, in the order of the page."""
    own = tree.plain(text.document.title).lower()
    return tuple(
        one
        for passage in text.of("preamble", "body", "closing", "annex")
        for one in _in(passage)
        if one.title.lower() not in own
    )


def _in(passage: "Passage") -> Iterator[Mention]:
    spans = passage.titles
    if not spans:
        return
    found = dates(passage.words)
    all_dates = list(found)
    for start, end in spans:
        title = " ".join(passage.words[start:end].split())
        near = next((one for one in all_dates if end <= one.start < end + _REACH), None)
        if near and _BETWEEN.fullmatch(passage.folded, end, near.start):
            called = _CALLED.match(passage.folded, near.end) or _CALLED.match(passage.folded, end)
            printed = passage.words[near.start : near.end]
            yield Mention(passage, (start, near.end), title, near.value, printed, _name(called))
        else:
            yield Mention(passage, (start, end), title, called=_name(_CALLED.match(passage.folded, end)))


def _name(called: re.Match[str] | None) -> str:
    return called["name"] if called else ""
