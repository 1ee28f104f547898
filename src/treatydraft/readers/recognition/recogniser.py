"""Lines in, document out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import shorten
from typing import Final

from treatydraft.document import tree
from treatydraft.document.kinds import Kind
from treatydraft.readers.lines import Reading
from treatydraft.readers.recognition.character import form_of, register_of, short_title_of
from treatydraft.readers.recognition.citations import with_citations
from treatydraft.readers.recognition.frame import opening_and_recitals, signature_blocks
from treatydraft.readers.recognition.identity import Identities, slug, with_targets
from treatydraft.readers.recognition.nesting import Node, nest
from treatydraft.readers.recognition.parties import with_parties
from treatydraft.readers.recognition.pieces import beside_words, trimmed, words
from treatydraft.readers.recognition.units import Unit, units
from treatydraft.readers.recognition.zones import Zones, zones

_WITH_IDS: Final = ("html", "md")
_AS_TYPED: Final = ("docx", "odt", "doc", "rtf")  # formats in which every space that a person typed stands
_BY_FORM: Final = "is taken as a heading because of its form alone"
_QUOTED: Final = 60  # characters of a line that a doubt quotes
_OUTSIDE: Final = "stands below the signatures and is no annex"


def recognise(reading: Reading, identity: str) -> tree.Document:
    """The document that the lines are; what the file holds beside the instrument is in `received`."""
    found = zones(units(reading.lines))
    given = Identities(adopts=reading.format in _WITH_IDS)
    title = _title(found.title) or words(reading.title)
    preamble = _preamble(found, given)
    body, annexes = nest(found.body), _annexes(nest(found.annexes))
    clauses = given.clauses(body, "")
    attached, closing = given.clauses(annexes, ""), _closing(found, given)
    document = tree.Document(
        id=identity,
        form=form_of(tree.plain(title)),
        register=register_of(clauses),
        title=title,
        short_title=short_title_of(tree.plain(title)),
        parties=(),
        preamble=preamble,
        body=clauses,
        closing=closing,
        annexes=attached,
        received=replace(
            _received(reading, found, (*body, *annexes)),
            places=tuple(given.places.items()),
            doubled_spaces=tuple(given.doubled_spaces) if reading.format in _AS_TYPED else (),
        ),
    )
    return with_parties(with_citations(with_targets(document, given.anchors)))


def _title(lines: Sequence[Unit]) -> tuple[tree.Inline, ...]:
    return trimmed(tuple(piece for unit in lines for piece in (*unit.whole, tree.Text(" "))))


def _preamble(found: Zones, given: Identities) -> tree.Preamble:
    opening, recitals = opening_and_recitals(found.preamble)
    heading = found.preamble_heading
    opened = _single("preamble", "preamble", opening, given)
    return tree.Preamble(
        opening=replace(opened, text=(*opened.text, *(beside_words(heading.pieces) if heading else ()))),
        recitals=given.clauses(recitals, "recital"),
        enacting=_single("paragraph", "enacting", found.enacting, given),
        heading=heading.printed if heading else "",
    )


def _single(kind: Kind, wished: str, unit: Unit | None, given: Identities) -> tree.Clause:
    identity = given.of_line(unit.line, wished) if unit else given.give((), wished)
    return tree.Clause(kind, identity, text=unit.whole if unit else ())


def _closing(found: Zones, given: Identities) -> tree.Closing:
    paragraphs = tuple(
        tree.Clause("testimonium", given.of_line(unit.line, f"testimonium/{place}"), text=unit.whole)
        for place, unit in enumerate(found.testimonium, start=1)
    )
    testimonium = tree.Clause("testimonium", given.give((), "testimonium"), children=paragraphs)
    blocks = tuple(
        tree.SignatureBlock(given.give((), f"signature/{slug(tree.plain(text))}"), "", text, tuple(signers))
        for text, signers in signature_blocks(found.signatures)
    )
    return tree.Closing(testimonium, blocks)


def _annexes(forest: Sequence[Node]) -> list[Node]:
    """Each root that heads an annex, with what follows it; what stands first begins one in any case."""
    found: list[Node] = []
    for node in forest:
        if node.kind == "annex" or not found:
            if node.heading:
                node.kind = "annex"
            found.append(node)
        else:
            found[-1].children.append(node)
    return found


def _received(reading: Reading, found: Zones, nodes: Sequence[Node]) -> tree.Received:
    outside = [
        tree.Doubt(unit.line.place, "", f"“{shorten(unit.printed, _QUOTED, placeholder=' …')}” {_OUTSIDE}")
        for unit in found.remainder
    ]
    return tree.Received(
        format=reading.format,
        headers=reading.headers,
        footers=reading.footers,
        remainder=tuple(map(_everything, found.remainder)),
        doubts=(*reading.doubts, *_doubts(nodes), *outside),
    )


def _everything(unit: Unit) -> str:
    """Its words as a string that leaves nothing out: notes and what was deleted stand in brackets."""
    beside = (f"[{tree.plain(piece.parts)}]" for piece in beside_words(unit.pieces))
    return " ".join(filter(None, (unit.printed, *beside)))


def _doubts(nodes: Sequence[Node]) -> Iterator[tree.Doubt]:
    for node in nodes:
        if node.confidence < 1:
            yield tree.Doubt(node.unit.line.place, "", f"“{node.heading}” {_BY_FORM}")
        yield from _doubts(node.children)
