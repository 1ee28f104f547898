"""The parties of a document, with who signs for them, as a spec has them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.fact import Fact
from treatydraft.facts.folding import folded
from treatydraft.facts.names import short_of
from treatydraft.facts.party_names import code_of, parties_of_title
from treatydraft.facts.signatories import signatories
from treatydraft.facts.spec_text.ground import Ground, distinct, quoted, slug
from treatydraft.spec.commented import Entry, Item, Line, Remark
from treatydraft.spec.party_names import code_of_name, party_name
from treatydraft.spec.text import TODO

_ID: Final = re.compile(r"[A-Z][A-Z0-9-]*")
_STATE: Final = re.compile(r"\b(?:republic|kingdom|principality|grand duchy|commonwealth)\b", re.IGNORECASE)
_GOVERNMENT: Final = re.compile(
    r"\A(?:the )?(?:government|cabinet of ministers)\b|\A(?:уряд|кабінет міністрів)", re.IGNORECASE
)


def party_ids(ground: Ground) -> Mapping[str, str]:
    """The id in the spec of each party, by its id in the document."""
    parties = ground.reading.parties
    ids = (_code(party) or _own_id(party) for party in parties)
    return dict(zip((party.id for party in parties), distinct(ids), strict=True))


def _own_id(party: tree.Party) -> str:
    made = slug(short_of(party.name)).upper().lstrip("0123456789-")
    return party.id if _ID.fullmatch(party.id) else made or "PARTY"


def _code(party: tree.Party) -> str:
    return code_of_name(party.id) or code_of_name(party.name) or code_of(party.name) or code_of(party.short)


def party_lines(ground: Ground, ids: Mapping[str, str]) -> Iterator[Line]:
    """The field `parties`."""
    signing = _signing(ground)
    parties = tuple(
        Item(below=tuple(_party(ground, party, ids[party.id], signing.pop(party.id, ()))))
        for party in ground.reading.parties
    )
    if len(parties) == 1:
        yield Entry(
            "parties", below=(*parties, Item(TODO, "the text names one party, and an instrument has two"))
        )
    elif parties:
        yield Entry("parties", below=parties)
    else:
        yield Entry("parties", TODO, "the text does not state: the parties, two or more")
    for person in (one for rest in signing.values() for one in rest):
        yield Remark(f"{TODO} – for whom signs: {ground.quote(person.facts)}")


def _party(
    ground: Ground, party: tree.Party, identifier: str, signing: "tuple[_Person, ...]"
) -> Iterator[Line]:
    yield Entry("id", identifier)
    if _code(party) and not _is_latin(party.name):
        known = party_name(identifier)
        yield Entry("name", known.name, _where_named(ground, party))
        yield from [Entry("short", known.short, "as usual")] if known.short else []
    else:
        yield Entry("name", party.name, _where_named(ground, party))
        yield from _short(ground, party)
        yield from _in_title(ground, party, identifier)
    kind = _kind(party, identifier)
    yield Entry("kind", kind, "" if kind != TODO else "state, government or organisation?")
    if signing:
        yield Entry("signatories", below=tuple(_item(ground, person) for person in signing))
    else:
        yield Remark(f"signatories: {TODO} – the text does not state: who signs for it")


def _is_latin(name: str) -> bool:
    return all(unicodedata.name(one, "").startswith("LATIN") for one in name if one.isalpha())


def _where_named(ground: Ground, party: tree.Party) -> str:
    for block in ground.document.closing.signatures:
        if block.party_id == party.id:
            return quoted(tree.plain(block.text))
    title = tree.plain(ground.document.title)
    return f"title: {quoted(title)}" if party.name.lower() in title.lower() else ""


def _kind(party: tree.Party, identifier: str) -> str:
    if _GOVERNMENT.match(folded(party.name)):
        return "government"
    if _code(party):
        return party_name(identifier).kind
    return "state" if _STATE.search(party.name) else TODO


def _short(ground: Ground, party: tree.Party) -> Iterator[Line]:
    """The short name that the text gives in quotation marks."""
    opening = ground.opening
    mark = "[\"'“”‘’«»„]"
    match = re.search(rf"{mark}(?P<name>(?:the )?{re.escape(party.short)}){mark}", opening, re.IGNORECASE)
    if party.short and match and match["name"].lower() != party.name.lower():
        before = opening.rfind(short_of(party.name), 0, match.start())
        start = before if before >= 0 else match.start()
        yield Entry("short", match["name"], quoted(opening[start : match.end() + 1]))


def _in_title(ground: Ground, party: tree.Party, identifier: str) -> Iterator[Line]:
    """The name by which the title has it, where it is another; one in capitals where it is well known."""
    title = tree.plain(ground.document.title)
    found = (one for one in parties_of_title(title) if identifier in (one.id, _code(one)))
    for name in (_in_letters(one.name, identifier) for one in islice(found, 1)):
        if name and _plain(name) != _plain(party.name):
            yield Entry("in_title", name, f"title: {quoted(title)}")


def _in_letters(name: str, identifier: str) -> str:
    known = party_name(identifier).name
    return known if _plain(name) == _plain(known) else name if not name.isupper() else ""


def _plain(name: str) -> str:
    return name.casefold().replace("&", "and").removeprefix("the ")


# --- Who signs --------------------------------------------------------------------------------------------


@dataclass
class _Person:
    """One who signs: the facts of the name and of the office, as far as there are any."""

    facts: list[Fact] = field(default_factory=list)

    def has(self, field_name: str) -> bool:
        """Whether this is known."""
        return any(fact.field == field_name for fact in self.facts)


def _signing(ground: Ground) -> dict[str, tuple[_Person, ...]]:
    """Who signs, by the id of the party in the document; empty for whom nobody can tell."""
    blocks = {block.id: block.party_id for block in ground.document.closing.signatures}
    known = {party.id for party in ground.reading.parties}
    found: dict[str, list[_Person]] = {}
    for fact in signatories(ground.reading):
        party = blocks.get(fact.clause, "")
        people = found.setdefault(party if party in known else "", [])
        if not people or fact.field == "parties.signatory" or people[-1].has("parties.office"):
            people.append(_Person())
        people[-1].facts.append(fact)
    return {party: tuple(people) for party, people in found.items()}


def _item(ground: Ground, person: _Person) -> Item:
    names = {"parties.signatory": "name", "parties.office": "office"}
    return Item({names[fact.field]: fact.value for fact in person.facts}, ground.place(person.facts[0]))
