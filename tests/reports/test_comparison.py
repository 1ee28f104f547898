"""A comparison in each of its forms: what they show, and that hostile words stay words in all of them."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt
from rich.cells import cell_len
from tests.reports.comparisons import SAMPLES, both, hostile, parallel, revision, scripts, unchanged

from treatydraft.comparison.result import Comparison
from treatydraft.reports.comparison_html import comparison_body, comparison_html
from treatydraft.reports.comparison_json import comparison_json, comparison_schema
from treatydraft.reports.comparison_markdown import comparison_markdown
from treatydraft.reports.comparison_text import comparison_text

GOLDEN = Path(__file__).parent / "golden"
WRITE: dict[str, Callable[[Comparison], str]] = {
    "txt": lambda comparison: comparison_text(comparison, width=90, colour=False, context=1),
    "md": comparison_markdown,
    "json": lambda comparison: json.dumps(comparison_json(comparison), indent=2, ensure_ascii=False) + "\n",
    "html": comparison_body,  # style and script are read where they are written
}
ACTS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _by_class(page: etree._Element, name: str) -> list[etree._Element]:
    return [one for one in page.iter("*") if name in str(one.get("class")).split()]


def _by_id(page: etree._Element, name: str) -> etree._Element:
    return next(one for one in page.iter("*") if one.get("id") == name)


@pytest.mark.parametrize("case", SAMPLES)
@pytest.mark.parametrize("ending", WRITE)
def test_report_is_what_is_expected(case: str, ending: str, *, accept: bool) -> None:
    expected = GOLDEN / case / f"expected.{ending}"
    actual = WRITE[ending](SAMPLES[case]())
    if accept:
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")


def test_no_golden_file_is_missing_or_left_over() -> None:
    names = {f"expected.{ending}" for ending in WRITE}
    found = {folder.name: {path.name for path in folder.iterdir()} for folder in GOLDEN.iterdir()}
    assert found == dict.fromkeys(SAMPLES, names)


class TestJson:
    @pytest.mark.parametrize("case", SAMPLES)
    def test_follows_its_schema(self, case: str) -> None:
        made = json.loads(json.dumps(comparison_json(SAMPLES[case]())))
        jsonschema.Draft202012Validator(comparison_schema()).validate(made)
        assert list(made) == [
            "treatydraft", "kind", "mode", "reason", "old", "new", "pairs", "overall", "notes", "summary",
        ]  # fmt: skip

    def test_every_member_of_the_schema_is_told_of(self) -> None:
        schema = comparison_schema()
        for name, described in schema["$defs"].items():
            for member, of_it in described["properties"].items():
                assert of_it.get("description") or "$ref" in of_it, (name, member)

    def test_summary_lists_what_weighs_first(self) -> None:
        summary = comparison_json(revision())["summary"]
        assert summary["severities"] == {"material": 7, "consequential": 3, "editorial": 6, "none": 6}
        first, *_, last = summary["changes"]
        assert first["messages"] == [
            "obligation weakened: shall → should",
            "deadline longer: 24 hours → 72 hours",
        ]
        assert (first["place"], last["severity"]) == ("Article 2.1", "editorial")

    def test_words_are_exact(self) -> None:
        made = comparison_json(hostile())["pairs"][0]["words"][0]["old"]
        assert "\u202e" in made
        assert "\x1b[31m" in made


class TestText:
    @pytest.mark.parametrize("case", SAMPLES)
    @pytest.mark.parametrize("width", [40, 63, 120])
    def test_fits_the_width(self, case: str, width: int) -> None:
        lines = comparison_text(SAMPLES[case](), width=width, colour=False, context=2).splitlines()
        assert max(map(cell_len, lines)) <= width
        assert not [line for line in lines if line != line.rstrip()]

    def test_colour_adds_nothing_but_colour(self) -> None:
        for sample in SAMPLES.values():
            coloured = comparison_text(sample(), width=80, colour=True)
            plain = comparison_text(sample(), width=80, colour=False)
            assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain

    def test_no_word_of_a_document_acts_on_the_terminal(self) -> None:
        assert not ACTS.search(comparison_text(hostile(), width=80, colour=False))

    def test_context_shows_what_stands_around(self) -> None:
        without, with_two = (
            comparison_text(revision(), width=80, colour=False, context=context) for context in (0, 2)
        )
        assert "Either Party may ask for it." not in without
        assert "Either Party may ask for it." in with_two
        assert "unchanged" not in without

    def test_the_summary_names_clause_texts_and_field(self) -> None:
        head = comparison_text(revision(), width=90, colour=False).partition("Material changes\n")[2]
        assert head.splitlines()[:4] == [
            "  • Article 2.1: obligation weakened: shall → should",
            "      old   “The Parties shall consult”",
            "      new   “The Parties should consult”",
            "      spec  ferry.consultation.strength no longer holds",
        ]


class TestMarkdown:
    @pytest.mark.parametrize("case", SAMPLES)
    def test_hostile_words_stay_words(self, case: str) -> None:
        parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
        page = html.fromstring(f"<div>{parser.render(comparison_markdown(SAMPLES[case]()))}</div>")
        tags = {str(element.tag) for element in page.iter("*")}
        ours = "div h1 h2 h3 p ul li table thead tbody tr th td strong blockquote s del br"
        assert tags <= set(ours.split())
        assert not ACTS.search(_text(page))

    def test_marks_and_words(self) -> None:
        written = comparison_markdown(scripts())
        assert "Сторони ~~зобов’язані~~**можуть** проводити" in written
        assert "~~二十四~~**七十二**時間以内に" in written

    def test_marks_hold_at_punctuation(self) -> None:
        assert "Tickets are sold on board<del>.</del>" in comparison_markdown(revision())

    def test_nobody_is_called(self) -> None:
        assert not re.search(r"@\w|#\d", comparison_markdown(hostile()))


class TestHtml:
    @pytest.mark.parametrize("case", SAMPLES)
    def test_only_its_own_script_runs_and_nothing_is_loaded(self, case: str) -> None:
        page = html.fromstring(comparison_html(SAMPLES[case]()))
        assert len(list(page.iter("script"))) == len(list(page.iter("style"))) == 1
        assert not list(page.iter("link", "img", "svg", "iframe", "object", "embed", "base"))
        attributes = {str(name) for element in page.iter("*") for name in element.attrib}
        assert not [name for name in attributes if name.startswith("on") or name in {"style", "src"}]
        links = [str(link.get("href")) for link in page.iter("a")]
        ids = [str(element.get("id")) for element in page.iter() if element.get("id")]
        assert {link.removeprefix("#") for link in links} <= set(ids)
        assert len(ids) == len(set(ids))

    def test_policy_allows_nothing_else(self) -> None:
        (policy,) = (
            str(meta.get("content"))
            for meta in html.fromstring(comparison_html(revision())).iter("meta")
            if meta.get("http-equiv")
        )
        assert "default-src 'none'; style-src 'sha256-" in str(policy)
        assert "unsafe" not in str(policy)

    def test_both_texts_can_be_read_whole(self) -> None:
        page = html.fromstring(comparison_html(revision()))
        pair = _by_id(page, "c6")
        old, new = _by_class(pair, "was")[0], _by_class(pair, "is")[0]
        assert [one.text for one in old.iter("del")] == ["shall", "24"]
        assert [one.text for one in new.iter("ins")] == ["should", "72"]
        assert _text(old).endswith("at the level of their ministers.")

    def test_a_moved_clause_is_linked_both_ways(self) -> None:
        page = html.fromstring(comparison_html(revision()))
        (left,) = _by_class(page, "left")
        assert _text(left) == "Article 7.1 moved to Article 4.2"
        moved = _by_id(page, str(left.get("data-of")))
        assert [link.get("href") for link in moved.iter("a")] == [f"#{left.get('id')}"]

    def test_parts_of_a_split_clause_are_linked(self) -> None:
        page = html.fromstring(comparison_html(revision()))
        parts = [pair for pair in _by_class(page, "pair") if "split" in str(pair.get("data-kind"))]
        first, second = parts
        assert [link.get("href") for link in first.iter("a")] == [f"#{second.get('id')}"]

    def test_of_two_agreements_neither_is_marked_as_older(self) -> None:
        page = html.fromstring(comparison_html(parallel()))
        beside = next(pair for pair in _by_class(page, "pair") if "in other words" in _text(pair))
        assert not list(beside.iter("ins", "del"))
        assert "no counterpart" in _text(page)

    def test_two_thousand_clauses_stay_a_file_to_send(self) -> None:
        long = "The Parties keep the ferry running in every season and share what that costs them. " * 4
        changed = [both(f"{long}They {{shall|should}} meet.", f"Article {at}.1") for at in range(300)]
        same = [unchanged(f"Article {at}.2", long) for at in range(1700)]
        written = comparison_html(replace(revision(), pairs=(*changed, *same)))
        assert len(written.encode()) < 2_000_000

    def test_words_that_look_like_markup_stay_words(self) -> None:
        page = html.fromstring(comparison_html(hostile()))
        main = _text(_by_id(page, "clauses"))
        assert "</script><script>alert(1)</script>" in main
        assert not ACTS.search(main)
