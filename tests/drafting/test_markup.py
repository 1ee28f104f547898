"""The Markdown of clauses: structure from the clause file, never from a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydraft.document import tree
from treatydraft.drafting.markup import MarkupError, blocks
from treatydraft.drafting.phrases import Field, Phrase, capitalised, joined, marked, phrase

HOSTILE = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)


def _value(words: str) -> Field:
    return Field(words, "some.field", words, words)


@given(HOSTILE)
def test_a_value_is_never_structure(words: str) -> None:
    source = (
        f"[#one] {marked(_value(words))}:\n\n- [#two] {marked(_value(words))}\n- *{marked(_value(words))}*\n"
    )
    (block,) = blocks(source)
    value = tree.Value("some.field", words)
    assert block.text == (value, tree.Text(":"))
    assert [child.text for child in block.children] == [(value,), (tree.Emphasis((value,)),)]
    assert (block.name, block.children[0].name) == ("one", "two")


@given(st.lists(HOSTILE, min_size=1, max_size=4))
def test_joining_keeps_each_value(words: list[str]) -> None:
    result = joined([phrase(_value(word)) for word in words], [", "] * (len(words) - 1))
    assert [piece.text for piece in result.pieces if isinstance(piece, tree.Value)] == words
    assert str(result) == ", ".join(words)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("- an item", "a list needs a paragraph above it"),
        ("a:\n\n- b:\n  - c:\n    - d", "two levels deep"),
        ("a:\n\n- b\n\n  second", "one paragraph"),
        ("a\n\n## b", "a heading"),
        ("a\n===", "a heading"),
        ("> a", "a quotation"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a table"),
        ("```\na\n```", "a block of code"),
        ("    a", "a block of code"),
        ("see `a`", "code"),
        ("a\n\n***", "a line across the page"),
        ("see ![a](b)", "an image"),
        ("see [a](https://example.org)", "a link to “https://example.org”"),
        ("see [](termination)", "a link to “termination”"),
        ("see <https://example.org>", "a link to “https://example.org”"),
    ],
)
def test_text_without_a_place_is_refused(source: str, message: str) -> None:
    with pytest.raises(MarkupError, match=message):
        blocks(source)


def test_what_is_refused_has_its_line() -> None:
    with pytest.raises(MarkupError) as caught:
        blocks("a\n\nb\nc `d`")
    assert caught.value.line == 3


def test_own_words_stand_before_the_citation() -> None:
    (block,) = blocks("under [the *funds* clause](#disputes).")
    assert block.text == (
        tree.Text("under the "),
        tree.Emphasis((tree.Text("funds"),)),
        tree.Text(" clause ("),
        tree.Reference("disputes"),
        tree.Text(")."),
    )


def test_a_citation_points_at_its_target() -> None:
    (block,) = blocks("see [](#termination) and [](#a/b)")
    assert [piece.target_id for piece in block.text if isinstance(piece, tree.Reference)] == [
        "termination",
        "a/b",
    ]


def test_lines_of_one_paragraph_are_joined() -> None:
    (block,) = blocks("one\ntwo")
    assert block.text == (tree.Text("one two"),)


def test_own_text_is_a_value_of_its_field() -> None:
    (block,) = blocks("own *words*", lambda words: tree.Value("clauses[0].text", words))
    assert block.text == (
        tree.Value("clauses[0].text", "own "),
        tree.Emphasis((tree.Value("clauses[0].text", "words"),)),
    )


def test_a_capital_keeps_the_field() -> None:
    assert capitalised(phrase(_value("the sea"))) == Phrase((tree.Value("some.field", "The sea"),))


@pytest.mark.parametrize("value", [None, True, ["a"], {"a": 1}])
def test_what_has_no_text_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="has no text of its own"):
        phrase(value)
