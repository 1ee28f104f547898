"""Find the citations of clauses in running text: `Article II (1) (b)`, `paragraphs 1 and 2 of this Article`.

Here they are words only; which clause they name is for `citations` to say. What the words around a citation
give to another instrument, as in `Article 51 of the Charter`, is left out, and so is what may be its.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import groupby
from typing import Final

from treatydraft.document.words import (
    CITED_LEVELS,
    citation_words,
    instrument_words,
    plural_citation_words,
    words_in_citations,
)

_LOOK_BACK: Final = 40  # characters in which a word before a citation stands
_ROMAN: Final = "[IVXLCDMІХ]{1,7}"
_WHOLE: Final = rf"(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}|{_ROMAN}|[A-ZА-ЯЄІЇҐ])(?!\w)"
_WHOLE_OR_LETTER: Final = rf"(?:{_WHOLE}|[a-z](?!\w))"
_INNER: Final = rf"\((?:\d{{1,3}}|{_ROMAN}|[ivxlcdm]{{1,7}}|[^\W\d_])\)"
_HALF: Final = r"(?:\d{1,2}|[^\W\d_])\)"
_NUMBER: Final = re.compile(r"[^\W_]+(?:\.\d+)*")
_NO_END: Final = re.compile(r"[-–—/]\w|\s(?:bis|ter|quater)\b")  # after what only looks like a whole number
_SENTENCE_END: Final = re.compile(r"[.;!?]\s")
_POSSESSIVE: Final = re.compile(r"\w[’']s\s+$")
_LAST_WORD: Final = re.compile(r"([^\W\d_][\w’-]*)[,(]?\s*\(?$")
_ACRONYM: Final = re.compile(r"\s+[A-Z]{2,}(?!\w)")
_JOINT: Final = re.compile(r"(?:[^\W\d_a-zа-яєіїґ][\w’-]*\s+){1,3}\Z")  # as in `these Joint Commitments`
_CAPITALISED: Final = r"(?:[“\"(]?[^\W\d_a-zа-яєіїґ][\w’-]*\s+){0,5}"


@dataclass(frozen=True, slots=True)
class Item:
    """One number with those in parentheses after it, and where it stands."""

    start: int
    end: int
    numbers: tuple[str, ...]  # `II`, `1`, `b`; none for `this Article` and `the Annex`


@dataclass(frozen=True, slots=True)
class Step:
    """A word such as `Article` with its number, or with several."""

    level: str
    start: int
    end: int
    items: tuple[Item, ...]
    this: bool = False

    @property
    def rank(self) -> int:
        """How far from the top clauses of this level stand."""
        return CITED_LEVELS.index(self.level)


@dataclass(frozen=True, slots=True)
class Citation:
    """A clause by the words that lead to it, and where they stand."""

    steps: tuple[Step, ...]  # the outermost first
    start: int
    end: int
    after: int  # where the sentence goes on behind what says whose clause it is
    instrument: str = ""  # `own`, `other`; empty where the words do not say
    direction: int = 0  # -1 for `above`, 1 for `below`

    @property
    def is_relative(self) -> bool:
        """Whether where it stands says which clause it names, as with `paragraph 3`."""
        return self.steps[0].rank >= CITED_LEVELS.index("paragraph") and not self.instrument

    @property
    def several(self) -> Step | None:
        """The step with several numbers, as in `paragraphs 2 and 3`."""
        return next((step for step in self.steps if len(step.items) > 1), None)

    @property
    def each(self) -> Iterator[tuple[Step, ...]]:
        """The steps, once for each number of the step that has several."""
        several = self.several
        if several is None:
            yield self.steps
            return
        for item in several.items:
            yield tuple(replace(step, items=(item,)) if step is several else step for step in self.steps)


@dataclass(frozen=True, slots=True)
class Names:
    """How a document calls itself."""

    title: str
    words: frozenset[str]  # the forms of `Agreement`, in lower case


def names_of(title: str) -> Names:
    """The names of an instrument with this title: its first word for an instrument is its own.

    >>> names_of("Protocol to the Agreement on Trade").words == {"protocol", "protocols"}
    True
    """
    found = _patterns().instrument.search(title)
    return Names(title.lower(), _forms(found[0]) if found else frozenset())


def citations_in(text: str, names: Names) -> Iterator[Citation]:
    """The citations of clauses of this instrument, in the order of the text."""
    reading = _Reading(text, names)
    for together in reading.clusters():
        yield from (citation for citation in together if reading.is_own(citation, together))


class _Reading:
    """A text in which citations are found."""

    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._names = names

    def clusters(self) -> Iterator[list[Citation]]:
        """The citations that are listed together: `Article 3 and Article 4`."""
        held: list[Citation] = []
        for citation in self._citations():
            if held and not self._goes_on(held[-1], citation):
                yield held
                held = []
            held.append(citation)
        if held:
            yield held

    def is_own(self, citation: Citation, together: Sequence[Citation]) -> bool:
        """Whether the words leave no doubt that it is a clause of this instrument."""
        if citation.instrument or citation.steps[0].this:
            return citation.instrument != "other"
        if any(other.instrument == "other" for other in together) or self._follows_another(together[0]):
            return False
        alike = all(other.is_relative and other.steps[0].rank == citation.steps[0].rank for other in together)
        return alike or not citation.is_relative

    # --- Citations ----------------------------------------------------------------------------------------

    def _citations(self) -> Iterator[Citation]:
        place = 0
        while (word := _patterns().word.search(self._text, place)) is not None:
            citation = self._citation(word)
            if citation is not None:
                yield citation
            place = citation.end if citation else word.end()

    def _citation(self, word: re.Match[str]) -> Citation | None:
        first = self._step(word)
        if first is None or first.this:
            return None
        steps = [*self._descending(first)]
        end = steps[-1].end
        while (outer := self._outer(end, steps[0])) is not None:
            steps = [*self._descending(outer), *steps]
            end = max(step.end for step in steps)
        if sum(len(step.items) > 1 for step in steps) > 1:
            return None
        direction, end = self._direction(end)
        instrument, after = self._instrument(end, steps[0])
        return Citation(tuple(steps), first.start, end, after, instrument, direction)

    def _step(self, word: re.Match[str]) -> Step | None:
        low = word[0].casefold()
        level = citation_words()[low]
        forms = _patterns().lettered if level == "subparagraph" else _patterns().numbered
        found = forms[low in plural_citation_words()].match(self._text, word.end())
        if found is not None:
            items = tuple(self._items(found.start("items"), found.end()))
            return (
                None
                if _NO_END.match(self._text, found.end())
                else Step(level, word.start(), found.end(), items)
            )
        alone = (Item(word.start(), word.end(), ()),)
        if self._stands_before(_patterns().this, word.start()):
            return Step(level, word.start(), word.end(), alone, this=True)
        if level == "annex" and self._stands_before(_patterns().the, word.start()):
            return Step(level, word.start(), word.end(), alone)
        return None

    def _items(self, start: int, end: int) -> Iterator[Item]:
        for found in _patterns().item.finditer(self._text, start, end):
            yield Item(found.start(), found.end(), tuple(_NUMBER.findall(found[0])))

    def _descending(self, step: Step) -> Iterator[Step]:
        """`Article 5, paragraph 2, subparagraph (a)`: a step and those further down after it."""
        last: Step | None = step
        while last is not None:
            yield last
            lead = _patterns().further_down.match(self._text, last.end)
            word = _patterns().word.match(self._text, lead.end()) if lead else None
            below = self._step(word) if word and len(last.items) == 1 else None
            last = below if below is not None and below.rank > last.rank and below.items[0].numbers else None

    def _outer(self, end: int, inner: Step) -> Step | None:
        """`of Article 5`, `of this Annex`: the step above one that ends here."""
        lead = _patterns().further_up.match(self._text, end)
        word = _patterns().word.match(self._text, lead.end()) if lead else None
        if lead is None or word is None:
            return None
        if not lead[0].strip() and word[0].casefold() not in words_in_citations("genitives"):
            return None
        step = self._step(word)
        return step if step is not None and step.rank < inner.rank and len(step.items) == 1 else None

    def _direction(self, end: int) -> tuple[int, int]:
        found = _patterns().direction.match(self._text, end)
        if found is None:
            return 0, end
        return (-1 if found[1].casefold() in words_in_citations("above") else 1), found.end()

    # --- Whose clause it is -------------------------------------------------------------------------------

    def _instrument(self, end: int, outermost: Step) -> tuple[str, int]:
        """What the words after a citation say of the instrument, and where they end."""
        if outermost.this:
            return "", end
        pointed = _patterns().pointed.match(self._text, end)
        if pointed is not None:
            return ("own" if pointed[1].casefold() in words_in_citations("here") else "other"), pointed.end()
        named = _patterns().named[outermost.level == "annex"].match(self._text, end)
        if named is not None:
            return ("own" if self._names_us(named) else "other"), named.end()
        lead = _patterns().annexed if outermost.level == "annex" else _patterns().of
        other = lead.match(self._text, end) or _ACRONYM.match(self._text, end)
        return ("other" if other else ""), end

    def _names_us(self, named: re.Match[str]) -> bool:
        return named.start("instrument") in self._own_words

    def _follows_another(self, citation: Citation) -> bool:
        """Whether what stands before a citation may give it to another instrument."""
        start = citation.start
        before = self._text[max(0, start - _LOOK_BACK) : start]
        last = _LAST_WORD.search(before)
        if _POSSESSIVE.search(before) or (last and last[1].casefold() in words_in_citations("others")):
            return True
        ends = bisect_right(self._sentence_ends, start)
        sentence = self._sentence_ends[ends - 1] if ends else 0
        named = bisect_left(self._other_words, start)
        return named > 0 and self._other_words[named - 1] >= sentence

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [found.end() for found in _SENTENCE_END.finditer(self._text)]

    @cached_property
    def _other_words(self) -> list[int]:
        """Where the names of other instruments stand."""
        found = (word.start() for word in _patterns().instrument.finditer(self._text) if word[0][0].isupper())
        return [start for start in found if start not in self._own_words]

    @cached_property
    def _own_words(self) -> frozenset[int]:
        """Where this instrument calls itself by its word, in its title or without."""
        titles = self._titles
        return frozenset(
            word.start()
            for word in _patterns().instrument.finditer(self._text)
            if self._is_own_word(word) or _is_inside(word.start(), titles, len(self._names.title))
        )

    @cached_property
    def _titles(self) -> list[int]:
        """Where the title begins, wherever it is printed in full."""
        low, title = self._text.lower(), self._names.title
        if not title or len(low) != len(self._text):  # a letter whose small form is longer moves all places
            return []
        return [found.start() for found in re.finditer(re.escape(title), low)]

    def _is_own_word(self, word: re.Match[str]) -> bool:
        before = self._text[max(0, word.start() - _LOOK_BACK) : word.start()]
        if any(_patterns().this.search(words) for words in (before, _JOINT.sub("", before))):
            return True
        if word[0].casefold() not in self._names.words or _patterns().continuing.match(
            self._text, word.end()
        ):
            return False
        last = _LAST_WORD.search(before)
        return last is None or last[1].islower() or bool(_patterns().the.search(before))

    def _stands_before(self, words: re.Pattern[str], start: int) -> bool:
        return bool(words.search(self._text[max(0, start - _LOOK_BACK) : start]))

    def _goes_on(self, before: Citation, citation: Citation) -> bool:
        """Whether one citation is listed with the one before it."""
        between = self._text[before.after : citation.start]
        return len(between) <= _LOOK_BACK and _patterns().listed.fullmatch(between) is not None


def _is_inside(place: int, starts: Sequence[int], length: int) -> bool:
    after = bisect_left(starts, place + 1)
    return after > 0 and place < starts[after - 1] + length


@cache
def _forms(word: str) -> frozenset[str]:
    return next(forms for forms in instrument_words() if word.casefold() in forms)


# --- Patterns ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What is looked for, made of the words of all languages."""

    word: re.Pattern[str]  # `Article`
    item: re.Pattern[str]  # `II (1) (b)`
    numbered: tuple[re.Pattern[str], re.Pattern[str]]  # after one word: one item; several
    lettered: tuple[re.Pattern[str], re.Pattern[str]]  # the same, with letters that stand bare
    further_down: re.Pattern[str]
    further_up: re.Pattern[str]
    direction: re.Pattern[str]
    pointed: re.Pattern[str]  # `hereof`
    named: tuple[re.Pattern[str], re.Pattern[str]]  # `of this Agreement`; after an annex `to …` too
    of: re.Pattern[str]
    annexed: re.Pattern[str]  # `of`, or `to`
    instrument: re.Pattern[str]
    continuing: re.Pattern[str]
    the: re.Pattern[str]  # at the end of what stands before
    this: re.Pattern[str]  # the same
    listed: re.Pattern[str]  # between citations that are listed


