"""Rows about the tags themselves: how they are cut, quoted, spaced and marked, and what they then print."""

from typing import Final

from tests.word.known_faults.cases import EVERYWHERE, Prints
from tests.word.known_faults.ooxml import (
    PAGE_RENDERED,
    PROOF_END,
    PROOF_START,
    TAB,
    bold,
    italic,
    p,
    ps,
    smart_tag,
)

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
ZERO_WIDTH = "\N{ZERO WIDTH SPACE}"
BYTE_ORDER = "\N{ZERO WIDTH NO-BREAK SPACE}"

CUT: Final = {
    "dt#10 four runs": Prints(p("Dear ", "{", "{ na", "me }", "}!"), ("Dear Arcadia!",), places=EVERYWHERE),
    "dt#10 letter by letter": Prints(p(*"By {{ name }}."), ("By Arcadia.",)),
    "dt#205 spelling mark": Prints(
        p("{{ ", PROOF_START, "name", PROOF_END, " }}"), ("Arcadia",), places=EVERYWHERE
    ),
    "dt#205 half bold": Prints(p("{{ na", bold("me }} and"), " on"), ("Arcadia and on",)),
    "dts#449 statement cut": Prints(p("{", "% if ", "x %}yes{", "% end", "if %", "}"), ("yes",)),
    "dts#449 comment cut": Prints(p("a{", "# {{ no", "thing }} #", "}b"), ("ab",)),
    "dxt#134 paragraph tag cut": Prints(
        p("{%", "p if ", "x %}") + p("yes") + p("{", "%p end", "if %", "}"), ("yes",), places=EVERYWHERE
    ),
    "dxt#134 letter apart": Prints(
        p("{%", "p", " if x %}") + p("yes") + p("{%", bold("p"), " endif %}"), ("yes",)
    ),
    "dt#10 page seen inside": Prints(p("{{ na", PAGE_RENDERED, "me }}"), ("Arcadia",)),
    "dt#10 smart tag inside": Prints(p("{{ ", smart_tag("name"), " }}!"), ("Arcadia!",)),
    "dt#10 tab inside": Prints(p("{{", TAB, "name }}"), ("Arcadia",)),
    "dt#10 two tags in one cut": Prints(p("{{ name }", "}{", "{ n }}"), ("Arcadia3",)),
    "dt#10 lone braces": Prints(p("{ a } {", bold("b"), "} 100 % }"), ("{ a } {b} 100 % }",)),
}

# Text as it stands in a value or a literal comes out as it stands.
HOSTILE: Final = (
    "Smith & Sons <Ltd> agree",
    "t <w days",
    "a </w:t></w:r></w:p> b",
    "&amp; &lt; &#65;",
    "]]> <!-- --> <?xml ?>",
    "\"double\" 'single'",
    "{{ secret }}",
    "{% if x %}",
    "{_{ secret }_} {_% x %_}",
    "{# no #}",
    "100 % & { }",
    "Zoë 🇺🇦 العربية e\u0301",
    " two  blanks ",
)
VALUES: Final = {
    f"dt#557 {text!r}": Prints(p("By {{ v }}."), (f"By {text}.",), {"v": text}, EVERYWHERE)
    for text in HOSTILE
} | {
    "dt#105 & in the words of the template": Prints(p("R&D <1> for {{ name }}"), ("R&D <1> for Arcadia",)),
    "dt#113 as a key of the loop": Prints(
        ps("{%p for k, v in d.pairs %}", "{{ k }}: {{ v }}", "{%p endfor %}"),
        ("A & B: <1>",),
        {"d": {"pairs": [("A & B", "<1>")]}},
    ),
    "dt#634 through a filter": Prints(p("{{ v | upper | trim }}"), ("A & <B>",), {"v": " a & <b> "}),
    "dt#634 through a macro": Prints(
        p("{% macro m(t) %}<{{ t }}>{% endmacro %}{{ m(v) }}"), ("<a & b>",), {"v": "a & b"}
    ),
    "pd#1421 joined": Prints(p("{{ vs | join(' & ') }}"), ("<a> & b&c",), {"vs": ["<a>", "b&c"]}),
}

