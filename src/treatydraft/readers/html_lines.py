"""Walk the elements of a page and give its lines; Markdown is read this way too, once it is HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

from lxml import etree
from lxml.html import HtmlElement

from treatydraft.document import tree
from treatydraft.limits import current
from treatydraft.readers.html_lists import BULLET, ItemList
from treatydraft.readers.html_notes import Footnotes, footnotes, fragment, names, words
from treatydraft.readers.html_settings import BLOCKS, Setting, classes, declarations, revised, within
from treatydraft.readers.html_tables import Tables
from treatydraft.readers.lines import Line, Look, ReadError
from treatydraft.readers.runs import Composed, Run, compose
from treatydraft.readers.typed import TYPED_LABEL

Revisions: TypeAlias = Literal["accepted", "rejected", "kept"]

# Not the head as a whole: where a page leaves the tag of its body out, the parser lets it run on.
_NEVER_READ: Final = frozenset({
    "title", "script", "style", "template", "noscript", "button", "select", "datalist", "svg", "iframe", "rp",
})  # fmt: skip
_UNSEEN: Final = frozenset({
    "skip", "skip-link", "skip-to-content", "sr-only", "visually-hidden", "screen-reader-text",
})  # fmt: skip
_LISTS: Final = frozenset({"ol", "ul", "menu", "dir"})
_SECTIONS: Final = frozenset({"main", "article", "section", "aside", "blockquote", "td", "li", "dialog"})
_LEFT_OUT: Final = {"accepted": "del", "rejected": "ins", "kept": ""}
_DEEPEST_NOTE: Final = 8  # of notes inside notes
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class PageLines:
    """What was read of a page."""

    lines: list[Line] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    footers: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    doubts: list[tree.Doubt] = field(default_factory=list)


def page_lines(root: HtmlElement, revisions: Revisions) -> PageLines:
    """The lines of a page, with what stands around its text."""
    found = footnotes(root)
    walker = _Walker(_Frame(revisions, found, _titled_headers(root)), PageLines())
    walker.walk(root, Setting())
    for note in found.marks.keys() - walker.frame.told:  # its call stands in what is not read
        walker.walk(note, Setting())
    return walker.page


def _titled_headers(root: HtmlElement) -> frozenset[HtmlElement]:
    """The headers that hold the only title of a page, which is of the text then."""
    titles = list(root.iter("h1"))
    return frozenset(titles[0].iterancestors("header")) if len(titles) == 1 else frozenset()


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stays the same while a page is walked."""

    revisions: Revisions
    notes: Footnotes
    titled: frozenset[HtmlElement]
    told: set[HtmlElement] = field(default_factory=set)  # the notes that were read at their calls


