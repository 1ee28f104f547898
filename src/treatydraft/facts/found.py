"""What a search in one text finds: a value and where its words stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A value in the form of the spec, and the span of its words in the text that was searched."""

    value: str
    start: int
    end: int

    def within(self, start: int, end: int) -> bool:
        """Whether it stands between these places."""
        return start <= self.start and self.end <= end
