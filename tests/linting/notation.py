"""Texts for rules as lines that a person writes: a clause a line, deeper ones indented.

`Article 1 # Scope` is a clause with a label and a heading, `1. words` one with a label, `words` one without;
`{Article 2}` cites the clause of that label, `[[words]]` is a comment of somebody, and `[+words+]` and
`[-words-]` are tracked changes. A line that begins with one of `NAMES` and a colon is another part of the
text or says what the text is; `Annex A # Heading` at the left begins an annex. What a rule must mark stands
in `⟦…⟧`; an empty one asks for a mark of that clause, and one in a line `Document:` for a mark of no clause.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from treatydraft.document import tree
from treatydraft.facts import vocabulary_of
from treatydraft.linting import Stage, Text
from treatydraft.packs import find_vocabulary

# What the text is, then the parts around its body.
_SETTINGS: Final = ("Register", "Stage", "Parties", "Stated", "Format", "Form", "Status", "Document")
_PARTS: Final = ("Title", "Preamble", "Recital", "Enacting", "Testimonium", "Signature")
NAMES: Final = (*_SETTINGS, *_PARTS)
_LABEL: Final = r"(?:Article|Part|Section|Chapter|Annex) [\w–-]+[.:]?|Annex|\w{1,3}[.)]|\(\w{1,4}\)|[•–-]"
_LINE: Final = re.compile(rf"(?P<indent> *)(?:(?P<label>{_LABEL}) )?(?P<heading># )?(?P<words>.*)")
_NAMED: Final = re.compile(rf"(?P<name>{'|'.join(NAMES)}): ?(?P<words>.*)")
_MARK: Final = re.compile(r"⟦(.*?)⟧")
_SPECIAL: Final = re.compile(
    r"(?<![{$])\{(?P<cited>[^{}%#]*)\}(?!\})|\[\[(?P<comment>.*?)\]\]"
    r"|\[(?P<sign>[+-])(?P<change>.+?)(?P=sign)\]"
)
_EMPTY: Final = tree.Clause("paragraph", "")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a rule must mark: words of a clause, or the whole clause where there are none."""

    clause: str
    words: str


@dataclass
class _Draft:
    """A text as far as it has been read."""

    settings: dict[str, str] = field(default_factory=dict)
    parts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # name → ids and words
    lines: list[tuple[str, re.Match[str]]] = field(default_factory=list)  # of body and annexes
    stated: dict[str, tuple[str, ...]] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)


def text_of(source: str) -> tuple[Text, tuple[Expected, ...]]:
    """The text that the lines are, and what must be marked in it."""
    draft = _Draft()
    for number, line in enumerate(source.strip("\n").splitlines()):
        if line.strip():
            _take(draft, line, number)
    stage: Stage = draft.settings.get("Stage", "draft")  # type: ignore[assignment]
    vocabulary = vocabulary_of(find_vocabulary("security-agreement"))
    return Text(_document(draft), vocabulary, stage, draft.stated or None), tuple(draft.expected)


def _take(draft: _Draft, line: str, number: int) -> None:
    bare = _MARK.sub(r"\1", line)
    named = _NAMED.fullmatch(bare)
    identity = _identity(named["name"], number) if named else f"x/{number}"
    draft.expected += [Expected(identity, found[1]) for found in _MARK.finditer(line)]
    if not named:
        found = _LINE.fullmatch(bare)
        assert found
        draft.lines.append((identity, found))
    elif named["name"] == "Stated":
        path, _, value = named["words"].partition(" = ")
        draft.stated[path] = (value,)
    elif named["name"] in _SETTINGS:
        draft.settings[named["name"]] = named["words"]
    else:
        draft.parts.setdefault(named["name"], []).append((identity, named["words"]))


def _identity(name: str, number: int) -> str:
    if name == "Title":
        return "title"
    return f"{name.lower()}/{number}" if name in _PARTS else ""


# --- The document -----------------------------------------------------------------------------------------


