"""Labels and citations in every house style."""

from collections import Counter

import pytest
from hypothesis import given
from tests import documents, strategies
from tests.documents import headed, par

from treatydraft.document import tree
from treatydraft.document.house_style import HouseStyle, Level
from treatydraft.document.numbering import (
    Number,
    UnknownTargetError,
    citation,
    format_number,
    level_for,
    numbered,
)

# --- Labels -----------------------------------------------------------------------------------------------

LABELS = {
    "american": {
        "purpose": "Article I:",
        "purpose/text": "",
        "consultation": "Article II:",
        "consultation/trigger": "1.",
        "consultation/within": "a.",
        "consultation/level": "b.",
        "consultation/outcome": "2.",
        "annex/support": "Annex",
        "annex/air-defense": "2.",
    },
    "sections": {
        "purpose": "I.",
        "support": "II.",
        "support/areas": "2.",
        "support/energy": "(2)",
        "support/demining": "(b)",
    },
    "centred": {
        "assistance": "Article 1",
        "assistance/term": "(ii)",
        "term/text": "",
        "annex/means": "Annex I",
        "annex/sea": "B.",
        "annex/ships": "",
        "annex/contacts": "Annex II",
    },
    "running-on": {"defence": "Part I", "defence/cost": "2.", "recovery": "Part II", "recovery/aim": "3."},
    "chapters": {"last": "Chapter II", "force": "Article 2.", "force/day": "1."},
}


@pytest.mark.parametrize(
    ("example", "clause_id", "label"),
    [(example, place, label) for example, labels in LABELS.items() for place, label in labels.items()],
)
def test_label(example: str, clause_id: str, label: str) -> None:
    found = {clause.id: clause.label for clause in tree.clauses(documents.EXAMPLES[example]())}
    assert found[clause_id] == label


@pytest.mark.parametrize(
    ("number", "decimal", "roman", "letter"),
    [
        (1, "1", "i", "a"),
        (4, "4", "iv", "d"),
        (26, "26", "xxvi", "z"),
        (27, "27", "xxvii", "aa"),
        (49, "49", "xlix", "ww"),
    ],
)
def test_number(number: int, decimal: str, roman: str, letter: str) -> None:
    assert format_number(number, "decimal") == decimal
    assert format_number(number, "lower-roman") == roman
    assert format_number(number, "upper-roman") == roman.upper()
    assert format_number(number, "lower-letter") == letter
    assert format_number(number, "upper-letter") == letter.upper()
    assert format_number(number, "none") == ""


# --- Citations --------------------------------------------------------------------------------------------

CITATIONS = [
    # From elsewhere, from the same article, from the clause itself.
    ("american", "consultation/within", "final/entry", "Article II, paragraph 1(a)"),
    ("american", "consultation/within", "consultation/outcome", "paragraph 1(a) of this Article"),
    ("american", "consultation/trigger", "consultation/outcome", "paragraph 1 of this Article"),
    ("american", "consultation", "consultation/outcome", "this Article"),
    ("american", "consultation", "preamble", "Article II"),
    # A paragraph without a number is cited as its article.
    ("american", "purpose/text", "final/entry", "Article I"),
    ("american", "purpose/text", "purpose/text", "this Article"),
    ("sections", "support/demining", "purpose/text", "Part II, paragraph 2(1)(b)"),
    ("sections", "support/demining", "support/energy", "paragraph 2(1)(b) of this Part"),
    ("running-on", "defence/cost", "recovery/aim", "Part I, paragraph 2"),
    # Annexes: several carry numbers, one alone does not.
    ("centred", "annex/radar", "term/text", "Annex I, section A, paragraph 2"),
    ("centred", "annex/radar", "annex/ships", "section A, paragraph 2 of this Annex"),
    ("centred", "annex/means", "annex/ships", "this Annex"),
    ("centred", "term", "annex/ships", "Article 2"),
    ("american", "annex/air-defense", "annex/status", "paragraph 2 of this Annex"),
    # The clause that calls itself `this Article` may lie in a chapter.
    ("chapters", "force/day", "force/note", "paragraph 1 of this Article"),
    ("chapters", "force/day", "aim/text", "Chapter II, Article 2, paragraph 1"),
    ("chapters", "general", "aim/text", "Chapter I"),
]


