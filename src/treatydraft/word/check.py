"""Find what is well-formed in a Word file but wrong: fields without a bookmark, repeated ids, lost notes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from treatydraft.word.package import Package, open_package, rels_of
from treatydraft.word.survey import Survey, field_codes, survey

__all__ = ["Known", "faults", "faults_among", "faults_in", "field_codes"]

_KINDS = ("header", "footer", "footnotes", "endnotes", "comments", "styles", "numbering")
_UNIQUE = (
    "bookmark",
    "bookmark id",
    "comment range id",
    "drawing id",
    "content control id",
    "footnote",
    "endnote",
    "comment",
)
_NOTES = ("footnote", "endnote")
_USED = ("style", "list", "footnote", "endnote", "comment")
_ALWAYS_THERE = {"list": frozenset({"0"})}  # with which a paragraph says that it has no number


@dataclass(frozen=True, slots=True)
class Known:
    """What the parts of a file say, noted once, so that a change of some parts costs a look at these only."""

    surveys: Mapping[str, Survey] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> "Known":
        """Note what the text of a file and the parts around it say."""
        return cls({part: survey(part, package.tree(part)) for part in _parts(package)})


def faults(data: bytes) -> tuple[str, ...]:
    """What Word would repair or show wrongly, a sentence each; raises `PackageError` for other files."""
    package = open_package(data)
    return faults_in({part: package.tree(part) for part in _parts(package)}, Known())


def faults_in(roots: Mapping[str, etree._Element], known: Known) -> tuple[str, ...]:
    """The same for a file of which these parts, given by their roots, are new or stand instead of known ones.

    Relationships are parts like any other: where a part uses a new one, its `.rels` belongs in `roots` too.
    """
    return faults_among({part: survey(part, root) for part, root in roots.items()}, known)


def faults_among(fresh: Mapping[str, Survey], known: Known) -> tuple[str, ...]:
    """The same, given what the new parts say."""
    surveys = {**known.surveys, **fresh}
    return (
        *(fault for found in fresh.values() for fault in found.faults),
        *_repeated(surveys),
        *_missing(surveys),
        *_lost_sections(fresh, known),
        *_unrelated(fresh, surveys),
    )


def _parts(package: Package) -> tuple[str, ...]:
    texts = (package.main(), *(part for kind in _KINDS for part in package.related(kind)))
    return (*texts, *(rels for rels in map(rels_of, texts) if rels in package))


def _repeated(surveys: Mapping[str, Survey]) -> Iterator[str]:
    for kind in _UNIQUE:
        yield from _twice(kind, _defined(surveys, kind))
    for kind in _NOTES:
        yield from _twice(f"the mark of {kind}", _used(surveys, kind))
    for found in surveys.values():
        yield from _twice("paragraph id", found.defined.get("paragraph id", ()))


def _twice(what: str, names: Sequence[str]) -> Iterator[str]:
    if len(set(names)) < len(names):
        yield from (
            f"{what} {name} stands {times} times" for name, times in Counter(names).items() if times > 1
        )


def _missing(surveys: Mapping[str, Survey]) -> Iterator[str]:
    for kind in _USED:
        there = {*_defined(surveys, kind), *_ALWAYS_THERE.get(kind, ())}
        yield from (
            f"{kind} {name} is not there" for name in _distinct(_used(surveys, kind)) if name not in there
        )
    marks = {*_defined(surveys, "bookmark"), *_defined(surveys, "variable")}
    for found in surveys.values():
        for target, code in found.targets.items():
            if target not in marks:
                yield f"field {code} points to a bookmark that is not there, in {found.part}"


def _lost_sections(fresh: Mapping[str, Survey], known: Known) -> Iterator[str]:
    for part, found in fresh.items():
        before = known.surveys.get(part)
        if before is not None and before.ends_in_section and not found.ends_in_section:
            yield f"the text no longer ends with its page layout, in {part}"


def _unrelated(fresh: Mapping[str, Survey], surveys: Mapping[str, Survey]) -> Iterator[str]:
    for part, found in fresh.items():
        yield from _twice(f"in {part}, relationship", found.defined.get("relationship", ()))
        if used := found.used.get("relationship"):
            rels = surveys.get(rels_of(part))
            there = () if rels is None else rels.defined.get("relationship", ())
            missing = (name for name in _distinct(used) if name not in there)
            yield from (f"relationship {name} is not there, in {part}" for name in missing)


def _defined(surveys: Mapping[str, Survey], kind: str) -> list[str]:
    return [name for found in surveys.values() for name in found.defined.get(kind, ())]


def _used(surveys: Mapping[str, Survey], kind: str) -> list[str]:
    return [name for found in surveys.values() for name in found.used.get(kind, ())]


def _distinct(names: Iterable[str]) -> Iterator[str]:
    return (name for name in dict.fromkeys(names) if name)
