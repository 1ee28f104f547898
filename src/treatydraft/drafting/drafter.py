"""Spec and pack → document."""

from dataclasses import replace

from treatydraft.document import tree
from treatydraft.document.numbering import UnknownTargetError, numbered
from treatydraft.drafting import body, frame
from treatydraft.drafting.brief import brief
from treatydraft.drafting.errors import DraftingError
from treatydraft.drafting.marking import marking
from treatydraft.packs import Pack
from treatydraft.spec import Fault, FieldPath, Spec, parsed_path


def draft(spec: Spec, pack: Pack, *, alternat: str | None = None) -> tree.Document:
    """Draft one original of an instrument.

    Args:
        spec: what the parties agreed.
        pack: the family of instruments that it belongs to.
        alternat: the id of the party whose original this is; it is named first wherever order is protocol.
            Without it the order is that of the spec.

    Raises:
        DraftingError: the spec asks for what the pack or the text does not have.
        TemplateFault: a clause file of the pack is at fault.
    """
    plan = brief(spec, pack, alternat)
    document = tree.Document(
        id=spec.id,
        form=spec.instrument.form,
        register=spec.instrument.register_,
        title=frame.title(plan),
        short_title=spec.instrument.short_title or spec.instrument.title,
        parties=tuple(
            tree.Party(str(party["id"]), str(party["name"]), str(party["short"] or party["name"]))
            for party in plan.parties
        ),
        preamble=frame.preamble(plan),
        body=body.body(plan),
        closing=frame.closing(plan),
        annexes=body.annexes(plan),
        house_style=plan.style,
        marking=marking(spec, plan.style),
    )
    _check_ids(document)
    return _numbered(document)


def _check_ids(document: tree.Document) -> None:
    seen: set[str] = set()
    for clause in tree.clauses(document):
        if clause.id in seen:
            message = f"two clauses have the name “{clause.id}”; give one an id of its own"
            raise DraftingError([Fault(("clauses",), "repeated-id", message)])
        seen.add(clause.id)


def _numbered(document: tree.Document) -> tree.Document:
    try:
        return numbered(_with_topic_targets(document))
    except UnknownTargetError as error:
        message = f"this cites “{error.target_id}”, which the text does not have"
        raise DraftingError([Fault(_source_of(error, document), "unknown-clause", message)]) from None


def _source_of(error: UnknownTargetError, document: tree.Document) -> FieldPath:
    """The field from which the words of the citing clause come; none for words of the pack."""
    clause = next(clause for clause in tree.clauses(document) if clause.id == error.source_id)
    values = (piece.spec_path for piece in clause.text if isinstance(piece, tree.Value))
    return parsed_path(next((path for path in values if path.endswith(".text")), ""))


def _with_topic_targets(document: tree.Document) -> tree.Document:
    """Citations of a topic point to the first clause on it: in a group of final clauses it has no heading."""
    first: dict[str, str] = {}
    for clause in tree.clauses(document):
        first.setdefault(clause.topic, clause.id)
    ids = {clause.id for clause in tree.clauses(document)}
    return tree.map_clauses(
        document,
        lambda clause: replace(
            clause, text=tree.map_pieces(clause.text, lambda piece: _retargeted(piece, ids, first))
        ),
    )


def _retargeted(piece: tree.Inline, ids: set[str], first: dict[str, str]) -> tree.Inline:
    match piece:
        case tree.Reference(target_id=target) if target not in ids and target in first:
            return tree.Reference(first[target])
        case _:
            return piece
