"""The Markdown of clause files and of a spec's own clauses: paragraphs, lists, emphasis and citations.

A paragraph or item may begin with `[#name]`, its stable name inside the clause. A list under a paragraph is
one level down. `*…*` sets words apart, and `[](#termination)` cites the clause of that name; words between
the brackets stand before the citation. What else Markdown knows has no place in a clause and is refused.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from treatydraft.document import tree
from treatydraft.drafting.phrases import merged, unmarked, unmarked_text

_REFUSED = {
    "heading_open": "a heading (# in front, = or - below; the field “heading” is for it)",
    "blockquote_open": "a quotation (>)",
    "table_open": "a table (|)",
    "fence": "a block of code (```)",
    "code_block": "a block of code (four spaces in front)",
    "code_inline": "code (`…`)",
    "hr": "a line across the page (---)",
    "image": "an image (![…](…))",
}
_READ = ["list", "emphasis", "escape", "link", "newline"]
_TO_REFUSE = ["heading", "lheading", "blockquote", "table", "fence", "code", "backticks", "hr", "image"]
_PARSER = MarkdownIt("zero").enable([*_READ, *_TO_REFUSE, "autolink"])
# Brackets as the name of a paragraph; what a loop prints there is a marker until it is resolved.
_NAME = re.compile(r"\[#([^\]\s]+)\]\s*")
_UNFIT = re.compile(r"[^a-z0-9.-]+")
_DEEPEST = 3  # paragraph, subparagraph, item


class MarkupError(ValueError):
    """Text that has no place in a clause; `line` counts from 0 in the text."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Block:
    """A paragraph or list item with the list below it."""

    name: str
    text: tuple[tree.Inline, ...]
    line: int
    children: list["Block"] = field(default_factory=list)


Literal = Callable[[str], tree.Inline]


def blocks(source: str, literal: Literal = tree.Text) -> list[Block]:
    """Read the structure of rendered clause text; raises `MarkupError` for a list without a paragraph."""
    top: list[Block] = []
    open_lists: list[list[Block]] = [top]
    expects_item = False
    for token in _PARSER.parse(source):
        line = token.map[0] if token.map else 0
        _refuse(token, line)
        match token.type:
            case "ordered_list_open" | "bullet_list_open":
                open_lists.append(_children_of_last(open_lists, line))
            case "ordered_list_close" | "bullet_list_close":
                open_lists.pop()
            case "list_item_open":
                expects_item = True
            case "inline":
                if len(open_lists) > 1 and not expects_item:
                    message = "an item of a list holds one paragraph; give the second one an item of its own"
                    raise MarkupError(message, line)
                open_lists[-1].append(_block(token, line, literal))
                expects_item = False
            case _:
                pass  # paragraphs open and close around their inline text
    return top


def _refuse(token: Token, line: int) -> None:
    if token.type in _REFUSED:
        raise MarkupError(f"{_REFUSED[token.type]} has no place in a clause", line)
    target = token.attrGet("href")
    if token.type == "link_open" and not str(target).startswith("#"):
        message = f"a link to “{target}” has no place in a clause; [](#termination) cites one"
        raise MarkupError(message, line)
    for part in token.children or ():
        _refuse(part, line)
        line += part.type == "softbreak"


def _children_of_last(open_lists: Sequence[list[Block]], line: int) -> list[Block]:
    if not open_lists[-1]:
        message = "a list needs a paragraph above it that leads into it"
        raise MarkupError(message, line)
    if len(open_lists) == _DEEPEST:
        message = "lists go two levels deep: subparagraphs and items"
        raise MarkupError(message, line)
    return open_lists[-1][-1].children


def _block(token: Token, line: int, literal: Literal) -> Block:
    name = ""
    children = list(token.children or ())
    if children and (found := _NAME.match(children[0].content)):
        name = _UNFIT.sub("-", unmarked_text(found[1]).lower()).strip("-")
        children[0].content = children[0].content[found.end() :]
    return Block(name, tuple(merged(_inline(children, literal))), line)


def _inline(tokens: Sequence[Token], literal: Literal) -> Iterator[tree.Inline]:
    position = 0
    while position < len(tokens):
        token = tokens[position]
        match token.type:
            case "text" | "text_special":
                yield from unmarked(token.content, literal)
            case "softbreak" | "hardbreak":
                yield literal(" ")
            case "em_open" | "strong_open":
                end = _closing(tokens, position)
                yield tree.Emphasis(tuple(merged(_inline(tokens[position + 1 : end], literal))))
                position = end
            case "link_open":
                end = _closing(tokens, position)
                yield from _citation(_target(token), list(_inline(tokens[position + 1 : end], literal)))
                position = end
            case _:
                pass  # the parser reads no other mark
        position += 1


def _citation(target: str, words: list[tree.Inline]) -> Iterator[tree.Inline]:
    """A citation; the author's own words for it stand before it: `the funds clause (Article 3)`."""
    if words:
        yield from (*words, tree.Text(" ("), tree.Reference(target), tree.Text(")"))
    else:
        yield tree.Reference(target)


def _target(token: Token) -> str:
    return str(token.attrGet("href") or "").removeprefix("#")


def _closing(tokens: Sequence[Token], position: int) -> int:
    depth = 0
    for index in range(position, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens)
