"""What no command writes to, though it is forced to: links, devices, inputs, files that somebody works on."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.runner import US, Run, treatydraft

from treatydraft.cli.outputs import LEDGER, OutputError, make_folder, write_outputs
from treatydraft.cli.targets import lock_beside

DRAFT = "us-ukraine-2024.md"
SCHEMA = [sys.executable, "-m", "treatydraft", "schema"]


@pytest.fixture
def received(tmp_path: Path) -> Path:
    file = tmp_path / "received.txt"
    file.write_text("Agreement on fish\n\nThis Agreement is valid for ten years.\n", encoding="utf-8")
    return file


# Each writes one file into a folder, with --force where the command has it.
WRITE: dict[str, tuple[str, Callable[[Path, Path], Run]]] = {
    "render": (DRAFT, lambda out, _: treatydraft("render", US, "--to", "md", "--out", out, "--force")),
    "new": ("fish.yaml", lambda out, _: treatydraft("new", "fish", "--party", "US,UA", "--out", out)),
    "read": ("fish.json", lambda out, text: treatydraft("read", text, "--out", out / "fish.json", "--force")),
    "spec": ("fish.yaml", lambda out, text: treatydraft("read", text, "--out", out / "fish.yaml", "--force")),
    "diff": ("d.html", lambda out, text: treatydraft("diff", text, text, "--out", out / "d.html", "--force")),
    "redline": ("d.docx", lambda out, t: treatydraft("diff", t, t, "--out", out / "d.docx", "--force")),
    "matrix": ("m.csv", lambda out, text: treatydraft("matrix", text, "--out", out / "m.csv", "--force")),
    "facts": ("f.json", lambda out, text: treatydraft("facts", text, "--out", out / "f.json", "--force")),
}


@pytest.mark.parametrize("name", WRITE)
@pytest.mark.parametrize("dangling", [False, True], ids=["link", "dangling"])
def test_a_link_is_not_written_through(name: str, *, dangling: bool, tmp_path: Path, received: Path) -> None:
    file, write = WRITE[name]
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    if not dangling:
        elsewhere.write_text("somebody's", encoding="utf-8")
    (out / file).symlink_to(elsewhere)
    run = write(out, received)
    assert run.status == 2
    assert run.err.startswith(f"{out / file}: {'exists already' if name == 'new' else 'is a link'}")
    assert run.err.count("\n") == 1
    assert (out / file).is_symlink()
    assert elsewhere.exists() != dangling
    if not dangling:
        assert elsewhere.read_text(encoding="utf-8") == "somebody's"


@pytest.mark.parametrize("name", WRITE)
@pytest.mark.parametrize("inside", ["", "deep"], ids=["folder", "folder-above"])
def test_a_folder_elsewhere_is_not_reached_by_a_link(
    name: str, inside: str, tmp_path: Path, received: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    project.mkdir()
    elsewhere.mkdir()
    (project / "out").symlink_to(elsewhere)
    monkeypatch.chdir(project)
    run = WRITE[name][1](Path("out") / inside, received)
    assert run.status == 2
    assert "a link leads from here to" in run.err
    assert str(elsewhere) in run.err
    assert list(elsewhere.iterdir()) == []


def test_the_folder_of_schemas_is_not_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "specs" / "schemas").symlink_to(tmp_path / "elsewhere")
    run = treatydraft("new", "fish", "--party", "US,UA", "--out", tmp_path / "specs")
    assert (run.status, list((tmp_path / "elsewhere").iterdir())) == (2, [])
    assert not (tmp_path / "specs" / "fish.yaml").exists()


def test_a_link_that_stays_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    monkeypatch.chdir(tmp_path)
    assert treatydraft("render", US, "--to", "md", "--out", "out").status == 0
    assert (tmp_path / "real" / DRAFT).exists()


def test_links_above_a_folder_elsewhere_are_the_systems(tmp_path: Path) -> None:
    (tmp_path / "real" / "home").mkdir(parents=True)
    (tmp_path / "home").symlink_to(tmp_path / "real" / "home")
    make_folder(tmp_path / "home" / "out")
    assert (tmp_path / "real" / "home" / "out").is_dir()


@pytest.mark.parametrize("kind", ["fifo", "folder", "device"])
@pytest.mark.parametrize("name", ["render", "read", "matrix"])
def test_only_ordinary_files_are_replaced(name: str, kind: str, tmp_path: Path, received: Path) -> None:
    file, write = WRITE[name]
    out = tmp_path / "out"
    out.mkdir()
    match kind:
        case "fifo":
            os.mkfifo(out / file)
        case "folder":
            (out / file).mkdir()
        case _:
            _device(out / file)
    before = (out / file).lstat()
    run = write(out, received)
    assert run.status == 2
    assert run.err.startswith(f"{out / file}: is {'a folder' if kind == 'folder' else 'no ordinary file'}")
    assert (out / file).lstat().st_mode == before.st_mode


def _device(path: Path) -> None:
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 3))
    except OSError:
        pytest.skip("no right to make a device here")


@pytest.mark.parametrize("hidden", [LEDGER, ".treatydraft.lock"])
def test_our_own_files_are_no_links_either(hidden: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    victim = tmp_path / "victim"
    victim.write_text("{}", encoding="utf-8")
    (tmp_path / "out" / hidden).symlink_to(victim)
    run = treatydraft("render", US, "--to", "md", "--out", tmp_path / "out", "--force")
    assert run.status == 2
    assert "is a link" in run.err
    assert victim.read_text(encoding="utf-8") == "{}"
    assert not (tmp_path / "out" / DRAFT).exists()


@pytest.mark.parametrize("name", ["../x.md", "a/b.md", "/etc/x.md", "..", ".", "", "c:x.md", "a\\b", "a\0b"])
def test_names_stay_in_the_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is no name of a file in it"):
        write_outputs(tmp_path / "out", {"fine.md": b"", name: b""}, force=True)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("ledger", ["[" * 100_000, '{"files": 3}', '{"files": {"a": 3}}', "\0", "[]", '"x"'])
def test_a_ledger_that_is_damaged_or_hostile_keeps_files(ledger: str, tmp_path: Path) -> None:
    (tmp_path / LEDGER).write_text(ledger, encoding="utf-8")
    (tmp_path / "a.md").write_bytes(b"somebody's")
    (outcome,) = write_outputs(tmp_path, {"a.md": b"ours"}, force=False)
    assert (outcome.fate, (tmp_path / "a.md").read_bytes()) == ("foreign", b"somebody's")


class TestInputs:
    """A file that was read is not written, by whatever name it is reached."""

    @pytest.mark.parametrize("way", ["same", "hard link"])
    @pytest.mark.parametrize("command", ["read", "matrix", "facts", "diff"])
    def test_of_one_file(self, command: str, way: str, tmp_path: Path, received: Path) -> None:
        out = received if way == "same" else tmp_path / "other.md"
        if way != "same":
            os.link(received, out)
        files = [received, received] if command == "diff" else [received]
        form = "json" if command == "facts" else "md"
        run = treatydraft(command, *files, "--to", form, "--out", out, "--force")
        assert (run.status, run.err) == (2, f"{out}: is the file that was read; name another file\n")
        assert received.read_text(encoding="utf-8").startswith("Agreement on fish")

    def test_a_spec(self, tmp_path: Path) -> None:
        spec = tmp_path / DRAFT.replace(".md", ".json")
        spec.write_bytes(US.read_bytes())
        run = treatydraft("render", spec, "--to", "json", "--out", tmp_path, "--force")
        assert (run.status, run.err) == (2, f"{spec}: is the file that was read; name another file\n")
        assert spec.read_bytes() == US.read_bytes()

    def test_a_template(self, tmp_path: Path) -> None:
        template = tmp_path / DRAFT
        template.write_text("{{ notice }}", encoding="utf-8")
        run = treatydraft("render", US, "--template", template, "--out", tmp_path, "--force")
        assert run.status == 2
        assert template.read_text(encoding="utf-8") == "{{ notice }}"


class TestOpenElsewhere:
    """A file that is open in Word or LibreOffice is left to the person who works on it."""

    @pytest.mark.parametrize(
        ("file", "lock"),
        [
            ("a.docx", "~$a.docx"),
            ("letter.docx", "~$letter.docx"),
            ("letters.docx", "~$etters.docx"),
            ("agreement.docx", "~$reement.docx"),
            ("agreement.xlsx", "~$agreement.xlsx"),
            ("agreement.odt", ".~lock.agreement.odt#"),
        ],
    )
    def test_locks_are_known(self, file: str, lock: str, tmp_path: Path) -> None:
        assert lock_beside(tmp_path / file) is None
        (tmp_path / lock).touch()
        assert lock_beside(tmp_path / file) == tmp_path / lock

    def test_a_short_name_is_not_taken_for_the_end_of_a_long_one(self, tmp_path: Path) -> None:
        (tmp_path / "~$draft.docx").touch()
        assert lock_beside(tmp_path / "a-draft.docx") is None

    @pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "forced"])
    def test_render_keeps_it_and_writes_the_others(self, force: list[str], tmp_path: Path) -> None:
        spec = tmp_path / "spec.yaml"
        spec.write_text(US.read_text(encoding="utf-8"), encoding="utf-8")
        assert treatydraft("render", spec, "--to", "md,txt", "--out", tmp_path / "out").status == 0
        old = {path.suffix: path.read_bytes() for path in (tmp_path / "out").glob("us-*")}
        (tmp_path / "out" / "~$-ukraine-2024.md").touch()
        spec.write_text(spec.read_text(encoding="utf-8").replace("6 months", "7 months"), encoding="utf-8")
        run = treatydraft("render", spec, "--to", "md,txt", "--out", tmp_path / "out", *force)
        assert run.status == 1
        assert f"{DRAFT}: kept, since it is open in an office program; close it there" in run.err
        assert (tmp_path / "out" / DRAFT).read_bytes() == old[".md"]
        assert (tmp_path / "out" / DRAFT).with_suffix(".txt").read_bytes() != old[".txt"]

    def test_unchanged_is_no_matter(self, tmp_path: Path) -> None:
        assert treatydraft("render", US, "--to", "md", "--out", tmp_path).status == 0
        (tmp_path / f"~${DRAFT[2:]}").touch()
        assert treatydraft("render", US, "--to", "md", "--out", tmp_path).status == 0

    def test_a_result_is_refused(self, tmp_path: Path, received: Path) -> None:
        out = tmp_path / "matrix.xlsx"
        out.write_bytes(b"mine")
        (tmp_path / "~$matrix.xlsx").touch()
        run = treatydraft("matrix", received, "--out", out, "--force")
        assert run.status == 2
        assert run.err == (
            f"{out}: is open in an office program, as ~$matrix.xlsx beside it says; close it there, or delete"
            " ~$matrix.xlsx if nobody has the file open\n"
        )
        assert out.read_bytes() == b"mine"

    def test_windows_says_it_itself(
        self, tmp_path: Path, received: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def held(*_: object) -> None:
            error = PermissionError(13, "The process cannot access the file")
            error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
            raise error

        (tmp_path / "matrix.csv").write_bytes(b"mine")
        monkeypatch.setattr(os, "replace", held)
        run = treatydraft("matrix", received, "--out", tmp_path / "matrix.csv", "--force")
        assert run.status == 2
        assert run.err.endswith("; close it if it is open in another program\n")


class TestRights:
    """A file keeps its rights, and one that is protected is left alone."""

    def test_a_secret_draft_stays_secret(self, tmp_path: Path, received: Path) -> None:
        out = tmp_path / "fish.json"
        out.write_bytes(b"")
        out.chmod(0o600)
        assert treatydraft("read", received, "--out", out, "--force").status == 0
        assert stat.S_IMODE(out.stat().st_mode) == 0o600

    def test_a_new_file_has_those_of_any_new_file(self, tmp_path: Path, received: Path) -> None:
        mask = os.umask(0o027)
        try:
            assert treatydraft("read", received, "--out", tmp_path / "fish.json").status == 0
        finally:
            os.umask(mask)
        assert stat.S_IMODE((tmp_path / "fish.json").stat().st_mode) == 0o640

    def test_one_that_is_protected(self, tmp_path: Path, received: Path) -> None:
        out = tmp_path / "fish.json"
        out.write_bytes(b"signed")
        out.chmod(0o444)
        run = treatydraft("read", received, "--out", out, "--force")
        assert run.status == 2
        assert run.err.startswith(f"{out}: is write-protected")
        assert out.read_bytes() == b"signed"

    def test_nothing_is_written_where_one_is_protected(self, tmp_path: Path) -> None:
        write_outputs(tmp_path, {"a.md": b"old", "b.md": b"old"}, force=False)
        (tmp_path / "b.md").chmod(0o444)
        with pytest.raises(OutputError, match="write-protected"):
            write_outputs(tmp_path, {"a.md": b"new", "b.md": b"new"}, force=False)
        assert (tmp_path / "a.md").read_bytes() == b"old"

    def test_a_hard_link_keeps_the_old_bytes(self, tmp_path: Path) -> None:
        write_outputs(tmp_path, {"a.md": b"old"}, force=False)
        os.link(tmp_path / "a.md", tmp_path / "copy.md")
        write_outputs(tmp_path, {"a.md": b"new"}, force=False)
        assert (tmp_path / "copy.md").read_bytes() == b"old"

    def test_a_name_that_is_too_long(self, tmp_path: Path, received: Path) -> None:
        run = treatydraft("read", received, "--out", tmp_path / ("a" * 300 + ".json"))
        assert run.status == 2
        assert run.err.endswith("cannot be written: File name too long\n")

    def test_a_long_name_leaves_room_for_the_temporary_one(self, tmp_path: Path, received: Path) -> None:
        assert treatydraft("read", received, "--out", tmp_path / ("a" * 250 + ".json")).status == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_standard_output_on_a_full_disk() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(SCHEMA, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    assert done.stderr == "standard output: cannot be used: No space left on device\n"


def test_a_reader_that_has_seen_enough() -> None:
    running = subprocess.Popen(SCHEMA, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout
    assert running.stderr
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()
    assert (running.wait(60), said) == (1, b"")
