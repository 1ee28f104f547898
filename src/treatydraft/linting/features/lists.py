"""Lists of items, and of recitals: with what mark each item ends, and where `and` or `or` stands."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.folding import folded
from treatydraft.linting.features.counting import label_of

_END: Final = re.compile(
    r"(?P<mark>[;,.:?!])?[\"')\]]*(?:\[\d{1,3}\])?\s*"
    r"(?:\b(?P<joint>and/or|and|or|but)\b[,:]?)?\s*\Z",
    re.IGNORECASE,
)
_PARTICIPLE: Final = re.compile(
    r"\W*(?:\w+ly\s+|further\s+|also\s+|once more\s+|again\s+)?"
    r"(?:\w+ing|(?!based\b|the\b)\w+ed|united|desirous|conscious|mindful|aware|anxious|confident|eager|resolute"
    r"|bound|steadfast|alert|faithful|true|whereas|in|with|having)\b",
    re.IGNORECASE,
)
_LONGEST_END: Final = 30  # characters, with a note, a quotation mark and `and/or`
_LEADS: Final = (":", "-")
_LOWER: Final = re.compile(r"\s*[a-z]")


@dataclass(frozen=True)
class Item:
    """A clause of a list, and how it ends."""

    clause: tree.Clause
    words: str

    @cached_property
    def _end(self) -> re.Match[str]:
        found = _END.search(folded(self.words), max(0, len(self.words.rstrip()) - _LONGEST_END))
        assert found  # noqa: S101 - it may be empty
        return found

    @property
    def mark(self) -> str:
        """The mark at its end, before `and`; empty where there is none."""
        return self._end["mark"] or ""

    @property
    def joint(self) -> str:
        """`and` or `or` at its end."""
        return (self._end["joint"] or "").lower()

    @property
    def span(self) -> tuple[int, int]:
        """Where its last words stand."""
        start = self._end.start()
        before = self.words.rfind(" ", 0, start) + 1
        return before, len(self.words.rstrip())

    @property
    def counts(self) -> bool:
        """Whether its end is its own: not that of a list below it, nor of the words that lead into one."""
        return not self.clause.children and bool(self.words.strip()) and self.mark != ":"


@dataclass(frozen=True)
class Listing:
    """Items that stand side by side."""

    items: tuple[Item, ...]
    lead: str  # the words that lead into it
    goes_on: bool  # whether the sentence does, after the last item

    @property
    def inner(self) -> tuple[Item, ...]:
        """The items before the last."""
        return self.items[:-1]

    @cached_property
    def marks(self) -> Counter[str]:
        """How many of the items before the last end with each mark."""
        return Counter(item.mark for item in self.inner if item.counts)

    @property
    def is_sentence(self) -> bool:
        """Whether its items are parts of one sentence: those before the last end with `;` or `,`."""
        return self.marks[";"] + self.marks[","] > sum(self.marks.values()) / 2


def listings(document: tree.Document) -> Iterator[Listing]:
    """The lists of the body and of the annexes."""
    for forest in (document.body, document.annexes):
        yield from _below(forest, "", goes_on=False)


def recitals(document: tree.Document) -> Listing:
    """The recitals as a list; the words that enact are what goes on after it."""
    preamble = document.preamble
    items = tuple(Item(clause, tree.plain(clause.text)) for clause in preamble.recitals)
    return Listing(items, tree.plain(preamble.opening.text), bool(preamble.enacting.text))


def participles(items: Sequence[Item]) -> int:
    """How many of them open with a participle or an adjective: `Recalling`, `Deeply concerned`."""
    return sum(bool(_PARTICIPLE.match(folded(item.words))) for item in items)


def usual(lists: Sequence[Listing]) -> str:
    """The mark with which most items of all lists end."""
    total: Counter[str] = sum((one.marks for one in lists), Counter())
    return max(total, key=lambda mark: (total[mark], mark == ";"), default=";")


def _below(siblings: Sequence[tree.Clause], lead: str, *, goes_on: bool) -> Iterator[Listing]:
    """The lists among clauses that stand side by side, and below them.

    Args:
        siblings: The clauses.
        lead: The words of the clause above them.
        goes_on: Whether the list in which that clause is an item does, after it.
    """
    held: list[Item] = []
    for clause, after in pairwise((*siblings, None)):
        assert clause is not None  # noqa: S101 - only what is after the last is none
        words = tree.plain(clause.text)
        if _is_item(clause, lead):
            held.append(Item(clause, words))
        elif not clause.label:
            lead = words
        more = after is not None and _is_item(after, lead)
        listed = held and (more or (after is None and goes_on))
        inside = bool(listed or (after and not clause.label and _goes_on(after)))
        yield from _below(clause.children, words, goes_on=inside)
        if held and not more:
            yield Listing(tuple(held), lead, _goes_on(after) if after else goes_on)
            held = []


def _is_item(clause: tree.Clause, lead: str) -> bool:
    if not clause.label or clause.heading:
        return False
    return clause.kind in ("subparagraph", "item") or folded(lead).rstrip().endswith(_LEADS)


def _goes_on(after: tree.Clause) -> bool:
    """Whether a clause goes on with the sentence of the list before it, or with the list itself."""
    label = label_of(after.children[0].label) if after.children and not after.heading else None
    return bool(_LOWER.match(tree.plain(after.text))) or (label is not None and not label.is_first)
