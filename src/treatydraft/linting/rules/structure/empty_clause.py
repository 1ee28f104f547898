"""A label or a heading has nothing under it.

## Why it matters
Either words are missing, or a clause was struck out and its number stayed.

## Wrong
    Article 1 # Purpose
      The purpose of this Agreement is to protect the herring.
    Article 2 # Records

## Right
    Article 1 # Purpose
      The purpose of this Agreement is to protect the herring.
    Article 2 # Records
      The Parties shall exchange their catch records.

## Source
Drafting practice: what is numbered says something. Where a number must be kept, “(reserved)” or “(deleted)”
stands there.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_KEPT: Final = ("reserved", "deleted", "omitted", "left blank", "not used", "intentionally")


def empty_clause(text: Text) -> Iterator[Mark]:
    """Clauses with a label or a heading, and no word of their own or below."""
    for passage in text.of("preamble", "body", "annex"):
        clause = passage.clause
        if (clause.label or clause.heading) and not _says_something(clause):
            named = f"“{' '.join(filter(None, (clause.label, clause.heading)))}”"
            yield passage.mark(
                f"{named} has nothing under it",
                part="label" if clause.label else "heading",
                suggestion="write what belongs there, or strike it out",
            )
    yield from (passage.mark("this recital has no words") for passage in text.passages if _is_empty(passage))


def _says_something(clause: tree.Clause) -> bool:
    """Whether there are words; a heading may say that there are none on purpose."""
    if any(word in clause.heading.lower() for word in _KEPT):
        return True
    return bool(clause.children) or _has_words(clause)


def _has_words(clause: tree.Clause) -> bool:
    return any(map(str.isalnum, tree.plain(clause.text))) or any(map(_is_note, clause.text))


def _is_note(piece: tree.Inline) -> bool:
    """Whether something else stands there than words: what was deleted by a tracked change."""
    return isinstance(piece, tree.Revision)


def _is_empty(passage: Passage) -> bool:
    clause = passage.clause
    return clause.kind == "recital" and not (clause.label or clause.children or _has_words(clause))


RULE: Final = Rule("TD111", "error", empty_clause, languages=())
