"""The JSON Schemas of what is read and of what is printed, by kind."""

from collections.abc import Callable, Mapping
from typing import Final

from treatydraft.packs import Pack, find_pack
from treatydraft.spec import PackWords, problems_schema, spec_schema

# ruff: noqa: PLC0415 - whoever wants one schema must not wait for what the others describe


def schema(kind: str, *, pack: str) -> dict[str, object]:
    """The JSON Schema of a spec, of what is printed, or of a file of a pack.

    Args:
        kind: `spec`, `document`, `facts`, `comparison`, `matrix`, `findings`, `errors`, `pack`, `fields` or
            `vocabulary`.
        pack: The template pack whose specs are meant.

    Raises:
        UnknownPackError: there is no such pack.
    """
    if kind == "spec":
        found = find_pack(pack)
        return spec_schema(found.field_set, _words_of(found))
    return _SCHEMAS[kind]()


def _document() -> dict[str, object]:
    from treatydraft.document.json_form import document_schema

    return document_schema()


def _facts() -> dict[str, object]:
    from treatydraft.facts import facts_schema

    return facts_schema()


def _comparison() -> dict[str, object]:
    from treatydraft.reports.comparison_json import comparison_schema

    return comparison_schema()


def _matrix() -> dict[str, object]:
    from treatydraft.reports.matrix_files import matrix_schema

    return matrix_schema()


def _findings() -> dict[str, object]:
    from treatydraft.reports.findings_json import findings_schema

    return findings_schema()


def _manifest() -> dict[str, object]:
    from treatydraft.packs.manifest import manifest_schema

    return {**manifest_schema()}


def _fields() -> dict[str, object]:
    from treatydraft.packs.manifest import DIALECT
    from treatydraft.spec.fields import fields_schema

    return {"$schema": DIALECT, **fields_schema()}


def _vocabulary() -> dict[str, object]:
    from treatydraft.facts.loading import vocabulary_schema

    return vocabulary_schema()


_SCHEMAS: Final[Mapping[str, Callable[[], dict[str, object]]]] = {
    "document": _document,
    "facts": _facts,
    "comparison": _comparison,
    "matrix": _matrix,
    "findings": _findings,
    "errors": problems_schema,
    "pack": _manifest,
    "fields": _fields,
    "vocabulary": _vocabulary,
}


def _words_of(pack: Pack) -> PackWords:
    """The words of a pack that a spec may use."""
    from treatydraft.drafting.fitting import RECITAL
    from treatydraft.packs.loading import FRAME

    named = [topic for topic in pack.clauses if topic not in FRAME]
    recitals = [topic.removeprefix(RECITAL) for topic in named if topic.startswith(RECITAL)]
    topics = [topic for topic in named if topic.partition(".")[0] != RECITAL.removesuffix(".")]
    return PackWords(tuple(pack.house_styles), tuple(pack.forms), tuple(recitals), tuple(topics))
