"""What a document has beside its rendered texts: notes, lists that begin again, links and pictures."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Self
from xml.sax.saxutils import quoteattr

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.compiling import NOTES, Compiled, Notes
from treatydraft.word.package import RELATIONS, Package, rels_of
from treatydraft.word.services import Gained, Note, Relation

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTENT_TYPES: Final = "[Content_Types].xml"
_FOOTNOTES: Final = "word/footnotes.xml"
_NUMBERING: Final = "word/numbering.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_EMPTY_NUMBERING: Final = f'<w:numbering xmlns:w="{markup.NAMESPACES["w"]}"></w:numbering>'
_EMPTY_FOOTNOTES: Final = (
    f'<w:footnotes xmlns:w="{markup.NAMESPACES["w"]}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
_LEVELS: Final = 9


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of a template that a document may add to, as text."""

    main: str
    notes: Mapping[str, Notes]  # by kind: those that are made anew, and those to which values may add
    made_anew: frozenset[str]
    first_notes: Mapping[str, int]  # the first id that is free, by kind
    first_bookmark: int
    numbering: str  # the part's name, empty where there is none
    numbering_text: str
    styles: str  # the part's name
    styles_text: str
    starts: Mapping[
        str, tuple[str, tuple[str, ...]]
    ]  # of each list: its definition, and where its levels start
    relations: Mapping[str, str]  # by part: the text of its relationships, without those that are made anew
    removed: frozenset[str]  # the parts from whose relationships some were taken
    content_types: str = field(repr=False, default="")

    @classmethod
    def of(cls, package: Package, compiled: Compiled) -> Self:
        """What stands in the template before anything is added."""
        notes = {**_standing_notes(package), **compiled.notes}
        numbering = next(iter(package.related("numbering")), "")
        styles = next(iter(package.related("styles")), "")
        return cls(
            main=package.main(),
            notes=notes,
            made_anew=frozenset(compiled.notes),
            first_notes={kind: _first_free(found) for kind, found in notes.items()},
            first_bookmark=1 + _highest(package, "w:bookmarkStart"),
            numbering=numbering,
            numbering_text=_text(package, numbering) if numbering else "",
            styles=styles,
            styles_text=_text(package, styles) if styles else "",
            starts=dict(_starts(package, numbering)) if numbering else {},
            relations=dict(_relations(package, compiled.removed_links)),
            removed=frozenset(part for part, _ in compiled.removed_links),
            content_types=_text(package, _CONTENT_TYPES),
        )

    def changes(self, texts: Mapping[str, str], gained: Gained) -> dict[str, bytes]:
        """The parts that differ from the template's, by name."""
        changed = {part: _DECLARATION + text for part, text in texts.items()}
        types = self._new_parts(gained)
        relations = {part: dict(added) for part, added in gained.relations.items()}
        for part in types:
            kind = posixpath.basename(part).removesuffix(".xml")
            relations.setdefault(self.main, {})[f"rId{kind}"] = Relation(kind, part, external=False)
        changed |= {part: _DECLARATION + text for part, text in self._notes(texts, gained)}
        if gained.lists or gained.new_lists:
            changed[self.numbering or _NUMBERING] = _DECLARATION + self._numbering(gained)
        if gained.styles:
            changed[self.styles] = _DECLARATION + _before_end(self.styles_text, "".join(gained.styles))
        if relations or self.removed:
            changed |= dict(self._related(relations))
        types |= {part: type_ for part, (_, type_) in gained.media.items()}
        if types:
            changed[_CONTENT_TYPES] = _DECLARATION + self._typed(types)
        encoded = {part: text.encode() for part, text in changed.items()}
        return encoded | {part: data for part, (data, _) in gained.media.items()}

    def _notes(self, texts: Mapping[str, str], gained: Gained) -> Iterator[tuple[str, str]]:
        """The parts of notes with what was made: those that each document makes anew, and new ones."""
        for kind in {*gained.notes, *self.made_anew}:
            notes = self.notes.get(kind) or Notes(_FOOTNOTES, _EMPTY_FOOTNOTES)
            made = "".join(_note(kind, note, notes.attributes) for note in gained.notes.get(kind, ()))
            yield notes.part, _before_end(texts.get(notes.part, notes.source), made)

    def _new_parts(self, gained: Gained) -> dict[str, str]:
        """The parts that the template does not have yet, with their types."""
        types: dict[str, str] = {}
        if "footnote" in gained.notes and "footnote" not in self.notes:
            types[_FOOTNOTES] = f"{_TYPE}footnotes+xml"
        if gained.new_lists and not self.numbering:
            types[_NUMBERING] = f"{_TYPE}numbering+xml"
        return types

    def _numbering(self, gained: Gained) -> str:
        """The part of lists: definitions stand before all lists, as the schema wants it."""
        text = self.numbering_text or _EMPTY_NUMBERING
        lists = [self._list(identity, old) for identity, old in gained.lists]
        lists += [numbering for _, numbering in gained.new_lists]
        end = text.find("<w:numIdMacAtCleanup")
        text = _inserted(text, end if end >= 0 else text.rfind("</"), "".join(lists))
        first = text.find("<w:num ")
        return _inserted(text, first, "".join(definition for definition, _ in gained.new_lists))

    def _list(self, identity: str, old: str) -> str:
        definition, starts = self.starts[old]
        levels = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in enumerate(starts)
        )
        return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{definition}"/>{levels}</w:num>'

    def _related(self, relations: Mapping[str, Mapping[str, Relation]]) -> Iterator[tuple[str, str]]:
        for part in {*relations, *self.removed}:
            added = "".join(
                _relation(part, identity, one) for identity, one in relations.get(part, {}).items()
            )
            if part in self.relations:
                yield (
                    rels_of(part),
                    _DECLARATION
                    + self.relations[part].replace("</Relationships>", f"{added}</Relationships>"),
                )
            else:
                yield (
                    rels_of(part),
                    f'{_DECLARATION}<Relationships xmlns="{markup.NAMESPACES["pr"]}">{added}</Relationships>',
                )

    def _typed(self, types: Mapping[str, str]) -> str:
        added = "".join(
            f"<Override PartName={quoteattr('/' + part)} ContentType={quoteattr(type_)}/>"
            for part, type_ in types.items()
        )
        return self.content_types.replace("</Types>", f"{added}</Types>")


