"""Findings as lines for a terminal: where, how grave, what, the words, and what to do."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from treatydraft.linting.finding import Finding, Severity
from treatydraft.linting.report import Located, Report
from treatydraft.reports.terminal import Lines, Styled

_STYLES: Final[dict[Severity, str]] = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_NAMES: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_AROUND: Final = 50  # characters that are shown on each side of the words
_LONGEST: Final = 160  # characters of the words themselves


def findings_text(reports: Sequence[Report], *, width: int, colour: bool) -> str:
    """All findings, file by file, and how many there are."""
    lines = Lines(width, colour=colour)
    for report in reports:
        if report.findings and report.findings[0].in_spec is None:
            lines.write((f"{report.file}, at the stage {report.stage}:", "bold"))
        for one in report.findings:
            _finding(lines, report, one)
    lines.write(_summary(reports))
    return lines.text()


def _finding(lines: Lines, report: Report, one: Located) -> None:
    finding = one.finding
    severity: Styled = (_NAMES[finding.severity], _STYLES[finding.severity])
    lines.write(
        (_own_place(report, one), "bold"), ": ", severity, f": {finding.message} ",
        (f"[{finding.rule} {finding.name}]", "dim"), hanging=4,
    )  # fmt: skip
    if finding.evidence:
        lines.write(*_excerpt(report, finding), indent=4)
    if finding.suggestion:
        lines.write(("→ ", "dim"), finding.suggestion, indent=4, hanging=2)


def _own_place(report: Report, one: Located) -> str:
    """The place without the file where that stands above all its findings."""
    place = place_of(report, one)
    return (
        place if one.in_spec else place.removeprefix(report.file).removeprefix(": ") or "the text as a whole"
    )


def place_of(report: Report, one: Located) -> str:
    """Where a person finds it: the line and field of a spec, the clause and paragraph of a document."""
    label = one.finding.label
    if one.in_spec:
        said = ", ".join(filter(None, (one.field, label)))
        return f"{report.file}:{one.in_spec.line}:{one.in_spec.column}: {said}"
    where = ", ".join(filter(None, (label, one.finding.place)))
    return f"{report.file}: {where}" if where else report.file


def _excerpt(report: Report, finding: Finding) -> list[str | Styled]:
    """The words with those around them, in brackets where there is no colour to set them off."""
    passage = report.text.by_id[finding.clause]
    whole = {"heading": passage.clause.heading, "label": passage.clause.label}.get(
        finding.part, passage.words
    )
    start, end = finding.span
    before, after = whole[max(0, start - _AROUND) : start], whole[end : end + _AROUND]
    words = whole[start:end]
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    left = "…" if start > _AROUND else ""
    right = "…" if end + _AROUND < len(whole) else ""
    return [(f"{left}{_flat(before)}", "dim"), ("»", "dim"), (_flat(words), "bold"), ("«", "dim"),
            (f"{_flat(after)}{right}", "dim")]  # fmt: skip


def _flat(words: str) -> str:
    return words.replace("\n", " ")


def _summary(reports: Sequence[Report]) -> str:
    counts: Counter[Severity] = Counter()
    for report in reports:
        counts += report.counts
    files = _counted(len(reports), "file")
    ignored = sum(len(report.ignored) for report in reports)
    left = f", {ignored} ignored with a reason" if ignored else ""
    if not counts:
        return f"{files}: nothing found{left}"
    found = ", ".join(_counted(counts[severity], _NAMES[severity]) for severity in _NAMES)
    return f"{files}: {found}{left}; `treatydraft lint --explain CODE` says why a rule is there"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
