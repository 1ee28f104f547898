"""Clauses as units: headings, references, parties in one role, severity, and facts of the whole agreement."""

from collections.abc import Mapping

import pytest
from tests.comparison.facts import stated
from tests.comparison.saying import PARTIES, said, short, words

from treatydraft.comparison.result import Difference, Side, Zone
from treatydraft.comparison.substance import differences, graded, overall_differences, pair_facts
from treatydraft.comparison.units import Unit
from treatydraft.document import tree
from treatydraft.document.tree import Emphasis, Reference, Text
from treatydraft.facts import Fact

SPEC = {"term.length": ("10 years",), "consultation.within": ("24 hours",)}


def test_a_citation_is_no_number_wherever_it_stands() -> None:
    old = unit(Text("Under "), Reference("a", "Article 5"), Text(" they shall meet within 24 hours."))
    new = unit(
        Emphasis((Text("Under "), Reference("b", "Article 6"))), Text(" they shall meet within 2 days.")
    )
    assert [one.field for one in between(old, new)] == ["deadline"]


def test_a_heading_is_told_as_such_and_obliges_nobody() -> None:
    old = unit(Text("They shall meet."), heading="What shall be done")
    new = unit(Text("They shall meet."), heading="What should be done")
    (found,) = between(old, new)
    assert (found.field, found.message) == ("heading", "heading changed: “shall” → “should”")


def test_a_title_cites_no_instrument() -> None:
    old = Unit(Side("title", "title", plain="Treaty of Peace between Iceland and Ruritania", zone="title"))
    new = Unit(
        Side("title", "title", plain="Treaty of Friendship between Ruritania and Iceland", zone="title")
    )
    assert [one.message for one in between(old, new)] == ["wording changed: “Peace” → “Friendship”"]


def test_the_other_party_of_another_agreement_plays_the_same_role() -> None:
    latvia = tree.Party("LV", "the Republic of Latvia", "Latvia")
    ours, theirs = (PARTIES[0], PARTIES[1]), (PARTIES[0], latvia)
    old, new = "Iceland shall help Ruritania.", "Latvia shall help Ruritania."
    assert differences(old, new, words(old, new), parties=(ours, theirs)) == ()
    assert [one.field for one in differences(old, new, words(old, new), parties=(ours, ours))] != []


def test_a_part_of_a_clause_knows_its_citations() -> None:
    old = unit(Text("They meet. Under "), Reference("a", "Article 5"), Text(" they pay. They leave."))
    new = unit(Text("They meet. Under "), Reference("b", "Article 6"), Text(" they pay. They leave."))
    part = words("Under Article 5 they pay.", "Under Article 6 they pay.")
    assert differences(old, new, part) == ()


def test_texts_can_be_compared_without_their_words() -> None:
    old, new = "They send boats and nets.", "They send boats and ropes."
    assert [short(one) for one in differences(old, new)] == [("wording", "nets", "ropes", "changed")]


def test_a_clause_written_anew_is_told_once() -> None:
    old = "They see red birds, hear old songs, eat green apples, read good books and climb high hills."
    new = "They see blue birds, hear new songs, eat ripe apples, read bad books and climb low hills."
    (found,) = said(old, new)
    assert found.message == "wording changed in 5 places"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("They shall meet.", "They should meet.", "obligation weakened: shall → should"),
        ("They shall not meet.", "They should not meet.", "prohibition weakened: shall not → should not"),
        ("They may meet.", "They may not meet.", "negation added: may → may not"),
        ("They meet within 24 hours.", "They meet within 72 hours.", "deadline longer: 24 hours → 72 hours"),
        ("They pay EUR 5 million.", "They pay €4 million.", "amount lower: EUR 5 million → €4 million"),
        ("They send 3 ships.", "They send 5 ships.", "number higher: 3 → 5"),
        ("They meet.", "They meet, where possible.", "“where possible” added"),
        ("They meet.", "They meet subject to their laws.", "“subject to their laws” added"),
        ("They send boats, including nets.", "They send boats.", "“including nets” dropped"),
        ("All Parties meet.", "Some Parties meet.", "scope narrower: “All” → “Some”"),
        ("They meet.", "They meet at ministerial level.", "level added: ministerial level"),
        (
            "Iceland shall pay Ruritania.",
            "Ruritania shall pay Iceland.",
            "party bound changed: Iceland → Ruritania",
        ),
        ("“Act” means force.", "“Act” means armed force.", "definition of “Act” changed: “armed” added"),
        ("They meet.", "They meet. They shall pay.", "sentence added: obligation shall"),
    ],
)
def test_messages_read_as_a_lawyer_notes_them(old: str, new: str, message: str) -> None:
    assert [one.message for one in said(old, new)] == [message]


@pytest.mark.parametrize(
    ("zone", "text", "severity"),
    [
        ("body", "They shall meet.", "material"),
        ("preamble", "Recalling their friendship,", "material"),
        ("closing", "Done at Reykjavik.", "material"),
        ("note", "As defined there.", "material"),
        ("page", "Page 3", "editorial"),
        ("body", "—", "editorial"),
    ],
)
def test_a_clause_of_one_side_has_the_severity_of_its_place(zone: Zone, text: str, severity: str) -> None:
    alone = Unit(Side("x", "paragraph", plain=text, zone=zone))
    assert graded((), (), None, alone) == severity
    assert graded((), (), alone, None) == severity


