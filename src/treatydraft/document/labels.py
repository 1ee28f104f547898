"""Tell labels from words: `Article II:`, `Part I.`, `4.`, `(a)`, `{b.}`, `1.2`, `•`, `第3条`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from babel.dates import get_month_names

from treatydraft.document.kinds import Kind
from treatydraft.document.words import label_words, wrapping_signs

_BULLETS: Final = "•◦▪▫■□●○·‣⁃∙➢➤►✓*–—−‒-o"
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_SHAPE: Final = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_CYRILLIC: Final = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
# Letters of another script that look the same: typists take them from the keyboard that is on.
_LOOKALIKES: Final = str.maketrans("АВСЕНІКМОРТХУасеіорху", "ABCEHIKMOPTXYaceiopxy")
_CHINESE: Final = {sign: value for value, sign in enumerate("〇一二三四五六七八九十")} | {"百": 100}
_NUMBER: Final = (
    r"(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLCDMІХ]{1,7}|[ivxlcdmі]{1,7}"
    r"|(?P<letter>[A-Za-zА-Яа-яҐЄІЇґєії])(?P=letter)?)"
)
_DOTTED_DAYS: Final = ("de", "da", "nb", "cs", "fi", "et", "lv")
_NUMBERED: Final = re.compile(
    rf"(?P<open>[(\[{{]?)(?P<number>{_NUMBER})(?P<close>\.?[)\]}}]|[.:)])[.:]?(?=\s|$)"
)
_BARE: Final = re.compile(rf"(?P<number>{_NUMBER})(?=[\t\u2003]| {{2,}})")
_LEVELS: Final = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,4})(?=\s+[^\W\d_a-z])")
_BULLET: Final = re.compile(rf"[{re.escape(_BULLETS)}](?=\s)")
_WRAPPED: Final = re.compile(r"第\s*(?P<number>\d{1,3}|[〇一二三四五六七八九十百]{1,6})\s*(?P<sign>\w)")
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the number of a label: `i` is the first Roman numeral and the ninth letter."""

    style: str  # `decimal`, `lower-roman`, `upper-letter` …; `decimal.2` for the second level of `1.2`
    number: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, with what it says."""

    text: str
    shape: str  # the label with its number left out: `article {}:`, `({})`, `•`
    kind: Kind | None = None  # what its word says
    readings: tuple[Reading, ...] = ()

    @property
    def is_bullet(self) -> bool:
        """Whether it counts nothing."""
        return not self.readings and self.kind is None

    @property
    def number(self) -> str:
        """Its number as printed; empty for a bullet and for a word alone."""
        before, found, after = self.shape.partition("{}")
        return self.text[len(before) : len(self.text) - len(after)] if found else ""

    @property
    def is_first(self) -> bool:
        """Whether a list may begin with it."""
        return any(reading.number == 1 for reading in self.readings)


def read_label(text: str) -> Label | None:
    """The label that is all of a text, as a program prints before a paragraph.

    >>> read_label("(iv)").readings
    (Reading(style='lower-roman', number=4),)
    """
    found = split_label(f"{text} Words")  # as if a paragraph followed
    if found is not None and found[1] == len(text) + 1:
        return found[0]
    return Label(text, text) if text.strip() else None


def in_latin(number: str) -> str:
    """A number with the letters of another script that look Latin as Latin ones."""
    return number.translate(_LOOKALIKES)


def split_label(text: str) -> tuple[Label, int] | None:
    """A label at the beginning of a text and where the words after it begin, or none.

    >>> split_label("Article II: Amendment")[0].text
    'Article II:'
    >>> split_label("12 July 2023 was a Wednesday") is None
    True
    """
    start = len(text) - len(text.lstrip())
    for read in (_word_label, _wrapped_label, _number_label, _bullet_label):
        found = read(text[start:])
        if found is not None:
            label, length = found
            rest = text[start + length :]
            return label, start + length + len(rest) - len(rest.lstrip())
    return None


# --- The forms of labels ----------------------------------------------------------------------------------


def _word_label(text: str) -> tuple[Label, int] | None:
    found = _word_pattern().match(text)
    if found is None:
        return None
    kind = label_words()[_SPACE.sub(" ", found["word"]).casefold()]
    number = found["number"]
    rest = text[found.end() :]
    if not _may_follow(rest, marked=bool(found["mark"])):
        return None
    if number is None:  # one annex alone has no number; `Annex to the Agreement` is a heading and no label
        goes_on = rest.lstrip()[:1].islower() and not found["mark"]
        return (_labelled(found[0], "", kind, ()), found.end()) if kind == "annex" and not goes_on else None
    return _labelled(found[0], number, kind, tuple(_readings(number))), found.end()


def _may_follow(rest: str, *, marked: bool) -> bool:
    """Whether a heading may stand there: `Article 5 of the Charter …` is no label."""
    words = rest.lstrip()
    return marked or not words or rest[:1] in "\n\t\u2003" or not (words[0].islower() or words[0] in ",;()")


@cache
def _word_pattern() -> re.Pattern[str]:
    words = sorted(label_words(), key=len, reverse=True)
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(
        rf"(?P<word>{either})(?:[\s.]+(?P<number>{_NUMBER})(?:er|\s?(?:bis|ter|quater))?)?(?!\w)"
        r"(?:\s?(?P<mark>[.:–—-])(?=\s|$))?",
        re.IGNORECASE,
    )


def _wrapped_label(text: str) -> tuple[Label, int] | None:
    found = _WRAPPED.match(text)
    if found is None or found["sign"] not in wrapping_signs():
        return None
    number = found["number"]
    value = int(number) if number.isdecimal() else _chinese(number)
    kind = wrapping_signs()[found["sign"]]
    return _labelled(found[0], number, kind, (Reading("decimal", value),)), found.end()


def _number_label(text: str) -> tuple[Label, int] | None:
    for pattern in (_NUMBERED, _LEVELS, _BARE):
        found = pattern.match(text)
        if found is None:
            continue
        readings = tuple(_readings(found["number"]))
        if readings and not _is_date(readings[0], text[found.end() :]):
            return _labelled(found[0], found["number"], None, readings), found.end()
    return None


def _bullet_label(text: str) -> tuple[Label, int] | None:
    found = _BULLET.match(text)
    return (Label(found[0], found[0]), found.end()) if found else None


def _labelled(printed: str, number: str, kind: Kind | None, readings: tuple[Reading, ...]) -> Label:
    text = _SPACE.sub(" ", printed.strip())
    before, _, after = text.rpartition(number) if number else (text, "", "")
    shape = f"{before}{{}}{after}" if number else text
    return Label(text, shape.casefold(), kind, readings)


def _is_date(reading: Reading, rest: str) -> bool:
    """Whether a month follows, as in `12. Juli`."""
    word = re.match(r"\s*([^\W\d_]+)", rest)
    return reading.style == "decimal" and word is not None and word[1].casefold() in _months()


@cache
def _months() -> frozenset[str]:
    """The months of the languages that write a point after the day."""
    return frozenset(
        name.casefold() for locale in _DOTTED_DAYS for name in get_month_names(locale=locale).values()
    )


# --- Numbers ----------------------------------------------------------------------------------------------


def _readings(number: str) -> Iterator[Reading]:
    if number[0].isdecimal():
        steps = number.split(".")
        yield Reading("decimal" if len(steps) == 1 else f"decimal.{len(steps)}", int(steps[-1]))
        return
    latin = in_latin(number)
    case = "upper" if number.isupper() else "lower"
    if _ROMAN_SHAPE.fullmatch(latin.lower()):
        yield Reading(f"{case}-roman", _roman(latin.lower()))
    if len(set(latin.lower())) == 1 and latin.isascii():
        yield Reading(f"{case}-letter", ord(latin[0].lower()) - ord("a") + 1 + 26 * (len(latin) - 1))
    if len(number) == 1 and number.lower() in _CYRILLIC:
        yield Reading(f"{case}-cyrillic-letter", _CYRILLIC.index(number.lower()) + 1)


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _chinese(signs: str) -> int:
    """Numbers below a thousand, in which 十 and 百 multiply what stands before them."""
    total = digit = 0
    for sign in signs:
        value = _CHINESE[sign]
        if value < 10:  # noqa: PLR2004 - the base of the numbers
            digit = value
        else:
            total += (digit or 1) * value
            digit = 0
    return total + digit
