"""The tracked changes of a text as marks."""

from collections.abc import Iterator

from treatydraft.document import tree
from treatydraft.linting.features.open_points import revisions
from treatydraft.linting.finding import Mark
from treatydraft.linting.text import Text


def change_marks(text: Text, suggestion: str) -> Iterator[Mark]:
    """A mark for each change, with who made it."""
    for passage, span, change in revisions(text):
        by = f" by {change.author}" if change.author else ""
        words = " ".join(tree.plain(change.parts).split())
        yield passage.mark(
            f"“{words}” is {change.kind}{by}, and nobody has accepted it",
            span if span[0] < span[1] else None,
            suggestion=suggestion,
        )
