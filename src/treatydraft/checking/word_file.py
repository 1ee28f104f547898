"""A Word template: faults of its tags, names that it cannot have, and what the file lacks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from treatydraft.checking.clause_files import NAMES
from treatydraft.checking.finding import Finding
from treatydraft.drafting import template_filters
from treatydraft.sandbox import TemplateFault
from treatydraft.spec import did_you_mean
from treatydraft.word.compiling import Inspected
from treatydraft.word.diagnosis import place as placed
from treatydraft.word.package import open_package
from treatydraft.word.reviewing import Remark, reviewed
from treatydraft.word.template import inspect

# What `render --template` gives to a template of somebody's own, beside the names of clause files.
_OWN_NAMES: Final = ("document", "notice", "status")
_STRING: Final = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")


def check_word(
    source: bytes,
    name: str,
    known: Mapping[str, Any],
    *,
    needed: Iterable[str] = (),
    strict: bool = False,
) -> tuple[Inspected, tuple[Finding, ...]]:
    """What a template needs, and all that is to be said of it; raises `PackageError` where it is refused.

    Args:
        source: the file.
        name: what messages call it.
        known: the names that it can use, nested: `{"body": {"words": {}}}`; an empty one is not looked into.
        needed: the styles that it must have, by name.
        strict: whether a name that is not known is a fault, and no note.
    """
    inspected = inspect(source, name, template_filters())
    return inspected, tuple(
        dict.fromkeys(
            (
                *(_of_fault(fault, name) for fault in inspected.faults),
                *_unknown(inspected, name, known, strict=strict),
                *(_of_remark(remark, name) for remark in reviewed(open_package(source), needed)),
                *(Finding("note", "note", note.removeprefix(f"{name}, "), name) for note in inspected.notes),
            )
        )
    )


def own_names() -> dict[str, Any]:
    """The names that a template of somebody's own can use."""
    return {name: {} for name in (*NAMES, *_OWN_NAMES)}


def _of_fault(fault: TemplateFault, name: str) -> Finding:
    place = fault.name.removeprefix(name).removeprefix(", ")
    return Finding("fault", "tag", fault.message, name, fault.line, place, fault.hint)


def _of_remark(remark: Remark, name: str) -> Finding:
    place = f"{remark.where}{placed(remark.place)}" if remark.place else remark.where
    severity: Any = "note" if remark.harmless else "fault"
    return Finding(severity, remark.code, remark.message, name, 0, place, remark.hint)


def _unknown(inspected: Inspected, name: str, known: Mapping[str, Any], *, strict: bool) -> Iterator[Finding]:
    """Names that a template cannot have, at the tags that use them."""
    for path in inspected.needs.paths:
        step, names = _first_unknown(path.replace("[]", "").split("."), known)
        if not step:
            continue
        message = f"{step!r} is not known here"
        hint = did_you_mean(step, tuple(names)) or ""
        for place in _places(inspected, name, step):
            yield Finding("fault" if strict else "note", "unknown-name", message, name, 0, place, hint)


def _first_unknown(path: list[str], known: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    for step in path:
        if not known:
            break
        if step not in known:
            return step, known
        known = known[step]
    return "", {}


def _places(inspected: Inspected, name: str, step: str) -> Iterator[str]:
    word = re.compile(rf"(?<![\w]){re.escape(step)}(?!\w)")
    for where, tag in inspected.tags:
        if word.search(_STRING.sub("''", tag.source or tag.text)):
            yield f"{where.removeprefix(name).removeprefix(', ')}{placed(tag.place)}"
