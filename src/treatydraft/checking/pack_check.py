"""A pack's folder → all that is wrong in its files, and what is worth a note."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from treatydraft.checking.clause_files import NAMES, ClauseFile, clause_findings, read_clause
from treatydraft.checking.finding import Finding, fault
from treatydraft.checking.manifest_file import check_manifest
from treatydraft.checking.template_names import Known, slips
from treatydraft.checking.vocabulary_files import areas_of, check_vocabulary, read_vocabulary
from treatydraft.checking.word_file import check_word
from treatydraft.checking.yaml_files import File, read_fields, read_file
from treatydraft.drafting.wording import INSTRUMENT_WORDS
from treatydraft.packs.manifest import manifest_faults
from treatydraft.sandbox import TemplateFault
from treatydraft.spec import FieldSet, spec_model
from treatydraft.word.package import PackageError
from treatydraft.writers.docx import CONTEXT as WORD_CONTEXT
from treatydraft.writers.docx import STYLES
from treatydraft.writers.markdown import CONTEXT as MARKDOWN_CONTEXT
from treatydraft.writers.markdown import environment as markdown_environment

_WORD: Final = "agreement.docx"
_MARKDOWN: Final = "agreement.md"


def check_pack(folder: Path) -> tuple[Finding, ...]:
    """All that is wrong with a pack, file by file."""
    return tuple(dict.fromkeys(_findings(folder)))


def _findings(folder: Path) -> Iterator[Finding]:
    manifest = read_file(folder, "pack.yaml", manifest_faults)
    vocabulary = read_vocabulary(folder)
    areas = areas_of(vocabulary)
    fields_file, fields = read_fields(folder, areas)
    clauses, clause_faults = _clauses(folder)
    yield from check_manifest(manifest, clauses)
    yield from fields_file.findings
    yield from check_vocabulary(vocabulary, None if fields is None else spec_model(fields))
    yield from clause_faults
    known = _known(manifest, clauses, fields, areas)
    for clause in clauses.values():
        yield from clause_findings(clause, known)
    yield from _word_template(folder)
    yield from _markdown_template(folder)


def _clauses(folder: Path) -> tuple[dict[str, ClauseFile], list[Finding]]:
    """The clause files by topic; a topic that two have is a fault of the second."""
    clauses: dict[str, ClauseFile] = {}
    findings: list[Finding] = []
    for path in sorted((folder / "clauses").rglob("*.md")):
        clause, found = read_clause(path, path.relative_to(folder).as_posix())
        findings += found
        if clause is None or not clause.topic:
            continue
        if clause.topic in clauses:
            message = f"“{clause.topic}” is the topic of {clauses[clause.topic].name} as well"
            findings.append(fault("repeated-topic", message, clause.name, clause.line("topic")))
        else:
            clauses[clause.topic] = clause
    return clauses, findings


def _known(
    manifest: File, clauses: Mapping[str, ClauseFile], fields: FieldSet | None, areas: tuple[str, ...]
) -> Known:
    """What the clauses of a pack can use; what a faulty file would have told is not looked into."""
    words = _words(manifest.data)
    phrases = _table(manifest.data, "phrases")
    literals = {
        "phrased": ("phrase", lambda word: word in phrases),
        "area": ("area", lambda word: word in areas),
        "area_title": ("area", lambda word: word in areas),
        "cite": ("clause", lambda word: word.partition("/")[0] in {*clauses, *_groups(manifest.data)}),
    }
    if manifest.source is None:
        return Known(NAMES)
    models = {} if fields is None else {"spec": spec_model(fields)}
    return Known(NAMES, models, {"w": words, "instrument_words": words} if words else {}, literals)


def _words(data: Mapping[str, Any]) -> frozenset[str]:
    """The words that clauses have in either register."""
    tables = [one for one in _table(data, "words").values() if isinstance(one, Mapping)]
    if not tables:
        return frozenset()
    both = frozenset.intersection(*(frozenset(map(str, table)) for table in tables))
    return both | frozenset(map(str, _table(data, "numbers"))) | INSTRUMENT_WORDS


def _table(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """A field that holds names with values; none where it is of another kind, which is a fault already."""
    found = data.get(name)
    return found if isinstance(found, Mapping) else {}


def _groups(data: Mapping[str, Any]) -> Iterator[str]:
    order = data.get("order")
    for entry in order if isinstance(order, list) else ():
        if isinstance(entry, Mapping):
            yield str(entry.get("group"))


def _word_template(folder: Path) -> Iterator[Finding]:
    try:
        source = (folder / _WORD).read_bytes()
        yield from check_word(source, _WORD, WORD_CONTEXT, needed=STYLES, strict=True)[1]
    except TemplateFault as error:
        yield fault("tag", error.message, _WORD, 0, error.hint)
    except OSError as error:
        yield fault("unreadable", f"the file cannot be read: {error.strerror}", _WORD, 0)
    except PackageError as error:
        yield fault("unreadable", str(error), _WORD, 0)


def _markdown_template(folder: Path) -> Iterator[Finding]:
    try:
        source = (folder / _MARKDOWN).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        yield fault("unreadable", f"the file cannot be read: {error}", _MARKDOWN, 1)
        return
    for slip in slips(source, markdown_environment({}), Known(frozenset(MARKDOWN_CONTEXT))):
        yield fault(slip.code, slip.message, _MARKDOWN, slip.line, slip.hint)
