"""Words against words: tokens stay whole, edits cover both texts, and a person can read them."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.comparison.marks import marked

from treatydraft.comparison.edits import Edit, Op, edits
from treatydraft.comparison.tokens import key, tokens, words

_SOME: Final = """the Party shall not may consult within 24 72 hours of and to a “Committee” Article 5(2)(a)
    , . ; EUR 1,250,000 12 July 2023 самооборони l’accord 日本 – -"""
TREATY_WORDS = st.sampled_from([*_SOME.split(), "\u00a0"])
TEXTS = st.one_of(st.lists(TREATY_WORDS, max_size=30).map(" ".join), st.text(max_size=60))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("by 12 July 2023 at the latest", "12 July 2023"),
        ("by June 13, 2024 at the latest", "June 13, 2024"),
        ("le 13 juin 2024 à Paris", "13 juin 2024"),
        ("до 12 липня 2023 року", "12 липня 2023"),
        ("on 2024-06-13, or 13.06.2024", "2024-06-13"),
        ("on 2024-06-13, or 13.06.2024", "13.06.2024"),
        ("pay EUR 1,250,000 a year", "EUR 1,250,000"),
        ("pay €1.1 billion a year", "€1.1 billion"),
        ("une somme de 1 250 000 euros", "1 250 000"),
        ("обсягом 1,5 млрд гривень", "1,5 млрд"),
        ("a rise of 2.5%", "2.5%"),
        ("a right of self-defence", "self-defence"),
        ("the Party’s register", "Party’s"),
        ("об’єднує зусилля", "об’єднує"),
        ("the “Joint Working Group” meets", "“Joint Working Group”"),
        ("under Article 5(2)(a) of it", "5(2)(a)"),
        ("they shall not act", "shall not"),
        ("the U.S. Congress", "U.S."),
        ("l’accord entre en vigueur", "l’"),
        ("協議する", "議"),
        ("第24条", "24"),
    ],
)
def test_what_belongs_together_is_one_token(text: str, whole: str) -> None:
    assert whole in tokens(text)


@given(TEXTS)
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Party”", '"Party"'),
        ("Party’s", "Party's"),
        ("2024–27", "2024-27"),
        ("cafe\u0301", "café"),
        ("a\u00adb", "ab"),
    ],
)
def test_marks_and_accents_of_another_form_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_bare_words_go_without_case_and_marks() -> None:
    assert words("The PARTIES’ “register” – Реєстр, 日本") == (
        "the",
        "parties",
        "register",
        "реєстр",
        "日",
        "本",
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("shall consult within 24 hours.", "should consult within 72 hours.",
         "[-shall-]{+should+} consult within [-24-]{+72+} hours."),
        ("they shall act", "they shall not act", "they [-shall-]{+shall not+} act"),
        # small words between two changes join them
        ("The sale of the goods is valid.", "The purchase of the services is valid.",
         "The [-sale of the goods-]{+purchase of the services+} is valid."),
        # … but not two insertions
        ("peace of mind", "lasting peace of sound mind", "{+lasting +}peace of {+sound +}mind"),
        # … nor where a word of matter stands between
        ("Old Party acts", "New Party rests", "[-Old-]{+New+} Party [-acts-]{+rests+}"),
        # an insertion begins and ends where a clause does
        ("It is done. It is good.", "It is done. It is new. It is good.",
         "It is done. {+It is new. +}It is good."),
        ("the ports; and roads.", "the ports; canals; and roads.", "the ports; {+canals; +}and roads."),
        ("The Parties shall cooperate.", "The Parties shall, where possible, cooperate.",
         "The Parties shall{+, where possible,+} cooperate."),
        ("Учасники консультуються протягом 24 годин.", "Учасники консультуються протягом 48 годин.",
         "Учасники консультуються протягом [-24-]{+48+} годин."),
        ("Le présent accord entre en vigueur.", "L’accord entre en vigueur.",
         "[-Le présent -]{+L’+}accord entre en vigueur."),
        ("24時間以内に協議する。", "72時間以内に協議する。", "[-24-]{+72+}時間以内に協議する。"),
        ("“Party”  means", '"Party" means', '"Party" means'),
    ],
)  # fmt: skip
def test_edits_read_as_phrases(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_blanks_and_marks_count_where_asked() -> None:
    assert marked("a “b”  c", 'a "b" c', exact=True) == 'a [-“b”  -]{+"b" +}c'


@given(TEXTS, TEXTS, st.booleans())
def test_edits_cover_both_texts_in_order(old: str, new: str, exact: bool) -> None:  # noqa: FBT001
    before, after = tokens(old), tokens(new)
    at = (0, 0)
    for edit in edits(before, after, exact=exact):
        assert (edit.old_start, edit.new_start) == at
        at = (edit.old_end, edit.new_end)
        if edit.op == "equal" and exact:
            assert before[edit.old_start : edit.old_end] == after[edit.new_start : edit.new_end]
    assert at == (len(before), len(after))


@given(TEXTS, TEXTS)
def test_edits_of_swapped_sides_are_mirrored(old: str, new: str) -> None:
    mirrored = tuple(
        Edit(_MIRROR.get(one.op, one.op), one.new_start, one.new_end, one.old_start, one.old_end)
        for one in edits(tokens(new), tokens(old))
    )
    assert edits(tokens(old), tokens(new)) == mirrored


_MIRROR: Final[dict[str, Op]] = {"insert": "delete", "delete": "insert"}


@given(TEXTS)
def test_a_text_against_itself_has_no_edits(text: str) -> None:
    assert all(edit.op == "equal" for edit in edits(tokens(text), tokens(text), exact=True))


def test_long_texts_without_breaks_do_not_come_out_all_changed() -> None:
    old = "слово και λόγος " * 4000
    new = old.replace("λόγος", "μῦθος", 1)
    assert sum(edit.op != "equal" for edit in edits(tokens(old), tokens(new))) == 1
