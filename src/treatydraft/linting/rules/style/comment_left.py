"""A text that is initialled or signed still has comments.

## Why it matters
A comment shows what a delegation thought, and goes out with the file. It may ask what is still open.

## Wrong
    Stage: signature
    Article 9 # Term
      1. This Agreement shall remain in force for ten years[[is this agreed?]] from the date of its signature.

## Right
    Stage: signature
    Article 9 # Term
      1. This Agreement shall remain in force for ten years from the date of its signature.

## Source
Reviews of Word documents before they leave the house.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.features.open_points import comments
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_MOST: Final = 80


def comment_left(text: Text) -> Iterator[Mark]:
    """Comments where none may be."""
    for passage, _, note in comments(text):
        by = f" of {note.author}" if note.author else ""
        yield passage.mark(
            f"a comment{by} is left: “{tree.plain(note.parts)[:_MOST].strip()}”",
            suggestion="answer it, and take it out of the file",
        )


RULE: Final = Rule("TD913", "error", comment_left, ("initialling", "signature"), languages=())
