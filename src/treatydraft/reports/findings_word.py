"""Findings in the Word file that they are about: as comments, or mended."""

from datetime import datetime
from typing import Final

from treatydraft.linting.finding import Finding, Severity
from treatydraft.linting.fixing import safe
from treatydraft.linting.report import Located, Report
from treatydraft.linting.text import Passage
from treatydraft.word.comments import Comment, with_comments
from treatydraft.word.comments import Passage as Words
from treatydraft.word.replacing import Passage as Replaced
from treatydraft.word.replacing import with_replacements

AUTHOR: Final = "treatydraft"
_NAMES: Final[dict[Severity, str]] = {"error": "Error", "warning": "Warning", "info": "Note"}


def findings_word(report: Report, data: bytes, date: datetime | None) -> bytes:
    """The Word file with a comment for each finding.

    Raises `PackageError` where the bytes are no Word file or are made to do harm.
    """
    by_clause: dict[str, list[Finding]] = {}
    for one in report.findings:
        by_clause.setdefault(one.finding.clause, []).append(one.finding)
    whole = Words("", tuple(Comment(_said(one)) for one in by_clause.pop("", [])))
    words = [part for passage in report.text.passages for part in _words(passage, by_clause)]
    return with_comments(data, [whole, *words], author=AUTHOR, date=date)


def _words(passage: Passage, by_clause: dict[str, list[Finding]]) -> list[Words]:
    """The heading and the words of a passage, each with what is said of it."""
    found = by_clause.get(passage.clause.id, [])
    of_text = tuple(Comment(_said(one), one.span) for one in found if one.part == "text")
    of_heading = tuple(
        Comment(_said(one), one.span if one.part == "heading" else (0, 0))
        for one in found
        if one.part != "text"
    )
    if not passage.clause.heading:
        of_text, of_heading = (*of_text, *_whole(of_heading)), ()
    if not passage.words.strip():
        of_text, of_heading = (), (*of_heading, *_whole(of_text))
    return [Words(passage.clause.heading, of_heading), Words(passage.words, of_text)]


def _whole(comments: tuple[Comment, ...]) -> tuple[Comment, ...]:
    """The comments as they stand where their words have no place of their own."""
    return tuple(Comment(comment.text) for comment in comments)


def _said(finding: Finding) -> str:
    head = f"{_NAMES[finding.severity]} {finding.rule}: {finding.message}."
    return (
        f"{head}\n{finding.suggestion[:1].upper()}{finding.suggestion[1:]}." if finding.suggestion else head
    )


def mended_word(report: Report, data: bytes, date: datetime | None) -> tuple[bytes, list[Located]]:
    """The Word file with what may safely be mended, and the findings that were mended.

    Of two in the same words the first is mended. Raises `PackageError` where the bytes are no Word file or
    are made to do harm.
    """
    by_clause: dict[str, list[Located]] = {}
    for one in safe(report):
        found = by_clause.setdefault(one.finding.clause, [])
        if one.finding.part == "text" and (not found or found[-1].finding.span[1] <= one.finding.span[0]):
            found.append(one)
    passages = [
        Replaced(passage.words, tuple((one.finding.span, one.finding.replacement or "") for one in chosen))
        for passage in report.text.passages
        for chosen in (by_clause.get(passage.clause.id, []),)
    ]
    mended, done = with_replacements(data, passages, date=date)
    asked = [one for passage in report.text.passages for one in by_clause.get(passage.clause.id, [])]
    return mended, [one for one, made in zip(asked, done, strict=True) if made]
