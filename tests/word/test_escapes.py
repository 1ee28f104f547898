"""What a template from nowhere cannot do: reach the interpreter, or keep a render from ending.

The ways are those of past releases of Jinja and of tools like ours, in every part that may hold a tag.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.word.hostile import CONTEXT, DOORS, ENDLESS, ESCAPES, SECONDS
from tests.word.known_faults import reading
from tests.word.known_faults.engine import refusal, rendered_or_refused
from tests.word.known_faults.ooxml import p, ps
from tests.word.known_faults.package import docx
from tests.word.known_faults.places import PLACES

from treatydraft.word.template import WordTemplate

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("door", DOORS)
def test_no_part_lets_a_template_reach_the_interpreter(door: str, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    let_through = []
    for name, escape in ESCAPES.items():
        result = rendered_or_refused(DOORS[door](escape.replace("CANARY", str(canary))), CONTEXT)
        if isinstance(result, bytes):
            let_through.append(name)
    assert let_through == []
    assert not canary.exists()
    assert CONTEXT["spec"] == {"words": ["a"], "name": "N"}


@pytest.mark.parametrize("escape", ESCAPES)
def test_each_way_is_refused_with_the_tag_and_in_plain_words(escape: str, tmp_path: Path) -> None:
    source = ESCAPES[escape].replace("CANARY", str(tmp_path / "canary"))
    words = refusal(docx(p(source)), CONTEXT)
    assert words.startswith("letter.docx, the text")
    assert "Traceback" not in words
    assert "0x" not in words  # no object of the interpreter shows


@pytest.mark.parametrize("value", ["{{ ''.__class__ }}", "{% include 'x' %}", "{_{ x }_}", "{# c #}"])
@pytest.mark.parametrize("door", [*PLACES, "title", "custom property"])
def test_words_of_a_value_are_no_template(value: str, door: str) -> None:
    data = rendered_or_refused(DOORS[door]("{{ v }}"), {"v": value})
    assert isinstance(data, bytes), data
    part = {"title": "docProps/core.xml", "custom property": "docProps/custom.xml"}.get(door)
    root = reading.tree(data, part or PLACES[door].part)
    assert value in "".join(str(text) for text in root.itertext())


def test_nothing_turns_the_escaping_off() -> None:
    template = docx(p("{% autoescape false %}{{ '<w:p/>' }}{{ v }}{% endautoescape %}"))
    result = rendered_or_refused(template, {"v": "<w:p/>"})
    assert isinstance(result, str) or reading.body(result) == ["<w:p/><w:p/>"]


@pytest.mark.parametrize("case", ENDLESS)
def test_a_template_that_would_not_end_is_stopped(case: str) -> None:
    """In a process of its own, with little memory, which would not stop a test that fails."""
    command = [sys.executable, "-m", "tests.word.hostile", case]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=20 * SECONDS, env=environment)
    assert done.returncode == 0, done.stderr[-300:]
    assert done.stdout.startswith("letter.docx")


@pytest.mark.parametrize("door", ["header", "footnote", "title", "custom property", "link target"])
@pytest.mark.parametrize(
    "tag",
    ["{{ 'x' * 10**9 }}", "{% for i in range(9999) %}{% for j in range(9999) %}x{% endfor %}{% endfor %}"],
)
def test_other_parts_are_stopped_too(door: str, tag: str) -> None:
    start = time.process_time()
    refusal(DOORS[door](tag))
    assert time.process_time() - start < SECONDS


def test_a_template_that_was_stopped_can_be_filled_again() -> None:
    template = WordTemplate(docx(ps("{%p for i in items %}", "{{ i }}", "{%p endfor %}")))
    for _ in range(2):
        with pytest.raises(Exception, match=r"passes|seconds|characters"):
            template.render({"items": range(10**9)})
        assert reading.body(template.render({"items": ["a"]})) == ["a"]


def test_a_long_document_is_no_attack() -> None:
    """Ten thousand rows are data, not malice."""
    template = docx(ps("{%p for i in items %}", "{{ i }}", "{%p endfor %}"))
    data = rendered_or_refused(template, {"items": [f"Item {n}" for n in range(10_000)]})
    assert isinstance(data, bytes), data
    assert len(reading.body(data)) == 10_000
