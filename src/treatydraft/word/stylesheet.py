"""Say how each paragraph and run of a Word file looks: defaults, styles, lists and own settings together."""

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias, TypedDict

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.lists import Lists

_W: Final = "{" + markup.NAMESPACES["w"] + "}"
_VAL: Final = f"{_W}val"
_TWIPS: Final = 20  # in a point
_AUTOMATIC_SPACE: Final = 14.0  # points that Word sets where a web page leaves it to the program
_BODY_TEXT: Final = 9  # the outline level of what is no heading
_OFF: Final = frozenset({"0", "false", "off"})
_LONGEST_LINE: Final = 64  # of styles that are based on one another; Word makes far shorter ones
_HEADING: Final = "heading "
_SIZE: Final = 10.0  # points, where nothing says another


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph is set; lengths in points."""

    style_id: str = ""
    style: str = ""  # its name in lower case
    left: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    joins_alike: bool = False  # no space between paragraphs of one style
    centred: bool = False
    outline: int = _BODY_TEXT  # from 0
    list_id: str = ""
    level: int | None = None
    list_style: str = ""  # the id of the style that brought the list, empty where the paragraph did
    new_page: bool = False
    drop_cap: bool = False

    @property
    def heading(self) -> int:
        """Its rank among headings from 1, 0 for none."""
        if self.outline < _BODY_TEXT:
            return self.outline + 1
        rank = self.style.removeprefix(_HEADING)
        return int(rank) if self.style.startswith(_HEADING) and rank in set("123456789") else 0


@dataclass(frozen=True, slots=True)
class RunLook:
    """How words are set."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False  # set so and not typed so
    hidden: bool = False
    size: float = _SIZE
    language: str = ""
    east_asian: str = ""  # the language of its Chinese, Japanese and Korean characters
    font: str = ""


class _Run(TypedDict, total=False):
    """What one layer of settings says of words."""

    bold: bool
    italic: bool
    capitals: bool
    small_capitals: bool
    hidden: bool
    backwards: bool  # from right to left
    underlined: bool
    size: float
    language: str
    east_asian: str
    right_to_left: str
    font: str
    style: str


_Toggle: TypeAlias = Literal["bold", "italic", "capitals", "small_capitals", "hidden", "backwards"]
_TOGGLES: Final[dict[str, _Toggle]] = {
    "b": "bold",
    "i": "italic",
    "caps": "capitals",
    "smallCaps": "small_capitals",
    "vanish": "hidden",
    "rtl": "backwards",
}


