"""Align agreements that exist in parallel mode and compare with what a careful reader put side by side.

The agreements, the expected pairs and the measure lie outside the project, in the folder that
`TREATYDRAFT_SHARED` names (`../shared` if it is not set). Ends with 1 where a pair of agreements misses its
target.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import treatydraft
from treatydraft.comparison.links import Link
from treatydraft.comparison.parallel import parallel_links
from treatydraft.comparison.subjects import Subjects, subjects
from treatydraft.comparison.units import Unit, units
from treatydraft.facts import Vocabulary, facts_of, vocabulary_of
from treatydraft.packs import find_pack

SHARED: Final = Path(os.environ.get("TREATYDRAFT_SHARED", Path(__file__).parents[2] / "shared"))
PACK: Final = "security-agreement"
TARGETS: Final = (("us--japan", 0.70), ("uk--germany", 0.90))


def main() -> int:
    """Align, measure, print and judge."""
    corpus = SHARED / "corpus"
    if not (corpus / "alignment").is_dir():
        print(f"skipped: there are no aligned agreements in {SHARED}; set TREATYDRAFT_SHARED")
        return 0
    vocabulary = vocabulary_of(find_pack(PACK).vocabulary)
    reached = [_judged(name, target, corpus, vocabulary) for name, target in TARGETS]
    return 0 if all(reached) else 1


def _judged(name: str, target: float, corpus: Path, vocabulary: Vocabulary) -> bool:
    first, second = (_file(corpus, party) for party in name.split("--"))
    said = measured(corpus / "alignment" / f"{name}.tsv", first, second, vocabulary)
    reached = float(said.split()[0]) >= target
    print("met   " if reached else "MISSED", f"{name} F1 {said}: {target}")
    return reached


def measured(gold: Path, first: Path, second: Path, vocabulary: Vocabulary) -> str:
    """What the measure says of our pairs: the F1 first."""
    (old, old_subjects), (new, new_subjects) = _read(first, vocabulary), _read(second, vocabulary)
    pairs = list(_pairs(parallel_links(old, new, old_subjects, new_subjects), old, new))
    structures = [str(gold.parents[1] / "structure" / f"{file.stem}.tsv") for file in (first, second)]
    with tempfile.TemporaryDirectory() as folder:
        comparison = Path(folder, "comparison.json")
        comparison.write_text(json.dumps({"pairs": pairs}), encoding="utf-8")
        measure = str(SHARED / "measures" / "alignment_f1.py")
        command = [sys.executable, measure, str(gold), *structures, str(comparison)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - the measure that the caller has put there


def _file(corpus: Path, party: str) -> Path:
    return next(path for path in sorted(corpus.glob(f"{party}-*")) if path.suffix in (".docx", ".pdf"))


def _read(path: Path, vocabulary: Vocabulary) -> tuple[tuple[Unit, ...], Subjects]:
    document = treatydraft.read(path)
    found = units(document)
    return found, subjects(found, facts_of(document, vocabulary), vocabulary)


def _pairs(
    links: tuple[Link, ...], old: tuple[Unit, ...], new: tuple[Unit, ...]
) -> Iterator[dict[str, dict[str, str] | None]]:
    for link in links:
        yield {
            "old": None if link.old is None else _side(old[link.old]),
            "new": None if link.new is None else _side(new[link.new]),
        }


def _side(unit: Unit) -> dict[str, str]:
    return {"label": unit.side.label, "heading": unit.side.heading, "plain": unit.side.plain}


if __name__ == "__main__":
    sys.exit(main())
