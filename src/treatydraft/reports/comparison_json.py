"""A comparison as the JSON that others build on, and its schema."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias, get_args

from treatydraft.comparison.edits import Op
from treatydraft.comparison.result import (
    SEVERITIES,
    Comparison,
    Difference,
    Direction,
    Kind,
    Mode,
    Pair,
    Side,
)
from treatydraft.reports.comparison_changes import Change, changes
from treatydraft.reports.comparison_words import messages, places

Json: TypeAlias = dict[str, Any]

VERSION: Final = 1
_HEADER: Final = {"treatydraft": VERSION, "kind": "comparison"}


def comparison_json(comparison: Comparison) -> Json:
    """All pairs with their words, as plain dicts, lists, numbers and strings."""
    return {
        **_HEADER,
        "mode": comparison.mode,
        "reason": comparison.reason,
        "old": {"name": comparison.old.name, "title": comparison.old.title},
        "new": {"name": comparison.new.name, "title": comparison.new.title},
        "pairs": [_pair(pair) for pair in comparison.pairs],
        "overall": [_difference(one) for one in comparison.overall],
        "notes": list(comparison.notes),
        "summary": _summary(comparison),
    }


def _pair(pair: Pair) -> Json:
    return {
        "kinds": list(pair.kinds),
        "severity": pair.severity,
        "old": _side(pair.old),
        "new": _side(pair.new),
        "similarity": pair.similarity,
        "words": [{"op": run.op, "old": run.old, "new": run.new} for run in pair.words],
        "facts": [_difference(one) for one in pair.differences],
    }


def _side(side: Side | None) -> Json | None:
    return None if side is None else {name: getattr(side, name) for name in _SIDE}


def _difference(one: Difference) -> Json:
    return {name: getattr(one, name) for name in _FACT if name != "spec_path" or one.spec_path}


def _summary(comparison: Comparison) -> Json:
    kinds = comparison.by_kind()
    return {
        "changed": len(comparison.changed),
        "kinds": {kind: kinds.get(kind, 0) for kind in get_args(Kind)},
        "severities": dict(comparison.by_severity()),
        "changes": [_change(one, comparison) for one in changes(comparison)],
    }


def _change(change: Change, comparison: Comparison) -> Json:
    return {
        "pair": change.index,
        "place": places(change.pair, comparison.mode),
        "severity": change.pair.severity,
        "kinds": list(change.pair.kinds),
        "messages": list(messages(change.pair, comparison.mode)),
        "below": change.below,
    }


# --- The schema -------------------------------------------------------------------------------------------


def comparison_schema() -> Json:
    """The JSON Schema (2020-12) of what `comparison_json` gives."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "treatydraft comparison",
        "description": "Two agreements against each other, clause by clause",
        **_object(
            {
                **{name: {"const": value} for name, value in _HEADER.items()},
                "mode": _words(get_args(Mode), "Two versions of one instrument, or two instruments"),
                "reason": _text("Why they are compared in that mode"),
                "old": {"$ref": "#/$defs/Source"},
                "new": {"$ref": "#/$defs/Source"},
                "pairs": _list("Pair", "All units that were compared, in the order of the newer text"),
                "overall": _list("Fact", "What the agreements as wholes say differently, field by field"),
                "notes": _texts("What was not compared, and what the reader should know"),
                "summary": {"$ref": "#/$defs/Summary"},
            }
        ),
        "$defs": {
            "Source": _object({"name": _text("Of the file"), "title": _text("Of the instrument")}),
            "Pair": _object(_PAIR, "A clause beside its counterpart, or one of them alone"),
            "Side": _object(_SIDE, "A clause as one of the two texts has it"),
            "Words": _object(_WORDS, "A run of words, the same on both sides or not"),
            "Fact": _object(_FACT, "What two clauses say differently in substance", optional=("spec_path",)),
            "Summary": _object(_SUMMARY, "How much changed, and what, the gravest first"),
            "Change": _object(_CHANGE, "A change; a clause and what came or went below it are one"),
        },
    }


