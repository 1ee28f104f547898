"""Two instruments on one matter, in other words and another order: what stands beside what."""

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.comparison.notation import document

from treatydraft.api import read
from treatydraft.comparison.parallel import parallel_links
from treatydraft.comparison.result import Side
from treatydraft.comparison.subjects import Subject, subjects
from treatydraft.comparison.units import Unit, units
from treatydraft.document import tree
from treatydraft.facts import Vocabulary, facts_of
from treatydraft.facts.vocabulary import Entry

SHARED: Final = Path(os.environ.get("TREATYDRAFT_SHARED", Path(__file__).parents[3] / "shared"))

# --- Instruments -----------------------------------------------------------------------------------------

FISHERIES: Final = (
    """
Article 1 # Fishing grounds
    1. Vessels of Ruritania may catch cod and haddock in the waters of Iceland east of the thirtieth meridian.
    2. The total catch shall not exceed two thousand tonnes a year.
Article 2 # Licences
    1. Each vessel carries a licence, which the coast guard issues against a fee.
    2. A licence names the gear that the vessel may use.
Article 3 # Observers
    An observer of the coastal Party may sail on any vessel at its expense.
Article 4 # Consultations
    If the stock of cod falls sharply, the Parties shall consult within thirty days of a request by either.
Article 5 # Final provisions
    1. This Agreement shall enter into force on the date of its signature.
    2. It shall remain in force for five years.
    3. Either Party may terminate this Agreement by giving six months' notice in writing.
    4. This Agreement may be amended by written agreement of the Parties.
    5. Any dispute on its interpretation shall be settled by negotiation.
""",
    """
1. # Duration and closing matters
    (1) This Arrangement will come into effect upon signature.
    (2) A dispute arising from the interpretation of this Arrangement will be resolved through consultations.
    (3) This Arrangement may be discontinued by either side at any time six months after receipt of a notice.
    (4) This Arrangement may be modified by mutual consent in writing.
2. # Where and how much may be fished
    (1) Ships of Freedonia have access to the waters of Norway to catch herring and cod.
    (2) They may land at most nine hundred tonnes in a calendar year.
3. # Permits
    No ship fishes without a licence on board; the directorate of fisheries collects a fee for it.
4. # Talks at short notice
    Where a stock declines, the sides hold consultations at the request of one of them.
5. # Science
    Research institutes of both sides exchange samples and publish what they find.
""",
)
TRADE: Final = (
    """
Article 1 # Customs duties
    Neither Party raises the customs duties on goods of the other above the rates of Annex A.
Article 2 # Rules of origin
    A good originates where it was wholly obtained or substantially transformed.
Article 3 # Safeguards
    In case of a surge of imports that injures a domestic industry a Party may suspend a concession.
Article 4 # Joint Committee
    A Joint Committee of ministers meets once a year and oversees this Agreement.
Article 5 # Arbitration
    A dispute that the Joint Committee does not resolve goes to a panel of three arbitrators.
""",
    """
Part A # Institutions
    The Trade Council, which is made of ministers, meets every second year.
Part B # Market access
    Duties on imports are lowered in five equal steps.
    Where imports surge and cause injury to an industry, a concession may be suspended for two years.
Part C # Origin of goods
    Goods that were wholly obtained in a country originate there.
Part D # Electronic commerce
    Electronic signatures are recognised.
Part E # Settlement of disputes
    An arbitration panel has three members and decides within ninety days.
""",
)

Read = tuple[tuple[Unit, ...], tuple[Subject, ...]]


def reading(found: tree.Document, vocabulary: Vocabulary | None = None) -> Read:
    words = vocabulary or Vocabulary()
    listed = units(found)
    return listed, subjects(listed, facts_of(found, words), words)


