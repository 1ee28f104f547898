"""A draft spec says what its document says, quotes where, and leaves to a person what is not stated."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.drafting.samples import spec_of
from tests.facts.documents import TITLE, document_of
from tests.facts.test_circle import SHIPPED, WORDS, free_text, in_own_words, specs, titles_by_form, words_of
from tests.spec.samples import fields_of

from treatydraft import api, draft, load, render
from treatydraft.document import tree
from treatydraft.document.tree import Clause, Closing, Signatory, SignatureBlock, Text
from treatydraft.facts import facts_of_spec, vocabulary_of
from treatydraft.facts.spec_text import Family, spec_text
from treatydraft.packs import find_pack
from treatydraft.spec import FieldSet, Problem, Spec, load_spec, read_yaml
from treatydraft.spec.commented import one_line
from treatydraft.spec.model import Party
from treatydraft.spec.rules import broken_rules


def family_of(name: str) -> Family:
    pack = find_pack(name)
    return Family(pack.name, pack.field_set, vocabulary_of(pack.vocabulary), pack.house_styles)


FAMILY: Final = family_of("security-agreement")
BARE: Final = Family("bare")


def written(document: tree.Document, family: Family = BARE) -> str:
    return spec_text(document, family, source="received.docx")


def loaded(text: str) -> Spec | tuple[Problem, ...]:
    return load_spec(text.encode(), "draft.yaml", api.fields_for)


def data_of(text: str) -> dict[str, Any]:
    source, problems = read_yaml(text.encode(), "draft.yaml")
    assert source is not None, problems
    return dict(source.data)


def line(text: str, begins: str) -> str:
    """The first line that begins so, in single spaces."""
    found = next(one for one in text.splitlines() if one.strip().startswith(begins))
    return " ".join(found.split())


# --- The circle: spec, draft, file, draft spec ------------------------------------------------------------

# What a person must fill in after a shipped spec was drafted and read again, and why.
TO_FILL_IN: Final = {
    "chile-new-zealand-science": {"annexes[0].topics[0]"},  # none of what stands in it is read
    "eu-ukraine-2024": {"instrument.house_style"},  # numbered as several of the pack's house styles do
    "germany-ukraine-2024": {"instrument.house_style"},
    "italy-ukraine-2024": {"support[44].by[0]", "support[45].by[0]"},  # another actor, who is no party
    "japan-ukraine-2024": {"support[29].by[0]"},  # an own clause: the assets themselves are its subject
    "us-ukraine-2024": {
        "languages.later.uk",  # how a later text becomes authentic is not read
        "support[27].by[0]",  # an own clause that goes on with “They”
        "support[27].strength",
    },
}
GOLDEN: Final = Path(__file__).parent / "golden" / "us-ukraine-2024.yaml"
# What a spec says beside its facts: what a sum is, a reader does not tell; titles, see `_references`.
APART: Final = {"money.amount", "references.title"}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_spec_comes_back(path: Path) -> None:
    spec = load(path)
    family = family_of(spec.pack)
    text = written(api.read_bytes(render(draft(spec), "docx"), "received.docx"), family)
    problems = api.check_spec(text, "draft.yaml")
    assert {problem.path for problem in problems} == TO_FILL_IN.get(path.stem, set())
    assert {problem.code for problem in problems} <= {"to-do"}
    found = loaded(_filled_in(text, spec))
    assert isinstance(found, Spec), found
    _agree(spec, found)
    _promise_the_same(spec, found, text)


def test_a_draft_spec_looks_as_it_did(*, accept: bool) -> None:
    spec = load(next(path for path in SHIPPED if path.stem == GOLDEN.stem))
    text = written(api.read_bytes(render(draft(spec), "docx"), "received.docx"), FAMILY)
    if accept:
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def _filled_in(text: str, spec: Spec) -> str:
    text = text.replace("house_style: TODO", f"house_style: {spec.instrument.house_style}")
    text = text.replace("by: TODO", f"by: {spec.parties[0].id}").replace("uk: TODO", "uk: exchange-of-notes")
    return text.replace("strength: TODO", "strength: intends").replace("topics: TODO", "topics: annex-scope")


def _agree(spec: Spec, found: Spec) -> None:
    """Both say the same, but for what somebody's own words add to the text."""
    words = words_of(spec)
    apart = APART | {words.area_field}
    ours, theirs = (
        {field: set(values) for field, values in facts_of_spec(one, words).items()} for one in (spec, found)
    )
    assert {field: ours[field] for field in ours.keys() - apart} == {
        field: theirs[field] for field in theirs.keys() - apart
    }
    areas = (one.get(words.area_field, set()) for one in (ours, theirs))
    promised, read = areas
    assert promised <= read
    assert read - promised <= {one.value for one in words.area_lexicon.find(free_text(spec))}
    assert titles_by_form(spec) <= theirs.get("references.title", set()) | in_own_words(spec)
    for field in ("form", "register", "title", "house_style"):
        assert getattr(spec.instrument, field) == getattr(found.instrument, field)
    introduced = {name for party in found.parties if (name := party.short)}
    assert [_named(party, introduced) for party in spec.parties] == [
        _named(party, introduced) for party in found.parties
    ]


