"""A comparison without what its reader did not ask for."""

from dataclasses import replace

import pytest
from tests.reports.comparisons import alone, both, equal, revision, unchanged

from treatydraft.comparison.filtering import ignoring, only
from treatydraft.comparison.result import Comparison, Severity

_MATERIAL: tuple[Severity, ...] = ("material",)
_EDITORIAL: tuple[Severity, ...] = ("editorial",)


def _places(comparison: Comparison) -> list[str]:
    sides = (pair.new or pair.old for pair in comparison.changed)
    return [side.place for side in sides if side]


@pytest.mark.parametrize(
    ("severities", "number", "note"),
    [
        (("material",), 7, "left out as asked: 9 changes other than material"),
        (
            ("material", "consequential"),
            10,
            "left out as asked: 6 changes other than material and consequential",
        ),
        (("none",), 0, "left out as asked: 16 changes other than none"),
    ],
)
def test_only_some_severities(severities: tuple[Severity, ...], number: int, note: str) -> None:
    left = only(revision(), severities)
    assert len(left.changed) == number
    assert {severity for severity, found in left.by_severity().items() if found} <= {*severities, "none"}
    assert left.by_kind()["unchanged"] == revision().by_kind()["unchanged"]
    assert left.notes[-1] == note


def test_only_leaves_out_what_the_wholes_say_with_another_severity() -> None:
    assert only(revision(), _MATERIAL).overall == revision().overall
    assert only(revision(), _EDITORIAL).overall == ()


def test_nothing_is_noted_where_nothing_is_left_out() -> None:
    assert only(equal(), _MATERIAL) == equal()
    assert ignoring(equal(), ("support",)) == equal()


@pytest.mark.parametrize(
    ("topics", "gone"),
    [
        (("support",), ["Article 3", "Article 3.1", "Article 3.2", "Article 3(c)"]),
        (("support.ice",), ["Article 3(c)"]),
        (("supp",), []),
        (("purpose", "flags"), ["Article 1.2", "Article 4.2", "Article 8"]),
    ],
)
def test_ignoring_topics_and_those_below(topics: tuple[str, ...], gone: list[str]) -> None:
    left = ignoring(revision(), topics)
    assert [place for place in _places(revision()) if place not in _places(left)] == gone


def test_a_clause_is_about_what_the_clause_above_it_is_about() -> None:
    pairs = (
        unchanged("Article 1", "", heading="Support", topic="support"),
        both("The {old|new} ferry.", "Article 1.1"),
        alone("Article 1.2", "Gone.", is_new=False),
        both("The {old|new} train.", "Article 1.3", topic="trains"),
        both("The {old|new} bus.", "Article 2"),
    )
    left = ignoring(replace(equal(), pairs=pairs), ("support",))
    assert _places(left) == ["Article 1.3", "Article 2"]


def test_fields_of_an_ignored_topic_are_left_out_of_the_wholes() -> None:
    assert [one.field for one in ignoring(revision(), ("term",)).overall] == ["registration.within"]
