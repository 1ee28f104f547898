"""`treatydraft lint`: what a careful reader would mark, in specs, drafts and received documents."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydraft.cli.documents import linted, word_file
from treatydraft.cli.fixing import fix_file
from treatydraft.cli.formats import asked_format, has_colour, json_bytes, json_results, screen_width
from treatydraft.cli.options import DEFAULT_PACK, Force, Out, VocabularyPack
from treatydraft.cli.reporting import FOUND, chosen, fail, faults
from treatydraft.cli.results import write_result

if TYPE_CHECKING:
    from treatydraft.linting import Rule, Settings, Stage
    from treatydraft.linting.configuration import Configuration
    from treatydraft.linting.report import Report

_FORMATS = ("text", "json", "sarif", "github", "docx")
_BINARY = ("docx",)


def lint(  # noqa: PLR0913 - each is an option of the command
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE…",
            help="Specs and documents in any mix: .yaml, .docx, .pdf, .md, .html, .txt, .json.",
            show_default=False,
            readable=False,
        ),
    ] = None,
    *,
    stage: Annotated[
        str | None,
        typer.Option(
            "--stage",
            metavar="STAGE",
            help="draft (brackets and gaps are counted), initialling (no brackets), signature (nothing open)."
            "  [default: draft; signature for a text that is signed]",
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULES", help="Only these: TD501, TD5, or names; commas between."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RULES", help="All but these; commas between.")
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="RULE", help="Say why a rule is there, with examples; or: all."),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Mend what is safe to mend, in specs and in our own unedited files."),
    ] = False,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="text, json, sarif or github; docx writes the findings as comments in a Word file."
            "  [default: text, or what --out ends in]",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --to json.")] = False,
    out: Out = None,
    pack: VocabularyPack = DEFAULT_PACK,
    force: Force = False,
) -> None:
    """Read texts as a treaty section does before they leave the house.

    Numbering, definitions, cross-references, words and figures, dates, party names, the register, the final
    clauses and the style are looked at by rules, each with a code. Settings come from treatydraft.toml or
    pyproject.toml; a place is left alone that says “treatydraft: ignore TD501 because …” in a comment.

    Exit status: 0 neither errors nor warnings, 1 some, 2 it could not be done.

    Example: treatydraft lint draft.yaml received.docx --stage initialling
    """
    from treatydraft.linting import RULES

    brought = _brought()
    rules = (*RULES, *brought)
    if explain is not None:
        _explain(explain, rules)
        return
    if not files:
        fail("name the files to lint, or a rule with --explain")
    form = "json" if as_json else asked_format(to, out, _FORMATS, binary=_BINARY)
    with faults():
        given = _configuration()
        settings = _settings(given, _names(select), _names(ignore), rules)
        wanted = _stage(stage, given)
        if fix:
            for file in files:
                fix_file(file, wanted, settings, pack, brought)
        reports = [linted(file, wanted, settings, pack, brought) for file in files]
        write_result(_rendered(reports, files, form, rules), out, files, force=force)
    raise typer.Exit(0 if all(report.is_clean for report in reports) else FOUND)


def _brought() -> "tuple[Rule, ...]":
    """The rules of other packages."""
    from treatydraft.linting.plugins import RuleError, installed_rules

    try:
        return installed_rules()
    except RuleError as error:
        fail(str(error))


def _explain(name: str, rules: "Sequence[Rule]") -> None:
    from treatydraft.linting.settings import named
    from treatydraft.reports.explanation import explanation

    if name == "all":
        for rule in rules:
            typer.echo(f"{rule.code}  {rule.severity:7}  {rule.name}: {rule.about.summary}")
        return
    found = [rule for rule in rules if named(rule.name, rule.code, name)]
    if not found:
        _no_rule("--explain", name, rules)
    typer.echo("\n".join(map(explanation, found)), nl=False)


def _no_rule(option: str, name: str, rules: "Sequence[Rule]") -> None:
    from treatydraft.spec import did_you_mean

    known = [word for rule in rules for word in (rule.code, rule.name)]
    hint = did_you_mean(name, tuple(known))
    fail(f"{option}: there is no rule “{name}”" + (f" ({hint})" if hint else "; `--explain all` lists them"))


def _names(options: list[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for one in options or () for name in one.split(",") if name.strip())


def _stage(stage: str | None, given: "Configuration") -> "Stage | None":
    from treatydraft.linting.finding import STAGES

    if stage is None:
        return given.stage
    return next(one for one in STAGES if one == chosen("--stage", stage, STAGES))


def _configuration() -> "Configuration":
    from treatydraft.linting.configuration import ConfigurationError, configuration_for

    try:
        return configuration_for(Path.cwd())
    except ConfigurationError as error:
        fail(str(error))


def _settings(
    given: "Configuration", select: tuple[str, ...], ignore: tuple[str, ...], rules: "Sequence[Rule]"
) -> "Settings":
    from treatydraft.linting import Settings
    from treatydraft.linting.settings import named

    asked = (("--select", select), ("--ignore", ignore), ("lint.select", given.select),
             ("lint.ignore", given.ignore), ("lint.severity", tuple(given.severity)))  # fmt: skip
    for option, names in asked:
        for name in names:
            if not any(named(rule.name, rule.code, name) for rule in rules):
                _no_rule(option, name, rules)
    return Settings(select or given.select, (*given.ignore, *ignore), given.severity)


def _rendered(
    reports: "Sequence[Report]", files: Sequence[Path], form: str, rules: "Sequence[Rule]"
) -> bytes:
    match form:
        case "json":
            from treatydraft.reports.findings_json import findings_json

            return json_results([findings_json(report) for report in reports])
        case "sarif":
            from treatydraft.reports.findings_json import findings_sarif

            return json_bytes(findings_sarif(reports, rules))
        case "github":
            from treatydraft.reports.findings_json import findings_github

            return findings_github(reports).encode()
        case "docx":
            return _commented(reports, files)
        case _:
            from treatydraft.reports.findings_text import findings_text

            return findings_text(reports, width=screen_width(), colour=has_colour()).encode()


def _commented(reports: "Sequence[Report]", files: Sequence[Path]) -> bytes:
    """One Word file with its findings as comments; of a spec or another format, the draft that it makes."""
    from treatydraft import api
    from treatydraft.reports.findings_word import findings_word

    if len(files) != 1:
        fail("--to docx: comments are written into one file; name one")
    report = reports[0]
    data = word_file(files[0], "kept", report.text.document.pack or DEFAULT_PACK)
    return findings_word(report, data, api.source_date())
