"""The annexes of a document, as a spec names them."""

from collections.abc import Iterator
from dataclasses import replace

from treatydraft.document import tree
from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Reading
from treatydraft.facts.register import register
from treatydraft.facts.spec_text.ground import Ground, quoted
from treatydraft.spec.commented import Entry, Item, Line
from treatydraft.spec.text import TODO


def annex_lines(ground: Ground) -> Iterator[Line]:
    """The field `annexes`, where there are any."""
    items = tuple(Item(below=tuple(_annex(ground, annex))) for annex in ground.document.annexes)
    if items:
        yield Entry("annexes", below=items)


def _annex(ground: Ground, annex: tree.Clause) -> Iterator[Line]:
    title = annex.heading or tree.plain(annex.text)
    yield Entry("id", ground.annexes[annex.id])
    yield Entry("title", title or TODO, quoted(f"{annex.label} {title}"))
    own = _register(ground.reading, annex)
    value = own[0].value if own else TODO
    yield Entry("register", value, ground.quote(own) or "binding or political? its words do not show it")
    if not _is_read(ground, annex):
        yield Entry("topics", TODO, "what stands in it is not read from a text; or give clauses")


def _is_read(ground: Ground, annex: tree.Clause) -> bool:
    """Whether something that a draft spec places is stated in the annex."""
    inside = {clause.id for clause in tree.walk((annex,))}
    placed = ("review.", ground.family.vocabulary.area_field or "review.")
    stated = (fact for field, facts in ground.facts.items() if field.startswith(placed) for fact in facts)
    return any(fact.clause in inside for fact in stated)


def _register(reading: Reading, annex: tree.Clause) -> list[Fact]:
    """The register of an annex by its own words, read as those of an instrument are."""
    inside = {clause.id for clause in tree.walk((annex,))}
    own = tuple(replace(one, zone="body") for one in reading.all if one.clause.id in inside)
    return list(register(replace(reading, all=own)))
