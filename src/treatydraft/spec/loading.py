"""Turns the bytes of a spec into a `Spec`, or into everything that is wrong with them, in its place."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from pydantic import ValidationError

from treatydraft.spec.fields import FieldsError, FieldSet
from treatydraft.spec.model import Spec
from treatydraft.spec.pack_model import sound_part, spec_model
from treatydraft.spec.problems import Fault, Problem, shown
from treatydraft.spec.rules import broken_rules
from treatydraft.spec.source import Source
from treatydraft.spec.text import STILL_TO_DO, TODO
from treatydraft.spec.walking import meaning_of
from treatydraft.spec.wording import JsonSchema, did_you_mean, faults_of
from treatydraft.spec.yaml_source import read_yaml

FieldsFor: TypeAlias = Callable[[str], FieldSet]
"""Gives the fields of the pack of a name; raises `UnknownPackError` (or `KeyError`) where there is none."""


def load_spec(source: bytes, name: str, fields_for: FieldsFor) -> Spec | tuple[Problem, ...]:
    """Read a spec; `name` is what problems call its file.

    Returns:
        The spec if nothing is wrong with it; else every problem, in the order of the file.
    """
    read, problems = read_yaml(source, name)
    if read is None:
        return problems
    found = _checked(read, fields_for)
    if isinstance(found, Spec):
        return _in_order(problems) if problems else found
    return _in_order((*problems, *found))


def load_fields(source: bytes, name: str, areas: tuple[str, ...] = ()) -> FieldSet | tuple[Problem, ...]:
    """Read the `fields.yaml` of a pack into its fields, or into everything that is wrong with it."""
    read, problems = read_yaml(source, name)
    if read is None:
        return problems
    try:
        fields = FieldSet.parse(read.data, areas)
        spec_model(fields)
    except FieldsError as error:
        return _in_order((*problems, *read.problems(error.faults)))
    return _in_order(problems) if problems else fields


def _checked(read: Source, fields_for: FieldsFor) -> Spec | tuple[Problem, ...]:
    """Check structure first; the rules then speak of what is sound in itself."""
    fields, faults = _fields(read.data.get("pack"), fields_for)
    model = spec_model(fields or FieldSet())
    try:
        spec = model.model_validate(read.data)
    except ValidationError as error:
        faulty = {str(detail["loc"][0]) for detail in error.errors(include_url=False)}
        faults += faults_of(error, _schema(fields or FieldSet()))
        faults += broken_rules(sound_part(model, read.data, faulty))
    else:
        faults += broken_rules(spec)
    if fields is None:
        faults = [fault for fault in faults if not _may_be_of_the_pack(fault)]
    return read.problems([_as_to_do(fault, read.data, model) for fault in faults]) if faults else spec


def _may_be_of_the_pack(fault: Fault) -> bool:
    """Whether a field at the top is unknown for no other reason than that the pack is; `pakc` is misspelt."""
    if fault.code != "unknown-field" or len(fault.path) > 1:
        return False
    return did_you_mean(str(fault.path[0]), ("pack",)) is None


def _as_to_do(fault: Fault, data: object, model: type[Spec]) -> Fault:
    """Of a value that waits to be filled in, there is to say what it means and what it may be."""
    for step in fault.path if fault.at == "value" else ():
        try:
            data = data[step]  # type: ignore[index]  # whatever a path leads through
        except (LookupError, TypeError):
            return fault
    if data != TODO:
        return fault
    return replace(fault, code="to-do", message=STILL_TO_DO, hint=meaning_of(model, fault.path) or None)


def _fields(pack: object, fields_for: FieldsFor) -> tuple[FieldSet | None, list[Fault]]:
    if not isinstance(pack, str):
        return None, []  # the model says that it is missing
    try:
        return fields_for(pack), []
    except LookupError as error:
        known = getattr(error, "known", ())
        message = f"there is no pack “{shown(pack)}”"
        hint = did_you_mean(pack, known)
        return None, [Fault(("pack",), "unknown-pack", message, shown(pack), tuple(known), hint)]


@lru_cache(maxsize=64)
def _schema(fields: FieldSet) -> JsonSchema:
    return spec_model(fields).model_json_schema()


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0)))
