"""A reference names an article, a paragraph or an item that this text does not have.

## Why it matters
What the reference brings in is not there, and nobody can say what was meant. It is the fault that reviews of
contracts report most, since each renumbering may cause it.

## Wrong
    Article 1 # Records
      1. The Parties shall exchange their catch records.
      2. They shall publish them in accordance with Article 19.

## Right
    Article 1 # Records
      1. The Parties shall exchange their catch records.
      2. They shall publish them in accordance with Article 2.
    Article 2 # Publication
      Records are published each March.

## Source
Drafting practice. References to other instruments, as in “Article 51 of the Charter”, are left alone, and so
is what may be theirs.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.features.citing import Cited
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def broken_reference(text: Text) -> Iterator[Mark]:
    """Citations of clauses of this text that are not there, and references to clauses that are gone."""
    for one in text.cited:
        if one.fault == "missing" and one.citation.steps[0].level != "annex":
            yield text.by_id[one.clause.id].mark(
                f"“{one.words}” is not there{_where(one)}",
                one.span,
                suggestion="find out what was meant, and cite that",
            )
    yield from _dangling(text)


def _where(one: Cited) -> str:
    """The clause that lacks what is cited."""
    if one.within is None or not (one.within.label or one.within.heading):
        return ""
    return f": “{' '.join(filter(None, (one.within.label, one.within.heading)))}” has none"


def _dangling(text: Text) -> Iterator[Mark]:
    """References to clauses that are gone, which print what is no citation by a number."""
    known = {clause.id for clause in tree.clauses(text.document)}
    for passage in text.passages:
        start = 0
        for piece in tree.leaves(passage.clause.text):
            end = start + len(tree.plain((piece,)))
            is_gone = isinstance(piece, tree.Reference) and piece.target_id not in known
            if is_gone and not _is_marked(text, passage.clause, start, end):
                yield passage.mark(
                    "this refers to a clause that is no longer there",
                    (start, end),
                    suggestion="find out what was meant, and cite that",
                )
            start = end


def _is_marked(text: Text, clause: tree.Clause, start: int, end: int) -> bool:
    """Whether the words of a reference are in a citation that is marked already."""
    missing = (one.span for one in text.cited if one.fault == "missing" and one.clause.id == clause.id)
    return any(first <= start and end <= last for first, last in missing)


RULE: Final = Rule("TD401", "error", broken_reference)
