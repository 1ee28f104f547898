"""Findings as JSON with a schema, as SARIF, and as annotations of GitHub."""

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any, Final

from treatydraft.linting.finding import SEVERITIES, STAGES, Severity
from treatydraft.linting.report import Located, Report
from treatydraft.linting.rule import Rule
from treatydraft.reports.findings_text import place_of

_LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "notice"}

Json = dict[str, Any]


# --- JSON -------------------------------------------------------------------------------------------------


def findings_json(report: Report) -> Json:
    """The findings of one file."""
    return {
        "treatydraft": 1,
        "kind": "findings",
        "file": report.file,
        "stage": report.stage,
        "counts": {severity: report.counts[severity] for severity in SEVERITIES},
        "findings": [_finding(report, one) for one in report.findings],
        "ignored": [_finding(report, one) for one in report.ignored],
    }


def _finding(report: Report, one: Located) -> Json:
    finding, at = one.finding, one.in_spec
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "place": {
            "file": report.file,
            "line": at.line if at else None,
            "column": at.column if at else None,
            "field": one.field,
            "clause": finding.clause,
            "label": finding.label,
            "in_file": finding.place,
            "part": finding.part,
            "span": list(finding.span),
        },
        "evidence": finding.evidence,
        "suggestion": finding.suggestion,
        "replacement": finding.replacement,
    }


def findings_schema() -> Json:
    """The JSON Schema (2020-12) of `findings_json`."""
    text, number = {"type": "string"}, {"type": ["integer", "null"], "minimum": 1}
    place = _object({
        "file": text, "line": number, "column": number, "field": text, "clause": text, "label": text,
        "in_file": text, "part": {"enum": ["text", "heading", "label", "document"]},
        "span": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
    })  # fmt: skip
    finding = _object({
        "rule": text, "name": text, "severity": {"enum": list(SEVERITIES)}, "message": text, "place": place,
        "evidence": text, "suggestion": text, "replacement": {"type": ["string", "null"]},
    })  # fmt: skip
    many = {"type": "array", "items": finding}
    counts = _object({severity: {"type": "integer", "minimum": 0} for severity in SEVERITIES})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "treatydraft findings",
        **_object({
            "treatydraft": {"const": 1}, "kind": {"const": "findings"}, "file": text,
            "stage": {"enum": list(STAGES)}, "counts": counts, "findings": many, "ignored": many,
        }),
    }  # fmt: skip


def _object(members: Json) -> Json:
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


# --- SARIF ------------------------------------------------------------------------------------------------


def findings_sarif(reports: Sequence[Report], rules: Sequence[Rule]) -> Json:
    """The findings of all files as SARIF 2.1.0, in which a rule is told only where it found something."""
    found = {one.finding.rule for report in reports for one in (*report.findings, *report.ignored)}
    told = [rule for rule in rules if rule.code in found]
    driver = {
        "name": "treatydraft",
        "version": version("treatydraft"),
        "rules": [_sarif_rule(rule) for rule in told],
    }
    numbers = {rule.code: number for number, rule in enumerate(told)}
    results = [
        _sarif_result(report, one, numbers, ignored=ignored)
        for report in reports
        for ignored, some in ((False, report.findings), (True, report.ignored))
        for one in some
    ]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _sarif_rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.about.summary},
        "fullDescription": {"text": " ".join(rule.about.why.split())},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _sarif_result(report: Report, one: Located, numbers: dict[str, int], *, ignored: bool) -> Json:
    finding = one.finding
    physical: Json = {"artifactLocation": {"uri": report.file.replace("\\", "/")}}
    if one.in_spec:
        physical["region"] = {"startLine": one.in_spec.line, "startColumn": one.in_spec.column}
    location: Json = {"physicalLocation": physical}
    if finding.label:
        location["logicalLocations"] = [{"name": finding.label, "fullyQualifiedName": finding.clause}]
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": _sentence(report, one)},
        "locations": [location],
    }
    return result | ({"suppressions": [{"kind": "inSource"}]} if ignored else {})


def _sentence(report: Report, one: Located) -> str:
    """What is wrong, with its clause where no line says where, and what to do."""
    finding = one.finding
    where = "" if one.in_spec else place_of(report, one).removeprefix(report.file).lstrip(": ")
    said = ": ".join(filter(None, (where, finding.message)))
    return f"{said}; {finding.suggestion}" if finding.suggestion else said


# --- GitHub -----------------------------------------------------------------------------------------------


def findings_github(reports: Sequence[Report]) -> str:
    """The findings as workflow commands, which GitHub shows beside the lines of a change."""
    return "".join(_annotation(report, one) for report in reports for one in report.findings)


def _annotation(report: Report, one: Located) -> str:
    finding, at = one.finding, one.in_spec
    named = {"file": report.file, "line": at.line if at else None, "col": at.column if at else None,
             "title": f"{finding.rule} {finding.name}"}  # fmt: skip
    members = ",".join(
        f"{name}={_property(str(value))}" for name, value in named.items() if value is not None
    )
    return f"::{_COMMANDS[finding.severity]} {members}::{_data(_sentence(report, one))}\n"


def _data(text: str) -> str:
    return "".join(_escaped(text))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> Iterator[str]:
    """What would end a workflow command, as GitHub wants it written."""
    for sign in text:
        yield {"%": "%25", "\r": "%0D", "\n": "%0A"}.get(sign, sign)
