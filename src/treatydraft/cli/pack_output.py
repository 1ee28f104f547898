"""How the commands on packs print what they found: as lines, or as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from treatydraft.checking import Finding
    from treatydraft.packs import Found
    from treatydraft.word.compiling import Inspected

_WIDEST = 44  # columns of a heading


def listed(packs: "Sequence[Found]", *, as_json: bool) -> str:
    """Packs, a line each."""
    if as_json:
        entries = [{"name": one.name, "origin": one.origin, "folder": str(one.folder)} for one in packs]
        return _json({"treatydraft": 1, "kind": "packs", "packs": entries})
    width = max((len(one.name) for one in packs), default=0)
    return "\n".join(f"{one.name:<{width}}  {one.origin:<9}  {one.folder}" for one in packs)


def offered(offer: Mapping[str, Any], *, as_json: bool) -> str:
    """What a pack offers."""
    return _json({"treatydraft": 1, "kind": "pack", **offer}) if as_json else "\n".join(_offer(offer))


def _offer(offer: Mapping[str, Any]) -> Iterator[str]:
    yield f"{offer['name']} {offer['version']}: {offer['description']}"
    yield "\nFields of a spec, beside those of every spec"
    yield from _table((one["name"], one["type"], one["description"]) for one in offer["fields"])
    yield "\nClauses, by topic"
    yield from _table((one["topic"], one["heading"], one["when"]) for one in offer["clauses"])
    yield "\nRecitals"
    yield f"  {', '.join(offer['recitals'])}"
    yield "\nHouse styles"
    yield from _table(
        (one["name"], one["locale"], " > ".join(one["levels"])) for one in offer["house_styles"]
    )
    yield "\nVocabulary"
    yield from _table((name, str(len(ids)), ", ".join(ids)) for name, ids in offer["vocabulary"].items())
    yield "\nFormats"
    yield f"  {', '.join(offer['formats'])}"


def _table(rows: Iterator[tuple[str, str, str]]) -> Iterator[str]:
    lines = [(first, _short(second), third) for first, second, third in rows]
    widths = [max((len(row[column]) for row in lines), default=0) for column in (0, 1)]
    for first, second, third in lines:
        yield f"  {first:<{widths[0]}}  {second:<{widths[1]}}  {third}".rstrip()


def _short(text: str) -> str:
    """A heading may be a template of many words; the JSON has it whole."""
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def findings_json(findings: "Sequence[Finding]", inspected: "Inspected | None") -> str:
    """Findings as JSON; those of a Word template with the values that it needs, as a JSON Schema."""
    needs = {"needs": inspected.needs.schema} if inspected is not None else {}
    return _json(
        {"treatydraft": 1, "kind": "findings", "findings": [one.to_json() for one in findings], **needs}
    )


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
