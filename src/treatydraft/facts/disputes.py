"""How disputes about an instrument are settled.

The peaceful means are those of Article 33 of the Charter of the United Nations.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Reading
from treatydraft.facts.searching import about, every
from treatydraft.facts.wording import pattern, table

_DISPUTE: Final = pattern(
    "\\b(?:disputes?|differences?|divergen\\w{2,4}|disagreements?|controvers\\w{1,3})\\b"
    "|розбіжн|спор(?:и|ів)\\b|супереч"
)
# About the instrument or between its parties: a text may speak of other conflicts and their solution.
_OWN: Final = pattern(
    "\\b(?:interpretation|application|implementation)\\b|\\bbetween {parties}"
    "|\\bthis (?:agreement|accord)\\b"
    "|тлумачення|виконання|застосування"
)
_SETTLED: Final = pattern(
    "\\b(?:settl\\w{1,6}|resol\\w{1,6}|solv\\w{1,3}|address\\w{0,3}|overcome|dealt with)\\b"
    "|вирішув|вирішен|врегульов|розв'яз"
)
_MEANS: Final = table(
    ("consultation", "\\bconsultations?\\b|\\bconsult(?:ing)?\\b|консультац"),
    ("negotiation", "\\bnegotiat\\w{1,4}\\b|переговор"),
    ("good-offices", "\\bgood offices\\b|добр\\w{1,3} послуг"),
    ("mediation", "\\bmediation\\b|посередництв"),
    ("conciliation", "\\bconciliation\\b|примирен"),
    ("arbitration", "\\barbitra(?:tion|l tribunal)\\b|арбітраж"),
    ("judicial-settlement", "\\bjudicial settlement\\b|судов\\w{1,3} врегулюв"),
)
_EXCLUDED: Final = pattern(
    "\\b(?:shall|will|may) not be (?:referred|submitted|brought)\\b.{0,40}\\bto any (?:\\w+ ){0,4}"
    "(?:court|tribunal|third)|\\bwithout (?:recourse|referral|reference) to (?:any )?(?:third"
    "|court|international)"
)
_REFUSED: Final = pattern("\\b(?:shall|will|may) not be (?:referred|submitted|brought)\\b")


def disputes(reading: Reading) -> Iterator[Fact]:
    """The means by which disputes are settled, and whether a third party is kept out of it."""
    for sentence in about(reading.operative, _DISPUTE, _SETTLED, _OWN):
        refused = _REFUSED.search(sentence.folded)
        end = refused.start() if refused else len(sentence.folded)
        yield from (
            fact for fact in every("disputes.by", sentence, _MEANS) if fact.span[0] - sentence.start < end
        )
        if match := _EXCLUDED.search(sentence.folded):
            yield sentence.fact("disputes.third_party", "excluded", match.start(), match.end())
