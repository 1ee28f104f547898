"""The shipped specs: sound, drafted in one register, and true to the facts where the facts are at hand."""

import os
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from treatydraft import api, draft, load
from treatydraft.document import tree
from treatydraft.spec import Money, Spec

ROOT = Path(__file__).parents[1]
SPECS = {path.stem: path for path in sorted((ROOT / "specs").glob("*.yaml"))}
FACTS = Path(os.environ.get("TREATYDRAFT_FACTS") or ROOT.parent / "shared" / "facts") / "agreements"

Facts = Mapping[str, Any]

DESCRIBING = [name for name, path in SPECS.items() if "\ndescribes:" in path.read_text(encoding="utf-8")]

every_spec = pytest.mark.parametrize("name", SPECS)
every_spec_of_what_exists = pytest.mark.parametrize("name", DESCRIBING)


@cache
def _spec(name: str) -> Spec:
    return load(SPECS[name])


@cache
def _document(name: str) -> tree.Document:
    return draft(_spec(name))


def _words(name: str) -> str:
    document = _document(name)
    texts = [document.title, *(clause.text for clause in tree.clauses(document))]
    headings = [clause.heading for clause in tree.clauses(document)]
    return "\n".join([*map(tree.plain, texts), *headings])


# --- What they give ---------------------------------------------------------------------------------------


def test_there_are_specs() -> None:
    assert len(SPECS) >= 12


@every_spec
def test_says_what_it_is_on_each_page(name: str) -> None:
    """The facts of an instrument that exists in our words, or a specimen that nobody has negotiated."""
    spec, marking = _spec(name), _document(name).marking
    assert spec.id == name
    if spec.describes:
        assert marking.notice == "Drafted from published facts; not the authentic text"
    else:
        assert "(specimen)" in marking.status
        assert [person for party in spec.parties for person in party.signatories] == []


@every_spec
@pytest.mark.parametrize(
    "form", ["docx", "md", "html", "txt", "json"]
)  # a PDF takes longer, and has its own tests
def test_renders(name: str, form: str) -> None:
    assert api.job(SPECS[name]).render(form)


@every_spec
def test_original_of_each_party_names_it_first(name: str) -> None:
    for party in _spec(name).parties:
        assert draft(_spec(name), alternat=party.id).parties[0].id == party.id


BINDING = re.compile(
    r"\bshall\b|\bPart(?:y|ies)\b|\bobligations?\b|\bagree[sd]?\b|\b[Ee]nters? into force|\bin force\b"
    r"|\bDone at\b|\bIn witness whereof\b|\bhereby\b|\bundertakes?\b"
)
POLITICAL = re.compile(
    r"\bParticipants? will\b|\b[Cc]omes? into effect\b|\bequally valid\b|\bjointly decided\b"
)


@every_spec
def test_speaks_in_one_register(name: str) -> None:
    spec, words = _spec(name), _words(name)
    for reference in spec.references:  # the names of other instruments are theirs
        words = words.replace(reference.title, "")
    words = words.replace("does not create rights or obligations", "")
    wrong = BINDING if spec.instrument.register_ == "political" else POLITICAL
    assert wrong.findall(words) == []


AMERICAN = re.compile(r"\b(?:defense|armor|toward|maneuver|favor|honor)\b")
IN_ISE = re.compile(r"\b(?:recogni|organi|immobili|authori|moderni|emphasi)s(?:e|es|ed|ing|ation)\b")
IN_IZE = re.compile(r"\b(?:recogni|organi|immobili|authori|moderni|emphasi)z(?:e|es|ed|ing|ation)\b")


@every_spec
def test_is_spelt_in_one_way(name: str) -> None:
    words = _words(name)
    found = {spelling.pattern for spelling in (IN_ISE, IN_IZE) if spelling.search(words)}
    assert len(found) < 2
    if not _document(name).house_style.locale.endswith("-US"):
        assert AMERICAN.findall(words) == []


@every_spec
def test_names_each_reference(name: str) -> None:
    """What is declared and never named would be lost on the way to the text."""
    words = _words(name).replace("’", "'")
    silent = [one.id for one in _spec(name).references if one.title.replace("’", "'") not in words]
    assert silent == []


