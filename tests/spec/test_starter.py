"""A starter spec is valid as it stands, and stays so when its comments are taken over."""

import re

import pytest
from tests.spec.samples import PACKS, spec_of

from treatydraft.spec import RefusedError, party_code
from treatydraft.spec.starter import starter


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("parties", [["US", "UA"], ["IS", "NO", "X-1"], ["GM", "EU"]])
def test_starter_is_valid(pack: str, parties: list[str]) -> None:
    text = starter("my-spec", pack, parties, PACKS[pack])
    spec = spec_of(text)
    assert [party.id for party in spec.parties] == parties
    assert text.startswith("# yaml-language-server: $schema=")


@pytest.mark.parametrize("pack", PACKS)
def test_what_the_starter_shows_of_the_pack_is_valid(pack: str) -> None:
    head, _, tail = starter("my-spec", pack, ["US", "UA"], PACKS[pack]).partition("# What the pack")
    shown = [line.removeprefix("# ") for line in tail.splitlines()[1:]]
    fields = [line for line in shown if re.match(r"\s*-? ?[a-z_]+:|\s+- ", line)]
    spec_of(head + "\n".join(fields) + "\n")


@pytest.mark.parametrize(
    ("identifier", "name", "short", "kind"),
    [
        ("US", "the United States of America", "the United States", "state"),
        ("NO", "the Kingdom of Norway", "Norway", "state"),
        ("GM", "the Gambia", None, "state"),
        ("SN", "Senegal", None, "state"),
        ("CI", "Côte d’Ivoire", None, "state"),
        ("EU", "the European Union", None, "organisation"),
        ("G7-EU", "G7-EU", None, "state"),
    ],
)
def test_parties_are_named_as_in_a_sentence(identifier: str, name: str, short: str | None, kind: str) -> None:
    party = spec_of(starter("x", "bare", [identifier, "UA"])).parties[0]
    assert (party.name, party.short, party.kind) == (name, short, kind)


@pytest.mark.parametrize(
    ("identifier", "parties"),
    [("../x", ["US", "UA"]), ("x", ["us", "UA"]), ("x", ["US"]), ("x", ["US", "US"])],
)
def test_starter_refuses_what_no_spec_can_be(identifier: str, parties: list[str]) -> None:
    with pytest.raises(RefusedError):
        starter(identifier, "bare", parties)


def test_title_is_itself() -> None:
    title = "Accord: “On” #1 \\ {x}"
    assert spec_of(starter("x", "bare", ["US", "UA"], title=title)).instrument.title == title


def test_it_promises_nothing_in_law_until_a_person_says_so() -> None:
    instrument = spec_of(starter("x", "bare", ["US", "UA"])).instrument
    assert (instrument.register, instrument.form) == ("political", "memorandum-of-understanding")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("specs/x.yaml", "treatydraft validate specs/x.yaml\n"),
        ("", "treatydraft validate x.yaml\n"),
        ("my specs/x.yaml", "treatydraft validate 'my specs/x.yaml'\n"),
    ],
)
def test_it_names_the_path_to_validate(path: str, said: str) -> None:
    assert said in starter("x", "bare", ["US", "UA"], path=path)


def test_no_path_ends_the_comment() -> None:
    spec_of(starter("x", "bare", ["US", "UA"], path="a\nid: y\n\u2028/x.yaml"))


@pytest.mark.parametrize(
    ("written", "code", "note"),
    [
        ("US", "US", ""),
        ("EU", "EU", ""),
        ("G7-EU", "G7-EU", ""),
        ("Norway", "NO", "taken as NO"),
        ("the united states", "US", "taken as US"),
        ("the Republic of Kenya", "KE", "taken as KE"),
        ("European Union", "EU", "taken as EU"),
        ("UK", "GB", "taken as GB, which is its code in ISO 3166"),
    ],
)
def test_party_is_known_by_its_code_or_its_name(written: str, code: str, note: str) -> None:
    found, said = party_code(written)
    assert found == code
    assert note in said
    assert bool(note) == bool(said)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("us", "did you mean US?"),
        ("uk", "did you mean GB?"),
        ("nato", "did you mean NATO?"),
        ("Norwy", "did you mean NO?"),
        ("ZZ", "an id of your own has three letters or more"),
        ("QQ", "an id of your own has three letters or more"),
    ],
)
def test_party_that_is_none_is_refused_with_what_was_meant(written: str, hint: str) -> None:
    with pytest.raises(RefusedError) as raised:
        party_code(written)
    assert raised.value.hint == hint