def _named(party: Party, introduced: set[str]) -> tuple[object, ...]:
    """What a text says of a party: a short name that it never uses it does not introduce."""
    short = party.short if party.short in introduced else None
    return party.id, party.name, short, party.kind, party.in_title


def _promise_the_same(spec: Spec, found: Spec, text: str) -> None:
    """Who gives an area, and how firmly, is as the spec has it or is not said at all."""
    open_areas = {match[1] for match in re.finditer(r"area: ([\w-]+).*TODO", text)}
    own = {one.value for one in WORDS.area_lexicon.find(free_text(spec))}
    ours, theirs = (
        {(item.area, item.by, item.strength) for item in getattr(one, "support", ())} for one in (spec, found)
    )
    assert {item for item in theirs - ours if item[0] not in open_areas | own} == set()


@given(specs)
def test_a_generated_spec_comes_back(fields: Mapping[str, Any]) -> None:
    final = {"amendment", "termination", "disputes", "review"} - fields.keys()
    fields = {"languages": {"done_in": ["en"]}, **fields}  # a draft states copies without them
    spec = spec_of(**fields, omit=sorted(final))
    assume(not broken_rules(spec))
    text = _filled_in(written(draft(spec), replace(FAMILY, styles={})), spec)
    text = re.sub(r"^\w+: TODO .* or omit: .*\n", "", text, flags=re.MULTILINE)
    found = loaded(text + f"omit: [{', '.join(sorted(final))}]\n")
    assert isinstance(found, Spec), found
    ours, theirs = (facts_of_spec(one, WORDS) for one in (spec, found))
    assert {field: set(ours[field]) for field in ours.keys() - APART} == {
        field: set(theirs[field]) for field in theirs.keys() - APART
    }


# --- What stands in it ------------------------------------------------------------------------------------

SIGNED: Final = """
This Agreement comes into effect upon signature and is valid for ten years from its signature.
Either Participant may terminate this Agreement with six months' written notice.
"""


def test_each_value_has_its_place_and_its_words() -> None:
    text = written(document_of(SIGNED))
    assert line(text, "length:") == "length: 10 years # I.1: “valid for ten years”"
    assert line(text, "on:").startswith(
        "on: signature # I.1: “This Agreement comes into effect upon signature"
    )
    assert line(text, "form:") == "form: agreement # title: “Agreement”"
    assert line(text, "title:") == "title: Agreement on Cooperation # without the parties, which stand below"


@pytest.mark.parametrize(
    ("field", "asks"),
    [
        ("# disputes", "# disputes: TODO – the text does not state: how disputes are settled"),
        ("# describes", "# describes: TODO – the text does not state: the day of its signature"),
        ("# references", "# references: TODO – no title of another instrument was found"),
        ("#   depositary", "# depositary: Who keeps the original."),
    ],
)
def test_what_is_not_stated_is_left_out_and_said(field: str, asks: str) -> None:
    text = written(document_of(SIGNED))
    assert line(text, field) == asks
    assert field.strip("# ") not in data_of(text)


