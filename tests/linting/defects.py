"""Plant one defect in a clean draft, at a random place: what a slip of the pen or of the clipboard does.

Each kind says which rules must find it. A defect is planted in the tree, not in the words of a rule's texts.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from treatydraft.document import tree


@dataclass(frozen=True, slots=True)
class Planted:
    """A draft with one defect, and where it is: the ids of the clauses at which it may be found."""

    document: tree.Document
    clauses: tuple[str, ...]  # empty where the text as a whole is at fault


Plant: TypeAlias = Callable[[tree.Document, random.Random], Planted | None]


@dataclass(frozen=True, slots=True)
class Defect:
    """A kind of defect: its name, the rules of which one must find it, and how to plant it."""

    name: str
    rules: tuple[str, ...]
    plant: Plant
    register: tree.Register | None = None  # of the drafts in which it is one


# --- In words ---------------------------------------------------------------------------------------------


def _words(pattern: str, new: str, *, in_zones: Sequence[str] = ("body",), unless: str = "") -> Plant:
    """Replace a random match in one piece of one clause."""
    wanted = re.compile(pattern)
    left_out = re.compile(unless) if unless else None

    def plant(document: tree.Document, chance: random.Random) -> Planted | None:
        places = [
            (clause.id, number, match)
            for clause in _clauses(document, in_zones)
            if not (left_out and left_out.search(tree.plain(clause.text)))
            for number, piece in enumerate(clause.text)
            if isinstance(piece, tree.Text | tree.Value)
            for match in wanted.finditer(piece.text)
        ]
        if not places:
            return None
        where, number, match = chance.choice(places)
        return Planted(_with_words(document, where, number, match, match.expand(new)), (where,))

    return plant


def _clauses(document: tree.Document, zones: Sequence[str]) -> Iterator[tree.Clause]:
    found = {
        "preamble": (document.preamble.opening,),
        "recital": document.preamble.recitals,
        "enacting": (document.preamble.enacting,),
        "body": document.body,
        "closing": (document.closing.testimonium,),
    }
    for zone in zones:
        yield from tree.walk(found[zone])


def _with_words(
    document: tree.Document, where: str, number: int, match: re.Match[str], new: str
) -> tree.Document:
    def change(clause: tree.Clause) -> tree.Clause:
        if clause.id != where:
            return clause
        piece = clause.text[number]
        assert isinstance(piece, tree.Text | tree.Value)
        changed = replace(piece, text=piece.text[: match.start()] + new + piece.text[match.end() :])
        return replace(clause, text=(*clause.text[:number], changed, *clause.text[number + 1 :]))

    return tree.map_clauses(document, change)


def _appended(words: str) -> Plant:
    """Add a sentence to a random paragraph that ends with one."""

    def plant(document: tree.Document, chance: random.Random) -> Planted | None:
        places = [one.id for one in _clauses(document, ("body",)) if tree.plain(one.text).endswith(".")]
        where = chance.choice(places)

        def change(clause: tree.Clause) -> tree.Clause:
            return replace(clause, text=(*clause.text, tree.Text(words))) if clause.id == where else clause

        return Planted(tree.map_clauses(document, change), (where,)) if places else None

    return plant


# --- In the structure -------------------------------------------------------------------------------------


def _among_children(
    change: Callable[[tuple[tree.Clause, ...], int], tuple[tree.Clause, ...]],
    *,
    fewest: int = 2,
    fits: Callable[[tree.Clause], bool] = lambda _: True,
) -> Plant:
    """Change the children of a random clause that has enough of them, at a random one."""

    def plant(document: tree.Document, chance: random.Random) -> Planted | None:
        parents = [
            one
            for one in tree.walk(document.body)
            if len(one.children) >= fewest and all(map(fits, one.children))
        ]
        if not parents:
            return None
        parent = chance.choice(parents)
        at = chance.randrange(1, len(parent.children))
        children = change(parent.children, at)

        def deep(clause: tree.Clause) -> tree.Clause:
            return replace(clause, children=children) if clause.id == parent.id else clause

        near = (parent.id, *(child.id for child in (*parent.children, *children)))
        return Planted(tree.map_clauses(document, deep), near)

    return plant


def _labelled(clause: tree.Clause) -> bool:
    return bool(re.search(r"\w", clause.label)) and not clause.heading


def _listed(clause: tree.Clause) -> bool:
    return (_labelled(clause) and tree.plain(clause.text)[-1:] in ";." and not clause.children) or tree.plain(
        clause.text
    ).endswith("; and")


def _same_label(children: tuple[tree.Clause, ...], at: int) -> tuple[tree.Clause, ...]:
    changed = replace(children[at], label=children[at - 1].label)
    return (*children[:at], changed, *children[at + 1 :])


def _left_out(children: tuple[tree.Clause, ...], at: int) -> tuple[tree.Clause, ...]:
    at = min(at, len(children) - 2)
    return (*children[:at], *children[at + 1 :])


def _emptied(children: tuple[tree.Clause, ...], at: int) -> tuple[tree.Clause, ...]:
    return (*children[:at], replace(children[at], text=(), children=()), *children[at + 1 :])


def _first_only(children: tuple[tree.Clause, ...], _at: int) -> tuple[tree.Clause, ...]:
    return children[:1]


def _other_label(children: tuple[tree.Clause, ...], at: int) -> tuple[tree.Clause, ...]:
    label = children[at].label.strip("().")
    new = f"{label}." if children[at].label.startswith("(") else f"({label})"
    return (*children[:at], replace(children[at], label=new), *children[at + 1 :])


def _without_heading(document: tree.Document, chance: random.Random) -> Planted | None:
    places = [number for number, one in enumerate(document.body) if one.heading and one.label]
    if len(places) < 3:
        return None
    at = chance.choice(places)
    body = (*document.body[:at], replace(document.body[at], heading=""), *document.body[at + 1 :])
    return Planted(replace(document, body=body), (document.body[at].id,))


# --- Parties, signatures, final clauses -------------------------------------------------------------------


def _blocks(change: Callable[[tuple[tree.SignatureBlock, ...]], tuple[tree.SignatureBlock, ...]]) -> Plant:
    def plant(document: tree.Document, _chance: random.Random) -> Planted | None:
        blocks = document.closing.signatures
        if len(blocks) < 2:
            return None
        changed = replace(document, closing=replace(document.closing, signatures=change(blocks)))
        return Planted(changed, ())

    return plant


def _swapped(blocks: tuple[tree.SignatureBlock, ...]) -> tuple[tree.SignatureBlock, ...]:
    return (blocks[1], blocks[0], *blocks[2:])


def _one_less(blocks: tuple[tree.SignatureBlock, ...]) -> tuple[tree.SignatureBlock, ...]:
    return blocks[:-1]


def _renamed(blocks: tuple[tree.SignatureBlock, ...]) -> tuple[tree.SignatureBlock, ...]:
    return (replace(blocks[0], text=(tree.Text("For the Republic of Austria:"),)), *blocks[1:])


def _unsigned(blocks: tuple[tree.SignatureBlock, ...]) -> tuple[tree.SignatureBlock, ...]:
    return (replace(blocks[0], signatories=()), *blocks[1:])


def _without(topic: str) -> Plant:
    """Take a final clause out, wherever it stands."""

    def plant(document: tree.Document, _chance: random.Random) -> Planted | None:
        if not any(one.topic == topic for one in tree.walk(document.body)):
            return None

        def kept(clause: tree.Clause) -> tree.Clause:
            return replace(clause, children=tuple(one for one in clause.children if one.topic != topic))

        body = tuple(kept(one) for one in document.body if one.topic != topic)
        return Planted(replace(document, body=body), ())

    return plant


def _commented(document: tree.Document, chance: random.Random) -> Planted | None:
    where = chance.choice([one.id for one in _clauses(document, ("body",)) if one.text])
    note = tree.Note((tree.Text("Is this agreed?"),), "comment", "the Legal Adviser")

    def change(clause: tree.Clause) -> tree.Clause:
        return replace(clause, text=(*clause.text, note)) if clause.id == where else clause

    return Planted(tree.map_clauses(document, change), (where,))


def _tracked(document: tree.Document, chance: random.Random) -> Planted | None:
    where = chance.choice([one.id for one in _clauses(document, ("body",)) if one.text])
    change = tree.Revision("inserted", (tree.Text(" and their successors"),), "the Legal Adviser")

    def deep(clause: tree.Clause) -> tree.Clause:
        return replace(clause, text=(change, *clause.text)) if clause.id == where else clause

    return Planted(tree.map_clauses(document, deep), (where,))


# --- All kinds --------------------------------------------------------------------------------------------

_BLANK: Final = r"(?<=[a-z]) (?=[a-z])"
_WORD: Final = r"\b[a-z]{5,}\b"

DEFECTS: Final[tuple[Defect, ...]] = (
    Defect("double space", ("TD906",), _words(_BLANK, "  ")),
    Defect("space before comma", ("TD907",), _words(r"(?<=[a-z]), (?=[a-z])", " , ")),
    Defect("no space after comma", ("TD907",), _words(r"(?<=[a-z]{3}), (?=[a-z]{3})", ",")),
    Defect("doubled full stop", ("TD910",), _words(r"(?<=[a-z])\.\Z", "..")),
    Defect("doubled comma", ("TD910",), _words(r"(?<=[a-z]), ", ",, ")),
    Defect("repeated word", ("TD909",), _words(r"\b(the|of|to|and|in|with) ", r"\1 \1 ")),
    Defect("look-alike letter", ("TD911",), _words(r"(?<=[b-z])a(?=[b-z])", "а")),
    Defect("words run together", ("TD919",), _words(r"\b(Ukraine|[Tt]he) (will|shall)\b", r"\1\2")),
    Defect("placeholder", ("TD901", "TD903"), _words(_WORD, "[●]")),
    Defect("to be done", ("TD901", "TD903"), _words(_WORD, "TBD")),
    Defect("line to fill in", ("TD901",), _words(_WORD, "______")),
    Defect("template marker", ("TD902",), _words(_WORD, "{{ party.name }}")),
    Defect("words in brackets", ("TD901", "TD903"), _words(r"\b([a-z]{5,})\b", r"[\1]")),
    Defect("bracket never closed", ("TD904",), _words(r"\b([a-z]{5,})\b", r"(\1")),
    Defect("bracket never opened", ("TD904",), _words(r"(?<=[a-z]), ", "), ", unless=r"\(")),
    Defect("comment left", ("TD913",), _commented),
    Defect("tracked change left", ("TD912",), _tracked),
    Defect("letter doubled", ("TD916",), _words(r"\bcooperation\b|\binformation\b", "informmation")),
    Defect("no full stop", ("TD914",), _words(r"(?<=[a-z])\.\Z", "")),
    Defect("and/or", ("TD201",), _words(r"(?<=[a-z]) and (?=[a-z])", " and/or ")),
    Defect("two negations", ("TD202",),
           _appended(" No activity shall begin unless the other side has not objected to it.")),
    Defect("his", ("TD204",), _appended(" The head of the delegation may send his deputy.")),
    Defect("chairman", ("TD204",), _appended(" The chairman calls the meeting.")),
    Defect("words and figures", ("TD501",), _words(r"\bsix months\b", "six (9) months")),
    Defect("figures and words", ("TD501",), _words(r"\bten years\b|\b10 years\b", "10 (twelve) years")),
    Defect("a day that is none", ("TD503",), _appended(" The first report is due on 31 June 2025.")),
    Defect("29 February of another year", ("TD503",), _appended(" It is due on 29 February 2026.")),
    Defect("wrong weekday", ("TD504",), _appended(" The first report is due on Monday, 1 July 2025.")),
    Defect("other spelling", ("TD509",), _words(r"\bdefence\b", "defense")),
    Defect("article that is not there", ("TD401", "TD402"), _appended(" Article 97 applies.")),
    Defect("paragraph that is not there", ("TD401", "TD411"),
           _appended(" This is subject to paragraph 47 of this Article.")),
    Defect("annex that is not there", ("TD406",), _appended(" The details are set out in Annex F.")),
    Defect("range reversed", ("TD405", "TD401", "TD402"), _appended(" Articles 5 to 3 apply.")),
    Defect("acronym", ("TD309",), _appended(" The GQFC shall be informed of it. The GQFC may object.")),
    Defect("defined twice", ("TD303",),
           _appended(" The competent authorities (hereinafter “the Authorities”) shall meet. The ministers"
                     " (hereinafter “the Authorities”) shall join them.")),
    Defect("defined and never used", ("TD302",),
           _appended(" The competent bodies (hereinafter “the Focal Points”) meet.")),
    Defect("parties in small letters", ("TD305", "TD713"),
           _words(r"\A(The )(Parties|Participants)\b", r"\1parties")),
    Defect("will where all shall", ("TD704",),
           _words(r"\b(Parties) shall (?=[a-z]{4})", r"\1 will "), "binding"),
    Defect("participants where all are parties", ("TD705",),
           _appended(" The Participants shall inform each other of it."), "binding"),
    Defect("shall where all will", ("TD701",), _words(r"\bwill (?=[a-z]{4})", "shall ",
           unless="prevail|terminat"), "political"),
    Defect("must where all will", ("TD701",), _words(r"\bwill (?=[a-z]{4})", "must ",
           unless="prevail|terminat"), "political"),
    Defect("undertake where all will", ("TD701", "TD702"),
           _appended(" The Participants undertake to report each year."), "political"),
    Defect("parties where all are participants", ("TD713",),
           _appended(" The Parties will inform each other of it."), "political"),
    Defect("force where it takes effect", ("TD712",),
           _appended(" This Agreement enters into force on signature."), "political"),
    Defect("agree where they decide", ("TD702", "TD703"),
           _appended(" The Participants agree to meet each year."), "political"),
    Defect("witness whereof", ("TD702", "TD703"),
           _appended(" In witness whereof the undersigned have signed it."), "political"),
    Defect("another country acts", ("TD604",), _words(r"\AUkraine (will|shall)\b", r"Uruguay \1")),
    Defect("blocks in another order", ("TD602",), _blocks(_swapped)),
    Defect("a block is missing", ("TD605",), _blocks(_one_less)),
    Defect("another party signs", ("TD601", "TD604"), _blocks(_renamed)),
    Defect("nobody signs", ("TD606",), _blocks(_unsigned)),
    Defect("three originals for two", ("TD608",),
           _words(r"\bduplicate\b", "triplicate", in_zones=("closing",))),
    Defect("entry into force is missing", ("TD801", "TD815"), _without("entry-into-force")),
    Defect("termination is missing", ("TD801", "TD808", "TD815"), _without("termination")),
    Defect("number twice", ("TD101",), _among_children(_same_label, fits=_labelled)),
    Defect("number missing", ("TD102",), _among_children(_left_out, fewest=3, fits=_labelled)),
    Defect("clause without words", ("TD111",), _among_children(_emptied, fits=_labelled)),
    Defect("list of one", ("TD104",), _among_children(_first_only, fits=_listed)),
    Defect("label of another style", ("TD107",), _among_children(_other_label, fewest=3, fits=_labelled)),
    Defect("no heading", ("TD108",), _without_heading),
    Defect("item ends unlike the others", ("TD106",), _words(r";\Z", ".")),
    Defect("no and before the last item", ("TD105",), _words(r"; and\Z", ";")),
    Defect("recital ends unlike the others", ("TD110",), _words(r";\Z", ".", in_zones=("recital",))),
)  # fmt: skip
