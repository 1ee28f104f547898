"""On signed agreements as received, a person who read the findings agreed with at least nine in ten.

`judged.yaml` has, for each file and rule, how many errors and warnings there are and with how many of them a
reader agreed. Where a rule changes what it finds, somebody has to read again.
"""

import os
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from ruamel.yaml import YAML

from treatydraft import api

CORPUS: Final = Path(os.environ.get("TREATYDRAFT_SHARED", Path(__file__).parents[3] / "shared")) / "corpus"
JUDGED: Final = YAML(typ="safe").load(Path(__file__).with_name("judged.yaml"))
LEAST: Final = 0.9


@pytest.mark.parametrize("name", JUDGED)
def test_findings_are_those_that_were_judged(name: str) -> None:
    file = CORPUS / name
    if not file.is_file():
        pytest.skip(f"missing corpus: {name}")
    found = Counter(
        one.finding.rule
        for one in api.lint(file, stage="signature").findings
        if one.finding.severity != "info"
    )
    assert found == {rule: count for rule, (count, _) in JUDGED[name].items()}


def test_a_reader_agrees_with_nine_in_ten() -> None:
    pairs = [pair for rules in JUDGED.values() for pair in rules.values()]
    agreed, found = (sum(pair[place] for pair in pairs) for place in (1, 0))
    assert agreed >= LEAST * found
