"""The built wheel renders where nothing is installed but the wheel and the dependencies that it declares."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "specs" / "us-ukraine-2024.yaml"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel, its declared dependencies and nothing else: no pip, no checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, symlinks=True)
    python = environment / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", wheel)
    lend_dependencies(site_packages(environment))
    return environment


def test_rendering_from_the_wheel(environment: Path, tmp_path: Path) -> None:
    spec = shutil.copy(SPEC, tmp_path)
    command = environment / "bin" / "treatydraft"

    run(command, "render", spec, "--to", "docx,md", "--out", tmp_path / "drafts", cwd=tmp_path)

    drafts = {path.name for path in (tmp_path / "drafts").iterdir()}
    assert {"us-ukraine-2024.docx", "us-ukraine-2024.md"} <= drafts


def test_a_new_pack_from_the_wheel(environment: Path, tmp_path: Path) -> None:
    run(environment / "bin" / "treatydraft", "pack", "new", "kites", cwd=tmp_path)
    made = {path.name for path in (tmp_path / "templates" / "kites").iterdir()}
    assert {"pack.yaml", "fields.yaml", "agreement.docx", "agreement.md", "clauses", "vocabulary"} == made


def test_everything_comes_from_the_wheel(environment: Path, tmp_path: Path) -> None:
    python = environment / "bin" / "python"
    module = run(python, "-c", "import treatydraft; print(treatydraft.__file__)", cwd=tmp_path).strip()
    installed = site_packages(environment) / "treatydraft"

    assert Path(module) == installed / "__init__.py"
    assert (installed / "_templates" / "security-agreement" / "pack.yaml").is_file()
    assert (installed / "py.typed").is_file()


def site_packages(environment: Path) -> Path:
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(environment)}))


def lend_dependencies(target: Path) -> None:
    """Link what the wheel declares, and what that declares in turn, from the environment of this test run.

    It stands for `pip install`, needs no network, and leaves out what the wheel forgot to declare.
    """
    for name in needed("treatydraft") - {"treatydraft"}:
        lent = distribution(name)
        top_level = {file.parts[0] for file in lent.files or () if file.parts[0] not in ("..", "__pycache__")}
        for entry in top_level:
            if not (target / entry).exists():
                (target / entry).symlink_to(str(lent.locate_file(entry)))


def needed(name: str) -> set[str]:
    """This distribution and all that it needs, as its installed metadata say, extras left out."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            requirements = map(Requirement, distribution(name).requires or ())
            waiting += [r.name for r in requirements if r.marker is None or r.marker.evaluate({"extra": ""})]
    return found


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run in an environment without Python's own settings, so that none leads back to the checkout."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done.stdout
