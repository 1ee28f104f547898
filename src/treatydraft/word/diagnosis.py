"""What is wrong in a template and where: each fault with its part, paragraph, cell and tag as it is typed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from jinja2 import TemplateSyntaxError

from treatydraft.sandbox import Sandbox, TemplateFault
from treatydraft.word.tags import Place, Repair, Tag

_TAG: Final = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_MARK: Final = re.compile(r"\{#@(\d+)#\}$")
_STRING: Final = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_RESERVED: Final = re.compile(r"(?<![\w.])_\w*")
_OPENING: Final = {"if", "for", "macro", "call", "filter"}
_STATEMENT: Final = re.compile(r"\{%[-+]?\s*(\w+)")
_ENDS_RAW: Final = re.compile(r"\{%[-+]?\s*endraw\b")
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Source:
    """A part as Jinja reads it; a comment `{#@7#}` before a tag says which of `tags` it is."""

    text: str
    where: str  # the file and the part, as messages call them
    tags: Sequence[Tag] = ()

    def fault(self, offset: int, message: str, hint: str = "") -> TemplateFault:
        """A fault of the tag at an offset, with its paragraph and cell."""
        sentence = message.strip().rstrip(".")
        if (tag := self.tag(offset)) is None:
            found = _TAG.match(self.text, offset)
            return TemplateFault(
                self.where, 0, f"{sentence}, in “{_short(found[0])}”" if found else sentence, hint
            )
        shown = "" if _short(tag.text) in tag.place.paragraph else f", at {_short(tag.text)}"
        return TemplateFault(self.where, 0, f"{sentence}{shown}{place(tag.place)}", hint)

    def tag(self, offset: int) -> Tag | None:
        """The tag at an offset as its author typed it; none for what was woven in."""
        mark = _MARK.search(self.text, max(0, offset - 16), offset)
        return self.tags[int(mark[1])] if mark else None


def marked(text: str, tags: Sequence[Tag], first: int) -> str:
    """The source of a part with a mark before each tag; the tags of the part are numbered from `first`."""
    pieces: list[str] = []
    position = index = 0
    keys = [_key(tag.source or tag.text) for tag in tags]
    for found in _TAG.finditer(text):
        number = next((n for n in range(index, len(keys)) if keys[n] == _key(found[0])), None)
        if number is not None and not _ENDS_RAW.match(found[0]):  # a comment before it would be printed
            pieces += [text[position : found.start()], f"{{#@{first + number}#}}"]
            position, index = found.start(), number + 1
    return "".join([*pieces, text[position:]])


def _key(tag: str) -> str:
    return re.sub(r"\s", "", tag)


def repair_faults(repaired: Repair, where: str) -> list[TemplateFault]:
    """What was found while the tags were put in order."""
    return [
        TemplateFault(where, 0, f"{fault.message}{place(fault.place)}", fault.hint)
        for fault in repaired.faults
    ]


def place(where: Place) -> str:
    """Where something stands, as the end of a sentence."""
    words = f", in “{where.paragraph}”" if where.paragraph else ""
    return f"{words} ({where.table})" if where.table else words


def reserved_names(tags: Sequence[Tag], where: str) -> list[TemplateFault]:
    """Names that begin with an underscore are ours."""
    faults = []
    for tag in tags:
        if found := _RESERVED.search(_STRING.sub("''", tag.source or tag.text)):
            message = f"{found[0]!r} is not allowed in a template: no name may begin with _"
            faults.append(TemplateFault(where, 0, f"{message}{place(tag.place)}"))
    return faults


def syntax_faults(environment: Sandbox, source: Source, error: TemplateSyntaxError) -> list[TemplateFault]:
    """Every tag that Jinja cannot read, and blocks that do not open and close."""
    found = [*_unreadable_tags(environment, source), *_unbalanced_blocks(source)]
    return found or [TemplateFault(source.where, 0, (error.message or "syntax error").rstrip("."))]


def _unreadable_tags(environment: Sandbox, source: Source) -> Iterator[TemplateFault]:
    for tag in _TAG.finditer(source.text):
        try:
            environment.compile(_alone(tag[0]), source.where, source.where)
        except TemplateSyntaxError as error:
            yield source.fault(tag.start(), error.message or "syntax error")


def _alone(tag: str) -> str:
    """A tag as a template of its own; one that only goes on with a block has nothing to be read."""
    found = _STATEMENT.match(tag)
    if found is None:
        return tag
    word = found[1]
    if word in _OPENING:
        return f"{tag}{{% end{word} %}}"
    if word == "elif":
        return f"{tag.replace('elif', 'if', 1)}{{% endif %}}"
    if word in ("else", "break", "continue") or word.startswith("end"):
        return ""
    if word == "set" and "=" not in tag:
        return f"{tag}{{% endset %}}"
    return tag


def _unbalanced_blocks(source: Source) -> Iterator[TemplateFault]:
    """Blocks that open and never close, and ends without a beginning."""
    open_blocks: list[tuple[str, re.Match[str]]] = []
    for tag in _TAG.finditer(source.text):
        found = _STATEMENT.match(tag[0])
        word = found[1] if found else ""
        if word in _OPENING or (word == "set" and "=" not in tag[0]):
            open_blocks.append((word, tag))
        elif word.startswith("end"):
            if open_blocks and open_blocks[-1][0] == word.removeprefix("end"):
                open_blocks.pop()
            else:
                yield source.fault(tag.start(), f"{_typed(source, tag)} ends no block that is open here")
    for word, tag in open_blocks:
        hint = f"add {{% end{word} %}} after what it holds"
        yield source.fault(tag.start(), f"{_typed(source, tag)} is never closed", hint)


def _typed(source: Source, found: re.Match[str]) -> str:
    tag = source.tag(found.start())
    return tag.text if tag else found[0]


def _short(words: str) -> str:
    """Words for a message, on one line and not too long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