def pairs(old: Read, new: Read) -> set[tuple[str, str]]:
    """The places of the clauses that stand beside each other, `–` for none."""

    def place(side: Sequence[Unit], at: int | None) -> str:
        return "–" if at is None else _name(side[at].side)

    links = parallel_links(old[0], new[0], old[1], new[1])
    return {(place(old[0], link.old), place(new[0], link.new)) for link in links}


def _name(side: Side) -> str:
    return side.place if side.heading or side.label or side.zone != "body" else f"{side.place} text"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Article 1.1", "2(1)", True),  # access to waters
        ("Article 1.2", "2(2)", True),  # tonnes
        ("Article 2", "3", True),
        ("Article 2.1", "3 text", True),  # a licence and its fee
        ("Article 4", "4", True),
        ("Article 4 text", "4 text", True),  # consultation
        ("Article 5.1", "1(1)", True),  # entry into force
        ("Article 5.3", "1(3)", True),  # termination
        ("Article 5.4", "1(4)", True),  # amendment
        ("Article 5.5", "1(2)", True),  # disputes
        ("Article 3", "–", True),  # nobody else has observers
        ("Article 5.2", "–", True),  # … or a term
        ("–", "5", True),  # … or science
        ("–", "5 text", True),
        ("Article 3 text", "5 text", False),
        ("Article 5.2", "1(3)", False),
    ],
)
def test_fisheries(old: str, new: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    first, second = FISHERIES
    found = pairs(reading(document(first)), reading(document(second, "y")))
    assert ((old, new) in found) is expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Article 1", "–"),
        ("Article 2", "Part C"),
        ("Article 2 text", "Part C text"),
        ("Article 3 text", "Part B text"),
        ("Article 4 text", "Part A text"),
        ("Article 5 text", "Part E text"),
        ("–", "Part D"),
        ("–", "Part D text"),
    ],
)
def test_trade(old: str, new: str) -> None:
    first, second = TRADE
    assert (old, new) in pairs(reading(document(first)), reading(document(second, "y")))


def test_a_pack_knows_that_other_words_mean_the_same() -> None:
    first = document("1. Ballast stays aboard.\n2. Nets are mended in port.\n3. Crews rest at night.")
    second = document("1. Sailors sleep after dusk.\n2. Trawls get repaired ashore.", "y")
    known = Vocabulary(topics=(Entry("gear", "Gear", ("nets", "trawl*")), Entry("rest", "Rest", ("sleep",))))
    assert {("1", "–"), ("2", "–"), ("–", "1")} <= pairs(reading(first), reading(second))
    assert {("1", "–"), ("2", "2"), ("3", "1")} <= pairs(reading(first, known), reading(second, known))


def test_what_both_settle_stands_together_though_one_clause_settles_two_things() -> None:
    first = document(
        "1. Herring is shared.\n"
        "2. This Treaty enters into force on signature and remains in force for ten years."
    )
    second = document(
        "1. Herring is shared equally.\n2. The Accord is valid for ten years.\n"
        "3. It takes effect upon signature.",
        "y",
    )
    found = pairs(reading(first), reading(second))
    assert {("1", "1"), ("2", "2"), ("2", "3")} <= found


def test_the_other_signature_blocks_stand_together() -> None:
    def signed(name: str, *parties: str) -> list[Unit]:
        return [Unit(Side(f"{name}/{party}", "signature", plain=party, zone="closing")) for party in parties]

    links = parallel_links(
        signed("x", "For Iceland", "For Ruritania"), signed("y", "For Norway", "For Iceland")
    )
    assert {(link.old, link.new) for link in links} == {(0, 1), (1, 0)}


def test_what_only_the_older_text_has_stands_after_its_neighbour() -> None:
    first = document("1. Cod is fished in spring.\n2. Seals are spared.\n3. Herring is fished in autumn.")
    second = document("1. Cod fished in spring is landed.\n2. Herring fished in autumn is salted.", "y")
    links = parallel_links(units(first), units(second))
    assert [(link.old, link.new) for link in links] == [(0, 0), (1, 1), (2, None), (3, 2)]


