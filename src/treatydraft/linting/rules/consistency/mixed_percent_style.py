"""Percentages are written in more than one way.

## Why it matters
“5%”, “5 %” and “5 per cent” say the same; side by side they show that nobody has read the text from end to
end.

## Wrong
    1. Norland shall pay 40 per cent of the costs, and Sudland 60%.

## Right
    1. Norland shall pay 40 per cent of the costs, and Sudland 60 per cent.

## Source
The style guides of the United Nations and of the European Union, which set one way each.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_PERCENT: Final = re.compile(r"(?:\d|\b[a-z]+)(?P<style>%| %| per cent\b| percent\b)")


def mixed_percent_style(text: Text) -> Iterator[Mark]:
    """Percentages in another way than most of the text."""
    found = [
        (passage, match.span("style"), match["style"].lower())
        for passage in text.passages
        if "%" in passage.folded or "cent" in passage.folded
        for match in _PERCENT.finditer(passage.folded)
    ]
    counts = Counter(style for *_, style in found)
    usual = max(counts, key=lambda style: counts[style], default="")
    for passage, span, style in found:
        if style != usual:
            yield passage.mark(f"elsewhere the text writes “5{usual}”", span, suggestion=f"write “5{usual}”")


RULE: Final = Rule("TD515", "info", mixed_percent_style)
