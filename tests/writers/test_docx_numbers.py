"""The numbers that LibreOffice counts and prints are those of the tree, in every house style."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests import documents
from tests.word import files

from treatydraft.document import tree
from treatydraft.document.house_style import DEFAULT_LEVELS, HouseStyle, Level
from treatydraft.document.numbering import numbered
from treatydraft.writers.docx import write_docx

_FIRST_WORDS = 3


def _crowded(style: HouseStyle, annexes: int) -> tree.Document:
    """Every kind of clause of a house style, often enough to reach `iv`, and lone paragraphs between."""
    base = documents.american()
    levels = [level.kind for level in style.levels]
    body = tuple(_grown(f"b{n}", levels, n) for n in range(1, 6))
    grown = tuple(_grown(f"x{n}", [level.kind for level in style.annex_levels], n) for n in range(annexes))
    return numbered(replace(base, house_style=style, body=body, annexes=grown))


def _grown(name: str, kinds: Sequence[tree.Kind], seed: int) -> tree.Clause:
    kind, *inner = kinds
    count = (0, 2, 4, 1, 5)[(seed + len(inner)) % 5] if inner else 0
    children = tuple(_grown(f"{name}.{n}", inner, seed + n) for n in range(count))
    words = f"{kind} {name.replace('.', ' ')} stands here"
    if kind in ("paragraph", "subparagraph", "item"):
        return tree.Clause(kind, name, text=(tree.Text(words),), children=children)
    return tree.Clause(kind, name, heading=words, children=children)


NESTED = HouseStyle(
    name="nested",
    levels=(
        Level("part", "upper-letter", "Part {}", cite="Part {}"),
        Level("chapter", "upper-roman", "Chapter {}", cite=", Chapter {}"),
        Level("article", label="Article {}", cite=", Article {}", runs_on=True),
        *DEFAULT_LEVELS[1:],
    ),
)
UNUSUAL = HouseStyle(
    name="unusual",
    number_lone_paragraph=True,
    levels=(
        Level("article", "upper-roman", "Article {}", ":", cite="Article {}"),
        Level("paragraph", label="{}", mark=")", cite=", paragraph {}"),
        Level("subparagraph", "upper-letter", mark=":", cite="({})"),
    ),
)


def _prefaced(style: HouseStyle) -> tree.Document:
    """Numbered paragraphs of an annex before its first section: a level of the list is passed over."""
    base = _crowded(style, 1)
    annex = base.annexes[0]
    preface = tuple(_grown(f"p{n}", ["paragraph"], n) for n in range(2))
    sections = tuple(_grown(f"s{n}", ["section", "paragraph"], n) for n in range(2))
    return numbered(replace(base, annexes=(replace(annex, children=(*preface, *sections)),)))


DOCUMENTS: dict[str, Callable[[], tree.Document]] = {
    **documents.EXAMPLES,
    "a preface in an annex": lambda: _prefaced(documents.CENTRED),
    **{
        f"crowded {style.name}, {annexes} annexes": lambda style=style, annexes=annexes: _crowded(
            style, annexes
        )  # type: ignore[misc]
        for style, annexes in zip((*documents.STYLES, NESTED, UNUSUAL), (1, 2, 3, 0, 2, 1, 2), strict=True)
    },
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_printed_numbers_and_citations_are_those_of_the_tree(
    name: str, tmp_path: Path, libreoffice: Callable[[Path], Path], pdftotext: Callable[[Path], str]
) -> None:
    document = DOCUMENTS[name]()
    path = tmp_path / "a.docx"
    path.write_bytes(
        write_docx(document, files.AGREEMENT.read_bytes(), timestamp=datetime(2024, 6, 13, tzinfo=UTC))
    )
    text = _running_text(pdftotext(libreoffice(path)))
    place = 0
    for expected in _labelled(document):
        found = re.compile(rf"(?<!\S){re.escape(expected)}").search(text, place)
        assert found, f"{expected!r} does not follow {text[max(0, place - 60) : place]!r}"
        place = found.end()
    for words in _citing(document):
        assert words in text


def _running_text(pages: str) -> str:
    """The words of all pages without headers and footers."""
    lines = [line for page in pages.split("\f") for line in page.splitlines()]
    running = re.compile(r"\s*Page \d+ of \d+\s*|.*Draft, version.*")
    return " ".join(" ".join(line for line in lines if not running.fullmatch(line)).split())


def _citing(document: tree.Document) -> Iterator[str]:
    for clause in tree.clauses(document):
        if any(isinstance(piece, tree.Reference) for piece in clause.text):
            yield " ".join(tree.plain(clause.text).split())


def _labelled(document: tree.Document) -> Iterator[str]:
    for clause in (*tree.walk(document.body), *tree.walk(document.annexes)):
        words = (clause.heading or tree.plain(clause.text)).split()[:_FIRST_WORDS]
        yield " ".join(filter(None, (clause.label, *words)))
