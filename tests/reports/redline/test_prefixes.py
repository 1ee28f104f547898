"""A file may call Word's namespace what it likes, and by several names: the redline is the same."""

import re
from collections.abc import Callable
from typing import Final

import pytest
from tests.reports.redline.exactness import marks, redline
from tests.word.known_faults.ooxml import numbered, p, ps, row, table
from tests.word.known_faults.package import docx, zipped
from tests.word.known_faults.reading import members

from treatydraft.word import markup

OWN: Final = b'xmlns:w="%b"' % markup.NAMESPACES["w"].encode()
OTHER: Final = OWN.replace(b":w=", b":x=")
DEFAULT: Final = OWN.replace(b":w=", b"=")
PARTS: Final = ("word/document.xml", "word/styles.xml", "word/numbering.xml")


def _first_and_unused(xml: bytes) -> bytes:
    return xml.replace(OWN, OTHER + b" " + OWN, 1)


def _last_and_for_runs(xml: bytes) -> bytes:
    return re.sub(rb"(</?)w:(r|t)\b", rb"\1x:\2", xml.replace(OWN, OWN + b" " + OTHER, 1))


def _only_other(xml: bytes) -> bytes:
    return re.sub(rb"([</ ])w:", rb"\1x:", xml.replace(OWN, OTHER))


def _default(xml: bytes) -> bytes:
    return re.sub(rb"(</?)w:", rb"\1", xml.replace(OWN, OWN + b" " + DEFAULT, 1))


def _on_each_text(xml: bytes) -> bytes:
    return re.sub(rb"<w:t(?=[ >])", b"<x:t " + OTHER, xml).replace(b"</w:t>", b"</x:t>")


def _renamed(data: bytes, rename: Callable[[bytes], bytes]) -> bytes:
    parts = members(data)
    return zipped({name: rename(xml) if name in PARTS else xml for name, xml in parts.items()})


def _pair() -> tuple[bytes, bytes]:
    same = (p("They meet each year."), numbered("in Oslo", list_id=2), table(row("when", "where"), columns=2))
    last = p("Each side bears its own costs.")
    return (
        docx(*ps("The Parties shall consult within 24 hours."), *same, last),
        docx(last, *ps("The Parties should consult within 72 hours."), *same),
    )


@pytest.mark.parametrize(
    "rename", [_first_and_unused, _last_and_for_runs, _only_other, _default, _on_each_text]
)
@pytest.mark.parametrize("sides", [(True, False), (False, True), (True, True)])
def test_the_redline_is_the_same(rename: Callable[[bytes], bytes], sides: tuple[bool, bool]) -> None:
    pair = _pair()
    old, new = (
        _renamed(data, rename) if is_renamed else data for data, is_renamed in zip(pair, sides, strict=True)
    )
    assert (old, new) != pair
    assert marks(redline(old, new).data) == marks(redline(*pair).data) != {}
