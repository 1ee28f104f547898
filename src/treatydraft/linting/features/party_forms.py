"""How a text writes its parties where that must be in one way: title, parties clause, signatures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.folding import folded
from treatydraft.facts.names import short_of
from treatydraft.facts.party_names import parties_of_title
from treatydraft.linting.features.wordings import bare, names_of
from treatydraft.linting.text import TITLE, Passage, Span, Text

_GOVERNMENT: Final = re.compile(r"\A(?:the )?(?:[\w-]+ ){0,2}government\b", re.IGNORECASE)
_FOR: Final = re.compile(
    r"\A\s*(?:(?:signed )?for(?: and)?(?: on behalf of)?|on behalf of)\s+", re.IGNORECASE
)
_STYLE: Final = re.compile(
    r"(?:(?:the )?(?:(?:royal |federal )?government|(?:[A-Z]\w+ )?(?:Republic|Kingdom|State|Federation|Union"
    r"|Principality|Commonwealth|Grand Duchy|Sultanate|Emirate)) of (?:the )?){1,2}\Z",
    re.IGNORECASE,
)
_INTRODUCED: Final = re.compile(
    r"\s*\((?:hereinafter|hereafter)?[^\"'()]{0,40}[\"'](?P<short>[^\"']{2,60})[\"'][^()]{0,40}\)",
    re.IGNORECASE,
)
_LONG: Final = 4  # letters from which the beginning of a name tells that it is the same name


@dataclass(frozen=True, slots=True)
class Form:
    """A party as one place writes it."""

    party: str  # its id; empty where it is none of the parties
    name: str  # as written, without article: `Government of Norland`
    passage: Passage
    span: Span

    @property
    def is_government(self) -> bool:
        """Whether it is the government that is named, and not the state."""
        return bool(_GOVERNMENT.match(self.name))

    @property
    def core(self) -> str:
        """The name without what it is a state of."""
        return short_of(self.name).lower()


def in_title(text: Text) -> tuple[Form, ...]:
    """The parties as the title names them, in its order."""
    title = text.by_id[TITLE]
    found: list[Form] = []
    for party in parties_of_title(title.words):
        at = _place(title.folded, party.name, found[-1].span[1] if found else _between(title.folded))
        if at >= 0:
            form = bare(party.name)
            end = at + len(party.name)
            found.append(Form(party_of(text, form), form, title, (end - len(form), end)))
    return tuple(found)


def in_parties_clause(text: Text) -> tuple[Form, ...]:
    """The parties as the opening of the preamble names them; each where it stands first."""
    opening = Passage(text.document.preamble.opening, "preamble", "Preamble")
    passage = text.by_id.get(opening.clause.id, opening)
    words = passage.folded
    end = _end_of_names(words)
    found: dict[str, Form] = {}
    for match in re.finditer(names_of(text.parties), words[:end], re.IGNORECASE):
        start = match.start()
        style = _STYLE.search(words[:start])
        start = style.start() if style else start
        form = bare(words[start : match.end()])
        party = party_of(text, form)
        if not _is_inside(match.start(), words) and party not in found:
            found[party] = Form(party, form, passage, (match.end() - len(form), match.end()))
    return tuple(found.values())


def in_signatures(text: Text) -> tuple[Form, ...]:
    """The parties as the signature blocks name them, in their order; none for a block that names nobody."""
    return tuple(filter(None, (_of_block(text, block) for block in text.document.closing.signatures)))


def introduced(text: Text) -> Iterator[tuple[str, Passage, Span]]:
    """The short names that a parties clause gives behind a name, with their places."""
    for form in in_parties_clause(text):
        match = _INTRODUCED.match(form.passage.folded, form.span[1])
        if match:
            yield bare(match["short"]), form.passage, match.span("short")


def party_of(text: Text, name: str) -> str:
    """The id of the party that a name is the name of; empty for none."""
    low, core = name.lower(), short_of(name).lower()
    for party in text.parties:
        for own in (bare(party.name), bare(party.short)):
            other = short_of(own).lower()
            begins = min(len(core), len(other)) >= _LONG and _begin_alike(core, other)
            if low == own.lower() or core == other or begins:
                return party.id
    return ""


def _begin_alike(one: str, other: str) -> bool:
    """`united kingdom` and `united kingdom of great britain and northern ireland`."""
    return one.startswith(f"{other} of ") or other.startswith(f"{one} of ")


def _of_block(text: Text, block: tree.SignatureBlock) -> Form | None:
    passage = text.by_id[block.id]
    words = passage.folded
    start = match.end() if (match := _FOR.match(words)) else 0
    name = words[start:].strip(" :._")
    if not name:
        return None
    form = bare(name)
    end = start + words[start:].index(name) + len(name)
    return Form(block.party_id or party_of(text, form), form, passage, (end - len(form), end))


def _place(words: str, name: str, start: int) -> int:
    return words.find(folded(name), start)


def _between(words: str) -> int:
    match = re.search(r"\b(?:between|among)\s", words, re.IGNORECASE)
    return match.end() if match else 0


def _end_of_names(words: str) -> int:
    """Where the opening says what the parties are called together."""
    match = re.search(r"(?<![(])\b(?:hereinafter|hereafter|collectively|jointly)\b", words, re.IGNORECASE)
    return match.start() if match else len(words)


def _is_inside(at: int, words: str) -> bool:
    """Whether a place is in brackets."""
    return words.count("(", 0, at) > words.count(")", 0, at)
