"""The filters of clause files: values of the spec become phrases in the words of the part at hand."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from jinja2 import pass_context
from jinja2.runtime import Context

from treatydraft.document import tree
from treatydraft.drafting import references, selecting
from treatydraft.drafting.phrases import Field, Phrase, capitalised, phrase
from treatydraft.drafting.views import Record, in_years
from treatydraft.drafting.wording import Wording, filled, found
from treatydraft.language import dates, grammar, names, numbers
from treatydraft.packs import Area
from treatydraft.spec import Duration, Money, PartialDate, Period

WORDING = "_wording"  # the name under which a context holds the `Wording`; templates do not use it


def _wording(context: Context) -> Wording:
    wording = context[WORDING]
    assert isinstance(wording, Wording)  # noqa: S101 - the drafter puts it there
    return wording


def _ids(value: object) -> tuple[str, ...]:
    """Ids out of a field that holds one or several."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Sequence):
        return tuple(map(str, value))
    message = "expected the id of a party or a list of ids"
    raise TypeError(message)


@pass_context
def name(context: Context, actor: str) -> Phrase:
    """A party or other actor by its id, under its short name."""
    return _wording(context).name(actor)


@pass_context
def listed(context: Context, members: Sequence[object], conjunction: str = "and") -> Phrase:
    """Members as a list in a sentence: `a, b and c`."""
    return _wording(context).listed([phrase(member) for member in members], conjunction)


@pass_context
def subject(context: Context, actors: object) -> Phrase:
    """Parties as a subject or object: `the Parties` when they are all of them, else their names."""
    return _wording(context).subject(_ids(actors))[0]


@pass_context
def commits(context: Context, actors: object, strength: str | None) -> Phrase:
    """Who owes what, up to the verb: `the United States intends to`, `the Participants will`."""
    wording = _wording(context)
    who, plural = wording.subject(_ids(actors))
    word = wording.strength(strength)
    return filled(word.many if plural else word.one, {"subject": who})


def possessive(value: object) -> Phrase:
    """`Ukraine’s`, `the United States’`."""
    owner = phrase(value)
    return owner + grammar.possessive(str(owner))


def indefinite(value: object) -> Phrase:
    """The phrase with `a` or `an` before it."""
    thing = phrase(value)
    return phrase(grammar.indefinite(str(thing)) + " ") + thing


def capital(value: object) -> Phrase:
    """The phrase at the start of a sentence."""
    return capitalised(phrase(value))


def define(value: object) -> Phrase:
    """The phrase as a term that is defined here."""
    text = str(phrase(value))
    return Phrase((tree.Term(text, text, defines=True),))


@pass_context
def phrased(context: Context, value: object, form: str = "") -> Phrase:
    """A coded word of the spec as it reads in a sentence; other words stay as they are.

    With a form, `phrased("heading")`, the pack's phrase `armed-attack.heading` goes before `armed-attack`.
    """
    wording = _wording(context)
    phrases = wording.pack.phrases
    text = phrases.get(f"{value}.{form}") or phrases.get(str(value))
    if text is None:
        return phrase(value)
    return filled(wording.respell(text), wording.words, lambda words: _with_path(value, words))


@pass_context
def all_phrased(context: Context, values: Sequence[object], form: str = "") -> list[Phrase]:
    """Coded words of the spec as they read in a sentence."""
    return [phrased(context, value, form) for value in values]


@pass_context
def area(context: Context, value: str) -> Phrase:
    """The name of an area as it stands inside a sentence."""
    wording = _wording(context)
    entry = _area(wording, value)
    words = wording.respell(entry.phrase or grammar.in_sentence(entry.name))
    return _with_path(value, grammar.with_serial_comma(words) if wording.style.serial_comma else words)


def _area(wording: Wording, value: object) -> Area:
    return found(wording.pack.areas, str(value), "the pack has no area")


@pass_context
def area_title(context: Context, value: str) -> Phrase:
    """The name of an area as it stands in a heading."""
    wording = _wording(context)
    return _with_path(value, wording.respell(_area(wording, value).name))


@pass_context
def language(context: Context, code: str) -> Phrase:
    """The name of a language by its code."""
    return _with_path(code, names.language_name(str(code), _wording(context).style.locale))


@pass_context
def compound(context: Context, value: Field) -> Phrase:
    """A duration before a noun: `ten-year`."""
    duration = value.raw
    if not isinstance(duration, Duration):
        message = "'compound' needs a duration such as term.length"
        raise TypeError(message)
    style = _wording(context).style
    return _with_path(value, numbers.compound(duration.count, duration.unit, style.numerals))


@pass_context
def date(context: Context, value: Field, pattern: str = "") -> Phrase:
    """A day of the spec, by a CLDR pattern where the house style's own does not serve."""
    if not isinstance(value.raw, dt.date):
        message = "'date' needs a day such as describes.signed.date"
        raise TypeError(message)
    style = _wording(context).style
    return _with_path(value, dates.day(value.raw, pattern or style.date_pattern, style.locale))


@pass_context
def money(context: Context, value: Field) -> Phrase:
    """A sum of money in house style."""
    if not isinstance(value.raw, Money):
        message = "'money' needs an amount such as support[0].amounts[0].amount"
        raise TypeError(message)
    locale = _wording(context).style.locale
    return _with_path(value, numbers.amount(value.raw.currency, value.raw.amount, locale))


def spelled(number: int) -> str:
    """A whole number in words."""
    return numbers.spelled(int(number))


def ordinal(number: int) -> str:
    """A number as in a date: `13th`."""
    return numbers.ordinal(int(number))


def _with_path(value: object, text: str) -> Phrase:
    return Phrase((tree.Value(value.path, text) if isinstance(value, Field) else tree.Text(text),))


