"""XML parts whose writer calls Word's own namespace by another name than `w`, or by two → by that one name.

A prefix is free to choose. What is compared byte by byte, or cut out of one part and set into another, must
have the same one everywhere.
"""

import re
from typing import Final, cast

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.package import Package

_W: Final = markup.NAMESPACES["w"]
_DECLARED: Final = re.compile(rb"""xmlns(?::([\w.-]+))?\s*=\s*["']%b["']""" % re.escape(_W).encode())


def with_one_prefix(package: Package) -> None:
    """Write anew each part that has another prefix for the namespace, in place."""
    for part in package.names():
        if part.endswith(".xml") and set(_DECLARED.findall(package.content(part))) - {b"w"}:
            package.replace(part, markup.serialise(_renamed(package.tree(part))))


def _renamed(root: etree._Element) -> etree._Element:
    """The element below a root that declares the one prefix; what moves there takes it."""
    prefixes: dict[str | None, str] = {prefix: uri for prefix, uri in root.nsmap.items() if uri != _W}
    prefixes["w"] = _W
    made = etree.Element(root.tag, nsmap=cast("dict[str, str]", prefixes))
    made.attrib.update(root.attrib)
    made.text = root.text
    made.extend(list(root))
    return made
