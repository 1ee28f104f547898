"""Rendered documents as readers meet them: other programs open them, and no run differs from another."""

import io
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest
from tests.word import generated, printed
from tests.word.known_faults import reading

import treatydraft
from treatydraft.word.template import WordTemplate

ROOT = Path(__file__).parents[2]

# LibreOffice takes more than a second for each; `make test-long` shows it all of them.
QUICK = {
    "spec of the United States and Ukraine",
    "header and footer",
    "contents",
    "footnotes",
    "tables",
    "numbered articles",
    "boxes, controls and links",
    "pictures",
}


def _folded(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.mark.parametrize("name", printed.DOCUMENTS)
def test_a_rendered_document_is_sound_and_opens_in_python_docx(name: str) -> None:
    data = printed.DOCUMENTS[name].make()
    assert reading.damage(data) == []
    assert docx.Document(io.BytesIO(data)).paragraphs
    for content in reading.members(data).values():
        assert b"{%" not in content


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=() if name in QUICK else pytest.mark.long) for name in printed.DOCUMENTS],
)
def test_libreoffice_shows_the_words(
    name: str, tmp_path: Path, libreoffice: Callable[[Path], Path], pdftotext: Callable[[Path], str]
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(printed.DOCUMENTS[name].make())
    text = _folded(pdftotext(libreoffice(path)))
    place = 0
    for words in map(_folded, printed.DOCUMENTS[name].words()):
        found = text.find(words, place)
        assert found >= 0, f"{words!r} does not follow {text[max(0, place - 80) : place]!r}"
        place = found + len(words)


def test_there_are_twenty() -> None:
    assert len(printed.DOCUMENTS) >= 20


@pytest.mark.parametrize("name", printed.TEMPLATES)
def test_eight_threads_give_the_bytes_of_one(name: str) -> None:
    template = WordTemplate(printed.TEMPLATES[name], filters=generated.FILTERS)
    alone = [template.render(printed.context(number)) for number in range(1, 6)]
    with ThreadPoolExecutor(8) as pool:
        numbers = [number for number, _ in itertools.product(range(1, 6), range(8))]
        together = list(pool.map(lambda number: template.render(printed.context(number)), numbers))
    assert together == [alone[number - 1] for number in numbers]


def test_another_process_gives_the_same_bytes() -> None:
    command = [sys.executable, "-m", "tests.word.printed"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr[-500:]
    assert json.loads(done.stdout) == printed.digests()


@pytest.mark.parametrize("name", printed.TEMPLATES)
def test_one_object_prints_the_data_of_each_call(name: str) -> None:
    template = WordTemplate(printed.TEMPLATES[name], filters=generated.FILTERS)
    first, second, again = (template.render(printed.context(number)) for number in (2, 3, 2))
    assert first == again
    fresh = WordTemplate(printed.TEMPLATES[name], filters=generated.FILTERS).render(printed.context(3))
    assert second == fresh


@pytest.mark.parametrize("name", printed.DOCUMENTS)
def test_two_runs_give_the_same_bytes(name: str) -> None:
    assert printed.DOCUMENTS[name].make() == printed.DOCUMENTS[name].make()


def test_the_package_offers_it() -> None:
    assert treatydraft.WordTemplate is WordTemplate


def test_the_template_may_be_a_path_and_names_itself(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(printed.TEMPLATES["value"])
    template = WordTemplate(path)
    assert template.render(printed.context(1)) == WordTemplate(path.read_bytes()).render(printed.context(1))
    with pytest.raises(Exception, match=r"letter\.docx"):
        template.render({})
