"""Sums of money in words and signs, `EUR 1.1 billion`, `£2.3bn`, `180,000 euros`, → the money of the spec."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final, Literal, TypeAlias

from babel.numbers import list_currencies

from treatydraft.facts import needed
from treatydraft.facts.alternatives import either
from treatydraft.facts.folding import folded
from treatydraft.language.numbers import spelled

Bound: TypeAlias = Literal["at-least", "up-to", "about", ""]

_SCALES: Final[Mapping[str, int]] = {
    "thousand": 3,
    "k": 3,
    "тис": 3,
    "тисяч": 3,
    "million": 6,
    "millions": 6,
    "mln": 6,
    "mn": 6,
    "m": 6,
    "mio": 6,
    "млн": 6,
    "мільйон": 6,
    "мільйонів": 6,
    "мільйони": 6,
    "billion": 9,
    "billions": 9,
    "bn": 9,
    "b": 9,
    "bln": 9,
    "млрд": 9,
    "мільярд": 9,
    "мільярдів": 9,
    "мільярди": 9,
    "мільярда": 9,
    "trillion": 12,
    "tn": 12,
    "трлн": 12,
}
_SCALE: Final = "|".join(sorted(_SCALES, key=len, reverse=True))
# Names of currencies, each with the code of ISO 4217; the longer ones count first.
_NAMES: Final[Mapping[str, str]] = {
    "us dollars?": "USD",
    "u\\.s\\. dollars?": "USD",
    "american dollars?": "USD",
    "canadian dollars?": "CAD",
    "australian dollars?": "AUD",
    "new zealand dollars?": "NZD",
    "dollars?": "$",
    "euros?": "EUR",
    "€": "EUR",
    "євро": "EUR",
    "доларів сша": "USD",
    "дол\\. сша": "USD",
    "pounds? sterling": "GBP",
    "british pounds?": "GBP",
    "pounds?": "GBP",
    "£": "GBP",
    "фунтів стерлінгів": "GBP",
    "danish kron(?:er|or|e|a)": "DKK",
    "norwegian kron(?:er|or|e|a)": "NOK",
    "swedish kron(?:or|er|a|e)": "SEK",
    "icelandic kr[oó]n(?:ur|a|as)": "ISK",
    "czech (?:crowns?|korunas?|koruna)": "CZK",
    "z[lł]ot(?:y|ys|ych)": "PLN",
    "swiss francs?": "CHF",
    "(?:japanese )?yen": "JPY",
    "¥": "JPY",
    "hryvnias?": "UAH",
    "₴": "UAH",
    "гривень": "UAH",
    "romanian lei": "RON",
    "lei": "RON",
    "forints?": "HUF",
    "us\\$": "USD",
    "usd\\$": "USD",
    "ca\\$": "CAD",
    "c\\$": "CAD",
    "a\\$": "AUD",
    "can\\$": "CAD",
    "\\$": "$",
    "(?:bulgarian )?lev[as]?": "BGN",
}
# Of the names above, a part that each has; the shortest stand in other words, `lev` in `relevant`.
_CURRENCY_WORDS: Final = (
    "dollar", "euro", "€", "євро", "дол", "pound", "£", "фунт", "kron", "krón", "crown", "korun", "zlot",
    "złot", "franc", "¥", "hryvn", "₴", "гривень", "forint", "$",
)  # fmt: skip
_SHORT_NAME: Final = re.compile(r"\b[A-Z]{3}\b|(?i:lei|lev[as]?|yen)(?![^\W\d_])")
_DOLLAR: Final = "$"  # which dollar that is, the parties say
# Words for numbers count before a scale only: `one billion euros`.
_WORDS: Final = {spelled(count): str(count) for count in range(1, 21)}
_NUMBER: Final = r"\d{1,3}(?:[ ,.]\d{3}){1,6}(?:[.,]\d{1,2})?(?!\d)|\d{1,15}(?:[.,]\d{1,4})?"
_MOST_DECIMALS: Final = 2
_BOUNDS: Final[Mapping[str, Bound]] = {
    r"(?:at least|(?:no|not) less than|a minimum of|more than|over|beyond|above|exceed\w{0,3})": "at-least",
    r"(?:понад|більше|щонайменше)": "at-least",
    r"(?:up to|as much as|(?:no|not) more than|a maximum of|до)": "up-to",
    r"(?:about|approximately|around|roughly|some|nearly|almost|circa|estimated at)": "about",
    r"(?:приблизно|близько|майже)": "about",
}
_EQUIVALENT: Final = re.compile(
    r"\(\s*(?:\w+\s+){0,3}(?:equal|equals|equivalent|corresponding|amounting|approximately|approx\.?|about|around|circa|ca\.?|i\.e\.?|=|roughly|some)"
    r"[^()]{0,30}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in a text: `EUR 1100000000` at a span, and how it is bounded."""

    value: str
    start: int
    end: int
    bound: Bound = ""


def sums(text: str, *, dollar: str = "USD") -> Iterator[Sum]:
    """Every sum of money; `dollar` is the currency that a bare dollar sign stands for between these parties.

    A sum that only converts the one before it, `(equal to EUR 940 million)`, is none of its own.

    >>> [one.value for one in sums("£2.3bn, up to 3 billion euros, NOK 11 billion (about EUR 1 billion)")]
    ['GBP 2300000000', 'EUR 3000000000', 'NOK 11000000000']
    """
    if not _names_currency(text):
        return
    plain = folded(text)
    for match in _shape().finditer(plain):
        currency = _currency(match["before"] or match["after"], dollar)
        amount = _amount(match["number"] or match["word"], match["scale"] or match["large"])
        if currency and amount and not _EQUIVALENT.search(plain, max(0, match.start() - 60), match.start()):
            value = f"{currency} {amount.normalize():f}"
            yield Sum(value, match.start(), match.end(), _bound(plain, match.start()))


def _names_currency(text: str) -> bool:
    """Whether the text may have a currency in it: without one, there is no sum."""
    held = needed.plain(text)
    return any(word in held for word in _CURRENCY_WORDS) or bool(_SHORT_NAME.search(text))


@cache
def _shape() -> re.Pattern[str]:
    names = "|".join(sorted(_NAMES, key=len, reverse=True)).replace(" ", r"\s+")
    # Codes count in capitals only, names in any case.
    currency = rf"(?-i:\b{either(list_currencies())}\b)|{names}"
    scale = rf"(?:\s{{0,3}}-?(?P<scale>{_SCALE})\b\.?)?"
    words = "|".join(sorted(_WORDS, key=len, reverse=True))
    worded = rf"\b(?P<word>{words})\s{{1,3}}(?P<large>{_SCALE})\b"
    return re.compile(
        rf"(?:(?P<before>{currency})\s{{0,3}})?(?<![\d.,])(?:(?P<number>{_NUMBER}){scale}|{worded})"
        rf"(?(before)|\s{{0,3}}(?:of\s+)?(?P<after>{currency}))(?!\w)",
        re.IGNORECASE,
    )


def _currency(words: str | None, dollar: str) -> str:
    if words is None:
        return ""
    if words.upper() in list_currencies() and words.isupper():
        return words
    phrase = " ".join(words.lower().split())
    code = next((code for name, code in _NAMES.items() if re.fullmatch(name, phrase)), "")
    return dollar if code == _DOLLAR else code


def _amount(digits: str, scale: str | None) -> Decimal:
    number = Decimal(_WORDS.get(digits.lower()) or _plain_number(digits, scaled=bool(scale)))
    return number.scaleb(_SCALES[scale.lower()] if scale else 0)


def _plain_number(digits: str, *, scaled: bool) -> str:
    """The digits with a dot for the decimals and nothing for the thousands.

    A single mark before three digits parts the thousands, unless a scale follows it: `1.072 million`.
    """
    digits = digits.replace(" ", "")
    last = max(digits.rfind(","), digits.rfind("."))
    if last < 0:
        return digits
    decimals = len(digits) - last - 1
    marks = sum(digits.count(mark) for mark in ",.")
    decimal = decimals <= _MOST_DECIMALS or (scaled and marks == 1 and digits[last] == ".")
    whole = digits[:last] if decimal else digits
    whole = whole.replace(",", "").replace(".", "")
    return f"{whole}.{digits[last + 1 :]}" if decimal else whole


def _bound(plain: str, start: int) -> Bound:
    before = plain[max(0, start - 30) : start].lower()
    for words, bound in _BOUNDS.items():
        if re.search(rf"{words}(?:\s+(?:of|to|the))?\s*\Z", before):
            return bound
    return ""
