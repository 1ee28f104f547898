"""Small documents as lines that a person writes: a clause a line, deeper ones indented.

`Article 1 # Scope` is a clause with a label and a heading, `1. words` one with a label, `words` one without;
`{Article 2}` cites the clause of that label.
"""

import re
from collections.abc import Iterator, Mapping

from treatydraft.document import tree

LABEL = r"(?:Article|Part) \w+|\w{1,3}[.)]|\(\w{1,4}\)"
LINE = re.compile(rf"(?P<indent> *)(?:(?P<label>{LABEL}) )?(?P<heading># )?(?P<words>.*)")


def document(text: str, name: str = "x") -> tree.Document:
    """The document that the lines draw; the ids of its clauses are their places, as of a received one."""
    lines = [found for line in text.splitlines() if line.strip() and (found := LINE.fullmatch(line))]
    labels = {line["label"]: f"{name}/{place}" for place, line in enumerate(lines) if line["label"]}
    empty = tree.Clause("paragraph", "")
    return tree.Document(
        id=name,
        form="agreement",
        register="binding",
        title=(tree.Text("Agreement on Fisheries"),),
        short_title="",
        parties=(),
        preamble=tree.Preamble(empty, (), empty),
        body=tuple(_forest(lines, 0, labels, name)),
        closing=tree.Closing(empty, ()),
    )


def _forest(
    lines: list[re.Match[str]], first: int, labels: Mapping[str, str], name: str, end: int | None = None
) -> Iterator[tree.Clause]:
    end = len(lines) if end is None else end
    at = first
    while at < end:
        deep = len(lines[at]["indent"])
        after = next((n for n in range(at + 1, end) if len(lines[n]["indent"]) <= deep), end)
        yield _clause(lines[at], f"{name}/{at}", labels, tuple(_forest(lines, at + 1, labels, name, after)))
        at = after


def _clause(
    line: re.Match[str], name: str, labels: Mapping[str, str], under: tuple[tree.Clause, ...]
) -> tree.Clause:
    label = line["label"] or ""
    if line["heading"]:
        return tree.Clause("article", name, label=label, heading=line["words"], children=under)
    return tree.Clause("paragraph", name, label=label, text=_pieces(line["words"], labels), children=under)


def _pieces(words: str, labels: Mapping[str, str]) -> tuple[tree.Inline, ...]:
    parts = re.split(r"\{(.*?)\}", words)
    return tuple(
        tree.Reference(labels[part], part) if place % 2 else tree.Text(part)
        for place, part in enumerate(parts)
        if part
    )
