"""Which rules count: options of the call, a file of settings, and rules of other packages."""

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest
from tests.linting.notation import text_of

from treatydraft.linting import RULES, Mark, Rule, Settings, Text, lint
from treatydraft.linting.configuration import Configuration, ConfigurationError, configuration_for
from treatydraft.linting.plugins import RuleError, checked

FIGURES = next(rule for rule in RULES if rule.code == "TD501")


@pytest.mark.parametrize(
    ("settings", "severity"),
    [
        (Settings(), "error"),
        (Settings(select=("TD501",)), "error"),
        (Settings(select=("td5",)), "error"),
        (Settings(select=("words-and-figures",)), "error"),
        (Settings(select=("TD502",)), None),
        (Settings(ignore=("TD5",)), None),
        (Settings(select=("TD5",), ignore=("TD501",)), None),
        (Settings(severities={"TD5": "warning"}), "warning"),
        (Settings(severities={"TD5": "warning", "TD501": "info"}), "info"),
        (Settings(severities={"TD501": "off"}), None),
        (Settings(of_pack={"TD501": "info"}), "info"),
        (Settings(severities={"TD5": "warning"}, of_pack={"TD501": "info"}), "warning"),
        (Settings(severities={"TD9": "warning"}, of_pack={"TD501": "off"}), None),
    ],
)
def test_severity(settings: Settings, severity: str | None) -> None:
    assert settings.severity_of(FIGURES) == severity


# --- Files of settings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("treatydraft.toml", "", Configuration()),
        ("treatydraft.toml", "[lint]\nstage = 'initialling'", Configuration(stage="initialling")),
        (
            "treatydraft.toml",
            "[lint]\nselect = ['TD5']\nignore = ['TD502']\nseverity = {TD501 = 'off'}",
            Configuration(None, ("TD5",), ("TD502",), {"TD501": "off"}),
        ),
        ("pyproject.toml", "[tool.treatydraft.lint]\nignore = ['TD9']", Configuration(ignore=("TD9",))),
        ("pyproject.toml", "[tool.other]\nx = 1", Configuration()),
    ],
)
def test_file_of_settings(tmp_path: Path, name: str, text: str, expected: Configuration) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    below = tmp_path / "specs"
    below.mkdir()
    assert configuration_for(tmp_path) == configuration_for(below) == expected


def test_own_file_comes_first(tmp_path: Path) -> None:
    (tmp_path / "treatydraft.toml").write_text("[lint]\nignore = ['TD1']", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.treatydraft.lint]\nignore = ['TD2']", encoding="utf-8")
    assert configuration_for(tmp_path).ignore == ("TD1",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[lint", "treatydraft.toml: is no TOML: "),
        ("lint = 1", "treatydraft.toml: lint: must be a table"),
        ("[lint]\nselekt = []", "lint.selekt: is not known; there are stage, select, ignore, severity"),
        ("[lint]\nstage = 'done'", "lint.stage: must be one of draft, initialling, signature"),
        ("[lint]\nselect = 'TD5'", "lint.select: must be a list of codes or names of rules"),
        ("[lint]\nignore = [5]", "lint.ignore: must be a list of codes or names of rules"),
        (
            "[lint]\nseverity = 'off'",
            "lint.severity: must be a table from codes or names of rules to severities",
        ),
        ("[lint.severity]\nTD5 = 'bad'", "lint.severity.TD5: must be one of error, warning, info, off"),
    ],
)
def test_fault_in_a_file_of_settings(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "treatydraft.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as raised:
        configuration_for(tmp_path)
    assert message in str(raised.value)


def test_settings_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "treatydraft.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigurationError, match="is no TOML"):
        configuration_for(tmp_path)


# --- Rules of other packages ------------------------------------------------------------------------------


def mentions_fish(text: Text) -> Iterator[Mark]:
    """A rule as another package may bring it."""
    for passage in text.passages:
        if "fish" in passage.folded:
            yield passage.mark("it speaks of fish", suggestion="say “living resources”")


FISH = Rule("FISH1", "warning", mentions_fish)


@pytest.fixture
def package() -> Iterator[ModuleType]:
    module = ModuleType("house_rules")
    sys.modules["house_rules"] = module
    yield module
    del sys.modules["house_rules"]


def point(name: str = "rules") -> list[EntryPoint]:
    return [EntryPoint("house", f"house_rules:{name}", "treatydraft.rules")]


@pytest.mark.parametrize("brought", [FISH, (FISH,), [FISH]])
def test_rules_of_another_package(package: ModuleType, brought: object) -> None:
    package.rules = brought  # type: ignore[attr-defined]
    [rule] = checked(point())
    text, _ = text_of("Article 1 # Catch\n  1. The Parties shall count fish.")
    [found] = lint(text, Settings(select=("FISH",)), (rule,))
    assert (found.rule, found.name, found.severity) == ("FISH1", "mentions-fish", "warning")


@pytest.mark.parametrize(
    ("brought", "message"),
    [
        (5, "int is no Rule"),
        (Rule("TD999", "error", mentions_fish), "a code is capital letters of its own, not TD, and a number"),
        (Rule("fish", "error", mentions_fish), "a code is capital letters of its own"),
        ((FISH, FISH), "there is another rule of this code or name"),
    ],
)
def test_what_is_no_rule(package: ModuleType, brought: object, message: str) -> None:
    package.rules = brought  # type: ignore[attr-defined]
    with pytest.raises(RuleError, match=message):
        checked(point())


@pytest.mark.usefixtures("package")
def test_rules_that_cannot_be_loaded() -> None:
    with pytest.raises(RuleError, match=r"the rules “house” \(house_rules:nothing\) cannot be loaded"):
        checked(point("nothing"))
