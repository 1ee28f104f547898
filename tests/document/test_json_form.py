"""The JSON of a document, back and forth, and what is said when such JSON is wrong."""

import copy
import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from tests import documents, strategies

from treatydraft.document import tree
from treatydraft.document.json_form import DocumentFormError, document_schema, from_json, to_json

SCHEMA = jsonschema.Draft202012Validator(document_schema())


@given(strategies.documents())
def test_json_gives_the_document_back(document: tree.Document) -> None:
    assert from_json(json.loads(json.dumps(to_json(document)))) == document


@given(strategies.documents())
def test_json_follows_its_schema(document: tree.Document) -> None:
    SCHEMA.validate(to_json(document))


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(document_schema())


@pytest.mark.parametrize("name", documents.EXAMPLES)
def test_examples_survive(name: str) -> None:
    document = documents.EXAMPLES[name]()
    assert from_json(to_json(document)) == document


def test_clause_keeps_the_published_names() -> None:
    clause = to_json(documents.american())["body"][1]["children"][0]["children"][0]
    assert clause == {
        "kind": "subparagraph",
        "id": "consultation/within",
        "topic": "consultation",
        "label": "a.",
        "heading": "",
        "text": [
            {"type": "text", "text": "within "},
            {"type": "value", "spec_path": "consultation.within", "text": "24 hours"},
            {"type": "text", "text": "; and"},
        ],
        "plain": "within 24 hours; and",
        "children": [],
    }


def test_header_comes_first() -> None:
    assert list(to_json(documents.american()).items())[:2] == [("treatydraft", 1), ("kind", "document")]


def test_what_has_a_default_may_be_left_out() -> None:
    data = to_json(documents.american())
    del data["house_style"], data["marking"]
    for clause in data["annexes"]:
        del clause["plain"], clause["text"]
    SCHEMA.validate(data)
    assert from_json(data).marking == tree.Marking()


WRONG: dict[str, tuple[list[str | int], Any, str]] = {
    "version": (["treatydraft"], 2, "treatydraft: expected 1"),
    "kind of file": (["kind"], "facts", "kind: expected 'document'"),
    "title": (["title"], "Agreement", "title: expected an object, found 'Agreement'"),
    "kind of clause": (["body", 0, "kind"], "clause", "body[0].kind: 'clause' is none of title, preamble, "),
    "piece": (
        ["body", 0, "text"],
        [{"type": "x"}],
        "body[0].text[0].type: 'x' is none of text, value, term, ",
    ),
    "piece without words": (["body", 0, "text"], [{"type": "text"}], "body[0].text[0].text: is missing"),
    "number for text": (["body", 1, "heading"], 5, "body[1].heading: expected a string, found 5"),
    "object for list": (
        ["closing", "signatures"],
        {},
        "closing.signatures: expected a list, found an object",
    ),
    "unknown name": (["preamble", "openning"], "", "preamble.openning: is not known here"),
    "text for truth": (["house_style", "centred"], "no", "house_style.centred: expected true or false"),
    "plain where none is": (["parties", 0, "plain"], "x", "parties[0].plain: is not known here"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_json_is_refused_with_its_place(case: str) -> None:
    path, value, message = WRONG[case]
    data = copy.deepcopy(to_json(documents.american()))
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(DocumentFormError) as caught:
        from_json(data)
    assert str(caught.value).startswith(message)
    assert not SCHEMA.is_valid(data)


@pytest.mark.parametrize("data", [None, [], "text", 1])
def test_what_is_no_object_is_refused(data: object) -> None:
    with pytest.raises(DocumentFormError, match="expected an object"):
        from_json(data)


def test_endless_nesting_is_refused() -> None:
    data = to_json(documents.american())
    inner: dict[str, Any] = data["body"][0]
    for _ in range(5000):
        inner["children"] = [{"kind": "item", "id": "x"}]
        inner = inner["children"][0]
    with pytest.raises(DocumentFormError, match="deeper than"):
        from_json(data)
