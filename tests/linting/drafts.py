"""Specs with a clause of their own, in which tests plant what a reader would mark."""

from pathlib import Path
from typing import Final

SPECS: Final = Path(__file__).parents[2] / "specs"
US: Final = SPECS / "us-ukraine-2024.yaml"
# A line of the spec above, below which a clause of its own begins.
_FIRST_CLAUSE: Final = "clauses:\n"


def with_clause(words: str, *, before: str = "", file: Path = US) -> str:
    """The text of a spec with one more clause, which is headed `Reports`.

    Args:
        words: The lines of the clause, with `text: |` and all that belongs to it.
        before: A comment above `text`.
        file: The spec.
    """
    source = file.read_text(encoding="utf-8")
    assert source.count(_FIRST_CLAUSE) == 1
    lines = ["  - topic: reports", "    after: consultation", "    heading: Reports"]
    lines += [f"    {before}"] if before else []
    lines += ["    text: |", *(f"      {line}" for line in words.splitlines())]
    return source.replace(_FIRST_CLAUSE, _FIRST_CLAUSE + "\n".join(lines) + "\n")
