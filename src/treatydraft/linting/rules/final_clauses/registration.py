"""A treaty says nothing about its registration with the United Nations.

## Why it matters
Every treaty is to be registered, and one that is not cannot be invoked before an organ of the United
Nations. A clause settles who does it.

## Wrong
    1. This Agreement shall enter into force upon signature.

## Right
    1. This Agreement shall enter into force upon signature.
    2. Norland shall register this Agreement with the Secretariat of the United Nations.

## Source
Charter of the United Nations, art. 102; Vienna Convention on the Law of Treaties, art. 80. The duty does
not depend on a clause, so this is only pointed out.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_REGISTERED: Final = re.compile(r"\bregist(?:er|ered|ration)\b|\barticle 102\b", re.IGNORECASE)


def registration_missing(text: Text) -> Iterator[Mark]:
    """No clause on registration in a text that binds."""
    if text.document.register != "binding" or not text.document.body:
        return
    words = ((one.folded, one.clause.heading) for one in text.of("body", "closing"))
    if not any(_REGISTERED.search(own) or _REGISTERED.search(heading) for own, heading in words):
        yield Mark(
            "nothing is said of registration with the United Nations",
            suggestion="say which party registers the text under Article 102 of the Charter",
        )


RULE: Final = Rule("TD807", "info", registration_missing)
