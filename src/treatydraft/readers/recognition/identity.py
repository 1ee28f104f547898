"""Give clauses of a received text ids that stay when numbers change: from headings, and places below them."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from treatydraft.document import tree
from treatydraft.readers.lines import Line
from treatydraft.readers.recognition.nesting import Node
from treatydraft.readers.recognition.pieces import merged

_LONGEST: Final = 48
_OF_NOTE: Final = re.compile(r"_?(?:call|note|fn|fnref|ftn|ftnref|cite|ref)\W?\w*\d")
# Behind a full stop they may be a typist's habit, and behind a label they are its distance.
_DOUBLED: Final = re.compile(r"(?<!\S)[^\s.!?:]*\w[^\s.!?:]*[,;]?[ \u00a0]{2,}[^\s.,;:!?]+")
_NOT_ID: Final = re.compile(r"[^\w]+")


@dataclass(slots=True)
class Identities:
    """Ids that have been given, and the clause that each anchor of the file became."""

    adopts: bool  # whether names in the file are ids: Word makes up its own, HTML has those of a person
    taken: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)  # how often an id was wished for
    anchors: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)  # of the clauses, in the file
    doubled_spaces: list[tuple[str, str]] = field(default_factory=list)  # the clause, and the words around

    def clauses(self, nodes: Sequence[Node], above: str) -> tuple[tree.Clause, ...]:
        """The clauses of a forest below the clause with the id `above`."""
        return tuple(self._clause(node, above, place) for place, node in enumerate(nodes, start=1))

    def of_line(self, line: Line, wished: str) -> str:
        """The id of a clause that stands in one line, whose place and anchors lead to it."""
        identity = self.give(line.anchors, wished)
        self.places[identity] = line.place
        self.doubled_spaces += (
            (identity, " ".join(found[0].split())) for found in _DOUBLED.finditer(line.text)
        )
        return identity

    def give(self, anchors: tuple[str, ...], wished: str) -> str:
        """An id that no other clause has, and the anchors that lead to it."""
        names = [name for name in anchors if not _OF_NOTE.fullmatch(name)]
        if self.adopts and names:
            wished = names[-1]
        identity = wished
        while identity in self.taken:
            self.counts[wished] = self.counts.get(wished, 1) + 1
            identity = f"{wished}-{self.counts[wished]}"
        self.taken.add(identity)
        self.anchors.update(dict.fromkeys(anchors, identity))
        return identity

    def _clause(self, node: Node, above: str, place: int) -> tree.Clause:
        wished = slug(node.heading) or f"{above}/{place}".lstrip("/")
        if node.heading and above:
            wished = f"{above}/{wished}"
        identity = self.of_line(node.unit.line, wished)
        return tree.Clause(
            node.kind,
            identity,
            label=node.label,
            heading=node.heading,
            text=node.pieces,
            children=self.clauses(node.children, identity),
            confidence=node.confidence,
        )


def slug(text: str) -> str:
    """A heading as an id: lower case, words joined by hyphens, in its own script.

    >>> slug("Defence and Security")
    'defence-and-security'
    """
    plain = unicodedata.normalize("NFC", text).casefold().replace("’", "").replace("'", "")
    joined = _NOT_ID.sub("-", plain).strip("-_")
    if len(joined) <= _LONGEST:
        return joined
    return joined[:_LONGEST].rpartition("-")[0] or joined[:_LONGEST]


def with_targets(document: tree.Document, anchors: dict[str, str]) -> tree.Document:
    """References to anchors of the file made references to clauses; words stay where an anchor is none."""

    def resolve(piece: tree.Inline) -> tree.Inline:
        if not isinstance(piece, tree.Reference):
            return piece
        target = anchors.get(piece.target_id)
        return tree.Reference(target, piece.text) if target else tree.Text(piece.text)

    def change(clause: tree.Clause) -> tree.Clause:
        return replace(clause, text=merged(tree.map_pieces(clause.text, resolve)))

    return tree.map_clauses(document, change)
