"""Small templates that docxtpl renders rightly: each feature of its dialect, in each kind of surroundings."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tests.word.known_faults.ooxml import (
    PROOF_END,
    PROOF_START,
    TAB,
    Xml,
    bold,
    cell,
    control_block,
    field,
    hyperlink,
    italic,
    notes,
    numbered,
    p,
    picture,
    ps,
    reference,
    row,
    table,
    text_box,
)
from tests.word.known_faults.package import IMAGE, Link, docx, section

from treatydraft.word.values import Rich, Run

CONTEXT: Final[Mapping[str, object]] = {
    "name": "Arcadia & <Sons>",
    "quoted": "the “Party” 'x' \"y\"",
    "party": {"name": "Borduria", "seats": ["Szohôd", "Zlip"]},
    "articles": [
        {"title": "Purpose", "items": ["aim", "scope"], "binding": True},
        {"title": "Aid & Trade", "items": [], "binding": False},
        {"title": "Term", "items": ["years"], "binding": True},
    ],
    "n": 3,
    "half": 0.5,
    "yes": True,
    "no": False,
    "lines": "one\ntwo\tthree",
    "colour": "FFCC00",
    "rich": Rich((Run("plain "), Run("strong & <so>", "Strong"), Run(" and "), Run("soft", "Emphasis"))),
    "riches": [Rich((Run("a", "Strong"),)), Rich((Run("b"),))],
}
FILTERS: Final[Mapping[str, Callable[..., object]]] = {"shout": lambda text: f"{text}!"}

LOOP: Final = "{%p for a in articles %}"
END: Final = "{%p endfor %}"


def _grid(*rows: Xml, columns: int = 2) -> Xml:
    return table(*rows, columns=columns) + p()


FEATURES: Final[dict[str, Xml]] = {
    # Values.
    "value": p("For {{ name }}, {{ party.name }}."),
    "value in bold": p("For ", bold("{{ name }}"), " and ", italic("{{ party.name }} too")),
    "value cut over runs": p("For {", "{ na", "me }", "}."),
    "value with spelling marks": p("{{ ", PROOF_START, "name", PROOF_END, " }}"),
    "value beside tabs": p("{{ n }}", TAB, "{{ name }}"),
    "value with lines and tabs": p("a {{ lines }} b"),
    "value with lines in bold": p(bold("a {{ lines }} b"), " c"),
    "numbers": p("{{ n }} {{ half }} {{ n + 1 }} {{ n * 2 }} {{ n // 2 }} {{ -n }}"),
    "truth": p("{{ yes }} {{ n > 2 }}"),
    "quotes": p("{{ quoted }} “{{ name }}”"),
    "items and keys": p("{{ party.seats[1] }} {{ party['name'] }} {{ articles[0].title }}"),
    "blanks": p("  {{ name }}  {{ n }} "),
    "literals": p("{{ 'a' }}{{ \"b\" }}{{ 'it' ~ n }} {{ [1, 2] | join(';') }}"),
    "curly quotes in a tag": p("{{ party.name if yes else “none” }}"),
    "braces of the words": p("{ a } {_{ n }_} {_% x %_} }"),
    # Filters and tests.
    "filters": p("{{ name | upper }} {{ 'ab' | capitalize }} {{ party.seats | length }} {{ half | round }}"),
    "filters in a row": p("{{ party.seats | join(', ') | lower }} {{ party.seats | sort | first }}"),
    "filter of the caller": p("{{ party.name | shout }}"),
    "default": p("{{ '' | default('none', true) }}"),
    "replace": p("{{ party.name | replace('B', 'b') }} {{ ' x ' | trim }}"),
    "tests": p("{% if n is odd %}odd{% endif %} {% if name is string %}text{% endif %}"),
    # Conditions.
    "if": p("a{% if yes %} b{% endif %} c{% if no %} d{% endif %}"),
    "if else": p("{% if no %}a{% elif n == 3 %}b{% else %}c{% endif %}"),
    "if in runs of other looks": p("{% if yes %}", bold("b"), "{% else %}", italic("c"), "{% endif %} d"),
    "if and or not": p("{% if yes and not no or n < 1 %}a{% endif %}{% if n >= 3 and n <= 3 %}b{% endif %}"),
    "if in": p("{% if 'Zlip' in party.seats %}a{% endif %}"),
    "one-line if": p("{{ 'a' if yes else 'b' }}"),
    "p if": ps("{%p if yes %}", "a {{ name }}", "{%p endif %}", "{%p if no %}", "b", "{%p endif %}", "c"),
    "p if else": ps("{%p if no %}", "a", "{%p elif n == 3 %}", "b", "{%p else %}", "c", "{%p endif %}"),
    "p if nested": ps("{%p if yes %}", "a", "{%p if no %}", "b", "{%p endif %}", "c", "{%p endif %}"),
    "p tag cut over runs": p("{%p", " if ", "yes %}") + p("a") + p("{", "%p end", "if %}"),
    # Loops.
    "for": p("{% for a in articles %}{{ a.title }}; {% endfor %}"),
    "for else": p("{% for a in [] %}x{% else %}none{% endfor %}"),
    "loop": p(
        "{% for a in articles %}{{ loop.index }}/{{ loop.length }}",
        "{% if not loop.last %}, {% endif %}{% endfor %}",
    ),
    "loop.cycle": p("{% for a in articles %}{{ loop.cycle('a', 'b') }}{% endfor %}"),
    "for if": p("{% for a in articles if a.binding %}{{ a.title }} {% endfor %}"),
    "p for": ps(LOOP, "{{ loop.index }} {{ a.title }}", END),
    "p for with styles": p(LOOP) + p("{{ a.title }}", style="Heading1") + p("text", style="TOC1") + p(END),
    "p for else": ps("{%p for a in [] %}", "x", "{%p else %}", "none", "{%p endfor %}"),
    "p for range": ps("{%p for i in range(2) %}", "{{ i }}", "{%p endfor %}"),
    "p for nested": ps(
        LOOP, "{{ a.title }}", "{%p for i in a['items'] %}", "{{ loop.index }} {{ i }}", "{%p endfor %}", END
    ),
    "p for of tables": p(LOOP) + table(row("{{ a.title }}", "b")) + p() + p(END),
    "p for of numbered": p(LOOP) + numbered("{{ a.title }}") + p(END),
    "tr for": _grid(
        row("{%tr for a in articles %}", ""),
        row("{{ a.title }}", "{{ loop.index }}"),
        row("{%tr endfor %}", ""),
    ),
    "tr if": _grid(
        row("a", "b"), row("{%tr if no %}", ""), row("c", "d"), row("{%tr endif %}", ""), row("e", "f")
    ),
    "tr for if": _grid(
        row("{%tr for a in articles %}", ""),
        row("{%tr if a.binding %}", ""),
        row("{{ a.title }}", "x"),
        row("{%tr endif %}", ""),
        row("{%tr endfor %}", ""),
    ),
    "tr for with a loop in a cell": _grid(
        row("{%tr for a in articles %}", ""),
        row("{{ a.title }}", cell(ps("{%p for i in a['items'] %}", "{{ i }}", "{%p endfor %}", "end"))),
        row("{%tr endfor %}", ""),
    ),
    "tc for": _grid(row("a", "{%tc for a in articles %}", "{{ a.title }}", "{%tc endfor %}"), columns=4),
    "tc for beyond the grid": _grid(row("a", "{%tc for a in articles %}", "{{ a.title }}", "{%tc endfor %}")),
    "tc if": _grid(row("{%tc if yes %}", "a", "{%tc endif %}", "b"), columns=4),
    "tc for in tr for": _grid(
        row("{%tr for r in party.seats %}", "", "", ""),
        row("{{ r }}", "{%tc for i in range(2) %}", "{{ i }}", "{%tc endfor %}"),
        row("{%tr endfor %}", "", "", ""),
        columns=4,
    ),
    "r if": p("a ", "{%r if yes %}", bold("b"), "{%r endif %}", " c ", "{%r if no %}", "d", "{%r endif %}"),
    "r for": p("{%r for a in articles %}", bold("{{ a.title }}"), " ", "{%r endfor %}", "end"),
    # Cells.
    "colspan": _grid(row("{% colspan n %}wide {{ n }}"), row("a", "b", "c"), columns=3),
    "cellbg": _grid(row("{% cellbg colour %}{{ colour }}", "b")),
    "vm": _grid(
        row("{%tr for a in articles %}", ""),
        row("{% vm %}{{ party.name }}", "{{ a.title }}"),
        row("{%tr endfor %}", ""),
    ),
    "hm": _grid(
        row("a", "{%tc for a in articles %}", "{% hm %}{{ party.name }}", "{%tc endfor %}"), columns=4
    ),
    # Inline text.
    "rich": p("a {{r rich }} b"),
    "rich alone": p("{{r rich }}"),
    "rich in a loop": ps("{%p for r in riches %}", "{{r r }}", "{%p endfor %}"),
    "rich in a loop of one run": p("{% for r in riches %}{{r r }}{% endfor %}"),
    # Comments and setting.
    "comment": p("a{# no {{ name }} #}b"),
    "p comment": ps("a", "{#p gone #}", "b"),
    "tr comment": _grid(row("a", "b"), row("{#tr gone #}", ""), row("c", "d")),
    "set": p("{% set v = party.name %}{{ v }}{% set v = 'x' %}{{ v }}"),
    "p set": ps("{%p set v = n + 1 %}", "{{ v }}"),
    "set block": p("{% set v %}<{{ name }}>{% endset %}{{ v }}"),
    "with": p("{% with v = n %}{{ v }}{% endwith %}"),
    "macro": p("{% macro m(t, u='d') %}[{{ t }}{{ u }}]{% endmacro %}{{ m(name) }}{{ m('a', u='b') }}"),
    "p macro": ps("{%p macro m(t) %}", "« {{ t }} »", "{%p endmacro %}", "a")
    + p("b {{ m('x') | length > 3 }}"),
    "filter block": p("{% filter upper %}a b{% endfilter %}"),
    "namespace": p(
        "{% set s = namespace(t=0) %}{% for i in [1, 2] %}{% set s.t = s.t + i %}{% endfor %}{{ s.t }}"
    ),
    "raw": p("{% raw %}a b{% endraw %}"),
    # Joining.
    "minus joins": ps("a {% if yes -%}", "b", "{%- endif %} c"),
    # What stands around the tags and must stay.
    "hyperlink": p("see ", hyperlink("{{ name }}"), "."),
    "field": p("page ", field(" PAGE ", "1"), " of {{ n }}"),
    "picture": p("{{ name }}", picture(5)),
    "text box": p("{{ n }}", text_box(p("in {{ name }}"))),
    "content control": control_block(p("in {{ name }}")),
}


@dataclass(frozen=True, slots=True)
class Template:
    """A template with the values for it."""

    data: bytes
    context: Mapping[str, object]


LINKS: Final = {"link1": Link("hyperlink", "https://x.test/", external=True), "image1": IMAGE}


def _plain(feature: Xml) -> bytes:
    return docx(p("Before"), feature, p("After {{ n }}"), links={"document": LINKS})


def _header(feature: Xml) -> bytes:
    parts = {"header1": feature, "footer1": p("{{ name }}")}
    links = {"document": LINKS, "header1": LINKS}
    return docx(p("{{ n }}"), parts=parts, last=section("header1", footer="footer1"), links=links)


def _footnote(feature: Xml) -> bytes:
    parts = {"footnotes": notes("footnote", feature)}
    links = {"document": LINKS, "footnotes": LINKS}
    return docx(p("{{ n }}", reference("footnote")), parts=parts, links=links)


def _cell(feature: Xml) -> bytes:
    return docx(table(row(cell(feature + p("end")), "b")), p(), links={"document": LINKS})


def _loop(feature: Xml) -> bytes:
    return docx(p("{%p for outer in [1, 2] %}"), feature, p("{%p endfor %}"), links={"document": LINKS})


def _condition(feature: Xml) -> bytes:
    parts = (p("{%p if yes %}"), feature, p("{%p else %}"), feature, p("{%p endif %}"))
    return docx(*parts, links={"document": LINKS})


def _properties(feature: Xml) -> bytes:
    core = {
        "dc:title": "On {{ party.name }}",
        "dc:subject": "{{ n }}",
        "dc:description": "{{ party.name | upper }}",
    }
    return docx(feature, core=core, links={"document": LINKS})


SURROUNDINGS: Final[dict[str, Callable[[Xml], bytes]]] = {
    "alone": _plain,
    "header and footer": _header,
    "footnote": _footnote,
    "cell": _cell,
    "loop": _loop,
    "condition": _condition,
    "with properties": _properties,
}
# docxtpl fits the grid of a table to its cells in the text only, and counts those of a table within as well.
WRONG: Final = {
    (feature, around)
    for feature in ("tc for", "tc for beyond the grid", "tc if", "tc for in tr for", "hm")
    for around in ("cell", "header and footer", "footnote")
}


def templates() -> Iterator[tuple[str, str]]:
    """The name of each feature with that of each of its surroundings."""
    for feature in FEATURES:
        yield from ((feature, around) for around in SURROUNDINGS if (feature, around) not in WRONG)
