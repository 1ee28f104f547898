"""How long an instrument lasts, and from when.

What duration clauses settle: United Nations, Final Clauses of Multilateral Treaties: Handbook (2003).
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.dates import days
from treatydraft.facts.durations import duration_of
from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Reading, Sentence
from treatydraft.facts.searching import about
from treatydraft.facts.wording import pattern, table

_SPAN: Final = "(?:an? |the )?(?:(?:initial |first )?(?:period|term|duration) of )?{duration}"
_LENGTH: Final = tuple(
    map(
        pattern,
        (
            f"\\bvalid (?:for|during) {_SPAN}",
            f"\\b(?:remains?|be|is|are|stays?|continues?|continue to be) in {{force}} (?:for )?{_SPAN}",
            (
                f"\\b(?:concluded|made|established|entered into|applies|apply|applied|effective"
                f"|applicable) for {_SPAN}"
            ),
            f"\\bin {{force}} for {_SPAN}",
            (
                f"\\b(?:duration|term|validity|period of validity) (?:of .{{1,40}} )?(?:is|are|of"
                f"|{{shall}} be) {_SPAN}"
            ),
            "{duration} (?:duration|term|validity|lifetime|period) of {instrument}",
            f"{{instrument}} (?:{{shall}} )?(?:lasts?|runs?|expires?) (?:for |after )?{_SPAN}",
            (
                "(?:діє|діятиме|чинн\\w{1,4}|укладен\\w{1,3}|дійсн\\w{1,4}) (?:протягом |на "
                "|строком на )?{duration}"
            ),
        ),
    )
)
_INSTRUMENT: Final = pattern("{instrument}|\\bthe (?:agreement|accord|memorandum)\\b")
_OF: Final = "(?:the )?(?:(?:date|day|moment|time) (?:of|on which|when) )?(?:(?:its|their|the) )?"
_FROM: Final = table(
    (
        "signature",
        f"\\b(?:from|after|since|as of|following|upon|of|starting with) {_OF}(?:signature|signing)",
    ),
    (
        "entry-into-force",
        (
            f"\\b(?:from|after|since|as of|following|upon|of) {_OF}(?:{{instrument}} )?"
            "(?:(?:entry|enters|entering|coming|comes) into {force}|tak(?:ing|es) effect|effective date)"
        ),
    ),
    ("signature", "\\b(?:з|від) (?:дати|дня|моменту) (?:(?:її|його|їх) )?підписання"),
    ("entry-into-force", "\\b(?:з|від) (?:дати|дня|моменту) (?:(?:її|його|їх) )?набрання (?:\\w+ )?чинності"),
)
# Where one sentence says when the instrument takes effect and then how long it lasts, the one is counted from
# the other.
_FROM_BEFORE: Final = table(
    (
        "signature",
        (
            "(?:into {force}|effective|effect|appl(?:y|ies)) (?:immediately )?(?:upon|on|from|as of) "
            "(?:the )?(?:(?:date|day) of )?(?:its )?(?:signature|signing)"
        ),
    ),
    ("entry-into-force", "(?:comes?|enters?) into {force}"),
)
_UNTIL: Final = pattern("\\b(?:remains?|be|is|are) in {force}\\b.{0,90}\\buntil (?:and including )?{date}")
_ENDS: Final = pattern("\\bceases? to\\b")  # how long after a notice it still lasts is no term
_INDEFINITE: Final = pattern(
    "\\bfor an? (?:unlimited|indefinite|undetermined|unspecified) (?:period|duration|time|term)"
    "|\\bin {force} indefinitely"
)


def term(reading: Reading) -> Iterator[Fact]:
    """Length, start and end of the instrument's life, where its text states them."""
    for sentence in about(reading.operative, _INSTRUMENT):
        if _ENDS.search(sentence.folded):
            continue
        yield from _length(sentence)
        yield from _until(sentence)
        if match := _INDEFINITE.search(sentence.folded):
            yield sentence.fact("term.indefinite", "true", match.start(), match.end())


def _length(sentence: Sentence) -> Iterator[Fact]:
    match = next(filter(None, (one.search(sentence.folded) for one in _LENGTH)), None)
    if match is None:
        return
    yield sentence.fact("term.length", duration_of(match["duration"]), match.start(), match.end())
    yield from _from(sentence, match)


def _from(sentence: Sentence, length: re.Match[str]) -> Iterator[Fact]:
    for wordings, start, end in (
        (_FROM, length.end(), len(sentence.folded)),
        (_FROM_BEFORE, 0, length.start()),
    ):
        for wording in wordings:
            if match := wording.pattern.search(sentence.folded, start, end):
                yield sentence.fact("term.from", wording.value, match.start(), match.end())
                return


def _until(sentence: Sentence) -> Iterator[Fact]:
    if match := _UNTIL.search(sentence.folded):
        day = next(days(match["date"]), None)
        if day:
            yield sentence.fact("term.until", day.value, match.start(), match.end())
