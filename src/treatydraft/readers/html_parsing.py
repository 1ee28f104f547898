"""Parse HTML without ever fetching anything, and refuse what the parser would cut short."""

import re
from typing import Final

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from treatydraft.limits import current
from treatydraft.readers.lines import ReadError

_VALUE: Final = r"""=\s*+(?:"[^"]*+"|'[^']*+')"""
_TAG: Final = re.compile(rf"<[a-zA-Z](?:[^>=]++|{_VALUE}|=)*+")
_ATTRIBUTE: Final = re.compile(rf"{_VALUE}|=\s*+[^\s>]*+|[^\s/=>]++")


def parsed(text: str) -> HtmlElement | None:
    """The root of a page; nothing for one without elements."""
    _refuse_many(text)
    _refuse_attributes(text)
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        return None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise ReadError(
            "the page nests its elements too deeply, or one of them is too long, for all of it to be read;"
            " save it again from a browser or as a Word file"
        )
    return root


def _refuse_many(text: str) -> None:
    count, most = text.count("<") - text.count("</"), current().elements
    if count > most:
        raise ReadError(f"the page has {count:,} elements, and {most:,} at most are read")


def _refuse_attributes(text: str) -> None:
    """The time that the parser takes grows with the square of the attributes of one element."""
    most = current().html_attributes
    for tag in _TAG.finditer(text):
        if len(tag[0]) > most and len(_ATTRIBUTE.findall(tag[0])) > 2 * most:
            raise ReadError(f"an element of the page has more than {most} attributes; save it again")
