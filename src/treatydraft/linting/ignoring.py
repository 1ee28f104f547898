"""Words in a text that keep rules from marking a place: `treatydraft: ignore TD203 because …`.

In a spec they are a comment, at the end of a line or above it; in a Word file they are a comment on the
clause, and hold for the clauses below it too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.finding import Finding
from treatydraft.linting.settings import named

_IGNORE: Final = re.compile(
    r"treatydraft: ?ignore (?P<rules>[\w-]+(?:, ?[\w-]+)*)(?: because (?P<reason>\S.*))?", re.IGNORECASE
)
_COMMENT_LINE: Final = re.compile(r"\s*#")


@dataclass(frozen=True, slots=True)
class Ignore:
    """What must not be marked, and where."""

    rules: tuple[str, ...]  # names, codes, or the beginnings of codes
    reason: str  # empty where none is given, and then nothing is ignored
    line: int = 0  # of a spec, from 1: the line that it is about
    clause: str = ""  # of a document: the id

    def covers(self, finding: Finding, lines: Sequence[int], above: Sequence[str]) -> bool:
        """Whether a finding is what must not be marked.

        Args:
            finding: The finding.
            lines: Those of the spec that it is about: of the words, of their field.
            above: The ids of its clause and of those above it.
        """
        here = self.line in lines or (self.clause != "" and self.clause in above)
        return (
            here and bool(self.reason) and any(named(finding.name, finding.rule, rule) for rule in self.rules)
        )


def ignores_of_spec(source: str) -> Iterator[Ignore]:
    """Those in the comments of a spec; one above a line is about the next line that is no comment."""
    lines = source.split("\n")
    for number, line in enumerate(lines, start=1):
        if "#" in line and (found := _IGNORE.search(line, line.index("#"))):
            rest = range(number, len(lines)) if _COMMENT_LINE.match(line) else ()
            about = next((at + 1 for at in rest if not _COMMENT_LINE.match(lines[at])), number)
            yield _ignore(found, line=about)


def ignores_of_document(document: tree.Document) -> Iterator[Ignore]:
    """Those in the comments on a received file."""
    for clause in tree.clauses(document):
        for piece in tree.leaves(clause.text):
            if isinstance(piece, tree.Note) and (found := _IGNORE.search(tree.plain(piece.parts))):
                yield _ignore(found, clause=clause.id)


def _ignore(found: re.Match[str], *, line: int = 0, clause: str = "") -> Ignore:
    rules = tuple(name.strip() for name in found["rules"].split(","))
    return Ignore(rules, (found["reason"] or "").strip(), line, clause)