@pytest.mark.parametrize(("example", "target", "source", "words"), CITATIONS)
def test_citation(example: str, target: str, source: str, words: str) -> None:
    pieces = citation(documents.EXAMPLES[example](), target, source)
    found = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
    assert found == words


def test_citation_tells_numbers_from_words() -> None:
    assert citation(documents.american(), "consultation/within", "final/entry") == (
        Number("consultation", "Article II"),
        ", paragraph ",
        Number("consultation/trigger", "1"),
        "(",
        Number("consultation/within", "a"),
        ")",
    )


def _lone(style: HouseStyle, *clauses: tree.Clause) -> tree.Document:
    base = documents.american()
    return tree.Document(
        id="x",
        form="agreement",
        register="binding",
        title=(),
        short_title="",
        parties=(),
        preamble=base.preamble,
        body=clauses,
        closing=base.closing,
        house_style=style,
    )


def test_citation_that_prints_the_number_otherwise_than_the_label() -> None:
    style = HouseStyle(levels=(Level("article", "upper-roman", "Article {}", ":", cite="Art. {}"),))
    document = numbered(_lone(style, headed("article", "a", "A"), headed("article", "b", "B")))
    assert citation(document, "b", "a") == ("Art. II",)


def test_text_without_numbers_is_cited_by_its_heading() -> None:
    style = HouseStyle(levels=())
    document = numbered(_lone(style, headed("article", "a", "Purpose", par("a/1", "Peace."))))
    assert citation(document, "a/1", "preamble") == ("“Purpose”",)


def test_braces_in_a_label_are_only_braces() -> None:
    style = HouseStyle(levels=(Level("article", label="{0} {}"),))
    assert numbered(_lone(style, headed("article", "a", "A"))).body[0].label == "{0} 1"


def test_lone_paragraph_is_numbered_where_the_style_says_so() -> None:
    alone = headed("article", "a", "A", par("a/1", "Peace."))
    assert numbered(_lone(HouseStyle(), alone)).body[0].children[0].label == ""
    counted = HouseStyle(number_lone_paragraph=True)
    assert numbered(_lone(counted, alone)).body[0].children[0].label == "1."


def test_reference_inside_emphasis_and_notes_is_resolved() -> None:
    inner = tree.Emphasis((tree.Note((tree.Reference("a"),)),))
    document = numbered(_lone(HouseStyle(), headed("article", "a", "A", par("a/1", inner))))
    assert document.body[0].children[0].text == (
        tree.Emphasis((tree.Note((tree.Reference("a", "this Article"),)),)),
    )


def test_unknown_target_is_named_with_its_source() -> None:
    broken = headed("article", "a", "A", par("a/1", tree.Reference("nowhere")))
    with pytest.raises(UnknownTargetError, match="'a/1' refers to 'nowhere'"):
        numbered(_lone(HouseStyle(), broken))


# --- Laws -------------------------------------------------------------------------------------------------


@given(strategies.documents())
def test_labels_are_unique_among_siblings(document: tree.Document) -> None:
    forests = [document.body, document.annexes, *(clause.children for clause in tree.clauses(document))]
    for siblings in forests:
        labels = Counter((clause.kind, clause.label) for clause in siblings if clause.label)
        assert not labels or max(labels.values()) == 1


@given(strategies.documents())
def test_every_reference_gets_words(document: tree.Document) -> None:
    def check(piece: tree.Inline) -> tree.Inline:
        assert not isinstance(piece, tree.Reference) or piece.text
        return piece

    for found in tree.clauses(document):
        tree.map_pieces(found.text, check)


@given(strategies.documents())
def test_numbering_again_changes_nothing(document: tree.Document) -> None:
    assert numbered(document) == document


@given(strategies.documents())
def test_numbers_that_run_on_never_start_again(document: tree.Document) -> None:
    levels = document.house_style.levels
    running = [level.kind for level in levels if level.runs_on]
    for kind in running:
        labels = [found.label for found in tree.walk(document.body) if found.kind == kind and found.label]
        level = level_for(kind, levels)
        assert level is not None
        assert labels == [
            level.label.replace("{}", format_number(place, level.number)) + level.mark
            for place in range(1, len(labels) + 1)
        ]
