"""Where pages end: never after a heading, never within the block of signatures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests import documents
from tests.word import files

from treatydraft.document import tree
from treatydraft.document.numbering import numbered
from treatydraft.writers.docx import write_docx

_ARTICLES = 30


def _long(lines: int) -> tree.Document:
    """Thirty short articles, and a last one with as many more lines."""
    base = documents.american()
    articles = [
        documents.headed("article", f"a{n}", f"Heading {n}", documents.par(f"a{n}/text", "Text. " * 30))
        for n in range(_ARTICLES)
    ]
    last = [documents.par(f"last/{n}", "Line.") for n in range(lines)]
    signatures = (
        documents.signed("A", "Arcadia", ("First Signatory", "Office")),
        documents.signed("B", "Borduria", ("Second Signatory", "Office"), ("Third Signatory", "Office")),
        documents.signed("C", "Costaguana", ("Last Signatory", "Office")),
    )
    return numbered(
        replace(
            base,
            body=(*articles, documents.headed("article", "last", "Last Heading", *last)),
            closing=replace(base.closing, signatures=signatures),
            annexes=(),
        )
    )


@pytest.mark.parametrize("lines", [1, 8, 16])
def test_headings_and_signatures_stay_with_what_belongs_to_them(
    lines: int, tmp_path: Path, libreoffice: Callable[[Path], Path], pdftotext: Callable[[Path], str]
) -> None:
    path = tmp_path / "a.docx"
    data = write_docx(_long(lines), files.AGREEMENT.read_bytes(), timestamp=datetime(2024, 6, 13, tzinfo=UTC))
    path.write_bytes(data)
    pages = pdftotext(libreoffice(path)).split("\f")[:-1]
    for page in pages:
        words = [line for line in map(str.strip, page.splitlines()) if line]
        assert "Heading" not in words[-2]  # the last line is the footer
    signed = [page for page in pages if "Signatory" in page or "For Arcadia" in page]
    assert len(signed) == 1
    assert signed[0].count("Signatory") == 4
    assert "DONE at Puglia" in signed[0]
