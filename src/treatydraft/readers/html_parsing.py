"""Parse HTML without ever fetching anything, and refuse what the parser would cut short."""

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from treatydraft.readers.lines import ReadError


def parsed(text: str) -> HtmlElement | None:
    """The root of a page; nothing for one without elements."""
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
