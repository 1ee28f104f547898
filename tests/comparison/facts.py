"""Facts in a short form."""

from collections.abc import Mapping

from treatydraft.comparison.matrix import Column
from treatydraft.facts import Fact


def column(name: str) -> Column:
    return Column(name, f"Agreement {name}")


def stated(values: Mapping[str, str]) -> dict[str, tuple[Fact, ...]]:
    """Facts by field; `|` stands between the values of one field, and an empty value is not stated."""
    return {
        field: tuple(
            Fact(field, value, "clause", "Article 1", f"words of {value}", (0, 1))
            for value in text.split("|")
        )
        for field, text in values.items()
        if text
    }
