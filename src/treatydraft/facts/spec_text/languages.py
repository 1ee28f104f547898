"""The texts that become authentic later, which a spec lists beside those that were signed."""

from dataclasses import replace
from typing import Final

from treatydraft.spec.commented import Entry, Line
from treatydraft.spec.text import TODO

_NOTE: Final = f"{TODO} – authentic, and not signed: by exchange-of-notes, signature or certification?"


def with_later(line: Line) -> Line:
    """The field `languages`, with `later` for each authentic text that it is not done in."""
    if not isinstance(line, Entry) or line.name != "languages":
        return line
    values = {one.name: one.value for one in line.below if isinstance(one, Entry)}
    done, authentic = (values.get(name, ()) for name in ("done_in", "authentic"))
    later = [code for code in _codes(authentic) if code not in _codes(done)]
    if not later or not _codes(done):
        return line
    added = Entry("later", dict.fromkeys(later, TODO), _NOTE)
    return replace(line, below=(*line.below, added))


def _codes(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) and value else ()
