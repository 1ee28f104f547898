"""A pack's folder → a `Pack`."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any, cast

from pydantic import TypeAdapter

from treatydraft.document.house_style import HouseStyle, Level
from treatydraft.document.tree import Register
from treatydraft.packs.errors import PackError
from treatydraft.packs.manifest import manifest_faults
from treatydraft.packs.pack import OWN_CLAUSES, Area, ClauseSource, Group, InstrumentForm, Pack, Word
from treatydraft.packs.vocabulary import load_vocabulary
from treatydraft.packs.yaml_file import field_set, file_bytes, mapping
from treatydraft.spec import FieldSet

_REGISTERS: tuple[Register, ...] = ("binding", "political")
_FENCE = "---"
FRAME = ("title", "preamble", "enacting", "testimonium", "signature")  # what every instrument has


def load_pack(folder: Path) -> Pack:
    """Read a pack.

    Raises `PackError` naming the file where something is missing or of the wrong kind.
    """
    path = folder / "pack.yaml"
    manifest = mapping(file_bytes(path), str(path), manifest_faults)
    try:
        return _pack(folder, manifest)
    except (KeyError, TypeError, AttributeError) as error:
        raise PackError(str(folder), f"missing or of the wrong kind: {error}") from None


def _pack(folder: Path, manifest: Mapping[str, Any]) -> Pack:
    pack = _assembled(folder, manifest)
    grouped = (entry.topics if isinstance(entry, Group) else (entry,) for entry in pack.order)
    named = {*chain.from_iterable(grouped), *pack.annex_order, *FRAME} - {OWN_CLAUSES}
    if missing := sorted(named - pack.clauses.keys()):
        raise PackError(str(folder), f"there is no clause file for {', '.join(missing)}")
    return pack


def _assembled(folder: Path, manifest: Mapping[str, Any]) -> Pack:
    vocabulary = load_vocabulary(folder)
    areas = _areas(vocabulary)
    numbers = _words(manifest["numbers"])
    return Pack(
        name=manifest["name"],
        version=str(manifest["version"]),
        description=manifest["description"],
        order=tuple(map(_entry, manifest["order"])),
        annex_order=tuple(manifest.get("annex_order", ())),
        clauses={source.topic: source for source in _clauses(folder)},
        house_styles={name: _house_style(name, data) for name, data in manifest["house_styles"].items()},
        words={register: {**_words(manifest["words"][register]), **numbers} for register in _REGISTERS},
        strengths=_words(manifest["strengths"]),
        phrases=manifest["phrases"],
        forms={name: InstrumentForm(**data) for name, data in manifest["forms"].items()},
        areas=areas,
        spelling=manifest.get("spelling", {}),
        starter_title=manifest["starter"]["title"],
        starter_house_style=manifest["starter"]["house_style"],
        field_set=_fields(folder, tuple(areas)),
        word_template=file_bytes(folder / "agreement.docx"),
        markdown_template=file_bytes(folder / "agreement.md").decode("utf-8"),
        vocabulary=vocabulary,
        recitals=tuple(manifest.get("recitals", ())),
        severities=(manifest.get("lint") or {}).get("severity", {}),
    )


def _fields(folder: Path, areas: tuple[str, ...]) -> FieldSet:
    path = folder / "fields.yaml"
    return field_set(file_bytes(path), str(path), areas) if path.exists() else FieldSet()


def _areas(vocabulary: Mapping[str, Any]) -> dict[str, Area]:
    entries = (
        Area(**{**entry, "synonyms": tuple(entry.get("synonyms", ()))})
        for entry in vocabulary.get("areas", ())
    )
    return {area.id: area for area in entries}


def _entry(entry: str | Mapping[str, Any]) -> str | Group:
    if isinstance(entry, str):
        return entry
    return Group(entry["group"], entry["heading"], tuple(entry["registers"]), tuple(entry["topics"]))


def _words(table: Mapping[str, Any]) -> dict[str, Word]:
    return {name: _word(entry) for name, entry in table.items()}


def _word(entry: str | Mapping[str, str]) -> Word:
    if isinstance(entry, str):
        return Word(entry, entry)
    one = entry.get("one") or entry["text"]
    return Word(one, entry.get("many") or one, entry.get("term", ""))


def _house_style(name: str, data: Mapping[str, Any]) -> HouseStyle:
    levels = {
        key: tuple(Level(**level) for level in data[key]) for key in ("levels", "annex_levels") if key in data
    }
    style = HouseStyle(**{**data, **levels, "name": name})
    return TypeAdapter(HouseStyle).validate_python(asdict(style))


def _clauses(folder: Path) -> Iterator[ClauseSource]:
    for path in sorted((folder / "clauses").rglob("*.md")):
        yield clause_source(file_bytes(path).decode("utf-8"), str(path.relative_to(folder)))


def clause_source(text: str, file: str) -> ClauseSource:
    """One clause file: front matter between two lines `---`, then the template of its text."""
    lines = text.splitlines(keepends=True)
    fences = [index for index, line in enumerate(lines) if line.strip() == _FENCE][:2]
    if len(fences) != 2 or fences[0] != 0:  # noqa: PLR2004 - a fence on either side
        raise PackError(file, "a clause file begins with front matter between two lines ---")
    front = mapping("".join(lines[: fences[1]]).encode(), file)
    if unknown := set(front) - {"topic", "heading", "when"}:
        raise PackError(file, f"unknown in front matter: {', '.join(sorted(unknown))}")
    return ClauseSource(
        topic=front["topic"],
        file=file,
        first_line=fences[1] + 2,
        body="".join(lines[fences[1] + 1 :]),
        heading=_by_register(front.get("heading", "")),
        when=front.get("when", "true"),
    )


def _by_register(heading: str | Mapping[str, str]) -> Mapping[Register, str]:
    if isinstance(heading, str):
        return dict.fromkeys(_REGISTERS, heading)
    return cast("Mapping[Register, str]", dict(heading))
