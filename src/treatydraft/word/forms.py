"""Read what the fields of a form show, and other small values of a file that may be wrong."""

from typing import Final

from lxml import etree

from treatydraft.word import markup

_W: Final = "{" + markup.NAMESPACES["w"] + "}"
_MANY_DIGITS: Final = 5  # no table has so many columns, no list so many entries


def chosen(form: etree._Element) -> str:
    """What a form shows where the file holds no words for it: a box or an entry of a list."""
    box, entries = form.find(f"{_W}checkBox"), form.find(f"{_W}ddList")
    if box is not None:
        state = box.find(f"{_W}checked")
        state = box.find(f"{_W}default") if state is None else state
        is_off = state is None or markup.value(state) in {"0", "false", "off"}
        return "☐" if is_off else "☒"
    if entries is None:
        return ""
    chosen = entries.find(f"{_W}result")
    place = count(entries.find(f"{_W}default") if chosen is None else chosen, 0)
    listed = [markup.value(entry) for entry in entries.iterfind(f"{_W}listEntry")]
    return listed[place] if place < len(listed) else ""


def count(element: etree._Element | None, default: int) -> int:
    """The small number that an element gives, or the default where it gives none."""
    text = markup.value(element)
    return int(text) if text.isdecimal() and len(text) < _MANY_DIGITS else default
