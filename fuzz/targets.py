"""What is fuzzed: each target with its seeds, the tokens of its format and the errors that it may raise."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from tests.hostile.rows import GOOD
from tests.word.known_faults.ooxml import p
from tests.word.known_faults.places import PLACES

import treatydraft as td
from fuzz.mutation import mutated
from treatydraft import api
from treatydraft.comparison.compare import CompareError
from treatydraft.document.json_form import from_json, to_json
from treatydraft.readers.lines import ReadError
from treatydraft.readers.reading import read_document
from treatydraft.sandbox import TemplateFault
from treatydraft.spec import Problem, Spec, load_spec
from treatydraft.word.package import PackageError
from treatydraft.word.template import WordTemplate
from treatydraft.writers.html import write_html

_ROOT: Final = Path(__file__).parents[1]
_SPECS: Final = sorted((_ROOT / "specs").glob("*.yaml"))
_SHORT: Final = 2_500  # bytes
_BETWEEN: Final = b"\n=== the newer text ===\n"
_WORDS: Final = (
    "Article 1|Article II|1.|(a)|(iv)|PREAMBLE|ANNEX|shall|may|within 24 hours|EUR 1,000|2024-02-30|“Party”"
    "|DONE at Kyiv|For Ukraine|Recalling|the Parties|Стаття 1|§ 5|\n\n|\t|¹|\u00a0|\u00ad|日本国"
).encode()
_XML: Final = (
    b'<w:p>|</w:p>|<w:r>|</w:r>|<w:t>|</w:t>|<w:tbl>|<w:tr>|<w:tc>|</w:tbl>|<w:ins w:id="1">|</w:ins>|<w:del>'
    b'|<w:fldChar w:fldCharType="begin"/>|<w:fldChar w:fldCharType="end"/>|<w:instrText>|<w:numPr>|<w:ilvl/>'
    b'|<w:footnoteReference w:id="1"/>|<w:commentReference w:id="0"/>|<w:sdt>|<w:sdtContent>|<w:txbxContent>'
    b'|<w:moveFrom>|<w:hyperlink>|<w:sectPr/>|w:val="|"/>|<w:tab/>|<w:br/>|<w:gridSpan w:val="9"/>|<!-- '
    b"|{{ |{%p |{%tr | }}|%}"
)
_HTML: Final = (
    b"<p>|</p>|<table>|<tr>|<td colspan=9>|</table>|<ol start=3>|<li>|</ol>|<h2>|<ins>|</ins>|<del>|</del>"
    b"|<b>|<header>|<sup><a href='#n1'>|<a name=n1>|<main>|<!--|-->|<script>|<style>|<template>|<svg>|<br>"
    b"|<details>|<blockquote>|&nbsp;|&#"
)
_MARKDOWN: Final = (
    b"# |## |- |1. |> |```\n|~~~|**|*|_|[a](b)|[^1]|[^1]: |![|<!--|-->|---\n|$ |~~|\\|    |:--|<ins>|<br>"
    b"|<del>|&amp;|&#42;|\\*|\n\n"
)
_TABLE: Final = b"\n| a | b |\n|---|---|\n| c | d |\n"
_YAML: Final = (
    b"- ", b": ", b"{", b"}", b"[", b"]", b"&a ", b"*a", b"!!str ", b"|\n", b">-\n", b"? ", b"---\n",
    b"...\n", b"%YAML 1.1\n", b"'", b'"', b"\\x0b", b"\\uD800", b"<<: ", b"null", b"~", b"TODO",
    b"2024-13-01", b"\n  ", b"# ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """Something that reads bytes; whatever it raises besides `allowed` is a fault of ours."""

    run: Callable[[bytes], object]
    seeds: Callable[[], Sequence[bytes]]
    tokens: Sequence[bytes]
    allowed: tuple[type[Exception], ...]
    zipped: bool = False

    def input(self, random: Random) -> bytes:
        """The next input."""
        return mutated(random, self.seeds(), self.tokens, zipped=self.zipped)

    def survives(self, data: bytes) -> bool:
        """Run it on this input: whether it was read, as against refused."""
        try:
            self.run(data)
        except self.allowed:
            return False
        return True


@cache
def _drafts(form: str) -> tuple[bytes, ...]:
    """What the good spec of the tests and a real one become in a format."""
    with TemporaryDirectory() as folder:
        good = Path(folder, "good.yaml")
        good.write_text(GOOD, encoding="utf-8")
        return tuple(
            api.job(spec).render(form) for spec in (good, good, _SPECS[0])
        )  # the small one more often


@cache
def _specs() -> tuple[bytes, ...]:
    malformed = sorted((_ROOT / "tests" / "spec" / "malformed").glob("*.yaml"))
    return tuple(path.read_bytes() for path in (*malformed, _SPECS[0]))


@cache
def _pairs() -> tuple[bytes, ...]:
    """Beginnings of texts: what a comparison does with long ones, the hostile tests show."""
    texts = [text[:_SHORT] for text in _drafts("txt")]
    return tuple(_BETWEEN.join((old, new)) for old in texts for new in texts[1:])


@cache
def _templates() -> tuple[bytes, ...]:
    """A few tags in each part that may hold some."""
    words = ("{%p for i in [1, 2] %}", "{{ notice }} {% if spec %}x{% endif %}", "{%p endfor %}")
    return tuple(place.template(*map(p, words)) for place in PLACES.values())


def _spec(data: bytes) -> None:
    found = load_spec(data, "spec.yaml", api.fields_for)
    if isinstance(found, Spec):
        return
    for problem in found:
        shown = problem.render(data.decode("utf-8", errors="replace"))
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown), shown  # noqa: S101 - what is sought
        assert isinstance(problem, Problem)  # noqa: S101 - as above


def _reader(name: str) -> Callable[[bytes], object]:
    """Read a file, write what was read, and read that: whatever a reader gives, writers take whole."""

    def read(data: bytes) -> None:
        document = read_document(data, name, revisions="kept")
        write_html(document)
        assert from_json(to_json(document)) == document  # noqa: S101 - what is sought

    return read


def _compare(data: bytes) -> None:
    old, _, new = data.partition(_BETWEEN)
    td.compare(*(api.read_bytes(text, "text.txt") for text in (old, new)))


def _fill(data: bytes) -> None:
    WordTemplate(data, name="t.docx").render({"notice": "Draft", "spec": {"id": "a", "title": "T & <T>"}})


_READ: Final = (ReadError,)
TARGETS: Final[dict[str, Target]] = {
    "yaml": Target(_spec, _specs, _YAML, ()),
    "docx": Target(_reader("a.docx"), lambda: _drafts("docx"), _XML.split(b"|"), _READ, zipped=True),
    "html": Target(_reader("a.html"), lambda: _drafts("html"), _HTML.split(b"|"), _READ),
    "markdown": Target(_reader("a.md"), lambda: _drafts("md"), _MARKDOWN.split(b"|"), _READ),
    "text": Target(_reader("a.txt"), lambda: _drafts("txt"), _WORDS.split(b"|"), _READ),
    "json": Target(_reader("a.json"), lambda: _drafts("json"), (b"{", b"}", b"[", b"null", b'"'), _READ),
    "pdf": Target(
        _reader("a.pdf"), lambda: _drafts("pdf"), (b"obj", b"endobj", b"stream", b"<<", b">>"), _READ
    ),
    "comparison": Target(_compare, _pairs, _WORDS.split(b"|"), (ReadError, CompareError)),
    "template": Target(_fill, _templates, _XML.split(b"|"), (PackageError, TemplateFault), zipped=True),
}
