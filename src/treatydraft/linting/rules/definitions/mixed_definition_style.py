"""Terms are defined in different forms.

## Why it matters
“Hereinafter” beside “hereafter”, or terms with and without quotation marks, make a reader ask whether the
second is a definition at all.

## Wrong
    Preamble: The Kingdom of Norland (hereinafter “Norland”) and Sudland, hereafter “the Parties”,

## Right
    Preamble: The Kingdom of Norland (hereinafter “Norland”) and Sudland, hereinafter “the Parties”,

## Source
The house styles of treaty sections, which set one form.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from treatydraft.linting.features.definitions import Definition
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_MARKS: Final = {
    "": "without quotation marks",
    '"': "in double quotation marks",
    "'": "in single quotation marks",
}
_SINGLE: Final = "'‘’‚‛`´"


def mixed_definition_style(text: Text) -> Iterator[Mark]:
    """Definitions in another form than most."""
    found = [one for one in text.definitions if one.form != "acronym"]
    yield from _rarer([one for one in found if one.form in ("hereinafter", "hereafter")], _word)
    yield from _rarer(found, _quote)


def _rarer(found: list[Definition], form: Callable[[Definition], str]) -> Iterator[Mark]:
    """Those whose form is not that of most; of two that are as frequent, the first counts."""
    counts = Counter(map(form, found))
    usual = max(counts, key=lambda one: counts[one], default="")
    for one in found:
        if form(one) != usual:
            yield one.passage.mark(
                f"this term is defined {form(one)}, others {usual}", one.span, suggestion="use one form"
            )


def _word(definition: Definition) -> str:
    return f"with “{definition.form}”"


def _quote(definition: Definition) -> str:
    mark = definition.quote
    return _MARKS["'" if mark and mark in _SINGLE else mark and '"']


RULE: Final = Rule("TD308", "info", mixed_definition_style)
