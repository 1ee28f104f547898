"""`treatydraft diff`: what changed between two texts, clause by clause, or as tracked changes in Word."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydraft.cli.documents import STDIN, compared_texts, word_file
from treatydraft.cli.formats import asked_format, has_colour, json_bytes, screen_width
from treatydraft.cli.options import DEFAULT_PACK, Force, Out, VocabularyPack
from treatydraft.cli.reporting import FOUND, chosen, fail, faults, say
from treatydraft.cli.results import write_result

if TYPE_CHECKING:
    from treatydraft.comparison.compare import AskedMode, Text
    from treatydraft.comparison.result import Comparison, Severity
    from treatydraft.reports.redline import Redline
    from treatydraft.word.resolving import Resolution

_FORMATS = ("text", "md", "html", "json", "docx")
_MODES: "dict[str, AskedMode]" = {"auto": "auto", "revision": "revision", "parallel": "parallel"}
_REVISIONS: "dict[str, Resolution]" = {"accepted": "accept", "rejected": "reject"}
_BINARY = ("docx",)


def diff(  # noqa: PLR0913 - each is an option of the command
    old: Annotated[
        Path,
        typer.Argument(metavar="OLD", help="The older text: a spec or a document.", show_default=False),
    ],
    new: Annotated[
        Path,
        typer.Argument(metavar="NEW", help="The newer one, in any format. “-” is standard input."),
    ],
    *,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="text, md, html or json; docx is a redline with tracked changes."
            "  [default: text, or what --out ends in]",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --to json.")] = False,
    out: Out = None,
    mode: Annotated[
        str,
        typer.Option(
            "--mode",
            metavar="MODE",
            help="revision for two versions of one instrument, parallel for two instruments; auto decides.",
        ),
    ] = "auto",
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar="SEVERITY",
            help="Show this only: material, consequential, editorial; several with commas between.",
        ),
    ] = None,
    context: Annotated[
        int, typer.Option("--context", metavar="N", min=0, help="Unchanged clauses to show around changes.")
    ] = 0,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="TOPIC", help="Leave out this topic and those below it."),
    ] = None,
    exact: Annotated[
        bool, typer.Option("--exact", help="Blanks, quotation marks, dashes and labels' marks count, too.")
    ] = False,
    originals: Annotated[
        bool,
        typer.Option(
            "--originals",
            help="Two originals of one agreement: the order of parties and languages may differ.",
        ),
    ] = False,
    author: Annotated[
        str, typer.Option("--author", metavar="NAME", help="Who the changes in a redline are by.")
    ] = "treatydraft",
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="DATE", help="When they were made: 2024-06-13.  [default: when NEW was saved]"
        ),
    ] = None,
    revisions: Annotated[
        str,
        typer.Option(
            "--revisions", metavar="HOW", help="Tracked changes in the files: accepted or rejected."
        ),
    ] = "accepted",
    pack: VocabularyPack = DEFAULT_PACK,
    force: Force = False,
) -> None:
    """Say what changed between two texts, clause by clause.

    OLD and NEW are specs and documents in any mix. Clauses are found though they were renumbered, moved,
    split or reworded, and what changed in substance comes first. With --to docx, a Word file with tracked
    changes is written: accepting all gives NEW, rejecting all gives OLD.

    Exit status: 0 nothing differs, 1 something does, 2 it could not be done.

    Example: treatydraft diff ours.yaml received.docx --only material
    """
    form = "json" if as_json else asked_format(to, out, _FORMATS, binary=_BINARY)
    if form == "docx":
        _only_for_reports(only=only, ignore=ignore, exact=exact, originals=originals, context=context)
    if old == new == STDIN:
        fail("only one of the two texts can be read from standard input")
    wanted = chosen("--revisions", revisions, tuple(_REVISIONS))
    shown = _severities(only)
    asked = _MODES[chosen("--mode", mode, tuple(_MODES))]
    if form == "docx":
        marks = _write_redline((old, new), out, wanted, (author, _moment(date)), pack, force=force)
        raise typer.Exit(FOUND if marks else 0)
    with faults():
        texts = compared_texts((old, new), wanted, pack)
        comparison = _comparison(texts, asked, exact=exact, originals=originals)
        comparison = _filtered(comparison, shown, tuple(ignore or ()))
        write_result(_rendered(comparison, form, context), out, [old, new], force=force)
    raise typer.Exit(FOUND if comparison.changed else 0)


def _write_redline(  # noqa: PLR0913 - what a redline is made of
    files: tuple[Path, Path],
    out: Path | None,
    revisions: str,
    by: tuple[str, str],
    pack: str,
    *,
    force: bool,
) -> int:
    """Write the redline, say what is in it, and give the number of its marks."""
    with faults():
        made = _redline([word_file(file, revisions, pack) for file in files], revisions, *by)
        write_result(made.data, out, files, force=force)
    _say_of(made)
    return sum(made.counts.values())


def _only_for_reports(**options: object) -> None:
    """A redline holds every change; what narrows a report ends the command."""
    for name, value in options.items():
        if value:
            fail(f"--{name}: is for reports; a redline shows every change")


def _severities(only: str | None) -> "tuple[Severity, ...]":
    if only is None:
        return ()
    from treatydraft.comparison.result import SEVERITIES

    names = [name.strip() for name in only.split(",") if name.strip()]
    known = {severity: severity for severity in SEVERITIES if severity != "none"}
    return tuple(known[chosen("--only", name, tuple(known))] for name in names)  # type: ignore[index]


def _moment(date: str | None) -> str:
    """When changes were made, as Word writes it; empty where the newer file is to say it."""
    from datetime import UTC, datetime

    from treatydraft import api

    try:
        asked = api.source_date() if date is None else datetime.fromisoformat(date)
    except api.SettingError as error:
        fail(str(error))
    except ValueError:
        fail(f"--date: “{date}” is no date; write it as 2024-06-13")
    if asked is None:
        return ""
    moment = asked.astimezone(UTC) if asked.tzinfo else asked
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _comparison(texts: "Sequence[Text]", mode: "AskedMode", *, exact: bool, originals: bool) -> "Comparison":
    from treatydraft import api

    return api.compare_texts(*texts, mode=mode, exact=exact, originals=originals)


def _filtered(
    comparison: "Comparison", severities: "Sequence[Severity]", topics: Sequence[str]
) -> "Comparison":
    from treatydraft.comparison.filtering import ignoring
    from treatydraft.comparison.filtering import only as only_these

    if topics:
        comparison = ignoring(comparison, topics)
    return only_these(comparison, severities) if severities else comparison


def _rendered(comparison: "Comparison", form: str, context: int) -> bytes:
    match form:
        case "md":
            from treatydraft.reports.comparison_markdown import comparison_markdown

            return comparison_markdown(comparison).encode()
        case "html":
            from treatydraft.reports.comparison_html import comparison_html

            return comparison_html(comparison).encode()
        case "json":
            from treatydraft.reports.comparison_json import comparison_json

            return json_bytes(comparison_json(comparison))
        case _:
            from treatydraft.reports.comparison_text import comparison_text

            width, colour = screen_width(), has_colour()
            return comparison_text(comparison, width=width, colour=colour, context=context).encode()


def _redline(files: Sequence[bytes], revisions: str, author: str, date: str) -> "Redline":
    from treatydraft.reports.redline import RedlineError, write_redline

    try:
        return write_redline(*files, author=author, date=date, revisions=_REVISIONS[revisions])
    except RedlineError as error:
        fail(str(error))


def _say_of(made: "Redline") -> None:
    for note in made.notes:
        say(f"note: {note}")
    inserted, deleted, moved = (made.counts.get(kind, 0) for kind in ("ins", "del", "moveFromRangeStart"))
    marks = f"{inserted} insertions, {deleted} deletions, {moved} moves"
    say(f"{marks}; checked: accepting all gives NEW, rejecting all OLD")
