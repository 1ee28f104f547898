"""Annexes and own clauses: the parts of a spec that are written out and not drafted by the pack."""

from typing import Annotated, Literal

from treatydraft.spec.shapes import Listed, Part, Registered, described
from treatydraft.spec.text import Line, Prose, Slug, Topic


class OwnClause(Part):
    """A clause in one's own words; left without a place, it stands before the final clauses."""

    topic: Annotated[Topic, described("What the clause is about.", "reform", "confidentiality")]
    id: Annotated[
        Slug | None, described("A name of its own; left out, its topic serves.", "reform-council")
    ] = None
    before: Annotated[Topic | None, described("The topic that it stands before.", "disputes")] = None
    after: Annotated[Topic | None, described("The topic that it stands after.", "support")] = None
    heading: Annotated[Line | None, described("Its heading.", "Reform of the Security Sector")] = None
    text: Annotated[
        Prose,
        described(
            "Its text: paragraphs with empty lines between them, and Markdown lists.",
            "The council:\n\n1. meets once a year; and\n2. reports to the Parties.",
        ),
    ]


class Annex(Registered):
    """An annex, which may have another register than its instrument."""

    id: Annotated[
        Slug | None, described("A name of its own, so that it can be pointed at.", "cooperation")
    ] = None
    title: Annotated[Line, described("Its title.", "Areas of Cooperation")]
    status: Annotated[
        Literal["integral", "no-legal-obligations"] | None,
        described(
            "What it says of its own standing: a part of the agreement, or free of obligations in law.",
            "integral",
        ),
    ] = None
    topics: Annotated[
        tuple[Topic, ...], Listed(), described("The pack's topics that stand in it.", ["support", "review"])
    ] = ()
    clauses: Annotated[tuple[OwnClause, ...], described("Clauses in one's own words.")] = ()
