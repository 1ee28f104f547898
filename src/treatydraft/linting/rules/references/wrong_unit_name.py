"""A reference calls the units of this text by a name that they do not have.

## Why it matters
“Article 2” of a text that has sections and no articles was copied from another one, and perhaps its number
was too.

## Wrong
    Section 1 # Records
      The Parties exchange their catch records, subject to Article 2.
    Section 2 # Secrets
      Trade secrets are kept.

## Right
    Section 1 # Records
      The Parties exchange their catch records, subject to Section 2.
    Section 2 # Secrets
      Trade secrets are kept.

## Source
Practice: treaties have articles; political texts have sections or paragraphs as often. Either way a text
calls its units by one name.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.features.units import Units, is_unit, level_of, number_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_THIS: Final = re.compile(r"\b[Tt]his (?P<word>Article|Section|Part|Chapter)\b(?! of)")


def wrong_unit_name(text: Text) -> Iterator[Mark]:
    """Citations by the word of another text's units, and `this Section` within an article."""
    units = text.citing.units
    for one in text.cited:
        if one.fault == "misnamed":
            yield text.by_id[one.clause.id].mark(
                f"“{one.words}” is cited, and {_names(units, one.citation.steps[0].level)}",
                one.span,
                suggestion="cite the unit by the name that it has here",
            )
    for passage, match in text.find(_THIS, "body", "annex"):
        path = units.paths.get(passage.clause.id, ())
        if name := _other_name(path, match["word"].lower(), units.own_word):
            yield passage.mark(
                f"“{match[0]}” stands in what is here called {name}",
                match.span(),
                suggestion="call the unit by the name that it has here",
            )


def _names(units: Units, level: str) -> str:
    names = sorted(units.levels - {"", "annex"})
    known = (
        f"; its units are called {' and '.join(f'“{name.capitalize()}”' for name in names)}" if names else ""
    )
    return f"this text has no “{level.capitalize()}”{known}"


def _other_name(path: tuple[tree.Clause, ...], word: str, own: str) -> str:
    """What the unit around a clause is called, where none around it is called by the word."""
    around = [clause for clause in path if is_unit(clause) and number_of(clause)]
    levels = [level_of(clause) or own for clause in around]  # a received text does not say how it calls them
    if not around or word in levels or not all(levels):
        return ""
    return f"“{levels[-1].capitalize()}”"


RULE: Final = Rule("TD402", "error", wrong_unit_name)
