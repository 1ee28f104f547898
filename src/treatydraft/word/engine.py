"""docxtpl with its losses made loud: each part rendered once and parsed strictly, and faults with a place."""

import html
import io
import re
from collections.abc import Mapping

from docxtpl import DocxTemplate
from lxml import etree

from treatydraft import sandbox

_TAG = re.compile(r"<[^>]+>")
_PART = re.compile(r"/word/(document|header|footer|footnotes|endnotes)(\d*)\.xml")
_PLACES = {"document": "the text", "footnotes": "the footnotes", "endnotes": "the endnotes"}
_NOTE_TYPES = tuple(
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    for kind in ("footnotes", "endnotes")
)
_LONGEST_QUOTE = 80


def render(data: bytes, context: Mapping[str, object], name: str, environment: sandbox.Sandbox) -> bytes:
    """Render a template that has been checked; raises `TemplateFault`."""
    template = _Template(io.BytesIO(data), name)
    template.render(dict(context), jinja_env=environment, autoescape=True)
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


class _Template(DocxTemplate):  # type: ignore[misc]  # docxtpl carries no types
    def __init__(self, file: io.BytesIO, name: str) -> None:
        super().__init__(file)
        self._name = name

    def render_xml_part(
        self, src_xml: str, part: object, context: Mapping[str, object], jinja_env: sandbox.Sandbox
    ) -> str:
        """Render one part, a line for each paragraph so that a fault has a paragraph."""
        source = re.sub(r"(?=<w:p[ >])|(?<=</w:p>)", "\n", src_xml)
        name = f"{self._name}, {_place(str(getattr(part, 'partname', '')))}"
        try:
            rendered = sandbox.rendered(sandbox.compiled(jinja_env, source, name), context, name)
        except sandbox.TemplateFault as fault:
            raise _with_paragraph(fault, source) from None
        rendered = re.sub(r"\n(?=<w:p[ >])|(?<=</w:p>)\n", "", rendered)
        return _parsed(str(self.resolve_listing(_literal_braces(rendered))), name)

    def render_properties(self, context: object, jinja_env: object = None) -> None:
        """Leave the properties alone: docxtpl escapes them twice and doubles those of a LibreOffice file."""

    def render_footnotes(self, context: Mapping[str, object], jinja_env: sandbox.Sandbox) -> None:
        """Render notes once; docxtpl does it for each section and reads the words of a spec as template."""
        for part in self.docx.part.package.iter_parts():
            if part.content_type in _NOTE_TYPES:
                xml = self.patch_xml(part.blob.decode("utf-8"))
                part._blob = self.render_xml_part(xml, part, context, jinja_env).encode("utf-8")  # noqa: SLF001 - as docxtpl does it


def _place(part: str) -> str:
    found = _PART.fullmatch(part)
    return part if found is None else _PLACES.get(found[1], f"{found[1]} {found[2]}".strip())


def _literal_braces(xml: str) -> str:
    """Docxtpl's way to write braces in a template; those of values were escaped and never match."""
    for written, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        xml = xml.replace(written, meant)
    return xml


def _parsed(xml: str, name: str) -> str:
    """The same XML; docxtpl would parse it in recovery mode and drop what does not fit, without a word."""
    try:
        etree.fromstring(xml.encode("utf-8"))
    except etree.XMLSyntaxError as error:
        hint = "a block opens in one paragraph, cell or row and closes in another, or {{r }} prints text"
        raise sandbox.TemplateFault(name, 0, f"the tags do not fit together: {error.msg}", hint) from None
    return xml


def _with_paragraph(fault: sandbox.TemplateFault, source: str) -> sandbox.TemplateFault:
    lines = source.split("\n")
    words = html.unescape(_TAG.sub("", lines[fault.line - 1])).strip() if 0 < fault.line <= len(lines) else ""
    if not words:
        return sandbox.TemplateFault(fault.name, 0, fault.message, fault.hint)
    quote = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"
    return sandbox.TemplateFault(fault.name, 0, f"{fault.message}, in “{quote}”", fault.hint)