@every_spec
def test_finds_no_sentence_that_goes_wrong(name: str) -> None:
    """A word twice, a space before a mark, two marks, an article too many."""
    slips = re.compile(r"\b(\w+) \1\b|\s[,;.:]|[,;]{2}|\.\.|,\.|\bthe the\b|\bof of\b|  ")
    assert [slip.group() for slip in slips.finditer(_words(name))] == []


# --- True to the facts ------------------------------------------------------------------------------------


def _facts(name: str) -> Facts:
    path = FACTS / f"{name}.yaml"
    if not path.exists():
        pytest.skip("the facts of the agreements are not here; TREATYDRAFT_FACTS names their folder")
    read: Facts = YAML(typ="safe", pure=True).load(path)
    return read


def test_every_agreement_has_a_spec() -> None:
    if not FACTS.is_dir():
        pytest.skip("the facts of the agreements are not here; TREATYDRAFT_FACTS names their folder")
    assert {path.stem for path in FACTS.glob("*.yaml")} <= SPECS.keys()


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _bare(name: str) -> str:
    """A name without its article, its capitals and what marks differ in."""
    words = re.sub(r"\([^)]*\)", "", name.casefold().replace("’", "'").replace("&", "and"))
    words = re.sub(r"\bicc\b", "international criminal court", words)
    return " ".join(words.split()).removeprefix("the ")


@every_spec_of_what_exists
def test_instrument_is_as_the_facts_say(name: str) -> None:
    facts, spec = _facts(name), _spec(name)
    assert spec.describes
    signed, instrument = spec.describes.signed, spec.instrument
    assert (instrument.form, instrument.register_) == (facts["form"], facts["register"])
    assert str(signed.date) == str(facts["signed"]["date"])
    assert [annex.register_ for annex in spec.annexes] == [annex["register"] for annex in facts["annexes"]]
    if facts["text_language"] == "en":
        assert signed.place == facts["signed"]["place"]
        assert _bare(tree.plain(_document(name).title)) == _bare(facts["title"])


@every_spec_of_what_exists
def test_parties_are_as_the_facts_say(name: str) -> None:
    facts, spec = _facts(name), _spec(name)
    assert [(one.id, one.kind) for one in spec.parties] == [
        (one["id"], one["kind"]) for one in facts["parties"]
    ]
    for party, known in zip(spec.parties, facts["parties"], strict=True):
        assert len(party.signatories) == len(known["signatories"])
        if facts["text_language"] == "en":
            assert _bare(party.name) == _bare(known["name"])
            assert (party.short or party.name) == (known["short"] or party.name)
            signatories = [{"name": one.name, "office": one.office} for one in party.signatories]
            assert signatories == known["signatories"]


EFFECTS = {"second-notification": "later-notification"}
EITHER = {"either": "any-party"}


@every_spec_of_what_exists
def test_final_clauses_are_as_the_facts_say(name: str) -> None:
    facts, spec = _facts(name), _spec(name)
    term, ending, effect = spec.term, spec.termination, facts["effect"]["on"]
    length, start = facts["term"]["length"], facts["term"]["from"]
    assert (spec.entry_into_force and spec.entry_into_force.on) == EFFECTS.get(effect, effect)
    assert (_text(term and term.length), term and term.from_) == (length, start)
    known = (facts["termination"]["notice"], facts["termination"]["from"], facts["termination"]["channel"])
    assert (_text(ending and ending.notice), ending and ending.from_, ending and ending.channel) == known
    assert (spec.amendment and spec.amendment.by) == facts["amendment"]["by"]
    assert _extension(spec) == facts["term"]["extension"]
    assert _settlement(spec) == (_means(facts["disputes"]["by"]), _one_word(facts["disputes"]["word"]))
    assert _review(spec) == facts["review"]["every"]
    assert (spec.registration is not None) == (facts["registration"] is not None)


def _extension(spec: Spec) -> str | None:
    extension = spec.term.extension if spec.term else None
    if extension is None:
        return None
    return extension.by + (
        f", by notification at least {extension.notice} before lapse" if extension.notice else ""
    )


