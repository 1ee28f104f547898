"""What most instruments settle near their end: effect, duration, termination, disputes, languages."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from treatydraft.spec.dates import Day
from treatydraft.spec.durations import Duration, Period
from treatydraft.spec.pointers import Location, PartyId, ReferenceId
from treatydraft.spec.shapes import (
    BY_SHAPE,
    MAPPING,
    NUMBER,
    WORD,
    Count,
    Flag,
    Listed,
    Part,
    Shorthand,
    described,
)
from treatydraft.spec.text import Language, Line, Slug
from treatydraft.spec.words import Consent, Level, Start, Strength

FinalClause: TypeAlias = Literal[
    "entry_into_force",
    "term",
    "termination",
    "amendment",
    "disputes",
    "languages",
    "signature",
    "registration",
    "depositary",
    "legal_status",
    "conditions",
    "relation_to_other_agreements",
    "implementation",
    "review",
]
"""A clause that an instrument usually has and that `omit` leaves out on purpose."""

Condition: TypeAlias = Literal[
    "domestic-law",
    "international-law",
    "constitutional-requirements",
    "eu-law",
    "availability-of-funds",
    "appropriations",
    "budgetary-procedures",
]

SettlementMeans: TypeAlias = Literal[
    "consultation",
    "negotiation",
    "good-offices",
    "mediation",
    "conciliation",
    "arbitration",
    "judicial-settlement",
]


class Extension(Part):
    """How a term is made longer."""

    by: Annotated[
        Literal[Consent, "tacit"],
        described(
            "Who decides it; tacit: it goes on unless a party objects.", "mutual written agreement", "tacit"
        ),
    ]
    period: Annotated[Duration | None, described("By how much, each time.", "5 years")] = None
    notice: Annotated[Duration | None, described("How long before the end it is notified.", "6 months")] = (
        None
    )


class Term(Part):
    """How long the instrument lasts: a length, a fixed end, or without a limit."""

    length: Annotated[Duration | None, described("Its length.", "10 years")] = None
    from_: Annotated[Start | None, described("What its length is counted from.", "entry-into-force")] = Field(
        default=None, alias="from"
    )
    until: Annotated[Day | None, described("The last day, where it is fixed.", "2034-06-12")] = None
    indefinite: Annotated[Flag, described("Whether it lasts without a limit.")] = False
    text: Annotated[
        Line | None,
        described("How long, in words that follow “in effect”.", "as Ukraine pursues its European path"),
    ] = None
    extension: Annotated[
        Annotated[Extension, Shorthand("by")] | None,
        described("How it is extended.", "mutual written agreement"),
    ] = None


class Provisional(Part):
    """Application before entry into force."""

    from_: Annotated[
        Literal["signature", "date"], described("When provisional application begins.", "signature")
    ] = Field(alias="from")
    date: Annotated[Day | None, described("The day, with from: date.", "2024-07-01")] = None


class EntryIntoForce(Part):
    """When the instrument takes effect."""

    on: Annotated[
        Literal["signature", "later-notification", "exchange-of-notes", "ratification", "date"],
        described(
            "What brings it into force; later-notification: the later of the parties' notifications.",
            "signature",
        ),
    ]
    date: Annotated[Day | None, described("The day, with on: date.", "2024-07-01")] = None
    after: Annotated[Duration | None, described("How long after that event.", "30 days")] = None
    approvals: Annotated[
        Count | None, described("How many ratifications it takes, with on: ratification.", 2)
    ] = None
    provisional: Annotated[
        Annotated[Provisional, Shorthand("from")] | None, described("Application before that.", "signature")
    ] = None


class Termination(Part):
    """How a party brings the instrument to an end."""

    notice: Annotated[Duration | None, described("How long after the notice it ends.", "6 months")] = None
    from_: Annotated[
        Literal["notification", "receipt", "giving"] | None,
        described("What the notice is counted from.", "receipt"),
    ] = Field(default=None, alias="from")
    channel: Annotated[
        Literal["diplomatic", "written"] | None, described("How the notice is given.", "diplomatic")
    ] = None
    survives: Annotated[
        tuple[
            Literal[
                "implementing-arrangements",
                "ongoing-projects",
                "contracts",
                "financial-obligations",
                "confidentiality",
                "classified-information",
                "disputes",
            ],
            ...,
        ],
        Listed(),
        described("What termination leaves untouched.", "implementing-arrangements"),
    ] = ()


class Amendment(Part):
    """How the instrument is changed."""

    by: Annotated[Consent, described("How the parties decide a change.", "mutual written agreement")]


class Tribunal(Part):
    """A third party that settles disputes."""

    tribunal: Annotated[Line, described("Its name.", "the International Court of Justice")]


class Disputes(Part):
    """How disputes about the instrument are settled."""

    by: Annotated[
        tuple[SettlementMeans, ...],
        Listed(),
        described("The means; a set, whose order does not count.", ["consultation", "negotiation"]),
        Field(min_length=1),
    ]
    word: Annotated[
        Literal["dispute", "difference", "divergence"], described("What the text calls them.", "difference")
    ] = "dispute"
    third_party: Annotated[
        Annotated[Annotated[Literal["excluded"], WORD] | Annotated[Tribunal, MAPPING], BY_SHAPE] | None,
        described("Whether a third party may settle them, and which.", "excluded", {"tribunal": "…"}),
    ] = None


class Registration(Part):
    """The registration of a binding instrument."""

    with_: Annotated[Line, described("With whom; UN is the Secretariat of the United Nations.", "UN")] = (
        Field(alias="with")
    )
    by: Annotated[PartyId | None, described("The party that registers it.", "US")] = None
    within: Annotated[Duration | None, described("How long after entry into force.", "60 days")] = None
    strength: Annotated[Strength, described("Whether they owe it or only intend it.", "shall", "intends")] = (
        "shall"
    )


class Depositary(Part):
    """Who keeps the original: a party or another."""

    party: Annotated[PartyId | None, described("A party as depositary.", "CH")] = None
    name: Annotated[
        Line | None, described("Another depositary.", "the Secretary-General of the United Nations")
    ] = None


class LegalStatus(Part):
    """What the instrument says of its own standing in law; what is left out is not said."""

    creates_obligations: Annotated[
        Flag | None, described("Whether it creates rights or obligations in law.")
    ] = None
    registrable: Annotated[
        Flag | None, described("Whether it may be registered under Article 102 of the Charter.")
    ] = None


class Relation(Part):
    """How the instrument stands to other agreements."""

    effect: Annotated[
        Literal["without-prejudice", "reinforces", "prevails", "supersedes"],
        described("What it does to them.", "without-prejudice"),
    ]
    references: Annotated[
        tuple[ReferenceId, ...],
        Listed(),
        described("Which; left out: other agreements in general.", ["joint-declaration"]),
    ] = ()


class Authority(Part):
    """The authority that a party designates."""

    party: Annotated[PartyId, described("The party.", "UA")]
    name: Annotated[Line, described("Its authority.", "the Ministry of Defence of Ukraine")]


class Implementation(Part):
    """Who carries the instrument out, and by what arrangements."""

    arrangements: Annotated[Flag, described("Whether implementing arrangements may be concluded.")] = False
    authorities: Annotated[
        tuple[Authority, ...], described("The designated authorities, none or one or more a party.")
    ] = ()


class Review(Part):
    """When the parties look at the instrument again."""

    every: Annotated[
        Period | None,
        described("How often; left out where only once.", "12-18 months", "1 year", "as-necessary"),
    ] = None
    first_within: Annotated[
        Duration | None, described("How long until the first review at the latest.", "3 years")
    ] = None
    from_: Annotated[Start | None, described("What that is counted from.", "signature")] = Field(
        default=None, alias="from"
    )
    level: Annotated[Level | None, described("At what level.", "senior-officials")] = None
    by: Annotated[Line | None, described("By whom, where not by the parties.", "a joint committee")] = None
    in_: Annotated[Location, described("Where it stands: body, annex, or an annex by its id.", "annex")] = (
        Field(default=Location("body"), alias="in")
    )


class FutureEvent(Part):
    """An event to come, and what the parties do then."""

    id: Annotated[Slug | None, described("A name of its own.", "nato-membership")] = None
    event: Annotated[
        Line, described("The event, as a clause that follows “when”.", "Ukraine becomes a member of NATO")
    ]
    action: Annotated[
        Literal["meet-and-confer", "consult", "review", "terminate"],
        described("What happens then.", "meet-and-confer"),
    ] = "meet-and-confer"
    about: Annotated[Line | None, described("About what.", "the future status of this Agreement")] = None


class Languages(Part):
    """In what languages the instrument is done, and which text counts."""

    done_in: Annotated[
        tuple[Language, ...], Listed(), described("The languages signed.", ["en", "uk"]), Field(min_length=1)
    ]
    authentic: Annotated[
        tuple[Language, ...],
        Listed(),
        described("The texts said to be authentic; left out: not said.", ["en", "uk"]),
    ] = ()
    later: Annotated[
        dict[Language, Literal["exchange-of-notes", "signature", "certification"]],
        described("Later versions and how each becomes authentic.", {"uk": "exchange-of-notes"}),
    ] = Field(default_factory=dict)
    prevailing: Annotated[Language | None, described("The text that prevails where they differ.", "en")] = (
        None
    )
    copies: Annotated[
        Annotated[
            Annotated[
                Literal[
                    "duplicate",
                    "triplicate",
                    "quadruplicate",
                    "one original",
                    "two originals",
                    "three originals",
                ],
                WORD,
            ]
            | Annotated[Count, NUMBER],
            BY_SHAPE,
        ]
        | None,
        described("In how many originals it is done.", "duplicate", "two originals", 4),
    ] = None
