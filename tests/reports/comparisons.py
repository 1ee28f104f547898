"""Comparisons written by hand: every kind, every severity, several scripts, and words that mean harm."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from treatydraft.comparison.result import (
    Comparison,
    Difference,
    Kind,
    Pair,
    Severity,
    Side,
    Source,
    Words,
)

if TYPE_CHECKING:
    from treatydraft.comparison.edits import Op

_RUN: Final = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_LONG: Final = (
    "Each Party keeps a register of the goods that cross its borders under this Agreement, with their kind, "
    "their weight, the day on which they arrived and the office that received them, and opens that register "
    "to the other Party on every working day. "
)


def runs(text: str) -> tuple[Words, ...]:
    """`keeps {old|new} words` as runs of words."""
    found: list[Words] = []
    end = 0
    for change in _RUN.finditer(text):
        found += _equal(text[end : change.start()])
        old, new = change.groups()
        op: Op = "replace" if old and new else "delete" if old else "insert"
        found.append(Words(op, old, new))
        end = change.end()
    return (*found, *_equal(text[end:]))


def _equal(text: str) -> list[Words]:
    return [Words("equal", text, text)] if text else []


def both(  # noqa: PLR0913 - a pair has as many parts
    text: str,
    old: str,
    new: str | None = None,
    *,
    kinds: tuple[Kind, ...] = ("reworded",),
    severity: Severity = "editorial",
    told: tuple[Difference, ...] = (),
    heading: str = "",
    topic: str = "",
) -> Pair:
    """A clause on both sides, whose words are written with `{old|new}`; `old` and `new` are its places."""
    words = runs(f"{heading}\n{text}" if heading and text else heading or text)
    before, after = "".join(run.old for run in words), "".join(run.new for run in words)
    same = sum(len(run.old) + len(run.new) for run in words if run.op == "equal")
    return Pair(
        kinds,
        severity,
        _side(old, before, topic, heading=bool(heading)),
        _side(new or old, after, topic, heading=bool(heading)),
        round(same / max(len(before) + len(after), 1), 3),
        words,
        told,
    )


def alone(  # noqa: PLR0913 - a pair has as many parts
    place: str,
    text: str,
    *,
    is_new: bool,
    heading: str = "",
    topic: str = "",
    told: tuple[Difference, ...] = (),
) -> Pair:
    """A clause that one side has."""
    whole = f"{heading}\n{text}" if heading and text else heading or text
    side = _side(place, whole, topic, heading=bool(heading))
    if is_new:
        return Pair(("inserted",), "material", None, side, 0.0, (Words("insert", "", side.words),), told)
    return Pair(("deleted",), "material", side, None, 0.0, (Words("delete", side.words, ""),), told)


def _side(place: str, words: str, topic: str, *, heading: bool) -> Side:
    head, _, plain = words.partition("\n") if heading else ("", "", words)
    below = re.fullmatch(r"(.+?\d)\.?([^.]+)", place) if place.startswith("Article") else None
    label = "" if not place.startswith("Article") else f"{below[2]}." if below and "." in place else place
    kind = {"Title": "title", "Signature block": "signature"}.get(place) or (
        "paragraph" if "." in place else "recital" if place.startswith("Recital") else "article"
    )
    depth = place.count(".") + place.count("(")
    return Side(place.lower().replace(" ", "-"), kind, label, head, plain, place, topic, depth)


def _of_whole(pair: Pair, old: str = "", new: str = "") -> Pair:
    """The share of a clause that was split or merged, beside the whole of it."""
    assert pair.old is not None
    assert pair.new is not None
    before = replace(pair.old, plain=old) if old else pair.old
    return replace(pair, old=before, new=replace(pair.new, plain=new) if new else pair.new)


def unchanged(place: str, text: str, *, heading: str = "", topic: str = "") -> Pair:
    """A clause that is the same on both sides."""
    return both(text, place, kinds=("unchanged",), severity="none", heading=heading, topic=topic)


def revision() -> Comparison:
    """Two versions of one agreement with a change of every kind and severity."""
    weaker = Difference(
        "obligation",
        "shall",
        "should",
        "weaker",
        "material",
        "obligation weakened: shall → should",
        "The Parties shall consult",
        "The Parties should consult",
        "ferry.consultation.strength",
    )
    later = Difference(
        "deadline",
        "24 hours",
        "72 hours",
        "longer",
        "material",
        "deadline longer: 24 hours → 72 hours",
        "within 24 hours",
        "within 72 hours",
        "ferry.consultation.within",
    )
    follows = Difference(
        "reference",
        "Article 4",
        "Article 5",
        "changed",
        "consequential",
        "reference follows its clause: Article 4 → Article 5",
        "Article 4",
        "Article 5",
    )
    term = Difference(
        "term.length",
        "10 years",
        "5 years",
        "shorter",
        "material",
        "term.length: 10 years → 5 years",
        "for ten years",
        "for five years",
        "term.length",
    )
    gone = Difference(
        "areas",
        "ice-breaking",
        "",
        "dropped",
        "material",
        "areas: ice-breaking not there",
        "Ice-breaking",
        "",
        "ferry.areas",
    )
    return Comparison(
        "revision",
        "91 % of the words stand in both texts in the same phrases",
        Source("ferry-draft-1.docx", "Agreement on the Northern Ferry"),
        Source("ferry-draft-2.docx", "Agreement on the Northern Ferry Line"),
        (
            both("Agreement on the Northern Ferry{| Line}", "Title"),
            unchanged("Recital 1", "Recalling that the ferry joins both shores in every season,"),
            unchanged("Article 1", "", heading="Purpose", topic="purpose"),
            unchanged("Article 1.1", "This Agreement keeps the ferry running.", topic="purpose"),
            both("This Agreement {honours|honors} the older arrangements.", "Article 1.2", topic="purpose"),
            unchanged("Article 2", "", heading="Consultation", topic="consultation"),
            both(
                f"{_LONG}The Parties {{shall|should}} consult within {{24|72}} hours of a stop of the ferry, "
                "at the level of their ministers.",
                "Article 2.1",
                severity="material",
                told=(weaker, later),
                topic="consultation",
            ),
            unchanged("Article 2.2", "Either Party may ask for it.", topic="consultation"),
            alone("Article 3", "", is_new=True, heading="Winter service", topic="support.winter"),
            alone("Article 3.1", "The ferry runs in winter.", is_new=True, topic="support.winter"),
            alone("Article 3.2", "The Parties share its cost.", is_new=True, topic="support.winter"),
            both(
                "",
                "Article 3",
                "Article 4",
                kinds=("renumbered",),
                severity="consequential",
                heading="Costs",
                topic="costs",
            ),
            both(
                "Costs under {Article 4|Article 5} are shared.",
                "Article 3.1",
                "Article 4.1",
                severity="consequential",
                told=(follows,),
                topic="costs",
            ),
            alone("Article 3(c)", "Ice-breaking,", is_new=False, topic="support.ice", told=(gone,)),
            both(
                "The {ferry|vessel} flies both flags.",
                "Article 7.1",
                "Article 4.2",
                kinds=("moved", "renumbered", "reworded"),
                topic="flags",
            ),
            _of_whole(
                both("The crew speaks both languages", "Article 4.1", "Article 5.1", kinds=("split",)),
                old="The crew speaks both languages, and the master a third.",
            ),
            _of_whole(
                both(
                    "{, and the|The} master {|speaks }a third.",
                    "Article 4.1",
                    "Article 5.2",
                    kinds=("split", "reworded"),
                ),
                old="The crew speaks both languages, and the master a third.",
            ),
            _of_whole(
                both(
                    "Tickets are sold on board{.|}",
                    "Article 5.1",
                    "Article 6.1",
                    kinds=("merged", "reworded"),
                ),
                new="Tickets are sold on board and at both landings.",
            ),
            _of_whole(
                both(
                    "{Only|and} at both landings.",
                    "Article 5.2",
                    "Article 6.1",
                    kinds=("merged", "reworded"),
                    severity="material",
                ),
                new="Tickets are sold on board and at both landings.",
            ),
            both(
                "This Agreement stays in force for {ten|five} years.",
                "Article 6",
                "Article 7",
                kinds=("renumbered", "reworded"),
                severity="material",
                told=(term,),
                topic="term",
            ),
            both(
                "",
                "Article 7",
                "Article 8",
                kinds=("renumbered",),
                severity="consequential",
                heading="Flags and crew",
                topic="flags",
            ),
            unchanged("Signature block", "For the North\nThe Minister of Transport"),
        ),
        (
            term,
            Difference(
                "registration.within",
                "60 days",
                "",
                "dropped",
                "material",
                "registration.within dropped: 60 days",
                "within sixty days",
            ),
        ),
        ("not compared: 2 comments in ferry-draft-1.docx",),
    )


def parallel() -> Comparison:
    """Two agreements on one matter, each with clauses that the other has not."""
    within = Difference(
        "consultation.within",
        "24 hours",
        "",
        "dropped",
        "material",
        "consultation.within dropped: 24 hours",
        "within 24 hours",
        "",
    )
    beside = Pair(
        ("reworded",),
        "material",
        _side("Article 2", "The Parties consult within 24 hours of a stop.", "consultation", heading=False),
        _side("Part B.1", "Where the line is closed, the sides talk.", "consultation", heading=False),
        0.21,
        runs("{The Parties consult within 24 hours of|Where the line is closed, the sides talk.} {a stop.|}"),
        (within,),
    )
    return Comparison(
        "parallel",
        "12 % of the words stand in both texts in the same phrases",
        Source("ferry.pdf", "Agreement on the Northern Ferry"),
        Source("railway.pdf", "Memorandum on the Coastal Railway"),
        (
            both("{Agreement on the Northern Ferry|Memorandum on the Coastal Railway}", "Title"),
            alone("Article 1", "The ferry joins both shores.", is_new=False, topic="purpose"),
            beside,
            alone("Part C", "", is_new=True, heading="Gauge", topic="gauge"),
            alone("Part C.1", "The gauge is that of the older line.", is_new=True, topic="gauge"),
            both(
                "This text {shall be|is} registered {within sixty days |}with the depositary.",
                "Article 9",
                "Part D",
                severity="editorial",
                topic="registration",
            ),
        ),
        (within,),
    )


def equal() -> Comparison:
    """Two texts that do not differ."""
    source = Source("same.md", "Agreement on Nothing New")
    return Comparison(
        "revision", "as asked", source, source, (unchanged("Article 1", "Nothing changes."),) * 2
    )


def nothing() -> Comparison:
    """No clause at all."""
    return Comparison("revision", "as asked", Source("", ""), Source("", ""), ())


def scripts() -> Comparison:
    """Words in Ukrainian and in Japanese."""
    weaker = Difference(
        "obligation",
        "зобов’язані",
        "можуть",
        "weaker",
        "material",
        "obligation weakened: зобов’язані → можуть",
        "Сторони зобов’язані",
        "Сторони можуть",
    )
    return Comparison(
        "revision",
        "as asked",
        Source("угода.docx", "Угода про північний пором"),
        Source("угода-2.docx", "Угода про північний пором"),
        (
            both(
                "Сторони {зобов’язані|можуть} проводити консультації протягом {24|72} годин.",
                "Стаття 2",
                severity="material",
                told=(weaker,),
            ),
            both(
                "両締約国は、船舶の運航が停止した場合には、{二十四|七十二}時間以内に協議する。" * 3, "第三条"
            ),
        ),
    )


def hostile() -> Comparison:
    """Words that would be markup, orders to a terminal, or read backwards."""
    evil = "</script><script>alert(1)</script> \"q\" 'q' & \u202eesrever\u202c \x1b[31mred\x07"
    evil += " | *b* _i_ ~~s~~ `c`"
    told = Difference(
        "<b>",
        "<i>|",
        "`x`",
        "changed",
        "material",
        f"<img src=x onerror=alert(1)> {evil}",
        "a | b\n# c",
        "[l](javascript:alert(1))",
        "<u>",
    )
    return Comparison(
        "revision",
        "<script>",
        Source("<old>.docx", evil),
        Source("new|\x1b]0;t\x07.docx", "# T\n\n---"),
        (
            both(
                f"{{{evil.replace('|', '¦')}|[x](javascript:1) <div>}} tail ![i](http://e.example/i.png)",
                '"><svg onload=alert(1)>',
                severity="material",
                told=(told,),
                topic='"><b>',
            ),
            both(
                "- {+ 1. x|# y}\n    code {{a|``` b}\n> quote\n"
                "http://e.example www.e.example a@e.example @who #1",
                "| --- |",
                heading="~~~ & <h1>",
            ),
            both("{ |\u00a0}{|\u200b}x{\t|}", "Article 1"),
        ),
        (),
        ("<b>note</b> \u2066",),
    )


SAMPLES: Final[dict[str, Callable[[], Comparison]]] = {
    "revision": revision,
    "parallel": parallel,
    "equal": equal,
    "nothing": nothing,
    "scripts": scripts,
    "hostile": hostile,
}
