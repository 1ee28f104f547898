"""The matrix says who says what, what most say, and who differs."""

import pytest
from tests.comparison.facts import column, stated

from treatydraft.comparison.matrix import fact_matrix, value_matrix


@pytest.mark.parametrize(
    ("values", "common", "outliers"),
    [
        (("10 years", "10 years", "5 years"), ("10 years",), [2]),
        (("10 years", "10 years", ""), ("10 years",), []),
        (("10 years", "5 years", ""), (), []),
        (("10 years", "10 years", "5 years", "5 years"), (), []),
        (("10 years", "", ""), (), []),
        (("10 years", "10 years", "5 years", "4 years"), (), []),
        (("a|b", "b|a", "a"), ("a", "b"), [2]),
    ],
)
def test_most_common_and_outliers(
    values: tuple[str, ...], common: tuple[str, ...], outliers: list[int]
) -> None:
    facts = [stated({"term.length": value}) for value in values]
    (row,) = fact_matrix([column(str(place)) for place in range(len(values))], facts).rows
    assert row.common == common
    assert [place for place, cell in enumerate(row.cells) if cell.is_outlier] == outliers
    assert row.stated == sum(bool(value) for value in values)


def test_usual_fields_come_first_and_those_of_a_pack_together() -> None:
    facts = [
        stated(
            {
                "consultation.within": "24 hours",
                "quota.fish": "3",
                "term.length": "10 years",
                "money.amount": "x",
            }
        ),
        stated({"consultation.level": "highest", "areas.list": "cod", "instrument.register": "binding"}),
    ]
    rows = fact_matrix([column("a"), column("b")], facts, apart="areas.list").rows
    assert [row.name for row in rows] == [
        "instrument.register",
        "term.length",
        "consultation.within",
        "consultation.level",
        "quota.fish",
    ]


def test_fields_are_asked_for_by_their_beginning() -> None:
    facts = [stated({"term.length": "10 years", "term.from": "signature", "terms": "x"})]
    names = [row.name for row in fact_matrix([column("a")], facts, ["term", "term.length"]).rows]
    assert names == ["term.length", "term.from"]


def test_values_of_a_list_are_rows_the_widest_spread_first() -> None:
    facts = [stated({"area": "cod|herring"}), stated({"area": "herring"}), stated({})]
    rows = value_matrix([column("a"), column("b"), column("c")], facts, "area").rows
    assert [(row.name, [bool(cell.values) for cell in row.cells]) for row in rows] == [
        ("herring", [True, True, False]),
        ("cod", [True, False, False]),
    ]
