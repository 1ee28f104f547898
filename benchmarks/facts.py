"""Read the facts of real agreements: precision and recall against facts that people have checked.

The agreements and their facts are not part of the project. They lie in a folder with `corpus/` (the files),
`facts/agreements/*.yaml` (what they say) and `measures/facts_score.py` (the rules of the common fields).
`TREATYDRAFT_SHARED` or --shared names it (`../shared` if neither is given). Without it, the script says so
and ends with 0. It ends with 1 where a target is missed.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from treatydraft.api import read
from treatydraft.facts import facts_json, vocabulary_of
from treatydraft.packs import find_pack

PACK: Final = "security-agreement"
BESIDE: Final = Path(__file__).parents[2] / "shared"
OVERALL: Final = 0.95
AREAS: Final = 0.85
SUFFIXES: Final = (".docx", ".pdf")

# The gold facts say some things in other words than a spec.
_LEVELS: Final = {"most senior levels": "most-senior", "highest level": "highest"}
_RHYTHM: Final = re.compile(
    r"as necessary|ongoing|regularly|annual|\d+(?:-\d+)? (?:year|month)s?\b", re.IGNORECASE
)
_ONCE: Final = re.compile(r"once within (\d+ (?:year|month)s?)", re.IGNORECASE)
_SMALL: Final = frozenset(["the", "of", "and", "on", "for", "a", "an", "to", "in", "between", "with", "by"])
_ALIKE: Final = 0.5  # share of the words of the shorter of two titles that the other must have


@dataclass
class Tally:
    """What was found of one field over all agreements."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, name: str, wanted: set[str], given: set[str]) -> None:
        """Count one agreement."""
        self.right += len(wanted & given)
        self.wrong += len(given - wanted)
        self.missed += len(wanted - given)
        if wanted != given:
            self.notes.append(f"{name}: missed {sorted(wanted - given)}, too many {sorted(given - wanted)}")

    @property
    def precision(self) -> float:
        """The share of what was given that is right."""
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        """The share of what is there that was given."""
        return self.right / (self.right + self.missed or 1)


def main() -> int:
    """Score all agreements and print the fields one by one."""
    options = _options()
    shared = Path(options.shared)
    if not (shared / "facts" / "agreements").is_dir():
        print(f"skipped: there are no facts in {shared}; set TREATYDRAFT_SHARED")
        return 0
    gold_folder = shared / "facts" / "agreements"
    with tempfile.TemporaryDirectory() as written:
        found = dict(_read_all(shared / "corpus", Path(written)))
        common = _common(shared / "measures" / "facts_score.py", Path(written), gold_folder)
    tallies = _own_measure(gold_folder, found)
    for name, tally in tallies.items():
        print(f"{name:28} precision {tally.precision:.2f}  recall {tally.recall:.2f}")
        if options.verbose:
            print(*(f"    {note}" for note in tally.notes), sep="\n")
    rest = [tally for name, tally in tallies.items() if name not in ("support.area", "references.title")]
    areas = tallies["support.area"]
    sound = min(min(one.precision, one.recall) for one in [_together(rest)]) >= OVERALL
    return int(not (common and sound and min(areas.precision, areas.recall) >= AREAS))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", default=os.environ.get("TREATYDRAFT_SHARED", str(BESIDE)))
    parser.add_argument("--verbose", action="store_true", help="say which values were missed or too many")
    return parser.parse_args()


def _read_all(corpus: Path, written: Path) -> Iterable[tuple[str, Mapping[str, set[str]]]]:
    vocabulary = vocabulary_of(find_pack(PACK).vocabulary)
    for path in sorted(path for path in corpus.iterdir() if path.suffix in SUFFIXES):
        name = path.name.split(".")[0]
        result = facts_json(read(path), vocabulary)
        (written / f"{name}.json").write_text(json.dumps(result), encoding="utf-8")
        yield name, {key: {fact["value"] for fact in facts} for key, facts in result["facts"].items()}


