"""Read a document from the JSON that `treatydraft` writes."""

import json
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NoReturn

from treatydraft.document import tree
from treatydraft.document.json_form import VERSION, DocumentFormError, from_json
from treatydraft.readers.encoding import refuse_larger
from treatydraft.readers.lines import ReadError

_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def read_json(data: bytes) -> tree.Document:
    """The document that a JSON file holds; raises `ReadError` with the place of what is wrong."""
    found = _loaded(data)
    _check_version(found)
    try:
        document = from_json(found)
    except DocumentFormError as error:
        raise ReadError(f"the JSON holds no document as this program writes it: {error}") from None
    for path, text in _strings(found, ""):
        if bad := _UNPRINTABLE.search(text):
            raise ReadError(f"{path}: U+{ord(bad[0]):04X} is a character that no file can print; remove it")
    return document


def _loaded(data: bytes) -> object:
    refuse_larger(data)
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_refuse_number,
            parse_float=_float,
        )
    except UnicodeDecodeError as error:
        raise ReadError(f"the JSON is not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ReadError(f"the file is no JSON at {place}: {_sentence(error.msg)}") from None
    except ReadError:
        raise
    except ValueError:  # Python refuses integers of thousands of digits
        raise ReadError("the JSON holds a number that is too large for a document") from None
    except RecursionError:
        raise ReadError("the JSON is nested too deeply for a document") from None


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ReadError(f"the name {twice!r} stands twice in one object of the JSON; remove one of them")
    return found


def _float(written: str) -> float:
    number = float(written)
    return number if math.isfinite(number) else _refuse_number(written)


def _refuse_number(written: str) -> NoReturn:
    raise ReadError(f"the JSON holds {written[:20]}, which is no number of a document")


def _check_version(found: object) -> None:
    if not isinstance(found, dict) or "treatydraft" not in found:
        raise ReadError('this JSON is not from treatydraft, which begins with {"treatydraft": 1, …}')
    if found["treatydraft"] != VERSION:
        raise ReadError(
            f"the JSON is of version {found['treatydraft']!r} of the format, and this program reads version"
            f" {VERSION}"
        )
    if found.get("kind") != "document":
        raise ReadError(f"the JSON holds {found.get('kind')!r} and no document")


def _strings(value: Any, path: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON is what it is
    # As deep as a document at most, since `from_json` has taken it.
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from _strings(member, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for place, member in enumerate(value):
            yield from _strings(member, f"{path}[{place}]")


def _sentence(message: str) -> str:
    return message[:1].lower() + message[1:]
