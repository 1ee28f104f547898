"""A word is of the language of deeds: “hereto”, “aforesaid”, “the said Party”.

## Why it matters
Such words add nothing, and often it is not clear to what they point. Texts that bind nobody leave them out,
since they sound as if they did.

## Wrong
    1. The said Party shall inform the Commission of the aforesaid measures.

## Right
    1. That Party shall inform the Commission of those measures.
    2. The Parties said so in the Declaration.

## Source
Guidance on treaties and memoranda of several foreign ministries; plain-language guides. The formula of the
testimonium keeps its “whereof”.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.phrases import phrases
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_OLD: Final = (
    "hereto", "hereof", "herein", "hereunder", "hereby", "herewith", "heretofore", "hereinabove",
    "hereinbelow",
    "hereunto", "thereof", "thereto", "therein", "thereunder", "thereby", "therewith", "thereon", "therefrom",
    "theretofore", "thereunto", "whereof", "wherein", "whereby", "whereupon", "wheresoever", "whatsoever",
    "howsoever", "aforesaid", "aforementioned", "abovementioned", "above-mentioned", "undermentioned",
    "witnesseth", "whereas", "to wit", "in lieu of", "inter se", "hath", "forthwith", "hitherto",
    "notwithstanding anything",
    "said party", "said parties", "said agreement", "said treaty", "said convention", "said state",
    "said states",
    "said government", "said article", "said paragraph", "said period", "said date", "said notification",
    "same shall", "such said", "party of the first part", "party of the second part", "know all men",
    "be it known",
    "viz", "ye", "unto", "betwixt", "amongst", "whilst", "save as",
)  # fmt: skip
_SAID: Final = re.compile(r"\b(?:was|were|is|has|have|be) \Z", re.IGNORECASE)


def archaic_word(text: Text) -> Iterator[Mark]:
    """Words of old deeds outside preamble and testimonium."""
    for passage, match in phrases(text, _OLD, "body", "annex"):
        if match[0].lower().startswith("said") and _SAID.search(passage.folded[: match.start()]):
            continue
        yield passage.mark(
            f"“{match[0]}” is a word of old deeds",
            match.span(),
            suggestion="write “this”, “that”, “of it”, or name the thing",
        )


RULE: Final = Rule("TD210", "info", archaic_word)
