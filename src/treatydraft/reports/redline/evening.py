"""Two Word files → the same with the texts in both that only one has, empty in the other.

Word does not track that a section was given a header, nor that a paragraph follows a table at the end of a
text. An empty header shows what none shows, and Word itself sets an empty paragraph behind a table that ends
a text; so both are compared as if they were there.
"""

import posixpath
from collections.abc import Iterator
from typing import Final, TypeAlias

from lxml import etree

from treatydraft.reports.redline.side import R, W
from treatydraft.word import markup
from treatydraft.word.package import RELATIONS, Package, rels_of

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_ROOTS: Final = {"header": "hdr", "footer": "ftr"}
_Place: TypeAlias = tuple[str, str]  # `header` or `footer`, and `default`, `first` or `even`
_Pairs: TypeAlias = list[tuple[str, str]]


def even_ends(before: Package, after: Package) -> str:
    """Let both texts end with a paragraph where one does; says which was given it, empty for none."""
    bodies = [package.tree(package.main()).find(f"{W}body") for package in (before, after)]
    last = [None if body is None else _last(body) for body in bodies]
    is_paragraph = [one is not None and one.tag == f"{W}p" for one in last]
    for name, one, wanted, other in zip(
        ("older", "newer"), last, is_paragraph, reversed(is_paragraph), strict=True
    ):
        if one is not None and other and not wanted:
            one.addnext(etree.Element(f"{W}p"))
            return name
    return ""


def _last(body: etree._Element) -> etree._Element | None:
    blocks = [child for child in body if child.tag in (f"{W}p", f"{W}tbl", f"{W}sdt")]
    return blocks[-1] if blocks else None


def even_edges(before: Package, after: Package) -> _Pairs:
    """The headers and footers of both files that go together, once each section of both has the same ones."""
    return _Evening(before, after).pairs()


class _Evening:
    def __init__(self, before: Package, after: Package) -> None:
        self.before, self.after = before, after
        self.partners: dict[str, str] = {}  # of parts of the newer file

    def pairs(self) -> _Pairs:
        """The parts of both files that go together."""
        olds, news = _Sections(self.before), _Sections(self.after)
        for old, new in _paired(len(olds.all), len(news.all)):
            olds.pass_to(old)
            news.pass_to(new)
            for place in sorted(olds.showing.keys() | news.showing.keys()):
                part = olds.showing.get(place) or olds.add_empty(old, place)
                other = news.showing.get(place) or news.add_empty(new, place)
                self._pair(part, other, place, (new, news))
        return [(old, new) for new, old in self.partners.items()]

    def _pair(self, old: str, new: str, place: _Place, at: tuple[int, "_Sections"]) -> None:
        """Note that parts go together; a part that goes with another already is taken twice."""
        partner = self.partners.setdefault(new, old)
        if partner != old and self.before.content(partner) != self.before.content(old):
            number, sections = at
            self.partners[sections.add_copy(number, place, new)] = old


class _Sections:
    """The sections of a file, passed one by one, with the headers and footers that show there."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main()
        self.all = list(package.tree(self.main).iter(f"{W}sectPr"))
        self.showing: dict[_Place, str] = {}
        self._passed = 0

    def pass_to(self, number: int) -> None:
        """Go on to a section: it shows what those before it do, where it says nothing else."""
        targets = self.package.targets(self.main)
        for section in self.all[self._passed : number + 1]:
            for place, reference in _references(section):
                target = targets.get(reference.get(f"{R}id", ""), "")
                if target in self.package:
                    self.showing[place] = target
        self._passed = number + 1

    def add_empty(self, number: int, place: _Place) -> str:
        """Give a section an empty header or footer."""
        root = _ROOTS[place[0]]
        content = f'<w:{root} xmlns:w="{markup.NAMESPACES["w"]}"><w:p/></w:{root}>'
        return self._add(number, place, content.encode())

    def add_copy(self, number: int, place: _Place, part: str) -> str:
        """Give a section a copy of a header or footer of its own."""
        added = self._add(number, place, self.package.content(part))
        if rels_of(part) in self.package:
            self.package.replace(rels_of(added), self.package.content(rels_of(part)))
        return added

    def _add(self, number: int, place: _Place, content: bytes) -> str:
        kind, use = place
        folder = posixpath.dirname(self.main)
        names = (posixpath.join(folder, f"{kind}{n}.xml") for n in range(1, len(self.package.names()) + 2))
        part = next(name for name in names if name not in self.package)
        self.package.add(part, content, _TYPE.format(kind), f"{RELATIONS}{kind}", self.main)
        relation = next(key for key, target in self.package.targets(self.main).items() if target == part)
        section = self.all[number]
        for present, reference in list(_references(section)):
            if present == place:
                section.remove(reference)
        section.insert(0, etree.Element(f"{W}{kind}Reference", {f"{W}type": use, f"{R}id": relation}))
        self.showing[place] = part
        return part


def _references(section: etree._Element) -> Iterator[tuple[_Place, etree._Element]]:
    for kind in _ROOTS:
        for reference in section.iterfind(f"{W}{kind}Reference"):
            yield (kind, reference.get(f"{W}type", "default")), reference


def _paired(olds: int, news: int) -> Iterator[tuple[int, int]]:
    """Sections in order, and the last with the last."""
    if olds and news:
        yield from ((number, number) for number in range(min(olds, news) - 1))
        yield olds - 1, news - 1