def test_what_must_be_given_is_to_be_filled_in() -> None:
    text = written(document_of("It is valid for ten years.", title="Rules of Fishing"))
    found = load_spec(text.encode(), "draft.yaml", {"bare": FieldSet()}.__getitem__)
    assert isinstance(found, tuple)
    told = {problem.path: (problem.line, problem.code, problem.expected) for problem in found}
    place, code, expected = told["instrument.form"]
    assert (text.splitlines()[(place or 0) - 1].strip()[:10], code) == ("form: TODO", "to-do")
    assert "agreement" in expected
    assert {"instrument.form", "instrument.house_style", "parties"} <= told.keys()


def test_what_a_binding_text_settles_is_to_be_filled_in_or_omitted() -> None:
    text = written(document_of("The Parties shall act.\nThey shall agree."))
    for field in ("entry_into_force", "amendment", "disputes", "languages", "term"):
        assert line(text, f"{field}: TODO").endswith(f"; or omit: [{field}]")
    problems = loaded(text.replace("pack: bare", "pack: security-agreement"))
    assert isinstance(problems, tuple)
    assert {problem.code for problem in problems} == {"to-do"}


def test_one_party_asks_for_another() -> None:
    document = replace(document_of(SIGNED, title="Rules"), parties=(tree.Party("IS", "Iceland", "Iceland"),))
    assert data_of(written(document))["parties"][1] == "TODO"


def test_a_second_value_is_shown_and_not_chosen() -> None:
    text = written(document_of("This Agreement is valid for ten years.\nIt is valid for two years."))
    assert line(text, "length:").startswith("length: 10 years")
    assert line(text, "# TODO – the text also says") == (
        "# TODO – the text also says 2 years: I.2: “valid for two years”"
    )


@pytest.mark.parametrize(
    ("sentence", "by", "strength"),
    [
        ("Iceland will support demining in Ruritania.", "IS", "will"),
        ("Iceland and Ruritania intend to continue demining.", ["IS", "RURITANIA"], "intends"),
        ("The Participants will continue to seek to promote demining.", ["RURITANIA", "IS"], "will"),
        ("It is the policy of Iceland to support demining.", "IS", "policy"),
        ("To this end, Iceland commits to support demining.", "IS", None),  # no strength of a spec
        ("Iceland’s friends will support demining.", "TODO", None),
        ("Iceland, which may grow, will support demining.", "TODO", None),
        ("The council will support demining.", "TODO", None),
        ("Demining will be supported.", "TODO", None),
    ],
)
def test_who_promises_is_told_only_where_nobody_else_may_be_meant(
    sentence: str, by: object, strength: str | None
) -> None:
    text = written(document_of(sentence, title="Agreement between Ruritania and Iceland"), FAMILY)
    (item,) = data_of(text)["support"]
    assert (item["area"], item["by"], item.get("strength")) == ("demining", by, strength)


def _signed(*people: tuple[str, str]) -> tree.Document:
    signatories = tuple(Signatory((Text(name),), (Text(office),)) for name, office in people)
    document = document_of(SIGNED)
    block = SignatureBlock("s/1", "IS", (Text("For Iceland:"),), signatories)
    parties = (tree.Party("IS", "Iceland", "Iceland"), tree.Party("ruritania", "Ruritania", "Ruritania"))
    return replace(document, parties=parties, closing=Closing(Clause("testimonium", "t"), (block,)))


def test_each_who_signs_keeps_the_office() -> None:
    people = [("Ada Example", "President"), ("Bea Example", "President"), ("", "Minister of Fish")]
    party = data_of(written(_signed(*people)))["parties"][0]
    assert party["signatories"] == [
        {"name": "Ada Example", "office": "President"},
        {"name": "Bea Example", "office": "President"},
        {"office": "Minister of Fish"},
    ]
    assert (party["kind"], party["name"]) == ("state", "Iceland")


def test_a_party_that_nobody_knows_is_of_no_kind() -> None:
    party = data_of(written(_signed()))["parties"][1]
    assert (party["id"], party["kind"]) == ("RURITANIA", "TODO")


