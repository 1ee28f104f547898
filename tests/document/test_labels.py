"""Labels are told from words, whatever their form."""

import pytest

from treatydraft.document.labels import read_label, split_label


@pytest.mark.parametrize(
    ("text", "label", "kind", "rest"),
    [
        ("Article II: Amendment", "Article II:", "article", "Amendment"),
        ("ARTICLE 1", "ARTICLE 1", "article", ""),
        ("Article\u00a0III:\u00a0 Reform", "Article III:", "article", "Reform"),
        ("Article 1er – Objet", "Article 1er –", "article", "Objet"),
        ("Article 12 bis. Fish", "Article 12 bis.", "article", "Fish"),
        ("Art. 3", "Art. 3", "article", ""),
        ("Article 4\nTerm", "Article 4", "article", "Term"),
        ("Part I. Objectives", "Part I.", "part", "Objectives"),
        ("CHAPTER IV", "CHAPTER IV", "chapter", ""),
        ("Section A – Fish", "Section A –", "section", "Fish"),
        ("Paragraph 1: Scope", "Paragraph 1:", "section", "Scope"),
        ("§ 4 Fisch", "§ 4", "section", "Fisch"),
        ("Annex", "Annex", "annex", ""),
        ("ANNEX A", "ANNEX A", "annex", ""),
        ("Annex: Fish", "Annex:", "annex", "Fish"),
        ("Стаття 1. Риба", "Стаття 1.", "article", "Риба"),
        ("Частина VІ. Мир", "Частина VІ.", "part", "Мир"),
        ("Додаток", "Додаток", "annex", ""),
        ("Artikel 2", "Artikel 2", "article", ""),
        ("第3条", "第3条", "article", ""),
        ("第十二条 fish", "第十二条", "article", "fish"),
        ("第二章", "第二章", "chapter", ""),
        ("1. The Parties", "1.", None, "The Parties"),
        ("1) The Parties", "1)", None, "The Parties"),
        ("(1) The Parties", "(1)", None, "The Parties"),
        ("[1] A note", "[1]", None, "A note"),
        ("1.2 Scope", "1.2", None, "Scope"),
        ("1.2.3. scope", "1.2.3.", None, "scope"),
        ("1\tThe Parties", "1", None, "The Parties"),
        ("(a) fish", "(a)", None, "fish"),
        ("a. fish", "a.", None, "fish"),
        ("{a.} fish", "{a.}", None, "fish"),
        ("(aa) fish", "(aa)", None, "fish"),
        ("(iv) fish", "(iv)", None, "fish"),
        ("I. Purpose", "I.", None, "Purpose"),
        ("а) риба", "а)", None, "риба"),
        ("• fish", "•", None, "fish"),
        ("– fish", "–", None, "fish"),
        ("o fish", "o", None, "fish"),
        ("  1. The Parties", "1.", None, "The Parties"),
    ],
)
def test_label_at_the_beginning_is_split_off(text: str, label: str, kind: str | None, rest: str) -> None:
    found = split_label(text)
    assert found is not None
    assert (found[0].text, found[0].kind, text[found[1] :]) == (label, kind, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 of the Charter applies.",
        "Article 5, paragraph 2, applies.",
        "Annex A forms part of this Agreement.",
        "Annex to the Agreement",
        "Annexed hereto is a list.",
        "Part of this Agreement is secret.",
        "Part-time work is allowed.",
        "Title and scope",
        "12 July 2023 was a Wednesday.",
        "12. Juli 2023",
        "2024 was the first year.",
        "(2024) the first year",
        "1.5 million euros are given.",
        "U.S. forces leave.",
        "A majority decides.",
        "I agree.",
        "over the years",
        "-5 degrees",
        "",
        "   ",
    ],
)
def test_words_are_no_label(text: str) -> None:
    assert split_label(text) is None


@pytest.mark.parametrize(
    ("label", "readings"),
    [
        ("4.", [("decimal", 4)]),
        ("1.2", [("decimal.2", 2)]),
        ("(i)", [("lower-roman", 1), ("lower-letter", 9)]),
        ("(b)", [("lower-letter", 2)]),
        ("(bb)", [("lower-letter", 28)]),
        ("(xiv)", [("lower-roman", 14)]),
        ("IX.", [("upper-roman", 9)]),
        ("б.", [("lower-cyrillic-letter", 2)]),
        ("с.", [("lower-roman", 100), ("lower-letter", 3), ("lower-cyrillic-letter", 22)]),
        ("第二十三条", [("decimal", 23)]),
        ("•", []),
    ],
)
def test_number_is_read_in_every_way_that_it_can_be(label: str, readings: list[tuple[str, int]]) -> None:
    found = read_label(label)
    assert found is not None
    assert [(reading.style, reading.number) for reading in found.readings] == readings
