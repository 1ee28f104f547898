"""The level at which people meet, `at ministerial level`, in the words of the spec."""

from typing import Final

from treatydraft.facts.wording import Wording, table

LEVELS: Final[tuple[Wording, ...]] = table(
    ("most-senior", "\\bmost senior levels?\\b"),
    (
        "highest",
        (
            "\\bhighest (?:\\w+ ){0,2}levels?\\b|\\blevel of (?:the )?heads of (?:state"
            "|government)\\b|\\bнайвищому рівні"
        ),
    ),
    ("higher", "\\bhigher levels?\\b"),
    ("ministers", "\\bministerial levels?\\b|\\blevel of (?:the )?ministers\\b|\\bрівні міністрів"),
    ("senior-officials", "\\b(?:level of )?(?:senior|high) officials?\\b|\\bsenior official level\\b"),
    ("officials", "\\blevel of officials\\b|\\bofficials?'? level\\b"),
)
