"""Whole Word files made of parts, with the relationships, styles and lists that the parts need.

A part is related to the text by its own name, so that markup says `r:id="header1"` and means
`word/header1.xml`.
"""

import io
import itertools
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from tests.word.known_faults.ooxml import NAMESPACES, SCHEMAS, Xml, p, png

_RELATION = f"{SCHEMAS}officeDocument/2006/relationships/"
_PACKAGE = f"{SCHEMAS}package/2006/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TEXT_PREFIXES = ("w", "r", "wp", "a", "pic", "mc", "w14", "wps", "v")
_ROOTS = {"header": "hdr", "footer": "ftr"}
_KINDS = ("header", "footer", "footnotes", "endnotes", "comments", "styles", "settings", "numbering")
_OUTSIDE = ' TargetMode="External"'


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship of a part."""

    kind: str
    target: str
    external: bool = False


IMAGE: Final = Link("image", "media/image1.png")


def section(default: str = "", first: str = "", even: str = "", footer: str = "") -> Xml:
    """The properties of a section, with the parts that are its headers and its footer."""
    kinds = {"default": default, "first": first, "even": even}
    heads = "".join(
        f'<w:headerReference w:type="{kind}" r:id="{part}"/>' for kind, part in kinds.items() if part
    )
    foot = f'<w:footerReference w:type="default" r:id="{footer}"/>' if footer else ""
    page = (
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440"'
        ' w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>'
    )
    title = "<w:titlePg/>" if first else ""
    return Xml(f"<w:sectPr>{heads}{foot}{page}{title}</w:sectPr>")


def section_end(properties: Xml) -> Xml:
    """The empty paragraph that ends an inner section."""
    return p(properties=properties)


def docx(  # noqa: PLR0913 - a Word file has that many corners, each named where it is used
    *body: Xml,
    parts: Mapping[str, str] | None = None,
    last: Xml | None = None,
    links: Mapping[str, Mapping[str, Link]] | None = None,
    core: Mapping[str, str] | None = None,
    custom: Mapping[str, str] | None = None,
    main_type: str = "document.main+xml",
    settings: str = "",
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Word file with this text; `parts` are headers, notes and so on by name and content.

    `links` are relationships by the part that holds them and by their own id. `core` and `custom` are
    properties by name.
    """
    standard = {"styles": _STYLES, "numbering": _NUMBERING, "settings": settings}
    named = {**standard, **(parts or {})}
    of_part = {"document": {name: Link(_kind(name), f"{name}.xml") for name in named}}
    for part, more in (links or {}).items():
        of_part[part] = {**of_part.get(part, {}), **more}
    content = f"<w:body>{''.join(body)}{section() if last is None else last}</w:body>"
    files = {
        "[Content_Types].xml": _types(main_type, named, custom is not None),
        "_rels/.rels": _rels(_main_links(custom is not None)),
        "word/document.xml": _part("document", content),
        **{f"word/_rels/{part}.xml.rels": _rels(rels) for part, rels in of_part.items()},
        **{
            f"word/{name}.xml": _part(_ROOTS.get(_kind(name), _kind(name)), xml)
            for name, xml in named.items()
        },
        "docProps/core.xml": _core(core or {}),
        **({} if custom is None else {"docProps/custom.xml": _custom(custom)}),
    }
    return zipped(
        {name: text.encode() for name, text in files.items()}
        | {"word/media/image1.png": png()}
        | dict(extra or {})
    )


def zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _kind(name: str) -> str:
    return next(kind for kind in _KINDS if name.startswith(kind))


def _declared(*prefixes: str) -> str:
    return " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


def _part(root: str, content: str) -> str:
    return f'<w:{root} {_declared(*_TEXT_PREFIXES)} mc:Ignorable="w14">{content}</w:{root}>'


def _rels(links: Mapping[str, Link]) -> str:
    listed = "".join(
        f'<Relationship Id="{identifier}" Type={quoteattr(_type(link.kind))}'
        f" Target={quoteattr(link.target)}{_OUTSIDE if link.external else ''}/>"
        for identifier, link in links.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{listed}</Relationships>'


def _type(kind: str) -> str:
    return f"{_PACKAGE}relationships/metadata/{kind}" if kind == "core-properties" else f"{_RELATION}{kind}"


def _main_links(has_custom: bool) -> dict[str, Link]:  # noqa: FBT001 - private
    links = {
        "main": Link("officeDocument", "word/document.xml"),
        "core": Link("core-properties", "docProps/core.xml"),
    }
    return {**links, "custom": Link("custom-properties", "docProps/custom.xml")} if has_custom else links


def _types(main_type: str, named: Mapping[str, str], has_custom: bool) -> str:  # noqa: FBT001 - private
    office = "application/vnd.openxmlformats-officedocument."
    package = "application/vnd.openxmlformats-package."
    overrides = {
        "word/document": f"{_WORD}{main_type}",
        **{f"word/{name}": f"{_WORD}{_kind(name)}+xml" for name in named},
        "docProps/core": f"{package}core-properties+xml",
        **({"docProps/custom": f"{office}custom-properties+xml"} if has_custom else {}),
    }
    defaults = {"xml": "application/xml", "rels": f"{package}relationships+xml", "png": "image/png"}
    listed = itertools.chain(
        (f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items()),
        (f'<Override PartName="/{name}.xml" ContentType="{kind}"/>' for name, kind in overrides.items()),
    )
    return f'<Types xmlns="{_PACKAGE}content-types">{"".join(listed)}</Types>'


def _core(properties: Mapping[str, str]) -> str:
    listed = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in properties.items())
    return f"<cp:coreProperties {_declared('cp', 'dc')}>{listed}</cp:coreProperties>"


def _custom(properties: Mapping[str, str]) -> str:
    listed = "".join(
        f'<cu:property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></cu:property>"
        for number, (name, text) in enumerate(properties.items(), 2)
    )
    return f"<cu:Properties {_declared('cu', 'vt')}>{listed}</cu:Properties>"


def _style(kind: str, identifier: str, name: str, more: str = "", default: str = "") -> str:
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{identifier}"><w:name w:val="{name}"/>{more}</w:style>'
    )


def _level(level: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


_STYLES: Final = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + _style("paragraph", "Normal", "Normal", default=' w:default="1"')
    + _style("character", "Strong", "Strong", "<w:rPr><w:b/></w:rPr>")
    + _style("character", "Emphasis", "Emphasis", "<w:rPr><w:i/></w:rPr>")
    + _style("paragraph", "Heading1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    + _style("paragraph", "Heading2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    + _style("paragraph", "Item", "Item", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + _style("paragraph", "TOC1", "toc 1")
    + _style("paragraph", "TOC2", "toc 2")
    + _style("paragraph", "FootnoteText", "footnote text")
    + _style("character", "FootnoteReference", "footnote reference")
)
_NUMBERING: Final = (
    f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    f"{_level(0, 'decimal', '%1.')}{_level(1, 'lowerLetter', '(%2)')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>'
    f"{_level(0, 'upperRoman', '%1)')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
