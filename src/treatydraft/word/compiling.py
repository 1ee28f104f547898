"""A Word template → the sources of its parts, each compiled once, and what the rest of the file says."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote

from docxtpl import DocxTemplate
from jinja2 import Template, TemplateSyntaxError
from lxml import etree

from treatydraft.sandbox import Sandbox, TemplateFault, TemplateFaults, check_tags
from treatydraft.word import diagnosis, markup
from treatydraft.word.diagnosis import Source
from treatydraft.word.needs import Needs, needs_of
from treatydraft.word.package import Package
from treatydraft.word.source import Surroundings, weave, with_links
from treatydraft.word.tags import Place, Repair, Tag, clean_tags, lift_blocks, repair_tags, unescape_tags

NOTES: Final = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_WORDS: Final = ("header", "footer")
_PROPERTIES: Final = ("core-properties", "custom-properties")
_CELL_TAG: Final = re.compile(r"\{[{%]\s*(?:tc|colspan|hm)\b")
_TAG: Final = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
_PRINTED: Final = re.compile(r"\{\{(.*?)\}\}")
_OPENED: Final = re.compile(r"\{[{%#]|%7[bB]%7[bB]|%7[bB]%25")
_LITERALS: Final = {"{_{": "{{ '{{' }}", "}_}": "{{ '}}' }}", "{_%": "{{ '{%' }}", "%_}": "{{ '%}' }}"}
_LITERAL: Final = re.compile("|".join(map(re.escape, _LITERALS)))
# docxtpl writes the span and shading of a cell before its width, and the schema wants them after it.
_WIDTH_LATE: Final = re.compile(r"(<w:tcPr[^>]*>)((?:<w:(?:gridSpan|shd)\b[^>]*/>)+)(<w:tcW\b[^>]*/>)")
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is rendered for each document."""

    name: str  # in the package
    source: Source
    template: Template


@dataclass(frozen=True, slots=True)
class Notes:
    """A part that holds notes, without those that are made anew for each document."""

    part: str
    source: str
    attributes: Mapping[str, str] = field(default_factory=dict)  # of those that are made anew, by id


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template ready to be filled."""

    parts: tuple[Part, ...]
    notes: Mapping[str, Notes]  # by kind, where notes are made anew for each document
    tables: frozenset[str]  # the parts in which tags add or leave out cells of tables
    removed_links: frozenset[tuple[str, str]] = field(default_factory=frozenset)  # by part and id


def title_of(part: str) -> str:
    """A part as a person who uses Word would call it."""
    found = re.fullmatch(r"word/(document|header|footer|footnotes|endnotes|comments)(\d*)\.xml", part)
    if found is None:
        return "the properties" if part.startswith("docProps/") else part
    names = {
        "document": "the text",
        "footnotes": "the footnotes",
        "endnotes": "the endnotes",
        "comments": "the comments",
    }
    return names.get(found[1], f"{found[1]} {found[2]}".strip())


def compiled(package: Package, name: str, words: Sandbox, plain: Sandbox) -> Compiled:
    """Compile every part that holds tags; raises `TemplateFaults` with all that is wrong in them."""
    compiler = _Compiler(package, name, words, plain)
    result = compiler.compiled()
    if compiler.faults:
        raise TemplateFaults(compiler.faults)
    return result


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a template needs, what is wrong in it, and what is worth saying."""

    needs: Needs
    faults: tuple[TemplateFault, ...]
    notes: tuple[str, ...]
    tags: tuple[tuple[str, Tag], ...] = ()  # each with what messages call its part


def inspected(package: Package, name: str, words: Sandbox, plain: Sandbox) -> Inspected:
    """Read a template without filling it."""
    compiler = _Compiler(package, name, words, plain)
    parts = compiler.compiled().parts
    needs = needs_of(words.parse(part.source.text) for part in parts)
    return Inspected(needs, tuple(compiler.faults), tuple(compiler.notes), tuple(compiler.placed_tags))


