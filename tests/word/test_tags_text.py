"""Each row is a tag as Word or a typist leaves it, and the tag that Jinja then reads."""

import pytest
from jinja2 import Environment

from treatydraft.word import tag_text

CLEANED = {
    "English quotes": ("{{ x or “none” }}", '{{ x or "none" }}'),
    "German quotes": ("{{ x or „none“ }}", '{{ x or "none" }}'),
    "Polish quotes": ("{{ x or „none” }}", '{{ x or "none" }}'),
    "Swedish quotes": ("{{ x or ”none” }}", '{{ x or "none" }}'),
    "French quotes": ("{{ x or «\u00a0none\u202f» }}", '{{ x or "none" }}'),
    "Danish quotes": ("{{ x or »none« }}", '{{ x or "none" }}'),
    "Finnish quotes": ("{{ x or »none» }}", '{{ x or "none" }}'),
    "Swiss quotes": ("{{ x or ‹none› }}", '{{ x or "none" }}'),
    "Japanese quotes": ("{{ x or 「none」 }}", '{{ x or "none" }}'),
    "single English quotes": ("{{ x or ‘none’ }}", '{{ x or "none" }}'),
    "single German quotes": ("{{ x or ‚none‘ }}", '{{ x or "none" }}'),
    "single quotes after a sign": ("{% if x==’a’ %}", '{% if x=="a" %}'),
    "half corrected": ('{{ x or “none" }}', '{{ x or "none" }}'),
    "half corrected at the end": ('{{ x or "none” }}', '{{ x or "none" }}'),
    "apostrophe in straight quotes": ("{{ 'it’s' }}", r"{{ 'it\u2019s' }}"),
    "apostrophe in curly quotes": ("{{ ‘it’s’ ~ y }}", r'{{ "it\u2019s" ~ y }}'),
    "straight apostrophe in curly quotes": ("{{ “it's” }}", '{{ "it\'s" }}'),
    "straight quotes in curly ones": ('{{ “a "b" c” }}', "{{ 'a \"b\" c' }}"),
    "both in curly ones": ('{{ “it\'s "b"” }}', r"""{{ "it's \"b\"" }}"""),
    "curly quotes in straight ones": ("{{ 'a “b” c' }}", r"{{ 'a \u201cb\u201d c' }}"),
    "escaped quote that was corrected": (r"{{ 'it\’s' }}", r"{{ 'it\u2019s' }}"),
    "two literals": ("{{ f(“a”, ‘b’) }}", '{{ f("a", "b") }}'),
    "no-break space": ("{%p\u00a0if\u202fx\u2003%}", "{%p if x %}"),
    "zero-width characters": ("{{\u200b\ufeff na\u200dme\u2060 }}", "{{ name }}"),
    "no-break space in a literal": ("{{ 'a\u00a0b' }}", "{{ 'a\u00a0b' }}"),
    "en dash": ("{{ a – b }}", "{{ a - b }}"),
    "em dash": ("{{ a — b }}", "{{ a - b }}"),
    "no-break hyphen": ("{{ a ‑ b }}", "{{ a - b }}"),
    "dash at the edges": ("{%– if x –%}", "{%- if x -%}"),
    "dash in a literal": ("{{ 'a–b' }}", "{{ 'a–b' }}"),
    "ellipsis in a literal": ("{{ x or '…' }}", "{{ x or '…' }}"),
    "per cent": ("{%p if n % 2 %}", "{%p if n % 2 %}"),
    "dictionary": ("{%p set d = {'a': 1} %}", "{%p set d = {'a': 1} %}"),
    "dictionary at the end": ("{{ {'a': 1}}}", "{{ {'a': 1} }}"),
    "dictionary at the start": ("{{{'a': 1}['a'] }}", "{{ {'a': 1}['a'] }}"),
    "dictionary in a dictionary": ("{{ {'a': {'b': 1}}['a'] }}", "{{ {'a': {'b': 1} }['a'] }}"),
    "braces in a literal": ("{{ '}}' ~ \"{%\" }}", r"""{{ '\x7d\x7d' ~ "\x7b%" }}"""),
    "braces in curly quotes": ("{{ “{” }}", '{{ "{" }}'),
    "comment that holds a tag": ("{# {%p if x %} #}", "{# (%p if x %) #}"),
    "comment": ("{# it’s – “a” #}", "{# it’s – “a” #}"),
    "stray apostrophe": ("{{ it's }}", "{{ it's }}"),
}


@pytest.mark.parametrize("case", CLEANED)
def test_a_tag_is_written_as_jinja_reads_it(case: str) -> None:
    given, expected = CLEANED[case]
    text = f"a {given} b"
    assert tag_text.tags(text) == [given]
    assert tag_text.cleaned(given) == expected
    assert tag_text.cleaned(expected) == expected


@pytest.mark.parametrize("case", [case for case, rows in CLEANED.items() if "{{ '" in rows[0]])
def test_a_literal_still_says_what_was_typed(case: str) -> None:
    given, expected = CLEANED[case]
    environment = Environment(autoescape=False)  # noqa: S701 - nothing here is a page
    literal = given.removeprefix("{{ ").removesuffix(" }}")
    if "~" not in literal:
        assert environment.from_string(expected).render() == literal[1:-1].replace("\\", "")


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("{{ a }}{% b %}{# c #}", ["{{ a }}", "{% b %}", "{# c #}"]),
        ("{{ it's }} and {{ he's }}", ["{{ it's }}", "{{ he's }}"]),
        ("{{ it’s }} and {{ he’s }}", ["{{ it’s }}", "{{ he’s }}"]),
        ("{{ a } and {{ b }}", ["{{ b }}"]),
        ("{{ f( }} {{ b }}", ["{{ f( }}", "{{ b }}"]),
        ("{{ '{{ a }}' }}", ["{{ '{{ a }}' }}"]),
        ("{_{ a }_} { { a } }", []),
        ("{{ {'a': 1 }} b", ["{{ {'a': 1 }}"]),
    ],
)
def test_tags_end_where_jinja_ends_them(text: str, tags: list[str]) -> None:
    assert tag_text.tags(text) == tags


@pytest.mark.parametrize(
    ("tag", "letter", "source"),
    [
        ("{%p if x %}", "p", "{% if x %}"),
        ("{%p   if x -%}", "p", "{% if x %}"),
        ("{%-p if x %}", "p", "{% if x %}"),
        ("{%tr for x in y%}", "tr", "{% for x in y%}"),
        ("{{tc x }}", "tc", "{{ x }}"),
        ("{{r x }}", "r", "{{ x }}"),
        ("{#p note #}", "p", "{# note #}"),
        ("{% if x %}", "", "{% if x %}"),
        ("{%- if x -%}", "", "{% if x %}"),
        ("{{ p }}", "", "{{ p }}"),
        ("{{p }}", "", "{{p }}"),
        ("{{r | upper }}", "", "{{r | upper }}"),
        ("{{p.name }}", "", "{{p.name }}"),
        ("{% print x %}", "", "{% print x %}"),
    ],
)
def test_a_tag_stands_for_what_its_letter_says(tag: str, letter: str, source: str) -> None:
    assert (tag_text.placement(tag), tag_text.unplaced(tag)) == (letter, source)


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        ("{%p for x in y %}", "for"),
        ("{%- endif -%}", "endif"),
        ("{% set x = 1 %}", "set ="),
        ("{% set x %}", "set"),
        ("{{ x }}", ""),
        ("{%else%}", "else"),
    ],
)
def test_a_statement_has_a_keyword(tag: str, word: str) -> None:
    assert tag_text.word(tag) == word
