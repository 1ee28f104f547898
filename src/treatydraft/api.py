"""The public verbs: load, draft, render, read, compare and lint. Files are read here and nowhere below."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from treatydraft.limits import current

if TYPE_CHECKING:
    from treatydraft.checking import Finding
    from treatydraft.comparison.compare import AskedMode, Text
    from treatydraft.comparison.result import Comparison
    from treatydraft.document import tree
    from treatydraft.linting import Rule, Settings, Stage
    from treatydraft.linting.report import Report
    from treatydraft.packs import Pack
    from treatydraft.spec import FieldSet, Problem, Spec
    from treatydraft.word.compiling import Inspected
    from treatydraft.writers.own_template import Filled

# ruff: noqa: PLC0415 - whoever checks a spec must not wait for what drafts and writes, nor who reads for specs

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)  # the first time that a zip archive can hold
_LATEST = 253402300799  # seconds, the last of the year 9999


class SettingError(ValueError):
    """A variable of the environment whose value cannot be used."""


class SpecError(ValueError):
    """A spec that cannot be used: `problems` is all that is wrong, in the order of the file `source`."""

    def __init__(self, problems: "tuple[Problem, ...]", source: bytes) -> None:
        super().__init__("\n".join(problem.render() for problem in problems))
        self.problems = problems
        self.source = source.decode("utf-8", errors="replace")


@dataclass(frozen=True)
class Job:
    """A spec with its pack and its source, so that what drafting finds wrong can be shown in its place."""

    spec: "Spec"
    pack: "Pack"
    name: str  # what messages call the file
    source: bytes

    def draft(self, alternat: str | None = None) -> "tree.Document":
        """One original; raises `SpecError` with the place where the spec asks for what cannot be drafted."""
        from treatydraft.drafting import DraftingError
        from treatydraft.drafting import draft as _draft
        from treatydraft.spec import read_yaml

        try:
            return _draft(self.spec, self.pack, alternat=alternat)
        except DraftingError as error:
            read, _ = read_yaml(self.source, self.name)
            assert read is not None  # noqa: S101 - it has been read before
            raise SpecError(read.problems(error.faults), self.source) from None

    def render(self, to: str, alternat: str | None = None) -> bytes:
        """One original in one format."""
        return render(self.draft(alternat), to, pack=self.pack)

    def through(self, template: Path, alternat: str | None = None) -> "Filled":
        """One original through a Word or Markdown template of somebody's own."""
        from treatydraft.drafting import template_filters, template_names
        from treatydraft.writers.own_template import fill_markdown, fill_word

        document = self.draft(alternat)
        marking = {"notice": document.marking.notice, "status": document.marking.status}
        names = {**template_names(self.spec, self.pack, document, alternat=alternat), **marking}
        source, name, filters = _template_bytes(template), template.name, template_filters()
        notice = document.marking.notice
        if template.suffix.lower() == ".docx":
            return fill_word(source, names, name, filters, notice=notice, timestamp=timestamp(document))
        return fill_markdown(source, names, name, filters, notice=notice)

    def pdf_by_office(self, alternat: str | None = None) -> bytes:
        """One original as PDF, set by LibreOffice from the Word draft."""
        from treatydraft.writers.office import pdf_from_word

        return pdf_from_word(self.render("docx", alternat))


def job(path: str | os.PathLike[str]) -> Job:
    """Read and check a spec.

    Raises:
        SpecError: the file cannot be read, or the spec is not valid.
        PackError: the spec's pack is at fault.
    """
    name = os.fspath(path)
    return _job(_read(Path(name)), name)


def _job(source: bytes, name: str) -> Job:
    from treatydraft.packs import find_pack
    from treatydraft.spec import Spec, load_spec

    result = load_spec(source, name, fields_for)
    if not isinstance(result, Spec):
        raise SpecError(result, source)
    return Job(result, find_pack(result.pack), name, source)


def load(path: str | os.PathLike[str]) -> "Spec":
    """Read and check a spec; raises as `job` does."""
    return job(path).spec


