"""Find the tags in a text as it was typed, and write each as Jinja reads it, without Word's typography."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_OPENER = re.compile(r"\{[{%#]")
_EDGE = re.compile(r"\{[{%#]|[}%#]\}")
_CLOSER = re.compile(r"[}%]\}")
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}

_STRAIGHT = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*\"""", re.DOTALL)

# What may close a literal, by what opens it: in order of preference, the nearest of a group.
_QUOTES = {
    '"': ('"', "”“"), "'": ("'", "’‘"),
    "“": ("”", "“", '"'), "”": ("”", "“", '"'), "„": ("“”", '"'), "‟": ("”", "“"),
    "‘": ("’", "‘", "'"), "’": ("’", "‘", "'"), "‚": ("‘’", "'"), "‛": ("’", "'"),
    "«": ("»",), "»": ("«»",), "‹": ("›",), "›": ("‹›",),
    "「": ("」",), "『": ("』",),
}  # fmt: skip
_APOSTROPHES = "’‘"
# French and German typography sets blanks inside these; they are no part of what is quoted.
_SPACED_QUOTES = "«»‹›"
_BLANKS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\t\n\r"
)
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_DASHES = "‐‑‒–—―−"
_PLAIN = {
    **{ord(blank): " " for blank in _BLANKS},
    **{ord(nothing): None for nothing in _INVISIBLE},
    **{ord(dash): "-" for dash in _DASHES},
}
_QUOTE_MARKS = re.escape("".join(_QUOTES))
_STEP = re.compile(rf"[{{}}%{_QUOTE_MARKS}]")
# Most tags hold neither quotes nor braces, so that they end where they first can, or nothing to make plain.
_SIMPLE = re.compile(rf"\{{\{{[^{{}}{_QUOTE_MARKS}]*\}}\}}|\{{%[^{{}}{_QUOTE_MARKS}]*%\}}")
_STRAIGHT_MARKS = "'\""
_TYPOGRAPHY = re.compile(
    f"[{re.escape('{}' + _BLANKS + _INVISIBLE + _DASHES + ''.join(_QUOTES).strip(_STRAIGHT_MARKS))}]"
)
# docxtpl makes these straight wherever they stand in a tag, which would end the literal that holds them.
_CURLY = re.compile(r"\\([“”‘’])|\\.|[“”‘’]", re.DOTALL)
_COMMENTED = str.maketrans("{}", "()")

# Braces that are words and no tag. `unescape` writes them as references, which Jinja does not see.
_LITERAL = {"{": "\U0010fa7b", "}": "\U0010fa7d"}
_NEUTRAL = str.maketrans(_LITERAL)
_REFERENCES = str.maketrans({mark: f"&#{ord(brace)};" for brace, mark in _LITERAL.items()})
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9a-fA-F]+));")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

