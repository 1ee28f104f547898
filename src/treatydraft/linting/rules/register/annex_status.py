"""An annex has the words of another register than the text, and does not say which of the two is meant.

## Why it matters
An annex is part of the treaty unless it says otherwise. One that only “intends” may be taken to bind all
the same; one that says “shall” under a political text may be taken to bind at all.

## Wrong
    1. The Parties shall exchange data on fish stocks under Annex A.
    2. Each Party shall publish its quotas.
    Annex A # Programme
      1. The Parties will count the stocks in spring.
      2. They intend to publish the numbers in summer.
      3. Norland will send a vessel.
      4. Sudland will send two observers.

## Right
    1. The Parties shall exchange data on fish stocks under Annex A.
    2. Each Party shall publish its quotas.
    Annex A # Programme
      1. The Parties will count the stocks in spring.
      2. They intend to publish the numbers in summer.
      3. Norland will send a vessel.
      4. Nothing in this Annex creates rights or obligations under international law.

## Source
Practice of treaties with annexes of another standing, which say so in a clause of their own; United
Nations, Treaty Handbook, on annexes as integral parts.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_SAYS: Final = re.compile(
    r"\b(?:not|no|nothing|neither|without|integral|non)\b.{0,90}"
    r"\b(?:binding|oblig\w+|legal(?:ly)?|part of th(?:is|e|ese)|rights)\b"
    r"|\bnon-binding\b|\b(?:is|are|be) (?:legally )?binding\b|\blegal status\b"
    r"|\bpolitical (?:nature|commitments?)\b",
    re.IGNORECASE,
)
_IN_BODY: Final = re.compile(r"\b(?:annex(?:es)?|attachments?|appendi(?:x|ces))\b", re.IGNORECASE)


def annex_status_unstated(text: Text) -> Iterator[Mark]:
    """An annex of another register than the text that does not state its own."""
    own = text.document.register
    for number, part in enumerate(text.parts):
        if part.annex is None or part.register == own:
            continue
        passages = [one for one in text.of("annex") if one.part == number]
        if not passages or any(
            _SAYS.search(one.folded) or _SAYS.search(one.clause.heading) for one in passages
        ):
            continue
        if any(_SAYS.search(one.folded) for one in text.of("body") if _IN_BODY.search(one.folded)):
            continue
        is_softer = part.register == "political"
        yield passages[0].mark(
            "the words of this annex "
            + (
                "do not bind, though those of the text do"
                if is_softer
                else "bind, though those of the text do not"
            )
            + ", and nothing says which of the two is meant",
            part="heading" if passages[0].clause.heading else "text",
            suggestion="state the legal standing of the annex, or give it the verbs of the text",
        )


RULE: Final = Rule("TD708", "warning", annex_status_unstated)
