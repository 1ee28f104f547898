"""Compare two versions of a 90-page agreement: treatydraft against the tools that write tracked changes.

The pair is made here, so that it is known what was done: words, modals, numbers, moves, moves with edits,
splits, merges, table rows and cells, headings. Each tool runs in a process of its own; what counts is the
wall time of its fastest run, its start included, beside its peak memory. A judge that shares no code with
the project accepts and rejects all changes. Ends with 1 where a target is missed.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from comparing import agreements, judging, running, tools

FASTER: Final = 5  # than the fastest peer that is exact both ways
MOST_MEMORY: Final = 150  # MiB, for the pair of 90 pages
TIMES_LONGER: Final = 10
MOST_TIMES_SLOWER: Final = 12  # for a text ten times as long with as many edits
UNRELATED: Final = 130  # articles: 300 pages
REPORTS: Final = ("json", "html")
_PEERS: Final = "TREATYDRAFT_PEERS"

Made: TypeAlias = tuple[running.Run, Path | None]  # and the file, if there is one
Verdict: TypeAlias = tuple[bool | None, str]  # nothing where it could not be measured


@dataclass(frozen=True, slots=True)
class Result:
    """What a tool made of the pair."""

    name: str
    run: running.Run
    accepts: bool
    rejects: bool
    moves: int  # of those that were made
    false_moves: int
    marks: judging.Marks

    @property
    def exact(self) -> bool:
        """Whether accepting gives the one version and rejecting the other."""
        return self.accepts and self.rejects


@dataclass(frozen=True, slots=True)
class Failed:
    """A tool that made nothing."""

    name: str
    run: running.Run


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the files are, and how often a tool runs."""

    folder: Path
    rounds: int

    def best(self, made: Sequence[tools.Tool], old: bytes, new: bytes, rounds: int = 0) -> dict[str, Made]:
        """The fastest run of each tool; they take turns, so that a busy machine slows all of them."""
        sides = (self.folder / "old.docx", self.folder / "new.docx")
        for path, data in zip(sides, (old, new), strict=True):
            path.write_bytes(data)
        found: dict[str, Made] = {}
        for tool in list(made) * (rounds or self.rounds):
            known = found.get(tool.name)
            if known and known[1] is None:
                continue
            out = self.folder / f"{tool.name.replace(' ', '-')}.out.docx"
            run, is_made = running.made(tool.command(*sides, out), out)
            if known is None or not is_made or run.seconds < known[0].seconds:
                found[tool.name] = run, out if is_made else None
        return found


# --- The pair of 90 pages -----------------------------------------------------------------------------------


def redline(name: str, made: Made, pair: agreements.Pair) -> Result | Failed:
    """What a tool made of the pair, judged."""
    run, out = made
    if out is None:
        return Failed(name, run)
    body = judging.body(out.read_bytes())
    moved = Counter(judging.moved_texts(body))
    true = Counter(one.new for one in pair.moved)
    return Result(
        name=name,
        run=run,
        accepts=_same(body, pair.new, "new"),
        rejects=_same(body, pair.old, "old"),
        moves=(moved & true).total(),
        false_moves=(moved - true).total(),
        marks=judging.marks(body),
    )


def _same(body: judging.Element, side: bytes, which: judging.Side) -> bool:
    return list(judging.texts(body, which)) == list(judging.texts(judging.body(side), which))


def print_redlines(found: Sequence[Result | Failed | tools.Missing], pair: agreements.Pair) -> None:
    """One line a tool."""
    print(f"\n{pair.words:,} words, {sum(pair.edits.values())} edits, {len(pair.moved)} clauses moved")
    columns = "      s  on cores   MiB  accepts  rejects    moves  false  revisions  words in  words out"
    width = max(len(one.name) for one in found)
    print(f"{'':{width}}{columns}")
    for one in found:
        match one:
            case tools.Missing(name, reason):
                print(f"{name:{width}}  missing: {reason}")
            case Failed(name, run):
                print(f"{name:{width}}  {_cost(run)}  made nothing: {run.said}")
            case Result():
                print(f"{one.name:{width}}  {_line(one, len(pair.moved))}")


def _line(one: Result, moved: int) -> str:
    exact = "  ".join(f"{'yes' if same else 'no':>7}" for same in (one.accepts, one.rejects))
    moves = f"{one.moves:3}/{moved:<3}  {one.false_moves:5}"
    marks = f"{one.marks.revisions:9}  {one.marks.inserted:8}  {one.marks.deleted:9}"
    return f"{_cost(one.run)}  {exact}  {moves}  {marks}"


