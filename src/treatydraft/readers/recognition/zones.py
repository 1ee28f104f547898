"""Find where the parts of an instrument begin and end: title, preamble, body, closing and annexes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from treatydraft.document.words import (
    enacting_words,
    joining_words,
    opening_words,
    preamble_headings,
    signature_words,
    testimonium_words,
)
from treatydraft.readers.lines import Look
from treatydraft.readers.recognition.units import Unit, goes_on, is_set_apart

_LONGEST_TITLE_LINE: Final = 300
_LONGEST_SIGNATURE_LINE: Final = 160
_LONGEST_ENACTING: Final = 700
_BEFORE_SIGNATURES: Final = 8  # units in which a testimonium stands
_MOST_SIGNERS: Final = 40  # lines below the name of a party


@dataclass(frozen=True, slots=True)
class Zones:
    """The units of each part, in the order of the file."""

    title: Sequence[Unit]
    preamble_heading: Unit | None
    preamble: Sequence[Unit]
    enacting: Unit | None
    body: Sequence[Unit]
    testimonium: Sequence[Unit]
    signatures: Sequence[Unit]
    annexes: Sequence[Unit]
    remainder: Sequence[Unit]


def zones(units: Sequence[Unit]) -> Zones:
    """Each unit in one part and none left out."""
    title_end = _title_end(units)
    heading, start, enacting, body = _preamble(units, title_end)
    annex = next((place for place in range(body, len(units)) if units[place].is_annex), len(units))
    first, signed, after = _closing(units, body, annex)
    if first == len(units) and annex < len(units):
        first, signed, after = _closing(units, annex, len(units))
    annexes, remainder = _after_closing(units, after)
    end = min(first, len(units))
    return Zones(
        title=units[:title_end],
        preamble_heading=units[heading] if heading is not None else None,
        preamble=units[start:enacting] if enacting is not None else units[start:body],
        enacting=units[enacting] if enacting is not None else None,
        body=units[body : min(annex, end)],
        testimonium=units[first:signed],
        signatures=units[signed:after],
        annexes=[*units[min(annex, end) : end], *annexes],
        remainder=remainder,
    )


# --- Title ------------------------------------------------------------------------------------------------


def _title_end(units: Sequence[Unit]) -> int:
    """The title is the first line and what is set as it is below it."""
    if not units or (units[0].label is not None and units[0].heading != "style"):
        return 0
    if _is_preamble_heading(units[0]):
        return 0
    end = 1
    while end < len(units) and _continues_title(units[end - 1], units[end]):
        end += 1
    return end


def _continues_title(last: Unit, unit: Unit) -> bool:
    if unit.label is not None or _is_preamble_heading(unit) or len(unit.text) > _LONGEST_TITLE_LINE:
        return False
    if last.line.heading or unit.line.heading:
        return last.line.heading == unit.line.heading and not unit.line.look.after_gap
    if is_set_apart(unit) and is_set_apart(last) and (goes_on(unit.text) or _is_unfinished(last.text)):
        return True
    return not _opens_preamble(unit) and _is_set_alike(last.line.look, unit.line.look)


def _opens_preamble(unit: Unit) -> bool:
    low = unit.text.casefold()
    return low.endswith((":", ";", ".")) or any(word in low for word in opening_words())


def _is_set_alike(before: Look, look: Look) -> bool:
    if before.centred:
        return look.centred
    together = (before.bold and look.bold) or (before.capitals and look.capitals)
    return together and not look.after_gap


def _is_unfinished(text: str) -> bool:
    return text.rpartition(" ")[2].casefold() in joining_words()


# --- Preamble ---------------------------------------------------------------------------------------------


def _is_preamble_heading(unit: Unit) -> bool:
    return unit.text.strip(" .:").casefold() in preamble_headings()


def _preamble(units: Sequence[Unit], start: int) -> tuple[int | None, int, int | None, int]:
    """Its heading, its first unit, its enacting words and the first unit of the body."""
    heading = start if start < len(units) and _is_preamble_heading(units[start]) else None
    first = start if heading is None else start + 1
    end = first
    while end < len(units) and not units[end].heading:
        end += 1
    numbered = next((place for place in range(first, end) if _is_numbered(units[place])), end)
    if heading is not None and numbered == first:  # a section of numbered paragraphs that calls itself so
        return None, start, None, start
    enacting = next((place for place in range(first, end) if _is_enacting(units[place])), None)
    if enacting is not None:
        return heading, first, enacting, enacting + 1
    if heading is None and numbered == len(units):  # nothing but paragraphs, and they are the text itself
        return None, first, None, first
    return heading, first, None, numbered


def _is_numbered(unit: Unit) -> bool:
    return unit.label is not None and not unit.label.is_bullet


def _is_enacting(unit: Unit) -> bool:
    text = unit.text.casefold()
    return len(text) <= _LONGEST_ENACTING and any(word in text for word in enacting_words())


# --- Closing ----------------------------------------------------------------------------------------------


def _closing(units: Sequence[Unit], start: int, end: int) -> tuple[int, int, int]:
    """The first unit of the testimonium, of the signatures, and what comes after them."""
    signed = next((place for place in range(start, end) if _signs(units, place, start, end)), None)
    if signed is None:
        last = [place for place in range(start, end) if _is_testimonium(units[place])]
        if last and end - last[-1] <= _BEFORE_SIGNATURES:
            return last[-1], last[-1] + 1, last[-1] + 1
        return len(units), len(units), len(units)
    earliest = max(start, signed - _BEFORE_SIGNATURES)
    found = [place for place in range(earliest, signed) if _is_testimonium(units[place])]
    return found[0] if found else signed, signed, _signatures_end(units, signed, end)


def _signs(units: Sequence[Unit], place: int, start: int, end: int) -> bool:
    """Whether a signature block begins here: below a testimonium, or with another one at the very end."""
    if not _is_signature(units[place]):
        return False
    if any(map(_is_testimonium, units[max(start, place - _BEFORE_SIGNATURES) : place])):
        return True
    rest = units[place:end]
    return len(rest) <= _MOST_SIGNERS and all(map(_is_signer, rest)) and any(map(_is_signature, rest[1:]))


def _is_signature(unit: Unit) -> bool:
    text = unit.text.casefold()
    return (
        (unit.label is None or unit.label.is_bullet or bool(unit.line.label))
        and len(text) <= _LONGEST_SIGNATURE_LINE
        and not text.endswith((".", ";", ","))
        and any(text.startswith(f"{word} ") for word in signature_words())
    )


def _is_testimonium(unit: Unit) -> bool:
    return unit.label is None and unit.text.casefold().startswith(testimonium_words())


def _signatures_end(units: Sequence[Unit], start: int, end: int) -> int:
    place = start
    while place < min(end, start + _MOST_SIGNERS) and _is_signer(units[place]):
        place += 1
    return place


def _is_signer(unit: Unit) -> bool:
    if len(unit.text) > _LONGEST_SIGNATURE_LINE or (unit.label is not None and unit.label.shape == "[{}]"):
        return False
    return not unit.is_annex and not unit.line.heading


# --- Annexes ----------------------------------------------------------------------------------------------


def _after_closing(units: Sequence[Unit], after: int) -> tuple[Sequence[Unit], Sequence[Unit]]:
    """What stands below the signatures: annexes from the first heading on, before it what is none."""
    annex = next((place for place in range(after, len(units)) if units[place].heading), len(units))
    return units[annex:], units[after:annex]
