"""Rows about markup that crosses the edge of a tag: revisions, ranges, links, controls and fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from tests.word.known_faults.cases import VALUES
from tests.word.known_faults.ooxml import (
    Xml,
    bookmark_end,
    bookmark_start,
    cell,
    comment_end,
    comment_start,
    control,
    deleted,
    field_code,
    field_mark,
    hyperlink,
    inserted,
    notes,
    p,
    ps,
    row,
    simple_field,
    smart_tag,
    table,
)
from tests.word.known_faults.package import IMAGE, Link, docx

LINKS: Final = {"document": {"link1": Link("hyperlink", "https://x.test/", external=True), "image1": IMAGE}}


@dataclass(frozen=True, slots=True)
class Crossed:
    """A paragraph, what it prints, and how many elements of some kinds stand there afterwards."""

    paragraph: Xml
    text: str
    kept: Mapping[str, int] = field(default_factory=dict)

    def template(self) -> bytes:
        """With a paragraph after it, which must not be lost."""
        comments = notes("comment", p("A comment"))
        return docx(self.paragraph, p("Later {{ n }}"), parts={"comments": comments}, links=LINKS)

    @property
    def context(self) -> Mapping[str, object]:
        return VALUES


REVISIONS: Final = {
    "dxt#393 insertion inside": Crossed(p("{{ na", inserted("me"), " }} end"), "Arcadia end"),
    "dxt#393 insertion starts inside": Crossed(
        p("{{ na", inserted("me }} more"), " end"), "Arcadia more end"
    ),
    "dxt#393 insertion ends inside": Crossed(p(inserted("Dear {{ na"), "me }} end"), "Dear Arcadia end"),
    "dxt#393 insertion around": Crossed(
        p("a ", inserted("{{ name }}"), " end"), "a Arcadia end", {"w:ins": 1}
    ),
    "dxt#393 insertions joined": Crossed(
        p(inserted("{{ ", number=1), "na", inserted("me }}", number=2), " end"), "Arcadia end"
    ),
    "pd#340 deletion between the braces": Crossed(p("{", deleted("x"), "{ name }} end"), "Arcadia end"),
    "pd#340 deletion within the name": Crossed(p("{{ ", deleted("Bold"), "name }} end"), "Arcadia end"),
    "pd#340 name replaced": Crossed(p("{{ ", deleted("n"), inserted("name"), " }} end"), "Arcadia end"),
    "pd#340 deletion beside": Crossed(p(deleted("old"), "{{ name }} end"), "Arcadia end", {"w:del": 1}),
}

# A deleted tag is history: ignored, or refused with its place. It is never evaluated.
DELETED: Final = {
    "dxt#393 deleted value": (p("a", deleted("{{ secret }}"), "b"), "ab"),
    "dxt#393 deleted condition": (p("a", deleted("{% if x %}"), "b"), "ab"),
    "dxt#393 deleted paragraph tag": (p("a", deleted("{%p if no %}"), "b"), "ab"),
    "DTL003 deleted misspelt name": (p("a", deleted("{{ secrte }}"), "b"), "ab"),
    "dxt#393 deleted half": (p("a", deleted("{{ sec"), "b"), "ab"),
}


def _field_from_inside() -> Xml:
    start = (field_mark("begin"), field_code(" PAGE "), field_mark("separate"))
    return p("{{ na", *start, "me }} 1", field_mark("end"), " end")


def _field_into() -> Xml:
    start = (field_mark("begin"), field_code(" PAGE "), field_mark("separate"))
    return p("a ", *start, "1 {{ na", field_mark("end"), "me }} end")


CROSSINGS: Final = {
    "crossing comment from inside": Crossed(
        p("{{ na", comment_start(), "me }} noted", comment_end(), " end"),
        "Arcadia noted end",
        {"w:commentRangeStart": 1, "w:commentRangeEnd": 1, "w:commentReference": 1},
    ),
    "crossing comment into": Crossed(
        p("a ", comment_start(), "{{ na", comment_end(), "me }} end"),
        "a Arcadia end",
        {"w:commentRangeStart": 1, "w:commentRangeEnd": 1, "w:commentReference": 1},
    ),
    "crossing bookmark from inside": Crossed(
        p("{{ na", bookmark_start("b"), "me }} marked", bookmark_end(), " end"),
        "Arcadia marked end",
        {"w:bookmarkStart": 1, "w:bookmarkEnd": 1},
    ),
    "crossing bookmark into": Crossed(
        p("a ", bookmark_start("b"), "{{ na", bookmark_end(), "me }} end"),
        "a Arcadia end",
        {"w:bookmarkStart": 1, "w:bookmarkEnd": 1},
    ),
    "crossing bookmark within": Crossed(
        p("{{ n", bookmark_start("b"), "am", bookmark_end(), "e }} end"),
        "Arcadia end",
        {"w:bookmarkStart": 1, "w:bookmarkEnd": 1},
    ),
    "crossing hyperlink from inside": Crossed(
        p("{{ na", hyperlink("me }} linked"), " end"), "Arcadia linked end", {"w:hyperlink": 1}
    ),
    "crossing hyperlink into": Crossed(
        p("a ", hyperlink("link {{ na"), "me }} end"), "a link Arcadia end", {"w:hyperlink": 1}
    ),
    "crossing control from inside": Crossed(
        p("{{ na", control("me }} held"), " end"), "Arcadia held end", {"w:sdt": 1}
    ),
    "crossing control into": Crossed(
        p("a ", control("held {{ na"), "me }} end"), "a held Arcadia end", {"w:sdt": 1}
    ),
    "crossing smart tag from inside": Crossed(
        p("{{ na", smart_tag("me }} tagged"), " end"), "Arcadia tagged end"
    ),
    "crossing field from inside": Crossed(
        _field_from_inside(), "Arcadia 1 end", {"w:instrText": 1, "w:fldChar": 3}
    ),
    "crossing field into": Crossed(_field_into(), "a 1 Arcadia end", {"w:instrText": 1, "w:fldChar": 3}),
    "crossing simple field from inside": Crossed(
        p("{{ na", simple_field("PAGE", "me }} 1"), " end"), "Arcadia 1 end", {"w:fldSimple": 1}
    ),
    "crossing nothing: link of a tag": Crossed(
        p(hyperlink("{{ name }}"), " end"), "Arcadia end", {"w:hyperlink": 1}
    ),
    "crossing nothing: control of a tag": Crossed(
        p(control("{{ name }}"), " end"), "Arcadia end", {"w:sdt": 1}
    ),
}

CROSSED: Final = {**REVISIONS, **CROSSINGS}

# Words beside a block tag are kept, or refused with the tag and its place; they are never dropped.
BESIDE: Final[dict[str, tuple[Callable[[], Xml], tuple[str, ...], str]]] = {
    "dt#603 before and after": (
        lambda: ps("KEEP {%p if x %} THIS", "yes", "{%p endif %}"),
        ("KEEP", "THIS"),
        "{%p if x %}",
    ),
    "dt#603 beside the end": (
        lambda: ps("{%p if x %}", "yes", "{%p endif %} THIS"),
        ("THIS",),
        "{%p endif %}",
    ),
    "dt#603 beside a loop": (
        lambda: ps("LIST: {%p for i in xs %}", "{{ i }}", "{%p endfor %}"),
        ("LIST:",),
        "{%p for i in xs %}",
    ),
    "dt#603 two in a paragraph": (
        lambda: ps("{%p if x %}{%p if n %}", "yes", "{%p endif %}", "{%p endif %}"),
        ("yes",),
        "{%p if",
    ),
    "DTL209 other cells of a row": (
        lambda: Xml(
            table(row("{%tr for i in xs %}", "KEEP"), row("{{ i }}", "b"), row("{%tr endfor %}", "THIS"))
            + p()
        ),
        ("KEEP", "THIS"),
        "{%tr",
    ),
    "DTL209 beside a cell's tag": (
        lambda: Xml(table(row("KEEP {%tc if x %}", "b", "{%tc endif %}"), columns=3) + p()),
        ("KEEP",),
        "{%tc if x %}",
    ),
    "DTL209 other paragraphs of a cell": (
        lambda: Xml(
            table(row(cell(ps("{%tr if x %}", "KEEP")), "b"), row("c", "d"), row("{%tr endif %}", "")) + p()
        ),
        ("KEEP",),
        "{%tr if x %}",
    ),
    "dt#603 a picture or a field": (
        lambda: Xml(p(simple_field("PAGE", "KEEP"), " {%p if x %}") + p("yes") + p("{%p endif %}")),
        ("KEEP",),
        "{%p if x %}",
    ),
}
