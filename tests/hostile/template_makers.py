"""Makes rows of templates: which file, in which part, and what is said of it."""

from typing import Final

from tests.hostile.rows import Maker, Row, just
from tests.word.hostile import DOORS, ENDLESS, ESCAPES
from tests.word.known_faults.ooxml import field, p
from tests.word.known_faults.package import Link, docx

SUMS: Final = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"


def word(says: str, make: Maker, status: int = 2, *, is_long: bool = False) -> Row:
    return Row("render good.yaml --template t.docx", {"t.docx": make}, status, says, is_long)


def markdown(says: str, source: str | bytes, status: int = 2, *, is_long: bool = False) -> Row:
    return Row("render good.yaml --template t.md", {"t.md": just(source)}, status, says, is_long)


def escape(says: str, name: str, door: str = "body") -> Row:
    return word(says, lambda: DOORS[door](ESCAPES[name].replace("CANARY", "canary")))


def endless(says: str, name: str) -> Row:
    return word(says, lambda: docx(ENDLESS[name]))


def linked_to(says: str, kind: str, target: str, *, part: str = "document", external: bool = True) -> Row:
    link = Link(kind, target, external=external)
    return word(says, lambda: docx(p("{{ spec.id }}"), links={part: {"link1": link}}))


def field_row(says: str, code: str) -> Row:
    return word(says, lambda: docx(p(field(code, "x"))))


def header_of(number: int) -> str:
    return f'<w:headerReference w:type="default" r:id="header{number}"/>'
