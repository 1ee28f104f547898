"""A value comes out of every format exactly as it went in, and every format is in the table."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import docx
import pypdf
import pytest
from markdown_it import MarkdownIt
from tests import documents

from treatydraft.document import tree
from treatydraft.document.json_form import from_json
from treatydraft.writers import WRITERS, Templates

PACK = Path(__file__).parents[2] / "templates/security-agreement"
DAY = datetime(2024, 6, 13, tzinfo=UTC)
VALUES = (
    documents.HOSTILE_NAME,
    'O\'Brien "&" <b>Co</b> | 50% $x$ ~y~ \\n [z](w) ![v](u) `t`',
    "{% raw %} {{ 7 * 7 }} {# x #} ${a} #{b} %s {0}",
    "&amp; &lt; &#42; </style></w:t> ]]> <!-- -->",
    "Україна, Łódź, Ísland, Türkiye, Ελλάδα",
    "- 1. # + = > x",
)


def _templates() -> Templates:
    return Templates(
        (PACK / "agreement.docx").read_bytes(), (PACK / "agreement.md").read_text(encoding="utf-8")
    )


class _Words(HTMLParser):
    """The text of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = ""

    def handle_data(self, data: str) -> None:
        self.found += data


def _of_html(data: bytes) -> str:
    parser = _Words()
    parser.feed(data.decode())
    parser.close()
    return parser.found


def _of_markdown(data: bytes) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse(data.decode())
    children = [child for token in tokens if token.type == "inline" for child in token.children or []]
    return "".join(child.content for child in children if child.type in ("text", "text_special"))


def _of_word(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def _of_pdf(data: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def _of_json(data: bytes) -> str:
    return "\n".join(tree.plain(clause.text) for clause in tree.clauses(from_json(json.loads(data))))


READ: dict[str, Callable[[bytes], str]] = {
    "docx": _of_word,
    "md": _of_markdown,
    "html": _of_html,
    "pdf": _of_pdf,
    "json": _of_json,
    "txt": bytes.decode,
}


def _squeezed(text: str) -> str:
    """Without spaces, which wrapping and no-break spaces change, and which other tests look at."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("ending", WRITERS)
def test_value_comes_out_exactly(ending: str, value: str) -> None:
    document = documents.american()
    text = documents.inline("Before ", tree.Value("parties[0].name", value), " after.")
    document = replace(
        document,
        title=documents.inline("Agreement with ", tree.Value("parties[0].name", value)),
        short_title=value,
        marking=tree.Marking(status=value, notice=value),
        body=(
            tree.Clause(
                "article",
                "a",
                label="Article I:",
                heading=value,
                children=(tree.Clause("paragraph", "b", text=text),),
            ),
        ),
    )
    written = WRITERS[ending](document, _templates(), DAY)
    assert _squeezed(f"Before {value} after.") in _squeezed(READ[ending](written))


@pytest.mark.parametrize("ending", WRITERS)
def test_same_document_gives_the_same_bytes(ending: str) -> None:
    document = documents.sections()
    first = WRITERS[ending](document, _templates(), DAY)
    assert WRITERS[ending](document, _templates(), DAY) == first


def test_table_of_writers_loads_no_library() -> None:
    heavy = "{'lxml', 'docx', 'docxtpl', 'jinja2', 'typst', 'markdown_it'}"
    code = f"import sys, treatydraft.writers; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
