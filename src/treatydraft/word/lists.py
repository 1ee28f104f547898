"""Count the paragraphs of lists as Word does, and say what it prints before each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.counting import counted
from treatydraft.word.symbols import bullet

LEVELS: Final = 9
_NEVER: Final = 0  # a level that runs on whatever stands between
_NO_LIMIT: Final = LEVELS
_PLACEHOLDER: Final = re.compile(r"%([1-9])")
_PADDED: Final = re.compile(r"0*1(?=,)")  # the first example of a custom format: `001, 002, 003`
_LARGEST: Final = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is counted and printed."""

    start: int = 1
    format: str = "decimal"
    text: str = ""  # `%1.%2`, each number by its level
    restart: int = _NO_LIMIT  # begins again after each paragraph on a level below this one
    legal: bool = False  # prints the numbers of all levels in digits
    hidden: bool = False
    style: str = ""  # the id of the paragraph style that brings this level
    font: str = ""
    properties: etree._Element | None = None  # of the paragraphs on it


@dataclass(frozen=True, slots=True)
class _List:
    counter: str  # what lists that run on from one another have in common
    levels: tuple[Level, ...]
    restarted: Mapping[int, int]  # where this list begins, by the levels on which it does not run on


@dataclass(frozen=True, slots=True)
class Label:
    """What Word prints before a paragraph."""

    text: str
    bullet: bool


class Lists:
    """The lists of a file by the ids that its paragraphs name."""

    def __init__(self, root: etree._Element | None, language: str = "") -> None:
        self._language = language
        self._lists = {} if root is None else dict(_lists(root))

    def level(self, list_id: str, position: int) -> Level | None:
        """A level (from 0) of a list, if there is one."""
        found = self._lists.get(list_id)
        return found.levels[position] if found and 0 <= position < len(found.levels) else None

    def level_of_style(self, list_id: str, style_id: str) -> int | None:
        """The level that a list links with a paragraph style."""
        found = self._lists.get(list_id)
        levels = () if found is None else found.levels
        return next((n for n, level in enumerate(levels) if style_id and level.style == style_id), None)

    def counts(self) -> "Counts":
        """Counts from the beginning of a text."""
        return Counts(self._lists, self._language)


class Counts:
    """How far each list has come."""

    def __init__(self, lists: Mapping[str, _List], language: str) -> None:
        self._lists = lists
        self._language = language
        self._reached: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, list_id: str, position: int) -> Label | None:
        """Count one more paragraph on a level of a list; nothing where the file has no such list."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= position < len(found.levels):
            return None
        reached = self._reached.setdefault(found.counter, [None] * LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for restarted in found.restarted:
                reached[restarted] = None
        _count(reached, found, position)
        level = found.levels[position]
        text = "" if level.hidden else self._printed(found, reached, position)
        return Label(text, level.format == "bullet")

    def _printed(self, found: _List, reached: list[int | None], position: int) -> str:
        own = found.levels[position]
        if own.format == "bullet":
            return bullet(own.text, own.font)

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            if place > position or place >= len(found.levels):
                return ""
            level, value = found.levels[place], reached[place]
            if value is None:
                return ""
            # A level without a number stays without one where the others are printed in digits.
            form = "decimal" if own.legal and level.format != "none" else level.format
            return _formatted(value, form, self._language)

        return _PLACEHOLDER.sub(number, own.text).strip()


def _formatted(value: int, form: str, language: str) -> str:
    return str(value).zfill(int(form)) if form.isdigit() else counted(value, form, language)


def _count(reached: list[int | None], found: _List, position: int) -> None:
    for above in range(position):
        if reached[above] is None:  # a level that was passed over counts as one
            reached[above] = _start(found, above)
    value = reached[position]
    reached[position] = _start(found, position) if value is None else value + 1
    for below in range(position + 1, len(found.levels)):
        if position < found.levels[below].restart:
            reached[below] = None


def _start(found: _List, position: int) -> int:
    return found.restarted.get(position, found.levels[position].start)


def _lists(root: etree._Element) -> Iterator[tuple[str, _List]]:
    abstracts = {
        markup.value(found, "w:abstractNumId"): found for found in root.iterfind(markup.name("w:abstractNum"))
    }
    by_style = {
        markup.value(link): key
        for key, found in abstracts.items()
        if (link := found.find(markup.name("w:styleLink"))) is not None
    }
    definitions: dict[str, tuple[Level, ...]] = {}
    for number in root.iterfind(markup.name("w:num")):
        counter = markup.value(number.find(markup.name("w:abstractNumId")))
        if counter not in abstracts:
            continue
        linked = markup.value(abstracts[counter].find(markup.name("w:numStyleLink")))
        counter = by_style.get(linked, counter)
        if counter not in definitions:
            definitions[counter] = _levels(abstracts[counter])
        yield markup.value(number, "w:numId"), _overridden(number, counter, definitions[counter])


def _levels(abstract: etree._Element) -> tuple[Level, ...]:
    levels = [Level()] * LEVELS
    for element in abstract.iterfind(markup.name("w:lvl")):
        position = _int(markup.value(element, "w:ilvl"), -1)
        if 0 <= position < LEVELS:
            levels[position] = _level(element)
    return tuple(levels)


def _overridden(number: etree._Element, counter: str, levels: tuple[Level, ...]) -> _List:
    changed = list(levels)
    restarted: dict[int, int] = {}
    for override in number.iterfind(markup.name("w:lvlOverride")):
        position = _int(markup.value(override, "w:ilvl"), -1)
        if not 0 <= position < LEVELS:
            continue
        own = override.find(markup.name("w:lvl"))
        if own is not None:
            changed[position] = replace(_level(own), style=changed[position].style)
        start = override.find(markup.name("w:startOverride"))
        if start is not None:
            restarted[position] = _int(markup.value(start), 1)
    return _List(counter, tuple(changed), restarted)


def _level(element: etree._Element) -> Level:
    run = element.find(markup.name("w:rPr"))
    fonts = None if run is None else run.find(markup.name("w:rFonts"))
    return Level(
        start=_int(_child(element, "w:start"), 0),  # a level that does not say where it starts, starts at 0
        format=_format(element),
        text=_child(element, "w:lvlText"),
        restart=_int(_child(element, "w:lvlRestart"), _NO_LIMIT),
        legal=_is_on(element.find(markup.name("w:isLgl"))),
        hidden=run is not None and _is_on(run.find(markup.name("w:vanish"))),
        style=_child(element, "w:pStyle"),
        font=markup.value(fonts, "w:ascii") or markup.value(fonts, "w:hAnsi"),
        properties=element.find(markup.name("w:pPr")),
    )


def _format(element: etree._Element) -> str:
    """The format of a level; how many digits it has where Word pads it with zeros."""
    found = next(element.iter(markup.name("w:numFmt")), None)
    if found is None:
        return "decimal"
    if markup.value(found) != "custom":
        return markup.value(found)
    example = _PADDED.match(markup.value(found, "w:format"))
    if example is not None:
        return str(len(example[0]))
    others = [markup.value(other) for other in element.iter(markup.name("w:numFmt"))]
    return next((other for other in others if other != "custom"), "decimal")


def _child(element: etree._Element, tag: str) -> str:
    return markup.value(element.find(markup.name(tag)))


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and markup.value(element) not in {"0", "false", "off"}


def _int(text: str, default: int) -> int:
    try:
        value = int(text)
    except ValueError:
        return default
    return value if abs(value) <= _LARGEST else default
