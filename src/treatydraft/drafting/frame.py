"""What stands around the body: title, preamble, testimonium and signature blocks."""

from collections.abc import Iterator

from treatydraft.document import tree
from treatydraft.drafting.brief import Brief
from treatydraft.drafting.clauses import applies, clause_blocks
from treatydraft.drafting.fitting import OWN_RECITAL, RECITAL
from treatydraft.drafting.markup import Block
from treatydraft.drafting.phrases import phrase
from treatydraft.drafting.views import Record, view
from treatydraft.sandbox import TemplateFault
from treatydraft.spec.model import OwnRecital

_REFERENCES = "references"


def title(brief: Brief) -> tuple[tree.Inline, ...]:
    """The title, with the parties in the order of this original."""
    return _paragraph(brief, "title").text


def preamble(brief: Brief) -> tree.Preamble:
    """Who concludes the instrument, the recitals as one sentence, and the enacting words."""
    opening = tree.Clause("preamble", "preamble", "preamble", text=_paragraph(brief, "preamble").text)
    enacting = tree.Clause("paragraph", "enacting", "enacting", text=_paragraph(brief, "enacting").text)
    return tree.Preamble(opening, tuple(_punctuated(list(_recitals(brief)))), enacting)


def closing(brief: Brief) -> tree.Closing:
    """The testimonium and a signature block for each party."""
    blocks = clause_blocks(brief.pack.clauses["testimonium"], brief.body_part())
    paragraphs = tuple(
        tree.Clause("testimonium", f"testimonium/{block.name or index}", "testimonium", text=block.text)
        for index, block in enumerate(blocks, start=1)
    )
    testimonium = tree.Clause("testimonium", "testimonium", "testimonium", children=paragraphs)
    return tree.Closing(testimonium, tuple(_signature(brief, party) for party in brief.parties))


def _paragraph(brief: Brief, topic: str, **extra: object) -> Block:
    source = brief.pack.clauses[topic]
    found = clause_blocks(source, brief.body_part(**extra))
    if len(found) != 1 or found[0].children:
        raise TemplateFault(source.file, 0, f"one paragraph without a list belongs here, not {len(found)}")
    return found[0]


def _recitals(brief: Brief) -> Iterator[tree.Clause]:
    recitals = brief.spec.recitals or brief.pack.recitals
    # What a spec says of its references is never dropped.
    if _REFERENCES not in recitals and RECITAL + _REFERENCES in brief.pack.clauses:
        yield from _pack_recital(brief, _REFERENCES)
    for index, recital in enumerate(recitals):
        if isinstance(recital, str):
            yield from _pack_recital(brief, recital)
        else:
            yield _own_recital(brief, recital, index)


def _own_recital(brief: Brief, recital: OwnRecital, index: int) -> tree.Clause:
    path = f"recitals[{index}]"
    words = _paragraph(brief, OWN_RECITAL, recital=view(recital, path, brief.style)).text
    return tree.Clause("recital", f"recital/{recital.id or index + 1}", "recital", text=words)


def _pack_recital(brief: Brief, name: str) -> Iterator[tree.Clause]:
    source, place = brief.pack.clauses[RECITAL + name], brief.body_part()
    if not applies(source, place):
        return
    found = clause_blocks(source, place)
    for block in found:
        identity = f"recital/{name}" if len(found) == 1 else f"recital/{name}/{block.name}"
        yield tree.Clause("recital", identity, source.topic, text=block.text)


def _punctuated(recitals: list[tree.Clause]) -> Iterator[tree.Clause]:
    """The recitals as one sentence: `;` between them, `; and` before the last, which ends in a comma."""
    for index, recital in enumerate(recitals, start=1):
        end = "," if index == len(recitals) else "; and" if index == len(recitals) - 1 else ";"
        yield tree.Clause("recital", recital.id, recital.topic, text=_ended(recital.text, end))


def _ended(text: tuple[tree.Inline, ...], end: str) -> tuple[tree.Inline, ...]:
    match text:
        case (*before, tree.Text(text=last)):
            return (*before, tree.Text(last + end))
        case _:
            return (*text, tree.Text(end))


def _signature(brief: Brief, party: Record) -> tree.SignatureBlock:
    signatories = party["signatories"]
    assert isinstance(signatories, tuple)  # noqa: S101 - a list field becomes a tuple
    identity = str(party["id"])
    return tree.SignatureBlock(
        f"signature/{identity.lower()}",
        identity,
        _paragraph(brief, "signature", party=party).text,
        tuple(
            tree.Signatory(_optional(person["name"]), _optional(person["office"])) for person in signatories
        ),
    )


def _optional(value: object) -> tuple[tree.Inline, ...]:
    return phrase(value).pieces if value else ()