def draft(spec: "Spec", *, alternat: str | None = None) -> "tree.Document":
    """Draft one original of a spec with its pack; `alternat` is the id of the party whose original it is.

    Raises:
        DraftingError: the spec asks for what its pack or the text does not have.
        TemplateFault: a clause file of the pack is at fault.
    """
    from treatydraft.drafting import draft as _draft
    from treatydraft.packs import find_pack

    return _draft(spec, find_pack(spec.pack), alternat=alternat)


def render(document: "tree.Document", to: str, *, pack: "Pack | None" = None) -> bytes:
    """The document as a file: docx, md, html, pdf, json or txt.

    The pack gives the look; left out, it is the one that drafted the document.

    Raises:
        ValueError: there is no such format, or the document does not say which pack drafted it.
    """
    from treatydraft.packs import find_pack
    from treatydraft.writers import WRITERS, Templates

    if to not in WRITERS:
        raise ValueError(f"there is no format “{to}”; there are {', '.join(WRITERS)}")
    if pack is None and not document.pack:
        raise ValueError("this document does not say which pack drafted it; name one with pack=…")
    look = pack or find_pack(document.pack)
    return WRITERS[to](document, Templates(look.word_template, look.markdown_template), timestamp(document))


def read(path: str | os.PathLike[str], *, revisions: str = "accepted") -> "tree.Document":
    """The document that a file holds, whoever wrote it.

    Args:
        path: A .docx, .pdf, .md, .html, .txt or .json file; others where LibreOffice is installed.
        revisions: How tracked changes are read: `accepted`, `rejected` or `kept`.

    Raises:
        ReadError: the file is of no format that can be read, is damaged, or holds no text.
        OSError: the file cannot be opened.
    """
    from treatydraft.readers.lines import ReadError

    file = Path(path)
    if file.stat().st_size > (largest := current().file_bytes):
        raise ReadError(f"the file has more than {largest // 2**20} MiB, which no agreement needs")
    return read_bytes(file.read_bytes(), file.name, revisions=revisions)


def read_bytes(data: bytes, name: str, *, revisions: str = "accepted") -> "tree.Document":
    """The document in the bytes of a file; `name` helps where these do not say what they are."""
    from treatydraft.readers.reading import REVISIONS, read_document

    wanted = next((one for one in REVISIONS if one == revisions), None)
    if wanted is None:
        raise ValueError(f"revisions: there is no “{revisions}”; there are {', '.join(REVISIONS)}")
    return read_document(data, name, revisions=wanted)


def compare(  # noqa: PLR0913 - each says how to compare
    old: "str | os.PathLike[str] | tree.Document",
    new: "str | os.PathLike[str] | tree.Document",
    *,
    mode: "AskedMode" = "auto",
    exact: bool = False,
    originals: bool = False,
    pack: str = "security-agreement",
) -> "Comparison":
    """What changed between two texts, clause by clause.

    Args:
        old: The older text: a document, or the path of a spec or of a file to read.
        new: The newer one.
        mode: `revision` for two versions of one instrument, `parallel` for two instruments; `auto` decides.
        exact: Whether blanks, quotation marks, dashes and the punctuation of labels count.
        originals: Whether the order of parties and of languages may differ, as between two originals.
        pack: The template pack whose vocabulary documents have that do not say which drafted them.
    """
    texts = [_text(side, pack) for side in (old, new)]
    return compare_texts(texts[0], texts[1], mode=mode, exact=exact, originals=originals)


def compare_texts(
    old: "Text", new: "Text", *, mode: "AskedMode" = "auto", exact: bool = False, originals: bool = False
) -> "Comparison":
    """The same of texts that come with their vocabulary."""
    from treatydraft.comparison.compare import compare as _compare
    from treatydraft.comparison.originals import as_originals

    made = _compare(old, new, mode="revision" if originals else mode, exact=exact)
    return as_originals(made, (old.document, new.document)) if originals else made


