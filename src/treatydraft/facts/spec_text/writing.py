"""A document → the text of its draft spec: the head, then the fields in the order of a spec."""

from collections.abc import Iterator
from shlex import quote
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.spec_text.annexes import annex_lines
from treatydraft.facts.spec_text.family import Family
from treatydraft.facts.spec_text.ground import Ground, slug
from treatydraft.facts.spec_text.instrument import describes, instrument
from treatydraft.facts.spec_text.languages import with_later
from treatydraft.facts.spec_text.parties import party_ids, party_lines
from treatydraft.facts.spec_text.promises import area_lines, sum_lines
from treatydraft.facts.spec_text.records import Records, unstated
from treatydraft.facts.spec_text.references import reference_lines
from treatydraft.spec.commented import Entry, Line, Remark, commented
from treatydraft.spec.model import Spec
from treatydraft.spec.text import TODO
from treatydraft.spec.walking import keys_of

_LONGEST_ID: Final = 100
# The groups of every spec that are read from a text, in the order of a spec.
_GROUPS: Final = (
    "term", "entry_into_force", "termination", "amendment", "disputes", "registration", "review", "languages",
)  # fmt: skip
_WRITTEN: Final = frozenset(
    (
        *_GROUPS,
        "treatydraft",
        "omit",
        "id",
        "pack",
        "describes",
        "instrument",
        "parties",
        "references",
        "signing",
        "annexes",
    )
)


def spec_text(
    document: tree.Document, family: Family, *, source: str = "", schema: str = "", path: str = ""
) -> str:
    """The text of a draft spec.

    A value that the text does not state is never made up: an optional field is left out with a comment, and
    one that must be given stands as `TODO`, which no field takes.

    Args:
        document: What was received, or drafted.
        family: The pack whose fields and words the spec uses.
        source: What the received file is called.
        schema: Where editors find the JSON Schema, as seen from the spec.
        path: Where the spec will lie, for its own first lines.
    """
    ground = Ground(document, family)
    identifier = slug(document.id, _LONGEST_ID) or "received"
    head = _head(source or identifier, schema, path or f"{identifier}.yaml")
    first: tuple[Line, ...] = (Entry("treatydraft", 1), Entry("id", identifier), Entry("pack", family.name))
    sections: tuple[tuple[Line, ...], ...] = (tuple(head), first, *_sections(ground, source or identifier))
    return "\n\n".join("\n".join(commented(lines)) for lines in sections if lines) + "\n"


def _head(source: str, schema: str, path: str) -> Iterator[Remark]:
    if schema:
        yield Remark(f"yaml-language-server: $schema={schema}")
        yield Remark("")
    yield Remark(
        f"A draft, read from {source}. Beside each value stands where the text says it, with its words."
    )
    yield Remark(f"{TODO} is for a person to fill in. Compare the rest with the text as well, then:")
    yield Remark(f"treatydraft validate {quote(path)}")


def _sections(ground: Ground, source: str) -> Iterator[tuple[Line, ...]]:
    ids = party_ids(ground)
    records, known = Records(ground, ids), keys_of(ground.model)
    yield tuple(describes(ground, source))
    yield tuple(instrument(ground))
    yield tuple(party_lines(ground, ids))
    yield tuple(reference_lines(ground))
    for name in _GROUPS:
        yield tuple(map(with_later, records.group(name, known[name])))
    yield tuple(annex_lines(ground))
    yield tuple(_not_read())
    areas, sums = tuple(area_lines(ground, ids)), tuple(sum_lines(ground, ids))
    done = {_name(line) for line in (*areas[:1], *sums[:1])}
    added = [name for name, _ in ground.family.fields]
    if added:
        yield (Remark(f"What the pack “{ground.family.name}” adds."),)
    yield areas
    yield sums
    for name in added:
        if name not in done:
            yield tuple(records.group(name, known[name])) or (
                Remark(f"{name}: {TODO} – {unstated(known[name])}"),
            )


def _name(line: Line) -> str:
    """The field that a line is about, in a remark as well."""
    return line.name if isinstance(line, Entry) else getattr(line, "text", "").partition(":")[0]


def _not_read() -> Iterator[Line]:
    """The fields of every spec that are not read from a text: whether it has them, a person must look."""
    yield Remark(f"{TODO} – look for these, which are not read from a text:")
    for name, info in keys_of(Spec).items():
        if name not in _WRITTEN:
            meaning = " ".join((info.description or "").split())
            yield Remark(f"  {name}: {meaning}")
