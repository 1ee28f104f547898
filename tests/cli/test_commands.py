"""`new`, `validate` and `schema`, and the help of all commands."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.runner import JAPAN, SPECS, US, treatydraft

HELP = Path(__file__).parent / "help"


@pytest.mark.parametrize("command", ["", "new", "validate", "render", "schema"])
def test_help(command: str, *, accept: bool) -> None:
    run = treatydraft(*filter(None, [command]), "--help")
    assert run.status == 0
    expected = HELP / f"{command or 'treatydraft'}.txt"
    actual = "\n".join(line.rstrip() for line in run.out.splitlines()).strip() + "\n"
    if accept:
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")


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

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["a", "--party", "US"], "two parties or more"),
            (["a", "--party", "US", "--party", "UA", "--pack", "fish"], "there are security-agreement"),
            (["../a", "--party", "US", "--party", "UA"], "../a"),
            (["a", "--party", "US", "--party", "US"], "each of another id"),
        ],
        ids=["one party", "unknown pack", "bad id", "twice"],
    )
    def test_refused(self, arguments: list[str], words: str, tmp_path: Path) -> None:
        run = treatydraft("new", *arguments, "--out", tmp_path / "out")
        assert run.status == 2
        assert words in run.err
        assert not (tmp_path / "out").exists()


class TestSchema:
    @pytest.mark.parametrize("kind", ["spec", "document", "errors"])
    def test_is_a_schema(self, kind: str) -> None:
        run = treatydraft("schema", kind)
        Draft202012Validator.check_schema(json.loads(run.out))
        assert json.loads(run.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"

    def test_the_one_beside_the_specs_is_current(self, *, accept: bool) -> None:
        kept = SPECS / "schemas" / "security-agreement.schema.json"
        actual = treatydraft("schema", "spec").out
        if accept:
            kept.write_text(actual, encoding="utf-8")
        assert kept.read_text(encoding="utf-8") == actual

    def test_unknown_pack(self) -> None:
        run = treatydraft("schema", "spec", "--pack", "fish")
        assert run.status == 2
        assert "there are security-agreement" in run.err


def test_version() -> None:
    assert treatydraft("--version").out.startswith("treatydraft ")
