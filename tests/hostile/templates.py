"""Templates from a colleague: escapes of past Jinja releases, renders without end, files that reach out."""

from typing import Final

from tests.hostile.rows import Maker, Row, just
from tests.word.hostile import DOORS, ENDLESS, ESCAPES
from tests.word.known_faults.ooxml import Xml, field, field_code, field_mark, p, simple_field
from tests.word.known_faults.package import Link, docx

_SUMS: Final = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"


def _word(says: str, make: Maker, status: int = 2, *, is_long: bool = False) -> Row:
    return Row("render good.yaml --template t.docx", {"t.docx": make}, status, says, is_long)


def _markdown(says: str, source: str | bytes, status: int = 2, *, is_long: bool = False) -> Row:
    return Row("render good.yaml --template t.md", {"t.md": just(source)}, status, says, is_long)


def _escape(says: str, name: str, door: str = "body") -> Row:
    return _word(says, lambda: DOORS[door](ESCAPES[name].replace("CANARY", "canary")))


def _endless(says: str, name: str) -> Row:
    return _word(says, lambda: docx(ENDLESS[name]))


def _links(says: str, kind: str, target: str, *, part: str = "document", external: bool = True) -> Row:
    link = Link(kind, target, external=external)
    return _word(says, lambda: docx(p("{{ spec.id }}"), links={part: {"link1": link}}))


def _field(says: str, code: str) -> Row:
    return _word(says, lambda: docx(p(field(code, "x"))))


def _header(number: int) -> str:
    return f'<w:headerReference w:type="default" r:id="header{number}"/>'


