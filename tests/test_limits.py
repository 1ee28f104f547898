"""Limits have names, defaults, a page, and one place in which to raise them."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from tests.cli.runner import US, treatydraft

from treatydraft import limits
from treatydraft.limits import Limits, LimitsError, choose, current, parsed, raised
from treatydraft.sandbox import TemplateFault, compiled, rendered, sandbox

PAGE = Path(__file__).parents[1] / "docs" / "limits.md"
TABLE = re.compile(r"(?<=\| --- \| --- \| --- \|\n)(?:\|.*\n)+")


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with the defaults and leaves them behind."""
    monkeypatch.setattr(limits, "_chosen", {})
    monkeypatch.setattr(limits, "_current", None)


def test_the_page_lists_each_limit_with_its_default_and_meaning(*, accept: bool) -> None:
    rows = "".join(
        f"| `{one.name}` | {one.default:,} | {one.metadata['meaning']} |\n" for one in fields(Limits)
    )
    text = PAGE.read_text(encoding="utf-8")
    if accept:
        PAGE.write_text(TABLE.sub(lambda _: rows, text), encoding="utf-8")
        text = PAGE.read_text(encoding="utf-8")
    assert TABLE.findall(text) == [rows]


def test_the_defaults_hold_where_nothing_is_said() -> None:
    assert current() == Limits()


def test_the_environment_raises_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(limits.VARIABLE, "spec_bytes=1_000_000, template_seconds=20")
    assert (current().spec_bytes, current().template_seconds, current().spec_depth) == (1_000_000, 20, 40)


def test_a_mapping_raises_limits_and_the_environment_counts_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(limits.VARIABLE, "pdf_pages=5")
    choose({"pdf_pages": 7, "lines": 9})
    assert (current().pdf_pages, current().lines) == (5, 9)


def test_limits_can_be_raised_for_a_while() -> None:
    with raised({"lines": 5}):
        assert current().lines == 5
    assert current() == Limits()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("spec_byte=1", "there is no limit 'spec_byte'; there are spec_bytes"),
        ("spec_bytes=many", "the limit spec_bytes is a whole number from 1, and 'many' stands there"),
        ("spec_bytes=0", "from 1, and 0 stands there"),
        ("spec_bytes=-5", "'-5' stands there"),
        ("spec_bytes=1.5", "'1.5' stands there"),
        ("spec_bytes", "'' stands there"),
        ("spec_bytes=²", "'²' stands there"),
        ("lines=" + "9" * 5_000, "is a whole number from 1"),
    ],
)
def test_what_is_no_limit_is_refused(text: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LimitsError, match=re.escape(message)):
        parsed(text)
    monkeypatch.setenv(limits.VARIABLE, text)
    run = treatydraft("validate", US)
    assert (run.status, run.err.startswith(f"{limits.VARIABLE}: ")) == (2, True)
    assert "Traceback" not in run.err


@pytest.mark.parametrize("value", [True, None, "5", 2.0, 0])
def test_a_mapping_holds_whole_numbers(value: object) -> None:
    with pytest.raises(LimitsError, match="is a whole number from 1"):
        choose({"lines": value})


def test_a_command_heeds_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(limits.VARIABLE, "spec_values=100")
    run = treatydraft("validate", US)
    assert run.status == 2
    assert "more than 100 fields and values" in run.err


@pytest.mark.parametrize(
    ("limit", "source", "message"),
    [
        ("template_passes", "{% for i in range(99) %}{% endfor %}", "more than 9 passes"),
        ("template_range", "{{ range(99) | join }}", "range of 99 numbers"),
        ("template_text", "{{ 'x' * 99 }}", "a product of more than 9 "),
        ("template_width", "{{ 'x' | indent(99) }}", "a width or count of more than 9"),
        ("template_bits", "{{ 99999 * 99999 }}", "a number of that size"),
        ("template_power", "{{ 2 ** 99 }}", "a power of that size"),
        ("template_tags", "{{ 1 }}" * 10, "more than 9 tags"),
        ("template_code", "{{ 'xxxxxxxxxx' }}", "more than 9 characters"),
    ],
)
def test_a_template_heeds_its_limits(limit: str, source: str, message: str) -> None:
    with raised({limit: 9}), pytest.raises(TemplateFault, match=message):
        rendered(compiled(sandbox({}), source, "t.md"), {}, "t.md")


def test_a_template_heeds_the_clock() -> None:
    source = "{% set t = 'a b ' * 200000 %}" + "{% set u = t | title | wordcount %}" * 400
    with raised({"template_seconds": 1}), pytest.raises(TemplateFault, match="more than 1 seconds of work"):
        rendered(compiled(sandbox({}), source, "t.md"), {}, "t.md")
