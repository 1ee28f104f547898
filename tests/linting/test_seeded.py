"""Defects that are planted at random places of clean drafts are found, at the right clause."""

import random
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from tests.linting.defects import DEFECTS, Defect, Planted

from treatydraft import api
from treatydraft.facts import facts_of_spec, vocabulary_of
from treatydraft.linting import Finding, Text, lint

SPECS: Final = sorted((Path(__file__).parents[2] / "specs").glob("*.yaml"))
LEAST: Final = 0.95
_PLANTS: Final = 2  # of each kind
_MORE_PLANTS: Final = 40


@cache
def clean(spec: Path) -> Text:
    job = api.job(spec)
    vocabulary = vocabulary_of(job.pack.vocabulary)
    return Text(job.draft(), vocabulary, "signature", facts_of_spec(job.spec, vocabulary))


@cache
def before(spec: Path) -> Counter[tuple[str, str, str]]:
    return Counter(map(_key, lint(clean(spec))))


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.clause, finding.message


def is_found(defect: Defect, spec: Path, planted: Planted) -> bool:
    """Whether a finding that was not there before says so, where the defect is."""
    own = clean(spec)
    text = Text(planted.document, own.vocabulary, own.stage, own.stated)
    new = Counter(map(_key, lint(text))) - before(spec)
    return any(
        rule in defect.rules and (not planted.clauses or clause in planted.clauses) for rule, clause, _ in new
    )


def found_of(defect: Defect, plants: int) -> tuple[int, int]:
    """How many of so many plants of one kind are found, and how many there are."""
    chance = random.Random(defect.name)  # noqa: S311 - the same plants in each run
    specs = [one for one in SPECS if defect.register in (None, clean(one).document.register)]
    found = total = 0
    for _ in range(plants):
        for spec in chance.sample(specs, len(specs)):
            if (planted := defect.plant(clean(spec).document, chance)) is not None:
                total += 1
                found += is_found(defect, spec, planted)
                break
    return found, total


def _check(plants: int) -> None:
    results = {defect.name: found_of(defect, plants) for defect in DEFECTS}
    missed = {name: result for name, result in results.items() if result[0] < result[1]}
    assert all(total for _, total in results.values()), results
    assert sum(found for found, _ in results.values()) >= LEAST * sum(
        total for _, total in results.values()
    ), missed


def test_what_is_planted_is_found() -> None:
    _check(_PLANTS)


@pytest.mark.long
def test_what_is_planted_more_often_is_found() -> None:
    _check(_MORE_PLANTS)
