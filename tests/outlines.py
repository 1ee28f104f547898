"""A document as an outline that a person can review: a clause a line, with its label, words and id."""

from collections.abc import Iterator

from treatydraft.document import tree


def outline(document: tree.Document) -> str:
    return "\n".join(_lines(document)) + "\n"


def _lines(document: tree.Document) -> Iterator[str]:
    marking = document.marking
    yield f"[{document.short_title} | {marking.status} | {marking.notice} | {marking.date}]"
    yield tree.plain(document.title)
    preamble, closing = document.preamble, document.closing
    for clause in (preamble.opening, *preamble.recitals, preamble.enacting, *document.body):
        yield from _clause(clause, 0)
    yield from _clause(closing.testimonium, 0)
    for block in closing.signatures:
        people = [f"{tree.plain(one.name)} / {tree.plain(one.office)}" for one in block.signatories]
        yield " | ".join([tree.plain(block.text), *people])
    for annex in document.annexes:
        yield from _clause(annex, 0)


def _clause(clause: tree.Clause, depth: int) -> Iterator[str]:
    words = " ".join(filter(None, (clause.label, clause.heading, tree.plain(clause.text))))
    yield f"{'    ' * depth}{words}  <{clause.id}>"
    for child in clause.children:
        yield from _clause(child, depth + 1)
