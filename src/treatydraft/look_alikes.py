"""Find what makes a text look like another: controls that turn it round, letters of other scripts."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# Those that change the order of what follows. U+200E and U+200F do not, and Arabic and Hebrew use them.
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u115f\u1160\u180b-\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
)
_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
# Letters of Cyrillic and Greek that look like Latin ones in most typefaces.
_ALIKE: Final = "АВЕЅІЈКМНОРСТУХҮаеѕіјорсухѵһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυϳ"
_MIXED: Final = re.compile(f"(?<=[{_LATIN}])[{_ALIKE}]|[{_ALIKE}](?=[{_LATIN}])")
_DISGUISED: Final = re.compile(f"(?<![^\\W\\d_])[{_ALIKE}]{{2,}}(?![^\\W\\d_])")
_LATIN_WORD: Final = re.compile(f"[{_LATIN}]{{2,}}")
# Latin letters in mathematical and in full-width form; their plain form is another character.
_FORMED: Final = re.compile("[\u2100-\u214f\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]")


@dataclass(frozen=True, slots=True)
class Deceit:
    """A character that deceives the reader, and what is wrong with it."""

    code: str  # `bidi-control`, `unseen-character` or `look-alike`
    character: str
    message: str


def turning(text: str) -> Iterator[Deceit]:
    """The controls that make a text read in another order than it is written in."""
    for found in _TURNING.finditer(text):
        message = f"{named(found[0])} stands here, which turns the order of what is read"
        yield Deceit("bidi-control", found[0], message)


def deceits(text: str) -> Iterator[Deceit]:
    """Whatever makes a name look like another one."""
    yield from turning(text)
    for found in _UNSEEN.finditer(text):
        message = f"{named(found[0])} stands here, which nobody sees"
        yield Deceit("unseen-character", found[0], message)
    yield from _look_alikes(text)


def mixed(text: str) -> Iterator[Deceit]:
    """Letters of another script that look like those around them."""
    for found in _MIXED.finditer(text):
        message = f"{named(found[0])} stands among Latin letters, and looks like one of them"
        yield Deceit("look-alike", found[0], message)


def _look_alikes(text: str) -> Iterator[Deceit]:
    yield from mixed(text)
    if _LATIN_WORD.search(text):
        for found in _DISGUISED.finditer(text):
            if not found[0].isupper():  # an abbreviation in another script is one
                message = f"{named(found[0][0])} begins a word that looks like Latin letters and holds none"
                yield Deceit("look-alike", found[0][0], message)
    for found in _FORMED.finditer(text):
        plain = unicodedata.normalize("NFKC", found[0])
        if len(plain) == 1 and plain.isascii() and plain.isalpha():
            message = f"{named(found[0])} stands here, which looks like {plain}"
            yield Deceit("look-alike", found[0], message)


def named(character: str) -> str:
    """A character as a person can look it up: `U+0430 (CYRILLIC SMALL LETTER A)`."""
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'no name')})"
