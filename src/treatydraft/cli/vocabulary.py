"""The words by which a pack reads texts."""

from typing import TYPE_CHECKING

from treatydraft.cli.reporting import fail

if TYPE_CHECKING:
    from treatydraft.document import tree
    from treatydraft.facts import Vocabulary


def vocabulary_for(document: "tree.Document", pack: str) -> "Vocabulary":
    """That of the pack that drafted a document, else of the named one; an unknown name ends the command."""
    from treatydraft.facts import vocabulary_of
    from treatydraft.packs import find_pack
    from treatydraft.spec import UnknownPackError

    try:
        return vocabulary_of(find_pack(document.pack or pack).vocabulary)
    except UnknownPackError as error:
        fail(f"--pack: {error}; there are {', '.join(error.known)}")
