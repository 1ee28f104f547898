"""Word: the file says what the document says, its fields point somewhere, its bytes never vary."""

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given
from openxml_audit import OpenXmlValidator
from tests import documents, strategies
from tests.word import files

from treatydraft.document import tree
from treatydraft.document.house_style import Level
from treatydraft.document.numbering import numbered
from treatydraft.document.spacing import NO_BREAK
from treatydraft.sandbox import TemplateFault
from treatydraft.word import markup
from treatydraft.word.check import faults, field_codes
from treatydraft.word.package import PackageError, open_package
from treatydraft.writers.docx import write_docx

TEMPLATE = files.AGREEMENT.read_bytes()
DAY = datetime(2024, 6, 13, tzinfo=UTC)


def _write(document: tree.Document, template: bytes = TEMPLATE) -> bytes:
    return write_docx(document, template, timestamp=DAY)


def _opened(document: tree.Document) -> WordDocument:
    return docx.Document(io.BytesIO(_write(document)))


def _paragraphs(word: WordDocument) -> Iterator[Paragraph]:
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            yield from (p for row in block.rows for cell in row.cells for p in cell.paragraphs)
        else:
            yield block


def _folded(text: str) -> str:
    return " ".join(text.split())


def _all_text(root: Any) -> str:  # noqa: ANN401 - lxml names its elements privately
    return "".join(text.text or "" for text in root.iter(markup.name("w:t")))


def _styled(word: WordDocument, style: str) -> list[str]:
    found = (p for p in _paragraphs(word) if p.style is not None and p.style.name == style)
    return [_folded(p.text) for p in found]


@pytest.mark.parametrize("name", documents.EXAMPLES)
def test_the_file_is_valid(name: str, tmp_path: Path) -> None:
    data = _write(documents.EXAMPLES[name]())
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    result = OpenXmlValidator().validate(path)
    assert [str(error) for error in result.errors] == []
    assert faults(data) == ()


@given(strategies.documents())
def test_every_word_of_the_document_stands_in_the_file_in_order(document: tree.Document) -> None:
    data = _write(document)
    assert faults(data) == ()
    text = _folded(" ".join(p.text for p in _paragraphs(docx.Document(io.BytesIO(data)))))
    place = 0
    for words in map(_folded, _words(document)):
        place = text.find(words, place)
        assert place >= 0, words
        place += len(words)


def _words(document: tree.Document) -> Iterator[str]:
    yield tree.plain(document.title)
    yield document.preamble.opening.heading
    for clause in tree.clauses(replace(document, annexes=())):
        yield from (clause.heading, tree.plain(clause.text))
    for left in range(0, len(document.closing.signatures), 2):
        yield from (tree.plain(block.text) for block in document.closing.signatures[left : left + 2])
    for clause in tree.walk(document.annexes):
        yield from (clause.heading, tree.plain(clause.text))


@pytest.mark.parametrize("name", documents.EXAMPLES)
def test_the_words_of_a_citation_are_those_of_the_tree(name: str) -> None:
    document = documents.EXAMPLES[name]()
    text = _folded(" ".join(p.text for p in _paragraphs(_opened(document))))
    for clause in tree.clauses(document):
        assert _folded(tree.plain(clause.text)) in text


def test_citations_are_fields_that_follow_the_number_of_their_clause() -> None:
    root = open_package(_write(documents.centred())).tree("word/document.xml")
    codes = [code for code in field_codes(root) if "REF" in code]
    assert codes
    assert all(re.fullmatch(r" REF _Ref[0-9a-f]{16} \\n \\h ", code) for code in codes)


def test_a_hostile_name_comes_out_as_it_is_wherever_it_stands() -> None:
    name = documents.HOSTILE_NAME
    document = replace(
        documents.centred(), short_title=name, marking=tree.Marking(status=name, notice=name), form=name
    )
    word = _opened(document)
    assert any(name in p.text for p in _paragraphs(word))
    header = word.sections[0].header.tables[0]
    assert [p.text for cell in header.rows[0].cells for p in cell.paragraphs] == [name, name, name, ""]
    assert word.core_properties.subject.startswith(f"{name} between Norrland, Sudland and {name}")
    assert word.core_properties.comments == name


