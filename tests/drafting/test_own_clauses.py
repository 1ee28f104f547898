"""Where a spec's own clauses stand, and what they may cite."""

from typing import Any

import pytest
from tests.drafting.samples import spec_of

from treatydraft import draft
from treatydraft.api import render
from treatydraft.document import tree
from treatydraft.packs import find_pack

Fields = dict[str, Any]

FINAL: Fields = {
    "disputes": {"by": "consultation"},
    "amendment": {"by": "mutual consent"},
    "termination": {"notice": "6 months"},
}
POLITICAL: Fields = {"instrument": {"register": "political", "form": "accord", "house_style": "japan"}}


def _own(topic: str, *, heading: bool = False, **place: str) -> Fields:
    return {"topic": topic, "text": f"Text of {topic}.", **place} | (
        {"heading": topic.title()} if heading else {}
    )


def _document(*clauses: Fields, **fields: Any) -> tree.Document:  # noqa: ANN401 - any field of a spec
    return draft(spec_of(**{**FINAL, **fields, "clauses": list(clauses)}))


def _articles(document: tree.Document) -> list[str]:
    return [clause.id for clause in document.body]


def _final(document: tree.Document) -> list[str]:
    (group,) = (clause for clause in document.body if clause.id == "final-provisions")
    return [child.id for child in group.children]


PLACES: list[tuple[list[Fields], list[str]]] = [
    ([_own("a", heading=True, after="disputes")], ["purpose", "disputes", "a", "amendment", "termination"]),
    ([_own("a", before="amendment")], ["purpose", "disputes", "a", "amendment", "termination"]),
    ([_own("a", after="review")], ["purpose", "disputes", "a", "amendment", "termination"]),
    ([_own("a", after="final-provisions")], ["purpose", "disputes", "amendment", "termination", "a"]),
    ([_own("a", before="final-provisions")], ["purpose", "a", "disputes", "amendment", "termination"]),
    (
        [_own("b", after="a"), _own("a", before="termination"), _own("c", before="a")],
        ["purpose", "disputes", "amendment", "c", "a", "b", "termination"],
    ),
    ([_own("a"), _own("b", before="a")], ["purpose", "b", "a", "disputes", "amendment", "termination"]),
]


@pytest.mark.parametrize(("clauses", "articles"), PLACES, ids=map(str, range(len(PLACES))))
def test_each_stands_exactly_where_it_says(clauses: list[Fields], articles: list[str]) -> None:
    assert _articles(_document(*clauses)) == articles


GATHERED: list[tuple[list[Fields], list[str], list[str]]] = [
    (
        [_own("a", after="disputes")],
        ["purpose", "final-provisions"],
        ["disputes/text", "a/text", "amendment/text", "termination/notice"],
    ),
    (
        [
            _own("a", heading=True, after="disputes"),
            _own("b", after="a"),
            _own("c", heading=True, before="amendment"),
        ],
        ["purpose", "c", "final-provisions", "a", "b"],
        ["disputes/text", "amendment/text", "termination/notice"],
    ),
    (
        [_own("a", after="disputes"), _own("b", heading=True, after="a"), _own("c", before="a")],
        ["purpose", "final-provisions", "b"],
        ["disputes/text", "c/text", "a/text", "amendment/text", "termination/notice"],
    ),
    (
        [_own("a", after="final-provisions"), _own("b", before="final-provisions")],
        ["purpose", "b", "final-provisions", "a"],
        ["disputes/text", "amendment/text", "termination/notice"],
    ),
]


@pytest.mark.parametrize(("clauses", "sections", "final"), GATHERED, ids=map(str, range(len(GATHERED))))
def test_in_a_gathered_group_it_is_a_paragraph_or_stands_beside_it(
    clauses: list[Fields], sections: list[str], final: list[str]
) -> None:
    document = _document(*clauses, **POLITICAL)
    assert _articles(document) == sections
    assert _final(document) == final


def test_a_group_of_own_paragraphs_alone_is_a_group() -> None:
    clause = _own("a", after="review")
    document = draft(spec_of(**POLITICAL, clauses=[clause]))
    assert _final(document) == ["a/text"]


