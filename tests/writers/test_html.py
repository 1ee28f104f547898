"""HTML: one file, well-formed, accessible, locked, and every word."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from tests import documents, strategies

from treatydraft.document import tree
from treatydraft.writers.html import write_html
from treatydraft.writers.outline import anchors, is_heading

VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a browser finds: text by the id that it stands under, ids, links, and that tags are balanced."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if found.get("href"):
            self.links.append(str(found["href"]))
        if tag not in VOID:
            self.open.append((tag, found))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(found.get("role") == "doc-noteref" for _, found in self.open):
            return
        place = next((str(found["id"]) for _, found in reversed(self.open) if found.get("id")), "")
        self.texts[place] = self.texts.get(place, "") + data


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@given(strategies.documents())
def test_every_clause_comes_out_exactly(document: tree.Document) -> None:
    page = Page(write_html(document))
    assert not page.open
    for clause in tree.clauses(document):
        found = _plain(page.texts.get(anchors(document)[clause.id], ""))
        parts = [clause.label, clause.heading, tree.plain(clause.text)]
        words = _plain(" ".join(filter(None, parts)))
        if is_heading(clause):
            assert words in found
        else:
            assert found.strip("\n").removesuffix("\n") in (words, f"{words} "), clause.id


@given(strategies.documents())
def test_ids_are_unique_and_links_lead_somewhere(document: tree.Document) -> None:
    page = Page(write_html(document))
    assert len(set(page.ids)) == len(page.ids)
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


@given(strategies.documents())
def test_nothing_runs_and_nothing_is_loaded(document: tree.Document) -> None:
    html = write_html(document)
    page = Page(html)
    assert {tag for tag, _ in page.tags}.isdisjoint(
        {"script", "link", "img", "iframe", "object", "base", "form"}
    )
    assert not any(
        name.startswith("on") or name in ("style", "src") for _, found in page.tags for name in found
    )
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert len(styles) == 1
    digest = base64.b64encode(hashlib.sha256(styles[0].encode()).digest()).decode()
    policy = next(found["content"] for tag, found in page.tags if "http-equiv" in found)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("name", documents.EXAMPLES)
def test_headings_never_skip_a_level(name: str) -> None:
    page = Page(write_html(documents.EXAMPLES[name]()))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_page_has_language_title_landmarks_and_a_way_past_them() -> None:
    page = Page(write_html(documents.american()))
    tags = [tag for tag, _ in page.tags]
    assert ("html", {"lang": "en-US"}) in page.tags
    assert [tag for tag in tags if tag in ("header", "nav", "main")] == ["header", "nav", "main"]
    assert page.links[0] == "#main"
    assert "<title>Agreement on Security Cooperation</title>" in write_html(documents.american())


@pytest.mark.parametrize(("name", "size"), [("american", "letter"), ("centred", "A4")])
def test_paper_follows_the_country(name: str, size: str) -> None:
    assert f"size: {size};" in write_html(documents.EXAMPLES[name]())


def test_marking_is_in_the_header_and_on_each_printed_page() -> None:
    html = write_html(documents.sections())
    assert '<p class="notice">Drafted from published facts; not the authentic text</p>' in html
    assert 'content: "Drafted from published facts\\3b  not the authentic text"' in html


def test_numbers_do_not_leave_their_words() -> None:
    assert "EUR\N{NO-BREAK SPACE}1.1\N{NO-BREAK SPACE}billion" in write_html(documents.sections())
