"""A passage, as far as those need it who read citations and titles in its words."""

from typing import Protocol

from treatydraft.document import tree


class Spoken(Protocol):
    """Words of a clause, and where they stand."""

    @property
    def clause(self) -> tree.Clause:
        """The clause."""

    @property
    def zone(self) -> str:
        """The part of the document."""

    @property
    def words(self) -> str:
        """Its own words."""

    @property
    def folded(self) -> str:
        """The same with plain marks, letter for letter."""

    @property
    def titles(self) -> tuple[tuple[int, int], ...]:
        """Where the titles of other instruments stand."""

    def is_cited(self, start: int, end: int) -> bool:
        """Whether others wrote these words."""