# --- Laws ------------------------------------------------------------------------------------------------

_WORDS = st.sampled_from(
    ("cod", "the", "Parties", "shall", "consult", "vessels", "licence", "fee", "term", "十年", "риба", "of")
)
_SIDES = st.builds(
    Side,
    id=st.just(""),
    kind=st.sampled_from(("article", "paragraph", "recital", "signature", "title")),
    label=st.sampled_from(("", "1.", "•", "Article 2")),
    heading=st.lists(_WORDS, max_size=2).map(" ".join),
    plain=st.lists(_WORDS, max_size=6).map(" ".join),
    zone=st.sampled_from(("title", "preamble", "body", "closing", "annex", "note", "page")),
)


@st.composite
def texts(draw: st.DrawFn) -> list[Unit]:
    sides = draw(st.lists(_SIDES, max_size=9))
    return [Unit(side, draw(st.integers(-1, place - 1))) for place, side in enumerate(sides)]


@given(texts(), texts())
def test_every_unit_stands_in_a_link_and_the_newer_text_keeps_its_order(
    old: list[Unit], new: list[Unit]
) -> None:
    links = parallel_links(old, new)
    assert {link.old for link in links} - {None} == set(range(len(old)))
    places = [link.new for link in links if link.new is not None]
    assert places == sorted(places)
    assert set(places) == set(range(len(new)))


@given(texts())
def test_a_text_is_its_own_counterpart(text: list[Unit]) -> None:
    assert [(link.old, link.new) for link in parallel_links(text, text)] == [
        (place, place) for place in range(len(text))
    ]


@given(texts(), texts())
def test_it_makes_no_difference_which_text_is_given_first(old: list[Unit], new: list[Unit]) -> None:
    forth, back = parallel_links(old, new), parallel_links(new, old)
    assert {(link.old, link.new, link.similarity) for link in forth} == {
        (link.new, link.old, link.similarity) for link in back
    }


# --- Real agreements -------------------------------------------------------------------------------------


@pytest.mark.skipif(
    not (SHARED / "corpus" / "alignment").is_dir(),
    reason="there are no aligned agreements; TREATYDRAFT_SHARED says where",
)
@pytest.mark.parametrize(
    ("first", "second", "begin", "other"),
    [
        (
            "us",
            "japan",
            "In the event of future armed attack",
            "In the event of a future Russian armed attack",
        ),
        ("us", "japan", "This Agreement shall enter into force", "This Accord is valid for ten years"),
        ("us", "japan", "This Agreement shall enter into force", "This Accord will come into effect"),
        ("us", "japan", "Either Party may terminate", "This Accord may be discontinued"),
        ("us", "japan", "This Agreement may be amended", "This Accord may be modified"),
        ("us", "japan", "Any divergence in views", "Any dispute arising"),
        ("us", "japan", "Done at Puglia", "Signed in Savelletri"),
        ("denmark", "canada", "In the event of future", "In the event of renewed"),
        ("denmark", "canada", "This Agreement may be terminated", "This Agreement may be terminated"),
    ],
)
def test_clauses_of_real_agreements(
    first: str, second: str, begin: str, other: str, corpus: Callable[[str], Read]
) -> None:
    (old, old_subjects), (new, new_subjects) = corpus(first), corpus(second)
    begins = {
        (old[link.old].side.plain[: len(begin)], new[link.new].side.plain[: len(other)])
        for link in parallel_links(old, new, old_subjects, new_subjects)
        if link.old is not None and link.new is not None
    }
    assert (begin, other) in begins


@pytest.fixture(scope="module")
def corpus() -> Callable[[str], Read]:
    """The units of the agreement of a party and what they are about, each read once."""

    @cache
    def found(party: str) -> Read:
        paths = sorted((SHARED / "corpus").glob(f"{party}-*"))
        return reading(read(next(path for path in paths if path.suffix in (".docx", ".pdf"))))

    return found
