"""Render a template that somebody brings: any Word file in docxtpl's dialect, or any Markdown in Jinja's."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from treatydraft.sandbox import TemplateFault, TemplateFaults, compiled, rendered

if TYPE_CHECKING:
    from treatydraft.word.package import Package

Names = Mapping[str, object]
Filters = Mapping[str, Callable[..., object]]

_TAGS: Final = ("{{", "{%")
_NO_LOADER: Final = "no loader for this environment"  # what Jinja says to include, import and extends
_ALONE: Final = "a template of your own stands alone: include, import and extends are not allowed in it"
_CORE: Final = "docProps/core.xml"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)


@dataclass(frozen=True, slots=True)
class Filled:
    """A file made through a template, and what the person who made it should know."""

    data: bytes
    notes: tuple[str, ...] = ()


def fill_word(  # noqa: PLR0913 - what a Word file is made of
    template: bytes, names: Names, file: str, filters: Filters, *, notice: str, timestamp: datetime
) -> Filled:
    """Fill a Word template; raises `TemplateFault` with its place, or where the file is refused.

    A document that must not be taken for the authentic text says so in its properties at least.
    """
    from treatydraft.word.package import PackageError, open_package  # noqa: PLC0415 - lxml is slow to load
    from treatydraft.word.template import WordTemplate  # noqa: PLC0415 - as above

    try:
        found = WordTemplate(template, name=file, filters=filters)
        data = found.render(names, timestamp=timestamp)
        tagged = _has_tags(_words(open_package(template)))
    except PackageError as error:
        raise TemplateFault(file, 0, str(error)) from None
    except TemplateFault as error:
        raise _reworded(error) from None
    package = open_package(data)
    notes = (*found.notes, *_notes(tagged=tagged, shown=notice in _words(package)))
    if notice:
        _describe(package, notice, timestamp)
        data = package.write(timestamp)
    return Filled(data, tuple(f"{file}: {note}" for note in notes))


def fill_markdown(template: bytes, names: Names, file: str, filters: Filters, *, notice: str) -> Filled:
    """Fill a Markdown template, every value escaped; raises `TemplateFault` with its line."""
    from treatydraft.writers.markdown import environment, printed  # noqa: PLC0415 - the Word route does without

    try:
        source = template.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateFault(file, 0, f"not UTF-8 at byte {error.start}") from None
    try:
        text = printed(rendered(compiled(environment(filters), source, file), names, file))
    except TemplateFault as error:
        raise _reworded(error) from None
    notes = _notes(tagged=_has_tags(source), shown=notice in text.replace("\\", ""))
    return Filled(text.encode(), tuple(f"{file}: {note}" for note in notes))


def _has_tags(text: str) -> bool:
    return any(tag in text for tag in _TAGS)


def _notes(*, tagged: bool, shown: bool) -> Iterator[str]:
    if not tagged:
        yield "there is no tag in this template, so what it gives does not depend on the spec"
    if not shown:
        yield "this does not show that it is not the authentic text; print {{ notice }}, best in a header"


def _reworded(fault: TemplateFault) -> TemplateFault:
    if isinstance(fault, TemplateFaults):
        return TemplateFaults([_reworded(one) for one in fault.faults])
    if _NO_LOADER in fault.message:
        return TemplateFault(fault.name, fault.line, _ALONE)
    return fault


def _words(package: "Package") -> str:
    """The words of all parts of a Word file that hold some, however its runs divide them."""
    parts = [part for part in package.names() if part.startswith("word/") and part.endswith(".xml")]
    return "\n".join("".join(map(str, package.tree(part).itertext())) for part in parts)


def _describe(package: "Package", notice: str, timestamp: datetime) -> None:
    """Put the notice into the properties of the file, before what its template says there."""
    from lxml import etree  # noqa: PLC0415 - slow to load

    from treatydraft.word.manuscript import Properties  # noqa: PLC0415 - as above
    from treatydraft.word.markup import name  # noqa: PLC0415 - as above
    from treatydraft.word.properties import core  # noqa: PLC0415 - as above

    part = next((link.target for link in package.relationships() if link.type == "core-properties"), "")
    if part not in package:
        properties = core(Properties(description=notice), "", timestamp)
        package.add(_CORE, properties, _CORE_TYPE, _CORE_RELATION)
        return
    root = package.tree(part)
    found = root.find(name("dc:description"))
    described = etree.SubElement(root, name("dc:description")) if found is None else found
    if notice not in (described.text or ""):
        described.text = ". ".join(filter(None, (notice, described.text)))