@pass_context
def full_names(_context: Context, parties: Sequence[Record]) -> list[Phrase]:
    """The parties' names as the title has them."""
    return [phrase(party["in_title"] or party["name"]) for party in parties]


@pass_context
def introduced(_context: Context, parties: Sequence[Record]) -> list[Phrase]:
    """The parties' names at their first mention, each with the short name that the text then uses."""
    return [_introduced(party) for party in parties]


def _introduced(party: Record) -> Phrase:
    full = phrase(party["name"])
    if not party["short"] or party["short"] == party["name"]:
        return full
    return full + references.defined(party["short"])


@pass_context
def participle(context: Context, verb: str) -> Phrase:
    """The word that opens a recital: `guided-by` reads `guided by`, in the spelling of the house style."""
    return _with_path(verb, _wording(context).respell(str(verb).replace("-", " ")))


def cited_in_full(reference: Record) -> Phrase:
    """An earlier instrument as a recital names it: title, between whom, where and when, short name."""
    return references.recital_mention(reference)


@pass_context
def reference(context: Context, identity: str, otherwise: str = "") -> Phrase:
    """An earlier instrument by its id: in full where the text first names it, by its short name then.

    `otherwise` is printed where the spec has no such reference.
    """
    for one in selecting.records_of(context["spec"]["references"]):
        if one["id"] == identity:
            return references.mention(one)
    if otherwise:
        return phrase(otherwise)
    message = f"the spec has no reference “{identity}”"
    raise ValueError(message)


@pass_context
def all_references(context: Context, identities: Sequence[str]) -> list[Phrase]:
    """Earlier instruments by their ids."""
    return [reference(context, identity) for identity in identities]


def fitted(value: object, *leads: str) -> Phrase:
    """Words of the spec for the middle of a sentence: without marks at either end, or words that lead in."""
    text = grammar.fitted(str(phrase(value)), *leads)
    return _with_path(value, text)


def cite(identity: str) -> Phrase:
    """A citation of the clause or annex of this name, in house style."""
    return Phrase((tree.Reference(str(identity)),))


@pass_context
def all_parties(context: Context, actors: object) -> bool:
    """Whether these are the parties, all of them."""
    return _wording(context).all_parties(_ids(actors))


@pass_context
def other_parties(context: Context, actors: object) -> tuple[str, ...]:
    """The ids of the parties that are not among these."""
    given = _ids(actors)
    return tuple(str(party["id"]) for party in _wording(context).parties if party["id"] not in given)


@pass_context
def number(context: Context, actors: object, one: str, many: str) -> str:
    """The verb form that goes with the number of these parties."""
    return many if _wording(context).subject(_ids(actors))[1] else one


@pass_context
def all_languages(context: Context, codes: Sequence[str]) -> list[Phrase]:
    """The names of languages."""
    return [language(context, code) for code in codes]


@pass_context
def copies(context: Context, value: object) -> Phrase:
    """In how many originals: as the spec says it, else one for each party."""
    count = len(_wording(context).parties) if value is None else getattr(value, "raw", value)
    if isinstance(count, int):
        latin = {1: "a single original", 2: "duplicate", 3: "triplicate", 4: "quadruplicate"}
        return phrase("in " + latin.get(count, f"{numbers.spelled(count)} originals"))
    return phrase("in ") + phrase(value)


def during(value: Field, preposition: str) -> Phrase:
    """When money was or is given: `In 2024`, `For the period from 2022 to 2024`, `From 1 to 9 May 2024`."""
    if not isinstance(value.raw, PartialDate):
        message = "'during' needs a date such as funding[0].year"
        raise TypeError(message)
    if value.raw.precision == "range":
        dated = preposition == "In" and not in_years(value.raw)
        return phrase("From " if dated else f"{preposition} the period from ") + phrase(value)
    return phrase("On " if value.raw.precision == "day" else f"{preposition} ") + phrase(value)


@pass_context
def every(context: Context, value: Field) -> Phrase:
    """How often: `once a year`, `every two years`, `once every 12 to 18 months`, `on a regular basis`."""
    period = value.raw
    if not isinstance(period, Period):
        message = "'every' needs a period such as review.every"
        raise TypeError(message)
    if period.rhythm or period.shortest is None:
        return phrased(context, value)
    if period.shortest != period.longest:
        return phrase("once every ") + phrase(value)
    if period.shortest.count == 1:
        unit = numbers.unit_for(1, period.shortest.unit)
        return _with_path(value, f"once {grammar.indefinite(unit)} {unit}")
    return phrase("every ") + phrase(value)


def ordinal_word(number: int) -> str:
    """A number as a rank in words: `second`."""
    return numbers.ordinal_word(int(number))


FILTERS: Mapping[str, Callable[..., object]] = {
    "name": name,
    "listed": listed,
    "subject": subject,
    "commits": commits,
    "possessive": possessive,
    "indefinite": indefinite,
    "capital": capital,
    "define": define,
    "phrased": phrased,
    "all_phrased": all_phrased,
    "area": area,
    "area_title": area_title,
    "language": language,
    "compound": compound,
    "date": date,
    "money": money,
    "spelled": spelled,
    "ordinal": ordinal,
    "ordinal_word": ordinal_word,
    "full_names": full_names,
    "introduced": introduced,
    "participle": participle,
    "cited_in_full": cited_in_full,
    "reference": reference,
    "all_references": all_references,
    "fitted": fitted,
    "cite": cite,
    "all_parties": all_parties,
    "other_parties": other_parties,
    "number": number,
    "all_languages": all_languages,
    "copies": copies,
    "during": during,
    "every": every,
    **selecting.FILTERS,
}
