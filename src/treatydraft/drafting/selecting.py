"""The filters of clause files that pick and group records of the spec."""

from collections.abc import Callable, Mapping, Sequence

from treatydraft.drafting.views import Record

Records = Sequence[Mapping[str, object]]


def completed(records: Records | None, name: str, value: object) -> list[dict[str, object]]:
    """The records with this value for a field that they leave out."""
    return [
        {**record, name: value if _value(record, name) is None else record[name]} for record in records or ()
    ]


def where(records: Sequence[Record] | None, name: str, *allowed: object) -> list[Record]:
    """The records of which a field has one of these values; none at all for a field left out."""
    return [record for record in records or () if _value(record, name) in allowed]


def where_not(records: Sequence[Record] | None, name: str, *refused: object) -> list[Record]:
    """The records of which a field has none of these values."""
    return [record for record in records or () if _value(record, name) not in refused]


def grouped(records: Records | None, *names: str) -> list[dict[str, object]]:
    """Records that agree in these fields, together: each group has the fields, `members` and its `number`.

    Groups stand in the order in which the spec first names them.
    """
    groups: dict[tuple[object, ...], list[Mapping[str, object]]] = {}
    for record in records or ():
        groups.setdefault(tuple(_value(record, name) for name in names), []).append(record)
    return [
        {**dict(zip(names, key, strict=True)), "members": members, "number": position}
        for position, (key, members) in enumerate(groups.items(), start=1)
    ]


def collected(records: Sequence[Record] | None, name: str) -> list[dict[str, object]]:
    """The members of a list field of all records, each with the record that owns it."""
    return [
        {"owner": record, "member": member}
        for record in records or ()
        for member in records_of(_value(record, name))
    ]


def field_of(records: Records, name: str) -> list[object]:
    """One field of all records, those that leave it out left out; the members of lists one by one."""
    values = [_value(record, name) for record in records]
    return [one for value in values if value for one in (value if isinstance(value, tuple) else (value,))]


def ordered(values: Sequence[str], order: Sequence[str]) -> list[str]:
    """The values in this order, those that it does not name left out."""
    return sorted((value for value in values if value in order), key=order.index)


def without(values: Sequence[str], unwanted: Sequence[str]) -> list[str]:
    """The values that are not among these."""
    return [value for value in values if value not in unwanted]


def only(values: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The values that are among these."""
    return [value for value in values if value in wanted]


def item_end(left: int) -> str:
    """The mark after an item of a list, by how many are left with it: `;`, `; and`, `.`."""
    return {1: ".", 2: "; and"}.get(left, ";")


def _value(record: Mapping[str, object], name: str) -> object:
    if name not in record:
        message = f"there is no field “{name}” here"
        raise ValueError(message)
    return record[name]


def records_of(value: object) -> tuple[Record, ...]:
    """The records of a list field; none for a field left out."""
    return value if isinstance(value, tuple) else ()


FILTERS: Mapping[str, Callable[..., object]] = {
    "where": where,
    "where_not": where_not,
    "grouped": grouped,
    "collected": collected,
    "completed": completed,
    "field_of": field_of,
    "ordered": ordered,
    "without": without,
    "only": only,
    "item_end": item_end,
}