@dataclass(slots=True)
class _Walker:
    """Gathers the words of one line after the other."""

    frame: _Frame
    page: PageLines
    depth: int = 0  # of notes
    note: HtmlElement | None = None  # the note that is read, which is no line of its own then
    runs: list[Run] = field(default_factory=list)
    setting: Setting | None = None  # of the first words of the line
    label: str = ""
    bulleted: bool = False
    anchors: list[str] = field(default_factory=list)
    lists: list[ItemList] = field(default_factory=list)
    tables: Tables = field(default_factory=Tables)
    gap: bool = False
    link: int = 0
    labels: set[HtmlElement] = field(default_factory=set)  # elements that hold what is a label already

    def walk(self, root: HtmlElement, around: Setting) -> None:
        """Read an element without recursion, however deep others lie in it."""
        settings = [around]
        events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in events:
            if event == "start":
                if self._is_left_out(element, settings[-1]):
                    settings.append(settings[-1])
                    events.skip_subtree()
                    continue
                settings.append(self._open(element, settings[-1]))
                self._say(element.text, settings[-1])
            else:
                if event == "end":
                    self._close(element, settings.pop())
                elif event == "comment":
                    self.page.comments.append(element.text or "")
                if element is not root:
                    self._say(element.tail, settings[-1])
        self._flush()

    # --- Elements -----------------------------------------------------------------------------------------

    def _is_left_out(self, element: HtmlElement, around: Setting) -> bool:
        """Whether an element is not walked, be it that its words are read elsewhere."""
        notes = self.frame.notes
        if (
            element.tag in _NEVER_READ
            or element.tag == _LEFT_OUT[self.frame.revisions]
            or _is_hidden(element)
        ):
            return True
        if element in self.labels or element in notes.backlinks:
            return True
        if element in notes.notes:
            return self._call(element, around)
        return element in notes.marks and element in self.frame.told and element is not self.note

    def _open(self, element: HtmlElement, around: Setting) -> Setting:
        tag = str(element.tag)
        inside = within(element, around)
        if tag in BLOCKS:
            self._flush()
            inside = self._open_block(element, tag, inside)
        self.anchors.extend(names(element))
        if tag == "br":
            self._break(inside)
        elif tag == "q":
            self._say("“", inside)
        elif tag == "img" and element.get("alt", "").strip():
            self._doubt(f"a picture is not read; it is described as “{element.get('alt').strip()}”")
        elif tag in ("ins", "del") and self.frame.revisions == "kept":
            inside = revised(element, inside)
        elif tag in ("s", "strike") and words(element):
            self._doubt(f"words that are struck through are read as the others: “{words(element)}”")
        elif tag == "a" and fragment(element):
            self.link += 1
            inside = replace(inside, words=replace(inside.words, target=fragment(element), link=self.link))
        return inside

    def _open_block(self, element: HtmlElement, tag: str, inside: Setting) -> Setting:
        labelled = self._own_label(element, tag)
        if tag in _LISTS:
            self._flush(even_empty=bool(self.label))
            self.lists.append(ItemList.of(element))
            return replace(inside, depth=inside.depth + 1)
        if tag == "li":
            self._item(element, labelled=labelled)
        elif tag == "hr":
            self.gap = True
        elif tag in ("header", "footer", "nav") or element in self.frame.notes.parts:
            return replace(inside, page=inside.page or self._page_part(element, tag))
        return replace(inside, cell=self.tables.open(element, inside.cell))

    def _close(self, element: HtmlElement, inside: Setting) -> None:
        tag = str(element.tag)
        if tag == "q":
            self._say("”", inside)
        if tag not in BLOCKS:
            return
        empty = not any(run.text.strip() for run in self.runs) and tag == "p" and len(element) == 0
        self._flush()
        self.gap = self.gap or (empty and not words(element))
        if tag in _LISTS and self.lists:
            self.lists.pop()
        if tag == "li":
            self.label, self.bulleted = "", False
        self.tables.close(element)

    def _item(self, element: HtmlElement, *, labelled: bool) -> None:
        items = self.lists[-1] if self.lists else ItemList("disc", 1, 1)
        automatic = items.label(element)
        if labelled:
            return
        given = element.get("data-label")
        self.label = automatic if given is None else given
        self.bulleted = automatic == BULLET

    def _own_label(self, element: HtmlElement, tag: str) -> bool:
        """Take the label out of what our own writer gives: an element of its own, before the words."""
        found = _label_element(element, tag)
        if found is None:
            return False
        self.labels.add(found)
        self.label, self.bulleted = words_kept(found), False
        return True

    def _page_part(self, element: HtmlElement, tag: str) -> str:
        if element in self.frame.notes.parts:
            return "notes"
        inner = any(around.tag in _SECTIONS for around in element.iterancestors())
        if (inner and tag != "nav") or element in self.frame.titled:
            return ""
        return "header" if tag == "header" and not self.page.lines else "footer"

    def _call(self, element: HtmlElement, around: Setting) -> bool:
        """Read a footnote where it is called; gives whether that was done."""
        note = self.frame.notes.notes[element]
        if note in self.frame.told or self.depth >= _DEEPEST_NOTE:
            return False
        self.frame.told.add(note)
        inner = _Walker(self.frame, PageLines(doubts=self.page.doubts), self.depth + 1, note)
        inner.walk(note, Setting())
        pieces = _without_mark(_joined(inner.page.lines), self.frame.notes.marks[note])
        self._add(Run(note=tree.Note(pieces), revision=around.words.revision), around)
        for one in element.iter(etree.Element):
            self.anchors.extend(names(one))
        return True

    # --- Words --------------------------------------------------------------------------------------------

    def _say(self, text: str | None, setting: Setting) -> None:
        if not text:
            return
        if not setting.spaced:
            text = _SPACE.sub(" ", text)
            before = self.runs[-1].text[-1:] if self.runs else ""
            if before in ("", " ", "\n") and not (self.runs and self.runs[-1].note):
                text = text.removeprefix(" ")
        if text:
            self._add(replace(setting.words, text=text), setting)

    def _add(self, run: Run, setting: Setting) -> None:
        if self.setting is None:
            self.setting = setting
        self.runs.append(run)

    def _break(self, setting: Setting) -> None:
        """A line break; two of them end a paragraph."""
        while self.runs and not self.runs[-1].note and not self.runs[-1].text.strip(" "):
            self.runs.pop()
        if not self.runs or (self.runs[-1].text.endswith("\n") and not setting.spaced):
            self._flush()
            self.gap = True
            return
        self.runs[-1] = replace(self.runs[-1], text=self.runs[-1].text.rstrip(" "))
        self._add(replace(setting.words, text="\n"), setting)

    def _flush(self, *, even_empty: bool = False) -> None:
        """End the line."""
        composed = compose(self.runs)
        if composed.pieces or even_empty:
            self._emit(composed, self.setting or Setting(depth=len(self.lists) - 1))
        self.runs, self.setting = [], None

    def _emit(self, composed: Composed, setting: Setting) -> None:
        pieces = composed.pieces
        if self.bulleted:
            self.label, pieces = _typed_label(self.label, pieces)
        if setting.page and (setting.page != "notes" or setting.heading):
            part = self.page.headers if setting.page == "header" else self.page.footers
            part.append(all_words(pieces).strip())
        else:
            self.page.lines.append(
                Line(
                    pieces,
                    self._place(setting),
                    label=self.label,
                    depth=setting.depth,
                    heading=setting.heading,
                    cell=setting.cell,
                    anchors=tuple(self.anchors),
                    look=_look(composed, setting, after_gap=self.gap),
                )
            )
            self.anchors, self.gap = [], False
            if len(self.page.lines) > (most := current().lines):
                raise ReadError(f"the file has more than {most:,} paragraphs, and no more are read")
        self.label, self.bulleted = "", False

    def _place(self, setting: Setting) -> str:
        return f"line {setting.source}" if setting.source else f"paragraph {len(self.page.lines) + 1}"

    def _doubt(self, message: str) -> None:
        self.page.doubts.append(tree.Doubt(self._place(self.setting or Setting()), "", message))


