"""A Word template in docxtpl's dialect, compiled once and filled as often as there are documents."""

import itertools
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from lxml import etree

from treatydraft import sandbox
from treatydraft.sandbox import Budget, Limits, OverBudgetError, TemplateFault, TemplateFaults, spending
from treatydraft.sandbox.rewriting import BUDGET
from treatydraft.word import additions, check, markup, printing, trial
from treatydraft.word.archive import Archive
from treatydraft.word.compiling import Inspected, Part, compiled, inspected
from treatydraft.word.condensing import survey_of
from treatydraft.word.contents import Outline, fill_contents
from treatydraft.word.grids import fit_grids
from treatydraft.word.guard import open_template
from treatydraft.word.package import Package
from treatydraft.word.runs import RunWriter
from treatydraft.word.services import FILTERS as SERVICE_FILTERS
from treatydraft.word.services import Services
from treatydraft.word.styles import Styles
from treatydraft.word.survey import Survey, survey

# Filters of Jinja that would let words of a spec through as markup.
_UNESCAPING: Final = ("safe", "tojson")
_OWN_NAMES: Final = frozenset({"_kept", "_pass", "_services", "_trial"})
_DRAWING: Final = markup.name("wp:docPr")
_CONTENTS: Final = re.compile(rb"\bTOC\b")  # the field of a table of contents
_OLDEST: Final = datetime(1980, 1, 1, tzinfo=UTC)
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class WordTemplate:
    """A template, ready to be filled; several threads may fill it at the same time.

    Args:
        source: the file, or its bytes.
        name: what messages call it; left out, the file's own name.
        filters: what a template may use beside Jinja's harmless filters.
        limits: what filling it once may take.

    Raises:
        PackageError: the file is refused; says why in one sentence.
        TemplateFaults: all that is wrong in the tags, each with its part, paragraph or cell.
    """

    def __init__(
        self,
        source: str | os.PathLike[str] | bytes,
        *,
        name: str = "",
        filters: Mapping[str, Callable[..., object]] | None = None,
        limits: Limits | None = None,
    ) -> None:
        data = source if isinstance(source, bytes) else Path(source).read_bytes()
        self.name = name or ("template" if isinstance(source, bytes) else Path(source).name)
        package, self.notes = open_template(data)
        _number_drawings(package)
        self._words = _environment(filters or {}, printing.in_words)
        self._plain = _environment(filters or {}, printing.in_attribute)
        self._limits = limits or Limits()
        self._compiled = compiled(package, self.name, self._words, self._plain)
        self._styles = dict(Styles(package)) if package.related("styles") else {}
        self._frame = additions.Frame.of(package, self._compiled)
        self._outline = Outline.of(package) if _CONTENTS.search(package.content(package.main())) else None
        self._known = check.Known.of(package)
        # What was wrong before anything was filled in is no reason to refuse a document.
        self._standing = frozenset(check.faults_in({}, self._known))
        self._archive = Archive({part: package.content(part) for part in package.names()}, package.names())

    def render(self, context: Mapping[str, object], *, timestamp: datetime = _OLDEST) -> bytes:
        """The document for these values: the same values and timestamp give the same bytes.

        Raises:
            TemplateFaults: a name is not known, or a value has no words; every such tag.
        """
        return self.fill(context, timestamp=timestamp)[0]

    def fill(
        self,
        context: Mapping[str, object],
        *,
        timestamp: datetime = _OLDEST,
        parts: Mapping[str, bytes] | None = None,
    ) -> tuple[bytes, frozenset[int]]:
        """As `render`, with other content for some parts; also gives the lines printed, by identity."""
        services = self._services()
        writer = RunWriter(
            self._styles, lambda note: services.note("footnote", note), self._frame.first_bookmark
        )
        token = printing.RENDERING.set((services, writer))
        try:
            texts = self._texts(context, services)
        finally:
            printing.RENDERING.reset(token)
        changed = {**self._frame.changes(texts, services.gained), **(parts or {})}
        self._check(changed)
        return self._archive.write(changed, timestamp), frozenset(services.printed)

    def _services(self) -> Services:
        return Services(first_notes=self._frame.first_notes, styles=self._styles)

    def _texts(self, context: Mapping[str, object], services: Services) -> dict[str, str]:
        names = {**context, "_services": services, "_pass": None}
        texts: dict[str, str] = {}
        failed: list[tuple[Part, Exception]] = []
        with spending(self._limits) as budget:  # for all parts together
            for part in self._compiled.parts:
                services.part = part.name
                try:
                    texts[part.name] = part.template.render({**names, BUDGET: budget})
                except Exception as error:  # noqa: BLE001 - the trial gives back what is not the template's
                    failed.append((part, error))
        if failed:
            raise TemplateFaults(self._all_tried(failed, context))
        return texts

    def _all_tried(
        self, failed: list[tuple[Part, Exception]], context: Mapping[str, object]
    ) -> list[TemplateFault]:
        """The faults of these parts; where the limits are passed, of the first of them alone."""
        over = next(((part, error) for part, error in failed if isinstance(error, OverBudgetError)), None)
        with spending(self._limits, passed=str(over[1]) if over else "") as budget:
            return [
                found
                for part, error in ([over] if over else failed)
                for found in self._tried(part, error, context, budget)
            ]

    def _tried(
        self, part: Part, error: Exception, context: Mapping[str, object], budget: Budget
    ) -> list[TemplateFault]:
        services = self._services()
        services.part = part.name
        names = {**context, "_services": services, "_pass": None}
        environment = self._plain if part.name.startswith("docProps/") else self._words
        return trial.faults_of(error, part.source, {**names, BUDGET: budget}, environment)

    def _check(self, changed: dict[str, bytes]) -> None:
        """Refuse a file that Word would have to repair, and fill in tables of contents."""
        parts = [part for part in changed if part.endswith((".xml", ".rels"))]
        for part in parts:
            _refuse_torn(changed[part], f"{self.name}, {part}")
            self._adjust(part, changed)
        if check.faults_among({part: survey_of(part, changed[part]) for part in parts}, self._known):
            self._refuse({part: survey(part, markup.parse(changed[part])) for part in parts})

    def _refuse(self, surveys: Mapping[str, Survey]) -> None:
        """Say what is wrong and did not stand in the template; places and numbers need the whole parts."""
        faults = check.faults_among(surveys, self._known)
        if new := [fault for fault in faults if fault not in self._standing]:
            raise TemplateFaults(
                [TemplateFault(self.name, 0, f"the document would be damaged: {fault}") for fault in new]
            )

    def _adjust(self, part: str, changed: dict[str, bytes]) -> None:
        """Give a part what only the rendered document can tell: columns of tables, tables of contents."""
        outline = self._outline if part == self._frame.main else None
        if part not in self._compiled.tables and outline is None:
            return
        root = markup.parse(changed[part])
        fitted = part in self._compiled.tables and fit_grids(root)
        filled = outline is not None and fill_contents(root, outline)
        if fitted or filled:
            changed[part] = markup.serialise(root)


