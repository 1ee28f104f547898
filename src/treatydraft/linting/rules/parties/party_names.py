"""A party is named in one way in the parties clause and in another in the title or the signature block.

## Why it matters
A state and its government are not the same party, and a name that changes lets one ask who has signed. The
short name that the parties clause introduces is for the body.

## Wrong
    Preamble: Norland and the Government of Sudland, hereinafter referred to as “the Parties”,
    Signature: For the Government of Norland: | | Minister of Fisheries
    Signature: For the Government of Sudland: | | Minister of Fisheries

## Right
    Preamble: Norland and the Government of Sudland, hereinafter referred to as “the Parties”,
    Signature: For Norland: | | Minister of Fisheries
    Signature: For the Government of Sudland: | | Minister of Fisheries

## Source
Practice of treaty sections: the same name in title, parties clause and signature block; guidance of the
United Kingdom on treaties between states and between governments.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.party_forms import Form, in_parties_clause, in_signatures, in_title
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def party_name_varies(text: Text) -> Iterator[Mark]:
    """Names of signature blocks that are not those of the parties clause, or else of the title."""
    title, clause = in_title(text), in_parties_clause(text)
    first = {form.party: form for form in (*clause, *title)[::-1] if form.party}
    for block in in_signatures(text):
        form = first.get(block.party)
        if form and form.name.lower() != block.name.lower() and not _only_longer(form, block):
            where = "the parties clause" if form in clause else "the title"
            yield _mark(block, form, where)
    stated = {form.party: form for form in clause}
    for named in title:
        form = stated.get(named.party)
        if form and named.is_government and not form.is_government:
            yield _mark(named, form, "the parties clause")


def _only_longer(form: Form, block: Form) -> bool:
    """Whether the block adds to the name what belongs to the person: `Norland, the Minister`."""
    return block.name.lower().startswith((f"{form.name.lower()},", f"{form.name.lower()} ("))


def _mark(form: Form, other: Form, where: str) -> Mark:
    return form.passage.mark(
        f"“{form.name}” is called “{other.name}” in {where}",
        form.span,
        suggestion="write the same name in title, parties clause and signature block",
    )


RULE: Final = Rule("TD601", "error", party_name_varies)