def _cost(run: running.Run) -> str:
    return f"{run.seconds:5.2f}  {run.processor_seconds:8.2f} {run.mebibytes:5.0f}"


def judged(found: Sequence[Result | Failed | tools.Missing], reports: Sequence[running.Run]) -> list[Verdict]:
    """Whether our redline is right, and it and our reports are fast and small."""
    own, *others = found
    exact = [one for one in others if isinstance(one, Result) and one.exact]
    peer = min(exact, key=lambda one: one.run.seconds, default=None)
    if not isinstance(own, Result):
        return [(False, f"{own.name} makes a redline")]
    runs = [own.run, *reports]
    most = max(run.mebibytes for run in runs)
    return [
        (own.exact, "our redline is exact both ways"),
        *(_faster(run, peer, name) for run, name in zip(runs, ("redline", *REPORTS), strict=True)),
        (most < MOST_MEMORY, f"{most:.0f} MiB at most: under {MOST_MEMORY} MiB"),
    ]


def _faster(run: running.Run, peer: Result | None, what: str) -> Verdict:
    if peer is None:
        return None, f"{what} against an exact peer: none was measured"
    times = peer.run.seconds / run.seconds
    return times >= FASTER, f"{what} {times:.1f}x as fast as {peer.name}: {FASTER}x"


# --- Long texts ---------------------------------------------------------------------------------------------


def long_texts(bench: Bench, seed: int, short: Sequence[running.Run]) -> list[Verdict]:
    """Texts of ten times the length with as many edits, and texts that have nothing in common."""
    longer = agreements.pair(seed, agreements.ARTICLES * TIMES_LONGER)
    one, other = agreements.unrelated(seed, UNRELATED)
    verdicts: list[Verdict] = []
    for form, before in zip(("docx", "json"), short, strict=False):
        tool = tools.own(form)
        run, out = bench.best([tool], longer.old, longer.new, rounds=1)[tool.name]
        slower = run.seconds / before.seconds
        _print_run(f"{tool.name}, {longer.words:,} words", run)
        verdicts.append(
            (
                out is not None and slower <= MOST_TIMES_SLOWER,
                f"{form} of {TIMES_LONGER}x the length: {slower:.1f}x the time, at most {MOST_TIMES_SLOWER}x",
            )
        )
        run, out = bench.best([tool], one, other, rounds=1)[tool.name]
        _print_run(f"{tool.name}, two unrelated texts of 300 pages", run)
        verdicts.append((out is not None, f"{form} of two unrelated texts of 300 pages is made"))
    return verdicts


def _print_run(what: str, run: running.Run) -> None:
    print(f"{what}: {run.seconds:.2f} s, {run.processor_seconds:.2f} s on cores, {run.mebibytes:.0f} MiB")


# --- The script ---------------------------------------------------------------------------------------------


def main() -> int:
    """Measure, print and judge."""
    options = argparse.ArgumentParser(description=__doc__)
    named = os.environ.get(_PEERS)
    options.add_argument(
        "--peers",
        type=Path,
        default=Path(named) if named else None,
        help=f"virtual environment of the peers (${_PEERS})",
    )
    options.add_argument("--rounds", type=int, default=3, help="runs of each tool")
    options.add_argument("--seed", type=int, default=7, help="of the pair")
    options.add_argument("--short", action="store_true", help="leave the long texts out")
    options.add_argument("--save", type=Path, help="keep the files in this folder")
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.save or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        return measure(Bench(folder, arguments.rounds), arguments, Path(scratch))


def measure(bench: Bench, arguments: argparse.Namespace, scratch: Path) -> int:
    """All of it; 1 where a target is missed."""
    pair = agreements.pair(arguments.seed)
    asked = [tools.own("docx"), *tools.peers(arguments.peers, scratch)]
    forms = [tools.own(form) for form in REPORTS]
    present = [one for one in (*asked, *forms) if isinstance(one, tools.Tool)]
    made = bench.best(present, pair.old, pair.new)
    own, *others = (
        one if isinstance(one, tools.Missing) else redline(one.name, made[one.name], pair) for one in asked
    )
    print_redlines([own, *others], pair)
    reports = [made[tool.name][0] for tool in forms]
    for tool, run in zip(forms, reports, strict=True):
        _print_run(tool.name, run)
    verdicts = judged([own, *others], reports)
    if isinstance(own, Result) and not arguments.short:
        verdicts += long_texts(bench, arguments.seed, [own.run, reports[0]])
    for met, text in verdicts:
        print({True: "met    ", False: "MISSED ", None: "unknown"}[met], text)
    return 0 if all(met is not False for met, _ in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
