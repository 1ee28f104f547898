"""What a text leaves open: gaps to fill, brackets to settle, and changes that nobody has accepted."""

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from treatydraft.document import tree
from treatydraft.linting.finding import Part
from treatydraft.linting.text import Passage, Span, Text

Place: TypeAlias = tuple[Passage, Span, Part]

_THING: Final = (
    r"(?:insert|fill in|enter|complete|add|specify)\b[^\]()]{0,80}|(?:the )?(?:date|name|place|title"
    r"|office|number"
    r"|amount|sum|city|country|state|party|day|month|year|period|signature|address|text|figure|language|currency)"
    r"(?:s|\(s\))?(?: (?:of|and|or|in|to)\b[^\])]{0,60})?|blank|gap|open|empty|pending|unknown"
    r"|tb[dcaf]|todo|n/?a"
    r"|to (?:be|follow|come)(?: (?:determined|decided|defined|confirmed|inserted|added|completed"
    r"|agreed|specified"
    r"|filled in|discussed|advised|announced|provided|supplied|named|negotiated))?\b[^\])]{0,60}"
    r"|placeholder|(?:party|state|country|name) [a-z0-9]"
)
_NAMED: Final = (
    r"(?:insert|fill in|enter)\b[^\]()]{0,80}|(?:date|name|place|title|office|signature|blank)(?:s|\(s\))?"
    r"|(?:name|date|place) (?:and|or) (?:name|title|office|place|date)|tb[dcaf]|to be (?:determined"
    r"|decided|defined"
    r"|confirmed|inserted|added|completed|agreed|specified|filled in|advised|announced)[^()]{0,30}"
)
_UNITS: Final = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|euros?|dollars?|million|billion|per cent|percent|%)"
)
_GAP: Final = re.compile(
    # In brackets: marks, dots or the name of what belongs there.
    rf"\[\s*(?:[●•■◆*_.…?xXnN#–-]{{0,20}}|{_THING})\s*\]"
    rf"|\(\s*(?:[●•■*_?]{{1,20}}|\.{{2,20}}|…{{1,9}}|{_NAMED})\s*\)|<<?(?:{_THING}|\w+(?: \w+){{0,3}})>>?"
    # Marks alone.
    r"|●+|■+|◆+|_{2,}|\.{4,}|…[.…]+|(?:\. ){3,}\.?|\?{2,}|#{3,}|@{2,}|\*{3,}|%{2,}|\ufffd+"
    # Words that only stand in a gap.
    r"|\btb[dcaf]\b|\bt\.b\.[dcaf]\b\.?|\bto ?do\b:|\bTODO\b|\bFIXME\b|\bXXX+\b|\bxx+\b"
    r"|\blorem ipsum\b[\w .,]{0,60}"
    r"|\bN\. ?N\.|\bplaceholder\b|\b(?:insert|fill in|enter|type) (?:here|(?:the )?(?:name|date|text"
    r"|place)s? here)\b"
    r"|\bclick (?:or tap )?(?:here )?to enter [\w ]{1,12}|\bclick (?:or tap )?here\b|\bchoose an item\b\.?"
    r"|\bto be (?:inserted|filled in|completed) (?:here|later)\b|\bdummy text\b|\bsample text\b"
    # Dates and numbers with a hole.
    r"|\b(?:19|20)(?:\d?[_?xX…]+|\d?\.\.+)|\b(?:DD|JJ)[./ -](?:MM|Month)[./ -](?:YYYY|YY|AAAA)\b|\bYYYY\b"
    rf"|(?<=\s)(?:[XYN]|…|\.{{3}}) {_UNITS}(?!\w)|(?:\b(?:EUR|USD|GBP)|[€$£]) ?(?:[XYN]+|…|\.{{3}})(?!\w)"
    r"|\bday of (?:…|\.{3})|\bon (?:…|\.{3})(?= (?:\d{4}|in\b|at\b))|\b(?:at|in) (?:…|\.{3})(?=,? on\b)",
    re.IGNORECASE,
)
_SIGNS: Final = re.compile(r"[\[<●■◆@_?#*%…\ufffd]")
_TOLD: Final = (
    "tbd", "tbc", "tba", "tbf", "t.b.", "xx", "yy", "todo", "to do:", "fixme", "n.n", "n. n", "lorem",
    "placeholder",
    "insert here", "name here", "date here", "text here", "place here", "fill in here", "type here",
    "enter here",
    "(insert", "(fill", "(enter", "(date", "(name", "(place", "(title", "(office", "(signature", "(blank",
    "(tb", "(to be", "(•", "(..", "....", ". . .",  "0..", "1..", "2..", "3..", "4..", "...",
    "click", "choose an item", "dummy", "sample text", "be inserted", "be filled in", "be completed",
    "dd.", "dd/", "dd-", "dd ", "jj.", "jj/", "eur x", "usd x", "gbp x", "eur n", "usd n", "gbp n",
    "€x", "€ x",
    "$x", "$ x", "£x", "£ x", "20x", *(f" {gap} {unit}" for gap in "xyn" for unit in ("y", "m", "w",
    "d", "h", "e", "b", "p", "%")),
)  # fmt: skip
_ROMAN: Final = re.compile(
    r"\b(?:Articles?|Chapters?|Parts?|Sections?|Annex(?:es)?|Titles?|Volumes?|No\.?|paragraph|and|or|to|-)\s\Z",
    re.IGNORECASE,
)
_LINE: Final = re.compile(r"[_.…\s]+(?:\(?(?:signature|signed|name|date)\)?:?)?[_.…\s]*")
_FIGURE: Final = re.compile(r"\[\d{1,3}\]|\[sic\]", re.IGNORECASE)
_BRACKET: Final = re.compile(r"\[[^\[\]]*\]|［[^［］]*］|\[|\]|［|］")
_OMITTED: Final = re.compile(r"\[(?:…|\.\.\.|\w{1,2}|[Tt]he|sic)\]")


