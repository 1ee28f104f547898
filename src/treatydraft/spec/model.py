"""What every instrument has: the core of a spec. A pack adds its own fields beside these (see `fields`)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from treatydraft.spec.clauses import Annex, OwnClause
from treatydraft.spec.dates import Day, PartialDate
from treatydraft.spec.final_clauses import (
    Amendment,
    Condition,
    Depositary,
    Disputes,
    EntryIntoForce,
    FinalClause,
    FutureEvent,
    Implementation,
    Languages,
    LegalStatus,
    Registration,
    Relation,
    Review,
    Term,
    Termination,
)
from treatydraft.spec.shapes import BY_SHAPE, MAPPING, WORD, Flag, Listed, Part, Registered, described
from treatydraft.spec.text import Language, Line, PartyCode, Prose, Slug, Topic
from treatydraft.spec.words import Form, Participle, PartyKind, Status


class Signed(Part):
    """When and where an instrument that exists was signed."""

    date: Annotated[Day, described("The day of signature.", "2024-06-13")]
    place: Annotated[Line | None, described("The place of signature, as printed.", "Puglia, Italy")] = None


class Describes(Part):
    """Says that the spec describes an instrument that exists, whose authentic text is not ours."""

    signed: Annotated[
        Signed, described("When and where it was signed.", {"date": "2024-06-13", "place": "Kyiv"})
    ]
    source: Annotated[
        Line | None, described("Where its facts were taken from.", "the text as published by the parties")
    ] = None


class Signing(Part):
    """Where and when an instrument is to be signed; what is left out stays blank in the original."""

    place: Annotated[Line | None, described("The place, as it is to be printed.", "Geneva")] = None
    date: Annotated[Day | None, described("The day, where it is settled.", "2027-03-01")] = None


class Instrument(Registered):
    """The agreement itself: what it is, how firmly it binds and how it looks."""

    form: Annotated[Form, described("What kind of instrument it is.", "agreement", "memorandum")]
    title: Annotated[
        Line, described("The title without the names of the parties.", "Agreement on Security Cooperation")
    ]
    short_title: Annotated[
        Line | None,
        described(
            "The title in short, as the header of each page has it; left out, the title.",
            "Bilateral Security Agreement",
        ),
    ] = None
    house_style: Annotated[
        Slug, described("How it is numbered and spelt: a house style of the pack.", "us", "european")
    ]
    status: Annotated[Status, described("How far it has come.", "draft", "for-signature")] = "draft"
    version: Annotated[Line | None, described("The version of this draft.", "second draft", "3")] = None
    date: Annotated[Day | None, described("The day of this draft.", "2024-05-02")] = None
    collective: Annotated[
        Line | None,
        described(
            "What the text calls the parties together, where not as the register has it.",
            "Participants",
            "Sides",
        ),
    ] = None


class Signatory(Part):
    """A person who signs for a party; what is not known is left out."""

    name: Annotated[Line | None, described("The person's name as printed.", "Volodymyr Zelenskyy")] = None
    office: Annotated[Line | None, described("The office held.", "President of Ukraine")] = None


class Party(Part):
    """A state, a government or an organisation between which the instrument is made."""

    id: Annotated[PartyCode, described("An ISO country code or an id of one's own, in capitals.", "UA", "EU")]
    name: Annotated[
        Line,
        described(
            "The full name with its article, as in a sentence.", "Ukraine", "the United States of America"
        ),
    ]
    short: Annotated[
        Line | None, described("The name used after the first mention.", "the United States")
    ] = None
    in_title: Annotated[
        Line | None, described("How the title names it, where not by its full name.", "the Netherlands")
    ] = None
    kind: Annotated[
        PartyKind, described("Who is party: the state, its government, an organisation.", "state")
    ]
    languages: Annotated[
        tuple[Language, ...],
        Listed(),
        described("Its languages, first among equals in its original.", "uk", ["en", "fr"]),
    ] = ()
    signatories: Annotated[
        tuple[Signatory, ...],
        described(
            "Who signs for it; none leaves a line.", [{"name": "Mark Rutte", "office": "Prime Minister"}]
        ),
    ] = ()


class Actor(Part):
    """A named provider or other actor that is no party."""

    id: Annotated[PartyCode, described("An id of one's own, in capitals.", "EU-MS")]
    name: Annotated[Line, described("The name as in a sentence.", "the European Union and its Member States")]
    short: Annotated[
        Line | None, described("The name used after the first mention.", "the Member States")
    ] = None
    plural: Annotated[Flag, described("Whether it takes the plural: “they have” and not “it has”.")] = False


class Reference(Part):
    """An earlier instrument or decision that the text names."""

    id: Annotated[Slug, described("The name by which this spec points at it.", "joint-declaration")]
    title: Annotated[
        Line, described("Its title, kept as it is in every house style.", "Charter of the United Nations")
    ]
    date: Annotated[
        PartialDate | None,
        described(
            "A day, a month, a year or a range; left out where not known.",
            "2023-07-12",
            "2023-07",
            "2022-2024",
        ),
    ] = None
    place: Annotated[Line | None, described("Where it was made.", "Vilnius")] = None
    short: Annotated[
        Line | None, described("The name used after the first mention.", "Joint Declaration")
    ] = None
    between: Annotated[
        Line | None,
        described("Between whom, where its title does not say.", "the Ministries of Defence of the Parties"),
    ] = None
    done: Annotated[
        Literal["signed", "adopted", "done", "made", "issued", "concluded", "launched", "published"] | None,
        described("What its date is the date of.", "signed", "adopted"),
    ] = None
    recital: Annotated[
        Participle | None,
        described("The participle with which the preamble names it.", "recalling", "reaffirming"),
    ] = None


class OwnRecital(Part):
    """A recital in one's own words."""

    id: Annotated[
        Slug | None, described("A name of its own, so that it can be pointed at.", "shared-values")
    ] = None
    verb: Annotated[Line, described("The participle that opens it.", "Recalling", "Deeply concerned by")]
    text: Annotated[
        Prose, described("The rest of the recital, without the comma at its end.", "their shared values")
    ]


