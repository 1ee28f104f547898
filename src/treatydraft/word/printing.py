"""What a tag prints for a value: words as Word writes them, or an error that says why there are none.

In words a newline becomes a line break, a tab a tab and a form feed a page break; a carriage return before a
newline is dropped. Any other control character, and half of a surrogate pair, is an error.
"""

import datetime as dt
import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from contextvars import ContextVar
from decimal import Decimal
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from treatydraft.sandbox.budget import current
from treatydraft.word.images import Image
from treatydraft.word.manuscript import Line
from treatydraft.word.runs import RunWriter
from treatydraft.word.services import Services
from treatydraft.word.subdocuments import SubDocument, merge
from treatydraft.word.values import PageBreak

_find_special: Final = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]').search
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_IN_WORDS: Final = str.maketrans(
    {
        **_ENTITIES,
        "\n": '</w:t><w:br/><w:t xml:space="preserve">',
        "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
        "\f": '</w:t><w:br w:type="page"/><w:t xml:space="preserve">',
        "\r": None,
    }
)
_IN_ATTRIBUTE: Final = str.maketrans({**_ENTITIES, "\n": " ", "\t": " ", "\f": " ", "\r": None})
_LONG: Final = 1_000  # characters, from which on a value counts in the budget of a render
_PAGE_BREAK: Final = Markup('</w:t><w:br w:type="page"/><w:t xml:space="preserve">')
_HAVE_WORDS: Final = (str, int, float, Decimal, dt.date, dt.time, dt.timedelta)
_URL_SAFE: Final = "/:?&=#%+,;@~!$'()*[]"

# The state of the render that this thread is in: what a value adds to the file goes there.
RENDERING: ContextVar[tuple[Services, RunWriter]] = ContextVar("rendering")


def in_words(value: object) -> str:  # noqa: PLR0911 - one for each type of value
    """What a value prints between the tags of a part's words; raises `ValueError` or `TypeError`."""
    if type(value) is str:  # by far the most common, and mostly without anything to escape
        if len(value) > _LONG:
            current().print(len(value))
        return value if _is_plain(value) else _checked(value).translate(_IN_WORDS)
    match value:
        case Markup():
            return value
        case Line():
            return _runs(value)
        case Image():
            return _image(value)
        case SubDocument():
            return _blocks(value)
        case PageBreak():
            return _PAGE_BREAK
        case _:
            return in_words(_text(value))


def _is_plain(text: str) -> bool:
    """Whether nothing in a text is to be escaped; what prints, as most texts do, is told in half the time."""
    if text.isprintable():
        return not ("&" in text or "<" in text or ">" in text or '"' in text)
    return _find_special(text) is None


def in_attribute(value: object) -> Markup:
    """What a value prints in an attribute or a property, where a line cannot break."""
    if isinstance(value, Markup):
        return value
    return Markup(_checked(value if type(value) is str else _text(value)).translate(_IN_ATTRIBUTE))  # noqa: S704 - escaped


def in_url(value: object) -> Markup:
    """What a value prints in the target of a link: characters that no address holds are encoded."""
    return in_attribute(quote(_text(value), safe=_URL_SAFE))


def _text(value: object) -> str:
    if isinstance(value, _HAVE_WORDS):
        return str(value)
    if value is None:
        raise ValueError("the value is empty; test it with {% if %} first")
    if isinstance(value, Mapping | AbstractSet | list | tuple | bytes):
        raise TypeError(f"the value is a {type(value).__name__} and no text; loop over it or use a filter")
    raise TypeError(f"the value is a {type(value).__name__} and no text; print one of its fields")


def _checked(text: str) -> str:
    if found := _FORBIDDEN.search(text):
        raise ValueError(
            f"the text {text[:40]!r} holds U+{ord(found[0]):04X}, a character that Word cannot hold"
        )
    return text


def _runs(line: Line) -> Markup:
    services, writer = RENDERING.get()
    services.printed.add(id(line))
    return Markup(writer.line(line))  # noqa: S704 - written piece by piece and escaped there


def _image(image: Image) -> Markup:
    services, _ = RENDERING.get()
    services.add_media(image.part_name(), image.data, image.content_type)
    relation = services.relate("image", image.part_name(), external=False)
    drawing = image.run(relation, int(services.fresh()))
    return Markup(f'</w:t></w:r>{drawing}<w:r><w:t xml:space="preserve">')  # noqa: S704 - numbers and our own names


def _blocks(document: SubDocument) -> Markup:
    services, _ = RENDERING.get()
    return Markup(merge(document, services))  # noqa: S704 - the parts of a checked Word file
