"""Rows about faults of a template or a value: the refusal names the place and quotes the tag as typed."""

from typing import Final

from tests.word.known_faults.cases import EVERYWHERE, Refused
from tests.word.known_faults.ooxml import p, ps

MISSPELT: Final = {
    "dt#446 name": Refused(p("Dear {{ nmae }},"), "{{ nmae }}", "'name'", places=EVERYWHERE),
    "dt#446 name cut over runs": Refused(p("Dear {", "{ nm", "ae }}"), "{{ nmae }}", "'name'"),
    "dt#585 key": Refused(p("At {{ party.seta }}"), "{{ party.seta }}", "'seat'", places=EVERYWHERE),
    "dt#604 key of a key": Refused(p("{{ party.a.b }}"), "{{ party.a.b }}", "'a'"),
    "dt#446 condition": Refused(p("{% if nmae %}x{% endif %}"), "{% if nmae %}", "'name'"),
    "dt#446 paragraph condition": Refused(
        ps("{%p if nmae %}", "x", "{%p endif %}"), "{%p if nmae %}", "'name'", places=EVERYWHERE
    ),
    "dt#446 loop": Refused(p("{% for i in xss %}x{% endfor %}"), "{% for i in xss %}", "'xs'"),
    "dt#446 in a loop": Refused(
        ps("{%p for i in xs %}", "{{ j }}", "{%p endfor %}"), "{{ j }}", "'j' is not known"
    ),
    "dt#446 compared": Refused(p("{% if nmae == 'x' %}x{% endif %}"), "{% if nmae == 'x' %}", "'name'"),
    "dt#446 in an argument": Refused(p("{{ xs | join(nmae) }}"), "{{ xs | join(nmae) }}", "'name'"),
    "dt#446 with curly quotes as typed": Refused(p("{{ nmae or “x” }}"), "{{ nmae or “x” }}", "'name'"),
}

WRONG: Final = {
    "dt#134 unclosed tag": Refused(p("For {{ name"), "{{ name"),
    "dt#134 unclosed block": Refused(p("{% if x %}a"), "{% if x %}", places=EVERYWHERE),
    "dt#134 unclosed paragraph block": Refused(ps("{%p if x %}", "a"), "{%p if x %}"),
    "dt#134 unopened block": Refused(p("a{% endif %}"), "{% endif %}", places=EVERYWHERE),
    "dt#134 crossed blocks": Refused(p("{% if x %}{% for i in xs %}{% endif %}{% endfor %}"), "{% endif %}"),
    "dt#134 unknown word": Refused(p("{% fi x %}a{% endif %}"), "{% fi x %}"),
    "dt#134 unknown filter": Refused(p("{{ name | uper }}"), "{{ name | uper }}", "uper", places=EVERYWHERE),
    "dt#134 unknown test": Refused(p("{% if n is oddd %}x{% endif %}"), "{% if n is oddd %}", "oddd"),
    "dt#134 empty": Refused(p("a {{ }} b"), "{{ }}"),
    "dt#641 division": Refused(p("{{ n / 0 }}"), "{{ n / 0 }}", "zero", places=EVERYWHERE),
    "dt#641 text and number": Refused(p("{{ name + 1 }}"), "{{ name + 1 }}"),
    "dt#641 no list": Refused(p("{% for i in n %}x{% endfor %}"), "{% for i in n %}"),
    "jsreport#1214 later of two": Refused(ps("{{ name }}", "fine", "{{ n / 0 }}"), "{{ n / 0 }}", "zero"),
}

ESCAPES: Final = {
    "dt#632 subclasses": Refused(
        p("{{ ''.__class__.__mro__[1].__subclasses__() }}"),
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "not allowed",
        places=EVERYWHERE,
    ),
    "dt#549 globals": Refused(
        p("{{ cycler.__init__.__globals__ }}"), "{{ cycler.__init__.__globals__ }}", "not allowed|not known"
    ),
    "Ghostwriter#266 method": Refused(p("{{ name.upper() }}"), "{{ name.upper() }}", "not allowed"),
}

UNPRINTABLE: Final = {
    f"XML 1.0 U+{ord(sign):04X}": Refused(
        p("By {{ party.name }}."),
        "{{ party.name }}",
        rf"(?s)(?=.*U\+{ord(sign):04X})(?=.*party\.name)",
        {"party": {"name": f"a{sign}b"}},
        EVERYWHERE if sign == "\x0b" else ("body",),
    )
    for sign in ("\x00", "\x07", "\x08", "\x0b", "\x1f", "\ud800", "\udfff", "\ufffe", "\uffff")
} | {
    "XML 1.0 in a list": Refused(
        ps("{%p for who in parties %}", "{{ who.name }}", "{%p endfor %}"),
        "{{ who.name }}",
        r"U\+000B",
        {"parties": [{"name": "a"}, {"name": "b\x0b"}]},
    ),
    "XML 1.0 in a filter": Refused(
        p("{{ party.name | upper }}"), "{{ party.name | upper }}", r"U\+000B", {"party": {"name": "b\x0b"}}
    ),
    "values None": Refused(
        p("{{ party.name }}"), "{{ party.name }}", "party.name", {"party": {"name": None}}, EVERYWHERE
    ),
    "values object": Refused(
        p("{{ party.name }}"), "{{ party.name }}", "party.name", {"party": {"name": object()}}
    ),
    "values list": Refused(
        p("{{ party.name }}"), "{{ party.name }}", "party.name", {"party": {"name": ["a"]}}
    ),
    "values tuple": Refused(
        p("{{ party.name }}"), "{{ party.name }}", "party.name", {"party": {"name": ("a",)}}
    ),
    "values dict": Refused(
        p("{{ party.name }}"), "{{ party.name }}", "party.name", {"party": {"name": {"a": 1}}}
    ),
    "values set": Refused(p("{{ party.name }}"), "{{ party.name }}", "party.name", {"party": {"name": {1}}}),
    "values bytes": Refused(
        p("{{ party.name }}"), "{{ party.name }}", "party.name", {"party": {"name": b"a"}}
    ),
    "values None in a loop": Refused(
        ps("{%p for who in whos %}", "{{ who }}", "{%p endfor %}"), "{{ who }}", "who", {"whos": ["a", None]}
    ),
}

REFUSED: Final = {**MISSPELT, **WRONG, **ESCAPES, **UNPRINTABLE}
