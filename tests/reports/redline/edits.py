"""Twenty edits of a spec, such as two delegations make between two drafts."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from treatydraft import draft, load, render
from treatydraft.api import SpecError

Spec = dict[str, Any]


def _put(*path: str, value: object) -> Callable[[Spec], None]:
    def edit(spec: Spec) -> None:
        place = spec
        for name in path[:-1]:
            place = place[name]
        place[path[-1]] = value

    return edit


def _drop(name: str, *, omit: bool = False) -> Callable[[Spec], None]:
    def edit(spec: Spec) -> None:
        del spec[name]
        if omit:
            spec["omit"] = [*spec.get("omit", []), name]

    return edit


def _of_support(change: Callable[[list[Any]], object]) -> Callable[[Spec], None]:
    def edit(spec: Spec) -> None:
        change(spec["support"])

    return edit


def _own_clause(spec: Spec) -> None:
    text = "Each Party shall name a point of contact.\n\nThe points of contact shall meet every year."
    clause = {"topic": "contact", "after": "term", "heading": "Points of Contact", "text": text}
    spec["clauses"] = [*spec.get("clauses", []), clause]


EDITS: dict[str, Callable[[Spec], None]] = {
    "a shorter term": _put("term", "length", value="5 years"),
    "a longer term": _put("term", "length", value="20 years"),
    "a longer notice": _put("termination", "notice", value="12 months"),
    "notice from receipt": _put("termination", "from", value="receipt"),
    "no termination": _drop("termination", omit=True),
    "no consultation": _drop("consultation"),
    "a longer deadline": _put("consultation", "within", value="72 hours"),
    "any level": _put("consultation", "level", value="ministers"),
    "no review": _drop("review"),
    "no registration": _drop("registration"),
    "no conditions": _drop("conditions"),
    "another title": _put("instrument", "title", value="Agreement on Long-Term Security Commitments"),
    "another house style": _put("instrument", "house_style", value="uk"),
    "a third house style": _put("instrument", "house_style", value="us"),
    "the first area gone": _of_support(lambda areas: areas.pop(0)),
    "the last area gone": _of_support(lambda areas: areas.pop()),
    "areas the other way round": _of_support(lambda areas: areas.reverse()),
    "an area moved": _of_support(lambda areas: areas.append(areas.pop(0))),
    "an own clause": _own_clause,
    "no references": _put("references", value=[]),
}


def drafts(
    spec: Path, folder: Path, names: Collection[str] = tuple(EDITS)
) -> Iterator[tuple[str, bytes, bytes]]:
    """For each edit that the spec can take: its name, the draft before it, and the draft after it."""
    before = render(draft(load(spec)), "docx")
    for name in names:
        edit = EDITS[name]
        found = YAML(typ="safe").load(spec.read_text("utf-8"))
        try:
            edit(found)
        except (KeyError, IndexError, TypeError):
            continue  # the spec has nothing there
        file = folder / spec.name
        with file.open("w", encoding="utf-8") as out:
            YAML().dump(found, out)
        try:
            after = render(draft(load(file)), "docx")
        except SpecError:
            continue  # what is left is no valid spec
        yield name, before, after
