"""Two words stand for one thing: “null and void”, “any and all”, “terms and conditions”.

## Why it matters
Who interprets a treaty gives each word a meaning of its own, and other languages often have one word only.

## Wrong
    1. Any and all measures contrary to this Agreement are null and void.

## Right
    1. All measures contrary to this Agreement are void.
    2. The terms of the lease and the conditions of the licence are listed in the Annex.

## Source
Plain-language guides and manuals of legislative drafting.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.phrases import phrases
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_DOUBLETS: Final = {
    "null and void": "void", "terms and conditions": "terms", "any and all": "all", "each and every": "each",
    "cease and desist": "cease", "full force and effect": "force", "force and effect": "force",
    "bind and obligate": "bind", "covenant and agree": "agree", "agree and undertake": "undertake",
    "undertake and agree": "undertake", "sole and exclusive": "exclusive", "true and correct": "correct",
    "due and payable": "due", "fit and proper": "fit", "final and conclusive": "final",
    "final and binding": "binding", "by and between": "between", "by and among": "among",
    "from and after": "from",
    "for and on behalf of": "on behalf of", "in and to": "in", "made and entered into": "made",
    "save and except": "except", "over and above": "beyond", "order and direct": "order",
    "as and when": "when", "unless and until": "until", "if and only if": "only if",
    "aid and abet": "help", "goods and chattels": "goods", "keep and maintain": "maintain",
    "perform and discharge": "perform", "have and hold": "hold", "free and clear": "free",
    "authorize and empower": "authorize", "authorise and empower": "authorise",
    "rules and regulations": "rules",
    "acknowledge and agree": "agree", "alter and amend": "amend", "amend or modify": "amend",
    "amended or modified": "amended", "amended and modified": "amended", "shall and will": "shall",
    "give and grant": "give", "right, title and interest": "title", "ready and willing": "ready",
    "object and purport": "object", "way, shape or form": "way", "null, void and of no effect": "void",
    "false and untrue": "false", "peace and quiet": "peace",
    "necessary and requisite": "necessary", "observe and comply with": "comply with", "hold and keep": "keep",
    "heirs and successors": "successors",
}  # fmt: skip


def doublet(text: Text) -> Iterator[Mark]:
    """Pairs of words of one meaning."""
    for passage, match in phrases(text, tuple(_DOUBLETS), "preamble", "body", "closing", "annex"):
        yield passage.mark(
            f"“{match[0]}” says one thing twice",
            match.span(),
            suggestion=f"write “{_DOUBLETS[match[0].lower()]}”",
        )


RULE: Final = Rule("TD211", "info", doublet)
