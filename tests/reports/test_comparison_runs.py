"""Runs of words as reports mark them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.comparisons import runs as words

from treatydraft.comparison.result import Words
from treatydraft.reports.comparison_runs import Run, runs, shortened, side_runs, visible

_MARKS = {"equal": "%s", "delete": "[-%s-]", "insert": "{+%s+}"}
_TEXT = st.text(st.sampled_from("ab \n二"), max_size=12)


def _shown(found: list[Run]) -> str:
    return "".join(_MARKS[run.mark] % run.text for run in found)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("keeps {old |}words", "keeps [-old-] words"),
        ("keeps {|new }words", "keeps {+new+} words"),
        ("{old |new }words", "[-old-] {+new+} words"),
        ("{Heading\n|}text", "[-Heading-]\ntext"),
        ("{one\ntwo|three}", "[-one-]\n[-two-]{+three+}"),
        ("a{ |\u00a0}b", "a[-␣-]{+⍽+}b"),
        ("{a|}{|b}", "[-a-]{+b+}"),
    ],
)
def test_marks_stand_around_words_and_not_around_blanks(text: str, shown: str) -> None:
    assert _shown(runs(words(text))) == shown


@given(st.lists(st.builds(Words, st.sampled_from(["delete", "insert", "replace"]), _TEXT, _TEXT), max_size=5))
def test_no_letter_of_either_text_is_lost(changes: list[Words]) -> None:
    for is_new, found in ((False, [one.old for one in changes]), (True, [one.new for one in changes])):
        letters = "".join(text for text in found).replace(" ", "").replace("\n", "")
        side = "".join(run.text for run in side_runs(changes, is_new=is_new))
        own = "insert" if is_new else "delete"
        both = "".join(run.text for run in runs(changes) if run.mark == own)
        for shown in (side, both):
            assert "".join(one for one in shown if one not in " \n␣↵") == letters


def test_long_equal_stretches_are_cut_at_words() -> None:
    before, after = "one two three " * 20, " four five six" * 20
    found = shortened(runs((*words(f"{before}{{x|y}}{after}{{z|}}"), Words("equal", before, before))), 30)
    assert _shown(found) == (
        "… one two three one two three [-x-]{+y+} four five six four five six …"
        " four five six four five six[-z-]one two three one two three …"
    )


def test_text_without_blanks_is_cut_too() -> None:
    found = shortened(runs(words("二" * 200 + "{x|}")), 20)
    assert _shown(found) == "… " + "二" * 20 + "[-x-]"


@pytest.mark.parametrize("one", ["\x00", "\x1b", "\r", "\x7f", "\x9b", "\u202e", "\u2066", "\u200f", "\u200b",
                                 "\ufeff", "\ud800", "\U000e0041"])  # fmt: skip
def test_what_acts_unseen_is_named(one: str) -> None:
    assert visible(f"a{one}b") == f"a‹U+{ord(one):04X}›b"


@pytest.mark.parametrize("text", ["é\u00a0—“ж”", "日本", "a\nb\tc", "👩\u200d🚀", "\u00ad"])
def test_what_is_read_is_left_alone(text: str) -> None:
    assert visible(text) == text
