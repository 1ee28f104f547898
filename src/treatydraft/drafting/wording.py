"""The words of one part of an instrument: its register, its parties, and how its house style sets them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from treatydraft.document import tree
from treatydraft.document.house_style import HouseStyle
from treatydraft.document.tree import Register
from treatydraft.drafting.phrases import Phrase, capitalised, joined, phrase
from treatydraft.drafting.references import mention
from treatydraft.drafting.spelling import respelt
from treatydraft.drafting.views import Record
from treatydraft.language import grammar
from treatydraft.packs import InstrumentForm, Pack, Word

_BILATERAL = 2
_PLACE = re.compile(r"(\{[a-z_]+\})")


@dataclass(frozen=True)
class Wording:
    """What the filters and the vocabulary of one part draw on."""

    pack: Pack
    style: HouseStyle
    register: Register
    form: InstrumentForm
    collective: str  # `Participants`; empty for the register's own word
    parties: tuple[Record, ...]  # in the order of this original
    actors: tuple[Record, ...]  # named in the text but no parties

    @cached_property
    def words(self) -> "Words":
        """The vocabulary under the names that clauses use: `w.shall`."""
        return Words(self)

    @cached_property
    def known(self) -> Mapping[str, Record]:
        """Parties and other actors by id."""
        return {str(record["id"]): record for record in (*self.parties, *self.actors)}

    def name(self, actor_id: str) -> Phrase:
        """What the text calls a party or another actor once it has been introduced."""
        record = found(self.known, actor_id, "the spec has no party or actor")
        other = any(record is actor for actor in self.actors)
        return mention(record) if other else phrase(record["short"] or record["name"])

    def strength(self, strength: str | None) -> Word:
        """How firmly something is promised; a political text that does not say it has `will`."""
        if strength is None and self.register == "binding":
            message = "a binding text says how firmly it promises, and the spec gives no strength here"
            raise ValueError(message)
        return found(self.pack.strengths, str(strength or "will"), "the pack has no strength")

    def all_parties(self, ids: Sequence[str]) -> bool:
        """Whether these are the parties, all of them."""
        return set(ids) == {str(party["id"]) for party in self.parties}

    def subject(self, ids: Sequence[str]) -> tuple[Phrase, bool]:
        """Parties as the subject of a sentence, and whether that is plural."""
        if self.all_parties(ids):
            return phrase("the ") + phrase(self.words["parties"]), True
        names = self.listed([self.name(actor_id) for actor_id in ids])
        return names, len(ids) > 1 or bool(self.known[ids[0]].get("plural"))

    def listed(self, members: Sequence[Phrase], conjunction: str = "and") -> Phrase:
        """Phrases as a list in a sentence, with or without the serial comma."""
        between = grammar.separators(
            len(members), serial_comma=self.style.serial_comma, conjunction=conjunction
        )
        return joined(members, between)

    def respell(self, text: str) -> str:
        """Words of the pack in the spelling of the house style."""
        return respelt(text, self.pack.spelling.get(self.style.locale, {}))


class Words(Mapping[str, Phrase]):
    """The vocabulary of one part: `w.shall`, `w.parties`; with a capital, `w.This`, it begins a sentence."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._many = len(wording.parties) > _BILATERAL
        self._words = {**wording.pack.words[wording.register], **_instrument_words(wording.form)}

    def __getitem__(self, name: str) -> Phrase:
        if name[:1].isupper():
            return capitalised(self[name[:1].lower() + name[1:]])
        if self._wording.collective and name in ("party", "parties"):
            return self._collective(name)
        word = self._words[name]
        return self._phrase(word)

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def _phrase(self, word: Word) -> Phrase:
        text = self._wording.respell(word.many if self._many else word.one)
        if word.term:
            return Phrase((tree.Term(word.term, text),))
        return filled(text, {name: self[name] for name in ("party", "parties") if f"{{{name}}}" in text})

    def _collective(self, name: str) -> Phrase:
        term = self._wording.collective
        return Phrase((tree.Term(term, term if name == "parties" else _singular(term)),))


_Entry = TypeVar("_Entry")


def found(table: Mapping[str, _Entry], name: str, missing: str) -> _Entry:
    """An entry of a table; raises `ValueError` that says what there is not: `the pack has no area “x”`."""
    if name not in table:
        message = f"{missing} “{name}”"
        raise ValueError(message)
    return table[name]


def filled(pattern: str, places: Mapping[str, Phrase], literal: Callable[[str], Phrase] = phrase) -> Phrase:
    """A pattern such as `{subject} intends to` with its places filled; other braces stay as they are."""
    result = Phrase(())
    for part in _PLACE.split(pattern):
        name = part[1:-1] if part.startswith("{") else ""
        result += places[name] if name in places else literal(part)
    return result


def _singular(collective: str) -> str:
    """The name of one out of `Parties`, `Participants`, `Signatories`."""
    return collective[:-3] + "y" if collective.endswith("ies") else collective.removesuffix("s")


# What clauses can say of the instrument itself, beside the words of its register.
INSTRUMENT_WORDS: Final = frozenset(
    {"instrument", "this", "is", "has", "does_not", "records", "creates", "its", "it"}
)


def _instrument_words(form: InstrumentForm) -> Mapping[str, Word]:
    plural = form.plural
    words = {
        "instrument": form.name,
        "this": f"{'these' if plural else 'this'} {form.name}",
        "is": "are" if plural else "is",
        "has": "have" if plural else "has",
        "does_not": "do not" if plural else "does not",
        "records": "record" if plural else "records",
        "creates": "create" if plural else "creates",
        "its": "their" if plural else "its",
        "it": "they" if plural else "it",
    }
    return {name: Word(text, text) for name, text in words.items()}
