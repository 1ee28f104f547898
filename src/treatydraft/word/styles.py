"""Find the styles of a Word file by the names that its user sees, and set what a house style decides."""

from collections.abc import Iterator, Mapping

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.package import Package, PackageError


class Styles(Mapping[str, str]):
    """The ids of a file's styles by name; case is ignored, since programs write it differently."""

    def __init__(self, package: Package) -> None:
        parts = package.related("styles")
        if not parts:
            raise PackageError("the template has no styles")
        self.root = package.tree(parts[0])
        self._elements = {
            markup.value(style.find(markup.name("w:name"))).lower(): style
            for style in self.root.iterfind(markup.name("w:style"))
        }

    def __getitem__(self, name: str) -> str:
        return markup.value(self._element(name), "w:styleId")

    def __iter__(self) -> Iterator[str]:
        return iter(self._elements)

    def __len__(self) -> int:
        return len(self._elements)

    def list_of(self, name: str) -> str:
        """The id of the list that numbers a style itself, empty where there is none."""
        return markup.value(self._element(name).find(f"{_path('pPr', 'numPr', 'numId')}"))

    def indent(self, name: str) -> etree._Element | None:
        """The indent of a style, from the styles that it is based on where it has none of its own."""
        style: etree._Element | None = self._element(name)
        while style is not None:
            found = style.find(_path("pPr", "ind"))
            if found is not None:
                return found
            style = self._by_id(markup.value(style.find(markup.name("w:basedOn"))))
        return None

    def set_list(self, name: str, list_id: int, level: int) -> None:
        """Number a style on a level (from 0) of a list."""
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
        self._set(name, numbering)

    def clear_list(self, name: str) -> None:
        """Number a style no longer."""
        properties = self._element(name).find(markup.name("w:pPr"))
        found = None if properties is None else properties.find(markup.name("w:numPr"))
        if properties is not None and found is not None:
            properties.remove(found)

    def set_alignment(self, name: str, alignment: str) -> None:
        """Set the paragraphs of a style to the left or in the middle."""
        self._set(name, f'<w:jc w:val="{alignment}"/>')

    def set_language(self, tag: str) -> None:
        """The language in which Word checks the spelling."""
        defaults = self.root.find(_path("docDefaults", "rPrDefault", "rPr"))
        language = None if defaults is None else defaults.find(markup.name("w:lang"))
        if language is None:
            raise PackageError(
                "the template's default text has no language; set one in Word and save it again"
            )
        language.set(markup.name("w:val"), tag)

    def _set(self, name: str, xml: str) -> None:
        style = self._element(name)
        properties = style.find(markup.name("w:pPr"))
        if properties is None:
            properties = markup.fragment("<w:pPr/>")
            run = style.find(markup.name("w:rPr"))
            style.insert(len(style) if run is None else style.index(run), properties)
        markup.put(properties, markup.fragment(xml), markup.PARAGRAPH_PROPERTIES)

    def _element(self, name: str) -> etree._Element:
        try:
            return self._elements[name.lower()]
        except KeyError:
            raise PackageError(f"the template has no style named {name!r}; add it in Word") from None

    def _by_id(self, style_id: str) -> etree._Element | None:
        found = (style for style in self._elements.values() if markup.value(style, "w:styleId") == style_id)
        return next(found, None) if style_id else None


def _path(*names: str) -> str:
    return "/".join(markup.name(f"w:{name}") for name in names)