@cache
def _patterns() -> _Patterns:
    rows = {name: _either(words_in_citations(name)) for name in _ROWS}
    word, instrument = _either(citation_words()), _either(_all_instruments())
    of, the, this = (rf"(?:{rows[name]})\s*" for name in ("of", "the", "this"))
    lead = rf"\s+(?:(?:{of})?(?:{rows['of_this']})\s+|(?:{of})(?:{the})?(?:{this})?)"
    naming = rf"(?:{the})?(?:{this})?{_CAPITALISED}(?P<instrument>{instrument})"
    item, lettered = (_item(whole) for whole in (_WHOLE, _WHOLE_OR_LETTER))
    return _Patterns(
        word=re.compile(rf"(?<!\w){word}"),
        item=re.compile(rf"(?<!\w){lettered}"),
        numbered=_one_and_several(item, rows["and"], rows["to"]),
        lettered=_one_and_several(lettered, rows["and"], rows["to"]),
        further_down=re.compile(r"\s*,?\s*"),
        further_up=re.compile(rf"{lead}|\s+"),
        direction=re.compile(rf"\s+({rows['above']}|{rows['below']})"),
        pointed=re.compile(rf"\s+({rows['here']}|{rows['there']})"),
        named=(
            re.compile(rf"(?:{lead}|\s+){naming}"),
            re.compile(rf"(?:{lead}|\s+(?:{rows['annexed']}\s*)?){naming}"),
        ),
        of=re.compile(rf"\s+{of}"),
        annexed=re.compile(rf"\s+(?:{of}|{rows['annexed']})"),
        instrument=re.compile(rf"(?<!\w){instrument}"),
        continuing=re.compile(rf"\s*,?\s+(?:{rows['continuing']}|\d)"),
        the=re.compile(rf"(?<!\w){rows['the']}\s*$"),
        this=re.compile(rf"(?<!\w){rows['this']}\s*$"),
        listed=re.compile(rf"\s*(?:,\s*(?:{rows['and']}\s+)?|\s{rows['and']}\s+)(?:[^\W\d_A-Z]+\s+){{0,2}}"),
    )


