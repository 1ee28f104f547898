"""On real agreements as received, where these are at hand: no word is lost, whatever the structure."""

import os
from pathlib import Path
from typing import Final

import pytest
from tests.readers.wording import words_of_document, words_of_reading

from treatydraft.document.json_form import from_json, to_json
from treatydraft.readers.docx import read_docx
from treatydraft.readers.pdf import read_pdf
from treatydraft.readers.recognition import recognise

SHARED: Final = Path(os.environ.get("TREATYDRAFT_SHARED", Path(__file__).parents[3] / "shared"))
FILES: Final = [path for path in sorted((SHARED / "corpus").glob("*")) if path.suffix in (".docx", ".pdf")]


@pytest.mark.skipif(not FILES, reason="there is no corpus of real agreements; TREATYDRAFT_SHARED says where")
@pytest.mark.parametrize("path", FILES or [Path("none")], ids=lambda path: path.name)
def test_no_word_of_a_real_agreement_is_lost(path: Path) -> None:
    read = read_docx if path.suffix == ".docx" else read_pdf
    reading = read(path.read_bytes())
    document = recognise(reading, path.stem)
    found = words_of_document(document)
    assert words_of_reading(reading) <= found <= words_of_reading(reading, labels=True)
    assert document.title
    assert document.body
    assert from_json(to_json(document)) == document
