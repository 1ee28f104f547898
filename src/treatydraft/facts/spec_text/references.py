"""The instruments that a document cites, as a spec declares them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.citations import citations
from treatydraft.facts.fact import Fact
from treatydraft.facts.folding import folded
from treatydraft.facts.spec_text.ground import Ground, distinct, slug
from treatydraft.facts.spec_text.records import mapping
from treatydraft.facts.terms import defined_terms
from treatydraft.spec.commented import Entry, Item, Line, Remark
from treatydraft.spec.final_rules import CHARTER_NAMES
from treatydraft.spec.text import TODO

_NEAR: Final = 90  # characters behind a title in which its short name is given
_WORD: Final = re.compile(r"\w+")
_LEADS_TO_NAME: Final = re.compile(
    r"[\s(,]*(?:(?:hereinafter|hereafter)[\s,]*)?(?:referred to as[\s,]*)?(?:the )?[\"' ]*(?:the )?",
    re.IGNORECASE,
)


def reference_lines(ground: Ground) -> Iterator[Line]:
    """The field `references`: each instrument once, by the longest title that the text gives it."""
    cited = _dated(ground)
    titles = _named_in_full(ground, cited)
    if not titles:
        yield Remark(f"references: {TODO} – no title of another instrument was found")
        return
    ids = distinct(slug(one.title.value) or "reference" for one in titles)
    items = (_item(ground, identifier, one) for identifier, one in zip(ids, titles, strict=True))
    yield Entry("references", below=tuple(items))


@dataclass(frozen=True, slots=True)
class _Cited:
    """One mention of an instrument, with the date that stands behind its title."""

    title: Fact
    date: Fact | None = None

    @property
    def whole(self) -> Fact:
        """The fact with the longer evidence."""
        return self.date or self.title


def _dated(ground: Ground) -> list[_Cited]:
    """Every mention, in order."""
    found = list(citations(ground.reading))
    dates = {(one.clause, one.span[0]): one for one in found if one.field == "references.date"}
    titles = (one for one in found if one.field == "references.title")
    return [_Cited(one, dates.get((one.clause, one.span[0]))) for one in titles]


def _named_in_full(ground: Ground, cited: list[_Cited]) -> list[_Cited]:
    """Each instrument once, with a date where any mention has one, without shorter names of another."""
    first: dict[str, _Cited] = {}
    for one in cited:
        before = first.setdefault(_bare(one.title.value), one)
        if before.date is None and one.date is not None:
            first[_bare(one.title.value)] = one
    given = {_bare(_short(ground, one.whole)) for one in cited}
    words = {title: " ".join(_WORD.findall(title)) for title in first}
    charters = [title for title in first if title in CHARTER_NAMES][1:]
    return [
        one
        for title, one in first.items()
        if title not in given
        and title not in charters
        and not any(_within(words[title], other) for other in words.values())
    ]


def _within(title: str, other: str) -> bool:
    return title != other and f" {title} " in f" {other} "


def _bare(title: str) -> str:
    return folded(" ".join(title.split())).casefold()


def _item(ground: Ground, identifier: str, cited: _Cited) -> Item:
    value = mapping(
        (
            ("id", identifier),
            ("title", cited.title.value),
            ("date", cited.date.value if cited.date else None),
            ("short", _short(ground, cited.whole)),
        )
    )
    return Item(value, ground.quote([cited.whole]))


def _short(ground: Ground, cited: Fact) -> str:
    """The name that the text gives right behind a title and its date, if it names a thing of that kind."""
    clause = next(one for one in tree.clauses(ground.document) if one.id == cited.clause)
    near = re.split(r"[;.]", tree.plain(clause.text)[cited.span[1] : cited.span[1] + _NEAR])[0]
    own = set(_WORD.findall(_bare(cited.evidence)))
    for term in defined_terms(near):
        kind = _WORD.findall(_bare(term.value))[-1:]
        if _LEADS_TO_NAME.fullmatch(folded(near[: term.start])) and own.issuperset(kind):
            return term.value
    return ""
