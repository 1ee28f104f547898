"""`treatydraft lint` as a person meets it."""

import json
import shutil
from pathlib import Path

import docx
import jsonschema
import pytest
from tests.cli.runner import US, treatydraft
from tests.linting.drafts import with_clause

from treatydraft.linting import RULES
from treatydraft.packs.location import shipped_packs
from treatydraft.reports.findings_json import findings_schema

CLAUSE = "[#first] The Parties shall report for six (9) months."


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A spec with one error, in the folder where the command runs."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "spec.yaml"
    file.write_text(with_clause(CLAUSE), encoding="utf-8")
    return Path("spec.yaml")


def test_clean() -> None:
    run = treatydraft("lint", US, "--stage", "signature", "--select", "TD501")
    assert (run.status, run.out, run.err) == (0, "1 file: nothing found\n", "")


def test_text(spec: Path) -> None:
    run = treatydraft("lint", spec, "--select", "TD501")
    line = spec.read_text(encoding="utf-8").split("six (9)")[0].count("\n") + 1
    assert run.status == 1
    assert run.out == (
        f"spec.yaml:{line}:45: clauses[0].text, Article IV: error: “six” and “9” are two numbers, and the\n"
        "    text says that they are one [TD501 words-and-figures]\n"
        "    The Parties shall report for »six (9)« months.\n"
        "    → find out which of the two was agreed, and write it both times\n"
        "1 file: 1 error, 0 warnings, 0 notes; `treatydraft lint --explain CODE` says why a rule is there\n"
    )


def test_json(spec: Path) -> None:
    run = treatydraft("lint", spec, "--select", "TD501", "--json")
    found = json.loads(run.out)
    jsonschema.validate(found, findings_schema())
    assert run.status == 1
    assert found["counts"] == {"error": 1, "warning": 0, "info": 0}
    assert found["findings"][0]["place"]["field"] == "clauses[0].text"


def test_several_files(spec: Path) -> None:
    found = json.loads(treatydraft("lint", spec, US, "--select", "TD501", "--json").out)
    assert [len(one["findings"]) for one in found["results"]] == [1, 0]


def test_sarif(spec: Path) -> None:
    run = treatydraft("lint", spec, "--select", "TD501", "--to", "sarif")
    [done] = json.loads(run.out)["runs"]
    [result] = done["results"]
    assert [rule["id"] for rule in done["tool"]["driver"]["rules"]] == ["TD501"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("TD501", 0, "error")
    [location] = result["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "spec.yaml"}
    assert location["physicalLocation"]["region"]["startColumn"] == 45


def test_sarif_tells_what_is_ignored(spec: Path) -> None:
    spec.write_text(
        with_clause(CLAUSE, before="# treatydraft: ignore TD501 because: agreed"), encoding="utf-8"
    )
    run = treatydraft("lint", spec, "--select", "TD501", "--to", "sarif")
    [result] = json.loads(run.out)["runs"][0]["results"]
    assert run.status == 1  # there is no reason behind `because:`
    assert "suppressions" not in result
    spec.write_text(
        with_clause(CLAUSE, before="# treatydraft: ignore TD501 because agreed"), encoding="utf-8"
    )
    run = treatydraft("lint", spec, "--select", "TD501", "--to", "sarif")
    assert run.status == 0
    assert json.loads(run.out)["runs"][0]["results"][0]["suppressions"] == [{"kind": "inSource"}]


def test_github(spec: Path) -> None:
    run = treatydraft("lint", spec, "--select", "TD501", "--to", "github")
    assert run.out.startswith("::error file=spec.yaml,line=")
    assert ",col=45,title=TD501 words-and-figures::“six” and “9”" in run.out


@pytest.mark.parametrize("form", ["yaml", "docx"])
def test_comments_in_word(spec: Path, form: str) -> None:
    file = spec
    if form == "docx":
        treatydraft("render", spec, "--to", "docx", "--out", "drafts")
        file = Path("drafts/us-ukraine-2024.docx")
    run = treatydraft("lint", file, "--select", "TD501", "--out", "marked.docx")
    assert run.status == 1
    [comment] = docx.Document("marked.docx").comments
    assert comment.author == "treatydraft"
    assert comment.text.startswith("Error TD501: “six” and “9” are two numbers")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name the files to lint, or a rule with --explain\n"),
        (["--explain", "TD000"], "--explain: there is no rule “TD000”"),
        (["x.yaml", "--select", "words-and-figure"], "(did you mean words-and-figures?)"),
        (
            ["x.yaml", "--stage", "drafts"],
            "--stage: there is no “drafts”; there are draft, initialling, signature",
        ),
        (["x.yaml", "--to", "xml"], "--to: there is no “xml”"),
        (["x.yaml", "--to", "docx"], "a docx file cannot be printed: name one with --out FILE.docx\n"),
        (["missing.docx"], "missing.docx: the file cannot be read: no such file or directory\n"),
    ],
)
def test_what_cannot_be_done(arguments: list[str], message: str) -> None:
    run = treatydraft("lint", *arguments)
    assert run.status == 2
    assert message in run.err
    assert not run.out


def test_settings_of_the_folder(spec: Path) -> None:
    Path("treatydraft.toml").write_text("[lint.severity]\nTD501 = 'info'\n", encoding="utf-8")
    run = treatydraft("lint", spec, "--select", "TD501")
    assert run.status == 0
    assert "note: “six” and “9” are two numbers" in run.out
    Path("treatydraft.toml").write_text("[lint]\nignore = ['TD051']\n", encoding="utf-8")
    run = treatydraft("lint", spec)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("lint.ignore: there is no rule “TD051”")


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_each_rule_is_explained(rule: object) -> None:
    code = getattr(rule, "code", "")
    run = treatydraft("lint", "--explain", code)
    assert run.status == 0
    assert run.out.startswith(f"## {code} ")
    assert "**Wrong**" in run.out


def test_all_rules_are_listed() -> None:
    lines = treatydraft("lint", "--explain", "all").out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES]


def test_a_pack_sets_severities_and_a_person_before_it(spec: Path) -> None:
    pack = Path("templates/security-agreement")
    shutil.copytree(shipped_packs() / pack.name, pack)
    manifest = pack / "pack.yaml"
    manifest.write_text(
        f"{manifest.read_text(encoding='utf-8')}\nlint: {{severity: {{TD501: info}}}}\n", encoding="utf-8"
    )
    run = treatydraft("lint", spec, "--select", "TD501")
    assert (run.status, "note: “six” and “9” are two numbers" in run.out) == (0, True)
    Path("treatydraft.toml").write_text("[lint.severity]\nTD5 = 'warning'\n", encoding="utf-8")
    run = treatydraft("lint", spec, "--select", "TD501")
    assert (run.status, "warning: “six” and “9” are two numbers" in run.out) == (1, True)


def test_a_severity_that_is_none_is_a_fault_of_the_pack(spec: Path) -> None:
    pack = Path("templates/security-agreement")
    shutil.copytree(shipped_packs() / pack.name, pack)
    with (pack / "pack.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("\nlint: {severity: {TD501: grave}}\n")
    run = treatydraft("lint", spec)
    assert run.status == 2
    assert "lint.severity" in run.err
    assert "error, warning, info, off" in run.err
