"""Which unit of one text is the counterpart of which of the other: what every way of aligning gives."""

from collections.abc import Sequence
from dataclasses import dataclass

from treatydraft.comparison.result import Kind


@dataclass(frozen=True, slots=True)
class Link:
    """Two units, by their places in the two lists, or one of them alone.

    A unit that was split or merged stands in several links.
    """

    old: int | None
    new: int | None
    kinds: tuple[Kind, ...] = ()  # what is known of the place: `moved`, `split`, `merged`
    similarity: float = 0.0


def in_reading_order(links: Sequence[Link], old_count: int) -> tuple[Link, ...]:
    """The links in the order of the newer text; what only the older one has stands after its predecessor."""
    after = _places_after(links, old_count)

    def place(link: Link) -> tuple[int, int, int]:
        if link.new is not None:
            return (link.new, 0, -1 if link.old is None else link.old)
        return (after[link.old or 0], 1, link.old or 0)

    return tuple(sorted(links, key=place))


def _places_after(links: Sequence[Link], old_count: int) -> list[int]:
    """For each old unit the new one after which it stands: that of the unit before it that did not move."""
    stays = {
        link.old: link.new
        for link in links
        if link.old is not None and link.new is not None and "moved" not in link.kinds
    }
    after: list[int] = []
    last = -1
    for place in range(old_count):
        last = stays.get(place, last)
        after.append(last)
    return after
