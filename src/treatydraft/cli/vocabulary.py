"""The words by which a pack reads texts."""

from functools import cache
from typing import TYPE_CHECKING

from treatydraft.cli.reporting import fail

if TYPE_CHECKING:
    from treatydraft.document import tree
    from treatydraft.facts import Vocabulary


def vocabulary_for(document: "tree.Document", pack: str) -> "Vocabulary":
    """That of the pack that drafted a document, else of the named one; an unknown name ends the command."""
    from treatydraft.spec import UnknownPackError

    try:
        return _vocabulary(document.pack or pack)
    except UnknownPackError as error:
        fail(f"--pack: {error}; there are {', '.join(error.known)}")


@cache
def _vocabulary(name: str) -> "Vocabulary":
    """One for all documents: what it has found in a text it knows when the text comes back."""
    from treatydraft.facts import vocabulary_of
    from treatydraft.packs import find_vocabulary

    return vocabulary_of(find_vocabulary(name))
