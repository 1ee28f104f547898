"""Writes a commented starter spec, which is valid as it stands."""

from collections.abc import Sequence
from shlex import quote
from string import Template
from typing import Final

from treatydraft.spec.fields import FieldSet
from treatydraft.spec.party_names import party_name
from treatydraft.spec.phrase import RefusedError
from treatydraft.spec.problems import shown
from treatydraft.spec.starter_fields import pack_fields, scalar
from treatydraft.spec.text import check_party_code, check_slug

_LONGEST_PATH: Final = 300

_SPEC: Final = Template("""\
# yaml-language-server: $$schema=$schema
#
# What the parties agreed, in the words of the pack “$pack”.
# This spec is valid as it stands. Change it, then: treatydraft validate $path
# A line that begins with # says nothing; take the # away to say it.

treatydraft: 1                      # the version of the format
id: $id
pack: $pack

instrument:
  form: memorandum-of-understanding # agreement, treaty, convention, accord, arrangement, joint-declaration …
  register: political               # binding (“shall”, “Parties”) or political (“will”, “Participants”)
  title: $title
  house_style: $house_style # how it is numbered and spelt; a house style of the pack
  status: draft                     # draft, ad-referendum, initialled, for-signature

# The parties, in the order of this original, named as in a sentence: “the” where it is needed.
parties:
$parties
# Earlier instruments that the text names. A date is a day, a month, a year, a range, or left out.
references:
  - {id: un-charter, title: Charter of the United Nations, date: 1945-06-26, recital: reaffirming}

term: {length: 10 years, from: signature}        # from: signature or entry-into-force
entry_into_force: {on: signature}                # or later-notification, ratification, date
termination: {notice: 6 months, from: receipt}   # from: notification, receipt or giving
amendment: {by: mutual written consent}
disputes: {by: [consultation, negotiation]}
languages: {done_in: [en]}                       # and authentic, later, prevailing, copies
signing: {}                                      # place and date; what is left out stays blank

# registration: {with: UN, within: 60 days}      # of a binding instrument
# legal_status: {creates_obligations: false, registrable: false}
# conditions: [domestic-law, availability-of-funds]
# implementation: {arrangements: true}
# review: {every: 1 year, level: senior-officials}
# omit: []                                       # final clauses left out on purpose

# Your own wording, where the pack's does not serve:
# clauses:
#   - topic: confidentiality
#     before: disputes
#     heading: Confidentiality
#     text: |
#       The text, in paragraphs and lists.
$fields""")


def starter(  # noqa: PLR0913 - as many as a spec begins with
    identifier: str,
    pack: str,
    parties: Sequence[str],
    fields: FieldSet | None = None,
    *,
    house_style: str = "plain",
    schema: str = "spec.schema.json",
    title: str = "Memorandum of Understanding on Cooperation",
    path: str = "",
) -> str:
    """The text of a starter spec.

    Args:
        identifier: The id of the spec.
        pack: The name of the pack.
        parties: Two or more ids: ISO country codes, or ids of one's own.
        fields: What the pack adds, shown as comments.
        house_style: A house style of the pack.
        schema: Where editors find the JSON Schema, as seen from the spec.
        title: The title of the instrument.
        path: Where the spec will lie, for its own first lines.

    Raises:
        RefusedError: The id or a party cannot be one (a `ValueError`).
    """
    check_ids(identifier, parties)
    return _SPEC.substitute(
        id=identifier,
        path=shown(quote(path or f"{identifier}.yaml"), _LONGEST_PATH),
        pack=pack,
        schema=schema,
        house_style=f"{house_style:<20}",
        title=scalar(title),
        parties="".join(map(_party, parties)),
        fields=pack_fields(pack, fields, parties) if fields else "",
    )


def check_ids(identifier: str, parties: Sequence[str]) -> None:
    """Refuse an id or parties that no spec could have."""
    check_slug(identifier)
    for party in parties:
        check_party_code(party)
    if len(parties) < 2 or len(set(parties)) < len(parties):  # noqa: PLR2004 - an agreement has two sides
        raise RefusedError("too-few", "an instrument has two or more parties, each of another id")


def _party(identifier: str) -> str:
    known = party_name(identifier)
    short = f"    short: {scalar(known.short)}\n" if known.short else ""
    return (
        f"  - id: {scalar(identifier)}\n"
        f"    name: {scalar(known.name)}\n"
        f"{short}"
        f"    kind: {known.kind}                     # state, government or organisation\n"
        "    signatories: []                 # [{name: …, office: …}]; none leaves a line\n"
    )
