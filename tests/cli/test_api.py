"""The public verbs, as a program in Python uses them."""

import dataclasses
import json
import os
import subprocess
import sys

import pytest
from tests.cli.runner import US

import treatydraft as td
from treatydraft.document.json_form import from_json, to_json
from treatydraft.packs import find_pack
from treatydraft.writers import WRITERS


@pytest.mark.parametrize("to", sorted(WRITERS))
def test_a_document_knows_its_pack(to: str) -> None:
    document = td.draft(td.load(US))
    assert document.pack == "security-agreement"
    assert td.render(document, to) == td.render(document, to, pack=find_pack("security-agreement"))


def test_a_document_from_json_is_rendered_too() -> None:
    document = td.draft(td.load(US))
    assert td.render(from_json(json.loads(json.dumps(to_json(document)))), "md") == td.render(document, "md")


def test_a_document_of_no_pack_needs_one() -> None:
    received = dataclasses.replace(td.draft(td.load(US)), pack="")
    with pytest.raises(ValueError, match="name one with pack="):
        td.render(received, "txt")
    assert td.render(received, "txt", pack=find_pack("security-agreement"))


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(ValueError, match="there is no format “doc”; there are docx, md"):
        td.render(td.draft(td.load(US)), "doc")


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import treatydraft", "pydantic jinja2 lxml"),
        ("from treatydraft.cli.app import app", "jinja2 lxml ruamel markdown_it treatydraft.spec"),
        ("import treatydraft as td; td.load(PATH)", "jinja2.sandbox lxml docxtpl markdown_it typst"),
        ("from tests.cli.runner import *; treatydraft('validate', US)", "lxml docxtpl typst"),
    ],
)
def test_nothing_is_loaded_before_it_is_needed(code: str, unwanted: str) -> None:
    script = f"import sys\nPATH = {str(US)!r}\n{code}\nprint(*sys.modules)"
    environment = os.environ | {"PYTHONPATH": str(US.parents[1])}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", env=environment
    )
    assert done.returncode == 0, done.stderr
    assert set(unwanted.split()) & set(done.stdout.split()) == set()
