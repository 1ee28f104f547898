"""Mend what may safely be mended: the replacements that rules offer, where their words are found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from treatydraft.linting.report import Located, Report

Span: TypeAlias = tuple[int, int]

_AROUND: Final = (0, 12, 60, 240)  # characters around the words by which their place in a text is told


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after fixes, and the findings that were mended in it."""

    text: str
    findings: tuple[Located, ...]


def mended(text: str, report: Report) -> Mended:
    """The text of a spec with every safe replacement, where the words stand once in their field."""
    return _mended(text, report, lambda one: one.in_spec.exact if one.in_spec else None)


def mended_plain(text: str, report: Report) -> Mended:
    """A Markdown or plain text with every safe replacement, where the words are told by those around them."""

    def place(one: Located) -> Span | None:
        words = report.text.by_id[one.finding.clause].words
        return _place(text, words, one.finding.span) if one.finding.part == "text" else None

    return _mended(text, report, place)


def safe(report: Report) -> Iterator[Located]:
    """The findings that may be mended without a thought."""
    return (one for one in report.findings if one.finding.replacement is not None)


def _mended(text: str, report: Report, place: Callable[[Located], Span | None]) -> Mended:
    """Replace from the end to the beginning so that places stay.

    Of two findings in the same words the first is mended; another run sees the other.
    """
    placed = [(span, one) for one in safe(report) if (span := place(one)) is not None]
    chosen = list(_apart(sorted(placed, key=lambda pair: pair[0])))
    for (start, end), one in reversed(chosen):
        text = text[:start] + (one.finding.replacement or "") + text[end:]
    return Mended(text, tuple(one for _, one in chosen))


def _apart(placed: list[tuple[Span, Located]]) -> Iterator[tuple[Span, Located]]:
    last = 0
    for span, one in placed:
        if span[0] >= last:
            yield span, one
            last = span[1]


def _place(text: str, words: str, span: Span) -> Span | None:
    """Where the words of a span stand in a text, told by more and more of what is around them."""
    start, end = span
    for around in _AROUND:
        first = max(0, start - around)
        sought = words[first : end + around]
        if text.count(sought) == 1:
            at = text.index(sought) + start - first
            return at, at + end - start
    return None
