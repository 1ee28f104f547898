"""Read the text of an HTML page as lines: what a browser shows, without running or fetching anything."""

import re
from typing import Final

from lxml.html import HtmlElement

from treatydraft.document import tree
from treatydraft.readers.encoding import decode
from treatydraft.readers.html_lines import Revisions, page_lines
from treatydraft.readers.html_notes import words
from treatydraft.readers.html_parsing import parsed
from treatydraft.readers.lines import Reading

_HEAD: Final = 4096  # bytes in which browsers look for the encoding
_CHARSET: Final = re.compile(
    rb"""<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*["']?([\w-]{2,20})""", re.IGNORECASE
)


def read_html(data: bytes, *, revisions: Revisions = "accepted") -> Reading:
    """Read a page; raises `ReadError` where that cannot be done.

    `ins` and `del` are tracked changes, read as accepted, as rejected or kept as revisions.
    """
    declared = _CHARSET.search(data[:_HEAD])
    decoded = decode(data, declared[1].decode("ascii") if declared else "")
    guesses = tuple(tree.Doubt("the whole file", "", guess) for guess in decoded.guesses)
    root = parsed(decoded.text)
    if root is None:
        return Reading("html", (), doubts=guesses)
    page = page_lines(root, revisions)
    return Reading(
        "html",
        tuple(page.lines),
        headers=tuple(page.headers),
        footers=tuple(page.footers),
        title=_title(root),
        language=_language(root),
        doubts=(*guesses, *page.doubts),
    )


def _title(root: HtmlElement) -> str:
    found = root.find("./head/title")
    return "" if found is None else words(found)


def _language(root: HtmlElement) -> str:
    """As the page says, or else its body or main part."""
    for element in (root, root.find("./body"), next(root.iter("main"), None)):
        if element is not None and element.get("lang"):
            return str(element.get("lang")).strip()
    return ""
