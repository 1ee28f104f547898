"""Two Word files → one whose tracked changes lead from the older to the newer, checked before it is given.

It is the newer file, with what the older one had besides as deleted. Accepting all changes gives the newer
text and rejecting all the older one; the redline is resolved both ways and compared before anybody gets it.
What Word cannot track comes from the newer file and is listed.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from treatydraft.reports.redline.adopting import Adopter
from treatydraft.reports.redline.checking import Checker
from treatydraft.reports.redline.containers import Container
from treatydraft.reports.redline.evening import even_edges, even_ends
from treatydraft.reports.redline.paragraphs import Pen
from treatydraft.reports.redline.sharing import Kept
from treatydraft.reports.redline.side import Side, W
from treatydraft.reports.redline.tracking import Tracker
from treatydraft.word import markup
from treatydraft.word.meaning import Meaning, plain_xml
from treatydraft.word.package import Package, open_package
from treatydraft.word.prefixes import with_one_prefix
from treatydraft.word.reaching import embedded, fields_in, loaded
from treatydraft.word.resolving import Resolution, is_tracked, resolve, resolved
from treatydraft.word.slices import is_utf8, sliced

_SECTION_APART: Final = (f"{W}headerReference", f"{W}footerReference", f"{W}sectPrChange")
_UNTRACKED: Final = {
    "theme": "the theme", "settings": "the settings", "fontTable": "the table of fonts",
    "comments": "the comments",
}  # fmt: skip


class RedlineError(ValueError):
    """Why no redline can be given, as one sentence."""


@dataclass(frozen=True, slots=True)
class Redline:
    """The file, what the reader should know of it, and how many marks of each kind it has."""

    data: bytes
    notes: tuple[str, ...]
    counts: dict[str, int]


def write_redline(
    old: bytes, new: bytes, *, author: str, date: str = "", revisions: Resolution = "accept"
) -> Redline:
    """The newer file with tracked changes from the older one.

    Args:
        old: The older Word file.
        new: The newer one.
        author: Who the changes are said to be by.
        date: When, as `2024-06-13T12:00:00Z`; left out, when the newer file was saved.
        revisions: What to do first with changes that the files hold already.

    Raises:
        PackageError: a file is no Word document.
        RedlineError: the result would not be exact.
    """
    return _Redliner(old, new, Tracker(author, date), revisions).redline()


class _Redliner:
    def __init__(self, old: bytes, new: bytes, tracker: Tracker, revisions: Resolution) -> None:
        self.notes: list[str] = []
        self.before = self._opened(old, "the older", revisions)
        self.after = self._opened(new, "the newer", revisions)
        self.source = self.after.package.content(self.after.package.main())
        self.edges = self._evened()
        self.result = Meaning(_copied(self.after.package))
        for kind in ("paragraph", "table"):
            if kind in self.result.defaults and kind not in self.before.defaults:
                self.before.add_default(kind)
        self.lists = _same_lists(self.before, self.result)
        tracker.first_id = _highest_id(self.result.package)
        tracker.date = tracker.date or f"{self.result.package.modified():%Y-%m-%dT%H:%M:%SZ}"
        self.pen = Pen(tracker, Adopter(self.before, self.result, self.lists, tracker.next_id))
        self.pairs: list[tuple[str, str]] = []  # parts of both files that were compared

    def redline(self) -> Redline:
        old_main, new_main = self.before.package.main(), self.result.package.main()
        self._body(old_main, new_main)
        for old_part, new_part in self.edges:
            self._story(old_part, new_part)
        self._compare_notes()
        self.notes += _untracked(self.before, self.after)
        self.notes += _reaching_out(self.result.package)
        self._check()
        return Redline(self.result.package.write(), tuple(self.notes), dict(self.pen.tracker.counts))

    def _opened(self, data: bytes, which: str, revisions: Resolution) -> Meaning:
        package = open_package(data)
        with_one_prefix(package)
        if any(is_tracked(package.content(part)) for part in package.names() if part.endswith(".xml")):
            resolved(package, revisions)
            self.notes.append(f"the tracked changes of {which} file were {revisions}ed first")
        return Meaning(package)

    def _evened(self) -> list[tuple[str, str]]:
        """Give both files the same headers and the same end; gives those headers that go together."""
        before, after = self.before.package, self.after.package
        main, known = after.main(), len(after.names())
        edges = even_edges(before, after)
        if which := even_ends(before, after):
            self.notes.append(
                f"the {which} file ends with a table or a control: an empty paragraph was added"
            )
        if which != "newer" and len(after.names()) == known:
            after.replace(main, self.source)  # as it was before it was read
        self.source = after.content(main)
        return edges

    def _sides(self, old_part: str, new_part: str) -> tuple[Side, Side]:
        def mapped(number: str) -> str:
            return self.lists.get(number, f"old {number}")

        return Side(self.before, old_part, mapped), Side(self.result, new_part, str)

    def _body(self, old_part: str, new_part: str) -> None:
        package = self.result.package
        old_root, new_root = self.before.package.tree(old_part), package.tree(new_part)
        old_body, new_body = old_root.find(f"{W}body"), new_root.find(f"{W}body")
        if old_body is None or new_body is None:
            raise RedlineError("a file has no text")
        old, new = self._sides(old_part, new_part)
        source = self.source if is_utf8(self.source) else markup.serialise(new_root)
        cut = sliced(source, "body")
        blocks: list[bytes] = []
        for block in Container(old, new, self.pen).write(old_body, new_body):
            if isinstance(block, Kept):
                first = block.unit.first
                blocks += cut.blocks[first : first + len(block.unit.elements)]
            else:
                blocks.append(_bytes_of(block, new_root))
        section = self._section(old_body, new_body, old, new)
        if section is not None:
            blocks.append(_bytes_of(section, new_root))
        package.replace(new_part, cut.head + b"".join(blocks) + cut.tail)
        self.pairs.append((old_part, new_part))

    def _section(
        self, old_body: etree._Element, new_body: etree._Element, old: Side, new: Side
    ) -> etree._Element | None:
        """The properties of the last section, with what they were."""
        before, after = old_body.find(f"{W}sectPr"), new_body.find(f"{W}sectPr")
        if after is None:
            return None
        made = deepcopy(after)
        if before is not None and old.section(before) != new.section(after):
            self.pen.tracker.former(made, before, _SECTION_APART)
        return made

    def _story(self, old_part: str, new_part: str) -> None:
        """A header or a footer."""
        package = self.result.package
        root = package.tree(new_part)
        before = self.before.package.tree(old_part)
        old, new = self._sides(old_part, new_part)
        made = Container(old, new, self.pen).filled(before, root)
        package.replace(new_part, markup.serialise(made))
        self.pairs.append((old_part, new_part))

    def _compare_notes(self) -> None:
        """The notes that stand in places that both texts have."""
        for kind in ("footnote", "endnote"):
            pairs = [(old, new) for one, old, new in self.pen.notes if one == kind]
            parts = self.before.package.related(f"{kind}s"), self.result.package.related(f"{kind}s")
            if not pairs or not all(parts):
                continue
            old, new = self._sides(parts[0][0], parts[1][0])
            container = Container(old, new, self.pen)
            olds, news = self.before.notes(kind), self.result.notes(kind)
            for old_id, new_id in pairs:
                before, after = olds.get(old_id), news.get(new_id)
                if before is None or after is None or old.key(before) == new.key(after):
                    continue
                made = container.filled(before, after)
                parent = after.getparent()
                if parent is not None:
                    parent.replace(after, made)

    def _check(self) -> None:
        """Resolve the redline both ways and compare it with the two files.

        Raises:
            RedlineError: it is not exact.
        """
        both: tuple[tuple[Resolution, Meaning], ...] = (("accept", self.after), ("reject", self.before))
        for resolution, expected in both:
            found = Meaning(_copied(self.result.package))
            for part in {part for _, part in self.pairs} | set(_note_parts(found)):
                if is_tracked(found.package.content(part)):
                    resolve(found.package.tree(part), resolution)
            checker = Checker(expected, found)
            for old_part, new_part in self.pairs:
                part = new_part if resolution == "accept" else old_part
                wanted, got = _story_of(expected.package, part), _story_of(found.package, new_part)
                if deviation := checker.deviation(wanted, part, got, new_part):
                    raise RedlineError(
                        f"the redline would not be exact: after “{resolution} all”, {deviation.part} has"
                        f" {deviation.found} where {deviation.expected} is expected"
                    )


_ID: Final = re.compile(rb' w:id="(\d{1,9})"')


def _highest_id(package: Package) -> int:
    """The highest id of a bookmark, a comment or a note: those of changes go on from there."""
    texts = (package.content(part) for part in package.names() if part.endswith(".xml"))
    return max((int(found) for text in texts for found in _ID.findall(text)), default=0)


def _note_parts(meaning: Meaning) -> Iterator[str]:
    for kind in ("footnotes", "endnotes"):
        yield from meaning.package.related(kind)


def _story_of(package: Package, part: str) -> etree._Element:
    root = package.tree(part)
    body = root.find(f"{W}body")
    return root if body is None else body


def _copied(package: Package) -> Package:
    return Package({name: package.content(name) for name in package.names()})


def _same_lists(old: Meaning, new: Meaning) -> dict[str, str]:
    """Which list of the old file is which of the new one: those that number the same paragraphs."""
    votes: dict[tuple[str, str], int] = {}
    numbered = _numbered(new)
    for text, number in _numbered(old).items():
        if text in numbered:
            pair = (number, numbered[text])
            votes[pair] = votes.get(pair, 0) + 1
    found: dict[str, str] = {"0": "0"}
    for (before, after), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        _pair_lists(found, before, after, old, new)
    for number in old.lists:  # those that number nothing that both have
        _pair_lists(found, number, number, old, new)
    return found


def _pair_lists(found: dict[str, str], before: str, after: str, old: Meaning, new: Meaning) -> None:
    """Note that two lists are the same, if they look alike and count together with the same others."""
    if before in found or after in found.values() or old.list(before) != new.list(after):
        return
    pairs = {(old.levels(one), new.levels(other)) for one, other in found.items() if one != "0"}
    here = old.levels(before), new.levels(after)
    if all((one == here[0]) == (other == here[1]) for one, other in pairs):
        found[before] = after


def _numbered(meaning: Meaning) -> dict[str, str]:
    """The list of each numbered paragraph, by its words; those that stand twice are left out."""
    found: dict[str, str] = {}
    for number in meaning.package.tree(meaning.package.main()).iter(f"{W}numId"):
        properties = number.getparent()
        paragraph = None if properties is None else properties.getparent()
        paragraph = None if paragraph is None else paragraph.getparent()
        if paragraph is not None and paragraph.tag == f"{W}p":
            text = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
            found[text] = "" if text in found else markup.value(number)
    return {text: number for text, number in found.items() if number}


def _untracked(old: Meaning, new: Meaning) -> Iterator[str]:
    """What Word cannot track and what the files have differently."""
    for kind, name in _UNTRACKED.items():
        contents = [b"".join(map(one.package.content, one.package.related(kind))) for one in (old, new)]
        if contents[0] != contents[1]:
            yield f"not tracked, as in the newer file: {name}"
    defaults = [one.root("styles") for one in (old, new)]
    found = [None if root is None else root.find(f"{W}docDefaults") for root in defaults]
    if len({b"" if one is None else plain_xml(one) for one in found}) > 1:
        yield "not tracked, as in the newer file: the defaults of the document"


def _reaching_out(package: Package) -> Iterator[str]:
    """What the redline still holds of the newer file that does more than say words."""
    for what in embedded(package):
        yield f"as in the newer file: {what}"
    for link in loaded(package):
        yield f"as in the newer file, Word loads {link.target!r} ({link.type}) from outside"
    for kind in fields_in(package):
        yield f"as in the newer file, Word reads other files through a field {kind}"


def _bytes_of(element: etree._Element, root: etree._Element) -> bytes:
    """An element as it stands below a root that declares its prefixes."""
    markup.emptied(root).append(element)
    etree.cleanup_namespaces(element)
    whole = etree.tostring(element, with_tail=False)
    for prefix, uri in root.nsmap.items():
        declared = f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"'
        whole = whole.replace(declared.encode(), b"")
    return whole
