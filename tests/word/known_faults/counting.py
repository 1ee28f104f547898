"""The numbers that Word prints before the paragraphs of a file, counted as its lists say."""

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree
from tests.word.known_faults.reading import attribute, found, tree

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def numbers(data: bytes) -> list[str]:
    """The number of each numbered paragraph of the text.

    All lists made from one definition count on together; one that overrides a level's start begins again
    where it is used first.
    """
    return list(_numbers(tree(data), tree(data, "numbering"), _style_lists(tree(data, "styles"))))


def _numbers(
    text: etree._Element, lists: etree._Element, of_style: dict[str, tuple[str, str]]
) -> Iterator[str]:
    counts: dict[str, dict[int, int]] = defaultdict(dict)
    begun: set[str] = set()
    for paragraph in found(text, "//w:p"):
        number, level_name = _list_of(paragraph, of_style)
        if not number or number == "0":
            continue
        level = int(level_name)
        definition = attribute(found(lists, f"w:num[@w:numId='{number}']/w:abstractNumId")[0], "w:val")
        count = counts[definition]
        if number not in begun:
            begun.add(number)
            for start in found(lists, f"w:num[@w:numId='{number}']/w:lvlOverride[w:startOverride]"):
                count.pop(int(attribute(start, "w:ilvl")), None)
        count[level] = count.get(level, 0) + 1
        for deeper in [other for other in count if other > level]:
            del count[deeper]
        yield _printed(lists, definition, level, count)


def _list_of(paragraph: etree._Element, of_style: dict[str, tuple[str, str]]) -> tuple[str, str]:
    style = "".join(attribute(e, "w:val") for e in found(paragraph, "w:pPr/w:pStyle"))
    by_style = of_style.get(style, ("", "0"))
    own = found(paragraph, "w:pPr/w:numPr")
    if not own:
        return by_style
    number = "".join(attribute(e, "w:val") for e in found(own[0], "w:numId"))
    level = "".join(attribute(e, "w:val") for e in found(own[0], "w:ilvl"))
    return number or by_style[0], level or by_style[1]


def _style_lists(styles: etree._Element) -> dict[str, tuple[str, str]]:
    return {
        attribute(style, "w:styleId"): (
            attribute(found(style, "w:pPr/w:numPr/w:numId")[0], "w:val"),
            "".join(attribute(e, "w:val") for e in found(style, "w:pPr/w:numPr/w:ilvl")) or "0",
        )
        for style in found(styles, "w:style[w:pPr/w:numPr/w:numId]")
    }


def _printed(lists: etree._Element, definition: str, level: int, count: dict[int, int]) -> str:
    path = f"w:abstractNum[@w:abstractNumId='{definition}']/w:lvl[@w:ilvl='{level}']"
    form = attribute(found(lists, f"{path}/w:numFmt")[0], "w:val")
    pattern = attribute(found(lists, f"{path}/w:lvlText")[0], "w:val")
    number = count[level]
    shown = {
        "decimal": str(number),
        "lowerLetter": chr(ord("a") + number - 1),
        "upperRoman": _ROMAN[number] if number < len(_ROMAN) else "?",
    }[form]
    return pattern.replace(f"%{level + 1}", shown)
