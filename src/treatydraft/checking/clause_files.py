"""The clause files of a pack: their front matter, and the names, words and filters that they use."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from treatydraft.checking.finding import Finding, fault, of_problem
from treatydraft.checking.template_names import Known, Slip, slips
from treatydraft.drafting.clauses import environment
from treatydraft.packs.manifest import front_matter_faults
from treatydraft.spec import read_yaml

_FENCE: Final = "---"
_MARKS: Final = re.compile(r"^(#{1,6} |> ?|```|\|)")
_WHAT: Final = {"# ": "a heading", ">": "a quotation", "`": "a block of code", "|": "a table"}
# The names of every clause, and of those that are drafted once for each of something.
NAMES: Final = frozenset(
    {
        *("spec", "parties", "party_ids", "languages", "w", "comma", "register", "binding", "political"),
        *("annex", "annexes", "annex_id", "here", "same_register", "instrument_words"),
    }
)
_ALSO: Final = {"signature": "party", "recital": "recital"}


@dataclass(frozen=True, slots=True)
class ClauseFile:
    """A clause file: what its front matter says, and where its body begins."""

    name: str
    front: dict[str, Any]
    lines: dict[str, int]  # of the names in the front matter
    body: str
    first_line: int

    @property
    def topic(self) -> str:
        """What it is about; empty where it does not say."""
        return str(self.front.get("topic", ""))

    def line(self, name: str) -> int:
        """The line of a name in the front matter."""
        return self.lines.get(name, 1)


def read_clause(path: Path, name: str) -> tuple[ClauseFile | None, list[Finding]]:
    """Read a clause file; none where it has no front matter."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return None, [fault("unreadable", f"the file cannot be read: {error}", name, 1)]
    lines = text.splitlines(keepends=True)
    fences = [index for index, line in enumerate(lines) if line.strip() == _FENCE][:2]
    if len(fences) != 2 or fences[0] != 0:  # noqa: PLR2004 - a fence on either side
        message = "a clause file begins with front matter between two lines ---"
        return None, [fault("front-matter", message, name, 1)]
    read, problems = read_yaml("".join(lines[: fences[1]]).encode(), name)
    if read is None:
        return None, [of_problem(problem, name) for problem in problems]
    problems = (*problems, *read.problems(front_matter_faults(read.data)))
    places = {str(path[0]): place.line for path, place in read.keys.items() if len(path) == 1}
    body = "".join(lines[fences[1] + 1 :])
    clause = ClauseFile(name, dict(read.data), places, body, fences[1] + 2)
    return clause, [of_problem(problem, name) for problem in problems]


def clause_findings(clause: ClauseFile, known: Known) -> Iterator[Finding]:
    """All that is wrong in the templates of a clause: its condition, its headings and its text."""
    also = {_ALSO[clause.topic]} if clause.topic in _ALSO else set()
    known = Known(known.names | also, known.models, known.words, known.literals)
    for name, template in _short_templates(clause):
        for slip in slips(template, environment(), known):
            yield _finding(slip, clause.name, clause.line(name))
    for slip in slips(clause.body, environment(), known):
        yield _finding(slip, clause.name, clause.first_line + slip.line - 1)
    if not clause.body.strip():
        yield fault("empty-clause", "this clause has no text", clause.name, clause.first_line)
    for number, line in enumerate(clause.body.splitlines()):
        if found := _MARKS.match(line):
            what = _WHAT.get(found[1][:1] if found[1][0] != "#" else "# ", "")
            message = f"{what} has no place in a clause"
            hint = "the field “heading” is for it" if what == "a heading" else ""
            yield fault("markup", message, clause.name, clause.first_line + number, hint)


def _short_templates(clause: ClauseFile) -> Iterator[tuple[str, str]]:
    heading = clause.front.get("heading", "")
    for text in heading.values() if isinstance(heading, dict) else (heading,):
        yield "heading", str(text)
    if when := clause.front.get("when"):
        yield "when", f"{{% if {when} %}}yes{{% endif %}}"


def _finding(slip: Slip, file: str, line: int) -> Finding:
    return fault(slip.code, slip.message, file, line, slip.hint)
