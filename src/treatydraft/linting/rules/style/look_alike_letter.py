"""A letter of another alphabet, or a sign that nobody sees, stands in a word.

## Why it matters
The word looks right and is not found: a search, a comparison and a screen reader take it for another one.

## Wrong
    1. The Pаrties shall exchange records.

## Right
    1. The Parties shall exchange records of the Чорне море and of 5 μm nets.

## Source
Reviews of bilingual files, in which letters of both alphabets are typed on one keyboard.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark, Part
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_LATIN: Final = "A-Za-zÀ-ÖØ-öø-ɏ"
_GREEK: Final = "Ͱ-Ͼἀ-῾"
_CYRILLIC: Final = "Ѐ-ӿ"
_WORD: Final = re.compile(rf"[{_LATIN}{_GREEK}{_CYRILLIC}]+")
_OTHER: Final = re.compile(rf"[{_GREEK}{_CYRILLIC}]")
_IS_LATIN: Final = re.compile(rf"[{_LATIN}]")
_UNSEEN: Final = re.compile(
    "[\\w’'-]*[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u0000-\u0008\u000e-\u001f]+(?:[\\w’'-]|[\u00ad\u200b\u200c\u200d])*"
)
_UNSEEN_SIGN: Final = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u0000-\u0008\u000e-\u001f]"
)
# Scripts that are written from the right, or need joiners.
_JOINED: Final = re.compile("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1780-\u17ff\U0001f300-\U0001faff]")
_UNIT: Final = re.compile(r"[μΩαβγλπσ][A-Za-z]{0,2}|[kMGm]Ω")
_ALIKE: Final = dict(
    zip(
        "АВЕКМНОРСТХУІЈЅаеорсухіјѕԛԝһѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανρυ",
        "ABEKMHOPCTXYIJSaeopcyxijsqwhvABEZHIKMNOPTYXoavpu",
        strict=True,
    )
)
_TO_LATIN: Final = str.maketrans(_ALIKE)
_TO_CYRILLIC: Final = str.maketrans("ABEKMHOPCTXYIaeopcyxi", "АВЕКМНОРСТХУІаеорсухі")
_LONE: Final = re.compile(rf"(?<=[{_CYRILLIC}] )[aeioyc](?= [{_CYRILLIC}])")


def look_alike_letter(text: Text) -> Iterator[Mark]:
    """Words of two alphabets, words whose letters are all of the other one, and signs without shape."""
    is_latin = text.language != "uk"
    has_other = bool(_OTHER.search(text.lowered))
    for passage in text.passages:
        parts: tuple[tuple[Part, str], ...] = (
            ("label", passage.clause.label), ("heading", passage.clause.heading), ("text", passage.words)
        )  # fmt: skip
        for part, words in parts:
            if words.isascii() and is_latin and words.isprintable():
                continue
            for start, end, message, instead in (
                *_unseen(words),
                *_mixed(words, is_latin=is_latin, has_other=has_other),
            ):
                yield passage.mark(
                    message, (start, end), part=part, suggestion="type the word anew", replacement=instead
                )


def _unseen(words: str) -> Iterator[tuple[int, int, str, str | None]]:
    if not _UNSEEN_SIGN.search(words) or _JOINED.search(words):
        return
    for match in _UNSEEN.finditer(words):
        yield *match.span(), "a sign that nobody sees stands in the word", _UNSEEN_SIGN.sub("", match[0])


def _mixed(words: str, *, is_latin: bool, has_other: bool) -> Iterator[tuple[int, int, str, str | None]]:
    if not has_other:
        return
    for match in _WORD.finditer(words):
        if _is_mixed(match[0]) or (is_latin and _is_disguised(words, match)):
            instead = match[0].translate(_TO_LATIN if is_latin else _TO_CYRILLIC)
            yield (
                *match.span(),
                f"“{match[0]}” has letters of two alphabets or of the other one",
                (None if _is_mixed(instead) else instead),
            )
    if not is_latin:
        for match in _LONE.finditer(words):
            yield (
                *match.span(),
                f"“{match[0]}” is a letter of the other alphabet",
                match[0].translate(_TO_CYRILLIC),
            )


def _is_mixed(word: str) -> bool:
    return bool(_OTHER.search(word) and _IS_LATIN.search(word)) and not _UNIT.fullmatch(word)


def _is_disguised(words: str, match: re.Match[str]) -> bool:
    """Whether a word among Latin ones is of another alphabet, and no letter near it shows that."""
    around = words[max(0, match.start() - 30) : match.start()] + words[match.end() : match.end() + 30]
    return all(letter in _ALIKE for letter in (*match[0], *_OTHER.findall(around)))


RULE: Final = Rule("TD911", "error", look_alike_letter, languages=())
