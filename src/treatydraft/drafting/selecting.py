"""The filters of clause files that pick and group records of the spec."""

from collections.abc import Callable, Mapping, Sequence

from treatydraft.drafting.views import Record


def where(records: Sequence[Record] | None, name: str, *allowed: object) -> list[Record]:
    """The records of which a field has one of these values; none at all for a field left out."""
    return [record for record in records or () if record[name] in allowed]


def where_not(records: Sequence[Record] | None, name: str, *refused: object) -> list[Record]:
    """The records of which a field has none of these values."""
    return [record for record in records or () if record[name] not in refused]


def grouped(records: Sequence[Record], *names: str) -> list[dict[str, object]]:
    """Records that agree in these fields, together: each group has the fields, `members` and its `number`.

    Groups stand in the order in which the spec first names them.
    """
    groups: dict[tuple[object, ...], list[Record]] = {}
    for record in records:
        groups.setdefault(tuple(record[name] for name in names), []).append(record)
    return [
        {**dict(zip(names, key, strict=True)), "members": members, "number": position}
        for position, (key, members) in enumerate(groups.items(), start=1)
    ]


def collected(records: Sequence[Record] | None, name: str) -> list[dict[str, object]]:
    """The members of a list field of all records, each with the record that owns it."""
    return [
        {"owner": record, "member": member} for record in records or () for member in records_of(record[name])
    ]


def without(values: Sequence[str], unwanted: Sequence[str]) -> list[str]:
    """The values that are not among these."""
    return [value for value in values if value not in unwanted]


def only(values: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The values that are among these."""
    return [value for value in values if value in wanted]


def item_end(left: int) -> str:
    """The mark after an item of a list, by how many are left with it: `;`, `; and`, `.`."""
    return {1: ".", 2: "; and"}.get(left, ";")


def records_of(value: object) -> tuple[Record, ...]:
    """The records of a list field; none for a field left out."""
    return value if isinstance(value, tuple) else ()


FILTERS: Mapping[str, Callable[..., object]] = {
    "where": where,
    "where_not": where_not,
    "grouped": grouped,
    "collected": collected,
    "without": without,
    "only": only,
    "item_end": item_end,
}
