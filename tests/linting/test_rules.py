"""Each rule marks what it must, word for word, and leaves alone what only looks like it.

The texts of a rule stand in `cases/CODE.txt`, divided by lines of `---`: those with `⟦…⟧` must be marked
there and nowhere else, those without must not be marked. The examples in the rule's own module are texts too.
"""

import re
from pathlib import Path

import pytest
from tests.linting.notation import Expected, text_of

from treatydraft.linting import RULES, Finding, Rule, Settings, lint

CASES = Path(__file__).parent / "cases"
FEWEST = 3  # texts that a rule must mark, and near misses
IDS = [rule.code for rule in RULES]


def cases(rule: Rule) -> list[str]:
    file = CASES / f"{rule.code}.txt"
    return [
        case
        for case in re.split(r"^---\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        if case.strip()
    ]


ALL = [
    pytest.param(rule, case, id=f"{rule.code}-{n}")
    for rule in RULES
    for n, case in enumerate(cases(rule), start=1)
]


@pytest.mark.parametrize(("rule", "case"), ALL)
def test_marks_what_it_must_and_nothing_else(rule: Rule, case: str) -> None:
    text, expected = text_of(case)
    found = lint(text, Settings(select=(rule.code,)))
    assert {_fitting(one, expected) for one in found} == set(expected)


def _fitting(finding: Finding, expected: tuple[Expected, ...]) -> Expected:
    """What was expected, where the finding is that; else what the finding is."""
    for one in (Expected(finding.clause, finding.evidence), Expected(finding.clause, "")):
        if one in expected:
            return one
    return Expected(finding.clause, finding.evidence)


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_has_enough_texts(rule: Rule) -> None:
    marked = ["⟦" in case for case in cases(rule)]
    assert marked.count(True) >= FEWEST
    assert marked.count(False) >= FEWEST


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_its_examples_are_true(rule: Rule) -> None:
    assert lint(text_of(rule.about.wrong)[0], Settings(select=(rule.code,)))
    assert not lint(text_of(rule.about.right)[0], Settings(select=(rule.code,)))


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_says_all_that_a_reader_needs(rule: Rule) -> None:
    about = rule.about
    assert about.summary.endswith(".")
    assert about.why
    assert about.source


def test_codes_are_in_order_and_names_are_single() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"TD[1-9]\d\d", code) for code in codes)


def test_each_file_of_texts_is_of_a_rule() -> None:
    assert {file.stem for file in CASES.iterdir()} == set(IDS)
