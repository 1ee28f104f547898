"""Rendering any docxtpl template: what a person wrote comes out, what is wrong is said with its place."""

import io
import zipfile
from collections.abc import Mapping

import pytest
from tests.documents import HOSTILE_NAME
from tests.word import files
from tests.word.files import paragraph

from treatydraft.sandbox import TemplateFault
from treatydraft.word import markup
from treatydraft.word.package import open_package
from treatydraft.word.template import WordTemplate

CONTEXT = {
    "name": HOSTILE_NAME,
    "items": ["one", "two"],
    "secret": "hidden",
    "record": {"date": "13 June"},
    "gap": None,
}
EVERYWHERE = ("header", "footer", "footnotes", "endnotes")


def _render(
    *body: str, context: Mapping[str, object] = CONTEXT, parts: Mapping[str, str] | None = None
) -> bytes:
    return WordTemplate(files.template(*body, parts=parts), name="letter.docx").render(context)


def _fault(*body: str, parts: Mapping[str, str] | None = None) -> TemplateFault:
    with pytest.raises(TemplateFault) as caught:
        _render(*body, parts=parts)
    return caught.value


def _in_part(part: str, content: str) -> dict[str, str]:
    note = part.removesuffix("s")
    return {part: f"<w:{note}>{content}</w:{note}>" if part.endswith("notes") else content}


def test_a_value_comes_out_as_it_is_in_every_part() -> None:
    tag = paragraph("For {{ name }}:")
    parts = {name: content for part in EVERYWHERE for name, content in _in_part(part, tag).items()}
    data = _render(tag, parts=parts)
    for part in ("document", *EVERYWHERE):
        assert files.texts(data, f"word/{part}.xml") == [f"For {HOSTILE_NAME}:"]


@pytest.mark.parametrize("sections", [1, 2, 3])
def test_words_of_a_value_in_a_note_are_never_read_as_template(sections: int) -> None:
    more = ["<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"] * (sections - 1)
    note = _in_part("footnotes", paragraph("see {{ a }}"))
    data = _render(*more, context={"a": "{{ secret }}", "secret": "hidden"}, parts=note)
    assert files.texts(data, "word/footnotes.xml") == ["see {{ secret }}"]


@pytest.mark.parametrize(
    "value", ["{_{ x }_}", "{_% x %_}", "&#123;", "&amp;", "]]>", "<w:p/>", "a\u00a0b", "{% raw %}"]
)
def test_no_word_of_a_value_is_markup_or_tag(value: str) -> None:
    assert files.texts(_render(paragraph("{{ v }}"), context={"v": value})) == [value]


def test_lines_and_tabs_of_a_value_become_those_of_word() -> None:
    xml = open_package(_render(paragraph("{{ v }}"), context={"v": "a\r\nb\tc"})).content("word/document.xml")
    assert xml.count(b"<w:br/>") == xml.count(b"<w:tab/>") == 1
    assert b"\r" not in xml


def test_the_dialect_of_docxtpl() -> None:
    data = _render(
        paragraph("{%p for item in items %}"),
        paragraph("{", "{ item ", "}}, {% if item == “one” %}first{% else %}later{% endif %}"),
        paragraph("{%p endfor %}"),
        paragraph("{# nothing #}{{ items | join(', ') }} {_{ literal }_}"),
    )
    assert files.texts(data) == ["one, first", "two, later", "one, two {{ literal }}"]


def test_filters_of_the_caller_are_there() -> None:
    template = files.template(paragraph("{{ 10 | spelled }}"))
    assert files.texts(
        WordTemplate(template, name="a.docx", filters={"spelled": lambda n: f"ten ({n})"}).render({})
    ) == ["ten (10)"]


FAULTS = {
    "misspelt name": ("Dear {{ nmae }},", "'nmae' is not known here, in “Dear {{ nmae }},”"),
    "misspelt key": ("On {{ record.dat }}", "'dat' is not known here"),
    "syntax": ("For {{ name ", "is never closed in its paragraph"),
    "half an expression": ("{{ name | }}", "in “{{ name | }}”"),
    "unclosed": ("{% if name %}x", "{% if name %} is never closed"),
    "private": ("{{ name.__class__ }}", "not allowed in a template"),
    "call": ("{{ name.upper() }}", "not allowed in a template"),
    "unknown filter": ("{{ name | nope }}", "nope"),
    "unescaping filter": ("{{ name | safe }}", "safe"),
    "list": ("{{ items }}", "loop over it"),
    "record": ("{{ record }}", "loop over it"),
    "nothing": ("{{ gap }}", "the value is empty"),
    "too long": ("{% for n in range(10**9) %}x{% endfor %}", "range"),
}


@pytest.mark.parametrize("case", FAULTS)
@pytest.mark.parametrize("part", ["document", *EVERYWHERE])
def test_a_fault_names_the_part_and_the_paragraph(case: str, part: str) -> None:
    tag, message = FAULTS[case]
    wrong = paragraph(tag)
    found = _fault(wrong) if part == "document" else _fault(parts=_in_part(part, wrong))
    assert found.name.startswith("letter.docx, ")
    assert ("the text" if part == "document" else part) in found.name
    assert message in found.message
    assert found.line == 0


def test_a_fault_names_the_nearest_known_name() -> None:
    assert _fault(paragraph("{{ nmae }}")).hint == "did you mean 'name'?"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x1f", "\ud800", "\ufffe"])
def test_a_character_that_word_cannot_hold_is_a_fault(character: str) -> None:
    with pytest.raises(TemplateFault, match=f"U\\+{ord(character):04X}"):
        _render(paragraph("{{ v }}"), context={"v": f"a{character}b"})


def test_a_block_that_crosses_a_cell_is_a_fault_and_not_lost_text() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('{% for item in items %}')}</w:tc></w:tr></w:tbl>"
    assert "do not fit together" in _fault(table, paragraph("{% endfor %}")).message


def test_a_file_of_libreoffice_keeps_one_part_of_properties() -> None:
    """LibreOffice writes another type for them, so that python-docx finds none and adds its own."""
    package = open_package(files.template(paragraph("{{ name }}")))
    kind = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
    core = f'<cp:coreProperties xmlns:cp="{markup.NAMESPACES["cp"]}"/>'.encode()
    package.add("docProps/core.xml", core, "application/xml", kind)
    data = WordTemplate(package.write(), name="letter.docx").render(CONTEXT)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist().count("docProps/core.xml") == 1


def test_the_same_template_and_values_give_the_same_bytes() -> None:
    template = files.template(paragraph("{{ name }}"))
    assert WordTemplate(template, name="a.docx").render(CONTEXT) == WordTemplate(
        template, name="a.docx"
    ).render(CONTEXT)