LITERALS: Final = {
    "dt#594 condition": Prints(
        p("{% if act == 'Trade & Ports' %}yes{% else %}no{% endif %}"), ("yes",), places=EVERYWHERE
    ),
    "dt#594 paragraph condition": Prints(
        ps("{%p if act == 'Trade & Ports' %}", "yes", "{%p endif %}"), ("yes",)
    ),
    "dt#594 or": Prints(p("{{ empty or 'P & Q' }}"), ("P & Q",), places=EVERYWHERE),
    "dt#594 default": Prints(p("{{ empty | default('P & Q', true) }}"), ("P & Q",)),
    "dt#594 tilde": Prints(p("{{ 'a' ~ ' & ' ~ '<b>' }}"), ("a & <b>",)),
    "dt#594 set": Prints(p("{% set firm = 'R&D <Ltd>' %}{{ firm }}"), ("R&D <Ltd>",)),
    "dt#594 key": Prints(p("{{ {'A & B': 'found'}['A & B'] }}"), ("found",)),
    "dt#594 less and more": Prints(p("{% if 1 < 2 and 3 > 2 and 2 <= n %}yes{% endif %}"), ("yes",)),
    "dt#594 entity as typed": Prints(p("{{ '&amp; &lt;' }}"), ("&amp; &lt;",)),
    "dt#594 markup as typed": Prints(p("{{ '<w:p/>' }}"), ("<w:p/>",)),
    "dt#594 cut at the sign": Prints(p("{{ empty or 'P ", bold("&"), " Q' }}"), ("P & Q",)),
}

QUOTES: Final = {
    f"dt#85 {opening}{closing}": Prints(
        p(f"{{{{ empty or {opening}none{closing} }}}}"),
        ("none",),
        places=EVERYWHERE if opening == "“" else ("body",),
    )
    for opening, closing in ("“”", "‘’", "„“", "„”", "«»", "»«", "‚‘", "””", "’’")
} | {
    "dt#156 condition": Prints(p("{% if name == “Arcadia” %}yes{% endif %}"), ("yes",)),
    "dt#156 paragraph condition": Prints(ps("{%p if name == “Arcadia” %}", "yes", "{%p endif %}"), ("yes",)),
    "dt#85 apostrophe in a literal": Prints(p("{{ 'it’s' }}"), ("it’s",)),
    "dt#85 apostrophe in a curly literal": Prints(p("{{ “it’s” }}"), ("it’s",)),
    "dt#85 curly in a straight literal": Prints(p("{{ 'the “Party”' }}"), ("the “Party”",)),
    "dt#85 national in a straight literal": Prints(p('{{ "„Partei“ «x»" }}'), ("„Partei“ «x»",)),
    "dt#85 curly outside of tags": Prints(p("“{{ name }}” ‘x’"), ("“Arcadia” ‘x’",)),
}

SPACES: Final = {
    "dt#663 no-break after the letter": Prints(
        ps(f"{{%p{NO_BREAK}if x %}}", "yes", f"{{%p{NO_BREAK}endif{NO_BREAK}%}}"), ("yes",), places=EVERYWHERE
    ),
    "dt#663 no-break in a statement": Prints(
        p(f"{{%{NO_BREAK}if{NO_BREAK}x{NO_BREAK}%}}yes{{% endif %}}"), ("yes",)
    ),
    "dt#663 no-break around a name": Prints(p(f"{{{{{NO_BREAK}name{NO_BREAK}}}}}"), ("Arcadia",)),
    "dt#663 narrow": Prints(p(f"{{{{{NARROW}name{NARROW}}}}}"), ("Arcadia",)),
    "dt#663 zero width": Prints(p(f"{{{{{ZERO_WIDTH}name{ZERO_WIDTH}}}}}"), ("Arcadia",)),
    "dt#663 zero width after the letter": Prints(
        ps(f"{{%p{ZERO_WIDTH} if x %}}", "yes", f"{{%p endif{ZERO_WIDTH} %}}"), ("yes",)
    ),
    "dt#663 byte order mark": Prints(p(f"{{{{{BYTE_ORDER} name }}}}"), ("Arcadia",)),
    "dt#663 no-break in a literal stays": Prints(p(f"{{{{ 'a{NO_BREAK}b' }}}}"), (f"a{NO_BREAK}b",)),
    "dt#663 no-break outside of tags stays": Prints(p(f"§{NO_BREAK}{{{{ n }}}}"), (f"§{NO_BREAK}3",)),
    "dt#663 dash for minus": Prints(p("{{ n – 1 }}"), ("2",)),
    "dt#663 dash in a literal stays": Prints(p("{{ '1–2' }}"), ("1–2",)),
    "dt#663 double space": Prints(ps("{%p  if x %}", "yes", "{%p  endif %}"), ("yes",)),
    "dt#663 no space": Prints(p("{{name}}{%if x%}!{%endif%}"), ("Arcadia!",)),
}

