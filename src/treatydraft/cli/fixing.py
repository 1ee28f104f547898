"""`treatydraft lint --fix`: mend specs, and drafts that were written here and that nobody has edited."""

import codecs
from pathlib import Path
from typing import TYPE_CHECKING

from treatydraft.cli.documents import is_spec, linted, spec_faults
from treatydraft.cli.reporting import fail, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydraft.linting import Rule, Settings, Stage
    from treatydraft.linting.report import Located, Report

_KEPT = {
    "kept": "a person has edited it",
    "foreign": "treatydraft did not write it",
    "open": "it is open in an office program",
}
_PLAIN = (".md", ".txt")
_FORMATS = ("yaml", "docx", "md", "txt")


def fix_file(
    file: Path, stage: "Stage | None", settings: "Settings", pack: str, rules: "Sequence[Rule]"
) -> None:
    """Mend a file in place and say what was mended; what somebody else wrote or edited stays as it is."""
    if is_spec(file):
        _fix_spec(file, stage, settings, rules)
    elif file.suffix.lower() not in (*_PLAIN, ".docx"):
        _stays(file, f"only {', '.join(_FORMATS)} files are mended")
    elif not _is_known(file):
        _stays(file, _KEPT["foreign"])
    else:
        _fix_draft(file, linted(file, stage, settings, pack, rules))


def _fix_spec(file: Path, stage: "Stage | None", settings: "Settings", rules: "Sequence[Rule]") -> None:
    from treatydraft import api
    from treatydraft.cli.outputs import write_atomically
    from treatydraft.linting.fixing import mended
    from treatydraft.spec import source_text

    with spec_faults():
        job = api.job(file)
        done = mended(source_text(job.source), api.lint_job(job, stage=stage, settings=settings, rules=rules))
    if not done.findings:
        return
    if problems := api.check_spec(done.text, str(file)):
        fail(f"{file}: nothing was mended, since the spec would not be valid then: {problems[0].message}")
    write_atomically(file, _as_before(done.text, job.source))
    _say(file, done.findings)


def _as_before(text: str, source: bytes) -> bytes:
    """The text with the line ends and the mark at the beginning that the file had."""
    if b"\r\n" in source:
        text = text.replace("\n", "\r\n")
    return (codecs.BOM_UTF8 if source.startswith(codecs.BOM_UTF8) else b"") + text.encode()


def _is_known(file: Path) -> bool:
    from treatydraft.cli.outputs import LEDGER

    return (file.parent / LEDGER).is_file()


def _fix_draft(file: Path, report: "Report") -> None:
    """Mend a draft through the ledger of its folder, which says whether it was edited."""
    from treatydraft.cli.outputs import write_outputs

    source = file.read_bytes()
    plain = file.suffix.lower() in _PLAIN
    data, findings = _mended_plain(source, report) if plain else _mended_word(source, report)
    if not findings:
        return
    [outcome] = write_outputs(file.parent, {file.name: data}, force=False)
    if outcome.fate == "written":
        _say(file, findings)
    else:
        _stays(file, _KEPT.get(outcome.fate, outcome.fate))


def _mended_plain(source: bytes, report: "Report") -> "tuple[bytes, Sequence[Located]]":
    from treatydraft.linting.fixing import mended_plain

    done = mended_plain(source.decode(), report)
    return done.text.encode(), done.findings


def _mended_word(source: bytes, report: "Report") -> "tuple[bytes, Sequence[Located]]":
    from treatydraft import api
    from treatydraft.reports.findings_word import mended_word

    return mended_word(report, source, api.source_date())


def _stays(file: Path, why: str) -> None:
    say(f"note: {file}: stays as it is, since {why}")


def _say(file: Path, findings: "Sequence[Located]") -> None:
    for one in findings:
        finding = one.finding
        where = f"{file}:{one.in_spec.line}" if one.in_spec else f"{file}: {finding.label}"
        say(f"mended: {where}: {finding.rule} “{finding.evidence}” → “{finding.replacement}”")