def _text(side: "str | os.PathLike[str] | tree.Document", pack: str) -> "Text":
    from treatydraft.comparison.compare import Text
    from treatydraft.facts import facts_of_spec, vocabulary_of
    from treatydraft.packs import find_vocabulary

    if not isinstance(side, str | os.PathLike):
        return Text(side, side.id, vocabulary_of(find_vocabulary(side.pack or pack)))
    if Path(side).suffix.lower() not in (".yaml", ".yml"):
        return Text(read(side), os.fspath(side), vocabulary_of(find_vocabulary(pack)))
    found = job(side)
    vocabulary = vocabulary_of(found.pack.vocabulary)
    return Text(found.draft(), found.name, vocabulary, facts_of_spec(found.spec, vocabulary))


def lint(
    source: "str | os.PathLike[str] | tree.Document",
    *,
    stage: "Stage | None" = None,
    settings: "Settings | None" = None,
    rules: "Sequence[Rule]" = (),
    pack: str = "security-agreement",
) -> "Report":
    """What a careful reader would mark in a text.

    Args:
        source: A document, or the path of a spec or of a file to read.
        stage: How far the text has come; left out, `signature` for one that is signed, else `draft`.
        settings: Which rules count, and how heavily.
        rules: More rules than those that come with the package.
        pack: The template pack whose vocabulary a document has that does not say which drafted it.

    Raises:
        SpecError: the spec is not valid.
        ReadError: the file is of no format that can be read, is damaged, or holds no text.
        OSError: the file cannot be opened.
    """
    if not isinstance(source, str | os.PathLike):
        return lint_document(source, source.id, pack, stage=stage, settings=settings, rules=rules)
    if Path(source).suffix.lower() in (".yaml", ".yml"):
        return lint_job(job(source), stage=stage, settings=settings, rules=rules)
    document = read(source, revisions="kept")
    return lint_document(document, os.fspath(source), pack, stage=stage, settings=settings, rules=rules)


def lint_job(
    found: Job,
    *,
    stage: "Stage | None" = None,
    settings: "Settings | None" = None,
    rules: "Sequence[Rule]" = (),
) -> "Report":
    """The same of a spec that has been read: each finding is placed in its file."""
    from treatydraft.facts import facts_of_spec, vocabulary_of
    from treatydraft.linting import Settings, Text
    from treatydraft.linting.report import report
    from treatydraft.linting.specs import SpecFile
    from treatydraft.spec import read_yaml, source_text

    vocabulary = vocabulary_of(found.pack.vocabulary)
    stated = facts_of_spec(found.spec, vocabulary)
    text = Text(found.draft(), vocabulary, stage or _stage_of_spec(found.spec), stated)
    source, _ = read_yaml(found.source, found.name)
    assert source is not None  # noqa: S101 - it has been read before
    spec = SpecFile(source, source_text(found.source))
    asked = replace(settings or Settings(), of_pack=found.pack.severities)
    return report(found.name, text, asked, spec, rules)


def lint_document(  # noqa: PLR0913 - what a report is made of
    document: "tree.Document",
    name: str,
    pack: str,
    *,
    stage: "Stage | None" = None,
    settings: "Settings | None" = None,
    rules: "Sequence[Rule]" = (),
) -> "Report":
    """The same of a document, which messages call by a name."""
    from treatydraft.facts import vocabulary_of
    from treatydraft.linting import Settings, Text
    from treatydraft.linting.report import report
    from treatydraft.linting.stages import stage_of
    from treatydraft.packs import find_pack

    found = find_pack(document.pack or pack)
    text = Text(document, vocabulary_of(found.vocabulary), stage or stage_of(document))
    return report(name, text, replace(settings or Settings(), of_pack=found.severities), None, rules)


def _stage_of_spec(spec: "Spec") -> "Stage":
    """How far a spec says that its instrument has come."""
    if spec.describes is not None or spec.instrument.status == "for-signature":
        return "signature"
    return "initialling" if spec.instrument.status == "initialled" else "draft"


def check_template(template: Path) -> "tuple[Inspected, tuple[Finding, ...]]":
    """What a Word template of somebody's own needs, and all that is to be said of it.

    Raises `PackageError` where the file is refused, or `OSError`.
    """
    from treatydraft.checking.word_file import check_word, own_names

    return check_word(template.read_bytes(), template.name, own_names())


