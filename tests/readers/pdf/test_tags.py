"""What the tags of a file say of its paragraphs is heard where it agrees with how the pages look."""

from typing import Final

import pytest
from tests.readers.line_words import shown
from tests.readers.pdf.pages import LONG, PAGE, pdf

from treatydraft.readers.pdf import read_pdf

TIGHT: Final = f"{PAGE}#set par(justify: false, spacing: 0.65em)\n"
FULL: Final = "The Parties share all the fish that live in the northern sea."
NEXT: Final = "Interoperability of ships is what they strengthen day by day."


@pytest.mark.parametrize(("tagged", "first"), [(True, [FULL, NEXT]), (False, [f"{FULL} {NEXT}"])])
def test_paragraph_that_ends_with_a_full_line(*, tagged: bool, first: list[str]) -> None:
    others = [f"{'Now ' * count}{LONG}" for count in range(4)]
    markup = "\n\n#v(1em)".join([f"{FULL}\n\n{NEXT}", *others])
    assert shown(read_pdf(pdf(markup, TIGHT, tagged=tagged))) == [*first, *others]


def test_row_that_is_left_before_it_is_full() -> None:
    words = f"{LONG} in the long and lasting#linebreak()friendship of theirs, and {LONG}."
    assert shown(read_pdf(pdf(words, tagged=True))) == [words.replace("#linebreak()", " ")]


def test_tags_of_rows_are_not_heard() -> None:
    rows = [f"the Parties share all the fish in the northern sea, and {name}" for name in "abcdefgh"]
    reading = read_pdf(pdf("\n\n".join(rows), TIGHT, tagged=True))
    assert shown(reading) == [" ".join(rows)]


@pytest.mark.parametrize(("tagged", "levels"), [(True, [1, 0, 2, 0]), (False, [0, 0, 0, 0])])
def test_headings(*, tagged: bool, levels: list[int]) -> None:
    reading = read_pdf(pdf(f"= Fish\n\n{LONG}.\n\n== Ships\n\n{LONG}.", tagged=tagged))
    assert [line.heading for line in reading.lines] == levels
