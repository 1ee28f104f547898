"""Citations in running text become references to the clauses that they name, and to no others."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.documents import EXAMPLES
from tests.readers.recognition.notation import reading

from treatydraft.document import tree
from treatydraft.readers.recognition import recognise
from treatydraft.readers.recognition.citations import with_citations
from treatydraft.readers.recognition.pieces import merged

AGREEMENT = """
[bc] Agreement on fish between Norway and Iceland
Norway and Iceland,
Have agreed as follows:
[b] Part I. General
[b] Article 1: Scope
1. Fish are shared.
2. Shared are:
(a) herring;
(b) cod, which is:
(i) fresh; or
(ii) dried.
3. Ships are not shared.
[b] Article 2: Measures
1. The measures are these.
2. {sentence}
[b] Part II. Other
[b] Article 3: Term
This Agreement is valid for ten years.
Done in Oslo on 1 May 2024.
For Norway:
For Iceland:
[b] Annex I: Herring
[b] A. Size
1. Herring are small.
2. They stay small.
[b] B. Colour
1. Herring are grey.
[b] Annex II: Cod
1. Cod are large.
"""


def cited(sentence: str, text: str = AGREEMENT) -> list[str]:
    """Each reference as `words > way to its target`."""
    document = recognise(reading(text.format(sentence=sentence)), "any")
    ways = dict(_ways((*document.body, *document.annexes), ()))
    return [
        f"{piece.text} > {ways[piece.target_id]}"
        for clause in tree.clauses(document)
        for piece in clause.text
        if isinstance(piece, tree.Reference)
    ]


def _ways(clauses: tuple[tree.Clause, ...], above: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for clause in clauses:
        way = (*above, clause.label.rstrip(" :")) if clause.label else above
        yield clause.id, " ".join(way)
        yield from _ways(clause.children, way)


@pytest.mark.parametrize(
    ("sentence", "references"),
    [
        ("As Article 1 says.", ["Article 1 > Part I. Article 1"]),
        ("As article 1 says.", ["article 1 > Part I. Article 1"]),
        ("As ARTICLE 1 says.", ["ARTICLE 1 > Part I. Article 1"]),
        ("As Article 1 (2) says.", ["Article 1 (2) > Part I. Article 1 2."]),
        ("As Article 1 (2) (b) says.", ["Article 1 (2) (b) > Part I. Article 1 2. (b)"]),
        ("As Article 1(2)(b)(ii) says.", ["Article 1(2)(b)(ii) > Part I. Article 1 2. (b) (ii)"]),
        ("As Article 1.2 says.", ["Article 1.2 > Part I. Article 1 2."]),
        ("As Article 1, paragraph 2, says.", ["Article 1, paragraph 2 > Part I. Article 1 2."]),
        (
            "As Article 1, paragraph 2, subparagraph (a), says.",
            ["Article 1, paragraph 2, subparagraph (a) > Part I. Article 1 2. (a)"],
        ),
        ("As paragraph 2 of Article 1 says.", ["paragraph 2 of Article 1 > Part I. Article 1 2."]),
        (
            "As subparagraph (b) of paragraph 2 of Article 1 says.",
            ["subparagraph (b) of paragraph 2 of Article 1 > Part I. Article 1 2. (b)"],
        ),
        ("As paragraph 1 says.", ["paragraph 1 > Part I. Article 2 1."]),
        ("As paragraph 1 of this Article says.", ["paragraph 1 of this Article > Part I. Article 2 1."]),
        ("As paragraph 1 above says.", ["paragraph 1 above > Part I. Article 2 1."]),
        ("As Articles 1 and 3 say.", ["1 > Part I. Article 1", "3 > Part II. Article 3"]),
        ("As Articles 1 to 3 say.", ["1 > Part I. Article 1", "3 > Part II. Article 3"]),
        (
            "As Articles 1, 2 and 3 say.",
            ["1 > Part I. Article 1", "2 > Part I. Article 2", "3 > Part II. Article 3"],
        ),
        (
            "As Article 1 and Article 3 say.",
            ["Article 1 > Part I. Article 1", "Article 3 > Part II. Article 3"],
        ),
        (
            "As paragraphs 1 and 3 of Article 1 say.",
            ["1 > Part I. Article 1 1.", "3 > Part I. Article 1 3."],
        ),
        ("As Part II says.", ["Part II > Part II."]),
        ("As Annex I says.", ["Annex I > Annex I"]),
        ("As Annexes I and II say.", ["I > Annex I", "II > Annex II"]),
        ("As section A of Annex I says.", ["section A of Annex I > Annex I A."]),
        ("As Annex I, section B, paragraph 1, says.", ["Annex I, section B, paragraph 1 > Annex I B. 1."]),
        ("As Article 1 of this Agreement says.", ["Article 1 > Part I. Article 1"]),
        ("As Article 1 of the present Agreement says.", ["Article 1 > Part I. Article 1"]),
        ("As Article 1 hereof says.", ["Article 1 > Part I. Article 1"]),
        ("As Annex II to this Agreement says.", ["Annex II > Annex II"]),
        ("Subject to Article 3, fish are shared.", ["Article 3 > Part II. Article 3"]),
        ("(see Article 3)", ["Article 3 > Part II. Article 3"]),
    ],
)
def test_citation_becomes_a_reference(sentence: str, references: list[str]) -> None:
    assert cited(sentence) == references


@pytest.mark.parametrize(
    "sentence",
    [
        "As Article 51 of the Charter of the United Nations says.",
        "As Article 1 of the Charter of the United Nations says.",
        "As Article 1 of the Agreement of 8 October 2020 says.",
        "As Article 1 of the Agreement between Norway and Denmark says.",
        "As Article 1 of the Washington Treaty says.",
        "As Article 1 UN Charter says.",
        "As Articles 1 and 3 of that Convention say.",
        "As Article 1 thereof says.",
        "As the Treaty’s Article 1 says.",
        "Under the Convention on Cod and its Article 1, fish are shared.",
        "As Annex I to the Protocol on Cod says.",
        "As Part II of the Treaty on Cod says.",
        "As paragraph 2 of Article 1 of the Statute says.",
        "As Article 4 says.",
        "As Article 1 (7) says.",
        "As paragraph 9 says.",
        "As Annex III says.",
        "As this Article says.",
        "Article 1-bis does not exist.",
        "No article is cited.",
        "On 1 May 2024 they met.",
        "Two of 3 articles are short.",
    ],
)
def test_near_miss_stays_words(sentence: str) -> None:
    assert cited(sentence) == []


UKRAINIAN = """
[b] Угода про рибу між Україною та Норвегією
Україна та Норвегія
домовилися про таке:
[b] Стаття 1. Риба
1. Риба спільна.
2. Кораблі не спільні.
[b] Стаття 2. Виняток
{sentence}
"""
FRENCH = """
[b] Accord sur la pêche entre la France et la Norvège
La France et la Norvège,
Sont convenues de ce qui suit :
[b] Article 1 : Objet
1. La pêche est commune.
2. Les navires ne le sont pas.
[b] Article 2 : Exception
{sentence}
"""
GERMAN = """
[b] Abkommen über die Fischerei zwischen Deutschland und Norwegen
Deutschland und Norwegen,
haben vereinbart:
[b] Artikel 1: Gegenstand
(1) Die Fischerei ist gemeinsam.
(2) Die Schiffe sind es nicht.
[b] Artikel 2: Ausnahme
{sentence}
"""


@pytest.mark.parametrize(
    ("text", "sentence", "references"),
    [
        (UKRAINIAN, "Відповідно до статті 1 риба спільна.", ["статті 1 > Стаття 1."]),
        (UKRAINIAN, "Відповідно до пункту 2 статті 1 риба спільна.", ["пункту 2 статті 1 > Стаття 1. 2."]),
        (UKRAINIAN, "Відповідно до статті 1 Статуту ООН риба спільна.", []),
        (FRENCH, "Conformément à l’article 1 la pêche est commune.", ["article 1 > Article 1"]),
        (
            FRENCH,
            "Conformément au paragraphe 2 de l’article 1.",
            ["paragraphe 2 de l’article 1 > Article 1 2."],
        ),
        (FRENCH, "Conformément à l’article 1 de la Charte des Nations Unies.", []),
        (GERMAN, "Nach Artikel 1 Absatz 2 gilt dies.", ["Artikel 1 Absatz 2 > Artikel 1 (2)"]),
        (GERMAN, "Nach Artikel 1 der Charta der Vereinten Nationen gilt dies.", []),
    ],
)
def test_other_languages_cite_too(text: str, sentence: str, references: list[str]) -> None:
    assert cited(sentence, text) == references


def test_references_of_a_file_go_on_as_whole_citations() -> None:
    first = tree.Clause("paragraph", "a/1", label="1.")
    article = tree.Clause("article", "a", label="Article 1", heading="Fish", children=(first,))
    text = (
        tree.Text("As "),
        tree.Reference("a", "Article 1"),
        tree.Text(", paragraph "),
        tree.Reference("a/1", "1"),
        tree.Text(", says, and as "),
        tree.Reference("a/1", "there"),
        tree.Text("."),
    )
    citing = tree.Clause("paragraph", "b/1", text=text)
    other = tree.Clause("article", "b", label="Article 2", heading="Cod", children=(citing,))
    document = tree.map_clauses(EXAMPLES["chapters"](), lambda clause: clause)
    whole = with_citations(_with_body(document, (article, other)))
    assert whole.body[1].children[0].text == text  # since the last of them is no citation

    shorter = _with_body(document, (article, _with_text(other, text[:4])))
    assert with_citations(shorter).body[1].children[0].text == (
        tree.Text("As "),
        tree.Reference("a/1", "Article 1, paragraph 1"),
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_citations_of_our_own_are_found_again(name: str) -> None:
    document = EXAMPLES[name]()
    assert with_citations(tree.map_clauses(document, _without_references)) == tree.map_clauses(
        document, _merged
    )


def _with_body(document: tree.Document, body: tuple[tree.Clause, ...]) -> tree.Document:
    return replace(document, body=body, annexes=())


def _with_text(clause: tree.Clause, text: tuple[tree.Inline, ...]) -> tree.Clause:
    return replace(clause, children=(replace(clause.children[0], text=text),))


def _without_references(clause: tree.Clause) -> tree.Clause:
    text = tree.map_pieces(
        clause.text, lambda piece: tree.Text(piece.text) if isinstance(piece, tree.Reference) else piece
    )
    return replace(clause, text=text)


def _merged(clause: tree.Clause) -> tree.Clause:
    return replace(clause, text=merged(clause.text))
