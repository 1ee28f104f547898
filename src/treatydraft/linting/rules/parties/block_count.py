"""There are fewer signature blocks than parties, or more.

## Why it matters
A party that has no place to sign does not sign, and a block of nobody is filled by somebody.

## Wrong
    Parties: Norland; Sudland; Westland
    Signature: For Norland: | | Minister of Fisheries
    Signature: For Sudland: | | Minister of Fisheries

## Right
    Parties: Norland; Sudland
    Signature: For Norland: | | Minister of Fisheries
    Signature: For Sudland: | | Minister of Fisheries

## Source
Practice of treaty sections: one block for each party; two may sign for one party, as for the European
Union.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.party_forms import in_signatures
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_TWO: Final = 2


def signature_block_count(text: Text) -> Iterator[Mark]:
    """Parties without a block, and blocks too many."""
    forms = in_signatures(text)
    parties = {party.id: party for party in text.parties}
    if len(parties) < _TWO or not forms:
        return
    signing = {form.party for form in forms}
    missing = [party for party in text.parties if party.id not in signing]
    strangers = [form for form in forms if form.party not in parties]
    if missing and len(strangers) < len(missing):
        for party in missing:
            yield Mark(
                f"“{party.name}” has no signature block",
                suggestion="add a block for each party",
            )
    for form in strangers if len(strangers) > len(missing) else ():
        yield form.passage.mark(
            f"“{form.name}” signs, and is none of the parties",
            form.span,
            suggestion="remove the block, or name the party",
        )
    yield from _twice(text)


def _twice(text: Text) -> Iterator[Mark]:
    """Blocks that repeat another one line for line."""
    seen = set()
    for block in text.document.closing.signatures:
        passage = text.by_id[block.id]
        lines = (passage.folded, block.signatories)
        if passage.folded and lines in seen:
            yield passage.mark("the same block stands there twice", suggestion="remove one of the two")
        seen.add(lines)


RULE: Final = Rule("TD605", "error", signature_block_count, languages=())
