"""Laws of what changed clauses say: any text against itself says nothing, and swapped sides mirror."""

from hypothesis import given
from hypothesis import strategies as st
from tests.comparison.saying import MIRRORED, said, short, words

from treatydraft.comparison.edits import Op
from treatydraft.comparison.result import Words
from treatydraft.comparison.substance import differences, graded

PIECES = (
    "The Parties", "Iceland", "Ruritania", "shall", "should", "may not", "will", "consult", "send",
    "three ships", "within 24 hours", "for ten years", "EUR 5 million", "on 1 May 2027", "where possible",
    "all", "any", "not", "and", "or", "air defence", "at ministerial level", "under Article 5", "including",
    "“Attack” means", "once",
)  # fmt: skip
_SENTENCES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join)
TEXTS = st.lists(_SENTENCES.map("{}.".format), min_size=1, max_size=3).map(" ".join)


@given(TEXTS)
def test_a_text_says_what_it_says_itself(text: str) -> None:
    assert said(text, text) == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_texts_have_a_severity(old: str, new: str) -> None:
    run = words(old, new)
    found = differences(old, new, run)
    assert graded(found, run, old, new) in {"material", "editorial", "none"}
    for one in found:
        assert one.field == "wording" or _squeezed(one.old_words) in _squeezed(old)
        assert one.field == "wording" or _squeezed(one.new_words) in _squeezed(new)


@given(TEXTS, TEXTS)
def test_sides_swapped_mirror_the_directions(old: str, new: str) -> None:
    forth = words(old, new)
    back = tuple(Words(_BACK.get(one.op, one.op), one.new, one.old) for one in forth)
    found = sorted(map(short, said(old, new, run=forth)))
    mirrored = sorted(
        (field, other, mine, MIRRORED[direction])
        for field, mine, other, direction in map(short, said(new, old, run=back))
    )
    assert found == mirrored


_BACK: dict[Op, Op] = {"insert": "delete", "delete": "insert"}


def _squeezed(text: str) -> str:
    return " ".join(text.split())
