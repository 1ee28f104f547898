"""Templates that try to reach the interpreter or never to end; as a script it tries one of the latter."""

import resource
import sys
from collections.abc import Callable
from typing import Final

from tests.word.known_faults.engine import rendered_or_refused
from tests.word.known_faults.ooxml import Xml, hyperlink, p, ps
from tests.word.known_faults.package import Link, docx
from tests.word.known_faults.places import PLACES

CONTEXT: Final = {"spec": {"words": ["a"], "name": "N"}, "name": "N", "f": len, "t": print}

# `CANARY` stands for the path of a file that no template may make.
ESCAPES: Final = {
    "dt#632 subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "dt#549 base": "{{ ().__class__.__base__.__subclasses__()[0] }}",
    "item for an attribute": "{{ ''['__class__'] }}",
    "item in pieces": "{{ ''['__cla' ~ 'ss__'] }}",
    "item of data": "{{ spec['__class__'] }}",
    "escaped name": "{{ ''['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "globals of cycler": "{{ cycler.__init__.__globals__.os.system('touch CANARY') }}",
    "globals of joiner": "{{ joiner.__init__.__globals__ }}",
    "globals of namespace": "{{ namespace.__init__.__globals__ }}",
    "globals of lipsum": "{{ lipsum.__globals__['os'].popen('touch CANARY').read() }}",
    "globals of a macro": "{% macro m() %}{% endmacro %}{{ m.__globals__ }}{{ m._func }}",
    "globals of range": "{{ range.__self__ }}",
    "self": "{{ self.__init__.__globals__ }}",
    "self's context": "{{ self._TemplateReference__context }}",
    "loop's context": "{% for i in [1] %}{{ loop.__init__.__globals__ }}{{ loop._iterable }}{% endfor %}",
    "caller": "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}x{% endcall %}",
    "import": "{{ ''.__class__.__base__.__subclasses__() }}{{ __import__('os').system('touch CANARY') }}",
    "open": "{{ open('CANARY', 'w') }}",
    "a function of the data": "{{ t('x', file=f) }}",
    "a callable as a filter": "{{ 'x' | t }}",
    "CVE-2016-10745 format": "{{ '{0.__class__}'.format(spec) }}",
    "CVE-2016-10745 keyword": "{{ '{a.__class__.__init__.__globals__}'.format(a=spec) }}",
    "CVE-2019-10906 format_map": "{{ '{x.__class__}'.format_map({'x': spec}) }}",
    "CVE-2020-28493 urlize": "{{ ('http://' ~ 'a.' * 9) | urlize }}",
    "CVE-2024-22195 xmlattr with blanks": "{{ {'a b': 1} | xmlattr }}",
    "CVE-2024-34064 xmlattr with signs": "{{ {'a/>=b': 1} | xmlattr }}",
    "CVE-2024-56326 stored format": "{% set g = '{0.__class__}'.format %}{{ g(spec) }}",
    "CVE-2024-56326 stored in a list": "{% set g = ['{0.__class__}'.format] %}{{ g[0](spec) }}",
    "CVE-2024-56326 through map": "{{ ['{0.__class__}'] | map('format', spec) | list | join }}",
    "CVE-2024-56326 through map of a method": "{{ ['{0.__class__}'.format] | map('call') | list | join }}",
    "CVE-2024-56201 include": "{% include 'CANARY' %}",
    "CVE-2024-56201 extends": "{% extends '/etc/passwd' %}",
    "CVE-2024-56201 import": "{% import 'os' as os %}",
    "CVE-2024-56201 from": "{% from 'os' import system %}",
    "CVE-2025-27516 attr": "{{ ('{0.__class__}' | attr('format'))(spec) }}",
    "attr of a private name": "{{ spec | attr('__class__') }}",
    "map with an attribute": "{{ [''] | map(attribute='__class__') | list | join }}",
    "map with a path": "{{ [spec] | map(attribute='words.__class__') | list | join }}",
    "sort by an attribute": "{{ ['', 'a'] | sort(attribute='__class__') | join }}",
    "groupby an attribute": "{% for k, v in [''] | groupby('__class__') %}{{ k }}{% endfor %}",
    "select by an attribute": "{{ [''] | selectattr('__class__') | list | join }}",
    "reject by an attribute": "{{ [''] | rejectattr('__class__') | list | join }}",
    "unique by an attribute": "{{ [''] | unique(attribute='__class__') | list | join }}",
    "sum of an attribute": "{{ [''] | sum(attribute='__class__') }}",
    "join by an attribute": "{{ [''] | join(attribute='__class__') }}",
    "least by an attribute": "{{ ['', 'b'] | min(attribute='__class__') }}",
    "percent": "{{ '%(a)s' % {'a': spec} }}",
    "format filter": "{{ '%s' | format(spec.__class__) }}",
    "method of text": "{{ name.upper() }}",
    "method of a list": "{{ spec.words.append('b') }}",
    "method of a dictionary": "{{ spec.update({'a': 1}) }}",
    "change of data": "{% set spec.name = 'M' %}",
    "do": "{% do spec.words.append('b') %}",
    "private name of the data": "{{ _services }}",
    "private name of ours": "{{ _pass }}{{ _services.fresh() }}",
    "set of a private name": "{% set _services = 1 %}",
    "debug": "{% debug %}",
    "pprint": "{{ spec | pprint }}",
    "safe": "{{ '<w:p/>' | safe }}",
}