def test_the_properties_say_what_it_is_and_nothing_of_who_made_it() -> None:
    properties = _opened(documents.american()).core_properties
    assert (
        properties.title == "Agreement on Security Cooperation between Borduria and the Republic of Arcadia"
    )
    assert properties.language == "en-US"
    assert properties.content_status == "Draft, version 2, June 13, 2024"
    assert properties.created == properties.modified == DAY
    assert properties.author == properties.last_modified_by == ""


@pytest.mark.parametrize(
    ("name", "language", "width"), [("american", "en-US", 8.5), ("sections", "en-GB", 8.27)]
)
def test_language_and_paper_are_those_of_the_country(name: str, language: str, width: float) -> None:
    word = _opened(documents.EXAMPLES[name]())
    tags: Any = word.styles.element.findall(f".//{markup.name('w:lang')}")
    assert [tag.get(markup.name("w:val")) for tag in tags] == [language]
    assert word.sections[0].page_width is not None
    assert round(word.sections[0].page_width.inches, 2) == width


def test_the_navigation_pane_shows_label_and_heading() -> None:
    word = _opened(documents.centred())
    levels = {style.name: style for style in word.styles}
    for name, level in (("Clause Heading 1", "0"), ("Annex Title", "0"), ("Annex Heading 1", "1")):
        found = [_outline(style) for style in _bases(levels[name])]
        assert next(filter(None, found)) == level
    assert _styled(word, "Clause Heading 1") == [
        clause.heading for clause in documents.centred().body
    ]  # the label is Word's own number


def _bases(style: Any) -> Iterator[Any]:  # noqa: ANN401 - python-docx gives styles of several classes
    while style is not None:
        yield style
        style = style.base_style


def _outline(style: Any) -> str:  # noqa: ANN401 - as above
    found = style.element.find(f".//{markup.name('w:outlineLvl')}")
    return "" if found is None else found.get(markup.name("w:val"))


def test_a_recital_and_a_definition_are_set_apart_by_character_styles() -> None:
    runs = [run for p in _paragraphs(_opened(documents.american())) for run in p.runs]
    styled = {run.style.name: run.text for run in runs}
    assert styled["Defined Term"] == "Parties"
    assert "Emphasis" in styled
    assert not any(run.bold or run.italic or run.font.size for run in runs)


def test_spaces_that_must_not_break_do_not() -> None:
    text = " ".join(p.text for p in _paragraphs(_opened(documents.american())))
    assert f"24{NO_BREAK}hours" in text
    assert f"10{NO_BREAK}years" in text


def test_notes_are_footnotes_of_word() -> None:
    package = open_package(_write(documents.sections()))
    notes = package.tree("word/footnotes.xml").findall(markup.name("w:footnote"))
    words = ["".join(text.text or "" for text in note.iter(markup.name("w:t"))) for note in notes]
    assert _folded(words[-1]).startswith("Signed at Vilnius on 12 July 2023")


def test_a_note_in_a_note_stands_in_brackets() -> None:
    note = tree.Note((tree.Text("outer"), tree.Note((tree.Text("inner"),))))
    document = replace(documents.american(), title=(tree.Text("Title"), note))
    package = open_package(_write(document))
    assert _all_text(package.tree("word/footnotes.xml")).endswith(" outer (inner)")


def _signed(*blocks: tuple[int, str]) -> tree.Document:
    base = documents.american()
    signatures = tuple(
        documents.signed(f"P{number}", name, *((f"{name} {n}", "President") for n in range(signatories)))
        for number, (signatories, name) in enumerate(blocks)
    )
    return replace(base, closing=replace(base.closing, signatures=signatures))


@pytest.mark.parametrize(
    ("blocks", "rows"),
    [
        ((), 0),
        (((0, "A"),), 2),
        (((1, "A"), (1, "B")), 2),
        (((1, "A"), (2, "B")), 3),
        (((0, "A"), (0, "B"), (3, "C")), 6),
    ],
)
def test_parties_sign_two_by_two_on_lines_of_one_height(
    blocks: tuple[tuple[int, str], ...], rows: int
) -> None:
    word = _opened(_signed(*blocks))
    tables = word.tables
    assert [len(table.rows) for table in tables] == ([rows] if rows else [])
    assert len(_styled(word, "Signature Line")) == sum(max(1, count) for count, _ in blocks)
    assert sorted(filter(None, _styled(word, "Signature Party"))) == [f"For {name}:" for _, name in blocks]


