"""The kinds of clause that an instrument is made of."""

from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "title",
    "preamble",
    "recital",
    "part",
    "chapter",
    "section",
    "article",
    "paragraph",
    "subparagraph",
    "item",
    "testimonium",
    "signature",
    "annex",
]