def _core(tag: str) -> bytes:
    return docx(p("x"), core={"dc:title": tag})


def _keywords(tag: str) -> bytes:
    return docx(p("x"), core={"cp:keywords": tag})


def _custom(tag: str) -> bytes:
    return docx(p("x"), custom={"Ref": tag})


def _target(tag: str) -> bytes:
    links = {"document": {"link1": Link("hyperlink", f"https://x.test/{tag}", external=True)}}
    return docx(p(hyperlink("x")), links=links)


def _in_place(place: str) -> Callable[[str], bytes]:
    return lambda tag: PLACES[place].template(p(tag))


def _cut(tag: str) -> bytes:
    return docx(p(*tag))


def _field_code(tag: str) -> bytes:
    return docx(Xml(f'<w:p><w:fldSimple w:instr="{_quoted(tag)}"/></w:p>'))


def _bookmark(tag: str) -> bytes:
    name = f'<w:bookmarkStart w:id="1" w:name="{_quoted(tag)}"/><w:bookmarkEnd w:id="1"/>'
    return docx(Xml(f"<w:p>{name}</w:p>"))


def _quoted(tag: str) -> str:
    return tag.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


DOORS: Final[dict[str, Callable[[str], bytes]]] = {
    **{place: _in_place(place) for place in PLACES},
    "cut letter by letter": _cut,
    "title": _core,
    "keywords": _keywords,
    "custom property": _custom,
    "link target": _target,
    "field code": _field_code,
    "bookmark name": _bookmark,
}


ENDLESS: Final = {
    "a huge range": ps("{%p for i in range(10**9) %}", "x", "{%p endfor %}"),
    "a million passes": ps(
        "{%p for i in range(1000) %}", "{%p for j in range(1000) %}", "x", "{%p endfor %}", "{%p endfor %}"
    ),
    "ten to the sixteenth passes": ps(*["{%p for i in range(9999) %}"] * 4, "x", *["{%p endfor %}"] * 4),
    "passes without words": p("{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}"),
    "loops in a set block": p(
        "{% set a %}{% for i in range(9999) %}{% for j in range(9999) %}x{% endfor %}{% endfor %}{% endset %}"
    ),
    "loops in a macro": p(
        "{% macro m() %}{% for i in range(9999) %}x{% endfor %}{% endmacro %}"
        "{% for i in range(9999) %}{{ m() }}{% endfor %}"
    ),
    "long text": p("{{ 'x' * 10**9 }}"),
    "long text in steps": p("{% set a = 'x' * 99999 %}{% set b = a * 99999 %}{{ b }}"),
    "long text by doubling": p("{% set a = 'x' * 1000 %}", *["{% set a = a ~ a %}"] * 40, "{{ a }}"),
    "long text by adding": p("{% set a = 'x' * 1000 %}", *["{% set a = a + a %}"] * 40, "{{ a }}"),
    "long list": p("{{ ([0] * 10**9) | length }}"),
    "long list by adding": p("{% set a = [0] * 1000 %}", *["{% set a = a + a %}"] * 40, "{{ a | length }}"),
    "long text by replacing": p(
        "{% set a = 'x' * 1000 %}", *["{% set a = a | replace('x', 'xxxxxxxxxx') %}"] * 12, "{{ a }}"
    ),
    "long text by joining": p("{{ range(9999) | join('x' * 99999) }}"),
    "wide text": p("{{ 'x' | center(10**9) }}"),
    "indented": p("{{ 'x' | indent(10**9, true) }}"),
    "wide number": p("{{ '%1000000000d' % 1 }}"),
    "a power of powers": p("{{ 10**(10**10) }}"),
    "a power in steps": p("{% set a = 10**99 %}", *["{% set a = a * a %}"] * 40, "{{ a }}"),
    "a shifted number": p("{{ 7 ** 9999999 }}"),
    "endless macros": p("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"),
    "two macros": p("{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}"),
    "doubling macros": p(
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}"
    ),
    "an endless recursive loop": p("{% for i in [[0]] recursive %}{{ loop([[0]]) }}{% endfor %}"),
    "much output": ps("{%p for i in range(9999) %}", *["{{ 'x' * 9999 }}"] * 2, "{%p endfor %}"),
    "much of one value": ps("{%p for i in range(9999) %}", *["{{ long }}"] * 2, "{%p endfor %}"),
}
LONG: Final = "word " * 20_000
MEMORY: Final = 2**30
SECONDS: Final = 10  # of work, so that a busy machine changes nothing


def main(case: str) -> None:
    """Try one of the endless templates in little memory and time; print in which words it is refused."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    result = rendered_or_refused(docx(ENDLESS[case]), {"long": LONG})
    sys.stdout.write(result if isinstance(result, str) else "rendered")


if __name__ == "__main__":
    main(sys.argv[1])
