"""What all parts of a draft spec are made of: the document, its facts, and where each of them stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten
from typing import Final
from unicodedata import normalize

from treatydraft.document import tree
from treatydraft.facts.agreement import facts_of
from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Reading, Sentence, reading
from treatydraft.facts.spec_text.family import Family
from treatydraft.spec import Spec, spec_model
from treatydraft.spec.commented import one_line

_OPENING: Final = 2000  # characters in which the parties get their names
_QUOTED: Final = 100  # characters of the words that a comment quotes
_LOOSE_END: Final = re.compile(r"(?:-(?:of|the|and|to|on|in|for|by|between|a|an|at|with))+\Z")
_PLACES: Final = {"title": "title", "preamble": "preamble", "closing": "closing", "annex": "annex"}


@dataclass(frozen=True)
class Ground:
    """A document with all that its spec is written from."""

    document: tree.Document
    family: Family

    @cached_property
    def reading(self) -> Reading:
        """The document as it is searched."""
        return reading(self.document)

    @cached_property
    def facts(self) -> Mapping[str, tuple[Fact, ...]]:
        """What the document says."""
        return facts_of(self.document, self.family.vocabulary)

    @cached_property
    def model(self) -> type[Spec]:
        """What a spec of this family may hold."""
        return spec_model(self.family.fields)

    @cached_property
    def binding(self) -> bool:
        """Whether the text binds in law, where its words show it."""
        return any(fact.value == "binding" for fact in self.facts.get("instrument.register", ()))

    @cached_property
    def opening(self) -> str:
        """The words that name the parties, and give them short names."""
        preamble = self.document.preamble
        first = (preamble.opening, *preamble.recitals[:1], *self.document.body[:1])
        return " ".join(tree.plain(one.text) for clause in first for one in tree.walk((clause,)))[:_OPENING]

    @cached_property
    def annexes(self) -> Mapping[str, str]:
        """The id of its annex for each clause that stands in one."""
        many = len(self.document.annexes) > 1
        return {
            clause.id: f"annex-{number}" if many else "annex"
            for number, annex in enumerate(self.document.annexes, start=1)
            for clause in tree.walk((annex,))
        }

    def stands_in(self, facts: Iterable[Fact]) -> str:
        """The id of the annex in which all of these stand; empty for the body."""
        places = {self.annexes.get(fact.clause, "") for fact in facts}
        return places.pop() if len(places) == 1 else ""

    def sentence_of(self, fact: Fact) -> Sentence | None:
        """The sentence that states a fact."""
        inside = self._sentences.get(fact.clause, ())
        return next((one for one in inside if one.start <= fact.span[0] <= one.start + len(one.words)), None)

    @cached_property
    def _sentences(self) -> Mapping[str, tuple[Sentence, ...]]:
        found: dict[str, list[Sentence]] = {}
        for sentence in self.reading.all:
            found.setdefault(sentence.clause.id, []).append(sentence)
        return {clause: tuple(sentences) for clause, sentences in found.items()}

    def quote(self, facts: Iterable[Fact]) -> str:
        """Where facts stand, and their words: `Article IX: “from entry into force”`."""
        words: dict[str, list[str]] = {}
        for fact in facts:
            words.setdefault(self.place(fact), []).append(fact.evidence)
        return "; ".join(f"{place}: {quoted(*found)}".lstrip(": ") for place, found in words.items())

    def place(self, fact: Fact) -> str:
        """Where a fact stands, as a person would say it: `Article IX`, `Annex, A.2`, `preamble`."""
        label = fact.label.strip(" :")
        if fact.clause in self.annexes:
            return label if label.lower().startswith("annex") else f"Annex, {label}".rstrip(", ")
        if label:
            return label
        sentence = self.sentence_of(fact)
        if sentence is None:
            return ""
        heading = next(iter(sentence.headings[-1:]), "")
        return one_line(heading) or _PLACES.get(sentence.zone, "")


def quoted(*words: str) -> str:
    """The words in quotation marks, each once and none too long."""
    each = max(_QUOTED // max(len(set(words)), 1), 24)
    short = dict.fromkeys(shortened(one, each) for one in words if one.strip())
    return shortened(", ".join(f"“{one}”" for one in short), _QUOTED + 24)


def shortened(text: str, longest: int) -> str:
    """The beginning of a text in one line."""
    text = one_line(text)
    return text if len(text) <= longest else shorten(text, longest, placeholder=" …")


def slug(text: str, longest: int = 40) -> str:
    """An id of small letters made of a text, cut between words; empty where the text has no such letters."""
    plain = normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", plain)
    found = ""
    for word in words:
        if len(found) + len(word) >= longest:
            break
        found = f"{found}-{word}" if found else word
    return _LOOSE_END.sub("", found)


def distinct(names: Iterable[str]) -> Iterator[str]:
    """The names, those that come again with a number."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"
