"""How far a text has come, where nobody says."""

from treatydraft.document import tree
from treatydraft.facts.passages import reading
from treatydraft.facts.signing import signing
from treatydraft.linting.finding import Stage


def stage_of(document: tree.Document) -> Stage:
    """`signature` for a text that says when it was signed and by whom, and is not marked as a draft."""
    if document.marking.status or not document.closing.signatures:
        return "draft"
    is_dated = any(fact.field == "instrument.signed.date" for fact in signing(reading(document)))
    return "signature" if is_dated else "draft"
