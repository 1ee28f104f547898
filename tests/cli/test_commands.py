"""`new`, `validate` and `schema`, and the help of all commands."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.runner import JAPAN, SPECS, US, close, treatydraft
from typer.testing import CliRunner

from treatydraft.cli.app import app
from treatydraft.packs import pack_names
from treatydraft.spec import read_yaml

HELP = Path(__file__).parent / "help"
SCHEMA = SPECS / "schemas" / "security-agreement.schema.json"


COMMANDS = ["", "new", "validate", "render", "read", "facts", "diff", "lint", "matrix", "schema"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help(command: str, *, accept: bool) -> None:
    run = treatydraft(*filter(None, [command]), "--help")
    assert run.status == 0
    expected = HELP / f"{command or 'treatydraft'}.txt"
    actual = "\n".join(line.rstrip() for line in run.out.splitlines()).strip() + "\n"
    if accept:
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_for_people(command: str) -> None:
    said = treatydraft(*filter(None, [command]), "--help").out
    assert "<bool>" not in said
    assert "list[" not in said
    assert not re.search(r"^  \w+ .*\.\.\.$", said, re.MULTILINE), "a line of the list of commands is cut off"


@pytest.mark.parametrize("variable", ["NO_COLOR", "FORCE_COLOR"])
def test_help_has_no_colour(variable: str) -> None:
    said = CliRunner(env={variable: "1"}).invoke(app, ["--help"]).stdout
    assert "\x1b" not in said


class TestValidate:
    def test_valid(self) -> None:
        run = treatydraft("validate", US, JAPAN)
        assert (run.status, run.out, run.err) == (0, "", "2 specs valid\n")

    def test_every_error_of_every_file(self, tmp_path: Path) -> None:
        for name, old, new in (("a", "6 months", "6 moons"), ("b", "register: binding", "register: bindng")):
            (tmp_path / f"{name}.yaml").write_text(US.read_text().replace(old, new, 1), encoding="utf-8")
        run = treatydraft("validate", tmp_path / "a.yaml", tmp_path / "b.yaml")
        assert run.status == 1
        assert "a.yaml:" in run.err
        assert "did you mean binding?" in run.err
        assert "2 errors in 2 files of 2" in run.err

    def test_json(self, tmp_path: Path) -> None:
        spec = tmp_path / "a.yaml"
        spec.write_text(US.read_text().replace("6 months", "6 moons"), encoding="utf-8")
        run = treatydraft("validate", spec, "--json")
        data = json.loads(run.out)
        schema = json.loads(treatydraft("schema", "errors").out)
        Draft202012Validator(schema).validate(data)
        assert (run.status, data["errors"][0]["path"]) == (1, "termination.notice")

    @pytest.mark.parametrize("name", ["missing.yaml", "."])
    def test_what_cannot_be_read(self, name: str, tmp_path: Path) -> None:
        run = treatydraft("validate", tmp_path / name)
        assert run.status == 2
        assert "Traceback" not in run.err

    @pytest.mark.parametrize(
        ("source", "status"),
        [
            (b"a:\tb", 2),
            (b"a: [", 2),
            (b"a: !x 1", 2),
            (b"a: &x 1", 2),
            (b"a: \xff", 2),
            (b"#" * 300_000, 2),
            (b"a: 1\n---\nb: 2", 2),
            (b"a: " + b"[" * 50, 2),
            (b"a: 1", 1),
            (b"", 1),
            (b"- a", 1),
            (b"treatydraft: 1\ntreatydraft: 1", 1),
        ],
    )
    def test_status_tells_what_is_no_yaml_from_what_is_no_spec(
        self, source: bytes, status: int, tmp_path: Path
    ) -> None:
        spec = tmp_path / "a.yaml"
        spec.write_bytes(source)
        assert treatydraft("validate", spec).status == status

    @pytest.mark.parametrize("as_json", [[], ["--json"]])
    def test_a_file_that_is_closed_keeps_no_other_back(
        self, as_json: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        closed, bad = tmp_path / "closed.yaml", tmp_path / "bad.yaml"
        closed.write_bytes(US.read_bytes())
        bad.write_text("treatydraft: 2\n", encoding="utf-8")
        close(closed, monkeypatch)
        run = treatydraft("validate", closed, bad, *as_json)
        said = run.out if as_json else run.err
        assert run.status == 2
        assert "closed.yaml" in said
        assert "the file cannot be read: permission denied" in said
        assert "bad.yaml" in said

    def test_unknown_pack(self, tmp_path: Path) -> None:
        spec = tmp_path / "a.yaml"
        spec.write_text(
            US.read_text().replace("pack: security-agreement", "pack: security-agrement"), encoding="utf-8"
        )
        run = treatydraft("validate", spec)
        assert run.status == 1
        assert "did you mean security-agreement?" in run.err


class TestNew:
    def test_it_validates_and_renders(self, tmp_path: Path) -> None:
        run = treatydraft("new", "us-ukraine", "--party", "US", "--party", "UA", "--out", tmp_path)
        spec = tmp_path / "us-ukraine.yaml"
        assert (run.status, run.out.split()[0]) == (0, str(spec))
        first = spec.read_text().splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        assert (tmp_path / first.partition("$schema=")[2]).exists()
        assert treatydraft("validate", spec).status == 0
        assert treatydraft("render", spec, "--to", "docx,txt", "--out", tmp_path).status == 0

    def test_it_never_replaces_a_spec(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text("mine", encoding="utf-8")
        run = treatydraft("new", "a", "--party", "US", "--party", "UA", "--out", tmp_path)
        assert run.status == 2
        assert (tmp_path / "a.yaml").read_text() == "mine"

    def test_it_says_what_is_for_whom(self, tmp_path: Path) -> None:
        run = treatydraft("new", "us-ukraine", "--party", "US,UA", "--out", tmp_path)
        spec, schema = run.out.split()
        assert f"treatydraft validate {spec}" in Path(spec).read_text(encoding="utf-8")
        assert run.err == f"{schema} is for editors, which complete and check specs with it\n"

    def test_names_are_taken_for_codes(self, tmp_path: Path) -> None:
        run = treatydraft("new", "a", "--party", "Norway, UK", "--party", "EU", "--out", tmp_path)
        ids = re.findall(r"(?m)^  - id: (\w+)$", (tmp_path / "a.yaml").read_text(encoding="utf-8"))
        assert ids == ["NO", "GB", "EU"]
        assert "Norway: taken as NO" in run.err
        assert "UK: taken as GB" in run.err

    def test_a_folder_without_a_name(self) -> None:
        run = treatydraft("new", "a", "--party", "US,UA", "--out", "")
        assert run.status == 2
        assert "name a folder" in run.err

    @pytest.mark.parametrize("name", ["file", "file/specs"])
    def test_a_file_in_place_of_the_folder(self, name: str, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        run = treatydraft("new", "a", "--party", "US,UA", "--out", tmp_path / name)
        assert run.status == 2
        assert run.err == f"{tmp_path / 'file'}: is a file, and a folder is needed there\n"

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["a", "--party", "us,UA"], "did you mean US?"),
            (["a", "--party", "ZZ,UA"], "ZZ is no country code"),
            (["a", "--party", ","], "two parties or more"),
            (["a b", "--party", "US,UA"], "did you mean a-b?"),
            (["a", "--party", "US"], "two parties or more"),
            (
                ["a", "--party", "US", "--party", "UA", "--pack", "fish"],
                "there is no pack “fish”; there are scientific-cooperation, sec",
            ),
            (["../a", "--party", "US", "--party", "UA"], "../a"),
            (["a", "--party", "US", "--party", "US"], "each of another id"),
        ],
    )
    def test_refused(self, arguments: list[str], words: str, tmp_path: Path) -> None:
        run = treatydraft("new", *arguments, "--out", tmp_path / "out")
        assert run.status == 2
        assert words in run.err
        assert not (tmp_path / "out").exists()


class TestSchema:
    @pytest.mark.parametrize(
        "kind", ["spec", "document", "comparison", "errors", "pack", "fields", "vocabulary"]
    )
    def test_is_a_schema(self, kind: str) -> None:
        run = treatydraft("schema", kind)
        Draft202012Validator.check_schema(json.loads(run.out))
        assert json.loads(run.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"

    @pytest.mark.parametrize("pack", pack_names())
    def test_the_one_beside_the_specs_is_current(self, pack: str, *, accept: bool) -> None:
        actual, path = (
            treatydraft("schema", "spec", "--pack", pack).out,
            SCHEMA.with_name(f"{pack}.schema.json"),
        )
        if accept:
            path.write_text(actual, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == actual

    def test_the_words_of_the_pack_stand_in_it(self) -> None:
        schema = json.loads(treatydraft("schema", "spec").out)
        instrument = schema["$defs"]["Instrument"]["properties"]
        assert {"us", "european"} <= set(instrument["house_style"]["enum"])
        assert "memorandum-of-understanding" in instrument["form"]["enum"]
        recital = next(one for one in schema["properties"]["recitals"]["items"]["oneOf"] if "enum" in one)
        assert "sovereignty" in recital["enum"]
        topics = schema["$defs"]["Annex"]["properties"]["topics"]["anyOf"][0]["enum"]
        assert {"support", "review"} <= set(topics)
        assert not [topic for topic in topics if topic.startswith("recital")]

    @pytest.mark.parametrize("path", sorted(SPECS.glob("*.yaml")), ids=lambda path: path.stem)
    def test_the_shipped_specs_are_as_it_says(self, path: Path) -> None:
        read, _ = read_yaml(path.read_bytes(), path.name)
        assert read
        schema = SCHEMA.with_name(f"{read.data['pack']}.schema.json").read_text(encoding="utf-8")
        Draft202012Validator(json.loads(schema)).validate(read.data)

    def test_unknown_kind(self) -> None:
        run = treatydraft("schema", "spce")
        assert run.status == 2
        kinds = "spec, document, facts, comparison, matrix, findings, errors, pack, fields, vocabulary"
        assert run.err == f"schema: there is no “spce”; there are {kinds} (did you mean spec?)\n"

    def test_unknown_pack(self) -> None:
        run = treatydraft("schema", "spec", "--pack", "fish")
        assert run.status == 2
        assert "there are scientific-cooperation, security-agreement" in run.err


def test_version() -> None:
    assert treatydraft("--version").out.startswith("treatydraft ")
