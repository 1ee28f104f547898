"""What a template cannot do: escapes of past Jinja releases, and ways to keep a render from ending."""

from pathlib import Path

import pytest

from treatydraft.sandbox import TemplateFault, compiled, rendered, sandbox

ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ spec.__init__.__globals__ }}",
    "{{ '{0.__class__}'.format(spec) }}",  # CVE-2016-10745
    "{{ '{x.__class__}'.format_map({'x': spec}) }}",  # CVE-2019-10906
    "{% set f = '{0.__class__}'.format %}{{ f(spec) }}",  # CVE-2024-56326
    "{{ ['{0.__class__}'.format] | map('call') | list }}",
    "{{ ('{0.__class__}' | attr('format'))(spec) }}",  # CVE-2025-27516
    "{{ {'a b=c': 1} | xmlattr }}",  # CVE-2024-22195 and CVE-2024-34064
    "{{ ('http://' ~ 'a.' * 9) | urlize }}",  # CVE-2020-28493
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ self.__init__ }}",
    "{{ spec.words.append(1) }}",
    "{{ spec.__dict__ }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{{ range(100000000) | list }}",
    "{{ joiner() }}",
    "{{ dict(a=1) }}",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_refused(source: str) -> None:
    with pytest.raises(TemplateFault):
        rendered(compiled(sandbox({}), source, "clause.md"), {"spec": {"words": ["a"]}}, "clause.md")


def test_nothing_is_run(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    source = f"{{{{ ''.__class__.__base__.__subclasses__() }}}}{{{{ open('{canary}', 'w') }}}}"
    with pytest.raises(TemplateFault):
        rendered(compiled(sandbox({}), source, "clause.md"), {}, "clause.md")
    assert not canary.exists()


FAULTS = [
    ("{{ partty }}", 1, "'partty' is not known here", "did you mean 'party'?"),
    ("a\nb\n{{ spec.titel }}", 3, "'titel' is not known here", "did you mean 'title'?"),
    ("{% if partty %}a{% endif %}", 1, "'partty' is not known here", "did you mean 'party'?"),
    ("{% for x in partty %}a{% endfor %}", 1, "'partty' is not known here", "did you mean 'party'?"),
    ("\n{% for x in [1] %}", 2, "Unexpected end of template", ""),
    ("\n{{ 1 / 0 }}", 2, "division by zero", ""),
    ("{{ party | nofilter }}", 1, "No filter named 'nofilter'", ""),
    ("{{ party.upper() }}", 1, "not allowed in a template", "use a filter in place of the call"),
]


@pytest.mark.parametrize(("source", "line", "message", "hint"), FAULTS)
def test_a_fault_has_a_line_and_words(source: str, line: int, message: str, hint: str) -> None:
    names = {"party": "UA", "spec": {"title": "T"}}
    with pytest.raises(TemplateFault) as caught:
        rendered(compiled(sandbox({}), source, "clause.md"), names, "clause.md")
    fault = caught.value
    assert (fault.name, fault.line, fault.hint) == ("clause.md", line, hint)
    assert message in fault.message


USEFUL = [
    ("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(party) }}", "<UA>"),
    ("{% for x in [1, 2, 3] %}{{ loop.cycle('a', 'b') }}{{ loop.index }}{% endfor %}", "a1b2a3"),
    ("{{ range(3) | join('-') }}", "0-1-2"),
    (
        "{% set ns = namespace(n=0) %}{% for x in [1, 2] %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }}",
        "3",
    ),
    ("{{ party if spec.title else 'none' }}{{ 'x' if not spec.title }}", "UA"),
]


@pytest.mark.parametrize(("source", "text"), USEFUL)
def test_what_templates_need_works(source: str, text: str) -> None:
    names = {"party": "UA", "spec": {"title": "T"}}
    assert rendered(compiled(sandbox({}), source, "clause.md"), names, "clause.md") == text
