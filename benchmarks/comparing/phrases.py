"""Random numbers → sentences of a treaty, with the boilerplate that the paragraphs of treaties share."""

import random
from typing import Final

_WHO: Final = (
    "The Participants", "Each Participant", "The Contracting Parties", "Either Party", "The Joint Committee",
    "The Secretariat", "The competent authorities", "The Depositary", "The host State", "The sending State",
    "The coordinating bodies", "The designated experts", "The Council of Ministers", "The receiving State",
)  # fmt: skip
_MODALS: Final = ("shall", "shall", "shall", "shall", "will", "may", "should", "intends to")
_VERBS: Final = (
    "adopt", "arrange", "assess", "assist with", "coordinate", "decide on", "develop", "encourage", "ensure",
    "establish", "evaluate", "examine", "exchange", "facilitate", "finance", "implement", "improve",
    "inspect", "maintain", "modernise", "monitor", "notify", "oversee", "plan", "prepare", "promote",
    "protect", "provide", "publish", "record", "register", "review", "safeguard", "strengthen", "supervise",
    "supply", "support", "transfer", "update", "verify",
)  # fmt: skip
_ADJECTIVES: Final = (
    "annual", "appropriate", "bilateral", "civil", "common", "confidential", "cultural", "customs",
    "detailed", "digital", "economic", "educational", "environmental", "financial", "final", "humanitarian",
    "industrial", "institutional", "joint", "judicial", "legal", "logistical", "maritime", "medical",
    "multilateral", "national", "necessary", "operational", "periodic", "postal", "practical", "public",
    "regional", "relevant", "scientific", "statistical", "technical", "temporary", "voluntary", "written",
)  # fmt: skip
_NOUNS: Final = (
    "accounts", "activities", "aid", "archives", "arrangements", "assets", "audits", "benefits",
    "certificates", "channels", "claims", "commitments", "consultations", "contributions", "controls",
    "courses", "data", "deliveries", "documents", "equipment", "expenditure", "expertise", "facilities",
    "fisheries", "forecasts", "forests", "grants", "guarantees", "harbours", "information", "infrastructure",
    "inspections", "inventories", "investments", "laboratories", "licences", "loans", "measures", "missions",
    "networks", "notices", "parcels", "patents", "payments", "permits", "personnel", "plans", "procedures",
    "programmes", "projects", "purchases", "quotas", "railways", "records", "reforms", "registers",
    "reports", "requirements", "research", "reserves", "resources", "rules", "samples", "satellites",
    "schedules", "services", "shipments", "standards", "statistics", "studies", "supplies", "surveys",
    "tariffs", "training", "translations", "transport", "vessels", "visits", "waterways", "workshops",
)  # fmt: skip
_LINKS: Final = (
    "in the field of", "with regard to", "for the benefit of", "concerning", "connected with", "relating to",
    "on the basis of", "in addition to", "together with", "including", "in support of", "subject to",
)  # fmt: skip
_SHARED: Final = (  # what half of all sentences end with, word for word
    "in accordance with their respective laws and regulations",
    "subject to the availability of appropriated funds",
    "without prejudice to the rights and obligations of either Party under other international agreements",
    "unless the Participants decide otherwise in writing",
    "for the purposes of this Agreement and of the arrangements made under it",
    "as far as the means at the disposal of the Participants allow",
    "in conformity with the principles of the Charter of the United Nations",
    "through the channels that the competent authorities designate for this purpose",
)
_WHOLE: Final = (  # sentences that come back in many paragraphs
    "Nothing in this paragraph affects the obligations of a Party under its other agreements.",
    "Any costs that arise from it are borne by the Party that incurs them.",
    "The other Party is informed of it without undue delay.",
    "Further details are laid down in implementing arrangements.",
)
SHARED_SHARE: Final = 0.5
_WHOLE_SHARE: Final = 0.12
_NUMBERED_SHARE: Final = 0.3


def choices(seed: str) -> random.Random:
    """What the text of one seed is drawn from: the same in every run."""
    return random.Random(seed)  # noqa: S311 - nothing here is secret


def things(choose: random.Random) -> str:
    """`bilateral customs arrangements`."""
    adjectives = choose.sample(_ADJECTIVES, choose.randint(1, 2))
    return " ".join((*adjectives, choose.choice(_NOUNS)))


def title(choose: random.Random) -> str:
    """What an article is about."""
    return f"{things(choose)} and {choose.choice(_NOUNS)}".capitalize()


def sentence(choose: random.Random) -> str:
    """What somebody is to do about something, with a number or a reservation."""
    if choose.random() < _WHOLE_SHARE:
        return choose.choice(_WHOLE)
    said = [
        f"{choose.choice(_WHO)} {choose.choice(_MODALS)} {choose.choice(_VERBS)} {things(choose)}",
        f"{choose.choice(_LINKS)} {things(choose)} and {things(choose)}",
    ]
    if choose.random() < _NUMBERED_SHARE:
        said.append(f"within {choose.randint(2, 90)} days of the {choose.choice(_ADJECTIVES)} notification")
    if choose.random() < SHARED_SHARE:
        said.append(choose.choice(_SHARED))
    return f"{' '.join(said)}."


def paragraph(choose: random.Random) -> str:
    """Two to four sentences."""
    return " ".join(sentence(choose) for _ in range(choose.randint(2, 4)))


def item(choose: random.Random) -> str:
    """One of the things in a list."""
    return f"{things(choose)} {choose.choice(_LINKS)} {things(choose)} and {things(choose)};"


def row(choose: random.Random, number: int) -> tuple[str, ...]:
    """A line of a table of contributions."""
    amount = f"EUR {choose.randrange(10**5, 10**7):,}"
    return (
        str(number),
        things(choose).capitalize(),
        amount,
        f"{choose.randint(1, 28)} June {choose.randint(2025, 2034)}",
    )


def other_word(choose: random.Random, old: str) -> str:
    """A word to stand for another, which is a different one."""
    return choose.choice([word for word in (*_NOUNS, *_ADJECTIVES) if word != old.lower()])
