"""Where a house style has parts above its articles, the groups of the pack's order are its parts."""

from pathlib import Path
from typing import Any

import pytest

from treatydraft import draft
from treatydraft.api import fields_for
from treatydraft.document import tree
from treatydraft.spec import Spec, read_yaml, spec_model

SPEC = Path(__file__).parents[2] / "specs" / "southern-ocean-convention.yaml"


def _spec(house_style: str = "convention", clauses: tuple[dict[str, Any], ...] = ()) -> Spec:
    source, _ = read_yaml(SPEC.read_bytes(), SPEC.name)
    assert source is not None
    data = {**source.data, "clauses": clauses}
    data["instrument"] = {**data["instrument"], "house_style": house_style}
    return spec_model(fields_for(data["pack"])).model_validate(data)


def _tops(document: tree.Document) -> list[str]:
    return [f"{clause.label} {clause.heading}" for clause in document.body]


def _articles(document: tree.Document) -> list[str]:
    return [article.label for part in document.body for article in part.children]


def test_groups_are_parts_and_articles_run_on_through_them() -> None:
    document = draft(_spec())
    assert _tops(document) == [
        "Part I General Provisions",
        "Part II Conduct of Cooperation",
        "Part III Final Provisions",
    ]
    labels = _articles(document)
    assert labels == [f"Article {number}" for number in range(1, len(labels) + 1)]


def test_without_parts_each_topic_stands_by_itself() -> None:
    document = draft(_spec("articles"))
    assert {clause.kind for clause in document.body} == {"article"}
    assert [clause.label for clause in document.body] == _articles(draft(_spec()))


PLACES: list[tuple[dict[str, str], str, str]] = [
    ({}, "conduct-of-cooperation", "intellectual-property"),
    ({"after": "purpose"}, "general-provisions", "purpose"),
    ({"before": "final-provisions"}, "final-provisions", ""),
    ({"after": "final-provisions"}, "final-provisions", "registration"),
]


@pytest.mark.parametrize(("place", "part", "after"), PLACES, ids=["nowhere", "topic", "before", "after"])
@pytest.mark.parametrize("style", ["convention", "articles"])
def test_own_clauses_stand_where_they_ask_to(
    style: str, place: dict[str, str], part: str, after: str
) -> None:
    document = draft(
        _spec(style, ({"topic": "whales", "heading": "Whales", "text": "Spare them.", **place},))
    )
    inside = document.body if style == "articles" else _part(document, part).children
    topics = [clause.topic for clause in inside]
    if after or style == "convention":
        assert topics[: topics.index("whales")][-1:] == ([after] if after else [])


def _part(document: tree.Document, topic: str) -> tree.Clause:
    return next(clause for clause in document.body if clause.topic == topic)