_ROWS: Final = (
    "of", "the", "this", "of_this", "and", "to", "above", "below", "here", "there", "annexed", "continuing"
)  # fmt: skip


def _all_instruments() -> list[str]:
    return [word for forms in instrument_words() for word in forms]


def _either(words: Iterable[str]) -> str:
    """Any of the words, in capitals or not, and no part of a longer word."""
    longest = sorted(words, key=lambda word: (_first_letter(word), -len(word), word))
    groups = groupby(longest, _first_letter)  # so that a word that begins with none of these is soon passed
    return f"(?i:{'|'.join(_beginning(letter, group) for letter, group in groups)})"


def _first_letter(word: str) -> str:
    return word[0] if word[0].isalpha() else ""


def _beginning(letter: str, words: Iterable[str]) -> str:
    return f"{letter}(?:{'|'.join(_whole_word(word).removeprefix(letter) for word in words)})"


def _whole_word(word: str) -> str:
    spaced = re.escape(word).replace(r"\ ", r"\s+").replace("’", "[’']")
    return spaced + r"(?!\w)" if word[-1].isalnum() else spaced


def _item(whole: str) -> str:
    return rf"(?:{whole}(?:\s?{_INNER})*|{_INNER}(?:\s?{_INNER})*|{_HALF})"


def _one_and_several(item: str, and_: str, to: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    space = r"(?:\s+|(?<=\.))"
    ends = rf"(?:\s+{to}\s+|\s?[-–—]\s?)"
    several = rf"{item}(?:(?:\s*,\s+|{ends}){item})*(?:\s*,?\s+{and_}\s+{item}(?:{ends}{item})?)?"
    return re.compile(rf"{space}(?P<items>{item})"), re.compile(rf"{space}(?P<items>{several})")
