"""The circle: the facts of a text that was drafted from a spec are the facts of the spec, field by field."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from tests.drafting.samples import spec_of

from treatydraft import draft, load, render
from treatydraft.api import read_bytes
from treatydraft.document import tree
from treatydraft.facts import Vocabulary, facts_of, facts_of_spec, vocabulary_of
from treatydraft.facts.citations import titles
from treatydraft.packs import find_pack
from treatydraft.spec import Spec
from treatydraft.spec.words import Consent

SHIPPED = sorted((Path(__file__).parents[2] / "specs").glob("*.yaml"))
WORDS = vocabulary_of(find_pack("security-agreement").vocabulary)


def words_of(spec: Spec) -> Vocabulary:
    """The words of the pack that drafts a spec."""
    return vocabulary_of(find_pack(spec.pack).vocabulary)


# What a draft prints beside what its spec says: short names, copies, dates of references.
BESIDE = {"languages.copies", "references.date"}

numbers = st.integers(min_value=1, max_value=60)
months = st.builds("{} months".format, st.integers(min_value=2, max_value=60))
lengths = st.one_of(months, st.builds("{} years".format, st.integers(min_value=2, max_value=99)))
consents = st.sampled_from(get_args(Consent))
starts = st.sampled_from(["signature", "entry-into-force"])
days = st.dates(min_value=dt.date(1950, 1, 1)).map(lambda day: day.isoformat())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_file_says_what_its_draft_says(path: Path) -> None:
    spec = load(path)
    document, words = draft(spec), words_of(spec)
    received = read_bytes(render(document, "docx"), "received.docx")
    assert _by_field(received, words) == _by_field(document, words)


def _by_field(document: tree.Document, words: Vocabulary) -> dict[str, set[str]]:
    return {field: {fact.value for fact in facts} for field, facts in facts_of(document, words).items()}


extensions = st.one_of(
    st.fixed_dictionaries({"by": consents}, optional={"notice": months, "period": lengths}),
    st.fixed_dictionaries({"by": st.just("tacit"), "notice": months}, optional={"period": lengths}),
)
terms = st.one_of(
    st.fixed_dictionaries({"length": lengths, "from": starts}, optional={"extension": extensions}),
    st.just({"indefinite": True}),
)
entries = st.one_of(
    st.fixed_dictionaries(
        {"on": st.sampled_from(["signature", "later-notification", "exchange-of-notes", "ratification"])},
        optional={"after": st.builds("{} days".format, st.integers(min_value=2, max_value=90))},
    ),
    st.fixed_dictionaries({"on": st.just("date"), "date": st.just("2031-05-04")}),
)
terminations = st.fixed_dictionaries(
    {"notice": lengths, "from": st.sampled_from(["notification", "receipt", "giving"])},
    optional={"channel": st.just("diplomatic")},
)
means = ["consultation", "negotiation", "good-offices", "mediation", "conciliation", "arbitration"]
disputes = st.fixed_dictionaries(
    {"by": st.lists(st.sampled_from(means), min_size=1, max_size=3, unique=True)},
    optional={"word": st.sampled_from(["dispute", "difference", "divergence"])},
)
reviews = st.fixed_dictionaries(
    {
        "every": st.sampled_from(
            ["1 year", "2 years", "12-18 months", "6 months", "regularly", "as-necessary"]
        )
    },
    optional={
        "level": st.sampled_from(["most-senior", "highest", "higher", "ministers", "senior-officials"])
    },
)
languages = st.lists(
    st.sampled_from(["en", "uk", "fr", "de", "ja", "lv", "is"]), min_size=2, max_size=3, unique=True
).flatmap(
    lambda done_in: st.fixed_dictionaries(
        {"done_in": st.just(done_in)},
        optional={"authentic": st.just(done_in), "prevailing": st.sampled_from(done_in)},
    )
)
triggers = ["armed-attack", "threat-of-armed-attack", "renewed-attack", "renewed-aggression"]
consultations = st.fixed_dictionaries(
    {
        "against": st.sampled_from(["UA", "both"]),
        "trigger": st.lists(st.sampled_from(triggers), min_size=1, max_size=2, unique=True),
        "aggressor": st.one_of(
            st.just("any"),
            st.fixed_dictionaries(
                {"named": st.sampled_from(["the Russian Federation", "the Kingdom of Ruritania"])},
                optional={"or_any": st.just(value=True)},
            ),
        ),
        "called_by": st.sampled_from(["any-party", "UA", "US", "none-needed"]),
    },
    optional={
        "immediately": st.just(value=True),
        "within": st.sampled_from(["24 hours", "2 days", "72 hours"]),
        "where_possible": st.just(value=True),
        "level": st.sampled_from(["most-senior", "highest", "ministers", "senior-officials", "officials"]),
        "others_may_join": st.just(value=True),
    },
)
supports = st.lists(
    st.fixed_dictionaries(
        {
            "area": st.sampled_from([area.id for area in WORDS.areas]),
            "by": st.sampled_from(["US", "UA"]),
            "strength": st.sampled_from(["shall", "will", "intends", "policy", "may"]),
        }
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda item: item["area"],
)
sums = st.lists(
    st.fixed_dictionaries(
        {
            "by": st.just("US"),
            "strength": st.just("intends"),
            "amount": st.sampled_from(
                ["USD 12 billion", "EUR 4,500,000", "NOK 13.5 billion", "JPY 300 million"]
            ),
            "kind": st.sampled_from(["past", "pledged", "at-least", "up-to", "about", "target"]),
        },
        optional={"year": st.sampled_from(["2024", "2022-2024"])},
    ),
    min_size=1,
    max_size=3,
)
specs = st.fixed_dictionaries(
    {
        "instrument": st.fixed_dictionaries(
            {
                "register": st.sampled_from(["binding", "political"]),
                "house_style": st.sampled_from(["us", "japan", "european", "parts", "running"]),
                "form": st.sampled_from(["agreement", "accord", "memorandum", "joint-commitments"]),
            }
        ),
        "signing": st.fixed_dictionaries(
            {
                "place": st.sampled_from(["Geneva", "Puglia, Italy", "Savelletri di Fasano (Apulia)"]),
                "date": days,
            }
        ),
        "term": terms,
        "entry_into_force": entries,
    },
    optional={
        "termination": terminations,
        "amendment": st.fixed_dictionaries({"by": consents}),
        "disputes": disputes,
        "review": reviews,
        "languages": languages,
        "consultation": consultations,
        "support": supports,
        "funding": sums,
    },
)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_specs_come_back(path: Path) -> None:
    spec = load(path)
    agree(spec)


@given(specs)
def test_generated_specs_come_back(fields: Mapping[str, Any]) -> None:
    final = {"amendment", "termination", "disputes", "review", "languages"} - fields.keys()
    agree(spec_of(**fields, omit=sorted(final)))


def titles_by_form(spec: Spec) -> set[str]:
    """The references whose titles can be known by their form alone: capitals, and the word for a kind."""
    whole = {one.title: [(0, len(one.title))] for one in spec.references}
    return {title for title, span in whole.items() if list(titles(title)) == span}


def in_own_words(spec: Spec) -> set[str]:
    """The references that a draft names in somebody's own words only, or not at all."""
    words = words_of(spec)
    printed = {fact.value for fact in facts_of(draft(spec), words).get("references.title", ())}
    text = " ".join(clause.text for clause in spec.clauses)
    recitals = {one.title for one in spec.references if one.recital}
    return {one.title for one in spec.references if one.title in text or one.title not in recitals | printed}


