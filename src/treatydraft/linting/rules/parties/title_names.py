"""The title calls a party by another form of its name than the parties clause does.

## Why it matters
Title and parties clause are the two places in which a party has its full name. Titles of real texts are
often shorter, so this is only pointed out.

## Wrong
    Title: Agreement between Norland and Sudland on Fisheries
    Preamble: The Government of Norland and Sudland, hereinafter referred to as “the Parties”,

## Right
    Title: Agreement between the Government of Norland and Sudland on Fisheries
    Preamble: The Government of Norland and Sudland, hereinafter referred to as “the Parties”,

## Source
Practice of treaty sections: the same name in title, parties clause and signature block.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.party_forms import in_parties_clause, in_title
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def title_name_varies(text: Text) -> Iterator[Mark]:
    """Names of the title that are not those of the parties clause."""
    clause = {form.party: form for form in in_parties_clause(text) if form.party}
    for named in in_title(text):
        form = clause.get(named.party)
        if form and form.name.lower() != named.name.lower():
            yield named.passage.mark(
                f"“{named.name}” is called “{form.name}” in the parties clause",
                named.span,
                suggestion="write the same name in title and parties clause",
            )


RULE: Final = Rule("TD611", "info", title_name_varies)
