"""Survey a long part quickly: what only repeats is left out before the tree is made.

Between the words of one text and those of the next stands a *joint*, such as `</w:r></w:p><w:p><w:r><w:t>`,
and a long part has many joints of few kinds. One that closes a run, paragraph, cell or row and opens the next
may be left out, with its words, where the same one stands before: the elements that are open before and after
it have the same names, so that the rest is still well-formed, each element in it has a parent of the name
that it had, and the survey sees in the first what it would see in the others. A joint that holds anything
which the survey counts or follows stays, and so does one that is written in an unusual way.
"""

import re
from functools import lru_cache
from typing import Final

from treatydraft.word import markup
from treatydraft.word.survey import NOTED, Survey, survey

_SHORT: Final = 2**16  # bytes: what is longer is not kept in memory
_END: Final = b"</w:t>"
_ATTRIBUTES: Final = r'(?: w:\w+="[^"<>]*")*'
_PLAIN_TAG: Final = rf"</?w:(?!(?:{'|'.join(sorted(NOTED))})[ />])\w+{_ATTRIBUTES}/?>"


def _opened(kind: str) -> str:
    """The beginning of an element with its properties."""
    inside = rf"(?:(?!</?w:{kind}Pr[ />]){_PLAIN_TAG})*"
    return rf"<w:{kind}{_ATTRIBUTES}>(?:<w:{kind}Pr/>|<w:{kind}Pr>{inside}</w:{kind}Pr>)?"


_ROW: Final = rf"(?:</w:tr>{_opened('tr')})?"
_CELL: Final = rf"(?:</w:tc>{_ROW}{_opened('tc')})?"
_PARAGRAPH: Final = rf"(?:</w:p>{_CELL}{_opened('p')})?"
_may_repeat: Final = re.compile(
    rf'</w:r>{_PARAGRAPH}{_opened("r")}<w:t(?: xml:space="preserve")?>'.encode()
).fullmatch


def survey_of(part: str, content: bytes) -> Survey:
    """What a well-formed part says and whether anything is wrong in it; where, the whole tells."""
    short = condensed(content)
    return _kept_survey(part, short) if len(short) <= _SHORT else survey(part, markup.parse(short))


@lru_cache(maxsize=256)
def _kept_survey(part: str, content: bytes) -> Survey:
    """Documents of one template differ in words and numbers of paragraphs, and rarely in what is left."""
    return survey(part, markup.parse(content))


def condensed(content: bytes) -> bytes:
    """A well-formed part without what repeats and without most of its words."""
    *pieces, last = content.split(_END)
    short = _END.join([*_new(pieces), last])
    return content if _misleads(short) else short


def _new(pieces: list[bytes]) -> list[bytes]:
    """The pieces, each a joint and words, without the words and without those whose joint repeats another."""
    known: set[bytes] = set()
    kept: list[bytes] = []
    for piece in pieces:
        end = piece.rfind(b">") + 1
        joint = piece[:end]
        if piece.find(b"<", end) >= 0:
            kept.append(piece)
        elif joint not in known:
            kept.append(joint)
            if _may_repeat(joint):
                known.add(joint)
    return kept


def _misleads(content: bytes) -> bool:
    """Whether what looks like a tag may be part of a comment, or `w:` may not mean the same everywhere."""
    declared = content.find(b"xmlns:w=")
    named = content.find(b"xmlns:w=", declared + 1) < 0 and b"<" not in content[_root(content) : declared]
    return not named or b"<!" in content or b"<?" in content[1:]


def _root(content: bytes) -> int:
    """Where the name of the first element begins."""
    return content.find(b"<", content.find(b"?>") + 1) + 1