def _common(script: Path, written: Path, gold: Path) -> bool:
    """Whether the common measure is content; its result is printed."""
    command = [sys.executable, str(script), str(written), str(gold)]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)  # noqa: S603 - as named
    print(done.stdout, end="")
    return done.returncode == 0


def _own_measure(folder: Path, found: Mapping[str, Mapping[str, set[str]]]) -> Mapping[str, Tally]:
    """Every field that the common measure leaves out, and the areas, value by value."""
    tallies = {name: Tally() for name in (*_WANTED, "references.title")}
    for path in sorted(folder.glob("*.yaml")):
        gold, facts = YAML(typ="safe").load(path), found.get(path.stem, {})
        for name, wanted in _WANTED.items():
            tallies[name].add(path.stem, wanted(gold), set(facts.get(name, ())))
        _count_references(tallies["references.title"], path.stem, gold, facts.get("references.title", set()))
    return tallies


def _of(*steps: str) -> Callable[[Mapping[str, Any]], set[str]]:
    def wanted(gold: Mapping[str, Any]) -> set[str]:
        value: Any = gold
        for step in steps:
            value = (value or {}).get(step)
        return {str(one) for one in (value if isinstance(value, list) else [value]) if one}

    return wanted


def _level(gold: Mapping[str, Any]) -> set[str]:
    return {_LEVELS.get(value, value) for value in _of("consultation", "level")(gold)}


def _extension(gold: Mapping[str, Any]) -> set[str]:
    return {value.split(",")[0] for value in _of("term", "extension")(gold)}


def _extension_notice(gold: Mapping[str, Any]) -> set[str]:
    return {match[0] for value in _of("term", "extension")(gold) if (match := re.search(r"\d+ \w+s", value))}


def _every(gold: Mapping[str, Any]) -> set[str]:
    text = " ".join(_of("review", "every")(gold))
    return {
        match[0].replace(" ", "-") if "necessary" in match[0] else match[0]
        for match in _RHYTHM.finditer(_ONCE.sub("", text))
    }


def _first_within(gold: Mapping[str, Any]) -> set[str]:
    return {match[1] for value in _of("review", "every")(gold) if (match := _ONCE.search(value))}


_WANTED: Final[Mapping[str, Callable[[Mapping[str, Any]], set[str]]]] = {
    "consultation.trigger": _of("consultation", "trigger"),
    "consultation.level": _level,
    "term.extension.by": _extension,
    "term.extension.notice": _extension_notice,
    "amendment.by": _of("amendment", "by"),
    "review.every": _every,
    "review.first_within": _first_within,
    "languages.done_in": _of("languages", "done_in"),
    "languages.authentic": _of("languages", "authentic"),
    "registration.within": _of("registration", "within"),
    "support.area": _of("support_areas"),
}


def _count_references(tally: Tally, name: str, gold: Mapping[str, Any], given: set[str]) -> None:
    """A title counts as found where most of its words stand in one that was given."""
    wanted = [reference["title"] for reference in gold.get("references") or []]
    missed = [title for title in wanted if not any(_alike(title, one) for one in given)]
    foreign = [one for one in given if not any(_alike(title, one) for title in wanted)]
    tally.right += len(wanted) - len(missed)
    tally.missed += len(missed)
    tally.wrong += len(foreign)
    tally.notes.append(f"{name}: missed {missed}, not in the list {sorted(foreign)}")


def _alike(one: str, other: str) -> bool:
    mine, yours = _words(one), _words(other)
    return sum((mine & yours).values()) > _ALIKE * min(sum(mine.values()), sum(yours.values()))


def _words(title: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", title.lower().replace("united nations", "un"))) - Counter(_SMALL)


def _together(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.right, total.wrong, total.missed = (
            total.right + tally.right,
            total.wrong + tally.wrong,
            total.missed + tally.missed,
        )
    print(f"{'together, without areas':28} precision {total.precision:.2f}  recall {total.recall:.2f}")
    return total


if __name__ == "__main__":
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)
