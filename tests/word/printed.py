"""Twenty documents, each rendered from a template or a spec, and words that a person must find in them."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tests import documents
from tests.word import files, generated
from tests.word.known_faults import loops
from tests.word.known_faults.ooxml import (
    Xml,
    bold,
    cell,
    comment_end,
    comment_start,
    control_block,
    field,
    field_code,
    field_mark,
    hyperlink,
    inserted,
    notes,
    numbered,
    p,
    png,
    ps,
    reference,
    row,
    table,
    text_box,
)
from tests.word.known_faults.package import Link, docx, section, section_end

from treatydraft import api
from treatydraft.document import tree
from treatydraft.word.template import WordTemplate
from treatydraft.word.values import Image, PageBreak, Rich, Run
from treatydraft.writers.docx import write_docx

SPECS: Final = Path(__file__).parents[2] / "specs"
DAY: Final = datetime(2024, 6, 13, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Printed:
    """How a document is made, and its words in the order of reading."""

    make: Callable[[], bytes]
    words: Callable[[], list[str]]


def _letter(template: bytes, context: Mapping[str, object], *words: str) -> Printed:
    return Printed(lambda: WordTemplate(template, name="letter.docx").render(context), lambda: list(words))


def _spec(name: str, alternat: str | None = None) -> Printed:
    def draft() -> tree.Document:
        return api.job(SPECS / name).draft(alternat)

    return Printed(lambda: api.job(SPECS / name).render("docx", alternat), lambda: list(_words(draft())))


def _example(name: str) -> Printed:
    def make() -> bytes:
        return write_docx(documents.EXAMPLES[name](), files.AGREEMENT.read_bytes(), timestamp=DAY)

    return Printed(make, lambda: list(_words(documents.EXAMPLES[name]())))


def _words(document: tree.Document) -> Iterator[str]:
    """The title, and each clause with its label and its first words."""
    yield tree.plain(document.title)
    for clause in (*tree.walk(document.body), *tree.walk(document.annexes)):
        yield " ".join([clause.label, *(clause.heading or tree.plain(clause.text)).split()[:3]])


def _contents() -> bytes:
    code = field_code(' TOC \\o "1-3" \\h \\z \\u ')
    opening = p(field_mark("begin"), code, field_mark("separate"), "Old entry", style="TOC1")
    articles = loops.each(p("{{ a.title }}", style="Heading1"), p("On {{ a.title }}."))
    return docx(opening, p(field_mark("end")), articles)


def _rows() -> Xml:
    head, end = row("{%tr for a in articles %}", ""), row("{%tr endfor %}", "")
    items = cell(ps("{%p for i in a['items'] %}", "{{ loop.index }}) {{ i }}", "{%p endfor %}", "in all"))
    return table(row(bold_cell("Title"), bold_cell("Items")), head, row("{{ a.title }}", items), end)


def bold_cell(words: str) -> Xml:
    return cell(p(bold(words)))


_PARTS: Final = {
    "header1": p("{{ marking }}"),
    "footer1": p("Page ", field(" PAGE ", "1"), " of {{ title }}"),
}
_TITLED: Final = {"title": "A & B <Ltd>", "marking": "Draft of 13 June"}
_PICTURE: Final = docx(
    p("Before"),
    p("{{ picture }}"),
    p("After"),
    parts={"header1": p("{{ picture }} head")},
    last=section("header1"),
)

DOCUMENTS: Final[dict[str, Printed]] = {
    "spec of the United States and Ukraine": _spec("us-ukraine-2024.yaml"),
    "spec of Japan and Ukraine": _spec("japan-ukraine-2024.yaml"),
    "alternat of Ukraine": _spec("us-ukraine-2024.yaml", "UA"),
    **{f"example {name}": _example(name) for name in documents.EXAMPLES},
    "header and footer": _letter(
        docx(p("Body of {{ title }}"), parts=_PARTS, last=section("header1", footer="footer1")),
        _TITLED,
        *("Draft of 13 June", "Body of A & B <Ltd>", "Page 1 of A & B <Ltd>"),
    ),
    "two sections": _letter(
        docx(
            p("One {{ title }}"),
            section_end(section("header1")),
            p("Two"),
            parts={"header1": p("First {{ title }}"), "header2": p("Second {{ title }}")},
            last=section("header2"),
        ),
        {"title": "T & T"},
        *("First T & T", "One T & T", "Second T & T", "Two"),
    ),
    "contents": _letter(_contents(), loops.ARTICLES, "Purpose", "On Purpose.", "Term", "On Term."),
    "footnotes": _letter(
        loops.notes_in_a_loop("footnote"),
        {**loops.ARTICLES, "n": 3},
        "First",
        "Support & <Aid>",
        "Fixed 3",
        "Term: years",
    ),
    "endnotes": _letter(
        loops.notes_in_a_loop("endnote"),
        {**loops.ARTICLES, "n": 3},
        "First",
        "Support & <Aid>",
        "Fixed 3",
        "Term: years",
    ),
    "comments and revisions": _letter(
        docx(
            p(
                "a ",
                comment_start(),
                "{{ na",
                comment_end(),
                "me }}",
                inserted(" and {{ name }}"),
                reference("footnote"),
            ),
            parts={
                "comments": notes("comment", p("On {{ name }}")),
                "footnotes": notes("footnote", p("See {{ name }}.")),
            },
        ),
        {"name": "X & Y"},
        *("a X & Y and X & Y", "See X & Y."),
    ),
    "tables": _letter(
        docx(_rows(), p()),
        loops.ARTICLES,
        "Title",
        "Purpose",
        "1) aim",
        "2) scope",
        "in all",
        "Support & <Aid>",
        "3) sea",
    ),
    "numbered articles": _letter(
        docx(
            loops.each(
                p("{{ a.title }}", style="Heading1"), loops.each(numbered("{{ i }}"), loop="i in a['items']")
            )
        ),
        loops.ARTICLES,
        *(
            "Purpose",
            "1. aim",
            "2. scope",
            "Support & <Aid>",
            "1. air",
            "2. land",
            "3. sea",
            "Term",
            "1. years",
        ),
    ),
    "boxes, controls and links": _letter(
        docx(
            p("Beside ", text_box(p("In the box: {{ title }}"))),
            control_block(p("In the control: {{ title }}")),
            p(hyperlink("Link to {{ title }}")),
            links={"document": {"link1": Link("hyperlink", "https://x.test/{{ title }}", external=True)}},
        ),
        {"title": "T & T"},
        *("In the control: T & T", "Link to T & T"),
    ),
    "pictures": _letter(_PICTURE, {"picture": Image(png(), description="A & B")}, "head", "Before", "After"),
    "rich words": _letter(
        docx(p("So {{r words }}."), ps("{%p for w in all %}", "{{r w }}", "{%p endfor %}")),
        {
            "words": Rich((Run("plain, "), Run("strong & <so>", "Strong"))),
            "all": [Rich((Run("one", "Emphasis"),)), Rich((Run("two"),))],
        },
        *("So plain, strong & <so>.", "one", "two"),
    ),
    "breaks and scripts": _letter(
        docx(p("{{ lines }}"), p("{{ page }}after"), p("{{ greek }} {{ name }}")),
        {"lines": "one\ntwo\tthree", "page": PageBreak(), "greek": "Ελλάδα", "name": "Україна"},
        *("one", "two", "three", "after", "Ελλάδα Україна"),
    ),
}

TEMPLATES: Final[dict[str, bytes]] = {
    name: generated.SURROUNDINGS["with properties"](generated.FEATURES[name])
    for name in ("value", "p for nested", "tr for", "macro", "rich", "hm")
} | {"notes": loops.notes_in_a_loop("footnote"), "drawings": loops.drawings()}


def context(number: int) -> dict[str, object]:
    """Values that differ with the number."""
    articles = [
        {"title": f"Article {n} of {number}", "items": [f"i{n}"], "binding": True} for n in range(number)
    ]
    return {**generated.CONTEXT, "articles": articles, "n": number, "name": f"No. {number}"}


def digests() -> dict[str, list[str]]:
    """What each template makes of five values, as hashes."""
    found = {}
    for name, source in TEMPLATES.items():
        template = WordTemplate(source, filters=generated.FILTERS)
        found[name] = [hashlib.sha256(template.render(context(n))).hexdigest() for n in range(1, 6)]
    return found


if __name__ == "__main__":  # the other process of a test that compares two
    print(json.dumps(digests()))  # noqa: T201 - its answer
