"""The repository tells nothing of the machine it was written on, and its lock file keeps its promises."""

import io
import re
import subprocess
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
SPECS = sorted((ROOT / "specs").glob("**/*.yaml"))
FRAGMENTS = sorted(path for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md")

# Put together from parts, so that this file holds none of what it looks for.
INDEXES = "|".join(
    rf"\b{name}\.{domain}\b"
    for name, domain in [
        ("pypi", "(?:org|python)"),
        ("pythonhosted", "org"),
        ("registry", "(?:npmjs|yarnpkg)"),
        ("deb", "debian"),
    ]
)
MACHINE_PATHS = r"(?<![\w.~])/(?:work|root|home|Users)/\w"


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """The files of the repository: those that git knows and the new ones that it does not ignore."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as problem:
        pytest.skip(f"not in a git checkout: {problem}")
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("forbidden", [INDEXES, MACHINE_PATHS], ids=["index addresses", "machine paths"])
def test_no_trace_of_a_machine(files: list[Path], forbidden: str) -> None:
    pattern = re.compile(forbidden)
    found = {
        f"{path.relative_to(ROOT)}: {hit.group()}"
        for path in files
        for text in texts(path.read_bytes())
        for hit in pattern.finditer(text)
    }
    assert not found


def texts(content: bytes) -> Iterator[str]:
    """The content as text and, where it is a package such as a Word file, that of each part in it."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for part in package.infolist():
                yield package.read(part).decode(errors="ignore")
    else:
        yield content.decode(errors="ignore")


def test_lock_holds_no_address() -> None:
    for address in ("://", "file:", "--index-url", "--extra-index-url", "--find-links", " @ "):
        assert address not in LOCK


def test_lock_has_a_hash_for_each_requirement() -> None:
    requirements = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", LOCK, flags=re.MULTILINE).strip())
    for requirement in requirements:
        assert re.match(r"[a-z0-9-]+==\S+( ; [^\n]+)? \\\n +--hash=sha256:[0-9a-f]{64}", requirement)


def test_lock_satisfies_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK, flags=re.MULTILINE))
    declared = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["pdf"],
        *project["dependency-groups"]["dev"],
    ]
    for requirement in map(Requirement, declared):
        assert requirement.specifier.contains(pinned[requirement.name.lower().replace(".", "-")]), requirement


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_spec_names_its_schema_for_editors(spec: Path) -> None:
    assert spec.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=")


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda path: path.name)
def test_fragment_is_named_as_contributing_says(fragment: Path) -> None:
    assert re.fullmatch(r"\d+\.(added|changed|fixed)\.md", fragment.name)
    assert fragment.read_text(encoding="utf-8").strip().endswith(".")
