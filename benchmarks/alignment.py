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
from pathlib import Path
from typing import Final

import treatydraft
from treatydraft.reports.comparison_json import comparison_json

SHARED: Final = Path(os.environ.get("TREATYDRAFT_SHARED", Path(__file__).parents[2] / "shared"))
TARGETS: Final = (("us--japan", 0.70), ("uk--germany", 0.90))


def main() -> int:
    """Compare, measure, print and judge."""
    if not (SHARED / "corpus" / "alignment").is_dir():
        print(f"skipped: there are no aligned agreements in {SHARED}; set TREATYDRAFT_SHARED")
        return 0
    reached = [_judged(name, target) for name, target in TARGETS]
    return 0 if all(reached) else 1


def _judged(name: str, target: float) -> bool:
    first, second = map(_file, name.split("--"))
    said = measured(SHARED / "corpus" / "alignment" / f"{name}.tsv", first, second)
    reached = float(said.split()[0]) >= target
    print("met   " if reached else "MISSED", f"{name} F1 {said}: {target}")
    return reached


def measured(gold: Path, first: Path, second: Path) -> str:
    """What the measure says of our pairs: the F1 first."""
    comparison = comparison_json(treatydraft.compare(first, second, mode="parallel"))
    structures = [str(SHARED / "corpus" / "structure" / f"{file.stem}.tsv") for file in (first, second)]
    measure = str(SHARED / "measures" / "alignment_f1.py")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "comparison.json")
        file.write_text(json.dumps(comparison), encoding="utf-8")
        command = [sys.executable, measure, str(gold), *structures, str(file)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - the measure that the caller has put there


def _file(party: str) -> Path:
    files = sorted((SHARED / "corpus").glob(f"{party}-*"))
    return next(path for path in files if path.suffix in (".docx", ".pdf"))


if __name__ == "__main__":
    sys.exit(main())
