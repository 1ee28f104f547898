"""Items stand right under a heading, where no words lead into them.

## Why it matters
Items are parts of a sentence. Without the words that lead into them a reader must guess what is said of them.

## Wrong
    Article 1 # Reports
      1. The Parties shall report each year.
      2. They shall publish their reports.
    Article 2 # Areas
      (a) the protection of herring;
      (b) the protection of cod; and
      (c) the inspection of gear.

## Right
    Article 1 # Reports
      1. The Parties shall report each year.
      2. They shall publish their reports.
    Article 2 # Areas
      The Parties shall cooperate in:
      (a) the protection of herring;
      (b) the protection of cod; and
      (c) the inspection of gear.

## Source
Drafting practice: levels are not skipped; under an article stand paragraphs, and under these their items.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.features.counting import family, label_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_UNITS: Final = ("part", "chapter", "section", "article")
_LOWER: Final = re.compile(r"\s*[a-z]")


def level_skipped(text: Text) -> Iterator[Mark]:
    """Units whose first clause is an item that begins within a sentence."""
    for passage in text.of("body", "annex"):
        clause = passage.clause
        if clause.kind in _UNITS and clause.heading and clause.children and not clause.text:
            first = clause.children[0]
            if _is_item(first) and not clause.heading.rstrip().endswith(":"):
                yield text.by_id[first.id].mark(
                    f"“{first.label}” stands right under the heading, and no words lead into it",
                    part="label",
                    suggestion="write the words that lead into the list, or number its items as paragraphs",
                )


def _is_item(clause: tree.Clause) -> bool:
    label = label_of(clause.label)
    is_lettered = bool(clause.label) and (label is None or family(label) == "lower")
    return is_lettered and not clause.heading and bool(_LOWER.match(tree.plain(clause.text)))


RULE: Final = Rule("TD112", "info", level_skipped)
