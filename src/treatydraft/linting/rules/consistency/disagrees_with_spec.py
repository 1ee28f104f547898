"""The text says otherwise than its spec: another term, another notice, another day.

## Why it matters
The spec is what was agreed. Where a clause of its own wording repeats a figure and somebody changes only one
of the two, the text that is signed is not the text that was agreed.

## Wrong
    Stated: term.length = 10 years
    1. This Agreement shall remain in force for twelve years.

## Right
    Stated: term.length = 10 years
    1. This Agreement shall remain in force for ten years.

## Source
Practice of treaty sections: before signature the text is read against the instructions.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.periods import in_words, is_same, mark_of, settled
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_ALSO: Final = {
    "instrument.signed.date": "the day of signature",
    "entry_into_force.provisional.date": "the day of provisional application",
    "languages.prevailing": "the language that prevails",
}


def disagrees_with_spec(text: Text) -> Iterator[Mark]:
    """What the text settles otherwise than its spec."""
    if text.stated is None:
        return
    found = [(field, name, facts) for field, name, facts in settled(text)]
    found += [(field, name, text.facts[field]) for field, name in _ALSO.items() if field in text.facts]
    for field, name, facts in found:
        agreed = [str(getattr(one, "value", one)) for one in text.stated.get(field, ())]
        for fact in facts:
            if agreed and not any(is_same(fact.value, value) for value in agreed):
                yield mark_of(
                    fact,
                    f"{name} is {in_words(fact.value)} here, and {in_words(agreed[0])} in the spec",
                    "change the clause or the spec, whichever is not what was agreed",
                )


RULE: Final = Rule("TD514", "error", disagrees_with_spec, languages=())