def new_pack(name: str) -> Mapping[str, bytes]:
    """The files of a new pack, by their paths in its folder; raises `ValueError` for a bad name."""
    from treatydraft.packs.skeleton import skeleton
    from treatydraft.spec import RefusedError
    from treatydraft.spec.text import check_slug

    try:
        check_slug(name)
    except RefusedError as error:
        raise ValueError(
            f"“{name}” cannot name a pack; use small letters, digits and single hyphens"
        ) from error
    return skeleton(name)


def offer(name: str) -> dict[str, object]:
    """What a pack offers to those who write specs; raises as `find_pack` does."""
    from treatydraft.packs import find_pack
    from treatydraft.packs.offer import offer_of
    from treatydraft.writers import WRITERS

    return {**offer_of(find_pack(name)), "formats": list(WRITERS)}


def fields_for(pack: str) -> "FieldSet":
    """The fields that a pack adds to the core of a spec; raises `UnknownPackError`."""
    from treatydraft.packs import find_pack

    return find_pack(pack).field_set


def starter(identity: str, parties: Sequence[str], *, pack: str, path: str = "") -> str:
    """A commented starter spec, which names the path where it will lie.

    Raises `UnknownPackError`, or `ValueError` for a bad id or party.
    """
    from treatydraft.packs import find_pack
    from treatydraft.spec.starter import starter as _starter

    found = find_pack(pack)
    return _starter(
        identity,
        pack,
        parties,
        fields=found.field_set,
        house_style=found.starter_house_style,
        title=found.starter_title,
        schema=schema_file(pack),
        path=path,
    )


def spec_of(document: "tree.Document", *, pack: str, source: str = "", path: str = "") -> str:
    """A draft spec of a document, in which each value has a comment that says where the text states it.

    What the text does not state is left out or stands as `TODO`, which no field takes: `check_spec` names the
    fields that a person must fill in.

    Args:
        document: What was received, or drafted.
        pack: The template pack whose fields and words the spec uses.
        source: What the received file is called.
        path: Where the spec will lie, for its own first lines.

    Raises:
        UnknownPackError: there is no such pack.
    """
    from treatydraft.facts import vocabulary_of
    from treatydraft.facts.spec_text import Family, spec_text
    from treatydraft.packs import find_pack

    found = find_pack(pack)
    family = Family(found.name, found.field_set, vocabulary_of(found.vocabulary), found.house_styles)
    return spec_text(document, family, source=source, schema=schema_file(pack), path=path)


def check_spec(text: str, name: str) -> "tuple[Problem, ...]":
    """All that is wrong with the text of a spec, for its pack too; `name` is what to call it."""
    try:
        _job(text.encode(), name).draft()
    except SpecError as error:
        return error.problems
    return ()


def schema_file(pack: str) -> str:
    """Where a spec finds the JSON Schema of its pack, seen from the spec's own folder."""
    return f"schemas/{pack}.schema.json"


def timestamp(document: "tree.Document") -> datetime:
    """The time inside files: SOURCE_DATE_EPOCH, else the instrument's own date, else 1980-01-01.

    Raises `SettingError`.
    """
    if asked := source_date():
        return max(asked, _EARLIEST)
    if document.marking.date:
        return max(datetime.fromisoformat(document.marking.date).replace(tzinfo=UTC), _EARLIEST)
    return _EARLIEST


def source_date() -> datetime | None:
    """The time that SOURCE_DATE_EPOCH asks for; raises `SettingError` where it is no time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    if not re.fullmatch("[0-9]{1,20}", epoch) or int(epoch) > _LATEST:
        raise SettingError(
            f"SOURCE_DATE_EPOCH: “{epoch}” is no time: write the seconds since the beginning of 1970, such as"
            " 1718236800, or unset it"
        )
    return datetime.fromtimestamp(int(epoch), tz=UTC)


def _read(path: Path) -> bytes:
    from treatydraft.spec import Problem

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
    from treatydraft.sandbox import TemplateFault

    try:
        return path.read_bytes()
    except OSError as error:
        raise TemplateFault(str(path), 0, f"the file cannot be read: {error.strerror}") from None
