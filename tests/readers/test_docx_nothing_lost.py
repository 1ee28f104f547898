"""No word of a Word file is lost, and none is read twice, however its parts nest."""

import io
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.body import drawn, either, field, p, r, table, vml
from tests.readers.lines import shown
from tests.readers.test_docx_changes import Choice, ins, mark
from tests.word.files import template

from treatydraft.readers.docx import read_docx
from treatydraft.readers.lines import Reading
from treatydraft.word import markup
from treatydraft.word.package import open_package

SHARED: Final = Path(os.environ.get("TREATYDRAFT_SHARED", Path(__file__).parents[3] / "shared"))
CORPUS: Final = SHARED / "corpus"
_LOOKS: Final = ("", "<w:b/>", "<w:i/>", "<w:b/><w:i/>", "<w:caps/>")
# A word that stays, one that was inserted, one that was deleted, and one that was inserted, then deleted.
_WORD: Final = re.compile(r"\b[snox]\d+\b")
_READ: Final[dict[Choice, str]] = {"accepted": "sn", "rejected": "so", "kept": "snox"}


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """A body of any shape, in which each word is another one."""
    return "".join(_Author(draw).blocks(depth=2))


class _Author:
    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._count = 0

    def blocks(self, depth: int) -> Iterator[str]:
        forms: list[Callable[[int], str]] = [self.paragraph, self.paragraph, self.paragraph]
        if depth:
            forms += [self.table, self.control]
        for _ in range(self._draw(st.integers(0, 4))):
            yield self._draw(st.sampled_from(forms))(depth)

    def paragraph(self, depth: int) -> str:
        marked = self._draw(st.sampled_from(["", "", "", mark("ins"), mark("del")]))
        return p(*(self.inline(depth, "s") for _ in range(self._draw(st.integers(0, 4)))), look=marked)

    def table(self, depth: int) -> str:
        return table(tuple("".join(self.blocks(depth - 1)) + p() for _ in range(2)))

    def control(self, depth: int) -> str:
        return f"<w:sdt><w:sdtContent>{''.join(self.blocks(depth - 1))}</w:sdtContent></w:sdt>"

    def inline(self, depth: int, kind: str) -> str:
        forms: list[Callable[[int, str], str]] = [self.run, self.run, self.link, self.field, self.smart_tag]
        if kind in "sn":
            forms.append(self.deletion)
        if kind == "s":
            forms.append(self.insertion)
            if depth:
                forms.append(self.box)
        return self._draw(st.sampled_from(forms))(depth, kind)

    def run(self, _depth: int, kind: str) -> str:
        self._count += 1
        text = f"{kind}{self._count}"
        words = f"<w:delText>{text}</w:delText>" if kind in "ox" else text
        between = self._draw(st.sampled_from([" ", "<w:br/>", "<w:tab/>"]))
        return r(words, between, look=self._draw(st.sampled_from(_LOOKS)))

    def link(self, _depth: int, kind: str) -> str:
        return f'<w:hyperlink w:anchor="bm">{self.inline(0, kind)}</w:hyperlink>'

    def field(self, _depth: int, kind: str) -> str:
        return field(" REF bm \\h ", self.inline(0, kind))

    def smart_tag(self, _depth: int, kind: str) -> str:
        return f"<w:smartTag>{self.inline(0, kind)}{self.inline(0, kind)}</w:smartTag>"

    def insertion(self, _depth: int, _kind: str) -> str:
        return ins(self.inline(0, "n"))

    def deletion(self, _depth: int, kind: str) -> str:
        inside = self.inline(0, "o" if kind == "s" else "x")
        return f'<w:del w:id="1" w:author="A">{inside}</w:del>'

    def box(self, depth: int, _kind: str) -> str:
        inside = "".join(self.blocks(depth - 1)) or p()
        return r(either(drawn(inside), vml(inside)))


@given(bodies(), st.sampled_from(sorted(_READ)))
def test_each_word_is_read_once(body: str, choice: Choice) -> None:
    data = template(p("s0"), body)
    read = _WORD.findall("\n".join(shown(read_docx(data, revisions=choice))))
    assert sorted(read) == sorted(
        {word for word in _WORD.findall(data_text(data)) if word[0] in _READ[choice]}
    )


def data_text(data: bytes) -> str:
    return open_package(data).content("word/document.xml").decode()


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")))), max_size=6))
def test_what_python_docx_writes_is_read(paragraphs: list[list[str]]) -> None:
    document = docx.Document()
    document.add_paragraph("Words")
    for runs in paragraphs:
        paragraph = document.add_paragraph(style="List Number")
        for text in runs:
            paragraph.add_run(text)
    buffer = io.BytesIO()
    document.save(buffer)
    read = [line.text for line in read_docx(buffer.getvalue()).lines]
    wanted = ["Words", *("".join(runs).replace("\u00ad", "") for runs in paragraphs)]
    assert [_closed(text) for text in read if text] == [_closed(text) for text in wanted if text.strip()]


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"there is no corpus in {SHARED}; set TREATYDRAFT_SHARED")
def test_no_paragraph_of_real_agreements_is_lost() -> None:
    files = sorted(CORPUS.glob("*.docx"))
    assert files
    for path in files:
        assert _read(read_docx(path.read_bytes())) == _written(path.read_bytes()), path.name


def _read(reading: Reading) -> Counter[str]:
    texts = (*(line.text for line in reading.lines), *reading.headers, *reading.footers)
    return Counter(filter(None, map(_closed, texts)))


def _written(data: bytes) -> Counter[str]:
    """The words of all paragraphs, as the XML has them."""
    package = open_package(data)
    parts = (package.main(), *package.related("header"), *package.related("footer"))
    found = (
        "".join(text.text or "" for text in paragraph.iter(markup.name("w:t")))
        for part in parts
        for paragraph in package.tree(part).iter(markup.name("w:p"))
    )
    return Counter(filter(None, map(_closed, found)))


def _closed(text: str) -> str:
    """Text without white space and soft hyphens."""
    return "".join(text.replace("\u00ad", "").replace("\u2011", "").split())
