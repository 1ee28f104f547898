"""In what languages an instrument is done, which texts are authentic, and which prevails.

Vienna Convention on the Law of Treaties, art. 33: texts are equally authoritative unless one is to prevail.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.fact import Fact
from treatydraft.facts.language_names import languages_named
from treatydraft.facts.passages import Reading, Sentence
from treatydraft.facts.searching import first
from treatydraft.facts.signing import DONE
from treatydraft.facts.wording import pattern, table

_PREVAILS: Final = pattern(
    "\\b(?:{shall} )?(?:prevails?|(?:takes?|has|have|be given) precedence"
    "|(?:serves?|be used) as (?:the |a )?reference"
    "|be (?:considered )?(?:decisive|authoritative|used|the (?:prevailing|reference) (?:one|text)?)"
    "|is (?:decisive|authoritative)|(?:is|be) valid (?:in the event|in case))\\b"
    "|має (?:переважну силу|перевагу)|переважає|має переважн"
)
_EQUAL: Final = pattern(
    "\\b(?:all|both|each|every|the three|the two|these)\\b.{0,60}\\b(?:authentic|valid|validity"
    "|equivalent|equal|authoritative)\\b"
    "|\\b(?:equally|of equal|having equal|same) (?:authentic|valid|validity|force|authenticity"
    "|legal)\\w{0,4}\\b"
    "|\\b(?:being|is|be) (?:an? |the )?(?:equally )?(?:authentic|valid one|authoritative)\\b"
    "|рівну (?:юридичну )?силу|однаково автентичн|однакову (?:юридичну )?силу|рівноавтентичн|автентичн"
)
_LATER: Final = pattern(
    "\\b{shall} be (?:prepared|considered|certified)\\b|\\bupon (?:an exchange|its signature)\\b"
)
_COPIES: Final = table(
    ("duplicate", "\\bin duplicate\\b|у двох примірниках"),
    ("triplicate", "\\bin triplicate\\b"),
    ("quadruplicate", "\\bin quadruplicate\\b"),
    ("one original", "\\bin (?:one|a single) original\\b"),
    ("two originals", "\\bin two originals?\\b|\\bin two original copies\\b"),
    ("three originals", "\\bin three originals?\\b"),
)


def languages(reading: Reading) -> Iterator[Fact]:
    """What the closing words say of languages; other clauses count where they name a prevailing text."""
    started = False
    for sentence in closing_sentences(reading):
        if DONE.search(sentence.folded) and not started:
            started = True
            yield from _done(sentence)
        elif started and (match := _EQUAL.search(sentence.folded)):
            yield from _authentic_of(sentence, match)
        yield from _prevailing(sentence)


def closing_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of the closing, or of a body in whose end a reader has left it."""
    return reading.of("body", "closing")


def _done(sentence: Sentence) -> Iterator[Fact]:
    yield from first("languages.copies", sentence, _COPIES)
    end = _end_of_list(sentence.folded)
    done = list(languages_named(sentence.folded[:end]))
    for one in done:
        yield sentence.fact("languages.done_in", one.value, one.start, one.end)
    if match := _EQUAL.search(sentence.folded):
        named = [*languages_named(sentence.folded[max(end, 0) : match.end()])]
        for one in done if not named else []:
            yield sentence.fact("languages.authentic", one.value, match.start(), match.end())
        for one in named:
            yield sentence.fact("languages.authentic", one.value, end + one.start, match.end())


def _end_of_list(folded: str) -> int:
    """Where the languages of the original have been named and something is said of them."""
    match = re.search(r"\b(?:languages?|мовами|мовою)\b", folded, re.IGNORECASE)
    return match.end() if match else len(folded)


def _authentic_of(sentence: Sentence, match: re.Match[str]) -> Iterator[Fact]:
    for one in languages_named(sentence.folded[: match.start() + 1]):
        if _LATER.search(sentence.folded) or not _PREVAILS.search(sentence.folded):
            yield sentence.fact("languages.authentic", one.value, one.start, match.end())
            return


def _prevailing(sentence: Sentence) -> Iterator[Fact]:
    match = _PREVAILS.search(sentence.folded)
    if match is None:
        return
    near = [*languages_named(sentence.folded[max(0, match.start() - 80) : match.start()])]
    if near and _speaks_of_text(sentence.folded):
        start = max(0, match.start() - 80) + near[-1].start
        yield sentence.fact("languages.prevailing", near[-1].value, start, match.end())


def _speaks_of_text(folded: str) -> bool:
    return bool(_TEXT.search(folded))


_TEXT: Final = pattern("\\b(?:text|version|language|copy|original|wording)s?\\b|текст|мов(?:а|ою|і)\\b")
