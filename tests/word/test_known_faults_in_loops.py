"""Faults that users of Word templates reported in public, of what a loop repeats: ids, notes, numbers.

The names of the cases are those of `test_known_faults`.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.word.known_faults import counting, loops, reading
from tests.word.known_faults.engine import rendered
from tests.word.known_faults.ooxml import Xml, bookmarked, field, p, run
from tests.word.known_faults.package import docx


@pytest.mark.parametrize("case", loops.BOOKMARKS)
def test_a_bookmark_is_one_in_each_pass_and_references_follow(case: str) -> None:
    body, passes = loops.BOOKMARKS[case]
    data = rendered(docx(body), loops.ARTICLES)
    assert reading.damage(data) == []
    names = [reading.attribute(e, "w:name") for e in reading.found(reading.tree(data), "//w:bookmarkStart")]
    assert len(set(names)) == 3
    pointed = [code.split()[1] for code in reading.codes(data)]
    assert [names.index(name) for name in pointed] == list(passes)


def test_da805_a_link_within_the_text_follows_its_pass() -> None:
    link = Xml(f'<w:hyperlink w:anchor="art">{run("here")}</w:hyperlink>')
    data = rendered(docx(loops.each(p(bookmarked("art", "{{ a.title }}")), p(link))), loops.ARTICLES)
    names = [reading.attribute(e, "w:name") for e in reading.found(reading.tree(data), "//w:bookmarkStart")]
    links = [reading.attribute(e, "w:anchor") for e in reading.found(reading.tree(data), "//w:hyperlink")]
    assert links == names
    assert reading.damage(data) == []


def test_da805_names_that_the_author_makes_differ_stay() -> None:
    mark, ref = "art{{ loop.index }}", field(" REF art{{ loop.index }} \\h ", "?")
    data = rendered(docx(loops.each(p(bookmarked(mark, "{{ a.title }}"), ref))), loops.ARTICLES)
    names = [reading.attribute(e, "w:name") for e in reading.found(reading.tree(data), "//w:bookmarkStart")]
    assert names == ["art1", "art2", "art3"]
    assert reading.codes(data) == [f"REF {name} \\h" for name in names]
    assert reading.damage(data) == []


@pytest.mark.parametrize("kind", ["footnote", "endnote", "comment"])
def test_dt379_a_loop_makes_its_own_notes(kind: str) -> None:
    data = rendered(loops.notes_in_a_loop(kind), {**loops.ARTICLES, "n": 3})
    assert reading.damage(data) == []
    root = reading.tree(data, f"{kind}s")
    kept = {
        reading.attribute(note, "w:id"): "".join(map(reading.text_of, reading.found(note, "w:p")))
        for note in reading.found(root, f"//w:{kind}[not(@w:type)]")
    }
    used = reading.found(reading.tree(data), f"//w:{kind}Reference")
    assert [kept[reading.attribute(mark, "w:id")] for mark in used] == loops.NOTES
    assert len(kept) == len(loops.NOTES)


def test_dt379_a_comment_in_a_loop_has_its_own_range() -> None:
    data = rendered(loops.comments_in_a_loop(), loops.ARTICLES)
    assert reading.damage(data) == []
    ids = [
        reading.attribute(note, "w:id")
        for note in reading.found(reading.tree(data, "comments"), "//w:comment")
    ]
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = reading.found(reading.tree(data), f"//w:{mark}")
        assert [reading.attribute(element, "w:id") for element in found] == ids
    assert reading.texts(data, "comments") == [f"On {title}" for title in loops.TITLES]


@pytest.mark.parametrize("kind", ["footnote", "endnote", "comment"])
@pytest.mark.parametrize("articles", [[], [{"title": "One", "items": []}]])
def test_dt609_a_note_of_a_loop_without_passes_is_not_rendered(kind: str, articles: list[object]) -> None:
    data = rendered(loops.notes_in_a_loop(kind), {"articles": articles, "n": 3})
    assert "".join(reading.texts(data, f"{kind}s")) == "Fixed 3" + "On One" * len(articles)
    assert reading.damage(data) == []


def test_dts190_drawing_ids_are_unique_over_all_parts() -> None:
    data = rendered(loops.drawings(), loops.ARTICLES)
    assert reading.damage(data) == []
    assert len(reading.found(reading.tree(data), "//wp:docPr")) == 7
    assert len(reading.found(reading.tree(data, "header1"), "//wp:docPr")) == 4


def test_dts190_ids_that_the_parts_of_a_template_share_differ_afterwards() -> None:
    assert reading.damage(rendered(loops.equal_drawings(), {"n": 3})) == []


def test_dt225_text_boxes_in_a_loop_have_ids_of_their_own() -> None:
    data = rendered(loops.boxes(), loops.ARTICLES)
    assert reading.texts(data, inside="//wps:txbx/w:txbxContent/w:p") == loops.TITLES
    assert reading.damage(data) == []


def test_pd931_ids_of_paragraphs_and_controls_are_unique() -> None:
    data = rendered(loops.identities(), loops.ARTICLES)
    assert reading.damage(data) == []
    assert len(reading.found(reading.tree(data), "//w:sdt")) == 6


@pytest.mark.parametrize("case", loops.NUMBERS)
def test_numbers_restart_in_each_article_and_run_on_in_a_list(case: str) -> None:
    body, numbers = loops.NUMBERS[case]
    data = rendered(docx(body), loops.ARTICLES)
    assert counting.numbers(data) == numbers
    assert reading.damage(data) == []


@pytest.mark.parametrize(
    "case", ["dt#598 items of a loop under a heading", "dxt#662 articles numbered, items below"]
)
def test_libreoffice_prints_these_numbers(
    case: str, tmp_path: Path, libreoffice: Callable[[Path], Path], pdftotext: Callable[[Path], str]
) -> None:
    body, numbers = loops.NUMBERS[case]
    path = tmp_path / "a.docx"
    path.write_bytes(rendered(docx(body), loops.ARTICLES))
    text = pdftotext(libreoffice(path))
    assert re.findall(r"(?m)(?:^|\s)(\d\.|\([a-z]\))(?=\s)", text) == numbers
