"""A recital does not open with a participle or an adjective, as those beside it do.

## Why it matters
Recitals are parts of one sentence, whose subject the opening names and whose verb the enacting words hold.
One with a subject and a verb of its own breaks that sentence.

## Wrong
    Preamble: Norland and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling their friendship;
    Recital: The Parties recognise that herring know no borders;
    Recital: Determined to protect the stocks,
    Enacting: Have agreed as follows:

## Right
    Preamble: Norland and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling their friendship;
    Recital: Recognising that herring know no borders;
    Recital: Determined to protect the stocks,
    Enacting: Have agreed as follows:

## Source
Practice of treaties and of political texts: each recital opens with a participle or an adjective and is a
paragraph of its own. In some texts recitals are whole sentences; those are left alone.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.lists import Item, participles, recitals
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_SUBJECT: Final = re.compile(
    r"\W*(?:the|a|an|it|they|we|this|these|that|those|both|each|either|all|their|its|there)\b", re.IGNORECASE
)
_NAMED: Final = re.compile(
    r"\W*[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}"
    r"(?= (?:has|have|had|is|are|was|were|will|does|remains?|supports?)\b)"
)
_VERB: Final = re.compile(
    r"\W*(?:(?:further|also|again|deeply|fully|strongly)\s+)?"
    r"(?:recall|recogni[sz]e|reaffirm|affirm|confirm|note|acknowledge|consider|welcome|emphasi[sz]e|stress"
    r"|underline|underscore|highlight|desire|wish|believe|seek|aim|intend|reiterate|express|appreciate|regret"
    r"|condemn|commit|determine|resolve|bear|take|declare|support|uphold)s?\b",
    re.IGNORECASE,
)


def recital_form(text: Text) -> Iterator[Mark]:
    """Recitals that begin with a subject or a finite verb, among others that do not."""
    items = recitals(text.document).items
    if participles(items) <= len(items) / 2:
        return
    names = tuple(name for party in text.parties for name in (party.name, party.short) if name)
    for item in items:
        if found := _opening(item, names):
            yield text.by_id[item.clause.id].mark(
                "this recital is a sentence of its own; the others open with a participle or an adjective",
                found,
                suggestion="open it as the others do: “Recalling …”, “Convinced that …”",
            )


def _opening(item: Item, names: tuple[str, ...]) -> tuple[int, int] | None:
    """Where its subject or finite verb stands, if it begins with one."""
    if found := _SUBJECT.match(item.words) or _VERB.match(item.words) or _NAMED.match(item.words):
        return found.span()
    named = next((name for name in names if item.words.startswith(f"{name} ")), None)
    return (0, len(named)) if named else None


RULE: Final = Rule("TD109", "warning", recital_form)