def free_text(part: object) -> str:
    """All that somebody wrote into a spec in their own words, which may speak of further areas."""
    if isinstance(part, str):
        return f"{part} "
    if isinstance(part, BaseModel):
        return " ".join(free_text(getattr(part, name)) for name in type(part).model_fields)
    return " ".join(map(free_text, part)) if isinstance(part, tuple) else ""


def agree(spec: Spec) -> None:
    """Both have the same fields with the same values, but for what somebody's own words add."""
    words = words_of(spec)
    own = tuple(clause.id or clause.topic for clause in spec.clauses)
    said = {
        field: {fact.value for fact in facts if not fact.clause.startswith(own)}
        for field, facts in facts_of(draft(spec), words).items()
    }
    assert titles_by_form(spec) <= said.get("references.title", set()) | in_own_words(spec)
    expected = {field: set(values) for field, values in facts_of_spec(spec, words).items()}
    areas, promised = said.get(words.area_field, set()), expected.get(words.area_field, set())
    assert promised <= areas
    assert areas - promised <= {found.value for found in words.area_lexicon.find(free_text(spec))}
    ignored = BESIDE | {"references.title", words.area_field}
    assert {field: values for field, values in said.items() if values and field not in ignored} == {
        field: values for field, values in expected.items() if field not in ignored
    }
