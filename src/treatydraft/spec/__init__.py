"""What the parties agreed: the model of a spec, its YAML with places, its rules and its JSON Schema."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from treatydraft.spec.clauses import OwnClause
    from treatydraft.spec.dates import Day, PartialDate, parse_day
    from treatydraft.spec.decoding import source_text
    from treatydraft.spec.durations import Duration, Period
    from treatydraft.spec.fields import AnyField, FieldsError, FieldSet
    from treatydraft.spec.loading import FieldsFor, load_fields, load_spec
    from treatydraft.spec.model import Spec
    from treatydraft.spec.money import Money
    from treatydraft.spec.pack_model import spec_model
    from treatydraft.spec.party_names import party_code
    from treatydraft.spec.phrase import Phrase, RefusedError
    from treatydraft.spec.pointers import ActorId, Location, PartyId, Pointer, ReferenceId
    from treatydraft.spec.problems import Fault, FieldPath, Problem, UnknownPackError, parsed_path, path_text
    from treatydraft.spec.schema import PackWords, problems_schema, spec_schema
    from treatydraft.spec.shapes import Part
    from treatydraft.spec.source import Place, Source
    from treatydraft.spec.walking import walk
    from treatydraft.spec.wording import did_you_mean
    from treatydraft.spec.yaml_source import read_yaml

__all__ = [
    "ActorId",
    "AnyField",
    "Day",
    "Duration",
    "Fault",
    "FieldPath",
    "FieldSet",
    "FieldsError",
    "FieldsFor",
    "Location",
    "Money",
    "OwnClause",
    "PackWords",
    "Part",
    "PartialDate",
    "PartyId",
    "Period",
    "Phrase",
    "Place",
    "Pointer",
    "Problem",
    "ReferenceId",
    "RefusedError",
    "Source",
    "Spec",
    "UnknownPackError",
    "did_you_mean",
    "load_fields",
    "load_spec",
    "parse_day",
    "parsed_path",
    "party_code",
    "path_text",
    "problems_schema",
    "read_yaml",
    "source_text",
    "spec_model",
    "spec_schema",
    "walk",
]

_MODULES: Final = {
    "clauses": ("OwnClause",),
    "dates": ("Day", "PartialDate", "parse_day"),
    "decoding": ("source_text",),
    "durations": ("Duration", "Period"),
    "fields": ("AnyField", "FieldsError", "FieldSet"),
    "loading": ("FieldsFor", "load_fields", "load_spec"),
    "model": ("Spec",),
    "money": ("Money",),
    "pack_model": ("spec_model",),
    "party_names": ("party_code",),
    "phrase": ("Phrase", "RefusedError"),
    "pointers": ("ActorId", "Location", "PartyId", "Pointer", "ReferenceId"),
    "problems": ("Fault", "FieldPath", "Problem", "UnknownPackError", "parsed_path", "path_text"),
    "schema": ("PackWords", "problems_schema", "spec_schema"),
    "shapes": ("Part",),
    "source": ("Place", "Source"),
    "walking": ("walk",),
    "wording": ("did_you_mean",),
    "yaml_source": ("read_yaml",),
}


def __getattr__(name: str) -> object:
    """Load a name when it is first asked for: whoever needs a duration must not wait for the model."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