def _inserted(text: str, place: int, more: str) -> str:
    return text[:place] + more + text[place:]


def _before_end(text: str, more: str) -> str:
    return _inserted(text, text.rfind("</"), more)


def _relation(part: str, identity: str, relation: Relation) -> str:
    target = (
        relation.target if relation.external else posixpath.relpath(relation.target, posixpath.dirname(part))
    )
    type_ = relation.type if "/" in relation.type else RELATIONS + relation.type
    mode = ' TargetMode="External"' if relation.external else ""
    return (
        f"<Relationship Id={quoteattr(identity)} Type={quoteattr(type_)} Target={quoteattr(target)}{mode}/>"
    )


def _note(kind: str, note: Note, attributes: Mapping[str, str]) -> str:
    known = attributes.get(note.template_id, f' w:id="{note.id}"')
    own = re.sub(r'\sw:id="[^"]*"', f' w:id="{note.id}"', known)
    return f"<w:{kind}{own}>{note.content}</w:{kind}>"


def _text(package: Package, part: str) -> str:
    return etree.tostring(markup.parse(package.content(part)), encoding="unicode")


def _standing_notes(package: Package) -> dict[str, Notes]:
    return {
        kind: Notes(part, _text(package, part))
        for relation, kind in NOTES.items()
        for part in package.related(relation)
    }


def _first_free(notes: Notes) -> int:
    ids = [int(identity) for identity in re.findall(r'<w:\w+note\b[^>]*w:id="(\d+)"', notes.source)]
    return 1 + max(ids, default=0)


def _highest(package: Package, element: str) -> int:
    marks = package.tree(package.main()).iter(markup.name(element))
    ids = (markup.value(mark, "w:id") for mark in marks)
    return max((int(identity) for identity in ids if identity.isdigit()), default=0)


def _starts(package: Package, part: str) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    """Of each list its definition and where each of its levels starts."""
    root = package.tree(part)
    levels = {
        markup.value(abstract, "w:abstractNumId"): tuple(
            markup.value(level.find(markup.name("w:start"))) or "1"
            for level in abstract.iterfind(markup.name("w:lvl"))
        )
        for abstract in root.iterfind(markup.name("w:abstractNum"))
    }
    for number in root.iterfind(markup.name("w:num")):
        definition = markup.value(number.find(markup.name("w:abstractNumId")))
        yield markup.value(number, "w:numId"), (definition, levels.get(definition, ("1",) * _LEVELS))


def _relations(package: Package, removed: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The relationships of the text parts, as text."""
    gone = set(removed)
    for part in package.names():
        rels = rels_of(part)
        if rels not in package:
            continue
        root = markup.parse(package.content(rels))
        for link in list(root):
            if (part, link.get("Id", "")) in gone:
                root.remove(link)
        text = etree.tostring(root, encoding="unicode")
        yield part, text.replace("/>", ">", 1) + "</Relationships>" if not len(root) else text