class _Compiler:
    def __init__(self, package: Package, name: str, words: Sandbox, plain: Sandbox) -> None:
        self._package = package
        self._name = name
        self._words = words
        self._plain = plain
        self.faults: list[TemplateFault] = []
        self.notes: list[str] = []
        self.placed_tags: list[tuple[str, Tag]] = []
        self._styles = _style_lists(package)
        self._bullets = _bullets(package)
        self._tags: list[Tag] = []
        self._removed: set[tuple[str, str]] = set()
        self._tables: set[str] = set()
        self._seen = self._characters = 0  # tags, and characters in them
        self._known_links: dict[str, dict[str, tuple[str, str]]] = {}

    def compiled(self) -> Compiled:
        package, main = self._package, self._package.main()
        sources = {part: self._source(part) for part in self._text_parts()}
        notes, contents = self._notes(sources.get(main) or "")
        for note in notes.values():
            needed = _OPENED.search(note.source) or self._links(note.part)
            sources[note.part] = note.source if needed else ""
        parts = [self._part(part, source, contents) for part, source in sources.items() if source]
        parts += [self._property_part(part) for part in _property_parts(package)]
        return Compiled(
            tuple(part for part in parts if part), notes, frozenset(self._tables), frozenset(self._removed)
        )

    def _text_parts(self) -> Iterator[str]:
        yield self._package.main()
        for kind in _WORDS:
            yield from self._package.related(kind)

    # Sources.

    def _source(self, part: str) -> str:
        """The part as Jinja will read it, before services are woven in; empty where it holds no tag."""
        root = markup.parse(self._package.content(part))
        repaired = self._repaired(root, part)
        text = etree.tostring(root, encoding="unicode")
        if not repaired.tags and not _LITERAL.search(text) and not self._links(part):
            return ""
        if any(_CELL_TAG.match(tag.text) for tag in repaired.tags):
            self._tables.add(part)
        lift_blocks(root)
        patched = DocxTemplate.patch_xml(None, etree.tostring(root, encoding="unicode"))
        ordered = _WIDTH_LATE.sub(r"\1\3\2", patched)
        return self._marked(_LITERAL.sub(lambda found: _LITERALS[found[0]], unescape_tags(ordered)), repaired)

    def _repaired(self, root: etree._Element, part: str) -> Repair:
        repaired = repair_tags(root)
        self._seen += len(repaired.tags)
        self._characters += sum(len(tag.text) for tag in repaired.tags)
        check_tags(self._seen, self._characters, self._name)
        where = f"{self._name}, {title_of(part)}"
        self.placed_tags.extend((where, tag) for tag in repaired.tags)
        self.faults.extend(diagnosis.repair_faults(repaired, where))
        self.faults.extend(diagnosis.reserved_names(repaired.tags, where))
        self.notes.extend(f"{where}: {note.message}{diagnosis.place(note.place)}" for note in repaired.notes)
        return repaired

    def _marked(self, text: str, repaired: Repair) -> str:
        """The source with the number of each tag before it, by which faults find what was typed."""
        first = len(self._tags)
        self._tags.extend(repaired.tags)
        return diagnosis.marked(text, repaired.tags, first)

    def _part(
        self, part: str, source: str, contents: Mapping[tuple[str, str], tuple[str, str]]
    ) -> Part | None:
        woven = weave(source, Surroundings(self._styles, contents, self._links(part), self._bullets))
        return self._compiled_part(part, woven, self._words)

    def _property_part(self, part: str) -> Part | None:
        root = markup.parse(self._package.content(part))
        repaired = self._repaired(root, part)
        if not repaired.tags:
            return None
        text = unescape_tags(etree.tostring(root, encoding="unicode"))
        return self._compiled_part(part, self._marked(text, repaired), self._plain)

    def _compiled_part(self, part: str, text: str, environment: Sandbox) -> Part | None:
        source = Source(text, f"{self._name}, {title_of(part)}", self._tags)
        try:
            code = environment.compile(text, source.where, source.where)
        except TemplateSyntaxError as error:
            self.faults.extend(diagnosis.syntax_faults(environment, source, error))
            return None
        return Part(part, source, Template.from_code(environment, code, environment.make_globals(None)))

    # Links.

    def _links(self, part: str) -> dict[str, tuple[str, str]]:
        """The links whose targets hold tags; their relationships are made anew for each document."""
        if part not in self._known_links:
            self._known_links[part] = dict(self._find_links(part))
        return self._known_links[part]

    def _find_links(self, part: str) -> Iterator[tuple[str, tuple[str, str]]]:
        for identity, type_, target in self._package.external(part):
            if not _OPENED.search(target):
                continue
            source = clean_tags(unquote(target) if "%7" in target.lower() else target)
            tags = [Tag(found[0], Place(target)) for found in _TAG.finditer(source)]
            self.faults.extend(diagnosis.reserved_names(tags, f"{self._name}, {title_of(part)}, a link"))
            self._removed.add((part, identity))
            yield identity, (type_, _PRINTED.sub(r"{{ (\1)|_url }}", source))

    # Notes.

    def _notes(self, main: str) -> tuple[dict[str, Notes], dict[tuple[str, str], tuple[str, str]]]:
        """The notes that are made anew for each document: where any holds a tag, or a loop repeats one."""
        made: dict[str, Notes] = {}
        contents: dict[tuple[str, str], tuple[str, str]] = {}
        for relation, kind in NOTES.items():
            used = set(re.findall(rf'<w:{kind}Reference\b[^>]*w:id="([^"]*)"', main))
            for part in self._package.related(relation):
                source = self._source(part) or self._unchanged(part)
                if self._links(part) or _OPENED.search(source) or ("{% for" in main and used):
                    made[kind], found = split_notes(part, kind, source, used)
                    links = self._links(part)
                    contents |= {key: (part, with_links(text, links)) for key, (_, text) in found.items()}
        return made, contents

    def _unchanged(self, part: str) -> str:
        return etree.tostring(markup.parse(self._package.content(part)), encoding="unicode")


