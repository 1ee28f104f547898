"""Whatever is edited in a document: accepting all gives the newer file, rejecting all the older one."""

import pytest
from hypothesis import given
from tests.reports.redline.drafts import Draft, pairs, written
from tests.reports.redline.exactness import audited, redline


@given(pairs())
def test_a_redline_of_random_edits_is_exact(pair: tuple[Draft, Draft]) -> None:
    old, new = map(written, pair)
    redline(old, new)


@pytest.mark.long
@given(pairs())
def test_and_the_validator_finds_nothing_new_in_it(pair: tuple[Draft, Draft]) -> None:
    old, new = map(written, pair)
    audited(old, new)
