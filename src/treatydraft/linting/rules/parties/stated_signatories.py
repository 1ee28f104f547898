"""A signature block does not have the signatory or the office that the spec states.

## Why it matters
Names and offices are checked with the protocol of the other side, and once they are agreed nobody looks
again.

## Wrong
    Stated: parties.office = Minister of Fisheries
    Signature: For Norland: | | Minister of Agriculture

## Right
    Stated: parties.office = Minister of Fisheries
    Signature: For Norland: | | Minister of Fisheries

## Source
Practice of treaty sections: the block is compared with the note that announced who will sign.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_WORDS: Final = {"parties.signatory": "person", "parties.office": "office"}


def signatory_unlike_stated(text: Text) -> Iterator[Mark]:
    """Names and offices of the blocks that are not among those stated."""
    for field, word in _WORDS.items():
        stated = (text.stated or {}).get(field, ())
        if not stated:
            continue
        for fact in text.facts.get(field, ()):
            passage = text.by_id.get(fact.clause)
            if passage and _plain(fact.value) not in {_plain(one) for one in stated}:
                yield passage.mark(
                    f"“{fact.value}” is no {word} that the spec states: {', '.join(stated)}",
                    suggestion="correct the signature block, or the spec",
                )


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


RULE: Final = Rule("TD610", "error", signatory_unlike_stated, languages=())
