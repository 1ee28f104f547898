"""Templates that reach out or are broken, and Markdown templates."""

from typing import Final

from tests.hostile.rows import Row, just
from tests.hostile.template_makers import SUMS, field_row, header_of, linked_to, markdown, word
from tests.word.known_faults.ooxml import Xml, field, field_code, field_mark, p, simple_field
from tests.word.known_faults.package import docx

TEMPLATE_FILES: Final[dict[str, Row]] = {
    # What else a template must not do.
    "30 loops in loops": word(
        "t.docx, the text: the tags of this template are nested too deeply, or one of them is too long",
        lambda: docx(p("{% for i in [1] %}" * 30 + "x" + "{% endfor %}" * 30)),
    ),
    "400 headers with a loop each": word(
        "t.docx, header 0: not allowed in a template: the loops go on for more than 200,000 passes…",
        lambda: docx(
            p("x"),
            parts={f"header{n}": p(SUMS.replace("}{", "}a{")) for n in range(400)},
            last=Xml(f"<w:sectPr>{''.join(header_of(n) for n in range(400))}</w:sectPr>"),
        ),
        is_long=True,
    ),
    "3,000 tags": word(
        "t.docx: the template holds more than 2,500 tags", lambda: docx(*[p("{{ notice }}")] * 3_000)
    ),
    "2,500 tags, as many as may be": word("", lambda: docx(*[p("{{ notice }}")] * 2_500), 0, is_long=True),
    "a tag of a megabyte": word(
        "t.docx: the tags of the template hold more than 100,000 characters",
        lambda: docx(p("{{ '" + "x" * 1_000_000 + "' }}")),
    ),
    "unknown name": word(
        "t.docx, the text: 'notise' is not known here, in “{{ notise }}” (did you mean 'notice'?)",
        lambda: docx(p("{{ notise }}")),
    ),
    "unknown filter": word(
        "t.docx, the text: No filter named 'shell', in “{{ notice | shell }}”",
        lambda: docx(p("{{ notice | shell }}")),
    ),
    "attached template": linked_to(
        "t.docx: the template loads 'http://127.0.0.1:9/a.dotm' (attachedTemplate) from outside; re…",
        "attachedTemplate",
        "http://127.0.0.1:9/a.dotm",
    ),
    "remote picture": linked_to(
        "t.docx: the template loads 'http://127.0.0.1:9/a.png' (image) from outside; remove the link",
        "image",
        "http://127.0.0.1:9/a.png",
    ),
    "picture of the network": linked_to(
        "t.docx: the template loads 'file://server/share/a.png' (image) from outside; remove the link",
        "image",
        "file://server/share/a.png",
    ),
    "linked object": linked_to(
        "t.docx: the template holds an embedded object; remove it", "oleObject", "file:///etc/passwd"
    ),
    "embedded object": linked_to(
        "t.docx: the template holds an embedded object; remove it",
        "oleObject",
        "embeddings/a.bin",
        external=False,
    ),
    "embedded workbook": linked_to(
        "t.docx: the template holds an embedded file; remove it",
        "package",
        "embeddings/a.xlsx",
        external=False,
    ),
    "ActiveX": linked_to(
        "t.docx: the template holds an ActiveX control; remove it",
        "control",
        "activeX/activeX1.xml",
        external=False,
    ),
    "part in HTML": linked_to(
        "t.docx: the template holds a part in another format; remove it", "aFChunk", "a.html", external=False
    ),
    "subdocument": linked_to(
        "t.docx: the template holds a subdocument; remove it", "subDocument", "../a.docx"
    ),
    "frame": linked_to("t.docx: the template holds a frame; remove it", "frame", "http://127.0.0.1:9/"),
    "object of a header": linked_to(
        "t.docx: the template holds an embedded object; remove it",
        "oleObject",
        "file:///etc/passwd",
        part="footnotes",
    ),
    "macros beside the document": word(
        "t.docx: the template holds word/vbaProject.bin, which is no text; remove it",
        lambda: docx(p("x"), extra={"word/vbaProject.bin": b"x"}),
    ),
    "broken XML beside the text": word(
        "t.docx: the part word/extra.xml is not well-formed XML: …",
        lambda: docx(p("{{ notice }}"), extra={"word/extra.xml": b"<a>"}),
    ),
    "program in the file": word(
        "t.docx: the template holds word/media/a.exe, which is no text; remove it",
        lambda: docx(p("x"), extra={"word/media/a.exe": b"MZ"}),
    ),
    "DDEAUTO": field_row(
        "t.docx: the template holds a field DDEAUTO, which reads other files; remove it",
        ' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" ',
    ),
    "DDE in small letters": field_row(
        "t.docx: the template holds a field DDE, which reads other files; remove it", " dde excel a b "
    ),
    "INCLUDETEXT": field_row(
        "t.docx: the template holds a field INCLUDETEXT, which reads other files; remove it",
        ' INCLUDETEXT "/etc/passwd" ',
    ),
    "INCLUDEPICTURE": field_row(
        "t.docx: the template holds a field INCLUDEPICTURE, which reads other files; remove it",
        ' INCLUDEPICTURE "http://127.0.0.1:9/a.png" ',
    ),
    "DATABASE": field_row(
        "t.docx: the template holds a field DATABASE, which reads other files; remove it",
        ' DATABASE \\d "c:\\\\a.mdb" ',
    ),
    "DDE in a simple field": word(
        "t.docx: the template holds a field DDE, which reads other files; remove it",
        lambda: docx(p(simple_field("DDE excel a b", "x"))),
    ),
    "DDE cut over runs": word(
        "t.docx: the template holds a field DDEAUTO, which reads other files; remove it",
        lambda: docx(
            Xml(
                "<w:p><w:r><w:instrText> DD</w:instrText></w:r>"
                "<w:r><w:instrText>EAUTO c cmd</w:instrText></w:r></w:p>"
            )
        ),
    ),
    "field whose kind another field makes": word(
        "t.docx: the template holds a field that another field makes, which reads other files; remove it",
        lambda: docx(
            Xml(
                f"<w:p>{field_mark('begin')}{field(' QUOTE 68 68 69 ', 'DDE')}"
                f"{field_code(' excel a b')}{field_mark('end')}</w:p>"
            )
        ),
    ),
    # Markdown goes through the same environment.
    "Markdown: good template": markdown("", "{{ notice }}", 0),
    "Markdown: format": markdown(
        "t.md:1: not allowed in a template: nothing may be called here but macros and range (use a…",
        "{{ '{0.__class__}'.format(spec) }}",
    ),
    "Markdown: globals": markdown(
        "t.md:1: not allowed in a template: access to attribute '__init__' of 'Strict' object is unsafe",
        "{{ cycler.__init__.__globals__ }}",
    ),
    "Markdown: attr": markdown("t.md:1: No filter named 'attr'", "{{ spec | attr('__class__') }}"),
    "Markdown: include by an absolute path": markdown(
        "t.md:1: a template of your own stands alone: include, import and extends are not allowed in it",
        "{% include '/etc/passwd' %}",
    ),
    "Markdown: include that climbs": markdown(
        "t.md:1: a template of your own stands alone: include, import and extends are not allowed in it",
        "{% include '../../etc/passwd' %}",
    ),
    "Markdown: include of a name that is computed": markdown(
        "t.md:1: a template of your own stands alone: include, import and extends are not allowed in it",
        "{% include ['a', spec.id] %}",
    ),
    "Markdown: extends itself": markdown(
        "t.md:1: a template of your own stands alone: include, import and extends are not allowed in it",
        "{% extends 't.md' %}",
    ),
    "Markdown: loops": markdown(
        "t.md:1: not allowed in a template: the loops go on for more than 200,000 passes", SUMS
    ),
    "Markdown: range": markdown(
        "t.md:1: not allowed in a template: range of 100000000 numbers; at most 10000 are allowed",
        "{{ range(10**8) | list }}",
    ),
    "Markdown: open brackets": markdown(
        "t.md:1: the tags of this template are nested too deeply, or one of them is too long",
        "{{ " + "(" * 40_000,
    ),
    "Markdown: ifs in ifs": markdown(
        "t.md:1: the tags of this template are nested too deeply, or one of them is too long",
        "{% if 1 %}" * 1_000 + "{% endif %}" * 1_000,
    ),
    "Markdown: sums in a row": markdown(
        "t.md:1: the tags of this template are nested too deeply, or one of them is too long",
        "{{ 1" + "+1" * 5_000 + " }}",
    ),
    "Markdown: lists in lists": markdown(
        "t.md:1: the tags of this template are nested too deeply, or one of them is too long",
        "{{ " + "[" * 3_000 + "]" * 3_000 + " }}",
    ),
    "Markdown: words in words": markdown(
        "t.md:1: the tags of this template are nested too deeply, or one of them is too long",
        "{{ a" + ".b" * 5_000 + " }}",
    ),
    "Markdown: filters in a row": markdown(
        "t.md:1: the tags of this template are nested too deeply, or one of them is too long",
        "{{ 1" + "|abs" * 5_000 + " }}",
    ),
    "Markdown: UTF-16": markdown("t.md: not UTF-8 at byte 0", "{{ notice }}".encode("utf-16")),
    "Markdown: a number beyond all": markdown("t.md:1: a number of that size", "{{ 1e999 }}"),
    "Markdown: digits that Python refuses": markdown(
        "t.md:1: a number of that size", "{{ " + "9" * 10_000 + " }}"
    ),
    "template that is no file": Row(
        "render good.yaml --template gone.docx",
        {},
        2,
        "gone.docx: the file cannot be read: No such file or directory",
    ),
    "template of another kind": Row(
        "render good.yaml --template t.exe",
        {"t.exe": just(b"MZ")},
        2,
        "--template: t.exe is neither .docx nor .md",
    ),
    "template that is a text": word(
        "t.docx: the file is no Word document or is damaged: File is not a zip file", just("Dear Sir")
    ),
}
