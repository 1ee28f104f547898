"""Documents for tests of facts, made of a few lines each."""

from treatydraft.document import tree
from treatydraft.document.tree import Clause, Closing, Document, Preamble, Text

TITLE = "Agreement on Cooperation between Ruritania and Iceland"


def document_of(text: str, title: str = TITLE) -> Document:
    """A document whose body is one section with a paragraph for each line."""
    lines = text.strip().splitlines()
    paragraphs = tuple(
        Clause("paragraph", f"p{number}", label=f"{number}.", text=(Text(line.strip()),))
        for number, line in enumerate(lines, 1)
    )
    return Document(
        id="test",
        form="agreement",
        register="political",
        title=(Text(title),),
        short_title=title,
        parties=(),
        preamble=Preamble(Clause("preamble", "preamble"), (), Clause("paragraph", "enacting")),
        body=(Clause("section", "s", label="I.", heading="Matters", children=paragraphs),),
        closing=Closing(Clause("testimonium", "testimonium"), ()),
    )


def words_of(document: tree.Document, clause: str) -> str:
    """The words of one clause."""
    return next(tree.plain(one.text) for one in tree.clauses(document) if one.id == clause)
