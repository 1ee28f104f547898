"""The inside of Word's body in few letters."""

from typing import Final

_MC: Final = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_WPS: Final = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
_VML: Final = 'xmlns:v="urn:schemas-microsoft-com:vml"'
MATH: Final = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def r(*inside: str, look: str = "") -> str:
    """A run of words and elements."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{properties}{''.join(map(_inside, inside))}</w:r>"


def p(*inside: str, look: str = "") -> str:
    """A paragraph; what is no XML becomes a run."""
    properties = f"<w:pPr>{look}</w:pPr>" if look else ""
    return f"<w:p>{properties}{''.join(x if x.startswith('<') else r(x) for x in inside)}</w:p>"


def _inside(text: str) -> str:
    return text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'


def field(instruction: str, *result: str) -> str:
    code = r(f'<w:instrText xml:space="preserve">{instruction}</w:instrText>')
    shown_result = "".join(x if x.startswith("<") else r(x) for x in result)
    return f"{mark('begin')}{code}{mark('separate')}{shown_result}{mark('end')}"


def mark(kind: str) -> str:
    return r(f'<w:fldChar w:fldCharType="{kind}"/>')


def table(*rows: tuple[str, ...]) -> str:
    """Rows of cells, each with the paragraphs and tables in it."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def box(*paragraphs: str) -> str:
    return f"<wps:txbx {_WPS}><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></wps:txbx>"


def drawn(*paragraphs: str) -> str:
    return f"<w:drawing>{box(*paragraphs)}</w:drawing>"


def vml(*paragraphs: str) -> str:
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return f"<w:pict {_VML}><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"


def either(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent {_MC}><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )
