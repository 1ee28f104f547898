"""Sums of money: `EUR 1.1 billion` as a currency and an exact amount."""

import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import ClassVar, Self

from babel.numbers import get_currency_precision, list_currencies

from treatydraft.spec.phrase import Phrase, RefusedError, squeezed

_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_PRINTED_SCALES = {"": 0, "trillion": 12, "billion": 9, "million": 6}  # of equally short forms the first wins
_SHAPE = re.compile(r"([A-Za-z]{3}) ?([0-9.,]+)(?: ?([a-z]+))?")
_NUMBER = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3}){0,6}|[0-9]{1,18})(?:\.[0-9]{1,12})?")
_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY or CNY", "$": "USD, CAD or another dollar", "₴": "UAH"}


@dataclass(frozen=True, slots=True)
class Money(Phrase):
    """An exact amount in one currency (ISO 4217)."""

    kind: ClassVar[str] = "an amount of money"
    pattern: ClassVar[str] = r"^[A-Za-z]{3} ?[0-9][0-9,]*(\.[0-9]+)?( ?(thousand|million|billion|trillion))?$"
    examples: ClassVar[tuple[str, ...]] = ("EUR 1.1 billion", "USD 4,500,000", "JPY 300 million")

    currency: str
    amount: Decimal

    def __str__(self) -> str:
        forms = [(_scaled(self.amount, power), scale) for scale, power in _PRINTED_SCALES.items()]
        number, scale = min(forms, key=lambda form: sum(map(str.isdigit, form[0])))
        return f"{self.currency} {number} {scale}".rstrip()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the currency, the amount with commas or none, and a scale: `EUR 1.1 billion`."""
        phrase = squeezed(text)
        shape = _SHAPE.fullmatch(phrase)
        if shape is None:
            raise _not_money(phrase, _hint(phrase))
        currency = _currency(shape[1].upper(), phrase)
        number, power = _number(shape[2], phrase), _power(shape[3], phrase)
        _refuse_fractions(currency, number, power, phrase)
        return cls(currency, number.scaleb(power).normalize())


def _scaled(amount: Decimal, power: int) -> str:
    number = amount.scaleb(-power)
    if power and number < 1:
        return "9" * 40  # never the shortest: nobody writes 0.5 billion for 500 million
    return f"{number.normalize():,f}"


def _currency(code: str, phrase: str) -> str:
    known = list_currencies()
    if code in known:
        return code
    near = get_close_matches(code, sorted(known), n=1, cutoff=0.6)
    hint = f"did you mean {near[0]}?" if near else None
    raise RefusedError("unknown-currency", f"{code} in “{phrase}” is not a currency of ISO 4217", hint=hint)


def _number(digits: str, phrase: str) -> Decimal:
    if _NUMBER.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    if re.fullmatch(r"[0-9]+,[0-9]+", digits):
        dotted = phrase.replace(digits, digits.replace(",", "."))
        raise _not_money(phrase, f"a dot marks the decimals and a comma the thousands: {dotted}")
    raise _not_money(phrase, "write thousands with commas and decimals with a dot: EUR 4,500,000.50")


def _power(scale: str | None, phrase: str) -> int:
    if scale is None:
        return 0
    if scale in _SCALES:
        return _SCALES[scale]
    near = get_close_matches(scale, _SCALES, n=1, cutoff=0.5)
    raise _not_money(
        phrase, f"write the scale as one of {', '.join(_SCALES)}" + (f"; {near[0]}?" if near else "")
    )


def _refuse_fractions(currency: str, number: Decimal, power: int, phrase: str) -> None:
    places = get_currency_precision(currency)
    written = -int(number.as_tuple().exponent)
    if written > places + power:
        # “EUR 180.000” is how half of Europe writes 180 thousand: never take it for 180 euros.
        hint = "a dot marks the decimals and a comma the thousands"
        raise RefusedError(
            "not-money", f"“{phrase}” has more decimals than {currency} has ({places})", hint=hint
        )


def _hint(phrase: str) -> str | None:
    for sign, code in _SIGNS.items():
        if sign in phrase:
            return f"name the currency by its ISO code and not by {sign}: {code}"
    if re.match(r"[0-9.,]+", phrase):
        return "the ISO code of the currency comes first"
    return None


def _not_money(phrase: str, hint: str | None) -> RefusedError:
    return RefusedError(
        "not-money", f"“{phrase}” is not an amount of money", expected=Money.allowed(), hint=hint
    )
