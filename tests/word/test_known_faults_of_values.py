"""Faults that users of Word templates reported in public, of values: breaks, kinds, rich words, pictures.

The names of the cases are those of `test_known_faults`.
"""

import datetime as dt
import re
from decimal import Decimal
from typing import Final

import pytest
from tests.word.known_faults import loops, reading
from tests.word.known_faults.engine import refusal, rendered
from tests.word.known_faults.ooxml import Xml, bold, joined, notes, p, picture, png, ps, reference
from tests.word.known_faults.package import IMAGE, docx, section
from tests.word.known_faults.places import PLACES

from treatydraft.word.values import Footnote, Image, PageBreak, Rich, Run

BREAKS = {
    "dt#282 line feed": ("a\nb", ["a\nb"]),
    "dt#36 Windows": ("a\r\nb", ["a\nb"]),
    "dt#43 two": ("a\n\nb", ["a\n\nb"]),
    "dt#544 tab": ("a\tb", ["a\tb"]),
    "dt#282 form feed": ("a\fb", ["a\fb"]),
    "dt#36 mixed": ("\na\r\n\tb\n", ["\na\n\tb\n"]),
}


@pytest.mark.parametrize("case", BREAKS)
@pytest.mark.parametrize("place", ["body", "header", "footnote", "endnote", "comment", "text box", "cell"])
def test_a_break_in_a_value_stays_in_its_paragraph(case: str, place: str) -> None:
    value, meant = BREAKS[case]
    data = rendered(PLACES[place].template(p(bold("{{ v }}"))), {"v": value})
    assert PLACES[place].texts(data) == meant
    content = reading.members(data)[f"word/{PLACES[place].part}.xml"]
    assert not re.search(rb"\r|&#13;|&#xD;", content)
    assert reading.damage(data) == []


def test_dt36_a_lone_carriage_return_is_no_sign_of_the_text() -> None:
    data = rendered(docx(p("{{ v }}")), {"v": "a\rb"})
    assert reading.body(data)[0] in ("ab", "a\nb")


PRINTED: Final = {
    "values text": ("a", "a"),
    "values number": (3, "3"),
    "values fraction": (0.5, "0.5"),
    "values decimal": (Decimal("1.50"), "1.50"),
    "values date": (dt.date(2024, 6, 13), "2024-06-13"),
    "values truth": (True, "True"),
    "values nothing to say": ("", ""),
    "values page break": (PageBreak(), "\f"),
    "values rich": (Rich((Run("a & b"),)), "a & b"),
}


@pytest.mark.parametrize("case", PRINTED)
@pytest.mark.parametrize("place", ["body", "header", "footnote", "comment", "cell", "text box"])
def test_a_value_prints_as_its_kind_does(case: str, place: str) -> None:
    value, printed = PRINTED[case]
    tag = "{{r v }}" if isinstance(value, Rich) else "{{ v }}"
    data = rendered(PLACES[place].template(p("By ", tag, ".")), {"v": value})
    assert PLACES[place].texts(data) == [f"By {printed}."]
    assert reading.damage(data) == []


RICH: Final = (Rich((Run("a"), Run("b & c", "Strong"))), Rich((Run("d", "Emphasis"),)))


@pytest.mark.parametrize(
    "paragraphs",
    [
        p("{% for a in xs %}{{r a }}{% endfor %}"),
        p("{% for a in xs %}", "{{r a }}", "{% endfor %}"),
        p("{%r for a in xs %}", "{{r a }}", "{%r endfor %}"),
        p("{{r xs[0] }}{{r xs[1] }}"),
        p("{", "{r xs[0] ", "}}{{r ", "xs[1] }}"),
    ],
    ids=["dt#81 one run", "dt#81 three runs", "dt#81 loop of runs", "dt#81 two in one run", "dt#81 cut"],
)
@pytest.mark.parametrize("place", ["body", "header", "footnote", "cell"])
def test_rich_words_keep_their_styles(paragraphs: Xml, place: str) -> None:
    data = rendered(PLACES[place].template(paragraphs), {"xs": list(RICH)})
    assert PLACES[place].texts(data) == ["ab & cd"]
    for words, style in (("b & c", "Strong"), ("d", "Emphasis")):
        runs = reading.found(reading.tree(data, PLACES[place].part), f"//w:r[w:t='{words}']/w:rPr/w:rStyle")
        assert [reading.attribute(run, "w:val") for run in runs] == [style]
    assert reading.damage(data) == []


def test_dt379_a_note_in_rich_words_stands_beside_those_of_the_template() -> None:
    noted = Rich((Run("a"), Footnote((Run("own & note"),))))
    body = ps("{%p for a in xs %}", "{{r a }}", "{%p endfor %}") + p("b", reference("footnote"))
    data = rendered(
        docx(body, parts={"footnotes": notes("footnote", p("{{ n }}"))}), {"xs": [noted, noted], "n": 3}
    )
    texts = reading.texts(data, "footnotes", "//w:footnote[not(@w:type)]/w:p")
    assert sorted(text.strip() for text in texts) == ["3", "own & note", "own & note"]
    assert reading.damage(data) == []


def _pictures() -> bytes:
    """A picture of the template, and one of the values in each part; the text has them in a loop too."""
    body = p(picture(1)) + p("{{ photo }}") + loops.each(p("{{ photo }}"), loop="n in [1, 2]")
    parts = {
        "header1": p("{{ photo }}") + p(picture(1001)),
        "footer1": p("{{ photo }}"),
        "footnotes": notes("footnote", p("{{ photo }}")),
        "comments": notes("comment", p("{{ photo }}")),
    }
    marks = p(reference("footnote"), reference("comment"))
    links = {"document": {"image1": IMAGE}, "header1": {"image1": IMAGE}}
    return docx(body, marks, parts=parts, last=section("header1", footer="footer1"), links=links)


def test_dt372_pictures_show_in_every_part() -> None:
    data = rendered(_pictures(), {"photo": Image(png(), description="A & B")})
    assert reading.damage(data) == []
    members = reading.members(data)
    counts = {"document": 4, "header1": 2, "footer1": 1, "footnotes": 1, "comments": 1}
    for part, count in counts.items():
        shown = reading.found(reading.tree(data, part), "//a:blip")
        rels = reading.tree(data, f"word/_rels/{part}.xml.rels")
        targets = {rel.get("Id"): rel.get("Target", "") for rel in rels}
        files = [targets[reading.attribute(blip, "r:embed")] for blip in shown]
        assert len(files) == count
        assert all(f"word/{name.removeprefix('/word/')}" in members for name in files)
    new = [content for name, content in members.items() if name.startswith("word/media/")]
    assert set(new) == {png()}


@pytest.mark.parametrize("data", [b"", b"GIF", b"<svg/>", b"%PDF-1.7"])
def test_dt372_what_is_no_picture_is_said(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Image(data)


@pytest.mark.parametrize("value", [Image(png()), PageBreak(), RICH[0]], ids=["picture", "break", "rich"])
@pytest.mark.parametrize("where", ["property", "attribute"])
def test_what_is_no_text_is_refused_where_only_text_can_stand(value: object, where: str) -> None:
    link = Xml(f'<w:hyperlink w:anchor="{{{{ v }}}}">{joined(["x"])}</w:hyperlink>')
    template = docx(p("x"), core={"dc:title": "{{ v }}"}) if where == "property" else docx(p(link))
    assert "no text" in refusal(template, {"v": value})
