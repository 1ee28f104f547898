"""Whatever is edited in a document: accepting all gives the newer file, rejecting all the older one."""

from hypothesis import given
from tests.reports.redline.drafts import Draft, pairs, written
from tests.reports.redline.exactness import audited


@given(pairs())
def test_a_redline_of_random_edits_is_exact(pair: tuple[Draft, Draft]) -> None:
    old, new = map(written, pair)
    audited(old, new)
