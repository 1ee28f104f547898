"""Read Markdown as lines: CommonMark with tables and footnotes, on the way over the HTML that it stands for.

HTML may stand inside Markdown, and our own writer uses some, so both are read by the same walk. What HTML
could not tell, the number that a list shows and the line of the source, goes along as `data-` attributes.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from lxml.html import defs
from markdown_it import MarkdownIt
from markdown_it.token import Token

from treatydraft.document import tree
from treatydraft.limits import current
from treatydraft.readers.encoding import decode
from treatydraft.readers.html_lines import Revisions, page_lines
from treatydraft.readers.html_parsing import parsed
from treatydraft.readers.html_settings import BLOCKS
from treatydraft.readers.lines import ReadError, Reading
from treatydraft.readers.markdown_notes import environment, printed_notes, with_footnotes

_FRONT_MATTER: Final = re.compile(
    r"---[ \t]*\n((?:(?!---[ \t]*\n|\.\.\.[ \t]*\n).*\n){0,500})(?:---|\.\.\.)[ \t]*(?:\n|$)"
)
_TITLE: Final = re.compile(r"""^title:[ \t]*(?:"(.*)"|'(.*)'|(.*?))[ \t]*$""", re.MULTILINE)
_TAG: Final = re.compile(r"<(?=/?([A-Za-z][A-Za-z0-9-]*))")
# Those that hide words or swallow what follows, as GitHub's tag filter has them, and parts of a page.
_UNSAFE: Final = frozenset({
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext", "template",
    "noscript", "select", "option", "head", "body", "html", "frameset", "frame", "base", "button",
})  # fmt: skip
_RECENT: Final = frozenset({"ruby", "rt", "rp", "rb", "wbr", "time", "data", "mark", "bdi"})
_KNOWN: Final = (frozenset(defs.tags) | BLOCKS | _RECENT) - _UNSAFE
_OWN_COMMENT: Final = "treatydraft"
_SIGNS: Final = "*_`|<~&\\"
_SHOWN: Final = 60  # characters of a comment that a doubt quotes


def read_markdown(data: bytes, *, revisions: Revisions = "accepted") -> Reading:
    """Read a Markdown file; raises `ReadError` where that cannot be done."""
    decoded = decode(data)
    guesses = [tree.Doubt("the whole file", "", guess) for guess in decoded.guesses]
    _refuse_many(decoded.text)
    front = _FRONT_MATTER.match(decoded.text)
    skipped = front[0] if front else ""
    root = parsed(_page(decoded.text[len(skipped) :], skipped.count("\n")))
    if root is None:
        return Reading("md", (), doubts=tuple(guesses))
    page = page_lines(root, revisions)
    return Reading(
        "md",
        tuple(page.lines),
        headers=tuple(page.headers),
        footers=tuple(page.footers),
        title=_title(skipped),
        doubts=(*guesses, *_front_matter(skipped), *_comments(page.comments), *page.doubts),
    )


def _refuse_many(text: str) -> None:
    """The parser takes its time over each sign that may begin something."""
    limits = current()
    if text.count("[") > limits.markdown_brackets:
        raise ReadError(f"the file has more than {limits.markdown_brackets:,} square brackets")
    if sum(map(text.count, _SIGNS)) > limits.markdown_signs:
        raise ReadError(f"the file has more than {limits.markdown_signs:,} signs of Markdown")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": current().markdown_depth})
    # What an agreement sets in by four spaces is a paragraph; code would lose its emphasis and numbers.
    return with_footnotes(parser.enable(["table", "strikethrough"]).disable("code"))


def _page(text: str, skipped: int) -> str:
    parser, env = _parser(), environment()
    tokens = parser.parse(text, env)
    deepest = current().markdown_depth
    if any(token.level >= deepest - 1 for token in tokens):  # the parser leaves out what lies deeper
        raise ReadError(f"lists or quotations are nested deeper than {deepest} levels; use fewer")
    for token in tokens:
        _prepare(token, skipped)
    _label_items(tokens)
    _set_headers(tokens)
    body = parser.renderer.render(tokens, parser.options, env) + printed_notes(parser, env)
    return f"<!DOCTYPE html><html><body>{body}</body></html>"


# --- Tokens -----------------------------------------------------------------------------------------------


def _prepare(token: Token, skipped: int) -> None:
    if token.map and token.nesting == 1:
        token.attrSet("data-line", str(token.map[0] + skipped + 1))
    for inner in (token, *(token.children or ())):
        if inner.type in ("html_block", "html_inline"):
            inner.content = _TAG.sub(_tag, inner.content)


def _tag(found: re.Match[str]) -> str:
    """The opening of a tag, or of words in angle brackets: `<insert date>` is a gap in a draft."""
    return "<" if found[1].lower() in _KNOWN else "&lt;"


def _label_items(tokens: Sequence[Token]) -> None:
    """Give each item the number that the source shows, as in `4)`."""
    open_lists: list[list[Token]] = []
    for place, token in enumerate(tokens):
        match token.type:
            case "ordered_list_open" | "bullet_list_open":
                open_lists.append([])
            case "list_item_open":
                open_lists[-1].append(token)
                if not token.info and _is_laid_out(tokens[place + 1 : place + 3]):
                    token.attrSet("data-label", "")
            case "ordered_list_close":
                _label_ordered(open_lists.pop())
            case "bullet_list_close":
                open_lists.pop()
            case _:
                pass


def _label_ordered(items: Sequence[Token]) -> None:
    numbers = [int(item.info) for item in items]
    if len(numbers) > 1 and len(set(numbers)) == 1:  # `1.` before each: whoever prints them counts
        numbers = list(range(numbers[0], numbers[0] + len(numbers)))
    for item, number in zip(items, numbers, strict=True):
        item.attrSet("data-label", f"{number}{item.markup}")


def _is_laid_out(inside: Sequence[Token]) -> bool:
    """Whether the bullet of an item is our own way to set a clause in: an anchor comes first."""
    inline = [token for token in inside if token.type == "inline"]
    written = [(child.type, child.content) for token in inline for child in (token.children or ())[:3]]
    kinds = [kind for kind, _ in written]
    return kinds == ["html_inline", "html_inline", "softbreak"] and written[0][1].startswith("<a id=")


def _set_headers(tokens: Sequence[Token]) -> None:
    """Quotations above the first heading are no text: so our own drafts are marked."""
    above = list(takewhile(lambda token: token.type != "heading_open", tokens))
    outer = [token for token in above if token.level == 0]
    if len(above) < len(tokens) and all(token.type.startswith("blockquote") for token in outer):
        for token in outer:
            token.tag = "header"


# --- What is no text --------------------------------------------------------------------------------------


def _title(front_matter: str) -> str:
    found = _TITLE.search(front_matter)
    return next(filter(None, found.groups()), "") if found else ""


def _front_matter(written: str) -> Iterator[tree.Doubt]:
    if written:
        shown = _shortened(written.strip("-. \n"))
        yield tree.Doubt("line 1", "", f"what stands above the text about the file is not read: “{shown}”")


def _comments(comments: Sequence[str]) -> Iterator[tree.Doubt]:
    for comment in comments:
        words = comment.strip()
        if words and not words.startswith(_OWN_COMMENT):
            yield tree.Doubt("the whole file", "", f"a comment is not read: “{_shortened(words)}”")


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + " …"
