"""Spec and pack → document."""

from treatydraft.document import tree
from treatydraft.document.numbering import UnknownTargetError, numbered
from treatydraft.drafting import body, frame
from treatydraft.drafting.brief import brief
from treatydraft.drafting.citing import citable, with_targets
from treatydraft.drafting.definitions import without_unused
from treatydraft.drafting.errors import DraftingError
from treatydraft.drafting.marking import marking
from treatydraft.drafting.references import introductions
from treatydraft.packs import Pack
from treatydraft.spec import Fault, FieldPath, Spec, did_you_mean, parsed_path


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
        pack=pack.name,
    )
    _check_ids(document)
    return _numbered(without_unused(introductions(document, plan.references, plan.actors)))


def _check_ids(document: tree.Document) -> None:
    seen: set[str] = set()
    for clause in tree.clauses(document):
        if clause.id in seen:
            message = f"two clauses have the name “{clause.id}”; give one an id of its own"
            raise DraftingError([Fault(("clauses",), "repeated-id", message)])
        seen.add(clause.id)


def _numbered(document: tree.Document) -> tree.Document:
    try:
        return numbered(with_targets(document))
    except UnknownTargetError as error:
        message = f"this cites “{error.target_id}”, which the text does not have"
        hint = did_you_mean(error.target_id, citable(document))
        fault = Fault(_source_of(error, document), "unknown-clause", message, error.target_id, hint=hint)
        raise DraftingError([fault]) from None


def _source_of(error: UnknownTargetError, document: tree.Document) -> FieldPath:
    """The field from which the words of the citing clause come; none for words of the pack."""
    clause = next(clause for clause in tree.clauses(document) if clause.id == error.source_id)
    values = (piece.spec_path for piece in clause.text if isinstance(piece, tree.Value))
    return parsed_path(next((path for path in values if path.endswith(".text")), ""))
