"""Footnotes in Markdown, `[^1]` and `[^1]: text`, as GitHub and pandoc know them and CommonMark does not."""

import re
from html import escape
from typing import Final
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

_NOTES: Final = "footnotes"  # in the environment of a run: by their names, the sources of the notes
_DEFINITION: Final = re.compile(r"\[\^([^\]\s]{1,100})\]:[ \t]*")
_CALL: Final = re.compile(r"\[\^([^\]\s]{1,100})\]")
_INDENT: Final = 4  # of the further paragraphs of a note


def environment() -> EnvType:
    """Where a run keeps its footnotes."""
    return {_NOTES: {}}


def with_footnotes(parser: MarkdownIt) -> MarkdownIt:
    """A parser that knows footnotes: it collects those that are defined and links those that are called."""
    parser.block.ruler.before(
        "reference", "footnote_definition", _definition, {"alt": ["paragraph", "reference"]}
    )
    parser.inline.ruler.before("link", "footnote_call", _call)
    parser.add_render_rule("footnote_call", _printed_call)
    return parser


def printed_notes(parser: MarkdownIt, env: EnvType) -> str:
    """The notes that were collected, as HTML; what looks like a definition inside one is text of it."""
    parser.disable(["footnote_definition", "reference"])
    notes = (
        f'<div id="{_anchor(name)}">{parser.render(source, env)}</div>'
        for name, source in env[_NOTES].items()
    )
    return f'<section class="footnotes">{"".join(notes)}</section>'


def _anchor(name: str) -> str:
    return escape(f"footnote {name}")  # with a space, which keeps it apart from what others name


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - as called
    first = state.bMarks[start] + state.tShift[start]
    found = _DEFINITION.match(state.src, first, state.eMarks[start])
    if found is None:
        return False
    if silent:
        return True
    after = _end(state, start + 1, end)
    rest = state.getLines(start + 1, after, state.blkIndent + _INDENT, keepLastLF=False)
    source = state.src[found.end() : state.eMarks[start]] + "\n" + rest
    known = state.env[_NOTES]
    known[found[1]] = f"{known[found[1]]}\n\n{source}" if found[1] in known else source
    state.line = after
    return True


def _end(state: StateBlock, line: int, end: int) -> int:
    """The line after a note: it runs on as a paragraph does, and over empty lines where it is set in."""
    last = line
    while line < end:
        if state.isEmpty(line):
            line += 1
            continue
        set_in = state.sCount[line] - state.blkIndent >= _INDENT
        if not set_in and (line > last or _opens_block(state, line, end)):
            break
        line += 1
        last = line
    return last


def _opens_block(state: StateBlock, line: int, end: int) -> bool:
    rules = state.md.block.ruler.getRules("paragraph")
    return state.sCount[line] < state.blkIndent or any(rule(state, line, end, True) for rule in rules)  # noqa: FBT003


def _call(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as called
    found = _CALL.match(state.src, state.pos, state.posMax)
    if found is None or found[1] not in state.env[_NOTES]:
        return False
    if not silent:
        token = state.push("footnote_call", "", 0)
        token.content = found[1]
    state.pos = found.end()
    return True


def _printed_call(
    _self: RendererHTML, tokens: list[Token], place: int, _options: OptionsDict, _env: EnvType
) -> str:
    name = tokens[place].content
    return f'<sup><a href="#{quote(f"footnote {name}")}" role="doc-noteref">[^{escapeHtml(name)}]</a></sup>'
