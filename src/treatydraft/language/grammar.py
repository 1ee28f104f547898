"""Small grammar: lists, possessives, articles and capitals, for text that goes into sentences."""

import re
from collections.abc import Sequence

# Words whose first sound is not what their first letter says; the list is short because treaty vocabulary is.
_CONSONANT_SOUND = re.compile(
    r"(?:uni(?!n)|use|usu|util|eu|one\b|once\b|ubiq|U[ANRKS]\b|UN|EU)", re.IGNORECASE
)
_VOWEL_SOUND = re.compile(r"(?:hour|honou?r|honest|heir)", re.IGNORECASE)
_SPELLED_VOWEL = re.compile(
    r"[AEFHILMNORSX][A-Z]{1,}\b"
)  # letters that begin with a vowel when read one by one
_READ_AS_WORD = re.compile(r"(?:NATO|NASAMS|FIMI|SALW|HIMARS|MIGA|NORAD|MISP)\b")
_SPELLED_CONSONANT = re.compile(r"(?:U[A-Z]|EU)[A-Z]*\b")
# What may hang at the ends of a phrase that somebody wrote; the full stop of `U.S.` and `…` stays.
_LOOSE_START = re.compile(r"^[\s,;:]+")
_LOOSE_END = re.compile(r"(?:[\s,;:]+(?:and|or)?|\s+(?:and|or)|(?<!\.[A-Z])(?<!\.)\.)$")


def separators(count: int, *, serial_comma: bool, conjunction: str = "and") -> tuple[str, ...]:
    """What stands between the members of a list in a sentence, one fewer than the members.

    >>> separators(3, serial_comma=False), separators(2, serial_comma=True)
    ((', ', ' and '), (' and ',))
    """
    if count < 2:  # noqa: PLR2004 - a list of one has nothing to part
        return ()
    last = f", {conjunction} " if serial_comma and count > 2 else f" {conjunction} "  # noqa: PLR2004
    return (", ",) * (count - 2) + (last,)


def listed(words: Sequence[str], *, serial_comma: bool, conjunction: str = "and") -> str:
    """Words as a list in a sentence.

    >>> listed(["land", "sea", "air"], serial_comma=True)
    'land, sea, and air'
    """
    between = (*separators(len(words), serial_comma=serial_comma, conjunction=conjunction), "")
    return "".join(word + separator for word, separator in zip(words, between, strict=True)) if words else ""


def with_serial_comma(words: str) -> str:
    """A list of three or more with a comma before its last member.

    >>> with_serial_comma("logistics, maintenance and stockpiles")
    'logistics, maintenance, and stockpiles'
    >>> with_serial_comma("training and exercises")
    'training and exercises'
    """
    before, found, last = words.rpartition(" and ")
    return f"{before}, and {last}" if found and "," in before else words


def possessive(name: str) -> str:
    """The ending that makes a name a possessive.

    >>> possessive("Ukraine"), possessive("the United States")
    ('’s', '’')
    """
    return "’" if name.endswith("s") else "’s"


def indefinite(phrase: str) -> str:
    """The article before a phrase.

    >>> [indefinite(phrase) for phrase in ("annex", "Party", "European body", "hour")]
    ['an', 'a', 'a', 'an']
    >>> [indefinite(phrase) for phrase in ("NATO member", "EU mission", "MOU", "UN body")]
    ['a', 'an', 'an', 'a']
    """
    if _SPELLED_CONSONANT.match(phrase):
        return "an" if phrase.startswith("EU") else "a"
    if _READ_AS_WORD.match(phrase):
        return "an" if phrase[0] in "AEIOU" else "a"
    if _SPELLED_VOWEL.match(phrase) or _VOWEL_SOUND.match(phrase):
        return "an"
    if _CONSONANT_SOUND.match(phrase):
        return "a"
    return "an" if phrase[:1].lower() in ("a", "e", "i", "o", "u") else "a"


def fitted(text: str, *leads: str) -> str:
    """Words for the middle of a sentence: on one line, without marks at either end or words that lead in.

    >>> fitted("their shared values; and"), fitted("when Ukraine joins NATO.", "when", "that")
    ('their shared values', 'Ukraine joins NATO')
    >>> fitted("the law of the U.S."), fitted(", including repair,")
    ('the law of the U.S.', 'including repair')
    """
    words = _LOOSE_START.sub("", " ".join(text.split()))
    while (shorter := _LOOSE_END.sub("", words)) != words:
        words = shorter
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in leads else words


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it stands."""
    return text[:1].upper() + text[1:]


def in_sentence(name: str) -> str:
    """A heading-like name as it stands inside a sentence; acronyms keep their capitals.

    >>> in_sentence("Air and missile defence"), in_sentence("CBRN risks")
    ('air and missile defence', 'CBRN risks')
    """
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