def _settlement(spec: Spec) -> tuple[set[str], str | None]:
    return (set(spec.disputes.by), spec.disputes.word) if spec.disputes else (set(), None)


def _means(words: str | None) -> set[str]:
    return set(re.split(r" (?:and|or) ", words)) if words else set()


def _one_word(words: str | None) -> str | None:
    """`divergence in views or disputes` is a dispute to the spec."""
    return words.split()[-1].removesuffix("s") if words else None


def _review(spec: Spec) -> str | None:
    review = spec.review
    if review is None:
        return None
    every = (
        str(review.every).replace("-", " ") if review.every and review.every.rhythm else _text(review.every)
    )
    if not review.first_within:
        return every
    return f"once within {review.first_within} of {review.from_}" + (f", then {every}" if every else "")


@every_spec_of_what_exists
def test_languages_are_as_the_facts_say(name: str) -> None:
    known, languages = _facts(name)["languages"], _spec(name).languages
    assert languages
    assert list(languages.done_in) == known["done_in"]
    assert list(languages.authentic) == (known["authentic"] or [])
    assert (languages.prevailing, languages.copies) == (known["prevailing"], known["copies"])


AGGRESSORS = {"any": "any", "Russia": "the Russian Federation"}


@every_spec_of_what_exists
def test_consultation_is_as_the_facts_say(name: str) -> None:
    known, said = _facts(name)["consultation"], getattr(_spec(name), "consultation", None)
    assert said
    aggressor = said.aggressor if isinstance(said.aggressor, str) else said.aggressor.named
    assert said.against == "UA"
    assert set(said.trigger) == set(known["trigger"])
    assert aggressor == AGGRESSORS[known["aggressor"]]
    assert said.called_by == EITHER.get(known["called_by"], known["called_by"])
    assert str(said.within) == known["within"]
    flags = [("immediately", said.immediately), ("where possible", said.where_possible)]
    assert (", ".join(word for word, given in flags if given) or None) == known["qualifier"]
    assert bool(said.level) == bool(known["level"])
    assert bool(said.channel or said.others_may_join) == bool(known["channel"])


@every_spec_of_what_exists
def test_money_is_as_the_facts_say(name: str) -> None:
    facts, spec = _facts(name), _spec(name)
    said = Counter(
        (str(one.amount), str(one.year), one.kind, spec.named(one.by[0]))
        for one in getattr(spec, "funding", ())
    )
    providers = {"EU and Member States": "EU-MS"}
    known = Counter(
        (
            str(Money.parse(one["amount"])),
            str(one["year"]),
            one["kind"],
            spec.named(providers.get(one["provider"], one["provider"])),
        )
        for one in facts["money"]
    )
    assert said == known


@every_spec_of_what_exists
def test_areas_are_as_the_facts_say(name: str) -> None:
    """Areas stand under “support”, or are the topic or a named paragraph of an own clause."""
    facts, spec = _facts(name), _spec(name)
    own = [*spec.clauses, *(clause for annex in spec.annexes for clause in annex.clauses)]
    named = {one for clause in own for one in (clause.topic, *re.findall(r"\[#([\w-]+)\]", clause.text))}
    listed = {one.area for one in getattr(spec, "support", ())}
    assert sorted(set(facts["support_areas"]) - listed - named) == []
    assert sorted(listed - set(facts["support_areas"])) == []


@every_spec_of_what_exists
def test_references_are_as_the_facts_say(name: str) -> None:
    facts, spec = _facts(name), _spec(name)
    said, known = Counter(_text(one.date) for one in spec.references), facts["references"]
    assert said == Counter(_text(one["date"]) for one in known)
    if facts["text_language"] == "en":
        titles = [_significant(f"{one.title} {one.done} {one.place}") for one in spec.references]
        assert [
            one["title"] for one in known if not any(_significant(one["title"]) <= own for own in titles)
        ] == []


def _significant(title: str) -> set[str]:
    """The words by which a title is known."""
    return set(re.findall(r"\w+", _bare(title))) - {
        "the",
        "of",
        "in",
        "on",
        "by",
        "and",
        "with",
        "for",
        "to",
        "a",
    }
