"""Verbs of treaties, and how to see that a word has not the form that a verb needs in its place."""

import re
from typing import Final

from treatydraft.linting.features.words import words

# In the form that follows `shall`.
PLAIN_VERBS: Final = words(
    """
    accede accept acknowledge act adapt address adhere adopt affirm afford agree aim allow amend appeal
    apply appoint approve assess assist assume attach attend authorise authorize avoid base be become
    begin benefit bear bring build carry cause cease collaborate combat commit communicate complement
    complete comply conclude condemn conduct confer confirm consider consist constitute construe consult
    continue contribute convene cooperate co-operate coordinate co-ordinate cover create decide declare
    deem defend define deliver denounce deposit designate determine deter develop discuss do draw employ
    enable encourage end endeavour endeavor engage enhance ensure enter establish evaluate examine
    exchange exclude execute exercise expand expect expire explore express extend facilitate finance
    follow form foster fulfil fulfill fund furnish give govern grant guarantee have help hold identify
    implement improve include increase inform initiate intend invite issue join keep launch lead make
    maintain manage mean meet modify monitor name need negotiate notify observe obtain offer operate
    participate pay perform permit plan possess prepare present prevail prevent proceed process produce
    promote propose protect provide publish pursue ratify reach reaffirm receive recognise recognize
    recommend recover refer refrain register regulate reinforce reiterate relate rely remain renew
    replace reply report represent request require resolve respect respond rest restore result retain
    return review seek send serve set settle share sign stand state strengthen strive submit supplement
    supply support suspend sustain take terminate train transfer transmit treat undertake understand
    uphold use verify welcome win wish withdraw work
    arise belong concern contain depend derive describe differ entail exist fall fix go grow
    hear host invest lay leave lie limit list lodge mark matter measure move occur open originate place
    preserve purchase put record reflect regard regret reserve rise run safeguard say see select
    sell show specify start stay stipulate store suffice summarise summarize teach tend test trade
    turn underline underscore value vary visit wait warn weigh
    """
)
FORMS_OF_BE: Final = words(
    "am is are was were been being has had have do does did shall will must may should would can "
    "could might cannot"
)
_PARTICIPLES: Final = words(
    "given taken made done been undertaken seen gone held kept sent paid met brought sought begun "
    "chosen written shown "
    "known drawn borne dealt has had was were is are being having does did"
)
_BASE_IN_ED: Final = words("need proceed exceed succeed feed speed embed shed wed seed heed breed bleed weed")
_BASE_IN_ING: Final = words("bring sing ring spring cling swing fling string wing ping")
_BASE_IN_S: Final = words("bias canvas always perhaps besides sometimes towards afterwards unless otherwise")
_IN_S: Final = re.compile(r"[a-z]{2,}(?<![sui])s\Z")


def is_inflected(word: str) -> bool:
    """Whether a word cannot follow `shall`: `consults`, `providing`, `agreed`, `given`.

    >>> [word for word in "consults consult discuss need needed bring bringing".split() if is_inflected(word)]
    ['consults', 'needed', 'bringing']
    """
    if word in _PARTICIPLES:
        return True
    if word.endswith("ed"):
        return len(word) > len("used") - 1 and word not in _BASE_IN_ED
    if word.endswith("ing"):
        return len(word) > len("being") - 1 and word not in _BASE_IN_ING
    return bool(_IN_S.fullmatch(word)) and word not in _BASE_IN_S


def is_third_person(word: str) -> bool:
    """Whether it is what one Party does: `agrees`, `applies`, `has`."""
    if word in ("is", "has", "was", "does"):
        return True
    stems = (word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y")
    return word.endswith("s") and any(stem in PLAIN_VERBS for stem in stems if stem != word)