SIGNS: Final = {
    "dt#644 percent": Prints(ps("{%p if n % 2 %}", "odd", "{%p endif %}"), ("odd",), places=EVERYWHERE),
    "dt#644 braces": Prints(
        ps("{%p set d = {'a': 1} %}", "{{ d.a }}", "{{ d['a'] }}"), ("1", "1"), places=EVERYWHERE
    ),
    "dt#644 nested braces": Prints(ps("{%p set d = {'a': {'b': 2}} %}", "{{ d.a.b }}"), ("2",)),
    "dt#644 percent inline": Prints(p("{% if n % 2 == 1 %}odd{% endif %}"), ("odd",)),
    "dt#644 percent in a literal": Prints(ps("{%p if name != '50 %' %}", "yes", "{%p endif %}"), ("yes",)),
    "dt#644 brace in a literal": Prints(ps("{%p if name != '}' %}", "yes", "{%p endif %}"), ("yes",)),
    "dt#644 loop with a condition": Prints(
        ps("{%p for i in numbers if i % 2 %}", "{{ i }}", "{%p endfor %}"), ("1", "3")
    ),
    "dt#644 dictionary printed from": Prints(p("{{ {'a': 'A'}['a'] }}"), ("A",)),
}

BLANKS: Final = {
    "dt#499 for alone": Prints(
        ps("{% for i in xs %}", "{{ i }}", "{% endfor %}"), ("one", "two"), places=EVERYWHERE
    ),
    "dt#296 if alone": Prints(
        ps("a", "{% if no %}", "b", "{% else %}", "c", "{% endif %}", "d"), ("a", "c", "d")
    ),
    "dt#460 nested": Prints(
        ps("{% for i in xs %}", "{% if loop.first %}", "{{ i }}", "{% endif %}", "{% endfor %}", "end"),
        ("one", "end"),
    ),
    "dt#622 set alone": Prints(ps("{% set m = 1 %}", "{{ m }}"), ("1",)),
    "etx#76 mixed with p": Prints(ps("{%p for i in xs %}", "{{ i }}", "{% endfor %}"), ("one", "two")),
    "dt#499 blank of the author stays": Prints(
        ps("{%p for i in xs %}", "{{ i }}", "", "{%p endfor %}"), ("one", "", "two", "")
    ),
    "dt#499 empty value keeps its paragraph": Prints(ps("a", "{{ empty }}", "b"), ("a", "", "b")),
    "dt#499 nothing left in between": Prints(ps("a", "{% if no %}", "b", "{% endif %}", "c"), ("a", "c")),
    "dt#499 blanks beside the tag": Prints(
        ps(" {% for i in xs %} ", "{{ i }}", " {% endfor %}"), ("one", "two")
    ),
}

JOINED: Final = {
    "dt#440 minus joins": Prints(ps("a {% if x -%}", "b", "{%- endif %} c", "d"), ("a b c", "d")),
    "dt#204 blanks stay": Prints(p("a {% if x %} b {% endif %} c"), ("a  b  c",)),
    "dt#227 blanks of a run stay": Prints(p("a ", "{{ name }}", " b"), ("a Arcadia b",)),
    "dt#227 blanks between tags": Prints(p("{{ n }} {{ n }}  {{ n }}"), ("3 3  3",)),
}

SCOPES: Final = {
    "scoping counts": Prints(
        ps("{%p set t = 0 %}", "{%p for i in numbers %}", "{%p set t = t + i %}", "{%p endfor %}", "{{ t }}"),
        ("6",),
    ),
    "scoping inline": Prints(
        p("{% set t = 0 %}{% for i in numbers %}{% set t = t + i %}{{ t }};{% endfor %}{{ t }}"), ("1;3;6;6",)
    ),
    "scoping nested": Prints(
        p(
            "{% set t = 0 %}{% for i in xs %}{% for j in numbers %}",
            "{% set t = t + j %}{% endfor %}{% endfor %}{{ t }}",
        ),
        ("12",),
    ),
    "scoping of the loop's own names": Prints(
        p("{% for name in xs %}{{ name }};{% endfor %}{{ name }}"), ("one;two;Arcadia",)
    ),
    "scoping with a namespace": Prints(
        p("{% set s = namespace(t=0) %}{% for i in numbers %}{% set s.t = s.t + i %}{% endfor %}{{ s.t }}"),
        ("6",),
    ),
}

PRINTS: Final = {
    **CUT,
    **VALUES,
    **LITERALS,
    **QUOTES,
    **SPACES,
    **SIGNS,
    **BLANKS,
    **JOINED,
    **SCOPES,
}

# The look of what a cut tag prints: that of the run in which it begins.
LOOKS: Final = {
    "dt#10 begins bold": (p(bold("{{ na"), "me }}"), {"b"}),
    "dt#10 begins plain": (p("{{ na", bold("me }}")), set[str]()),
    "dt#205 begins italic": (p("Dear ", italic("{"), bold("{ name"), " }}"), {"i"}),
    "dt#10 whole": (p("Dear ", bold("{{ name }}"), "!"), {"b"}),
}
