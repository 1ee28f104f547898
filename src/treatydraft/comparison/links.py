"""Which unit of one text is the counterpart of which of the other: what every way of aligning gives."""

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
