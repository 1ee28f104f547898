"""The vocabulary of a pack: each file against its schema, and what it names against the rest of the pack."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from treatydraft.checking.finding import Finding
from treatydraft.checking.yaml_files import File, read_file
from treatydraft.facts.loading import vocabulary_faults
from treatydraft.spec.walking import keys_of, models_of


def read_vocabulary(folder: Path) -> list[File]:
    """The files of the vocabulary."""
    paths = sorted((folder / "vocabulary").glob("*.yaml"))
    return [read_file(folder, f"vocabulary/{path.name}", vocabulary_faults) for path in paths]


def areas_of(files: Sequence[File]) -> tuple[str, ...]:
    """The ids of the areas."""
    areas = (one for file in files for one in _list(file.data.get("areas")))
    return tuple(str(one["id"]) for one in areas if isinstance(one, dict) and "id" in one)


def check_vocabulary(files: Sequence[File], spec: type[Any] | None) -> Iterator[Finding]:
    """All that is wrong; `spec` is the model of a spec of this pack, where its fields are sound."""
    seen: set[tuple[str, str]] = set()
    for file in files:
        if not file.findings:
            _repeated(file, seen)
            if spec is not None:
                _fields(file, spec)
        yield from file.findings


def _repeated(file: File, seen: set[tuple[str, str]]) -> None:
    for kind in ("areas", "topics"):
        for index, entry in enumerate(_list(file.data.get(kind))):
            key = (kind, str(entry["id"]))
            if key in seen:
                file.say((kind, index, "id"), "repeated-id", f"“{key[1]}” stands twice among the {kind}")
            seen.add(key)


def _fields(file: File, spec: type[Any]) -> None:
    area_field = file.data.get("area_field")
    if area_field and not _has(spec, str(area_field)):
        file.say(("area_field",), "unknown-field", f"a spec of this pack has no field “{area_field}”")
    for index, reading in enumerate(_list(file.data.get("readings"))):
        record = str(reading["field"])
        if not _has(spec, record):
            message = f"a spec of this pack has no field “{record}”"
            file.say(("readings", index, "field"), "unknown-field", message)
            continue
        for name in reading["fields"]:
            if not _has(spec, f"{record}.{name}"):
                message = f"a spec of this pack has no field “{record}.{name}”"
                file.say(("readings", index, "fields", name), "unknown-field", message)


def _has(model: type[Any], path: str) -> bool:
    models = [model]
    for name in path.split("."):
        infos = [fields[name] for one in models if name in (fields := keys_of(one))]
        if not infos:
            return False
        models = [inner for info in infos for inner in models_of(info.annotation)]
    return True


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
