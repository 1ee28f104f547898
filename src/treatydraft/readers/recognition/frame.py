"""Make preamble, testimonium and signature blocks of their units."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from treatydraft.document import tree
from treatydraft.document.words import office_words, opening_words, signature_words
from treatydraft.readers.recognition.nesting import Node, nest
from treatydraft.readers.recognition.pieces import beside_words, trimmed, words
from treatydraft.readers.recognition.units import Unit

_NAMES_PARTIES: Final = re.compile(r"[:,–—-]['\"”’»)]*$")
_NAME: Final = 2  # words of a name that stands behind an office and its seat
_SEAT_AND_NAME: Final = 3  # as in `President of Ukraine Volodymyr Zelenskyy`
_WIDE_SPACE: Final = re.compile(r"\t+|[\s\u00a0]{3,}")
_BLANK_LINE: Final = re.compile(r"[_.…\s]+")


def opening_and_recitals(units: Sequence[Unit]) -> tuple[Unit | None, list[Node]]:
    """The words that name the parties, if they stand alone, and the recitals with the items below them."""
    opening = units[0] if units and _is_opening(units[0], units[1:]) else None
    recitals: list[Node] = []
    for unit in units[1:] if opening else units:
        if unit.label is not None and unit.label.is_bullet and recitals and _leads(recitals):
            below = nest([unit])
            recitals[-1].children.extend(below)
        else:
            label = unit.label.text if unit.label else ""
            recitals.append(Node(unit, "recital", label=label, pieces=unit.pieces))
    return opening, recitals


def _is_opening(unit: Unit, rest: Sequence[Unit]) -> bool:
    if unit.label is not None:
        return False
    text = unit.text.casefold()
    if unit.line.look.style == "preamble opening" or _NAMES_PARTIES.search(text):
        return True
    return bool(rest) and not text.endswith(".") and any(word in text for word in opening_words())


def _leads(recitals: Sequence[Node]) -> bool:
    last = recitals[-1]
    return bool(last.children) or tree.plain(last.pieces).endswith(":")


# --- Signatures -------------------------------------------------------------------------------------------


def signature_blocks(units: Sequence[Unit]) -> list[tuple[tuple[tree.Inline, ...], list[tree.Signatory]]]:
    """For each party the words that name it and who signs for it."""
    blocks: list[tuple[str, list[str]]] = []
    for line in _in_columns(units):
        text = " ".join(line.split())
        named, rest = _party_words(text)
        if named:
            blocks.append((named, [rest] if rest else []))
        elif _BLANK_LINE.fullmatch(text):
            continue
        elif blocks:
            blocks[-1][1].append(text)
        else:
            blocks.append((text, []))
    found = [(trimmed(words(named)), list(_signatories(lines))) for named, lines in blocks]
    notes = tuple(note for unit in units for note in beside_words(unit.pieces))
    if not notes:
        return found
    (party, signers), *others = found or [((), [])]
    return [((*party, *notes), signers), *others]


def _in_columns(units: Sequence[Unit]) -> Iterator[str]:
    """The lines of the blocks; where they stand side by side, one block after the other."""
    order = sorted(range(len(units)), key=lambda place: (*_block_place(units, place), place))
    texts = (tree.plain(units[place].raw) for place in order)
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    columns: list[list[str]] = []
    for line in lines:
        parts = [part for part in _WIDE_SPACE.split(line.strip()) if part]
        if len(parts) > 1 and all(_party_words(part)[0] for part in parts):
            yield from chain.from_iterable(columns)
            columns = [[part] for part in parts]
        elif len(parts) == len(columns):
            for column, part in zip(columns, parts, strict=True):
                column.append(part)
        else:
            yield from chain.from_iterable(columns)
            columns = []
            yield line
    yield from chain.from_iterable(columns)


def _block_place(units: Sequence[Unit], place: int) -> tuple[int, int, int]:
    """The table, the row that names the parties above this cell, and the column."""
    cell = units[place].line.cell
    if cell is None:
        return -1, 0, 0
    naming = {
        other.row
        for unit in units
        if (other := unit.line.cell) and other.table == cell.table and _party_words(tree.plain(unit.raw))[0]
    }
    return cell.table, sum(row <= cell.row for row in naming), cell.column


def _party_words(text: str) -> tuple[str, str]:
    """`For Ukraine:` and what stands after it on the same line."""
    low = text.casefold()
    if not any(low.startswith(f"{word} ") for word in signature_words()):
        return "", ""
    named, colon, rest = text.partition(":")
    return named + colon, rest.strip()


def _signatories(lines: Sequence[str]) -> Iterator[tree.Signatory]:
    """Who signs: a name and an office, in either order, on one line or on two."""
    position = 0
    while position < len(lines):
        first = lines[position]
        second = lines[position + 1] if position + 1 < len(lines) else ""
        if (
            second
            and not _is_office(first)
            and _is_office(second)
            and _name_start(second.split()) == len(second.split())
        ):
            yield tree.Signatory(words(first), words(second))
            position += 2
        elif second and _is_office(first) and not _is_office(second):
            yield tree.Signatory(words(second), words(first))
            position += 2
        else:
            yield _on_one_line(first)
            position += 1


def _is_office(text: str) -> bool:
    return any(word.strip(",.;") in office_words() for word in text.casefold().split())


def _on_one_line(text: str) -> tree.Signatory:
    """`President Volodymyr Zelenskyy`, `Donald Tusk, Prime Minister`, or one of the two alone."""
    before, comma, after = text.partition(", ")
    if comma and _is_office(after):
        return tree.Signatory(words(before), words(after))
    if not _is_office(text):
        return tree.Signatory(words(text))
    parts = text.split()
    start = _name_start(parts)
    return tree.Signatory(words(" ".join(parts[start:])), words(" ".join(parts[:start])))


def _name_start(parts: Sequence[str]) -> int:
    """Where the name begins behind an office; `Minister of Fisheries` has none behind it."""
    office = max(place for place, word in enumerate(parts) if _is_office(word))
    rest = parts[office + 1 :]
    if not rest or not rest[0][0].islower():
        return office + 1
    last_small = max(place for place, word in enumerate(parts) if word[0].islower())
    if len(parts) - last_small > _SEAT_AND_NAME:
        return len(parts) - _NAME
    return len(parts)
