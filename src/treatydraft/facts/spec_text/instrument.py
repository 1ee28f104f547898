"""What an instrument is: form, register, title and house style, and when it was signed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Final, get_args

from treatydraft.document import tree
from treatydraft.document.house_style import HouseStyle
from treatydraft.document.numbering import UnknownTargetError, format_number, numbered
from treatydraft.facts.folding import folded
from treatydraft.facts.spec_text.ground import Ground, quoted
from treatydraft.spec.commented import Entry, Line, Remark
from treatydraft.spec.text import TODO
from treatydraft.spec.words import Form

_GAP: Final = r"(?: \w+){0,2} "  # `Joint Security Commitments` are joint commitments
_FORMS: Final = tuple(
    (form, re.compile(rf"\b{form.replace('-', _GAP)}\b", re.IGNORECASE)) for form in get_args(Form)
) + tuple(
    (form, re.compile(words, re.IGNORECASE))
    for form, words in (
        ("agreement", r"\bугод"),
        ("treaty", r"\bдогов[оі]р"),
        ("memorandum", r"\bмеморандум"),
        ("memorandum-of-understanding", r"\bмеморандум\w* про взаєморозуміння"),
        ("declaration", r"\bдекларац"),
        ("protocol", r"\bпротокол"),
        ("convention", r"\bконвенц"),
    )
)
_BETWEEN: Final = re.compile(r",?\s+(?:between|among|між)\s+", re.IGNORECASE)
_ABOUT: Final = re.compile(
    r"\s+(?:on|regarding|concerning|in the field|about|for|щодо|про|у сфері)\b.*", re.IGNORECASE
)
_TOP: Final = 0.9  # share of the top labels that a house style must give alike
_FEWEST: Final = 2  # top clauses with a label or a heading, without which a text shows no style
_ALL: Final = 0.7  # and of all labels, where others do so too


def describes(ground: Ground, source: str) -> Iterator[Line]:
    """The field `describes` where the text has a day of signature, else `signing` with its blanks."""
    dates, places = (ground.facts.get(f"instrument.signed.{one}", ())[:1] for one in ("date", "place"))
    place = [Entry("place", fact.value, ground.quote([fact])) for fact in places]
    if not dates:
        yield Remark(f"describes: {TODO} – the text does not state: the day of its signature")
        yield (
            Entry("signing", below=tuple(place))
            if place
            else Entry("signing", {}, "the place and the day stay blank")
        )
        return
    date = Entry("date", dates[0].value, ground.quote(dates))
    missing = [] if place else [Remark(f"place: {TODO} – the text does not state: the place of signature")]
    named = Entry("source", f"the text as received: {source}", f"{TODO} – where was it published?")
    yield Entry("describes", below=(Entry("signed", below=(date, *place, *missing)), named))


def instrument(ground: Ground) -> Iterator[Line]:
    """The field `instrument`."""
    title = tree.plain(ground.document.title)
    form, words = _form(title)
    register = ground.facts.get("instrument.register", ())[:1]
    value = register[0].value if register else TODO
    note = ground.quote(register) or "binding (“shall”, “Parties”) or political (“will”)?"
    members = (
        Entry("form", form or TODO, f"title: {quoted(words)}" if form else "what kind of instrument is it?"),
        Entry("register", value, note),
        Entry("title", title_of(ground) or TODO, "without the parties, which stand below"),
        _house_style(ground),
    )
    yield Entry("instrument", below=members)


def _form(title: str) -> tuple[str, str]:
    """The form that the title names first, by its longest name."""
    plain = folded(title)
    found = [
        (match.start(), -len(match[0]), form, match[0])
        for form, shape in _FORMS
        if (match := shape.search(plain))
    ]
    return min(found)[2:] if found else ("", "")


def title_of(ground: Ground) -> str:
    """The title without `between …` and the parties."""
    title = " ".join(tree.plain(ground.document.title).split()).strip(" .")
    between = _BETWEEN.search(title)
    if between is None:
        return title
    tail = title[between.end() :]
    names = [name for party in ground.reading.parties for name in (party.name, party.short)]
    ends = [
        tail.lower().find(name.lower()) + len(name) for name in names if name and name.lower() in tail.lower()
    ]
    about = _ABOUT.match(tail, max(ends)) if ends else _ABOUT.search(tail)
    return title[: between.start()] + (about[0] if about else "")


# --- House style ------------------------------------------------------------------------------------------


def _house_style(ground: Ground) -> Entry:
    """The house style of the pack that labels the top clauses as they are, and the most of the rest."""
    document, styles = ground.document, ground.family.styles
    printed = [clause.label for clause in document.body if clause.label]
    headed = len([clause for clause in document.body if clause.label or clause.heading]) >= _FEWEST
    alike = {name: style for name, style in styles.items() if headed and _top(style, printed) >= _TOP}
    shares = {name: _share(document, style) for name, style in alike.items()}
    best = max(shares.values(), default=0)
    names = [name for name, share in shares.items() if share == best]
    shown = (
        f"as the text does: {quoted(*printed[:2])}"
        if printed
        else "as the text does: no top clause has a number"
    )
    if len(alike) == 1 or (len(names) == 1 and best >= _ALL):
        return Entry("house_style", names[0], f"numbers {shown}")
    if alike:
        return Entry("house_style", TODO, f"{', '.join(alike)} number the top clauses {shown}")
    return Entry("house_style", TODO, f"no house style of the pack numbers {shown}")


def _top(style: HouseStyle, printed: Sequence[str]) -> float:
    """The share of top labels that the style gives alike."""
    level = style.levels[0]
    if not printed:  # as in a style whose headings have no numbers
        return float(level.number == "none" and not level.label.replace("{}", "").strip())
    given = (level.label.replace("{}", format_number(place, level.number)) for place in count(1))
    same = sum(f"{label}{level.mark}" == one for label, one in zip(given, printed, strict=False))
    return same / len(printed)


def _share(document: tree.Document, style: HouseStyle) -> float:
    """The share of all labels that the style gives alike."""
    try:
        styled = numbered(replace(document, house_style=style))
    except UnknownTargetError:
        return 0
    pairs = zip(tree.walk(document.body), tree.walk(styled.body), strict=True)
    same = [printed.label == given.label for printed, given in pairs]
    return sum(same) / max(len(same), 1)
