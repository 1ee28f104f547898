"""The closed lists of words of a spec that several of its parts use."""

from typing import Literal, TypeAlias

Register: TypeAlias = Literal["binding", "political"]
Status: TypeAlias = Literal["draft", "ad-referendum", "initialled", "for-signature"]
PartyKind: TypeAlias = Literal["state", "government", "organisation"]
Strength: TypeAlias = Literal["shall", "will", "intends", "policy", "may"]

Form: TypeAlias = Literal[
    "agreement",
    "treaty",
    "convention",
    "protocol",
    "accord",
    "charter",
    "compact",
    "exchange-of-notes",
    "memorandum",
    "memorandum-of-understanding",
    "arrangement",
    "understanding",
    "joint-commitments",
    "joint-declaration",
    "joint-statement",
    "declaration",
    "statement-of-intent",
    "letter-of-intent",
    "framework",
]

Participle: TypeAlias = Literal[
    "recalling",
    "reaffirming",
    "recognising",
    "guided-by",
    "upholding",
    "building-on",
    "acknowledging",
    "bearing-in-mind",
    "committed-to",
    "considering",
    "emphasising",
    "in-accordance-with",
    "mindful-of",
    "noting",
    "pursuant-to",
    "taking-into-account",
    "underlining",
    "welcoming",
]

Consent: TypeAlias = Literal[
    "mutual written agreement",
    "mutual written consent",
    "mutual written decision",
    "mutual agreement",
    "mutual consent",
    "written consent",
    "joint decision",
]
"""How parties decide a thing together."""

Start: TypeAlias = Literal["signature", "entry-into-force"]
"""What a period is counted from."""

Level: TypeAlias = Literal["most-senior", "highest", "higher", "ministers", "senior-officials", "officials"]
"""At what level people meet."""
