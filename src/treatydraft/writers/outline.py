"""What writers share: which clauses are headings, how deep each clause stands, its anchor, its footnotes."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from treatydraft.document import tree
from treatydraft.document.house_style import HouseStyle

_DIVISIONS: Final = frozenset({"part", "chapter", "section", "article", "annex"})
TOP_LEVEL: Final = 2  # of headings: the title alone has 1
_LOWEST_LEVEL: Final = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause where it is printed, without its children, which follow as entries of their own."""

    clause: tree.Clause
    level: int  # of its heading, from 2 (the title has 1) to 6; 0 where the clause is no heading
    depth: int  # how many clauses with words of their own it lies under


def is_heading(clause: tree.Clause) -> bool:
    """Whether label and heading stand on a line of their own; text that such a clause has stands below."""
    return bool(clause.heading) or clause.kind in _DIVISIONS


def outline(clauses: tuple[tree.Clause, ...], level: int = TOP_LEVEL, depth: int = 0) -> Iterator[Entry]:
    """Every clause of a forest, each before its children."""
    for clause in clauses:
        if is_heading(clause):
            yield Entry(clause, level, 0)
            yield from outline(clause.children, next_level(level), 0)
        else:
            yield Entry(clause, 0, depth)
            yield from outline(clause.children, level, depth + bool(clause.label or clause.text))


def front(preamble: tree.Preamble) -> tuple[tree.Clause, ...]:
    """What is printed of a preamble: its heading stands with the opening words."""
    opening = replace(preamble.opening, heading=preamble.heading)
    return with_words(opening, *preamble.recitals, preamble.enacting)


def with_words(*clauses: tree.Clause) -> tuple[tree.Clause, ...]:
    """Those that print something; a received text may lack what every draft has."""
    return tuple(clause for clause in clauses if clause.text or clause.heading or clause.children)


def next_level(level: int) -> int:
    """The level of headings below headings of this level; below six there is none."""
    return min(level + 1, _LOWEST_LEVEL)


def anchors(document: tree.Document) -> dict[str, str]:
    """For each clause id a fragment that links can name, unique in the document; as a rule the id itself."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for clause in tree.clauses(document):
        anchor = re.sub(r"[^\w./-]+", "-", clause.id) or "clause"
        while anchor in taken or _RESERVED.fullmatch(anchor):
            anchor += "-"
        taken.add(anchor)
        found.setdefault(clause.id, anchor)
    return found


# Fragments that writers give to places that are no clauses.
_RESERVED: Final = re.compile(r"(note|call)-\d+|main|title|contents|signatures|notes")


def is_below(clause: tree.Clause, style: HouseStyle) -> bool:
    """Whether the heading stands below its label, as the title of an annex does in every house style.

    A label that ends in a mark, `A.`, leads into its heading and stands beside it.
    """
    below = style.heading == "below" or clause.kind == "annex"
    return below and bool(clause.heading) and clause.label[-1:].isalnum()


def is_letter(style: HouseStyle) -> bool:
    """Whether pages are US Letter, as in the United States and Canada; elsewhere they are A4."""
    return style.locale.endswith(("-US", "-CA"))


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes met so far, numbered in the order in which they are called."""

    render: Callable[[tuple[tree.Inline, ...]], str]
    texts: list[str] = field(default_factory=list)

    def add(self, parts: tuple[tree.Inline, ...]) -> int:
        """Keep a note and give its number; a note inside a note comes after it."""
        place = len(self.texts)
        self.texts.append("")
        self.texts[place] = self.render(parts)
        return place + 1
