"""PDFs for tests, set by typst from a few lines of markup."""

import typst

PAGE = """#set page(width: 14cm, height: 12cm, margin: 2cm)
#set text(size: 11pt, hyphenate: false)
#set par(justify: true)
#set super(typographic: false)
"""


def pdf(markup: str, page: str = PAGE) -> bytes:
    """The PDF of typst markup on a small page."""
    made = typst.compile((page + markup).encode())
    assert isinstance(made, bytes)
    return made
