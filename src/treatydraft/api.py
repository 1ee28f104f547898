"""The public verbs: load a spec, draft it, render it. Files are read here and nowhere below."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from treatydraft.document import tree
from treatydraft.document.json_form import document_schema
from treatydraft.drafting import DraftingError, template_filters, template_names
from treatydraft.drafting import draft as _draft
from treatydraft.packs import Pack, find_pack
from treatydraft.sandbox import TemplateFault
from treatydraft.spec import FieldSet, Problem, Spec, load_spec, problems_schema, read_yaml, spec_schema
from treatydraft.spec import starter as starter_spec
from treatydraft.writers import WRITERS, Templates
from treatydraft.writers.office import pdf_from_word
from treatydraft.writers.own_template import render_markdown, render_word

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)  # the first time that a zip archive can hold


class SpecError(ValueError):
    """A spec that cannot be used: `problems` is all that is wrong, in the order of the file `source`."""

    def __init__(self, problems: tuple[Problem, ...], source: bytes) -> None:
        super().__init__("\n".join(problem.render() for problem in problems))
        self.problems = problems
        self.source = source.decode("utf-8", errors="replace")


@dataclass(frozen=True)
class Job:
    """A spec with its pack and its source, so that what drafting finds wrong can be shown in its place."""

    spec: Spec
    pack: Pack
    name: str  # what messages call the file
    source: bytes

    def draft(self, alternat: str | None = None) -> tree.Document:
        """One original; raises `SpecError` with the place where the spec asks for what cannot be drafted."""
        try:
            return _draft(self.spec, self.pack, alternat=alternat)
        except DraftingError as error:
            read, _ = read_yaml(self.source, self.name)
            assert read is not None  # noqa: S101 - it has been read before
            raise SpecError(read.problems(error.faults), self.source) from None

    def render(self, to: str, alternat: str | None = None) -> bytes:
        """One original in one format."""
        return render(self.draft(alternat), to, pack=self.pack)

    def through(self, template: Path, alternat: str | None = None) -> bytes:
        """One original through a Word or Markdown template of somebody's own."""
        document = self.draft(alternat)
        names = template_names(self.spec, self.pack, document, alternat=alternat)
        source = _template_bytes(template)
        if template.suffix.lower() == ".docx":
            return render_word(
                source, names, template.name, template_filters(), timestamp=timestamp(document)
            )
        return render_markdown(source, names, template.name, template_filters())

    def pdf_by_office(self, alternat: str | None = None) -> bytes:
        """One original as PDF, set by LibreOffice from the Word draft."""
        return pdf_from_word(self.render("docx", alternat))


def job(path: str | os.PathLike[str]) -> Job:
    """Read and check a spec.

    Raises:
        SpecError: the file cannot be read, or the spec is not valid.
        PackError: the spec's pack is at fault.
    """
    name = os.fspath(path)
    source = _read(Path(name))
    result = load_spec(source, name, fields_for)
    if not isinstance(result, Spec):
        raise SpecError(result, source)
    return Job(result, find_pack(result.pack), name, source)


def load(path: str | os.PathLike[str]) -> Spec:
    """Read and check a spec; raises as `job` does."""
    return job(path).spec


def draft(spec: Spec, *, alternat: str | None = None) -> tree.Document:
    """Draft one original of a spec with its pack; `alternat` is the id of the party whose original it is.

    Raises:
        DraftingError: the spec asks for what its pack or the text does not have.
        TemplateFault: a clause file of the pack is at fault.
    """
    return _draft(spec, find_pack(spec.pack), alternat=alternat)


def render(document: tree.Document, to: str, *, pack: Pack) -> bytes:
    """The document as a file in a format of `WRITERS`; the pack gives the look."""
    templates = Templates(pack.word_template, pack.markdown_template)
    return WRITERS[to](document, templates, timestamp(document))


def fields_for(pack: str) -> FieldSet:
    """The fields that a pack adds to the core of a spec; raises `UnknownPackError`."""
    return find_pack(pack).field_set


def schema(kind: str, *, pack: str) -> dict[str, object]:
    """The JSON Schema of `spec`, `document` or `errors`; raises `UnknownPackError`."""
    match kind:
        case "spec":
            return spec_schema(fields_for(pack))
        case "document":
            return document_schema()
        case _:
            return problems_schema()


def starter(identity: str, parties: Sequence[str], *, pack: str) -> str:
    """A commented starter spec; raises `UnknownPackError`, or `ValueError` for a bad id or party."""
    found = find_pack(pack)
    return starter_spec(
        identity,
        pack,
        parties,
        fields=found.field_set,
        house_style=found.starter_house_style,
        title=found.starter_title,
        schema=schema_file(pack),
    )


def schema_file(pack: str) -> str:
    """Where a spec finds the JSON Schema of its pack, seen from the spec's own folder."""
    return f"schemas/{pack}.schema.json"


def timestamp(document: tree.Document) -> datetime:
    """The time inside files: SOURCE_DATE_EPOCH, else the instrument's own date, else 1980-01-01."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH", ""):
        return max(datetime.fromtimestamp(int(epoch), tz=UTC), _EARLIEST)
    if document.marking.date:
        return max(datetime.fromisoformat(document.marking.date).replace(tzinfo=UTC), _EARLIEST)
    return _EARLIEST


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise SpecError(
            (Problem("unreadable", "this is a folder; name the spec in it", str(path)),), b""
        ) from None
    except OSError as error:
        message = f"the file cannot be read: {(error.strerror or str(error)).lower()}"
        raise SpecError((Problem("unreadable", message, str(path)),), b"") from None


def _template_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TemplateFault(str(path), 0, f"the file cannot be read: {error.strerror}") from None
