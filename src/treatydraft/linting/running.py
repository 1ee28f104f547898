"""A text and its settings in, findings out."""

from collections.abc import Iterator, Sequence
from typing import Final

from treatydraft.linting.finding import Finding, Mark, Severity
from treatydraft.linting.rule import Rule
from treatydraft.linting.rules import RULES
from treatydraft.linting.settings import Settings
from treatydraft.linting.text import Passage, Text

_EVERYTHING: Final = Settings()


def lint(text: Text, settings: Settings = _EVERYTHING, more: Sequence[Rule] = ()) -> tuple[Finding, ...]:
    """What the rules find in a text, in the order of the page; `more` are rules of other packages."""
    found = [
        finding
        for rule in (*RULES, *more)
        if (severity := settings.severity_of(rule)) is not None and _looks(rule, text)
        for finding in _findings(rule, severity, text)
    ]
    order = {passage.clause.id: number for number, passage in enumerate(text.passages, start=1)}
    return tuple(sorted(found, key=lambda one: (order.get(one.clause, 0), one.span, one.rule)))


def _looks(rule: Rule, text: Text) -> bool:
    """Whether a rule looks at a text of this stage and language."""
    return text.stage in rule.stages and (not rule.languages or text.language in rule.languages)


def _findings(rule: Rule, severity: Severity, text: Text) -> Iterator[Finding]:
    seen = set()
    for mark in rule.check(text):
        key = (mark.clause, mark.part, mark.span, mark.message)
        if key not in seen:
            seen.add(key)
            yield _finding(rule, severity, mark, text)


def _finding(rule: Rule, severity: Severity, mark: Mark, text: Text) -> Finding:
    passage = text.by_id.get(mark.clause)
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=severity,
        message=mark.message,
        clause=mark.clause,
        label=passage.label if passage else "",
        place=text.places.get(mark.clause, ""),
        evidence=_evidence(mark, passage) if passage else "",
        part=mark.part,
        span=mark.span,
        suggestion=mark.suggestion,
        replacement=mark.replacement,
    )


def _evidence(mark: Mark, passage: Passage) -> str:
    """The words that a mark is about."""
    words = {"heading": passage.clause.heading, "label": passage.clause.label, "text": passage.words}
    start, end = mark.span
    return words.get(mark.part, "")[start:end].strip()
