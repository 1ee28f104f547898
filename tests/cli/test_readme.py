"""The README does what it says: its commands run, its messages are those that are printed."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from tests.cli.runner import SPECS, US, treatydraft

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the specs of a checkout, where the README's reader stands."""
    shutil.copytree(SPECS, tmp_path / "specs")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _blocks(language: str) -> list[str]:
    return [
        block["text"]
        for block in BLOCK.finditer(README.read_text(encoding="utf-8"))
        if block["language"] == language
    ]


def test_its_commands_run(project: Path) -> None:
    lines = [line for text in _blocks("sh") for line in text.splitlines() if line.startswith("treatydraft ")]
    assert len(lines) > 2
    for line in lines:
        run = treatydraft(*shlex.split(line)[1:])
        assert run.status == 0, (line, run.err)
    assert (project / "output" / "norway-kenya.docx").exists()


def test_its_change_is_one_word_of_the_spec() -> None:
    (changed,) = _blocks("yaml")
    kept = _termination(US)
    assert changed == re.sub(r"notice: [^,]+", "notice: 12 months", kept) + "\n"
    assert changed != kept + "\n"


def test_its_mistake_gives_the_message_that_it_shows(project: Path, *, accept: bool) -> None:
    spec = project / "specs" / US.name
    (changed,), (shown,) = _blocks("yaml"), _blocks("console")
    text = spec.read_text(encoding="utf-8").replace(_termination(US), changed.strip())
    spec.write_text(text.replace("channel: diplomatic", "channel: diplomatc"), encoding="utf-8")
    command = shown.splitlines()[0]
    run = treatydraft(*shlex.split(command)[2:])
    printed = f"{command}\n{run.err}"
    if accept:
        README.write_text(README.read_text(encoding="utf-8").replace(shown, printed), encoding="utf-8")
        (shown,) = _blocks("console")
    assert run.status == 1
    assert shown == printed


def test_its_python_runs(project: Path) -> None:
    (code,) = _blocks("python")
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - the README is ours
    assert (project / "original.docx").read_bytes().startswith(b"PK")


def test_its_links_lead_somewhere() -> None:
    pages = [README, *sorted((README.parent / "docs").glob("*.md"))]
    links = [
        (page, target)
        for page in pages
        for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
        if "://" not in target
    ]
    assert links
    assert [target for page, target in links if not (page.parent / target).exists()] == []


def _termination(spec: Path) -> str:
    return next(line for line in spec.read_text("utf-8").splitlines() if line.startswith("termination:"))


def test_the_page_on_templates_shows_one_that_works(project: Path) -> None:
    page = (README.parent / "docs" / "templates.md").read_text(encoding="utf-8")
    example = re.search(r"## What it looks like\n\n```\n(.*?)```", page, re.DOTALL)
    assert example
    names = re.findall(r"`(\w+)`", "\n".join(re.findall(r"^\| (`[^|]*) \|", page, re.MULTILINE)))
    assert {"spec", "document", "notice", "status", "annexes"} <= set(names)
    used = "".join(f"{{% set used = {name} %}}{{% if used is defined %}}.{{% endif %}}" for name in names)
    (project / "letter.md").write_text(example[1] + used, encoding="utf-8")
    run = treatydraft("render", US, "--template", "letter.md", "--out", "letters")
    assert (run.status, run.err) == (0, "")
    text = (project / "letters" / "us-ukraine-2024.md").read_text(encoding="utf-8")
    assert "Article I: Purpose" in text
    assert "." * len(names) in text