def test_the_gravest_difference_gives_the_severity() -> None:
    follows = Difference("reference", "5", "6", "changed", "consequential", "")
    weighs = Difference("number", "5", "6", "more", "material", "")
    assert graded([follows], (), "a", "b") == "consequential"
    assert graded([follows, weighs], (), "a", "b") == "material"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"term.length": "10 years"}, {"term.length": "5 years"}, "term length shorter: 10 years → 5 years"),
        ({"term.length": "12 months"}, {"term.length": "1 year"}, ""),
        (
            {"term.until": "2030-01-01"},
            {"term.until": "2031-01-01"},
            "term until later: 2030-01-01 → 2031-01-01",
        ),
        (
            {"termination.from": "receipt"},
            {"termination.from": "giving"},
            "termination from changed: receipt → giving",
        ),
        ({"money.amount": "EUR 5"}, {"money.amount": "EUR 4"}, "money amount lower: EUR 5 → EUR 4"),
        (
            {"review.level": "officials"},
            {"review.level": "highest"},
            "review level higher: officials → highest",
        ),
        ({"a.flag": "true"}, {}, "a flag dropped"),
        ({"area": "cod|herring"}, {"area": "herring|cod"}, ""),
        ({"area": "cod|herring"}, {"area": "cod|hake"}, "area dropped: herring; area added: hake"),
        ({"references.title": "Defence Treaty"}, {"references.title": "defense treaty"}, ""),
    ],
)
def test_agreements_differ_field_by_field(
    old: Mapping[str, str], new: Mapping[str, str], expected: str
) -> None:
    found = overall_differences(stated(old), stated(new))
    assert "; ".join(one.message for one in found) == expected
    assert all(one.spec_path == one.field for one in found)


def test_a_spec_says_which_of_its_fields_no_longer_hold() -> None:
    old = stated({"term.length": "10 years", "area": "cod"})
    new = stated({"term.length": "5 years", "consultation.within": "24 hours", "area": "hake"})
    found = overall_differences(old, new, SPEC)
    assert [(one.field, one.spec_path) for one in found] == [("term.length", "term.length"), ("area", "")]


def test_a_difference_takes_the_name_of_the_fact_that_it_changes_and_is_told_once() -> None:
    old, new = "They shall consult within 24 hours.", "They shall consult within 72 hours, where possible."
    found = in_pair(
        old,
        new,
        {"consultation.within": ("24 hours", "within 24 hours")},
        {
            "consultation.within": ("72 hours", "within 72 hours"),
            "consultation.where_possible": ("true", "where possible"),
        },
    )
    assert [(one.field, one.message, one.spec_path) for one in found] == [
        ("consultation.within", "deadline longer: 24 hours → 72 hours", "consultation.within"),
        ("consultation.where_possible", "“where possible” added", "consultation.where_possible"),
    ]


def test_of_two_differences_alike_the_one_with_the_words_of_the_fact_takes_its_name() -> None:
    found = in_pair(
        "They report within 24 hours and consult no later than 24 hours.",
        "They report within 72 hours and consult no later than 72 hours.",
        {"consultation.within": ("24 hours", "no later than 24 hours")},
        {"consultation.within": ("72 hours", "no later than 72 hours")},
    )
    assert [one.field for one in found] == ["deadline", "consultation.within"]


def test_what_stands_on_the_page_says_nothing() -> None:
    old, new = (Unit(Side("x", "footer", plain=f"Page {number}", zone="page")) for number in (3, 4))
    assert between(old, new) == ()


def test_a_fact_tells_of_the_words_among_its_own() -> None:
    old, new = "It ends after its notification.", "It ends after its receipt."
    found = in_pair(
        old,
        new,
        {"termination.from": ("notification", "after its notification")},
        {"termination.from": ("receipt", "after its receipt")},
    )
    assert [one.message for one in found] == ["termination from changed: notification → receipt"]


def test_a_fact_that_another_clause_states_is_not_told_here() -> None:
    old = {"term.length": (Fact("term.length", "10 years", "elsewhere", "", "ten years", (0, 1)),)}
    new = {"term.length": (Fact("term.length", "5 years", "here", "", "five years", (0, 1)),)}
    here = Side("here", "paragraph")
    assert pair_facts((), overall_differences(old, new), (here, old), (here, new)) == ()


def unit(*pieces: tree.Inline, heading: str = "") -> Unit:
    return Unit(Side("x", "paragraph", heading=heading, plain=tree.plain(pieces)), text=pieces)


def between(old: Unit, new: Unit) -> tuple[Difference, ...]:
    return differences(old, new, words(old.side.words, new.side.words), parties=(PARTIES, PARTIES))


def in_pair(
    old: str, new: str, old_facts: Mapping[str, tuple[str, str]], new_facts: Mapping[str, tuple[str, str]]
) -> tuple[Difference, ...]:
    """The differences of two clauses in agreements with these facts, each a value and its words."""
    mine, other = _facts(old_facts), _facts(new_facts)
    here = Side("here", "paragraph")
    return pair_facts(said(old, new), overall_differences(mine, other), (here, mine), (here, other))


def _facts(values: Mapping[str, tuple[str, str]]) -> dict[str, tuple[Fact, ...]]:
    return {
        field: (Fact(field, value, "here", "", evidence, (0, 1)),)
        for field, (value, evidence) in values.items()
    }
