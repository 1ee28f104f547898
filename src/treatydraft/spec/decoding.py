"""Turns the bytes of a file into text, or says why not: too large, not UTF-8, empty, tabs."""

import codecs
import re
from dataclasses import replace
from typing import Final

from treatydraft.limits import current
from treatydraft.spec.problems import Problem

_OPEN_BRACKETS: Final = re.compile(r"(?:[\[{]\s*)+")
_OTHER_MARKS: Final = (  # the longer ones first, since they begin as others do
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_HEAD: Final = 64  # bytes that tell an encoding
_NOTHING: Final = re.compile(r"(?:\s+|#[^\n]*|---|\.\.\.)*")


def decode(source: bytes, name: str) -> str | Problem:
    """The text of a YAML file with one kind of line ends, or the reason why it cannot be read."""
    if len(source) > (largest := current().spec_bytes):
        return Problem(
            "too-large", f"the file has more than {largest // 1024} KB, and a spec has a few", name
        )
    if wide := _wide(source, name):
        return wide
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
        "too-deep",
        f"more than {current().spec_depth} lists or groups of fields stand inside one another",
        name,
    )


def too_many(name: str) -> Problem:
    """The problem of a file with more values than any agreement has."""
    return Problem("too-large", f"the file has more than {current().spec_values:,} fields and values", name)


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(source: bytes, name: str, error: UnicodeDecodeError) -> Problem:
    before = _unix_lines(source[: error.start].decode("utf-8-sig", errors="replace"))
    return placed_at(_other_encoding(source, name, error.start), before, len(before))


def _other_encoding(source: bytes, name: str, at: int) -> Problem:
    guess = next((f": it is {other}" for mark, other in _OTHER_MARKS if source.startswith(mark)), "")
    message = f"the file is not UTF-8 at byte {at}{guess}"
    return Problem("not-utf8", message, name, found=f"0x{source[at]:02x}", hint="save the file as UTF-8")


def _wide(source: bytes, name: str) -> Problem | None:
    """UTF-16 without its mark, which is UTF-8 too where it holds Latin letters: every second byte is 0."""
    head = source[:_HEAD]
    for first in (0, 1):
        if head[first::2] and not any(head[first::2]) and any(head[1 - first :: 2]):
            problem = _other_encoding(source, name, first)
            return replace(problem, message=f"{problem.message}: it is UTF-16", line=1, column=1)
    return None


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
    deepest = current().spec_depth
    for run in _OPEN_BRACKETS.finditer(text):
        if len(run[0]) > deepest < sum(map(run[0].count, "[{")):
            return placed_at(too_deep(name), text, run.start())
    return None
