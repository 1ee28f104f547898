"""Read received agreements and compare the structure found with the one that a careful reader sees.

The agreements, the expected structures and the measure lie outside the project, in the folder that
`TREATYDRAFT_SHARED` names (`../shared` if it is not set). Prints for each file four F1 values and ends with 1
where an average misses its target.
"""

import importlib.util
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Final

import treatydraft
from treatydraft.document.json_form import to_json

SHARED: Final = Path(os.environ.get("TREATYDRAFT_SHARED", Path(__file__).parents[2] / "shared"))
TARGETS: Final = (
    ("headed divisions with their labels", 0.98),
    ("all units", 0.98),
    ("units with their labels", 0.96),
    ("units under the right heading", 0.96),
)
FORMATS: Final = (".docx", ".pdf")


def main() -> int:
    """Measure, print and judge."""
    if not (SHARED / "corpus" / "structure").is_dir():
        print(f"skipped: there is no corpus in {SHARED}; set TREATYDRAFT_SHARED")
        return 0
    measure = _measure(SHARED / "measures" / "structure_f1.py")
    found = [(path.name, scores(measure, path)) for path in _files()]
    width = max(len(name) for name, _ in found)
    for name, values in found:
        print(f"{name:{width}}", *(f"{value:.3f}" for value in values))
    means = [sum(values) / len(found) for values in zip(*(values for _, values in found), strict=True)]
    print(f"{'average':{width}}", *(f"{value:.3f}" for value in means))
    return report(means)


def scores(measure: ModuleType, path: Path) -> tuple[float, ...]:
    """The F1 of each thing measured, for one file."""
    expected = list(measure.gold(SHARED / "corpus" / "structure" / f"{path.stem}.tsv"))
    document = json.loads(json.dumps(to_json(treatydraft.read(path))))
    found = [unit for unit in measure.ours(document) if unit[2]]
    views = (
        lambda units: [(label, text) for _, label, text, headed, _ in units if headed],
        lambda units: [text for _, _, text, _, _ in units],
        lambda units: [(label, text) for _, label, text, _, _ in units],
        lambda units: [(under, text) for _, _, text, _, under in units],
    )
    return tuple(measure.f1(view(expected), view(found)) for view in views)


def report(means: list[float]) -> int:
    """Print the verdicts; 1 where a target is missed."""
    met = [mean >= target for mean, (_, target) in zip(means, TARGETS, strict=True)]
    for reached, mean, (name, target) in zip(met, means, TARGETS, strict=True):
        print("met   " if reached else "MISSED", f"{name} {mean:.3f}: {target}")
    return 0 if all(met) else 1


def _files() -> Iterator[Path]:
    known = {path.stem for path in (SHARED / "corpus" / "structure").glob("*.tsv")}
    for path in sorted((SHARED / "corpus").iterdir()):
        if path.suffix in FORMATS and path.stem in known:
            yield path


def _measure(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("structure_f1", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: the measure cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