def placeholders(text: Text) -> Iterator[Place]:
    """Gaps that somebody has to fill, in words and headings."""
    labels = {passage.clause.label.rstrip(".:").rpartition(" ")[2] for passage in text.passages}
    told = tuple(word for word in _TOLD if word in text.lowered)
    for passage in text.passages:
        hinted = any(word in passage.lowered for word in told)
        parts: tuple[tuple[Part, str], ...] = (("heading", passage.clause.heading), ("text", passage.words))
        for part, words in parts:
            if words and (hinted or part == "heading" or _SIGNS.search(words)):
                for match in _GAP.finditer(words):
                    if _is_gap(passage, words, match, labels):
                        yield passage, match.span(), part


def _is_gap(passage: Passage, words: str, match: re.Match[str], labels: set[str]) -> bool:
    found = match[0]
    if passage.zone == "signature" and _LINE.fullmatch(words):
        return False  # the line to sign on
    if (found[0] in "…." or _OMITTED.fullmatch(found)) and _in_quotes(words, match):
        return False
    if found.lower() in ("xx", "xxx"):
        return not _is_roman(words, match, labels)
    if found.lower().startswith(("todo", "to do")):
        return found.startswith("TO") or (found[0] == "T" and match.start() == 0)
    if found.lower().startswith("n."):
        return found.isupper()
    return (
        not (found.startswith("(") and passage.zone == "annex" and found[1:2].isalpha()) or "insert" in found
    )


def _is_roman(words: str, match: re.Match[str], labels: set[str]) -> bool:
    """Whether it is twenty or thirty: `(xx)`, or `Article XX` where there is one or others wrote it."""
    if words[: match.start()].endswith("(") and words.startswith(")", match.end()):
        return True
    is_number = match[0].isupper() and _ROMAN.search(words[: match.start()])
    return bool(is_number) and (match[0] in labels or words.startswith(" of the ", match.end()))


def _in_quotes(words: str, match: re.Match[str]) -> bool:
    """Whether a quotation is open there: what is left out of it is no gap."""
    before = words[: match.start()]
    return any(before.count(first) > before.count(last) for first, last in ("“”", "«»", "‘’")) or (
        before.count('"') % 2 == 1
    )


def brackets(text: Text) -> Iterator[Place]:
    """Square brackets around words that are not agreed."""
    if "[" not in text.lowered and "]" not in text.lowered and "［" not in text.lowered:
        return
    gaps = {(passage.clause.id, part, span) for passage, span, part in placeholders(text)}
    for passage in text.passages:
        parts: tuple[tuple[Part, str], ...] = (
            ("label", passage.clause.label), ("heading", passage.clause.heading), ("text", passage.words)
        )  # fmt: skip
        for part, words in parts:
            for match in _BRACKET.finditer(words):
                where = (passage.clause.id, part, match.span())
                if where in gaps or _FIGURE.fullmatch(match[0]):
                    continue
                if not (_OMITTED.fullmatch(match[0]) and _in_quotes(words, match)):
                    yield passage, match.span(), part


def revisions(text: Text) -> Iterator[tuple[Passage, Span, tree.Revision]]:
    """Tracked changes, each with the words that it inserted; the span of a deletion is empty."""
    for passage in text.passages:
        yield from (
            (passage, span, piece)
            for span, piece in _pieces(passage.clause.text, 0)
            if isinstance(piece, tree.Revision)
        )


def comments(text: Text) -> Iterator[tuple[Passage, int, tree.Note]]:
    """What somebody remarked, and where in the words."""
    for passage in text.passages:
        for (start, _), piece in _pieces(passage.clause.text, 0):
            if isinstance(piece, tree.Note) and piece.kind == "comment":
                yield passage, start, piece


def _pieces(pieces: tuple[tree.Inline, ...], start: int) -> Iterator[tuple[Span, tree.Inline]]:
    """Each piece, those that are inside others too, with where its words stand in all."""
    for piece in pieces:
        length = len(tree.plain((piece,)))
        yield (start, start + length), piece
        if isinstance(piece, tree.Emphasis | tree.Revision):
            yield from _pieces(piece.parts, start)
        elif isinstance(piece, tree.Note):
            yield from (
                ((start, start), inner)
                for _, inner in _pieces(piece.parts, start)
                if isinstance(inner, tree.Revision)
            )
        start += length