def _look(composed: Composed, setting: Setting, *, after_gap: bool) -> Look:
    letters = [letter for letter in tree.plain(composed.pieces) if letter.isalpha()]
    typed = bool(letters) and all(letter.isupper() for letter in letters)
    return Look(
        style=setting.style,
        bold=composed.bold,
        italic=composed.italic,
        underlined=composed.underlined,
        capitals=typed or setting.capitals,
        centred=setting.centred,
        size=setting.size,
        indent=setting.indent,
        first=setting.first,
        after_gap=after_gap,
    )


def _is_hidden(element: HtmlElement) -> bool:
    style = declarations(element)
    unseen = style.get("display") == "none" or style.get("visibility") == "hidden"
    return unseen or "hidden" in element.attrib or not _UNSEEN.isdisjoint(classes(element))


def _label_element(element: HtmlElement, tag: str) -> HtmlElement | None:
    first = element[0] if len(element) else None
    if first is None or first.tag != "span" or (element.text or "").strip():
        return None
    if tag == "li" and "label" in classes(first):
        return first
    parent = element.getparent()
    ours = parent is not None and not {"division", "annex"}.isdisjoint(classes(parent))
    spans = [child.tag for child in element] == ["span", "span"]
    return first if tag[1:].isdecimal() and ours and spans else None


def words_kept(element: HtmlElement) -> str:
    """The words inside an element, with its no-break spaces."""
    return _SPACE.sub(" ", str(element.text_content())).strip()


def all_words(pieces: tuple[tree.Inline, ...]) -> str:
    """The words of pieces, those of notes and deletions too."""
    return "".join(_all_words(pieces))


def _all_words(pieces: tuple[tree.Inline, ...]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case tree.Note(parts=parts):
                yield f" {all_words(parts)} "
            case tree.Emphasis(parts=parts) | tree.Revision(parts=parts):
                yield all_words(parts)
            case _:
                yield piece.text


def _typed_label(label: str, pieces: tuple[tree.Inline, ...]) -> tuple[str, tuple[tree.Inline, ...]]:
    """A number typed after a bullet is the label, and the bullet layout: nobody prints both."""
    first = pieces[0] if pieces else None
    found = TYPED_LABEL.match(first.text) if isinstance(first, tree.Text) else None
    if found is None or not isinstance(first, tree.Text):
        return label, pieces
    rest = first.text[found.end() :].lstrip()
    return found[0], (*([tree.Text(rest)] if rest else []), *pieces[1:])


def _joined(lines: list[Line]) -> tuple[tree.Inline, ...]:
    """Lines of a note as its pieces."""
    pieces: list[tree.Inline] = []
    for line in lines:
        if pieces:
            pieces.append(tree.Text("\n"))
        if line.label and not line.label.startswith(BULLET) and line is not lines[0]:
            pieces.append(tree.Text(f"{line.label} "))
        pieces.extend(line.pieces)
    return tuple(pieces)


def _without_mark(pieces: tuple[tree.Inline, ...], mark: str) -> tuple[tree.Inline, ...]:
    """A note without the mark that it repeats."""
    first = pieces[0] if pieces else None
    if not mark or not isinstance(first, tree.Text):
        return pieces
    found = re.match(re.escape(mark.strip("[]()")) + r"[.)\]:]\s*", first.text.lstrip("[("))
    if found is None:
        return pieces
    rest = first.text.lstrip("[(")[found.end() :]
    return (*([tree.Text(rest)] if rest else []), *pieces[1:])
