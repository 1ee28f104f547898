"""Fill a Word template with a manuscript: words first, then numbering, notes, paper and properties."""

from collections.abc import Mapping
from datetime import datetime

from treatydraft.sandbox import TemplateFault
from treatydraft.word import markup, notes, numbering, paper, properties
from treatydraft.word.guard import open_template
from treatydraft.word.manuscript import Line, Manuscript
from treatydraft.word.package import Package, open_package
from treatydraft.word.runs import Inline, RunWriter
from treatydraft.word.styles import Styles
from treatydraft.word.template import render_template

_LONGEST_QUOTE = 60


def assemble(manuscript: Manuscript, template: bytes, name: str, timestamp: datetime) -> bytes:
    """The Word file; the same manuscript, template and timestamp give the same bytes.

    Raises `PackageError` or `TemplateFault` where the template is at fault; `name` is what they call it.
    """
    source = open_template(template)
    writer = RunWriter(Styles(source), notes.first_free(source), _first_bookmark(source))
    lines: list[Inline] = []
    context = {key: _written(value, writer, lines) for key, value in manuscript.context.items()}
    package = open_package(render_template(template, context, name))
    _check_printed(lines, name)
    notes.add_notes(package, writer.notes)
    _set_look(package, manuscript)
    properties.set_properties(package, manuscript.properties, manuscript.language, timestamp)
    return package.write(timestamp)


def _set_look(package: Package, manuscript: Manuscript) -> None:
    styles = Styles(package)
    numbering.number_styles(package, styles, manuscript.lists, manuscript.unnumbered)
    for style, alignment in manuscript.alignment.items():
        styles.set_alignment(style, alignment)
    styles.set_language(manuscript.language)
    paper.set_paper(package, manuscript.paper)


def _written(value: object, writer: RunWriter, lines: list[Inline]) -> object:
    """The same value with each `Line` in it written out; notes are numbered in the order of the context."""
    match value:
        case Line():
            lines.append(writer.line(value))
            return lines[-1]
        case Mapping():
            return {key: _written(inside, writer, lines) for key, inside in value.items()}
        case list() | tuple():
            return [_written(inside, writer, lines) for inside in value]
        case _:
            return value


def _check_printed(lines: list[Inline], name: str) -> None:
    """A line that no branch of the template prints would be lost without a word."""
    for line in lines:
        if line and not line.printed:
            raise TemplateFault(
                name,
                0,
                f"the template never prints “{line.words[:_LONGEST_QUOTE]}”",
                "give each loop an {%p else %}",
            )


def _first_bookmark(package: Package) -> int:
    marks = package.tree(package.main()).iter(markup.name("w:bookmarkStart"))
    return 1 + max((int(markup.value(mark, "w:id")) for mark in marks), default=0)
