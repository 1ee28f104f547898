"""Every limit on what an input may take, by name, and the one place in which to raise it."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

VARIABLE: Final = "TREATYDRAFT_LIMITS"
"""The environment variable that raises limits: `spec_bytes=1000000,template_seconds=20`."""

_WRITTEN: Final = re.compile("[0-9]+(?:_[0-9]+)*")
_LONGEST: Final = 18  # characters of a number
_KIB: Final = 2**10
_MIB: Final = 2**20


class LimitsError(ValueError):
    """What names no limit, or gives one a value that it cannot have."""


def _limit(default: int, meaning: str) -> Any:  # noqa: ANN401 - as `field` itself
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True)
class Limits:
    """What inputs may take; `docs/limits.md` says the same in a table."""

    spec_bytes: int = _limit(256 * _KIB, "bytes of a spec or of a YAML file of a pack")
    spec_depth: int = _limit(40, "lists and groups of fields inside one another in a spec")
    spec_values: int = _limit(10_000, "names of fields, values, lists and groups of a spec together")
    shown_problems: int = _limit(100, "problems of one file that are shown; `--json` has all of them")
    template_passes: int = _limit(200_000, "passes of loops and calls of macros of one render together")
    template_characters: int = _limit(64_000_000, "characters that one render prints")
    template_tags: int = _limit(2_500, "tags of one template, headers and notes too")
    template_code: int = _limit(100_000, "characters inside all of these tags together")
    template_seconds: int = _limit(3, "seconds of work of one render, waiting not counted")
    template_text: int = _limit(
        1_000_000, "characters of a text, or members of a list, that a template makes"
    )
    template_range: int = _limit(10_000, "numbers of one `range` in a template")
    template_width: int = _limit(1_000, "columns, or characters of an argument, that a filter takes")
    template_bits: int = _limit(512, "bits of a number that a template makes")
    template_power: int = _limit(100, "the exponent of a power in a template")
    file_bytes: int = _limit(256 * _MIB, "bytes that are read of a received file")
    text_bytes: int = _limit(64 * _MIB, "bytes of a text, a page, JSON, or a file for LibreOffice")
    archive_members: int = _limit(4_000, "parts of a Word or OpenDocument file")
    archive_bytes: int = _limit(256 * _MIB, "bytes of all parts of such a file, unpacked")
    archive_ratio: int = _limit(150, "times that such a file may grow where it unpacks to more than 16 MiB")
    xml_bytes: int = _limit(64 * _MIB, "bytes of its parts that are XML, unpacked")
    elements: int = _limit(250_000, "elements of these parts together, or of a page")
    attributes: int = _limit(1_000_000, "attributes of these elements together")
    html_attributes: int = _limit(2_000, "attributes of one element of a page")
    html_span: int = _limit(100, "columns or rows that a cell of a page covers; one that covers more is cut")
    markdown_brackets: int = _limit(20_000, "opening square brackets in Markdown")
    markdown_signs: int = _limit(100_000, "other signs of mark-up in Markdown")
    markdown_depth: int = _limit(50, "levels of mark-up in Markdown, two for each list")
    json_depth: int = _limit(100, "lists and objects inside one another in a document as JSON")
    lines: int = _limit(40_000, "paragraphs, cells and notes of a received file")
    pdf_pages: int = _limit(2_000, "pages of a PDF")
    pdf_page_characters: int = _limit(50_000, "characters of one page of a PDF")
    pdf_characters: int = _limit(3_000_000, "characters of a PDF")
    compared_text: int = _limit(1_500_000, "characters of each of two texts that are compared")
    compared_paragraph: int = _limit(100_000, "characters of one paragraph that is compared")
    office_seconds: int = _limit(120, "seconds that LibreOffice may take for one file")


_chosen: dict[str, int] = {}
_current: Limits | None = None


def current() -> Limits:
    """The limits that hold now; raises `LimitsError` where the environment variable is no good."""
    global _current  # noqa: PLW0603 - the one place in which they stand
    if _current is None:
        _current = replace(Limits(), **{**_chosen, **parsed(os.environ.get(VARIABLE, ""))})
    return _current


def choose(limits: Mapping[str, object]) -> None:
    """Take these limits from now on, as from a settings file; the environment variable counts for more.

    Raises `LimitsError` for a name or value that no limit has.
    """
    global _current  # noqa: PLW0603 - as above
    _chosen.update(_checked(limits))
    _current = None


@contextmanager
def raised(limits: Mapping[str, object]) -> Iterator[Limits]:
    """These limits instead of those that hold, until the end of the block."""
    global _current  # noqa: PLW0603 - as above
    before = current()
    _current = replace(before, **_checked(limits))
    try:
        yield _current
    finally:
        _current = before


def parsed(text: str) -> dict[str, int]:
    """Limits as the environment variable has them; raises `LimitsError`.

    >>> parsed("spec_bytes=1_000_000, template_seconds=20")
    {'spec_bytes': 1000000, 'template_seconds': 20}
    """
    pairs = (pair.partition("=") for pair in text.split(",") if pair.strip())
    return _checked({name.strip(): _number(value.strip()) for name, _, value in pairs})


def _number(text: str) -> object:
    return int(text) if _WRITTEN.fullmatch(text) and len(text) <= _LONGEST else text


def _checked(limits: Mapping[str, object]) -> dict[str, int]:
    known = [one.name for one in fields(Limits)]
    checked: dict[str, int] = {}
    for name, value in limits.items():
        if name not in known:
            raise LimitsError(f"there is no limit {name!r}; there are {', '.join(known)}")
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise LimitsError(f"the limit {name} is a whole number from 1, and {value!r:.40} stands there")
        checked[name] = value
    return checked
