"""Paragraphs are rebuilt from where letters stand, and their words from the rows."""

from typing import Final

import pytest
from tests.readers.line_words import shown
from tests.readers.pdf.pages import LONG, pdf

from treatydraft.readers.pdf import read_pdf

END: Final = "#linebreak(justify: true);"
MET: Final = "The Parties, who have met on the coast of the northern sea, met there again on"
AGREED: Final = "The Parties have agreed to strengthen the long and lasting"
TIGHT: Final = "#set par(spacing: 0.65em)\n"
RAGGED: Final = "#set par(justify: false)\n"
CASES: Final[dict[str, tuple[str, list[str]]]] = {
    "a gap between them": (f"{LONG}.\n\n{LONG} too.", [f"{LONG}.", f"{LONG} too."]),
    "a ragged edge": (f"{RAGGED}{LONG}. {LONG}.\n\n{LONG} too.", [f"{LONG}. {LONG}.", f"{LONG} too."]),
    "first lines set in": (
        f"#set par(first-line-indent: 1cm, spacing: 0.65em)\nFish.\n\n{LONG}.\n\n{LONG} too.",
        ["Fish.", f"{LONG}.", f"{LONG} too."],
    ),
    "neither gap nor indent": (f"{TIGHT}{LONG}.\n\n{LONG} too.", [f"{LONG}.", f"{LONG} too."]),
    "wide leading": (
        f"#set par(leading: 1.3em, spacing: 2.6em)\n{LONG}.\n\n{LONG} too.",
        [f"{LONG}.", f"{LONG} too."],
    ),
    "a date at the beginning of a line": (
        f"{MET}{END}12 July 2023 and agreed on all that there is to be said of fish.",
        [f"{MET} 12 July 2023 and agreed on all that there is to be said of fish."],
    ),
    "a number at the beginning of a line": (
        f"The Parties, who have met on the coast of the northern sea, share paragraph{END}(1) of fish.",
        ["The Parties, who have met on the coast of the northern sea, share paragraph (1) of fish."],
    ),
    "numbers that hang": (
        f"#grid(columns: (8mm, 1fr), row-gutter: 6pt, [1.], [{LONG}.], [2.], [{LONG} too.])",
        [f"1. {LONG}.", f"2. {LONG} too."],
    ),
    "numbers within numbers": (
        f"{TIGHT}1. {LONG}:\n\n#pad(left: 8mm)[(a) {LONG};]\n\n#pad(left: 8mm)[(b) ships.]\n\n2. Boats.",
        [f"1. {LONG}:", f"(a) {LONG};", "(b) ships.", "2. Boats."],
    ),
    "bullets that hang": (f"#list[{LONG};][{LONG} too.]", [f"• {LONG};", f"• {LONG} too."]),
    "dashes that hang": (
        f"#list(marker: [–])[{LONG};][{LONG} too.]",
        [f"– {LONG};", f"– {LONG} too."],
    ),
    "letters without gaps": (
        f"{TIGHT}The Parties share:\n\n(a) fish;\n\n(b) ships.",
        ["The Parties share:", "(a) fish;", "(b) ships."],
    ),
    "recitals without gaps": (
        f"{TIGHT}The Parties,\n\nRecalling their treaties,\n\nHave agreed as follows:",
        ["The Parties,", "Recalling their treaties,", "Have agreed as follows:"],
    ),
    "a title of two lines": (
        f"#align(center)[*AGREEMENT ON ALL THE FISH#linebreak() OF THE NORTHERN SEA*]\n\n{LONG}.",
        ["AGREEMENT ON ALL THE FISH\nOF THE NORTHERN SEA", f"{LONG}."],
    ),
    "a heading below its number": (
        f"{LONG}.\n\n#align(center)[*Article 1* \\ *Fish*]\n\n{LONG}.",
        [f"{LONG}.", "Article 1", "Fish", f"{LONG}."],
    ),
    "a bold heading": (f"{TIGHT}{LONG}.\n\n*Fish*\n\n{LONG}.", [f"{LONG}.", "Fish", f"{LONG}."]),
    "a hyphen at the end of a line": (
        f"{AGREED} friend-{END}ship between them, which is old.",
        [f"{AGREED} friendship between them, which is old."],
    ),
    "a hyphen before a capital": (
        f"{AGREED} Euro-{END}Atlantic ties between them.",
        [f"{AGREED} Euro-Atlantic ties between them."],
    ),
    "a hyphen that stands elsewhere too": (
        f"Long-lasting friends.\n\n{AGREED} and long-{END}lasting ties between them.",
        ["Long-lasting friends.", f"{AGREED} and long-lasting ties between them."],
    ),
    "words that the program divides": (
        (
            '#set text(hyphenate: true, lang: "en")\n'
            "Cooperation between governmental organisations strengthens international interoperability."
        ),
        ["Cooperation between governmental organisations strengthens international interoperability."],
    ),
    "ligatures and curly quotes": (
        "The office “of fish” is Norway’s.",
        ["The office “of fish” is Norway’s."],
    ),
    "other scripts": ("Стаття 1. Риба. Ærø, Łódź.", ["Стаття 1. Риба. Ærø, Łódź."]),
    "bold and italic words": (
        "The *Parties* share _all_ the *big fish* there.",
        ["The *Parties* share *all* the *big fish* there."],
    ),
    "bold words over the end of a line": (
        f"The Parties, who have met on the coast of the *northern and{END}southern* sea, share fish.",
        ["The Parties, who have met on the coast of the *northern and southern* sea, share fish."],
    ),
    "small capitals and other sizes": (
        "The #text(size: 9pt)[EU] shares fish.",
        ["The EU shares fish."],
    ),
    "exponents": ("Fish swim in 20 km#super[2] of H#sub[2]O.", ["Fish swim in 20 km2 of H2O."]),
}


@pytest.mark.parametrize("tagged", [False, True], ids=["by place", "by tags"])
@pytest.mark.parametrize("case", CASES)
def test_paragraphs(case: str, *, tagged: bool) -> None:
    markup, expected = CASES[case]
    assert shown(read_pdf(pdf(markup, tagged=tagged))) == expected


def test_looks() -> None:
    title, _, article, fish, set_in, last = read_pdf(
        pdf(
            f"#align(center)[*AGREEMENT ON FISH*]\n\n{LONG}.\n\n*Article 1*\n\n_Fish_\n\n"
            "#pad(left: 2cm)[Fish are set in.]\n\n#v(1cm)The end."
        )
    ).lines
    assert (title.look.bold, title.look.centred, title.look.capitals) == (True, True, True)
    assert (article.look.bold, article.look.centred, article.look.size) == (True, False, 11.0)
    assert (fish.look.italic, fish.look.bold) == (True, False)
    assert set_in.look.indent == pytest.approx(56.7, abs=1)
    assert last.look.after_gap


def test_numbers_hang_from_their_words() -> None:
    _, item = read_pdf(pdf(f"{LONG}.\n\n#grid(columns: (1cm, 8mm, 1fr), [], [(a)], [{LONG}; {LONG}.])")).lines
    assert item.look.indent + item.look.first == pytest.approx(28.3, abs=1)
    assert item.look.first == pytest.approx(-22.7, abs=1)


def test_places_say_page_and_line() -> None:
    reading = read_pdf(pdf(f"{LONG}.\n\nShips.\n#pagebreak()\nHarbours."))
    assert [line.place for line in reading.lines] == ["page 1, line 1", "page 1, line 3", "page 2, line 1"]
