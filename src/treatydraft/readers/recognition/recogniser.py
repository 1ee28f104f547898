"""Lines in, document out."""

from collections.abc import Iterator, Sequence
from typing import Final

from treatydraft.document import tree
from treatydraft.readers.lines import Reading
from treatydraft.readers.recognition.frame import opening_and_recitals, signature_blocks
from treatydraft.readers.recognition.identity import Identities, slug, with_targets
from treatydraft.readers.recognition.nesting import Node, nest
from treatydraft.readers.recognition.pieces import words
from treatydraft.readers.recognition.units import Unit, units
from treatydraft.readers.recognition.zones import Zones, zones
from treatydraft.readers.recognition.character import form_of, register_of, short_title_of

_FORM_DOUBT: Final = "taken as a heading because of its form alone"


def recognise(reading: Reading, identity: str) -> tree.Document:
    """The document that the lines are; what they hold beside it is in `received`."""
    found = zones(units(reading.lines))
    given = Identities()
    title = _joined([unit.pieces for unit in found.title]) or words(reading.title)
    preamble = _preamble(found, given)
    body = nest(found.body)
    annexes = _annexes(nest(found.annexes))
    document = tree.Document(
        id=identity,
        form=form_of(tree.plain(title)),
        register="political",
        title=title,
        short_title=short_title_of(tree.plain(title)),
        parties=(),
        preamble=preamble,
        body=given.clauses(body, ""),
        closing=_closing(found, given),
        annexes=given.clauses(annexes, ""),
        received=tree.Received(
            format=reading.format,
            headers=reading.headers,
            footers=reading.footers,
            remainder=tuple(unit.printed for unit in found.remainder),
            doubts=(*reading.doubts, *_doubts((*body, *annexes), given)),
        ),
    )
    from dataclasses import replace

    return with_targets(replace(document, register=register_of(document)), given.anchors)


def _preamble(found: Zones, given: Identities) -> tree.Preamble:
    opening, recitals = opening_and_recitals(found.preamble)
    return tree.Preamble(
        opening=_single("preamble", "preamble", opening, given),
        recitals=given.clauses(recitals, "recital"),
        enacting=_single("paragraph", "enacting", found.enacting, given),
        heading=found.preamble_heading.text if found.preamble_heading else "",
    )


def _single(kind: str, wished: str, unit: Unit | None, given: Identities) -> tree.Clause:
    identity = given.give(unit.line.anchors if unit else (), wished)
    return tree.Clause(kind, identity, text=unit.pieces if unit else ())


def _closing(found: Zones, given: Identities) -> tree.Closing:
    paragraphs = tuple(
        tree.Clause("testimonium", given.give(unit.line.anchors, f"testimonium/{place}"), text=unit.pieces)
        for place, unit in enumerate(found.testimonium, start=1)
    )
    testimonium = tree.Clause("testimonium", given.give((), "testimonium"), children=paragraphs)
    blocks = tuple(
        tree.SignatureBlock(given.give((), f"signature/{slug(tree.plain(text))}"), "", text, tuple(signatories))
        for text, signatories in signature_blocks(found.signatures)
    )
    return tree.Closing(testimonium, blocks)


def _annexes(forest: Sequence[Node]) -> list[Node]:
    """Each root that heads an annex with what follows it; what heads none begins one."""
    found: list[Node] = []
    for node in forest:
        if node.kind == "annex" or not found:
            if node.heading:
                node.kind = "annex"
            found.append(node)
        else:
            found[-1].children.append(node)
    return found


def _doubts(nodes: Sequence[Node], given: Identities) -> Iterator[tree.Doubt]:
    for node in nodes:
        if node.confidence < 1:
            yield tree.Doubt(node.unit.line.place, "", f"“{node.heading}” is {_FORM_DOUBT}")
        yield from _doubts(node.children, given)


def _joined(lines: Sequence[tuple[tree.Inline, ...]]) -> tuple[tree.Inline, ...]:
    """The lines of the title as one."""
    from treatydraft.readers.recognition.pieces import trimmed

    return trimmed(tuple(piece for line in lines for piece in (*line, tree.Text(" "))))
