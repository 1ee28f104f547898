"""Each folder in golden/ is one document beside what the text formats make of it."""

import json
from pathlib import Path

import pytest
from tests import documents

from treatydraft.document import tree
from treatydraft.document.json_form import from_json
from treatydraft.writers.html import write_html
from treatydraft.writers.json_file import write_json
from treatydraft.writers.markdown import write_markdown
from treatydraft.writers.text import write_text

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir())
TEMPLATE = (Path(__file__).parents[2] / "templates/security-agreement/agreement.md").read_text(
    encoding="utf-8"
)
WRITE = {
    "md": lambda document: write_markdown(document, TEMPLATE),
    "html": write_html,
    "txt": write_text,
}


def _document(case: str) -> tree.Document:
    return from_json(json.loads((GOLDEN / case / "document.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("ending", WRITE)
def test_writer_gives_what_is_expected(case: str, ending: str, *, accept: bool) -> None:
    expected = GOLDEN / case / f"expected.{ending}"
    actual = WRITE[ending](_document(case))
    if accept:
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", documents.EXAMPLES)
def test_document_is_the_json_of_the_example(case: str, *, accept: bool) -> None:
    expected = GOLDEN / case / "document.json"
    actual = write_json(documents.EXAMPLES[case]())
    if accept:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")


def test_no_folder_is_missing_or_empty() -> None:
    assert set(documents.EXAMPLES) <= set(CASES)
    names = {"document.json", *(f"expected.{ending}" for ending in WRITE)}
    assert {case: {path.name for path in (GOLDEN / case).iterdir()} for case in CASES} == dict.fromkeys(
        CASES, names
    )