def test_the_block_of_signatures_stays_together_with_the_testimonium() -> None:
    word = _opened(_signed((1, "A"), (2, "B"), (0, "C")))
    used = {str(p.style.name) for p in _paragraphs(word) if p.style is not None}
    names = {"Testimonium", "Testimonium Last", *(name for name in used if name.startswith("Signature"))}
    for name in names - {"Signature End"}:
        assert any(base.paragraph_format.keep_with_next for base in _bases(word.styles[name])), name
    cut = [row for row in word.tables[0].rows if row._tr.find(f".//{markup.name('w:cantSplit')}") is None]
    assert not cut


def test_labels_that_word_would_not_count_so_are_typed() -> None:
    """In annexes with sections between, numbers that run on from section to section."""
    style = replace(
        documents.CENTRED,
        annex_levels=(
            Level("annex", "upper-roman", "Annex {}", cite="Annex {}"),
            Level("section", "upper-letter", mark=".", cite=", section {}"),
            Level("paragraph", mark=".", cite=", paragraph {}", cite_within="paragraph {}", runs_on=True),
        ),
    )
    pages = [
        documents.headed(
            "annex",
            f"x{n}",
            "Means",
            documents.headed(
                "section",
                f"x{n}/a",
                "Air",
                documents.par(f"x{n}/a/1", "One."),
                documents.par(f"x{n}/a/2", "Two."),
            ),
            documents.headed(
                "section",
                f"x{n}/b",
                "Sea",
                documents.par(f"x{n}/b/1", "Three."),
                documents.par(f"x{n}/b/2", "Four."),
            ),
        )
        for n in range(2)
    ]
    word = _opened(numbered(replace(documents.centred(), house_style=style, annexes=tuple(pages), body=())))
    assert _styled(word, "Annex Paragraph") == ["1. One.", "2. Two.", "3. Three.", "4. Four."] * 2


def test_a_headed_paragraph_has_the_style_of_a_heading() -> None:
    text = documents.par("support/a/1", "Text.")
    first = replace(documents.par("support/a"), heading="Security", children=(text,))
    second = replace(documents.par("support/b"), heading="Recovery")
    article = documents.headed("article", "support", "Support", first, second)
    word = _opened(numbered(replace(documents.american(), body=(article,), annexes=())))
    assert _styled(word, "Paragraph Heading") == ["Security", "Recovery"]
    assert _styled(word, "Paragraph Text") == ["Text."]


def test_a_template_that_forgets_a_kind_of_block_is_at_fault() -> None:
    package = open_package(TEMPLATE)
    xml = package.content("word/document.xml").replace(b"{{r title }}", b"Title")
    package.replace("word/document.xml", xml)
    with pytest.raises(TemplateFault, match="never prints “Agreement on Security"):
        _write(documents.american(), package.write())


def test_a_template_without_a_style_is_at_fault() -> None:
    package = open_package(TEMPLATE)
    package.replace(
        "word/styles.xml", package.content("word/styles.xml").replace(b'"Annex Item"', b'"Other"')
    )
    with pytest.raises(PackageError, match="no style named 'Annex Item'"):
        _write(documents.american(), package.write())


def test_a_template_without_notes_and_lists_gets_them() -> None:
    package = open_package(TEMPLATE)
    rels = package.tree("word/_rels/document.xml.rels")
    for link in list(rels):
        if str(link.get("Target")) in ("footnotes.xml", "numbering.xml"):
            rels.remove(link)
    for style in package.tree("word/styles.xml").iter(markup.name("w:pPr")):
        for number in style.findall(markup.name("w:numPr")):
            style.remove(number)
    data = _write(documents.sections(), package.write())
    assert faults(data) == ()
    assert "Vilnius" in _all_text(open_package(data).tree("word/footnotes.xml"))


@pytest.mark.parametrize("name", documents.EXAMPLES)
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    document = documents.EXAMPLES[name]()
    data = _write(document)
    assert _write(document) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2024, 6, 13, 0, 0, 0)}
        assert not re.search(rb"rsid|paraId", b"".join(map(archive.read, archive.namelist())))


def test_the_writers_load_without_the_libraries_of_word() -> None:
    code = "import sys, treatydraft.writers.docx; print({'lxml', 'docx', 'docxtpl'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
