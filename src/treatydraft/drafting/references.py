"""How earlier instruments, and actors that are no party, are called: in full first, by a short name then.

What a clause prints for one is a mention. Which mention is the first shows only in the whole document, so
`introductions` resolves them there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from treatydraft.document import tree
from treatydraft.drafting.phrases import Field, Phrase, capitalised, merged, phrase
from treatydraft.drafting.views import Record, in_years, path_of
from treatydraft.spec import PartialDate


def mention(record: Record) -> Phrase:
    """A reference or another actor, for now in the words that it has once it is introduced."""
    return Phrase((tree.Value(path_of(record), str(_again(record))),))


def recital_mention(reference: Record) -> Phrase:
    """A reference as a recital of its own names it: with all that is known of it."""
    return Phrase((tree.Value(path_of(reference), str(_in_full(reference, _made(reference)))),))


def defined(words: object, *, article: str = "") -> Phrase:
    """A short name as the term that the text uses from here on: ` (hereinafter “Norway”)`."""
    text = str(phrase(words))
    return phrase(f" (hereinafter “{article}") + Phrase((tree.Term(text, text, defines=True),)) + "”)"


def _in_full(reference: Record, made: Phrase) -> Phrase:
    """An earlier instrument at its first mention: title, between whom, where and when, and its short name."""
    result = with_article(reference["title"])
    if reference["between"]:
        result += phrase(" between ") + phrase(reference["between"])
    result += made
    if short := reference["short"]:
        result += defined(short, article=_article(short))
    return result


def with_article(name: object) -> Phrase:
    """A title or short name with `the` before it."""
    return phrase(_article(name)) + phrase(name)


def _article(name: object) -> str:
    return "" if str(name).lower().startswith("the ") else "the "


def _made(reference: Record) -> Phrase:
    """Where and when it was made: `, signed at Kyiv on 12 January 2024`, or `of 12 January 2024`."""
    place, date = reference["place"], reference["date"]
    if not place and not (date and reference["done"]):
        return _of_date(reference)
    result = phrase(f", {reference['done'] or 'made'}")
    if place:
        result += phrase(" at ") + phrase(place)
    return result + _dated(date) if isinstance(date, Field) else result


def _of_date(reference: Record) -> Phrase:
    """What stands of it inside a sentence that goes on: `of 12 January 2024`."""
    return phrase(" of ") + phrase(reference["date"]) if reference["date"] else phrase("")


def _dated(date: Field) -> Phrase:
    """`on 12 July 2023`, `in July 2023`, `between 2022 and 2024`, `from 1 March to 2 April 2023`."""
    assert isinstance(date.raw, PartialDate)  # noqa: S101 - the type of the field
    if date.raw.precision != "range":
        return phrase(" on " if date.raw.precision == "day" else " in ") + phrase(date)
    if not in_years(date.raw):
        return phrase(" from ") + phrase(date)
    return phrase(" between ") + Phrase((tree.Value(date.path, date.printed.replace(" to ", " and ")),))


@dataclass(frozen=True, slots=True)
class _Names:
    recital: Phrase
    first: Phrase
    again: Phrase


def introductions(
    document: tree.Document, references: Sequence[Record], actors: Sequence[Record]
) -> tree.Document:
    """The document with each mention resolved, in the order in which it is read."""
    names = {path_of(record): _reference_names(record) for record in references}
    names |= {path_of(record): _actor_names(record) for record in actors}
    return tree.map_clauses(document, _Reading(names).clause)


def _again(record: Record) -> Phrase:
    if "title" in record:
        return with_article(record["short"] or record["title"])
    return phrase(record["short"] or record["name"])


def _reference_names(reference: Record) -> _Names:
    recital, first = (_in_full(reference, made) for made in (_made(reference), _of_date(reference)))
    return _Names(recital, first, _again(reference))


def _actor_names(actor: Record) -> _Names:
    name, short = phrase(actor["name"]), actor["short"]
    first = name + defined(short) if short and short != actor["name"] else name
    return _Names(first, first, _again(actor))


class _Reading:
    """What has been introduced up to some place of the document."""

    def __init__(self, names: Mapping[str, _Names]) -> None:
        self._names = names
        self._known: set[str] = set()

    def clause(self, clause: tree.Clause) -> tree.Clause:
        return replace(clause, text=tuple(merged(self._pieces(clause.text))))

    def _pieces(self, pieces: tuple[tree.Inline, ...]) -> Iterator[tree.Inline]:
        for piece in pieces:
            match piece:
                case tree.Value(spec_path=path, text=text) if path in self._names:
                    name = self._name(path, text)
                    yield from (capitalised(name) if text[:1].isupper() else name).pieces
                case tree.Emphasis(parts=parts):
                    yield tree.Emphasis(tuple(merged(self._pieces(parts))))
                case _:
                    yield piece

    def _name(self, path: str, text: str) -> Phrase:
        names = self._names[path]
        if path in self._known:
            return names.again
        self._known.add(path)
        return names.recital if text == str(names.recital) else names.first
