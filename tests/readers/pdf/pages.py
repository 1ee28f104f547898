"""PDFs for tests: set by typst from a few lines of markup, or put together by hand."""

from functools import cache

import typst

PAGE = """#set page(width: 14cm, height: 12cm, margin: 2cm)
#set text(size: 11pt, hyphenate: false)
#set par(justify: true)
"""
LONG = "The Parties share all the fish that swim in the waters between their coasts from day to day"


@cache
def pdf(markup: str, page: str = PAGE, *, tagged: bool = False) -> bytes:
    """The PDF of typst markup on a small page."""
    made = typst.compile((page + markup).encode(), pdf_tags=tagged, ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def raw_pdf(content: bytes, *, box: str = "0 0 300 300", count: int = 1) -> bytes:
    """A PDF whose pages all have this content, with Helvetica as `/F`."""
    kids = " ".join(["3 0 R"] * count)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        (
            f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R"
            "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
        ).encode(),
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
    ]
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    )
