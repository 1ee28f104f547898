"""Says what is wrong with the YAML of a file in words for people who do not know YAML."""

import re
from typing import Final

from ruamel.yaml.error import MarkedYAMLError

from treatydraft.spec.problems import Problem, shown

# What the parser says, what we say, and a hint.
_WORDINGS: Final[tuple[tuple[re.Pattern[str], str, str | None], ...]] = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (
            r"mapping values are not allowed",
            "a colon stands here where none can",
            "put the text in quotes if the colon belongs to it; else check how far this line is indented",
        ),
        (
            r"could not find expected ':'",
            "a field without a colon",
            "put a colon and a space after the field's name; indent the lines of a text below its field",
        ),
        (
            r"found character '(.)' that cannot start any token",
            "a text cannot begin with {0}",
            "put the text in quotes",
        ),
        (r"found unexpected end of stream", "a quotation mark that is never closed", "close it"),
        (r"found unexpected document separator", "a quotation mark that is never closed", "close it"),
        (
            r"found unknown escape character '(.)'",
            "\\{0} has no meaning here",
            "use single quotes, or write \\\\ for \\",
        ),
        (
            r"expected <block end>",
            "this line does not fit those above",
            "fields of one group, and items of one list, stand in one column",
        ),
        (
            r"expected ',' or '\]'",
            "a list that opens with [ is not closed",
            "put a comma between its items and ] at its end",
        ),
        (
            r"expected ',' or '\}'",
            "a group that opens with {{ is not closed",
            "put a comma between its fields and } at its end",
        ),
    )
)


def in_words(error: MarkedYAMLError, name: str, text: str) -> Problem:
    """The parser's complaint as a problem with its place."""
    message, hint = _wording(str(error.problem or "this is not YAML"))
    mark, begun = error.problem_mark, error.context_mark
    if begun is not None and ("never closed" in message or "is not closed" in message):
        mark = begun  # what was forgotten is missed far below the place to look at
    elif begun is not None and mark is not None and begun.line != mark.line:
        message += f" (begun in line {begun.line + 1})"
    line, column = _within(text, mark.line, mark.column) if mark is not None else (0, 0)
    return Problem("not-yaml", message, name, line + 1, column + 1, hint=hint)


def _within(text: str, line: int, column: int) -> tuple[int, int]:
    """The place, or the end of the text where nothing is left to point at."""
    lines = text.rstrip("\n").split("\n")
    return (line, column) if line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _wording(complaint: str) -> tuple[str, str | None]:
    for pattern, message, hint in _WORDINGS:
        if found := pattern.search(complaint):
            groups = [shown(group) for group in found.groups()]
            return message.format(*groups), hint
    return f"this is not YAML: {shown(complaint, 100)}", None