TEMPLATES: Final[dict[str, Row]] = {
    "good template, so that the others differ in one thing": _word("", lambda: docx(p("{{ notice }}")), 0),
    # The escapes of past releases, in the text.
    "format": _escape(
        "t.docx, the text: not allowed in a template: nothing may be called here but macros and range…",
        "CVE-2016-10745 format",
    ),
    "format with a keyword": _escape(
        "t.docx, the text: not allowed in a template: nothing may be called here but macros and range…",
        "CVE-2016-10745 keyword",
    ),
    "format_map": _escape(
        "t.docx, the text: not allowed in a template: nothing may be called here but macros and range…",
        "CVE-2019-10906 format_map",
    ),
    "urlize": _escape(
        "t.docx, the text: No filter named 'urlize', in “{{ ('http://' ~ 'a.' * 9) | urlize }}”",
        "CVE-2020-28493 urlize",
    ),
    "xmlattr with blanks": _escape(
        "t.docx, the text: No filter named 'xmlattr', in “{{ {'a b': 1} | xmlattr }}”",
        "CVE-2024-22195 xmlattr with blanks",
    ),
    "xmlattr with signs": _escape(
        "t.docx, the text: No filter named 'xmlattr', in “{{ {'a/>=b': 1} | xmlattr }}”",
        "CVE-2024-34064 xmlattr with signs",
    ),
    "stored format": _escape(
        "t.docx, the text: not allowed in a template: nothing may be called here but macros and range…",
        "CVE-2024-56326 stored format",
    ),
    "stored format in a list": _escape(
        "t.docx, the text: not allowed in a template: nothing may be called here but macros and range…",
        "CVE-2024-56326 stored in a list",
    ),
    "stored format through map": _escape(
        "t.docx, the text: No filter named 'format'…",
        "CVE-2024-56326 through map",
    ),
    "stored format through map of a method": _escape(
        "t.docx, the text: No filter named 'call'…",
        "CVE-2024-56326 through map of a method",
    ),
    "include of a file that the template names": _escape(
        "t.docx, the text: a template of your own stands alone: include, import and extends are not…",
        "CVE-2024-56201 include",
    ),
    "extends": _escape(
        "t.docx, the text: a template of your own stands alone: include, import and extends are not…",
        "CVE-2024-56201 extends",
    ),
    "import of a module": _escape(
        "t.docx, the text: a template of your own stands alone: include, import and extends are not…",
        "CVE-2024-56201 import",
    ),
    "from import": _escape(
        "t.docx, the text: a template of your own stands alone: include, import and extends are not…",
        "CVE-2024-56201 from",
    ),
    "attr filter": _escape(
        "t.docx, the text: No filter named 'attr', in “{{ ('{0.__class__}' | attr('format'))(spec) }}”",
        "CVE-2025-27516 attr",
    ),
    "subclasses": _escape(
        "t.docx, the text: not allowed in a template: access to attribute '__class__' of 'str' obje…",
        "dt#632 subclasses",
    ),
    "globals of a function": _escape(
        "t.docx, the text: 'lipsum' is not known here…",
        "globals of lipsum",
    ),
    "code of a macro": _escape(
        "t.docx, the text: '__globals__' is not known here…",
        "globals of a macro",
    ),
    "escape cut letter by letter": _escape(
        "t.docx, the text: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "cut letter by letter",
    ),
    # One of them in every other part of the file.
    "escape in the header": _escape(
        "t.docx, header 1: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "header",
    ),
    "escape in the first header": _escape(
        "t.docx, header 1: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "first header",
    ),
    "escape in the footer": _escape(
        "t.docx, footer 1: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "footer",
    ),
    "escape in a footnote": _escape(
        "t.docx, the footnotes: not allowed in a template: access to attribute '__init__' of 'Colle…",
        "globals of cycler",
        "footnote",
    ),
    "escape in an endnote": _escape(
        "t.docx, the endnotes: not allowed in a template: access to attribute '__init__' of 'Collec…",
        "globals of cycler",
        "endnote",
    ),
    "escape in a comment": _escape(
        "t.docx, the comments: not allowed in a template: access to attribute '__init__' of 'Collec…",
        "globals of cycler",
        "comment",
    ),
    "escape in a text box": _escape(
        "t.docx, the text: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "text box",
    ),
    "escape in a nested table": _escape(
        "t.docx, the text: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "cell of a nested table",
    ),
    "escape in the title": _escape(
        "t.docx, the properties: not allowed in a template: access to attribute '__init__' of 'Coll…",
        "globals of cycler",
        "title",
    ),
    "escape in the keywords": _escape(
        "t.docx, the properties: not allowed in a template: access to attribute '__init__' of 'Coll…",
        "globals of cycler",
        "keywords",
    ),
    "escape in a custom property": _escape(
        "t.docx, the properties: not allowed in a template: access to attribute '__init__' of 'Coll…",
        "globals of cycler",
        "custom property",
    ),
    "escape in a link": _escape(
        "t.docx, the text: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "link target",
    ),
    "escape in a field code": _escape(
        "t.docx, the text: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "field code",
    ),
    "escape in a bookmark": _escape(
        "t.docx, the text: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "bookmark name",
    ),
    # Renders without end.
    "a huge range": _endless(
        "t.docx, the text: not allowed in a template: range of 1000000000 numbers; at most 10000 ar…",
        "a huge range",
    ),
    "a million passes": _endless(
        "t.docx, the text: not allowed in a template: the loops go on for more than 200,000 passes…",
        "a million passes",
    ),
    "passes without words": _endless(
        "t.docx, the text: not allowed in a template: the loops go on for more than 200,000 passes…",
        "passes without words",
    ),
    "loops in a macro": _endless(
        "t.docx, the text: not allowed in a template: the loops go on for more than 200,000 passes…",
        "loops in a macro",
    ),
    "a text of 10⁹ letters": _endless(
        "t.docx, the text: not allowed in a template: a product of more than 1,000,000 characters o…",
        "long text",
    ),
    "a text that doubles": _endless(
        "t.docx, the text: not allowed in a template: a text of more than 1,000,000 characters…",
        "long text by doubling",
    ),
    "a list that doubles": _endless(
        "t.docx, the text: not allowed in a template: a sum of more than 1,000,000 characters or me…",
        "long list by adding",
    ),
    "a text that is replaced": _endless(
        "t.docx, the text: not allowed in a template: a text of more than 1,000,000 characters…",
        "long text by replacing",
    ),
    "a power of powers": _endless(
        "t.docx, the text: not allowed in a template: a power of that size, in “{{ 10**(10**10) }}”",
        "a power of powers",
    ),
    "endless macros": _endless(
        "t.docx, the text: macros or loops of the template call themselves without end…",
        "endless macros",
    ),
    "an endless recursive loop": _endless(
        "t.docx, the text: macros or loops of the template call themselves without end…",
        "an endless recursive loop",
    ),
    "much output": _endless(
        "t.docx, the text: not allowed in a template: the document grows beyond 64,000,000 characters…",
        "much output",
    ),
    "slow work in one pass": _word(
        "t.docx, the text: not allowed in a template: rendering takes more than 3 seconds of work…",
        lambda: docx(p("{% set t = 'a b ' * 200000 %}", *["{% set u = t | title | wordcount %}"] * 400)),
        is_long=True,
    ),
    "slow comparisons": _word(
        "t.docx, the text: not allowed in a template: rendering takes more than 3 seconds of work…",
        lambda: docx(p("{% set t = [0] * 999999 %}", *["{% set u = 1 in t %}"] * 500)),
        is_long=True,
    ),
    "40,000 open brackets in a tag": _word(
        "t.docx, the text: the tags of this template are nested too deeply, or one of them is too l…",
        lambda: docx(p("{{ " + "(" * 40_000 + " }}")),
    ),
    "20,000 nots in a tag": _word(
        "t.docx, the text: the tags of this template are nested too deeply, or one of them is too l…",
        lambda: docx(p("{{ " + "not " * 20_000 + "1 }}")),
    ),
    "300 ifs in ifs": _word(
        "t.docx, the text: the tags of this template are nested too deeply, or one of them is too long",
        lambda: docx(p("{% if 1 %}" * 300 + "x" + "{% endif %}" * 300)),
    ),
    "5,000 sums in a row": _word(
        "t.docx, the text: the tags of this template are nested too deeply, or one of them is too l…",
        lambda: docx(p("{{ 1" + " + 1" * 5_000 + " }}")),
    ),
    # What else a template must not do.
    "30 loops in loops": _word(
        "t.docx, the text: the tags of this template are nested too deeply, or one of them is too long",
        lambda: docx(p("{% for i in [1] %}" * 30 + "x" + "{% endfor %}" * 30)),
    ),
    "400 headers with a loop each": _word(
        "t.docx, header 0: not allowed in a template: the loops go on for more than 200,000 passes…",
        lambda: docx(
            p("x"),
            parts={f"header{n}": p(_SUMS.replace("}{", "}a{")) for n in range(400)},
            last=Xml(f"<w:sectPr>{''.join(_header(n) for n in range(400))}</w:sectPr>"),
        ),
        is_long=True,
    ),
    "3,000 tags": _word(
        "t.docx: the template holds more than 2,500 tags", lambda: docx(*[p("{{ notice }}")] * 3_000)
    ),
    "2,500 tags, as many as may be": _word("", lambda: docx(*[p("{{ notice }}")] * 2_500), 0, is_long=True),
    "a tag of a megabyte": _word(
        "t.docx: the tags of the template hold more than 100,000 characters",
        lambda: docx(p("{{ '" + "x" * 1_000_000 + "' }}")),
    ),
    "unknown name": _word(
        "t.docx, the text: 'notise' is not known here, in “{{ notise }}” (did you mean 'notice'?)",
        lambda: docx(p("{{ notise }}")),
    ),
    "unknown filter": _word(
        "t.docx, the text: No filter named 'shell', in “{{ notice | shell }}”",
        lambda: docx(p("{{ notice | shell }}")),
    ),
    "attached template": _links(
        "t.docx: the template loads 'http://127.0.0.1:9/a.dotm' (attachedTemplate) from outside; re…",
        "attachedTemplate",
        "http://127.0.0.1:9/a.dotm",
    ),
    "remote picture": _links(
        "t.docx: the template loads 'http://127.0.0.1:9/a.png' (image) from outside; remove the link",
        "image",
        "http://127.0.0.1:9/a.png",
    ),
    "picture of the network": _links(
        "t.docx: the template loads 'file://server/share/a.png' (image) from outside; remove the link",
        "image",
        "file://server/share/a.png",
    ),
    "linked object": _links(
        "t.docx: the template holds an embedded object; remove it", "oleObject", "file:///etc/passwd"
    ),
    "embedded object": _links(
        "t.docx: the template holds an embedded object; remove it",
        "oleObject",
        "embeddings/a.bin",
        external=False,
    ),
    "embedded workbook": _links(
        "t.docx: the template holds an embedded file; remove it",
        "package",
        "embeddings/a.xlsx",
        external=False,
    ),
    "ActiveX": _links(
        "t.docx: the template holds an ActiveX control; remove it",
        "control",
        "activeX/activeX1.xml",
        external=False,
    ),
    "part in HTML": _links(
        "t.docx: the template holds a part in another format; remove it", "aFChunk", "a.html", external=False
    ),
    "subdocument": _links("t.docx: the template holds a subdocument; remove it", "subDocument", "../a.docx"),
    "frame": _links("t.docx: the template holds a frame; remove it", "frame", "http://127.0.0.1:9/"),
    "object of a header": _links(
        "t.docx: the template holds an embedded object; remove it",
        "oleObject",
        "file:///etc/passwd",
        part="footnotes",
    ),
    "macros beside the document": _word(
        "t.docx: the template holds word/vbaProject.bin, which is no text; remove it",
        lambda: docx(p("x"), extra={"word/vbaProject.bin": b"x"}),
    ),
    "program in the file": _word(
        "t.docx: the template holds word/media/a.exe, which is no text; remove it",
        lambda: docx(p("x"), extra={"word/media/a.exe": b"MZ"}),
    ),
    "DDEAUTO": _field(
        "t.docx: the template holds a field DDEAUTO, which reads other files; remove it",
        ' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" ',
    ),
    "DDE in small letters": _field(
        "t.docx: the template holds a field DDE, which reads other files; remove it", " dde excel a b "
    ),
    "INCLUDETEXT": _field(
        "t.docx: the template holds a field INCLUDETEXT, which reads other files; remove it",
        ' INCLUDETEXT "/etc/passwd" ',
    ),
    "INCLUDEPICTURE": _field(
        "t.docx: the template holds a field INCLUDEPICTURE, which reads other files; remove it",
        ' INCLUDEPICTURE "http://127.0.0.1:9/a.png" ',
    ),
    "DATABASE": _field(
        "t.docx: the template holds a field DATABASE, which reads other files; remove it",
        ' DATABASE \\d "c:\\\\a.mdb" ',
    ),
    "DDE in a simple field": _word(
        "t.docx: the template holds a field DDE, which reads other files; remove it",
        lambda: docx(p(simple_field("DDE excel a b", "x"))),
    ),
    "DDE cut over runs": _word(
        "t.docx: the template holds a field DDEAUTO, which reads other files; remove it",
        lambda: docx(
            Xml(
                "<w:p><w:r><w:instrText> DD</w:instrText></w:r>"
                "<w:r><w:instrText>EAUTO c cmd</w:instrText></w:r></w:p>"
            )
        ),
    ),
    "field whose kind another field makes": _word(
        "t.docx: the template holds a field that another field makes, which reads other files; remove it",
        lambda: docx(
            Xml(
                f"<w:p>{field_mark('begin')}{field(' QUOTE 68 68 69 ', 'DDE')}"
                f"{field_code(' excel a b')}{field_mark('end')}</w:p>"
            )
        ),
    ),
    # Markdown goes through the same environment.
    "Markdown: good template": _markdown("", "{{ notice }}", 0),
    "Markdown: format": _markdown(
        "t.md:1: not allowed in a template: nothing may be called here but macros and range (use a…",
        "{{ '{0.__class__}'.format(spec) }}",
    ),
    "Markdown: globals": _markdown(
        "t.md:1: not allowed in a template: access to attribute '__init__' of 'Strict' object is unsafe",
        "{{ cycler.__init__.__globals__ }}",
    ),
    "Markdown: attr": _markdown("t.md:1: No filter named 'attr'", "{{ spec | attr('__class__') }}"),
    "Markdown: include by an absolute path": _markdown(
        "t.md:1: a template of your own stands alone: include, import and extends are not allowed in it",
        "{% include '/etc/passwd' %}",
    ),
    "Markdown: include that climbs": _markdown(
        "t.md:1: a template of your own stands alone: include, import and extends are not allowed in it",
        "{% include '../../etc/passwd' %}",
    ),
    "Markdown: include of a name that is computed": _markdown(
        "t.md:1: a template of your own stands alone: include, import and extends are not allowed in it",
        "{% include ['a', spec.id] %}",
    ),
    "Markdown: extends itself": _markdown(
        "t.md:1: a template of your own stands alone: include, import and extends are not allowed in it",
        "{% extends 't.md' %}",
    ),
    "Markdown: loops": _markdown(
        "t.md:1: not allowed in a template: the loops go on for more than 200,000 passes", _SUMS
    ),
    "Markdown: range": _markdown(
        "t.md:1: not allowed in a template: range of 100000000 numbers; at most 10000 are allowed",
        "{{ range(10**8) | list }}",
    ),
    "Markdown: open brackets": _markdown(
        "t.md:1: the tags of this template are nested too deeply, or one of them is too long",
        "{{ " + "(" * 40_000,
    ),
    "Markdown: ifs in ifs": _markdown(
        "t.md:1: the tags of this template are nested too deeply, or one of them is too long",
        "{% if 1 %}" * 1_000 + "{% endif %}" * 1_000,
    ),
    "Markdown: sums in a row": _markdown(
        "t.md:1: the tags of this template are nested too deeply, or one of them is too long",
        "{{ 1" + "+1" * 5_000 + " }}",
    ),
    "Markdown: lists in lists": _markdown(
        "t.md:1: the tags of this template are nested too deeply, or one of them is too long",
        "{{ " + "[" * 3_000 + "]" * 3_000 + " }}",
    ),
    "Markdown: words in words": _markdown(
        "t.md:1: the tags of this template are nested too deeply, or one of them is too long",
        "{{ a" + ".b" * 5_000 + " }}",
    ),
    "Markdown: filters in a row": _markdown(
        "t.md:1: the tags of this template are nested too deeply, or one of them is too long",
        "{{ 1" + "|abs" * 5_000 + " }}",
    ),
    "Markdown: UTF-16": _markdown("t.md: not UTF-8 at byte 0", "{{ notice }}".encode("utf-16")),
    "Markdown: digits that Python refuses": _markdown(
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
    "template that is a text": _word(
        "t.docx: the file is no Word document or is damaged: File is not a zip file", just("Dear Sir")
    ),
}
