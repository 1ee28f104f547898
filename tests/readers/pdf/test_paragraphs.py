"""Paragraphs are rebuilt from where letters stand."""

from typing import Final

import pytest
from tests.readers.pdf.pages import pdf

from treatydraft.document import tree
from treatydraft.readers.pdf import read_pdf

LONG: Final = "The Parties share all the fish that swim in the waters between their coasts from day to day"
CASES: Final[dict[str, tuple[str, list[str]]]] = {
    "paragraphs with a gap": (f"{LONG}.\n\n{LONG} too.", [f"{LONG}.", f"{LONG} too."]),
    "paragraphs that are indented": (
        f"#set par(first-line-indent: 1cm, spacing: 0.65em)\nFish.\n\n{LONG}.\n\n{LONG} too.",
        ["Fish.", f"{LONG}.", f"{LONG} too."],
    ),
    "a date at the beginning of a line": (
        (
            "The Parties, who have met on the coast of the northern sea, met there again on"
            "#linebreak(justify: true)"
            "12 July 2023 and agreed on all that there is to be said of fish."
        ),
        [
            (
                "The Parties, who have met on the coast of the northern sea, met there again on 12 July 2023"
                " and agreed on all that there is to be said of fish."
            )
        ],
    ),
    "numbers that hang": (
        f"#grid(columns: (8mm, 1fr), row-gutter: 6pt, [1.], [{LONG}.], [2.], [{LONG} too.])",
        [f"1. {LONG}.", f"2. {LONG} too."],
    ),
    "bullets that hang": (f"#list[{LONG};][{LONG} too.]", [f"• {LONG};", f"• {LONG} too."]),
    "lists of letters without gaps": (
        "#set par(spacing: 0.65em)\nThe Parties share:\n\n(a) fish;\n\n(b) ships.",
        ["The Parties share:", "(a) fish;", "(b) ships."],
    ),
    "a hyphen at the end of a line": (
        (
            "The Parties have agreed to strengthen the long and lasting friend-#linebreak(justify: true)"
            "ship between them, which is old."
        ),
        ["The Parties have agreed to strengthen the long and lasting friendship between them, which is old."],
    ),
    "a hyphen that belongs to the word": (
        (
            "The Parties have agreed to strengthen the long and lasting Euro-#linebreak(justify: true)"
            "Atlantic ties between them."
        ),
        ["The Parties have agreed to strengthen the long and lasting Euro-Atlantic ties between them."],
    ),
    "ligatures and curly quotes": (
        "The office “of fish” is Norway’s.",
        ["The office “of fish” is Norway’s."],
    ),
    "other scripts": ("Стаття 1. Риба. Ærø, Łódź.", ["Стаття 1. Риба. Ærø, Łódź."]),
}


@pytest.mark.parametrize("case", CASES)
def test_paragraphs(case: str) -> None:
    markup, expected = CASES[case]
    assert [" ".join(line.text.split()) for line in read_pdf(pdf(markup)).lines] == expected


def test_paragraph_goes_on_over_a_page() -> None:
    words = " ".join([LONG] * 12)
    reading = read_pdf(pdf(f"Fish.\n\n{words}.\n\nThe end."))
    assert [line.text for line in reading.lines] == ["Fish.", f"{words}.", "The end."]
    assert reading.lines[2].place.startswith("page 2")


def test_running_heads_and_page_numbers_are_no_text() -> None:
    page = """#set page(width: 14cm, height: 12cm, margin: 2cm, header: [Agreement on fish],
      footer: context [#align(center)[Page #counter(page).display() of 3]])
    """
    reading = read_pdf(pdf(f"{LONG}.\n#pagebreak()\nShips.\n#pagebreak()\nThe end.", page))
    assert [line.text for line in reading.lines] == [f"{LONG}.", "Ships.", "The end."]
    assert set(reading.headers) == {"Agreement on fish"}
    assert reading.footers == ("Page 1 of 3", "Page 2 of 3", "Page 3 of 3")


def test_columns_are_read_one_after_the_other() -> None:
    left = "\n\n".join(f"Article {number}. {LONG}." for number in (1, 2))
    right = "\n\n".join(
        f"Стаття {number}. Сторони ділять між собою всю рибу, що живе в їхніх морях." for number in (1, 2)
    )
    reading = read_pdf(pdf(f"#grid(columns: (1fr, 1fr), gutter: 8mm, [{left}], [{right}])"))
    assert [line.text.split(".")[0] for line in reading.lines] == [
        "Article 1",
        "Article 2",
        "Стаття 1",
        "Стаття 2",
    ]


def test_looks() -> None:
    reading = read_pdf(
        pdf(
            f"#align(center)[*AGREEMENT ON FISH*]\n\n{LONG}, and {LONG}.\n\n{LONG}, and {LONG}.\n\n"
            "*Article 1*\n\n_Fish_\n\nThe *Parties* share fish.\n\n#pad(left: 2cm)[Fish are set in.]"
        )
    )
    title, _, _, article, fish, sentence, set_in = reading.lines
    assert (title.look.bold, title.look.centred, title.look.capitals) == (True, True, True)
    assert (article.look.bold, article.look.centred, article.look.size) == (True, False, 11.0)
    assert (fish.look.italic, fish.look.bold) == (True, False)
    set_apart = [piece for piece in sentence.pieces if isinstance(piece, tree.Emphasis)]
    assert [tree.plain(piece.parts).strip() for piece in set_apart] == ["Parties"]
    assert set_in.look.indent == pytest.approx(56.7, abs=1)


def test_footnotes_stand_on_their_clause() -> None:
    reading = read_pdf(pdf(f"{LONG}#footnote[Herring are fish.].\n\nThe end."))
    notes = [piece for piece in reading.lines[0].pieces if isinstance(piece, tree.Note)]
    assert [tree.plain(note.parts) for note in notes] == ["Herring are fish."]
    assert [line.text for line in reading.lines] == [f"{LONG}.", "The end."]


def test_signature_blocks_side_by_side_are_cells() -> None:
    reading = read_pdf(
        pdf(
            f"{LONG}.\n\nDone in Oslo.\n#v(1cm)\n"
            "#grid(columns: (1fr, 1fr), row-gutter: 12pt, [FOR NORWAY:], [FOR ICELAND:],"
            " [Prime Minister], [Minister of Fisheries])"
        )
    )
    cells = [(line.cell.column, line.text) for line in reading.lines if line.cell]
    assert sorted(cells) == [
        (0, "FOR NORWAY:"),
        (0, "Prime Minister"),
        (1, "FOR ICELAND:"),
        (1, "Minister of Fisheries"),
    ]


def test_places_say_page_and_line() -> None:
    lines = read_pdf(pdf(f"{LONG}.\n\nShips.\n#pagebreak()\nHarbours.")).lines
    assert [line.place for line in lines] == ["page 1, line 1", "page 1, line 3", "page 2, line 1"]
