"""What `pack.yaml` names against the clauses and house styles that the pack has."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from treatydraft.checking.clause_files import ClauseFile
from treatydraft.checking.finding import Finding, fault
from treatydraft.checking.yaml_files import File
from treatydraft.packs import OWN_CLAUSES
from treatydraft.packs.loading import FRAME
from treatydraft.spec import FieldPath, did_you_mean

_RECITAL = "recital"


def check_manifest(manifest: File, clauses: Mapping[str, ClauseFile]) -> Iterator[Finding]:
    """Clauses that are missing or never used, house styles and words that are not there."""
    named = list(_named(manifest.data))
    _missing(manifest, named, clauses)
    _starter(manifest)
    _registers(manifest)
    yield from manifest.findings
    if not isinstance(manifest.data.get("order"), list):
        return  # a fault already, beside which all clauses would be unused
    used = {topic for _, topic in named} | set(FRAME)
    for topic, clause in clauses.items():
        if topic not in used and topic.partition(".")[0] != _RECITAL:
            hint = "put its topic into the order in pack.yaml, or delete the file"
            yield fault("unused-clause", f"the clause “{topic}” is never used", clause.name, 2, hint)


def _named(data: Mapping[str, Any]) -> Iterator[tuple[FieldPath, str]]:
    """Each topic that the manifest names, with its path."""
    for index, entry in enumerate(_list(data.get("order"))):
        if isinstance(entry, Mapping):
            topics = enumerate(_list(entry.get("topics")))
            yield from ((("order", index, "topics", place), str(topic)) for place, topic in topics)
        else:
            yield ("order", index), str(entry)
    for index, topic in enumerate(_list(data.get("annex_order"))):
        yield ("annex_order", index), str(topic)
    for index, topic in enumerate(_list(data.get("recitals"))):
        yield ("recitals", index), f"{_RECITAL}.{topic}"


def _missing(
    manifest: File, named: Sequence[tuple[FieldPath, str]], clauses: Mapping[str, ClauseFile]
) -> None:
    seen: set[str] = set()
    for path, topic in named:
        if topic != OWN_CLAUSES and topic not in clauses:
            hint = did_you_mean(topic, tuple(clauses)) or f"write clauses/{topic}.md"
            manifest.say(path, "missing-clause", f"there is no clause file for “{topic}”", hint)
        if path[0] == "order":
            if topic in seen:
                manifest.say(path, "repeated-clause", f"“{topic}” stands in the order twice")
            seen.add(topic)
    for topic in FRAME:
        if topic not in clauses:
            message = f"there is no clause file for “{topic}”, which every instrument has"
            manifest.say((), "missing-clause", message, f"write clauses/{topic}.md")


def _starter(manifest: File) -> None:
    starter, styles = manifest.data.get("starter"), manifest.data.get("house_styles")
    if isinstance(starter, Mapping) and isinstance(styles, Mapping):
        name = starter.get("house_style")
        if name not in styles:
            hint = did_you_mean(str(name), tuple(styles)) or ""
            message = f"the pack has no house style “{name}”"
            manifest.say(("starter", "house_style"), "unknown-house-style", message, hint)


def _registers(manifest: File) -> None:
    words = manifest.data.get("words")
    if not isinstance(words, Mapping):
        return
    tables = {name: table for name, table in words.items() if isinstance(table, Mapping)}
    for register, table in tables.items():
        for other in tables.keys() - {register}:
            for word in table.keys() - tables[other].keys():
                message = f"the word “{word}” is missing in the {other} register"
                manifest.say(("words", register, word), "unpaired-word", message)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