class Stylesheet:
    """The styles of a file by their ids, each with all that it is based on."""

    def __init__(self, root: etree._Element | None, lists: Lists) -> None:
        self._lists = lists
        styles = [] if root is None else root.findall(f"{_W}style")
        self._styles = {style.get(f"{_W}styleId", ""): style for style in styles}
        self._default = next((i for i, s in self._styles.items() if _is_default_paragraph(s)), "")
        self._paragraphs: dict[str, ParagraphLook] = {}
        self._runs: dict[str, _Run] = {}
        self._base = ParagraphLook()
        self._base_run: _Run = {}
        if root is not None:
            paragraph = root.find(f"{_W}docDefaults/{_W}pPrDefault/{_W}pPr")
            self._base = self._set(self._base, paragraph, "")
            self._base_run = _run(root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"))

    @property
    def language(self) -> str:
        """Of words that say nothing else."""
        return self._base_run.get("language", "")

    def paragraph(self, properties: etree._Element | None) -> ParagraphLook:
        """The look of a paragraph with these settings of its own."""
        style_id = "" if properties is None else markup.value(properties.find(f"{_W}pStyle"))
        look = self._style(style_id if style_id in self._styles else self._default)
        return self._set(look, properties, "") if properties is not None else look

    def run(self, paragraph_style: str, properties: etree._Element | None) -> RunLook:
        """The look of words with these settings of their own in a paragraph of a style."""
        own = _run(properties)
        paragraph, character = self._run_of(paragraph_style), self._run_of(own.get("style", ""))

        def toggled(name: _Toggle) -> bool:
            if name in own:
                return own[name]
            # Word turns a property off that both the style of the paragraph and that of the words turn on.
            by_style = paragraph.get(name, False) != character.get(name, False)
            return self._base_run.get(name, False) or by_style

        together: _Run = {**self._base_run, **paragraph, **character, **own}
        return RunLook(
            bold=toggled("bold"),
            italic=toggled("italic"),
            underlined=together.get("underlined", False),
            capitals=toggled("capitals") or toggled("small_capitals"),
            hidden=toggled("hidden"),
            size=together.get("size", _SIZE),
            language=_language(together, backwards=toggled("backwards")),
            east_asian=together.get("east_asian", ""),
            font=together.get("font", ""),
        )

    def _style(self, style_id: str) -> ParagraphLook:
        if style_id not in self._paragraphs:
            look = self._base
            for ancestor in reversed(self._line_of(style_id)):
                style = self._styles[ancestor]
                look = self._set(look, style.find(f"{_W}pPr"), ancestor)
            name = "" if style_id not in self._styles else _child(self._styles[style_id], "name").lower()
            self._paragraphs[style_id] = replace(look, style_id=style_id, style=name)
        return self._paragraphs[style_id]

    def _run_of(self, style_id: str) -> _Run:
        if style_id not in self._runs:
            run: _Run = {}
            for ancestor in reversed(self._line_of(style_id)):
                run = {**run, **_run(self._styles[ancestor].find(f"{_W}rPr"))}
            self._runs[style_id] = run
        return self._runs[style_id]

    def _line_of(self, style_id: str) -> list[str]:
        """A style and those that it is based on; a style that a broken file bases on itself ends the line."""
        line: list[str] = []
        while style_id in self._styles and style_id not in line and len(line) < _LONGEST_LINE:
            line.append(style_id)
            style_id = _child(self._styles[style_id], "basedOn")
        return line

    def _set(self, look: ParagraphLook, properties: etree._Element | None, style_id: str) -> ParagraphLook:
        """A look with these settings over it, those of its list below them."""
        if properties is None:
            return look
        numbering = properties.find(f"{_W}numPr")
        if numbering is not None:
            look = self._numbered(look, numbering, style_id)
        return _laid_out(look, properties)

    def _numbered(self, look: ParagraphLook, numbering: etree._Element, style_id: str) -> ParagraphLook:
        list_id, level = _child(numbering, "numId"), _child(numbering, "ilvl")
        look = replace(
            look,
            list_id=list_id or look.list_id,
            level=int(level) if level.isdecimal() and len(level) == 1 else look.level,
            list_style=style_id,
        )
        linked = self._lists.level_of_style(look.list_id, style_id) if style_id else None
        look = look if linked is None else replace(look, level=linked)
        found = self._lists.level(look.list_id, look.level or 0)
        return look if found is None or found.properties is None else _indented(look, found.properties)


def _laid_out(look: ParagraphLook, properties: etree._Element) -> ParagraphLook:
    look = _spaced(_indented(look, properties), properties.find(f"{_W}spacing"))
    for child in properties:
        match str(child.tag).removeprefix(_W):
            case "jc":
                look = replace(look, centred=child.get(_VAL) == "center")
            case "outlineLvl":
                look = replace(look, outline=_outline(child.get(_VAL, "")))
            case "contextualSpacing":
                look = replace(look, joins_alike=_is_on(child))
            case "pageBreakBefore":
                look = replace(look, new_page=_is_on(child))
            case "framePr":
                look = replace(look, drop_cap=child.get(f"{_W}dropCap", "none") != "none")
            case _:
                pass
    return look


def _indented(look: ParagraphLook, properties: etree._Element) -> ParagraphLook:
    indent = properties.find(f"{_W}ind")
    if indent is None:
        return look
    left = indent.get(f"{_W}left", indent.get(f"{_W}start"))
    hanging, first = indent.get(f"{_W}hanging"), indent.get(f"{_W}firstLine")
    if left is not None:
        look = replace(look, left=_points(left, look.left))
    if hanging is not None:
        return replace(look, first=-_points(hanging, 0.0))
    return look if first is None else replace(look, first=_points(first, 0.0))


def _spaced(look: ParagraphLook, spacing: etree._Element | None) -> ParagraphLook:
    if spacing is None:
        return look
    return replace(
        look, before=_space(spacing, "before", look.before), after=_space(spacing, "after", look.after)
    )


def _space(spacing: etree._Element, side: str, inherited: float) -> float:
    automatic = spacing.get(f"{_W}{side}Autospacing")
    if automatic is not None and automatic not in _OFF:
        return _AUTOMATIC_SPACE
    return _points(spacing.get(f"{_W}{side}", ""), inherited)


def _run(properties: etree._Element | None) -> _Run:
    found: _Run = {}
    for child in () if properties is None else properties:
        local = str(child.tag).removeprefix(_W)
        if (toggle := _TOGGLES.get(local)) is not None:
            found[toggle] = _is_on(child)
        else:
            _state(found, local, child)
    return found


def _state(found: _Run, local: str, child: etree._Element) -> None:
    match local:
        case "u":
            found["underlined"] = child.get(_VAL, "none") != "none"
        case "sz":
            found["size"] = _number(child.get(_VAL, "")) / 2
        case "lang":
            _state_language(found, child)
        case "rFonts":
            found["font"] = child.get(f"{_W}ascii", "")
        case "rStyle":
            found["style"] = child.get(_VAL, "")
        case _:
            pass


def _state_language(found: _Run, child: etree._Element) -> None:
    if language := child.get(_VAL):
        found["language"] = language
    if language := child.get(f"{_W}eastAsia"):
        found["east_asian"] = language
    if language := child.get(f"{_W}bidi"):
        found["right_to_left"] = language


def _language(run: _Run, *, backwards: bool) -> str:
    return run.get("right_to_left", "") if backwards else run.get("language", "")


def _is_default_paragraph(style: etree._Element) -> bool:
    return style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default", "0") not in _OFF


def _outline(text: str) -> int:
    return min(int(text), _BODY_TEXT) if text.isdecimal() and len(text) == 1 else _BODY_TEXT


def _child(element: etree._Element, tag: str) -> str:
    return markup.value(element.find(f"{_W}{tag}"))


def _is_on(element: etree._Element) -> bool:
    return element.get(_VAL, "1") not in _OFF


def _points(text: str, default: float) -> float:
    """A length: twentieths of a point, or with its unit where a program writes one."""
    number = _number(text.removesuffix("pt"))
    if text.endswith("pt"):
        return number
    return number / _TWIPS if text.strip() else default


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