def inspect(
    source: bytes, name: str, filters: Mapping[str, Callable[..., object]] | None = None
) -> Inspected:
    """What a template needs and what is wrong in it; raises `PackageError` where the file is refused."""
    package, notes = open_template(source)
    words, plain = (_environment(filters or {}, how) for how in (printing.in_words, printing.in_attribute))
    found = inspected(package, name, words, plain)
    return replace(found, notes=(*notes, *found.notes))


def _number_drawings(package: Package) -> None:
    """Drawings that a template shows in several parts may have one id; Word wants each to have its own."""
    texts = (package.main(), *(part for kind in ("header", "footer") for part in package.related(kind)))
    drawings = [
        one
        for part in texts
        if b"docPr" in package.content(part)
        for one in package.tree(part).iter(_DRAWING)
    ]
    ids = [one.get("id", "") for one in drawings]
    fresh = itertools.count(1 + max((int(one) for one in ids if one.isdigit()), default=0))
    for place, drawing in enumerate(drawings):
        if ids[place] in ids[:place]:
            drawing.set("id", str(next(fresh)))


def _refuse_torn(content: bytes, where: str) -> None:
    """The strict parse."""
    try:
        markup.check(content)
    except etree.XMLSyntaxError as error:
        hint = "a block opens in one paragraph, cell or row and closes in another, or a value is no text"
        raise TemplateFaults(
            [TemplateFault(where, 0, f"the tags do not fit together: {error.msg}", hint)]
        ) from None


def _environment(
    filters: Mapping[str, Callable[..., object]], finalize: Callable[..., object]
) -> sandbox.Sandbox:
    ours = {"_attribute": printing.in_attribute, "_url": printing.in_url, **SERVICE_FILTERS}
    environment = sandbox.sandbox(
        {**filters, **ours}, finalize=finalize, autoescape=True, prints_escaped=True
    )
    for unescaping in _UNESCAPING:
        environment.filters.pop(unescaping, None)
    # The line breaks of the XML are ours, and blanks between tags are words of the template.
    environment.trim_blocks = environment.lstrip_blocks = False
    environment.sets_count = True
    environment.own_names = _OWN_NAMES
    return environment
