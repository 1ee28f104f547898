"""Plain text as people write, wrap and send it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents import EXAMPLES
from tests.readers.lines import shown
from tests.strategies import words

from treatydraft.document import tree
from treatydraft.readers.lines import ReadError
from treatydraft.readers.text import read_text
from treatydraft.writers.text import write_text

SOFT = "\N{SOFT HYPHEN}"
LONG = "The Parties shall meet at the most senior levels"
CASES = {
    "paragraphs": ("a\n\n\nb\r\n\r\nc\fd", ["gap a", "gap b", "gap c", "gap d"]),
    "one line each": ("Article 1\nPurpose\na b c", ["gap Article 1", "Purpose", "a b c"]),
    "very long lines are not joined": (f"{LONG * 4}\n{LONG * 4}", [f"gap {LONG * 4}", LONG * 4]),
    "wrapped": (
        f"{LONG}\nwhere they can.\n\n{LONG}\nagain.",
        [f"gap {LONG} where they can.", f"gap {LONG} again."],
    ),
    "a new item and a carried one": (
        (
            f"1. {LONG} of\n(a) of this Article,\n"
            f"as said below on the next day in the very same\nlocations.\n2. {LONG}."
        ),
        [
            f"gap 1. {LONG} of (a) of this Article,",
            "as said below on the next day in the very same locations.",
            f"2. {LONG}.",
        ],
    ),
    "hanging": (
        f"  (a)  {LONG};\n       and more.\n  (b)  x\n\ny",
        ["in42 gap (a) " + LONG + "; and more.", "in42 (b) x", "gap y"],
    ),
    "first lines set in": (
        f"   {LONG}\nfor good.\n   {LONG}\nagain.",
        [f"gap {LONG} for good.", f"{LONG} again."],
    ),
    "a day is no label": (
        f"{LONG}, on\n12 July 2023 and\n\n12. Juli 2023",
        [f"gap {LONG}, on 12 July 2023 and", "gap 12. Juli 2023"],
    ),
    "underlined": (
        "Title of it\n===========\n\nPart\n----\n\nx\n\n-----\n\ny",
        ["h1 gap Title of it", "h2 gap Part", "gap x", "gap y"],
    ),
    "capitals and tabs": (
        "ARTICLE I\tPURPOSE\n\n\tFor A:     For B:",
        ["capitals gap ARTICLE I\tPURPOSE", "in48 gap For A:\tFor B:"],
    ),
    "lines to sign on are words": ("____________\nA Bo", ["gap ____________", "A Bo"]),
    "notes": (
        "a[1] b[2].\n\nNotes\n\n[1] one\n\n[2] two",
        ["gap a^[one] b^[two]."],
    ),
    "numbers in brackets that are no notes": (
        "a[1] b[1].\n\n[1] one",
        ["gap a[1] b[1].", "gap [1] one"],
    ),
    "bidirectional and eastern": ("\u202eא\u202c\n\n日本国", ["gap \u202eא\u202c", "gap 日本国"]),
}


@pytest.mark.parametrize(("text", "lines"), CASES.values(), ids=CASES)
def test_lines(text: str, lines: list[str]) -> None:
    assert shown(read_text(text.encode())) == lines


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-32", ""),
        ("cp1251", "windows-1251"),
        ("koi8-u", "koi8-u"),
    ],
)
def test_cyrillic_in_every_encoding(encoding: str, said: str) -> None:
    text = "Стаття 1\nСторони домовилися про таке"
    reading = read_text(text.encode(encoding))
    assert [line.text for line in reading.lines] == text.split("\n")
    assert [doubt.message.rpartition(" as ")[2] for doubt in reading.doubts] == ([said] if said else [])


def test_western_and_wide_without_a_mark() -> None:
    assert read_text("“Très” élevé – naïf".encode("cp1252")).lines[0].text == "“Très” élevé – naïf"
    assert read_text("Article é".encode("utf-16-le")).lines[0].text == "Article é"
    assert read_text("Article é".encode("utf-16-be")).lines[0].text == "Article é"


def test_what_prints_nothing_is_shown_and_said() -> None:
    reading = read_text(b"a\x00b\x1bc")
    assert reading.lines[0].text == "a\ufffdb\ufffdc"
    assert "2 control characters" in reading.doubts[0].message


def test_too_large() -> None:
    with pytest.raises(ReadError, match="megabytes"):
        read_text(bytes(64 * 1024 * 1024 + 1))


@pytest.mark.parametrize("name", EXAMPLES)
def test_our_own_texts(name: str) -> None:
    document = EXAMPLES[name]()
    reading = read_text(write_text(document).encode())
    marking = document.marking
    assert list(reading.headers) == [words for words in (marking.notice, marking.status) if words]
    assert (reading.lines[0].heading, reading.lines[0].text) == (1, tree.plain(document.title))
    printed = [line.text for line in reading.lines]
    for clause in (*tree.walk(document.body), *tree.walk(document.annexes)):
        if clause.text:
            assert f"{clause.label} {tree.plain(clause.text)}".strip() in printed


_TEXTS = st.lists(
    st.one_of(words(), st.sampled_from(["\n", "\n\n", "  ", "\t", "(a)", "1.", LONG])), max_size=40
)


@given(_TEXTS.map("".join))
def test_no_word_is_lost(text: str) -> None:
    reading = read_text(text.encode())
    found = " ".join([*(line.text for line in reading.lines), *reading.headers])
    assert [word for word in found.split() if _is_word(word)] == [
        word for word in text.replace(SOFT, "").split() if _is_word(word)
    ]


def _is_word(word: str) -> bool:
    return any(character.isalnum() for character in word)
