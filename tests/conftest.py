"""What all tests share: the `--accept` option, the amount of random examples, and tools outside Python."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

MISSING = "missing tool: "

# The sample draws the same examples in every run, so that a change and not luck turns a test red.
hypothesis.settings.register_profile("sample", max_examples=25, deadline=None, derandomize=True)
hypothesis.settings.register_profile("long", max_examples=500, deadline=None)
hypothesis.settings.load_profile("sample")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="take today's output as expected")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Convert a file to PDF, as a person who opens and exports it would, and return the PDF's path."""
    command = _tool("libreoffice", "soffice")

    def convert(source: Path) -> Path:
        # A profile of its own, since LibreOffice hands work to an instance that already has the profile open.
        folder = tmp_path_factory.mktemp("libreoffice")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        said = _run(command, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source)
        pdf = folder / f"{source.stem}.pdf"
        # LibreOffice ends with 0 where it could not read the file, too.
        assert pdf.is_file(), f"LibreOffice made no PDF of {source}: {said}"
        return pdf

    return convert


@pytest.fixture
def pdftotext() -> Callable[[Path], str]:
    """Read the text of a PDF, laid out as on the page."""
    command = _tool("pdftotext")

    def read(pdf: Path) -> str:
        return _run(command, "-layout", "-enc", "UTF-8", pdf, "-")

    return read


def _tool(*names: str) -> str:
    """The first of these commands that is on PATH; without any, the test skips."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(MISSING + " or ".join(names))
    return found


def _run(*command: str | Path) -> str:
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=180, env=environment)
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}: {done.stderr}"
    return done.stdout


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """End the run with the number of tests that skipped for want of a tool."""
    yield
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = [report.longrepr[2] for report in skipped if isinstance(report.longrepr, tuple)]
    missing = [reason.split(MISSING)[1] for reason in reasons if MISSING in reason]
    if missing:
        tools = ", ".join(f"{missing.count(name)} without {name}" for name in sorted(set(missing)))
        terminalreporter.write_line(f"Tests skipped for missing tools: {len(missing)} ({tools})", yellow=True)
