"""A starter spec is valid as it stands, and stays so when its comments are taken over."""

import re

import pytest
from tests.spec.samples import PACKS, spec_of

from treatydraft.spec import RefusedError, starter


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
