"""Every place of a Word file in which a tag can stand, so that a table of cases runs through all of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from tests.word.known_faults import reading
from tests.word.known_faults.ooxml import (
    Xml,
    cell,
    control_block,
    new_text_box,
    notes,
    p,
    ps,
    reference,
    row,
    table,
    text_box,
)
from tests.word.known_faults.package import Link, docx, section, section_end


@dataclass(frozen=True, slots=True)
class Place:
    """Where paragraphs stand: how to put them there, where to read them, and what messages call the place."""

    build: Callable[[Xml, "Links"], bytes]
    said: str  # a pattern
    part: str = "document"
    around: str = "//w:body"

    def template(self, *paragraphs: Xml, links: Mapping[str, Link] | None = None) -> bytes:
        """A file with these paragraphs in this place; the `links` are those of its part."""
        return self.build(Xml("".join(paragraphs)), {self.part: links or {}})

    def texts(self, data: bytes) -> list[str]:
        """The text of each paragraph in this place."""
        return reading.texts(data, self.part, f"({self.around})[1]/w:p")


Links = Mapping[str, Mapping[str, Link]]


def _body(content: Xml, links: Links) -> bytes:
    return docx(content, links=links)


def _header(content: Xml, links: Links) -> bytes:
    return docx(p("Text"), parts={"header1": content}, last=section("header1"), links=links)


def _first_header(content: Xml, links: Links) -> bytes:
    parts = {"header1": content, "header2": p("Other pages")}
    return docx(p("Text"), parts=parts, last=section("header2", first="header1"), links=links)


def _even_header(content: Xml, links: Links) -> bytes:
    parts = {"header1": content, "header2": p("Odd pages")}
    return docx(
        p("Text"),
        parts=parts,
        last=section("header2", even="header1"),
        links=links,
        settings="<w:evenAndOddHeaders/>",
    )


def _inner_header(content: Xml, links: Links) -> bytes:
    """In the header of a section that is not the last; the last has a header of its own."""
    parts = {"header1": content, "header2": p("Last section")}
    first = section_end(section("header1"))
    return docx(p("One"), first, p("Two"), parts=parts, last=section("header2"), links=links)


def _footer(content: Xml, links: Links) -> bytes:
    return docx(p("Text"), parts={"footer1": content}, last=section(footer="footer1"), links=links)


def _note(kind: str) -> Callable[[Xml, Links], bytes]:
    def build(content: Xml, links: Links) -> bytes:
        inner = section_end(section())  # a second section must not have the notes rendered twice
        parts = {f"{kind}s": notes(kind, content)}
        return docx(p("See", reference(kind)), inner, p("Text"), parts=parts, links=links)

    return build


def _header_table(content: Xml, links: Links) -> bytes:
    parts = {"header1": table(row(cell(content), "b")) + p()}
    return docx(p("Text"), parts=parts, last=section("header1"), links=links)


PLACES: Final[dict[str, Place]] = {
    "body": Place(_body, "the text"),
    "header": Place(_header, "header", "header1", "/w:hdr"),
    "first header": Place(_first_header, "header", "header1", "/w:hdr"),
    "even header": Place(_even_header, "header", "header1", "/w:hdr"),
    "header of an inner section": Place(_inner_header, "header", "header1", "/w:hdr"),
    "footer": Place(_footer, "footer", "footer1", "/w:ftr"),
    "footnote": Place(_note("footnote"), "footnote", "footnotes", "//w:footnote[not(@w:type)]"),
    "endnote": Place(_note("endnote"), "endnote", "endnotes", "//w:endnote[not(@w:type)]"),
    "comment": Place(_note("comment"), "comment", "comments", "//w:comment"),
    "text box": Place(
        lambda content, links: docx(p("By", text_box(content)), links=links),
        "the text|text box",
        around="//w:txbxContent",
    ),
    "new text box": Place(
        lambda content, links: docx(p("By", new_text_box(content)), links=links),
        "the text|text box",
        around="//wps:txbx/w:txbxContent",
    ),
    "cell": Place(
        lambda content, links: docx(table(row(cell(content), "b")), p(), links=links),
        "cell|table",
        around="//w:tc",
    ),
    "cell of a nested table": Place(
        lambda content, links: docx(
            table(row(cell(table(row(cell(content), "b")), p()), "c")), p(), links=links
        ),
        "cell|table",
        around="//w:tc//w:tc",
    ),
    "cell in a header": Place(_header_table, "header", "header1", "//w:tc"),
    "content control": Place(
        lambda content, links: docx(ps("Before"), control_block(content), links=links),
        "the text|content control",
        around="//w:sdtContent",
    ),
}
