"""Our own JSON comes back; any other says what is wrong and where."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from tests.documents import EXAMPLES, american
from tests.strategies import documents

from treatydraft.document import tree
from treatydraft.document.json_form import to_json
from treatydraft.readers.json_file import read_json
from treatydraft.readers.lines import ReadError
from treatydraft.writers.json_file import write_json


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_was_written_is_read(name: str) -> None:
    document = EXAMPLES[name]()
    assert read_json(write_json(document).encode()) == document
    assert read_json(write_json(document).encode("utf-8-sig")) == document


@given(documents())
def test_any_document_comes_back(document: tree.Document) -> None:
    assert read_json(write_json(document).encode()) == document


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no JSON at line 1, column 1"),
        (b"{", "no JSON at line 1, column 2"),
        (b'{"treatydraft": 1, "kind": "d\xe9"}', "not UTF-8 at byte 29"),
        (b"[]", "not from treatydraft"),
        (b'{"kind": "document"}', "not from treatydraft"),
        (b'{"treatydraft": 2, "kind": "document"}', "version 2"),
        (b'{"treatydraft": 1, "kind": "facts"}', "'facts' and no document"),
        (b'{"treatydraft": 1, "kind": "document"}', "title"),
        (b'{"treatydraft": 1, "treatydraft": 1}', "'treatydraft' stands twice"),
        (b'{"treatydraft": NaN}', "NaN"),
        (b'{"treatydraft": -Infinity}', "-Infinity"),
        (b'{"treatydraft": 1e999}', "1e999"),
        (b'{"treatydraft": ' + b"1" * 5000 + b"}", "number"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b" " * (64 * 1024 * 1024 + 1), "megabytes"),
    ],
)
def test_what_is_wrong_is_said(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_json(data)


def _change(document: dict[str, Any]) -> None:
    document["body"][0]["kind"] = "verse"


def _deepen(document: dict[str, Any]) -> None:
    clause = document["body"][0]
    for _ in range(200):
        clause = {**clause, "children": [clause]}
    document["body"] = [clause]


def _control(document: dict[str, Any]) -> None:
    document["body"][0]["heading"] = "a\x00"


def _surrogate(document: dict[str, Any]) -> None:
    document["title"]["text"][0]["text"] = "\ud800"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_change, r"body\[0\]\.kind"),
        (_deepen, "nested deeper"),
        (_control, r"body\[0\]\.heading: U\+0000"),
        (_surrogate, r"title\.text\[0\]\.text: U\+D800"),
    ],
)
def test_the_place_is_named(change: Callable[[dict[str, Any]], None], message: str) -> None:
    data = to_json(american())
    change(data)
    with pytest.raises(ReadError, match=message):
        read_json(json.dumps(data).encode())
