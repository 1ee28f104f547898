"""Small Word files made by hand, part by part, so that a test shows all that matters in it."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from treatydraft.word import markup
from treatydraft.word.package import open_package

AGREEMENT: Final = Path(__file__).parents[2] / "templates/security-agreement/agreement.docx"

_W = f'xmlns:w="{markup.NAMESPACES["w"]}" xmlns:r="{markup.NAMESPACES["r"]}"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = ("header", "footer", "footnotes", "endnotes", "styles", "numbering", "comments", "settings")


def paragraph(*runs: str) -> str:
    """A paragraph whose text is cut over these runs."""
    cut = "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in runs)
    return f"<w:p>{cut}</w:p>"


def template(
    *body: str,
    main_type: str = "document.main+xml",
    links: str = "",
    parts: Mapping[str, str] | None = None,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """A template with these paragraphs, and with `parts` such as `header` or `footnotes` by their content."""
    parts = parts or {}
    named = {f"word/{name}.xml": _part(name, content) for name, content in parts.items()}
    main = f"<w:document {_W}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
    return zipped(
        {
            "[Content_Types].xml": _types(main_type, parts).encode(),
            "_rels/.rels": _rels(_rel("r1", "officeDocument", "word/document.xml")).encode(),
            "word/document.xml": main.encode(),
            "word/_rels/document.xml.rels": _rels(
                *(_rel(f"p{number}", _kind(name), f"{name}.xml") for number, name in enumerate(parts)), links
            ).encode(),
            **{name: content.encode() for name, content in named.items()},
            **(extra or {}),
        }
    )


def zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def external(kind: str, target: str) -> str:
    """A relationship to something outside the file."""
    return f'<Relationship Id="x1" Type="{_OFFICE}{kind}" Target="{escape(target)}" TargetMode="External"/>'


def texts(data: bytes, part: str = "word/document.xml") -> list[str]:
    """The text of each paragraph of a part."""
    root = open_package(data).tree(part)
    return [
        "".join(text.text or "" for text in p.iter(markup.name("w:t"))) for p in root.iter(markup.name("w:p"))
    ]


def _kind(name: str) -> str:
    return next(kind for kind in _KINDS if name.startswith(kind))


def _part(name: str, content: str) -> str:
    root = {"header": "hdr", "footer": "ftr"}.get(_kind(name), _kind(name))
    return f"<w:{root} {_W}>{content}</w:{root}>"


def _rel(identifier: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identifier}" Type="{_OFFICE}{kind}" Target="{target}"/>'


def _rels(*links: str) -> str:
    return f'<Relationships xmlns="{markup.NAMESPACES["pr"]}">{"".join(links)}</Relationships>'


def _types(main_type: str, parts: Mapping[str, str]) -> str:
    overrides = {"document": main_type, **{name: f"{_kind(name)}+xml" for name in parts}}
    listed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}{kind}"/>'
        for name, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{markup.NAMESPACES["ct"]}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{listed}</Types>"
    )
