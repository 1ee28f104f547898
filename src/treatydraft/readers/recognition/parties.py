"""Tell the parties of a received text: from the signature blocks, else from the title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from treatydraft.document import tree
from treatydraft.document.words import party_words, signature_words
from treatydraft.readers.recognition.identity import slug
from treatydraft.spec.party_names import code_of_name, party_name

_LONGEST_NAME: Final = 120
_QUOTED: Final = r"\W{0,3}\([^()“‘«\"']{0,60}[“‘«\"'’](?:the\s+)?(?P<short>[^“”‘’«»\"'()]{1,40})[”’»\"']"


def with_parties(document: tree.Document) -> tree.Document:
    """The document with its parties, and with each signature block tied to the party that signs."""
    title = tree.plain(document.title)
    signing = [_signing_name(tree.plain(block.text)) for block in document.closing.signatures]
    names = _in_order([name for name in signing if name], title) or list(_names_in(title))
    opening = _opening(document)
    parties = {name: _party(name, opening) for name in dict.fromkeys(names)}
    blocks = tuple(
        replace(block, party_id=parties[name].id if name in parties else "")
        for block, name in zip(document.closing.signatures, signing, strict=True)
    )
    closing = replace(document.closing, signatures=blocks)
    return replace(document, parties=tuple(parties.values()), closing=closing)


def _party(name: str, opening: str) -> tree.Party:
    bare = _bare(name)
    code = code_of_name(bare)
    known = party_name(code) if code and bare.isupper() else None
    if known is not None:  # signatures are set in capitals
        return tree.Party(code, known.name, known.short or known.name)
    found = re.search(re.escape(bare) + _QUOTED, opening, re.IGNORECASE)
    short = found["short"] if found else ""
    together = not short or short.casefold() in party_words("collectives")
    return tree.Party(code or slug(bare), name, bare if together else short)


def _opening(document: tree.Document) -> str:
    """The words that name the parties."""
    first = document.preamble.opening, *document.preamble.recitals[:1], *document.body[:1]
    texts = (tree.plain(clause.text) for part in first for clause in tree.walk((part,)))
    return next((text for text in texts if text), "")


def _signing_name(text: str) -> str:
    """`the Kingdom of Norway` of `For the Kingdom of Norway:`; empty where a block names no party."""
    low = text.casefold()
    begins = next((word for word in signature_words() if low.startswith(f"{word} ")), "")
    name = text[len(begins) :].strip(" :;,.\u00a0") if begins else ""
    return name if len(name) <= _LONGEST_NAME else ""


def _in_order(names: Sequence[str], title: str) -> list[str]:
    """The names in the order of the title; those that it does not hold come after, as they sign."""
    between = _between().search(title)
    low = title[between.end() if between else 0 :].casefold()
    places = {name: low.find(_bare(name).casefold()) for name in names}
    return sorted(names, key=lambda name: (places[name] < 0, max(places[name], 0)))


def _names_in(title: str) -> Iterator[str]:
    """The parties in `Agreement between the Kingdom of Norway and Iceland on fish`."""
    found = _between().search(title)
    if found is None:
        return
    for part in _separator().split(title[found.end() :]):
        name = part.strip(" ,.")
        if 0 < len(name) <= _LONGEST_NAME:
            yield name


def _bare(name: str) -> str:
    """A name without its article and without `the Government of`."""
    low = name.casefold()
    before = next((word for word in party_words("governments") if low.startswith(f"{word} ")), "")
    return name[len(before) :].strip().removeprefix("the ").removeprefix("The ").removeprefix("THE ")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(party_words('between'))})\s+", re.IGNORECASE)


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(
        rf"\s*,\s*(?:(?:{'|'.join(party_words('and'))})\s+)?|\s+(?:{'|'.join(party_words('and'))})\s+"
    )