def _object(members: Mapping[str, Any], description: str = "", *, optional: tuple[str, ...] = ()) -> Json:
    return {
        "type": "object",
        **({"description": description} if description else {}),
        "properties": dict(members),
        "required": [name for name in members if name not in optional],
        "additionalProperties": False,
    }


def _text(description: str) -> Json:
    return {"type": "string", "description": description}


def _texts(description: str) -> Json:
    return {"type": "array", "items": {"type": "string"}, "description": description}


def _number(description: str) -> Json:
    return {"type": "integer", "minimum": 0, "description": description}


def _words(allowed: tuple[str, ...], description: str) -> Json:
    return {"enum": list(allowed), "description": description}


def _list(name: str, description: str) -> Json:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}, "description": description}


def _side_or_none(description: str) -> Json:
    return {"anyOf": [{"$ref": "#/$defs/Side"}, {"type": "null"}], "description": description}


_KINDS: Final = {
    "type": "array",
    "items": _words(get_args(Kind), "One of several things that happened to the clause"),
    "minItems": 1,
    "uniqueItems": True,
    "description": "What happened to the clause",
}
_SEVERITY: Final = _words(
    SEVERITIES, "Of substance, following from another change, of form only, or none to speak of"
)
_SIDE: Final = {
    "id": _text("The id of the clause, as in the document's JSON"),
    "kind": _text("As in the document's JSON; title, signature, note, header and footer besides"),
    "label": _text("How the text numbers the clause, as printed; empty for none"),
    "heading": _text("The heading of the clause; empty for none"),
    "plain": _text("Its own words, without those of the clauses below it"),
    "place": _text("Its labels from the top: `Article II.3(a)`; or what the part is called: `Title`"),
    "topic": _text("What the clause is about, by the vocabulary's id; empty where that is not known"),
}
_WORDS: Final = {
    "op": _words(get_args(Op), "How the words of the older text became those of the newer one"),
    "old": _text("The words of the older text; those of all runs, joined, are the clause or its share"),
    "new": _text("The words of the newer text, likewise"),
}
_FACT: Final = {
    "field": _text("What the difference is in: a dotted field as in a spec, or `obligation`, `reference` …"),
    "spec_path": _text("The field of the spec that no longer holds, where one side was drafted from a spec"),
    "old": _text("The value of the older text; empty where it has none"),
    "new": _text("The value of the newer text; empty where it has none"),
    "direction": _words(get_args(Direction), "Which way the value went"),
    "severity": _SEVERITY,
    "message": _text("As a lawyer would note it"),
    "old_words": _text("The words of the older text that say it"),
    "new_words": _text("The words of the newer text that say it"),
}
_PAIR: Final = {
    "kinds": _KINDS,
    "severity": _SEVERITY,
    "old": _side_or_none("The clause of the older text; null where it has none"),
    "new": _side_or_none("The clause of the newer text; null where it has none"),
    "similarity": {"type": "number", "minimum": 0, "maximum": 1, "description": "Of the words"},
    "words": _list("Words", "The words of both sides, heading first; of a split or merged clause the share"),
    "facts": _list("Fact", "What the two clauses say differently in substance"),
}
_CHANGE: Final = {
    "pair": _number("Which of the pairs, counted from 0"),
    "place": _text("Where it stands, with both places where they are two"),
    "severity": _SEVERITY,
    "kinds": _KINDS,
    "messages": _texts("What changed, a line each, the gravest first"),
    "below": _number("How many of the pairs after it came or went with it"),
}
_SUMMARY: Final = {
    "changed": _number("How many pairs are not unchanged"),
    "kinds": _object(
        {kind: _number("How many pairs") for kind in get_args(Kind)},
        "How many pairs of each kind; one pair may be of several",
    ),
    "severities": _object(
        {severity: _number("How many pairs") for severity in SEVERITIES},
        "How many pairs of each severity",
    ),
    "changes": _list("Change", "All changes, the material ones first"),
}
