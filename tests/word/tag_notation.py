"""Word's XML written short: `<p><r>words</r><b>bold</b></p>`, names without prefix, texts without `t`.

`‖` stands between two texts of one run, and text in a deletion is deleted text.
"""

import re

from lxml import etree

from treatydraft.word import markup

_W = markup.NAMESPACES["w"]
_UNSHOWN = re.compile(r' xmlns:w="[^"]*"| xml:space="preserve"')
_BOLD = "<r><rPr><b/></rPr>"


def word(short: str) -> etree._Element:
    """The body that holds what is written short."""
    root = etree.fromstring(f"<body>{short}</body>")
    for element in list(root.iter("b")):
        if next(element.iterancestors("rPr"), None) is None:
            element.tag = "r"
            element.insert(0, etree.Element("rPr"))
            etree.SubElement(element[0], "b")
            element[0].tail, element.text = element.text, None
    for run in root.iter("r"):
        _set_texts(run, "delText" if next(run.iterancestors("del"), None) is not None else "t")
    return _prefixed(root)


def short(root: etree._Element) -> str:
    """What is in a body, written short."""
    xml = _UNSHOWN.sub("", etree.tostring(root, encoding="unicode"))
    xml = re.sub(r"</w:t><w:t/?>", "‖", xml)
    xml = re.sub(r"</?w:(t|delText)/?>", "", xml)
    xml = re.sub(r"(</?)w:", r"\1", xml)
    xml = re.sub(r" w:(\w+=)", r" \1", xml)
    xml = re.sub(rf"{_BOLD}((?:(?!</r>).)*)</r>", r"<b>\1</b>", xml)
    return re.sub(r"^<body>|</body>$|^<body/>$", "", xml)


def _set_texts(run: etree._Element, name: str) -> None:
    """Wrap the words of a run, each between its other elements."""
    words = [(0, run.text or "")]
    words += [(index, child.tail or "") for index, child in enumerate(run, 1)]
    run.text = None
    for child in run:
        child.tail = None
    for index, text in reversed(words):
        for piece in reversed(text.split("‖") if text else []):
            element = etree.Element(name)
            element.text = piece
            run.insert(index, element)


def _prefixed(root: etree._Element) -> etree._Element:
    xml = etree.tostring(root, encoding="unicode")
    xml = re.sub(r"<(/?)(\w)", r"<\1w:\2", xml)
    xml = re.sub(r"(<[^>]*>)", lambda tag: re.sub(r' (\w+)="', r' w:\1="', tag[1]), xml)
    return etree.fromstring(xml.replace("<w:body", f'<w:body xmlns:w="{_W}"', 1))
