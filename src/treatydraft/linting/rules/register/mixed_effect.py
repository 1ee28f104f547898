"""A text says of itself both that it is in force and that it is in effect.

## Why it matters
The two words stand for two kinds of text: treaties are in force, others are in effect. A text that has both
looks as if it had been put together from two.

## Wrong
    1. This Agreement shall enter into force upon signature.
    2. This Agreement shall remain in effect for ten years.

## Right
    1. This Agreement shall enter into force upon signature.
    2. This Agreement shall remain in force for ten years.

## Source
The paired words in the guidance of the United Kingdom on treaties and memoranda of understanding.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import OWN
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_LIVES: Final = re.compile(
    rf"{OWN}(?: \w+)?(?: (?:shall|will|may|to|is|are))? "
    r"(?:enters?|comes?|remains?|continues? to be|continues?|stays?|be) (?:in"
    r"|into) (?P<word>force|effect|operation)\b",
    re.IGNORECASE,
)
_RARER: Final = {"binding": ("effect", "operation"), "political": ("force",)}


def mixed_words_of_effect(text: Text) -> Iterator[Mark]:
    """The words for being in force that do not fit the register, where the fitting ones are there too."""
    found = [*text.find(_LIVES, "body")]
    unfit = _RARER[text.document.register]
    if all((match["word"].lower() in unfit) for _, match in found):
        return
    for passage, match in found:
        if match["word"].lower() in unfit:
            yield passage.mark(
                f"the text says “{match['word']}” of itself here, and another word elsewhere",
                match.span("word"),
                suggestion=f"write “{'force' if text.document.register == 'binding' else 'effect'}”",
            )


RULE: Final = Rule("TD709", "info", mixed_words_of_effect)
