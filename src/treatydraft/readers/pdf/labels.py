"""Tell what a row begins with: a bullet, a number that may open a paragraph, or neither."""

import re
from typing import Final, NamedTuple

_BULLETS: Final = "•▪▫➢✓❖◦‣⁃●○■□➤✔❑"
_DASHES: Final = "–—-*"
_MONTHS: Final = (
    "jan|feb|mar|mär|maa|apr|mai|may|maj|mag|jun|jul|giu|lug|aug|ago|sep|sept|set|okt|oct|ott|nov|dec|dez|des|dic"
    "|січ|лют|бер|квіт|трав|черв|лип|серп|вер|жовт|лист|груд"
)
_DATE: Final = re.compile(rf"\d{{1,2}}\.?\s+(?:{_MONTHS})\w*\.?(?:\s|$)", re.IGNORECASE)
_TYPED: Final = re.compile(
    r"""(?P<label>
        \((?:\d{1,3}|[ivxl]{1,5}|[a-zа-яіїє]{1,2})\)          # (1) (iv) (a)
      | \{?(?:\d{1,3}|[ivxl]{1,5}|[a-zа-яіїє])[.)]\}?          # 1. 1) iv. a) {a.}
      | (?:\d{1,3}\.){1,4}\d{1,3}\.?                           # 1.2 1.2.3.
      | (?-i:[IVXL]{1,6}|[A-Z])[.)]                            # IV. A.
    )(?=[\s\u00a0]|$|(?<=[.)])(?-i:(?=[^\W\d_a-zа-яіїєґ])))""",
    re.VERBOSE | re.IGNORECASE,
)
_WORDED: Final = re.compile(
    r"""(?:article|part|chapter|section|annex|appendix|protocol|artikel|teil|kapitel|abschnitt|anhang
    |partie|chapitre|titre|annexe|articolo|parte|capo|allegato|стаття|розділ|частина|глава|додаток)
    \s+(?:\d{1,3}|[ivxl]{1,6}|[a-z])\b(?P<rest>.*)""",
    re.VERBOSE | re.IGNORECASE,
)
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50}


class Label(NamedTuple):
    """A number at the start of a row."""

    text: str
    style: str  # the label with `#` for what counts
    values: tuple[int, ...]  # what it may count as: `(i)` is a first or a ninth


def first_word(text: str) -> str:
    """The first word of a text, without signs around it."""
    found = re.search(r"[^\W\d_][\w’'\-]*", text)
    return found[0] if found else ""


def is_bullet(first: str, *, alone: bool) -> bool:
    """Whether the first word of a row is a bullet; a dash or `o` is one only when space keeps it alone."""
    return first[:1] in _BULLETS or (alone and (first in _DASHES or first == "o"))


def is_worded(text: str) -> bool:
    """Whether a row opens a division by its word and number: `Article 4`, `Part II. Defence`."""
    if not (match := _WORDED.match(text)):
        return False
    rest = match["rest"].strip()
    return not rest or not rest[0].islower()


def is_label_alone(text: str) -> bool:
    """Whether a row holds the number of a division and nothing else."""
    match = _WORDED.match(text)
    if match:
        return not match["rest"].strip(" .:–—-")
    typed = _TYPED.match(text)
    return bool(typed) and typed.end() == len(text) if typed else False


def label(text: str) -> Label | None:
    """The number at the start of a text that may open a paragraph; a date opens none."""
    match = _TYPED.match(text)
    if not match or _DATE.match(text):
        return None
    typed = match["label"]
    core = re.sub(r"[^\w.]", "", typed).strip(".").lower()
    last = core.rsplit(".", 1)[-1]
    kind = "1" if last.isdigit() else "A" if re.search(r"[A-Z]", typed) else "a"
    return Label(typed, re.sub(r"\w+(?=\W*$)", "#" + kind, typed), tuple(_values(last)))


def _values(core: str) -> list[int]:
    if core.isdigit():
        return [int(core)]
    values = []
    if all(letter in _ROMAN for letter in core):
        values.append(_roman(core))
    if len(core) == 1:
        values.append(_rank(core))
    return values


def _rank(letter: str) -> int:
    if "a" <= letter <= "z":
        return ord(letter) - ord("a") + 1
    alphabet = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
    return alphabet.find(letter) + 1


def _roman(core: str) -> int:
    values = [_ROMAN[letter] for letter in core]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
