"""Each party's original names that party first where order is protocol, and nowhere else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.drafting.samples import SPECS, spec_of

from treatydraft import draft, load
from treatydraft.document import tree
from treatydraft.drafting import DraftingError
from treatydraft.spec import Spec

LANGUAGES = {"languages": {"done_in": ["en", "uk"], "authentic": ["en", "uk"]}, "signing": {"place": "Kyiv"}}


@pytest.fixture
def japan() -> Spec:
    return load(SPECS / "japan-ukraine-2024.yaml")


def _title(document: tree.Document) -> str:
    return tree.plain(document.title)


def _opening(document: tree.Document) -> str:
    return tree.plain(document.preamble.opening.text)


def _signatures(document: tree.Document) -> str:
    return " ".join(tree.plain(block.text) for block in document.closing.signatures)


def _parties(document: tree.Document) -> str:
    return " ".join(party.name for party in document.parties)


@pytest.mark.parametrize("part", [_title, _opening, _signatures, _parties], ids=lambda part: part.__name__)
def test_the_party_stands_first(part: Callable[[tree.Document], str], japan: Spec) -> None:
    ours, theirs = (part(draft(japan, alternat=party)) for party in ("JP", "UA"))
    assert ours.lower().index("government of japan") < ours.rindex("Ukraine")
    assert theirs.rindex("Ukraine") < theirs.lower().index("government of japan") or "Accord" in theirs
    assert ours != theirs


def test_the_title_may_name_a_party_in_a_way_of_its_own() -> None:
    netherlands = {"name": "the Government of the Netherlands", "in_title": "the Netherlands"}
    parties = [
        {"id": "UA", "name": "Ukraine", "kind": "state"},
        {"id": "NL", "kind": "government", **netherlands},
    ]
    document = draft(spec_of(parties=parties, signing={}), alternat="NL")
    assert _title(document) == "Agreement between the Netherlands and Ukraine"
    assert _opening(document).startswith("The Government of the Netherlands and Ukraine, ")
    assert "For the Government of the Netherlands:" in _signatures(document)


def test_its_language_stands_first(japan: Spec) -> None:
    def languages(party: str) -> str:
        done = draft(japan, alternat=party).closing.testimonium.children[0]
        return tree.plain(done.text)

    assert "in the Japanese, Ukrainian and English languages" in languages("JP")
    assert "in the Ukrainian, Japanese and English languages" in languages("UA")


def test_order_of_substance_stays(japan: Spec) -> None:
    """The body is the same word for word: who supports whom, and names of earlier instruments."""
    ours, theirs = (draft(japan, alternat=party) for party in ("JP", "UA"))
    assert ours.body == theirs.body
    assert ours.preamble.recitals == theirs.preamble.recitals


def test_without_alternat_the_order_is_that_of_the_spec(japan: Spec) -> None:
    assert draft(japan) == draft(japan, alternat="JP")


def test_providers_keep_their_order() -> None:
    support = [{"area": "cyber", "by": ["US", "EX"], "to": "UA", "strength": "intends"}]
    spec = spec_of(support=support, actors=[{"id": "EX", "name": "the Fund"}])
    clause = draft(spec, alternat="US").body[1].children[0]
    assert tree.plain(clause.text).startswith("The United States and the Fund intend to support Ukraine")


def test_more_than_two_parties_keep_their_order_behind_the_first() -> None:
    parties = [
        {"id": code, "name": name, "kind": "state"} for code, name in (("A", "Aa"), ("B", "Bb"), ("C", "Cc"))
    ]
    document = draft(spec_of(parties=parties), alternat="C")
    assert [party.id for party in document.parties] == ["C", "A", "B"]


def test_values_remember_the_field_of_the_spec_whatever_the_order(japan: Spec) -> None:
    value = next(
        piece
        for piece in draft(japan, alternat="UA").title
        if isinstance(piece, tree.Value) and piece.text == "Ukraine"
    )
    assert value.spec_path == "parties[1].name"


def test_an_unknown_party_has_no_original(japan: Spec) -> None:
    with pytest.raises(DraftingError, match="there are JP, UA"):
        draft(japan, alternat="FR")


def test_every_shipped_spec_has_an_original_for_each_party() -> None:
    for path in sorted(Path(SPECS).glob("*.yaml")):
        spec = load(path)
        for party in spec.parties:
            assert draft(spec, alternat=party.id).parties[0].id == party.id
