"""The instruments that a document cites, as a spec declares them."""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.citations import citations
from treatydraft.facts.fact import Fact
from treatydraft.facts.folding import folded
from treatydraft.facts.spec_text.ground import Ground, distinct, slug
from treatydraft.facts.spec_text.records import mapping
from treatydraft.facts.terms import defined_terms
from treatydraft.spec.commented import Entry, Item, Line, Remark
from treatydraft.spec.text import TODO

_NEAR: Final = 90  # characters behind a title in which its short name is given
_WORD: Final = re.compile(r"\w+")


def reference_lines(ground: Ground) -> Iterator[Line]:
    """The field `references`: each instrument once, by the longest title that the text gives it."""
    cited = list(citations(ground.reading))
    titles = _named_in_full([fact for fact in cited if fact.field == "references.title"])
    if not titles:
        yield Remark(f"references: {TODO} – the text names no other instrument")
        return
    ids = distinct(slug(title.value) or "reference" for title in titles)
    items = (_item(ground, identifier, title, cited) for identifier, title in zip(ids, titles, strict=True))
    yield Entry("references", below=tuple(items))


def _named_in_full(titles: list[Fact]) -> list[Fact]:
    """The titles, each once, without those that are a shorter name of another."""
    first = {_bare(fact.value): fact for fact in reversed(titles)}
    ordered = sorted(first.values(), key=titles.index)
    words = {fact.value: " ".join(_WORD.findall(_bare(fact.value))) for fact in ordered}
    return [
        fact
        for fact in ordered
        if not any(
            f" {words[fact.value]} " in f" {other} " for other in words.values() if other != words[fact.value]
        )
    ]


def _bare(title: str) -> str:
    return folded(" ".join(title.split())).casefold()


def _item(ground: Ground, identifier: str, title: Fact, cited: list[Fact]) -> Item:
    dates = (
        fact
        for fact in cited
        if fact.field == "references.date" and _bare(title.value) in _bare(fact.evidence)
    )
    date = next((fact for fact in dates if _begins(fact, title)), None)
    value = mapping(
        (
            ("id", identifier),
            ("title", title.value),
            ("date", date.value if date else None),
            ("short", _short(ground, date or title)),
        )
    )
    return Item(value, ground.quote([date or title]))


def _begins(date: Fact, title: Fact) -> bool:
    """Whether a date stands behind this very title, here or where the text names it again."""
    return _bare(date.evidence).startswith(_bare(title.value))


def _short(ground: Ground, cited: Fact) -> str:
    """The name that the text gives right behind a title, where its words are words of the title."""
    clause = next(one for one in tree.clauses(ground.document) if one.id == cited.clause)
    tail = tree.plain(clause.text)[cited.span[1] : cited.span[1] + _NEAR]
    own = set(_WORD.findall(_bare(cited.evidence)))
    near = re.split(r"[;.]", tail)[0]
    for term in defined_terms(near):
        if set(_WORD.findall(term.value.casefold())) <= own and not near[: term.start].strip(" (“‘\"'"):
            return term.value
    return ""