Recital = Annotated[Annotated[Topic, WORD] | Annotated[OwnRecital, MAPPING], BY_SHAPE]
"""A recital of the pack by its topic, or one in own words."""


class Spec(Part):
    """What the parties agreed, in the words of one pack."""

    treatydraft: Annotated[Literal[1], described("The version of the format.", 1)]
    id: Annotated[
        Slug, described("The name of the spec, from which the files' names are made.", "us-ukraine-2024")
    ]
    pack: Annotated[Slug, described("The template pack that drafts it.", "security-agreement")]
    describes: Annotated[
        Describes | None,
        described("Given when the instrument exists already.", {"signed": {"date": "2024-06-13"}}),
    ] = None
    instrument: Annotated[Instrument, described("What the instrument is.")]
    parties: Annotated[
        tuple[Party, ...],
        described("The parties, in the order of this original; two or more."),
        Field(min_length=2),
    ]
    actors: Annotated[
        tuple[Actor, ...],
        described("Named providers and others that are no party.", [{"id": "EU-MS", "name": "…"}]),
    ] = ()
    references: Annotated[tuple[Reference, ...], described("Earlier instruments that the text names.")] = ()
    recitals: Annotated[
        tuple[Recital, ...],
        described(
            "The recitals: topics of the pack or own words.",
            ["sovereignty", {"verb": "Recalling", "text": "…"}],
        ),
    ] = ()
    term: Annotated[
        Term | None, described("How long it lasts.", {"length": "10 years", "from": "signature"})
    ] = None
    entry_into_force: Annotated[
        EntryIntoForce | None, described("When it takes effect.", {"on": "signature"})
    ] = None
    termination: Annotated[
        Termination | None, described("How a party ends it.", {"notice": "6 months", "from": "receipt"})
    ] = None
    amendment: Annotated[
        Amendment | None, described("How it is changed.", {"by": "mutual written agreement"})
    ] = None
    disputes: Annotated[Disputes | None, described("How disputes are settled.", {"by": ["consultation"]})] = (
        None
    )
    registration: Annotated[
        Registration | None, described("With whom it is registered.", {"with": "UN", "within": "60 days"})
    ] = None
    depositary: Annotated[Depositary | None, described("Who keeps the original.", {"party": "CH"})] = None
    legal_status: Annotated[
        LegalStatus | None,
        described(
            "What it says of its own standing in law.", {"creates_obligations": False, "registrable": False}
        ),
    ] = None
    conditions: Annotated[
        tuple[Condition, ...],
        Listed(),
        described("What all its undertakings are subject to.", ["domestic-law"]),
    ] = ()
    relation_to_other_agreements: Annotated[
        tuple[Relation, ...],
        Listed(),
        described("How it stands to other agreements.", {"effect": "without-prejudice"}),
    ] = ()
    implementation: Annotated[
        Implementation | None,
        described("Who carries it out, and by what arrangements.", {"arrangements": True}),
    ] = None
    review: Annotated[Review | None, described("When the parties review it.", {"every": "12-18 months"})] = (
        None
    )
    future_event: Annotated[
        FutureEvent | None, described("An event at which the parties meet and confer.", {"event": "…"})
    ] = None
    languages: Annotated[
        Languages | None, described("In what languages it is done.", {"done_in": ["en", "uk"]})
    ] = None
    signing: Annotated[
        Signing | None, described("Where it is to be signed; {} leaves blanks.", {"place": "Geneva"})
    ] = None
    annexes: Annotated[tuple[Annex, ...], described("The annexes, in their order.")] = ()
    clauses: Annotated[tuple[OwnClause, ...], described("Own wording where the pack's does not serve.")] = ()
    omit: Annotated[
        tuple[FinalClause, ...], Listed(), described("Final clauses left out on purpose.", ["disputes"])
    ] = ()

    def named(self, actor: str) -> Party | Actor | None:
        """The party or other actor of this id."""
        named: tuple[Party | Actor, ...] = (*self.parties, *self.actors)
        return next((one for one in named if one.id == actor), None)

    def reference(self, identifier: str) -> Reference | None:
        """The reference of this id."""
        return next((one for one in self.references if one.id == identifier), None)

    @property
    def signed_on(self) -> date | None:
        """The day of signature, of an instrument that exists or one to come."""
        signed = self.describes.signed if self.describes else self.signing
        return signed.date if signed else None

    @property
    def signed_at(self) -> str | None:
        """The place of signature, of an instrument that exists or one to come."""
        signed = self.describes.signed if self.describes else self.signing
        return signed.place if signed else None
