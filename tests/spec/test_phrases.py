"""Durations, periods, money and dates are read as people write them and printed so that they read back."""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from typing import get_args

import pytest
from babel.numbers import get_currency_precision
from hypothesis import given
from hypothesis import strategies as st

from treatydraft.spec import Duration, Money, PartialDate, Period, RefusedError, parse_day
from treatydraft.spec.durations import Unit
from treatydraft.spec.phrase import Phrase

CURRENCIES = ("EUR", "USD", "JPY", "KWD", "UAH")


@pytest.mark.parametrize(
    ("kind", "written", "printed"),
    [
        (Duration, "10 years", "10 years"),
        (Duration, "1 year", "1 year"),
        (Duration, "1 years", "1 year"),
        (Duration, "24 hours", "24 hours"),
        (Duration, "24\u00a0hours", "24 hours"),
        (Duration, "P6M", "6 months"),
        (Duration, "PT24H", "24 hours"),
        (Duration, "P2W", "2 weeks"),
        (Duration, "P1Y6M", "18 months"),
        (Period, "12-18 months", "12-18 months"),
        (Period, "12 – 18 months", "12-18 months"),
        (Period, "annual", "1 year"),
        (Period, "as necessary", "as-necessary"),
        (Money, "EUR 1.1 billion", "EUR 1.1 billion"),
        (Money, "USD 4,500,000", "USD 4.5 million"),
        (Money, "JPY 300 million", "JPY 300 million"),
        (Money, "EUR 180000", "EUR 180,000"),
        (Money, "EUR 1,072 million", "EUR 1.072 billion"),
        (Money, "EUR 1234567", "EUR 1,234,567"),
        (Money, "EUR 12.50", "EUR 12.5"),
        (PartialDate, "2023-07-12", "2023-07-12"),
        (PartialDate, "2023-07", "2023-07"),
        (PartialDate, "2023", "2023"),
        (PartialDate, "2022/2024", "2022-2024"),
        (PartialDate, "2022–2024", "2022-2024"),
        (PartialDate, "2023-03-01/2023-04-02", "2023-03-01/2023-04-02"),
    ],
)
def test_phrase_is_read_and_printed(kind: type[Phrase], written: str, printed: str) -> None:
    assert str(kind.parse(written)) == printed


@pytest.mark.parametrize(
    ("kind", "written", "code", "hint"),
    [
        (Duration, "10 yeers", "not-a-duration", None),
        (Duration, "0 days", "not-a-duration", None),
        (Duration, "P1Y2D", "not-a-duration", "one unit"),
        (Duration, "9" * 5000 + " days", "not-a-duration", None),
        (Period, "18-12 months", "not-a-period", None),
        (Money, "EUR 74,4 million", "not-money", "EUR 74.4 million"),
        (Money, "EUR 180.000", "not-money", "a comma the thousands"),
        (Money, "$3.02B", "not-money", "USD"),
        (Money, "1.1 billion EUR", "not-money", "comes first"),
        (Money, "EUR 3 bilion", "not-money", "billion"),
        (Money, "EUX 3", "unknown-currency", "did you mean"),
        (PartialDate, "2024-02-30", "not-a-date", None),
        (PartialDate, "2025-13-01", "not-a-date", None),
        (PartialDate, "2024-2022", "not-a-date", None),
        (PartialDate, "0000", "not-a-date", None),
        (PartialDate, "13 June 2024", "not-a-date", None),
    ],
)
def test_phrase_is_refused(kind: type[Phrase], written: str, code: str, hint: str | None) -> None:
    with pytest.raises(RefusedError) as refused:
        kind.parse(written)
    assert refused.value.code == code
    assert (hint or "") in (refused.value.hint or "")


def test_missing_day_is_named() -> None:
    with pytest.raises(RefusedError, match="there is no 30 February 2024"):
        parse_day("2024-02-30")


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "year"),
        ("2022-2024", date(2022, 1, 1), date(2024, 12, 31), "range"),
        ("2023-03-01/2023-04", date(2023, 3, 1), date(2023, 4, 30), "range"),
        ("2023-07-12", date(2023, 7, 12), date(2023, 7, 12), "day"),
    ],
)
def test_partial_date_spans_days(text: str, earliest: date, latest: date, precision: str) -> None:
    found = PartialDate.parse(text)
    assert (found.earliest(), found.latest(), found.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    ("duration", "end"),
    [
        ("10 years", date(2034, 2, 28)),
        ("1 month", date(2024, 3, 29)),
        ("24 hours", date(2024, 3, 1)),
        ("2 weeks", date(2024, 3, 14)),
        ("9999 years", date.max),
        ("9999 weeks", date(2024, 2, 29) + timedelta(weeks=9999)),
    ],
)
def test_duration_ends_on_a_day(duration: str, end: date) -> None:
    assert Duration.parse(duration).after(date(2024, 2, 29)) == end


durations = st.builds(Duration, st.integers(1, 9999), st.sampled_from(get_args(Unit)))
points = st.one_of(
    st.integers(1000, 9999).map(str),
    st.dates(date(1000, 1, 1)).map(lambda day: day.isoformat()[:7]),
    st.dates(date(1000, 1, 1)).map(date.isoformat),
)


@st.composite
def amounts(draw: st.DrawFn) -> Money:
    currency = draw(st.sampled_from(CURRENCIES))
    minor = draw(st.integers(0, 10**17))
    return Money.parse(f"{currency} {Decimal(minor).scaleb(-get_currency_precision(currency)):f}")


@given(durations)
def test_duration_reads_back(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration


@given(amounts())
def test_money_reads_back(money: Money) -> None:
    assert Money.parse(str(money)) == money


@given(points, points)
def test_partial_date_reads_back(start: str, end: str) -> None:
    for text in (start, f"{start}/{end}"):
        try:
            found = PartialDate.parse(text)
        except RefusedError:
            continue
        assert PartialDate.parse(str(found)) == found
        assert found.earliest() <= found.latest()


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    for kind in (Duration, Period, Money, PartialDate):
        with suppress(RefusedError):
            kind.parse(text)
