"""Turns the bytes of a file into text, or says why not: too large, not UTF-8, empty, tabs."""

import re
from dataclasses import replace
from typing import Final

from treatydraft.spec.problems import Problem

LARGEST: Final = 256 * 1024  # bytes
DEEPEST: Final = 40  # levels of lists and groups of fields inside one another

_OPEN_BRACKETS: Final = re.compile(rf"(?:[\[{{]\s*){{{DEEPEST + 1}}}")
_NOTHING: Final = re.compile(r"(?:\s+|#[^\n]*|---|\.\.\.)*")


def decode(source: bytes, name: str) -> str | Problem:
    """The text of a YAML file with one kind of line ends, or the reason why it cannot be read."""
    if len(source) > LARGEST:
        return Problem(
            "too-large", f"the file has more than {LARGEST // 1024} KB, and a spec has a few", name
        )
    try:
        text = _unix_lines(source.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _not_utf8(source, name, error)
    if _NOTHING.fullmatch(text):
        message = "the file holds only comments" if "#" in text else "the file is empty"
        return Problem("empty", message, name, 1, 1, hint="`treatydraft new` writes a spec to start from")
    return _tab(text, name) or _nesting(text, name) or text


def source_text(source: bytes) -> str:
    """The text of a file as its problems count lines and columns, with a sign for whatever is not UTF-8."""
    return _unix_lines(source.decode("utf-8-sig", errors="replace"))


def placed_at(problem: Problem, text: str, index: int) -> Problem:
    """The problem with the place of a character of the text."""
    line = text.count("\n", 0, index) + 1
    return replace(problem, line=line, column=index - text.rfind("\n", 0, index))


def too_deep(name: str) -> Problem:
    """The problem of a file that nests too deeply."""
    return Problem(
        "too-deep", f"more than {DEEPEST} lists or groups of fields stand inside one another", name
    )


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(source: bytes, name: str, error: UnicodeDecodeError) -> Problem:
    before = _unix_lines(source[: error.start].decode("utf-8-sig", errors="replace"))
    utf16 = source[:2] in {b"\xff\xfe", b"\xfe\xff"}
    message = f"the file is not UTF-8 at byte {error.start}" + (": it is UTF-16" if utf16 else "")
    found = f"0x{source[error.start]:02x}"
    problem = Problem("not-utf8", message, name, found=found, hint="save the file as UTF-8")
    return placed_at(problem, before, len(before))


def _tab(text: str, name: str) -> Problem | None:
    at = text.find("\t")
    if at < 0:
        return None
    before = text[text.rfind("\n", 0, at) + 1 : at]
    if before.strip():
        message = "a tab stands here, and only spaces can"
    else:
        message = "this line is indented with a tab, and YAML is indented with spaces"
    hint = "put spaces in its place; most editors do that for a whole file at once"
    return placed_at(Problem("tab", message, name, hint=hint), text, at)


def _nesting(text: str, name: str) -> Problem | None:
    """Refuse a run of open brackets, over which the parser would take long."""
    run = _OPEN_BRACKETS.search(text)
    return placed_at(too_deep(name), text, run.start()) if run else None