# `{{p }}` and `{{r | upper }}` print a variable of that name.
_PLACED = re.compile(r"\{(?:[{%][-+]?(p|tr|tc|r)|#-?(p|tr|tc))\s+(?![|.=]|[-+]?[}%#]\}$)")
_WORD = re.compile(r"\{%[-+]?\s*(?:(?:p|tr|tc|r)\s+)?(\w+)\s*(.*?)\s*[-+]?%\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a tag stands in a text; one that is never closed ends after its two opening characters."""

    start: int
    end: int
    closed: bool


@lru_cache(maxsize=4096)  # each text is read several times, to repair it and to lift what it holds
def spans(text: str) -> tuple[Span, ...]:
    """The tags of a text, in order."""
    return tuple(_spans(text)) if _OPENER.search(text) else ()


def _spans(text: str) -> Iterator[Span]:
    at = 0
    while found := _OPENER.search(text, at):
        start = found.start()
        simple = _SIMPLE.match(text, start)
        end = simple.end() if simple else _end(text, start) or _hasty_end(text, start)
        at = end or start + 2
        yield Span(start, at, closed=bool(end))


def tags(text: str) -> list[str]:
    """The tags of a text that close, as they are written."""
    return [text[span.start : span.end] for span in spans(text) if span.closed]


def outside(text: str) -> str:
    """What remains of a text without its tags."""
    kept, at = [], 0
    for span in spans(text):
        kept.append(text[at : span.start])
        at = span.end if span.closed else span.start
    return "".join([*kept, text[at:]])


def cleaned(tag: str) -> str:
    """The same tag as Jinja and docxtpl read it rightly."""
    opener, inside, closer = tag[:2], tag[2:-2], tag[-2:]
    if opener == "{#":
        return f"{{#{inside.translate(_COMMENTED)}#}}" if _EDGE.search(inside) else tag
    if not _TYPOGRAPHY.search(inside):
        return tag
    pieces = _pieces(inside)
    inside = "".join(_straight(piece) if quoted else _plain(piece) for quoted, piece in pieces)
    # Braces of a dictionary beside those of the tag: Jinja counts them, docxtpl's patterns do not.
    before = " " if inside.startswith("{") else ""
    after = " " if inside.endswith("}") else ""
    return f"{opener}{before}{inside}{after}{closer}"


def has_ellipsis(tag: str) -> bool:
    """Whether three dots have become one character where no text is quoted."""
    return (
        not tag.startswith("{#")
        and "…" in tag
        and any("…" in piece for quoted, piece in _pieces(tag[2:-2]) if not quoted)
    )


def has_edge(text: str) -> bool:
    """Whether a text holds what opens or closes a tag."""
    return _EDGE.search(text) is not None


def neutral(text: str) -> str:
    """The same words with braces that nothing takes for a tag; `unescape` gives them back."""
    return text.translate(_NEUTRAL)


def unescape(xml: str) -> str:
    """Give tags the characters that XML has escaped in them, and words their braces as references."""
    xml = _TAG.sub(lambda tag: _ENTITY.sub(_character, tag[0]) if "&" in tag[0] else tag[0], xml)
    return xml.translate(_REFERENCES)


def placement(tag: str) -> str:
    """What a tag stands for besides its words: `p`, `tr`, `tc` or `r`; empty where it is a plain one."""
    found = _PLACED.match(tag)
    return "" if found is None else found[1] or found[2]


def unplaced(tag: str) -> str:
    """The tag without its letter; nor does it strip blanks any more, since none stand beside it."""
    found = _PLACED.match(tag)
    if found is None:
        return undashed(tag) if tag.startswith("{%") else tag
    inside = tag[found.end() : -2]
    if not tag.startswith("{#"):
        inside = inside.removesuffix("-").removesuffix("+")
    return f"{tag[:2]} {inside}{tag[-2:]}"


def undashed(tag: str) -> str:
    """The tag without the dashes with which it strips blanks or joins paragraphs."""
    inside = tag[2:-2]
    return f"{tag[:2]}{inside.removeprefix('-').removesuffix('-')}{tag[-2:]}"


def word(tag: str) -> str:
    """The keyword of a statement: `for`, `endif`; `set` with a value is `set =`; empty for what is none."""
    found = _WORD.fullmatch(tag)
    if found is None:
        return ""
    return "set =" if found[1] == "set" and "=" in found[2] else found[1]


def argument(tag: str) -> str:
    """What follows the keyword of a statement."""
    found = _WORD.fullmatch(tag)
    return "" if found is None else found[2]


def _end(text: str, start: int) -> int:
    closer = _CLOSERS[text[start : start + 2]]
    if closer == "#}":
        return text.find(closer, start + 2) + len(closer) if closer in text[start + 2 :] else 0
    at, depth = start + 2, 0
    while (step := _STEP.search(text, at)) and not _opens(text, step.start(), start + 2):
        at = step.start()
        if depth == 0 and text.startswith(closer, at):
            return at + len(closer)
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at = _literal_end(text, at) or at + 1
    return 0


def _opens(text: str, at: int, start: int) -> bool:
    # `{{{'a': 1}` opens a dictionary and no second tag.
    return at > start and _OPENER.match(text, at) is not None


def _hasty_end(text: str, start: int) -> int:
    """Where a tag whose quotes or braces do not fit ends: Jinja shall say what is wrong in it."""
    closer = _CLOSERS[text[start : start + 2]]
    following = _OPENER.search(text, start + 3)
    found = text.find(closer, start + 2, following.start() if following else len(text))
    return found + len(closer) if found >= 0 else 0


def _literal_end(text: str, at: int) -> int:
    """Where the literal that opens here ends, 0 where none does."""
    for closers in _QUOTES.get(text[at], ()):
        end = _straight_end(text, at) if closers == text[at] in "'\"" else _curly_end(text, at, closers)
        if end:
            return end
    return 0


def _straight_end(text: str, at: int) -> int:
    found = _STRAIGHT.match(text, at)
    if found is None:
        return 0
    # An apostrophe in one tag and another in the next are no literal.
    edge = _CLOSER.search(found[0])
    return 0 if edge and _OPENER.search(found[0], edge.end()) else found.end()


def _curly_end(text: str, at: int, closers: str) -> int:
    edge = _CLOSER.search(text, at)
    places = [i for i in range(at + 1, edge.start() if edge else len(text)) if text[i] in closers]
    ends = [i for i in places if not (text[i] in _APOSTROPHES and text[i + 1 : i + 2].isalnum())]
    return next(iter(ends or places), -1) + 1


def _pieces(inside: str) -> list[tuple[bool, str]]:
    """The inside of a tag in pieces, and of each whether it is a literal."""
    pieces, at, begin = [], 0, 0
    while step := _STEP.search(inside, at):
        at = step.start()
        end = _literal_end(inside, at)
        if end:
            pieces += [(False, inside[begin:at]), (True, inside[at:end])]
            begin = end
        at = end or at + 1
    return [*pieces, (False, inside[begin:])]


def _plain(piece: str) -> str:
    return re.sub(r"\}(?=\})", "} ", piece.translate(_PLAIN))


def _straight(literal: str) -> str:
    """A literal between straight quotes, what it holds unchanged."""
    quote, inside = literal[0], literal[1:-1]
    if quote in _SPACED_QUOTES:
        inside = inside.strip(f" {_BLANKS}")
    if quote not in "'\"" or literal[-1] != quote:
        quote = "'" if '"' in inside and "'" not in inside else '"'
        inside = re.sub(rf"(?<!\\){quote}", rf"\\{quote}", inside)
    inside = _CURLY.sub(_escaped_quote, inside)
    if _EDGE.search(inside):
        inside = inside.replace("{", r"\x7b").replace("}", r"\x7d")
    return f"{quote}{inside}{quote}"


def _escaped_quote(found: re.Match[str]) -> str:
    quote = found[1] or found[0]
    return quote if len(quote) > 1 else f"\\u{ord(quote):04x}"


def _character(entity: re.Match[str]) -> str:
    if entity[1]:
        return _ENTITIES[entity[1]]
    return chr(int(entity[2]) if entity[2] else int(entity[3], 16))