def split_notes(
    part: str, kind: str, source: str, used: AbstractSet[str]
) -> tuple[Notes, dict[tuple[str, str], tuple[str, str]]]:
    """A part of notes without those that are used, and the content of these."""
    contents: dict[tuple[str, str], tuple[str, str]] = {}
    attributes: dict[str, str] = {}

    def taken(found: re.Match[str]) -> str:
        identity = _id(found[1])
        if 'w:type="' in found[1] or identity not in used:
            return found[0]
        contents[kind, identity] = (part, found[2])
        attributes[identity] = found[1]
        return ""

    rest = re.sub(rf"<w:{kind}\b([^>]*)>(.*?)</w:{kind}>", taken, source, flags=re.DOTALL)
    return Notes(part, rest, attributes), contents


def _id(attributes: str) -> str:
    found = re.search(r'w:id="([^"]*)"', attributes)
    return found[1] if found else ""


def _property_parts(package: Package) -> list[str]:
    kinds = [link for link in package.relationships() if not link.source and link.type in _PROPERTIES]
    return sorted({link.target for link in kinds if link.target in package})


def _style_lists(package: Package) -> dict[str, tuple[str, str]]:
    """The list and level with which each style numbers its paragraphs, its own or that of its base."""
    own: dict[str, tuple[str, str]] = {}
    bases: dict[str, str] = {}
    for part in package.related("styles"):
        for style in package.tree(part).iterfind(markup.name("w:style")):
            identity = markup.value(style, "w:styleId")
            bases[identity] = markup.value(style.find(markup.name("w:basedOn")))
            numbering = style.find(f"{markup.name('w:pPr')}/{markup.name('w:numPr')}")
            if numbering is not None:
                level = markup.value(numbering.find(markup.name("w:ilvl"))) or "0"
                own[identity] = (markup.value(numbering.find(markup.name("w:numId"))), level)
    return {style: found for style in bases if (found := _inherited(style, own, bases))}


def _inherited(style: str, own: Mapping[str, Any], bases: Mapping[str, str]) -> tuple[str, str] | None:
    seen: set[str] = set()
    while style and style not in seen:
        if style in own:
            found: tuple[str, str] = own[style]
            return found
        seen.add(style)
        style = bases.get(style, "")
    return None


def _bullets(package: Package) -> frozenset[str]:
    """The lists whose items have a sign and no number."""
    definitions, lists = set(), {}
    for part in package.related("numbering"):
        for abstract in package.tree(part).iterfind(markup.name("w:abstractNum")):
            first = abstract.find(f"{markup.name('w:lvl')}/{markup.name('w:numFmt')}")
            if markup.value(first) == "bullet":
                definitions.add(markup.value(abstract, "w:abstractNumId"))
        for number in package.tree(part).iterfind(markup.name("w:num")):
            lists[markup.value(number, "w:numId")] = markup.value(number.find(markup.name("w:abstractNumId")))
    return frozenset(one for one, definition in lists.items() if definition in definitions)
