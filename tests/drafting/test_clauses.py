"""The sentence that each clause gives for a few fields of a spec, in the words of its register."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from tests.drafting.samples import spec_of

from treatydraft import draft
from treatydraft.document import tree
from treatydraft.packs import find_pack
from treatydraft.sandbox import TemplateFault
from treatydraft.spec import Spec

Fields = dict[str, Any]

POLITICAL: Fields = {"instrument": {"register": "political", "form": "accord", "house_style": "japan"}}
CALL: Fields = {"against": "UA", "trigger": "armed-attack", "called_by": "any-party"}


def _clause(spec: Spec, identity: str) -> str:
    return tree.plain(next(clause.text for clause in tree.clauses(draft(spec)) if clause.id == identity))


def _heading(spec: Spec, identity: str) -> str:
    return next(clause.heading for clause in tree.clauses(draft(spec)) if clause.id == identity)


def _ids(spec: Spec) -> set[str]:
    return {clause.id for clause in tree.clauses(draft(spec))}


SENTENCES = YAML(typ="safe", pure=True).load(Path(__file__).with_name("sentences.yaml"))


@pytest.mark.parametrize("row", SENTENCES, ids=[f"{row['clause']} {n}" for n, row in enumerate(SENTENCES)])
def test_reads(row: Fields) -> None:
    assert _clause(spec_of(**row["spec"]), row["clause"]) == row["reads"]


HEADINGS = [
    (["armed-attack"], "Armed Attack"),
    (["threat-of-armed-attack"], "the Threat of Armed Attack"),
    (["threat-to-security"], "a Threat to Security"),
    (["significant-escalation", "armed-attack"], "Armed Attack or Escalation"),
    (["threat-to-security", "threat-of-armed-attack"], "a Threat"),
    (["threat-to-security", "aggression"], "an Attack or Threat"),
]


@pytest.mark.parametrize(("trigger", "event"), HEADINGS)
def test_consultation_is_headed_by_what_sets_it_off(trigger: list[str], event: str) -> None:
    spec = spec_of(consultation=CALL | {"trigger": trigger})
    assert _heading(spec, "consultation") == f"Consultation in the Event of {event}"


OPTIONS = st.fixed_dictionaries(
    {
        "trigger": st.lists(
            st.sampled_from(["armed-attack", "threat-of-armed-attack", "threat-to-security", "aggression"]),
            min_size=1,
            unique=True,
        ),
        "against": st.sampled_from(["UA", "both"]),
        "called_by": st.sampled_from(["UA", "any-party", "none-needed"]),
        "aggressor": st.sampled_from(
            ["any", {"named": "Freedonia"}, {"named": "Freedonia.", "or_any": True}]
        ),
    },
    optional={
        "immediately": st.booleans(),
        "within": st.just("24 hours"),
        "where_possible": st.booleans(),
        "level": st.just("ministers"),
        "channel": st.just("through any channel."),
        "subject_to": st.just(["domestic-law", "eu-law"]),
        "purpose": st.sampled_from([["next-steps"], ["next-steps", "measures-needed-to-counter"]]),
    },
)


@given(OPTIONS)
def test_consultation_reads_right_with_any_of_its_options(options: Fields) -> None:
    sentence = _clause(spec_of(consultation=options), "consultation/called")
    assert re.search(r",[.,]| [,.]|  |\.\.|consult,\.|consult, (?!where)", sentence) is None
    assert sentence.endswith(".")
    assert ("where possible" in sentence) == options.get("where_possible", False)
    assert ("immediately" in sentence) == options.get("immediately", False)
    assert ("within 24 hours" in sentence) == ("within" in options)
    assert ("at the request" in sentence) == (options["called_by"] != "none-needed")
    assert sentence.count("(") == 0
    assert len(re.findall(r"\bthe Parties shall\b.*\bconsult\b", sentence)) == 1


@pytest.mark.parametrize(
    "term",
    [
        {"indefinite": True, "extension": "mutual consent"},
        {"text": "as Ukraine pursues its path", "extension": "tacit"},
        {"length": "1 year", "from": "signature"},
    ],
)
def test_what_cannot_be_extended_is_not(term: Fields) -> None:
    spec = spec_of(term=term)
    assert "term/extension" not in _ids(spec)
    assert _heading(spec, "term") == "Duration"


def test_a_legal_status_that_says_nothing_is_no_clause() -> None:
    assert "legal-status" not in _ids(spec_of(legal_status={}))


def test_a_political_text_without_any_strength_drafts_whole() -> None:
    spec = spec_of(
        **POLITICAL,
        support=[{"area": "demining", "by": "US", "amounts": [{"amount": "USD 5", "kind": "up-to"}]}],
        funding=[{"by": "US", "amount": "USD 5", "kind": "at-least"}],
        consultation=CALL | {"responses": {"measures": ["sanctions"]}},
    )
    assert "will provide at least USD 5" in _clause(spec, "funding/1")
    assert "The Participants will respond" in _clause(spec, "consultation/responses")


def test_a_binding_annex_without_a_strength_is_refused_in_words() -> None:
    support = [{"area": "demining", "by": "US", "in": "annex"}]
    spec = spec_of(**POLITICAL, support=support, annexes=[{"title": "Fields", "register": "binding"}])
    with pytest.raises(TemplateFault, match=r"support\.md:\d+: .*no strength"):
        draft(spec)


def test_many_areas_are_divided_by_field_and_none_is_lost() -> None:
    areas = sorted(find_pack("security-agreement").areas)
    support = [{"area": area, "by": "US", "to": "UA", "strength": "may"} for area in areas]
    document = draft(spec_of(support=support))
    printed = {
        clause.id.rpartition("/")[2] for clause in tree.clauses(document) if clause.kind == "subparagraph"
    }
    assert printed >= set(areas)
    assert "support/1-defence" in _ids(spec_of(support=support))
    assert "support/1-other" not in _ids(spec_of(support=support)), "an area belongs to no field"
    assert _clause(spec_of(support=support), "support/1-defence") == (
        "In matters of defense, the United States may support Ukraine in the following areas:"
    )