@pytest.mark.parametrize("to", ["txt", "md", "html", "json"])
def test_without_a_heading_it_has_a_number_of_its_own(to: str) -> None:
    document = _document(_own("a", after="disputes"))
    clause = next(clause for clause in document.body if clause.id == "a")
    assert (clause.label, clause.heading) == ("Article III:", "")
    printed = render(document, to, pack=find_pack("security-agreement")).decode().replace("\u00a0", " ")
    assert "Article III" in printed


def test_in_an_annex_it_stands_where_it_says_too() -> None:
    annex = {
        "title": "Fields",
        "register": "binding",
        "topics": ["annex-scope", "support"],
        "clauses": [_own("a", heading=True, after="support"), _own("b", before="support"), _own("c")],
    }
    support = [{"area": "demining", "by": "US", "strength": "shall", "in": "annex"}]
    (drafted,) = draft(spec_of(support=support, annexes=[annex])).annexes
    assert [child.id for child in drafted.children] == [
        "annex/annex-scope/scope",
        "annex/b/text",
        "annex/support",
        "annex/a",
        "annex/c",
    ]


def _text(document: tree.Document, identity: str) -> str:
    return tree.plain(next(clause.text for clause in tree.clauses(document) if clause.id == identity))


CITATIONS = [
    ("See [](#disputes).", "See Article III."),
    ("See [the clause on disputes](#disputes).", "See the clause on disputes (Article III)."),
    ("See [](#annex). [](#annex) counts.", "See the Annex. The Annex counts."),
    ("See the [](#annex).", "See the Annex."),
    ("See [](#named).", "See Article VI."),
]


@pytest.mark.parametrize(("text", "printed"), CITATIONS)
def test_cites(text: str, printed: str) -> None:
    named = {**_own("b", heading=True, after="termination"), "id": "named"}
    clause = {"topic": "a", "text": text, "after": "b"}
    document = _document(named, clause, annexes=[{"title": "Fields", "register": "binding"}])
    assert _text(document, "a/text") == printed


def test_a_paragraph_of_a_group_is_cited_by_the_id_of_its_clause() -> None:
    first = {**_own("a", after="disputes"), "id": "named"}
    second = {"topic": "b", "after": "a", "text": "See [](#named)."}
    document = _document(first, second, **POLITICAL)
    assert _text(document, "b/text") == "See paragraph 2 of this Part."


def test_an_earlier_instrument_is_named_in_full_where_the_text_first_names_it() -> None:
    references = [
        {
            "id": "declaration",
            "title": "Joint Declaration",
            "date": "2023-07-12",
            "short": "Declaration of 2023",
        },
        {"id": "un-charter", "title": "Charter of the United Nations", "short": "UN Charter"},
    ]
    consultation = {
        "against": "UA",
        "trigger": "armed-attack",
        "called_by": "UA",
        "then_with": {"signatories_of": "declaration"},
    }
    relation = {"effect": "prevails", "references": ["declaration", "un-charter"]}
    document = draft(
        spec_of(references=references, consultation=consultation, relation_to_other_agreements=relation)
    )
    assert "the Charter of the United Nations (hereinafter “the UN Charter”), and mindful" in _text(
        document, "recital/un-charter"
    )
    assert "the Joint Declaration of July 12, 2023 (hereinafter “the Declaration of 2023”) on" in _text(
        document, "consultation/others"
    )
    assert "with the Declaration of 2023 and the UN Charter, this Agreement" in _text(
        document, "relation-to-other-agreements/prevails"
    )


def test_an_actor_is_named_in_full_where_the_text_first_names_it() -> None:
    actors = [{"id": "FUND", "name": "the International Fund for Ukraine", "short": "the Fund"}]
    funding = [
        {"by": "FUND", "strength": "may", "amount": "EUR 5", "kind": "pledged"},
        {"by": "FUND", "strength": "may", "amount": "EUR 6", "kind": "pledged", "year": 2025},
    ]
    document = draft(spec_of(actors=actors, funding=funding))
    assert _text(document, "funding/1") == (
        "The International Fund for Ukraine (hereinafter “the Fund”) has pledged EUR 5."
    )
    assert _text(document, "funding/2") == "For 2025, the Fund has pledged EUR 6."
