"""Fields with notes become YAML that reads back as the same fields, whatever the notes say."""

from hypothesis import given
from hypothesis import strategies as st

from treatydraft.spec import read_yaml
from treatydraft.spec.commented import Entry, Item, Remark, commented, one_line

words = st.text(max_size=60)


@given(words, words, words)
def test_values_are_read_back_and_notes_are_not(value: str, other: str, note: str) -> None:
    lines = (
        Remark(note),
        Entry("plain", value, note),
        Entry("listed", [value, other], note),
        Entry("group", note=note, below=(Entry("inner", {"a": value, "b": [other]}, note), Remark(note))),
        Entry(
            "items",
            below=(
                Item(below=(Entry("first", value, note), Entry("second", other))),
                Item({"c": other}, note),
            ),
        ),
        Entry("last", 1),
    )
    text = "\n".join(commented(lines))
    source, problems = read_yaml(text.encode(), "x.yaml")
    assert source is not None, problems
    assert not problems
    value, other = one_line(value), one_line(other)
    assert source.data == {
        "plain": value,
        "listed": [value, other],
        "group": {"inner": {"a": value, "b": [other]}},
        "items": [{"first": value, "second": other}, {"c": other}],
        "last": 1,
    }
