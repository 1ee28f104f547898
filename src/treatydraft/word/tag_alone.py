"""Find paragraphs that hold nothing but statements: as they print nothing, they need not stand there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from treatydraft.word import markup, tag_text
from treatydraft.word.tag_marks import PROPERTIES, RANGE_MARKS, SECTION
from treatydraft.word.tag_places import PARAGRAPH, TEXT
from treatydraft.word.tag_runs import RUN

OPENING = {"for", "if", "with", "macro", "call", "filter", "set", "autoescape"}
MIDDLE = {"else", "elif"}
_SINGLE = {"set =", "do", "break", "continue"}
_STATEMENTS = OPENING | MIDDLE | _SINGLE | {f"end{opening}" for opening in OPENING}
# What may stand beside statements and prints nothing either.
_SILENT = {
    PROPERTIES, RUN, TEXT, *RANGE_MARKS,
    *(markup.name(f"w:{local}") for local in ("rPr", "proofErr", "lastRenderedPageBreak")),
}  # fmt: skip


@dataclass(slots=True)
class _Block:
    """The paragraphs in which the tags of one block stand, and those among them that are tagged with `p`."""

    opening: str
    paragraphs: list[etree._Element] = field(default_factory=list)
    placed: set[etree._Element] = field(default_factory=set)
    closed: bool = False

    def add(self, paragraph: etree._Element, tag: str) -> None:
        self.paragraphs.append(paragraph)
        if tag_text.placement(tag) == "p":
            self.placed.add(paragraph)

    def fits(self, lifted: set[etree._Element]) -> bool:
        """Whether all of the block can stand between paragraphs."""
        holders = {paragraph.getparent() for paragraph in self.paragraphs}
        return self.closed and len(holders) == 1 and set(self.paragraphs) <= lifted | self.placed


def alone(root: etree._Element) -> list[etree._Element]:
    """The paragraphs that can go because the whole block of each of their statements stands like that.

    So a paragraph of `{% for %}` goes if that of its `{% endfor %}` does, and both stand in one body or cell.
    """
    lifted = {paragraph for paragraph in root.iter(PARAGRAPH) if _holds_statements_only(paragraph)}
    blocks = _blocks(root) if lifted else []
    while stuck := {p for block in blocks if not block.fits(lifted) for p in block.paragraphs} & lifted:
        lifted -= stuck
    return [paragraph for paragraph in root.iter(PARAGRAPH) if paragraph in lifted]


def _holds_statements_only(paragraph: etree._Element) -> bool:
    text = "".join(element.text or "" for element in paragraph.iter(TEXT))
    if "{%" not in text or tag_text.outside(text).strip() or paragraph.find(SECTION) is not None:
        return False
    tags = [tag for tag in tag_text.tags(text) if not tag.startswith("{#")]
    return all(_is_plain_statement(tag) for tag in tags) and all(
        child.tag in _SILENT for child in _contents(paragraph)
    )


def _is_plain_statement(tag: str) -> bool:
    return tag_text.word(tag) in _STATEMENTS and tag_text.placement(tag) in ("", "p")


def _contents(element: etree._Element) -> Iterator[etree._Element]:
    """What a paragraph holds, without what its properties hold."""
    for child in element:
        yield child
        if child.tag == RUN:
            yield from child


def _blocks(root: etree._Element) -> list[_Block]:
    """The blocks of a part, also those that never close and what closes none."""
    blocks: list[_Block] = []
    unclosed: list[_Block] = []
    for paragraph, tag in _statements(root):
        word = tag_text.word(tag)
        if word in OPENING or word in _SINGLE or not unclosed:
            blocks.append(_Block(word, closed=word in _SINGLE))
            if word in OPENING:
                unclosed.append(blocks[-1])
            blocks[-1].add(paragraph, tag)
            continue
        unclosed[-1].add(paragraph, tag)
        if word == f"end{unclosed[-1].opening}":
            unclosed.pop().closed = True
    return blocks


def _statements(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for text in root.iter(TEXT):
        if text.text and "{%" in text.text:
            paragraph = next(text.iterancestors(PARAGRAPH), None)
            tags = [tag for tag in tag_text.tags(text.text) if tag_text.word(tag) in _STATEMENTS]
            if paragraph is not None:
                yield from ((paragraph, tag) for tag in tags)