def test_a_shorter_name_is_no_instrument_of_its_own() -> None:
    text = """
    Recalling the Joint Declaration on Peace of 12 July 2013 (“Peace Declaration”), they met.
    Under the Peace Declaration and the Joint Declaration, and the Charter of the United Nations, they act.
    The UN Charter is upheld, and so is the Treaty on Fish.
    """
    assert data_of(written(document_of(text)))["references"] == [
        {
            "id": "joint-declaration-on-peace",
            "title": "Joint Declaration on Peace",
            "date": "2013-07-12",
            "short": "Peace Declaration",
        },
        {"id": "charter-of-the-united-nations", "title": "Charter of the United Nations"},
        {"id": "treaty-on-fish", "title": "Treaty on Fish"},
    ]


# --- Another family ---------------------------------------------------------------------------------------

FISHERIES: Final = Family(
    "fisheries",
    fields_of(
        b"""
quotas:
  type: list
  required: true
  description: How much of each stock a party may catch.
  of: {type: record, fields: {stock: {type: text, required: true}}}
catch:
  type: list
  of:
    type: record
    fields: {area: {type: area, required: true}, by: {type: actors, required: true}}
inspection:
  type: record
  description: When vessels are inspected.
  fields:
    within: {type: duration}
    by: {type: party, also: [any-party]}
    where: {type: choices, of: [at-sea, in-port], required: true}
    manner: {type: text}
season: {type: text, description: When fish are caught.}
""",
        ("herring",),
    ),
    replace(
        vocabulary_of(
            {
                "areas": [{"id": "herring", "name": "Herring", "synonyms": ["herrings"]}],
                "readings": [
                    {
                        "field": "inspection",
                        "topic": "inspection",
                        "about": [["inspect*"], ["vessel*"]],
                        "fields": {
                            "within": {"kind": "deadline"},
                            "by": {"kind": "party", "words": {"$named": "by"}},
                            "where": {"kind": "words", "words": {"in-port": "in port"}},
                        },
                    }
                ],
            }
        ),
        area_field="catch.area",
    ),
)


def test_another_family_has_its_own_fields() -> None:
    said = "Vessels shall be inspected by Iceland within 48 hours. Iceland intends to spare herrings."
    text = written(document_of(said), FISHERIES)
    data = data_of(text)
    assert data["inspection"] == {"within": "48 hours", "by": "IS", "where": "TODO"}
    assert data["catch"] == [{"area": "herring", "by": "IS"}]
    assert data["quotas"] == "TODO"
    assert line(text, "# TODO – not read from a text: manner")
    assert line(text, "# season") == "# season: TODO – the text does not state: when fish are caught"
    assert "consultation" not in text


# --- Received words are no YAML ---------------------------------------------------------------------------

HOSTILE: Final = [
    "Treaty: “On” #1 \\ {x}",
    "Treaty 'a' \"b\" - c: d # e",
    "Treaty\nparties: []",
    "Treaty\x85x: y\u2028z: w",
    "Treaty &a *a !!python/object |- >",
    "Treaty \u202eevil\u2066 \ufeff\u00ad",
    "TREATY [1, {2}] %TAG --- ...",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_is_itself_and_nothing_more(title: str) -> None:
    data = data_of(written(document_of(SIGNED, title=title)))
    assert data["instrument"]["title"] == one_line(title).strip(" .")
    assert data.keys() == data_of(written(document_of(SIGNED))).keys()


@given(st.text(min_size=1, max_size=120), st.text(max_size=60))
def test_no_words_of_a_text_become_fields(words: str, name: str) -> None:
    assert data_of(written(_hostile(words, name))).keys() == data_of(written(_hostile("", ""))).keys()


def _hostile(words: str, name: str) -> tree.Document:
    document = document_of(SIGNED)
    parties = (tree.Party("IS", f"Iceland {name}", name), tree.Party("x", name, words))
    block = SignatureBlock("s", "x", (Text(words),), (Signatory((Text(name),), (Text(words),)),))
    body = (replace(document.body[0], label=words, heading=name),)
    closing = Closing(Clause("testimonium", "t"), (block,))
    return replace(document, parties=parties, body=body, closing=closing, title=(Text(f"{TITLE} {name}"),))
