"""What stands around the text of a page and beside it: heads, feet, page numbers, notes, columns, tables."""

from typing import Final

import pytest
from tests.readers.line_words import shown
from tests.readers.pdf.pages import LONG, PAGE, pdf

from treatydraft.document import tree
from treatydraft.readers.lines import Reading
from treatydraft.readers.pdf import read_pdf

THREE: Final = f"{LONG}.\n#pagebreak()\nShips.\n#pagebreak()\nThe end."


def painted(top: str, bottom: str) -> str:
    """A page whose head and foot are drawn like any text, as programs without tags do."""
    return f"""{PAGE}
#let edge(body, dy) = place(top + left, dx: 2cm, dy: dy, body)
#set page(background: context [#edge([{top}], 1cm) #edge([{bottom}], 11cm)])
"""


def test_paragraph_goes_on_over_a_page() -> None:
    words = " ".join([LONG] * 12)
    reading = read_pdf(pdf(f"Fish.\n\n{words}.\n\nThe end."))
    assert shown(reading) == ["Fish.", f"{words}.", "The end."]
    assert reading.lines[2].place.startswith("page 2")


def test_paragraph_goes_on_below_running_heads() -> None:
    words = " ".join([LONG] * 12)
    page = PAGE + "#set page(header: [Agreement on fish], footer: context counter(page).display())\n"
    assert shown(read_pdf(pdf(f"{words}.", page))) == [f"{words}."]


@pytest.mark.parametrize(
    ("head", "foot", "headers", "footers"),
    [
        ("Agreement on fish", "", ["Agreement on fish"] * 3, []),
        ("", "#counter(page).display()", [], ["1", "2", "3"]),
        ("", "– #counter(page).display() –", [], ["– 1 –", "– 2 –", "– 3 –"]),
        ("", '#counter(page).display("i")', [], ["i", "ii", "iii"]),
        (
            "Agreement on fish",
            "Page #counter(page).display() of 3",
            ["Agreement on fish"] * 3,
            ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"],
        ),
        ("Fish, p. #counter(page).display()", "", [f"Fish, p. {number}" for number in (1, 2, 3)], []),
    ],
    ids=["head", "number", "dashes", "roman", "both", "words and number"],
)
def test_running_heads_and_page_numbers_are_no_text(
    head: str, foot: str, headers: list[str], footers: list[str]
) -> None:
    reading = read_pdf(pdf(THREE, painted(head, foot)))
    assert shown(reading) == [f"{LONG}.", "Ships.", "The end."]
    assert (list(reading.headers), list(reading.footers)) == (headers, footers)


def test_head_of_a_lone_page_is_known_by_its_tag() -> None:
    reading = read_pdf(pdf(f"{LONG}.", PAGE + "#set page(header: [Draft of May])\n", tagged=True))
    assert (shown(reading), reading.headers) == ([f"{LONG}."], ("Draft of May",))


def test_number_of_an_article_at_the_head_of_pages_is_text() -> None:
    reading = read_pdf(
        pdf(
            "\n#pagebreak()\n".join(f"Article {number}\n\n{LONG} {number * 'again'}." for number in (1, 2, 3))
        )
    )
    assert [line.text for line in reading.lines[::2]] == ["Article 1", "Article 2", "Article 3"]
    assert reading.headers == ()


def test_words_that_run_across_the_page_are_kept_aside() -> None:
    reading = read_pdf(pdf(f"#place(dx: -1cm, rotate(-90deg, reflow: true)[Draft of May])\n{LONG}."))
    assert (shown(reading), reading.headers) == ([f"{LONG}."], ("Draft of May",))
    assert "Draft of May" in reading.doubts[0].message


def test_page_on_its_side_is_read() -> None:
    assert shown(read_pdf(pdf(f"#rotate(90deg, reflow: true)[#box(width: 7cm)[{LONG}.]]"))) == [f"{LONG}."]


# --- Notes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typographic", ["true", "false"])
def test_footnotes_stand_where_their_marks_stand(typographic: str) -> None:
    page = f"{PAGE}#set super(typographic: {typographic})\n"
    reading = read_pdf(
        pdf(f"{LONG}#footnote[Herring are fish.].\n\nThe end#footnote[{LONG}; {LONG}.] of it.", page)
    )
    assert shown(reading) == [
        f"{LONG}{{footnote: Herring are fish.}}.",
        f"The end{{footnote: {LONG}; {LONG}.}} of it.",
    ]
    assert reading.doubts == ()


def test_footnotes_of_several_pages() -> None:
    page = "#pagebreak()\n"
    reading = read_pdf(pdf(f"Fish#footnote[One.] swim.\n{page}Ships#footnote[Two.] sail.\n{page}The end."))
    assert shown(reading) == ["Fish{footnote: One.} swim.", "Ships{footnote: Two.} sail.", "The end."]


def test_small_print_without_a_mark_stays_text() -> None:
    reading = read_pdf(pdf(f"{LONG}. {LONG}.\n\n#v(1cm)#text(size: 8pt)[1 Herring are fish.]"))
    assert shown(reading)[-1] == "1 Herring are fish."
    assert "has no mark" in reading.doubts[0].message


# --- Columns and tables -----------------------------------------------------------------------------------


def languages(count: int) -> tuple[str, str]:
    """The same articles in two languages, with a page break after each."""
    right = "Сторони ділять між собою всю рибу, що живе в їхніх морях, день за днем"
    return (
        "\n\n".join(f"Article {number}. {LONG}." for number in range(1, count + 1)),
        "\n\n".join(f"Стаття {number}. {right}." for number in range(1, count + 1)),
    )


@pytest.mark.parametrize("count", [2, 8])
def test_columns_in_two_languages_are_read_one_after_the_other(count: int) -> None:
    left, right = languages(count)
    reading = read_pdf(pdf(f"#grid(columns: (1fr, 1fr), gutter: 8mm, [{left}], [{right}])"))
    assert shown(reading) == [*left.split("\n\n"), *right.split("\n\n")]
    assert any("two columns" in doubt.message for doubt in reading.doubts)


def test_columns_in_one_language_are_read_page_by_page() -> None:
    words = [f"{number}. {LONG}." for number in range(1, 13)]
    reading = read_pdf(pdf("#set page(columns: 2)\n" + "\n\n".join(words)))
    assert shown(reading) == words
    assert reading.doubts == ()


def cells(reading: Reading) -> list[tuple[int, str]]:
    return sorted((line.cell.column, line.text) for line in reading.lines if line.cell)


def test_signature_blocks_side_by_side_are_cells() -> None:
    reading = read_pdf(
        pdf(
            f"{LONG}.\n\nDone in Oslo.\n#v(1cm)\n"
            "#grid(columns: (1fr, 1fr), row-gutter: 12pt, [FOR NORWAY:], [FOR ICELAND:],"
            " [Prime Minister], [Minister of Fisheries])"
        )
    )
    assert cells(reading) == [
        (0, "FOR NORWAY:"),
        (0, "Prime Minister"),
        (1, "FOR ICELAND:"),
        (1, "Minister of Fisheries"),
    ]


def test_number_and_its_words_are_no_table() -> None:
    reading = read_pdf(pdf(f"{LONG}.\n\n#grid(columns: (2cm, 1fr), [Article 1], [Fish], [(a)], [Ships])"))
    assert cells(reading) == []
    assert {piece for line in reading.lines for piece in line.pieces if isinstance(piece, tree.Note)} == set()
