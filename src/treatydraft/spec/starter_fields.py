"""Shows the fields that a pack adds in a starter spec: what they mean, and an example to take over."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from treatydraft.spec import fields
from treatydraft.spec.dates import PartialDate
from treatydraft.spec.durations import Duration, Period
from treatydraft.spec.fields import AnyField, FieldSet
from treatydraft.spec.money import Money

_EXAMPLES: Final[dict[str, object]] = {
    "flag": True,
    "duration": Duration.examples[0],
    "period": Period.examples[0],
    "money": Money.examples[0],
    "date": PartialDate.examples[0],
    "partial-date": PartialDate.examples[0],
    "strength": "intends",
    "place": "body",
    "reference": "un-charter",  # the one that a starter declares
}
_PLAIN: Final = re.compile(
    r"(?:[A-Za-z]|[0-9]+(?:[.-][0-9]+)? [a-z])(?:[A-Za-z0-9' .-]*[A-Za-z0-9.])?|[0-9]{4}(?:-[0-9]{2}){1,2}"
)
_WIDTH: Final = 34  # of a field with its example, before the note at its side


def pack_fields(pack: str, field_set: FieldSet, parties: Sequence[str]) -> str:
    """The pack's part of a starter spec: required fields given, the others as comments."""
    shown = _Shown(tuple(parties), field_set.areas)
    lines = [f"\n# What the pack “{pack}” adds."]
    for name, declared in field_set:
        meaning = " ".join((declared.description or "").split())
        heading = [f"# {meaning}"] if meaning else []
        lines += ["", *heading, *shown.field(name, declared, given=declared.required is True)]
    return "\n".join(lines) + "\n"


def scalar(text: str) -> str:
    """The text as YAML that means just this text: plain where that is safe, else in quotes."""
    safe = _PLAIN.fullmatch(text) and text.lower() not in {"null", "true", "false"}
    return text if safe else json.dumps(text, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class _Shown:
    """Shows fields for given parties and areas."""

    parties: tuple[str, ...]
    areas: tuple[str, ...]

    def field(self, name: str, declared: AnyField, *, given: bool) -> Iterator[str]:
        """The lines of one field; where it is not given, all of them are comments."""
        for line in self._lines(name, declared, "", given=given):
            yield line if given else f"# {line}"

    def _lines(
        self, name: str, declared: AnyField, margin: str, *, given: bool, note: str = ""
    ) -> Iterator[str]:
        match declared:
            case fields.RecordField():
                yield noted(f"{margin}{name}:", note)
                yield from self._members(declared, f"{margin}  ", f"{margin}  ", given=given)
            case fields.ListField(of=fields.RecordField() as record):
                yield noted(f"{margin}{name}:", note)
                yield from self._members(record, f"{margin}  - ", f"{margin}    ", given=given)
            case _:
                yield noted(f"{margin}{name}: {self._example(declared)}", note)

    def _members(self, record: fields.RecordField, first: str, margin: str, *, given: bool) -> Iterator[str]:
        """The fields of a record, the required ones first; of a given one the others are comments."""
        members = sorted(record.fields_.items(), key=lambda member: member[1].required is not True)
        for name, declared in members:
            optional = declared.required is not True
            for line in self._lines(name, declared, first, given=given, note=_note(declared)):
                yield f"# {line}" if given and optional and first == margin else line
            first = margin

    def _example(self, declared: AnyField) -> str:
        match declared:
            case fields.ActorField():
                return self._actor(declared)
            case fields.PlainField(type="reference"):
                return str(_EXAMPLES["reference"])
            case fields.OneOfField() if not declared.examples:
                return self._example(declared.of[0])
            case fields.ListField() if not declared.examples:
                return f"[{self._example(declared.of)}]"
            case _:
                return yaml_value(declared.examples[0] if declared.examples else self._made_up(declared))

    def _actor(self, declared: fields.ActorField) -> str:
        """A word that needs no party, else a party: the last of one, so that provider and receiver differ."""
        if declared.examples and declared.examples[0] in declared.also:
            return yaml_value(declared.examples[0])
        many = declared.type in {"parties", "actors"}
        return yaml_value([self.parties[0]] if many else self.parties[-1])

    def _made_up(self, declared: AnyField) -> object:
        match declared:
            case fields.ChoiceField():
                return declared.of[0] if declared.type == "choice" else [declared.of[0]]
            case fields.NumberField():
                return declared.least or declared.most or 1
            case fields.PlainField(type="area" | "areas"):
                return self.areas[0] if self.areas else "area"
            case _:
                return _EXAMPLES.get(declared.type, "…")


def _note(declared: AnyField) -> str:
    meaning = " ".join((declared.description or "").split())
    needed = {True: "Required.", "binding": "Required when binding."}.get(declared.required, "")
    return " ".join(part for part in (needed, meaning) if part)


def noted(line: str, note: str) -> str:
    """The line with a note at its side."""
    return f"{line:<{_WIDTH}}  # {note}" if note else line


def yaml_value(value: object) -> str:
    """A value in one line of YAML."""
    match value:
        case str():
            return scalar(value)
        case bool():
            return str(value).lower()
        case int() | float() | Decimal():
            return str(value)
        case list() | tuple():
            return f"[{', '.join(map(yaml_value, value))}]"
        case dict():
            return "{" + ", ".join(f"{key}: {yaml_value(one)}" for key, one in value.items()) + "}"
        case _:
            return scalar(str(value))