def _document(draft: _Draft) -> tree.Document:
    labels = {line["label"].rstrip(".:"): name for name, line in draft.lines if line["label"]}
    first = next((n for n, (_, line) in enumerate(draft.lines) if _is_annex(line)), len(draft.lines))
    title = draft.parts.get("Title", [("", "Agreement between Norland and Sudland on Fisheries")])
    signatures = draft.parts.get("Signature", [])
    return tree.Document(
        id="x",
        form=draft.settings.get("Form", "agreement"),
        register=draft.settings.get("Register", "binding"),  # type: ignore[arg-type]
        title=_pieces(title[0][1], labels),
        short_title="",
        parties=tuple(_parties(draft.settings.get("Parties", "Norland; Sudland"))),
        preamble=tree.Preamble(
            _one(draft, "Preamble", labels),
            tuple(
                tree.Clause("recital", name, text=_pieces(words, labels))
                for name, words in draft.parts.get("Recital", [])
            ),
            _one(draft, "Enacting", labels),
        ),
        body=tuple(_forest(draft.lines[:first], labels)),
        closing=tree.Closing(
            tree.Clause(
                "testimonium",
                "testimonium",
                children=tuple(
                    tree.Clause("testimonium", name, text=_pieces(words, labels))
                    for name, words in draft.parts.get("Testimonium", [])
                ),
            ),
            tuple(_block(name, words) for name, words in signatures),
        ),
        annexes=tuple(_forest(draft.lines[first:], labels)),
        marking=tree.Marking(status=draft.settings.get("Status", "")),
        received=tree.Received(format=draft.settings.get("Format", "")),
    )


def _is_annex(line: re.Match[str]) -> bool:
    return not line["indent"] and (line["label"] or "").startswith("Annex") and bool(line["heading"])


def _parties(names: str) -> Iterator[tree.Party]:
    """`the Kingdom of Norland = Norland; Sudland`: names, each with its short form where it has one."""
    for number, name in enumerate(filter(None, map(str.strip, names.split(";"))), start=1):
        long, _, short = name.partition(" = ")
        yield tree.Party(f"P{number}", long, short or long)


def _one(draft: _Draft, name: str, labels: Mapping[str, str]) -> tree.Clause:
    found = draft.parts.get(name, [])
    kind: tree.Kind = "preamble" if name == "Preamble" else "paragraph"
    return tree.Clause(kind, found[0][0], text=_pieces(found[0][1], labels)) if found else _EMPTY


def _block(name: str, words: str) -> tree.SignatureBlock:
    """`For Norland: | Name | Office`."""
    first, *lines = (part.strip() for part in words.split("|"))
    pairs = [(lines[at], lines[at + 1] if at + 1 < len(lines) else "") for at in range(0, len(lines), 2)]
    signatories = tuple(
        tree.Signatory((tree.Text(one),) if one else (), (tree.Text(office),) if office else ())
        for one, office in pairs
    )
    return tree.SignatureBlock(name, "", (tree.Text(first),), signatories)


def _forest(
    lines: Sequence[tuple[str, re.Match[str]]], labels: Mapping[str, str], deep: int = 0
) -> Iterator[tree.Clause]:
    at = 0
    while at < len(lines):
        indent = len(lines[at][1]["indent"])
        end = next((n for n in range(at + 1, len(lines)) if len(lines[n][1]["indent"]) <= indent), len(lines))
        under = tuple(_forest(lines[at + 1 : end], labels, deep + 1))
        yield _clause(*lines[at], labels, under, deep)
        at = end


def _clause(
    name: str, line: re.Match[str], labels: Mapping[str, str], under: tuple[tree.Clause, ...], deep: int
) -> tree.Clause:
    label = line["label"] or ""
    if line["heading"]:
        word = label.partition(" ")[0].lower()
        kind: tree.Kind = word if word in ("part", "section", "chapter", "annex") else "article"  # type: ignore[assignment]
        return tree.Clause(kind, name, label=label, heading=line["words"], children=under)
    kinds: tuple[tree.Kind, ...] = ("paragraph", "paragraph", "subparagraph", "item")
    return tree.Clause(
        kinds[min(deep, 3)], name, label=label, text=_pieces(line["words"], labels), children=under
    )


def _pieces(words: str, labels: Mapping[str, str]) -> tuple[tree.Inline, ...]:
    pieces: list[tree.Inline] = []
    at = 0
    for found in _SPECIAL.finditer(words):
        pieces.append(tree.Text(words[at : found.start()]))
        if found["comment"] is not None:
            pieces.append(tree.Note((tree.Text(found["comment"]),), "comment"))
        elif found["change"] is not None:
            kind: tree.RevisionKind = "inserted" if found["sign"] == "+" else "deleted"
            pieces.append(tree.Revision(kind, (tree.Text(found["change"]),)))
        else:
            pieces.append(tree.Reference(labels[found["cited"]], found["cited"]))
        at = found.end()
    pieces.append(tree.Text(words[at:]))
    return tuple(piece for piece in pieces if not isinstance(piece, tree.Text) or piece.text)
