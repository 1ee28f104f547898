"""Each row is one way in which Word cuts or crosses a tag, and what the paragraph is after the repair."""

import pytest
from lxml import etree
from tests.word.tag_notation import short, word

from treatydraft.word import markup
from treatydraft.word.tags import Place, clean_tags, repair_tags, unescape_tags

WHOLE = {
    "over runs": ("<p><r>{</r><r>{ na</r><r>me }</r><r>} a</r></p>", "<p><r>{{ name }}</r><r> a</r></p>"),
    "over formats": ("<p><r>a {{ na</r><b>me }} c</b></p>", "<p><r>a {{ name }}</r><b> c</b></p>"),
    "bold first": ("<p><b>{{ na</b><r>me }}</r></p>", "<p><b>{{ name }}</b></p>"),
    "over texts of a run": ("<p><r>{{ na‖me }}</r></p>", "<p><r>{{ name }}</r></p>"),
    "two tags in one cut": (
        "<p><r>{{ a }} {{ b</r><b> }}{{ c</b><r> }}d</r></p>",
        "<p><r>{{ a }} {{ b }}</r><b>{{ c }}</b><r>d</r></p>",
    ),
    "statement and comment": (
        "<p><r>{%</r><b> if x %}{# n</b><r>ote #}</r></p>",
        "<p><r>{% if x %}</r><b>{# note #}</b></p>",
    ),
    "spelling marks": (
        '<p><r>{{ </r><proofErr type="spellStart"/><r>name</r><proofErr type="spellEnd"/><r> }}</r></p>',
        "<p><r>{{ name }}</r></p>",
    ),
    "tab, break, hyphens": (
        "<p><r>{{ a<tab/>+<br/>b<softHyphen/>c<noBreakHyphen/>d<lastRenderedPageBreak/> }}</r></p>",
        "<p><r>{{ a + bc-d }}</r></p>",
    ),
    "page break": (
        '<p><r>{{ a<br type="page"/> }} b</r></p>',
        '<p><r>{{ a }}<br type="page"/> b</r></p>',
    ),
    "bookmark from inside": (
        '<p><r>{{ a</r><bookmarkStart id="1" name="m"/><r> }} b</r><bookmarkEnd id="1"/></p>',
        '<p><r>{{ a }}</r><bookmarkStart id="1" name="m"/><r> b</r><bookmarkEnd id="1"/></p>',
    ),
    "bookmark into": (
        '<p><bookmarkStart id="1" name="m"/><r>a {{</r><bookmarkEnd id="1"/><r> b }}</r></p>',
        '<p><bookmarkStart id="1" name="m"/><r>a {{ b }}</r><bookmarkEnd id="1"/></p>',
    ),
    "comment": (
        (
            '<p><commentRangeStart id="1"/><r>{{ a</r><commentRangeEnd id="1"/>'
            '<r><commentReference id="1"/></r><r> }}</r></p>'
        ),
        (
            '<p><commentRangeStart id="1"/><r>{{ a }}</r><commentRangeEnd id="1"/>'
            '<r><commentReference id="1"/></r></p>'
        ),
    ),
    "comment reference in the run": (
        '<p><r>{{ a<commentReference id="1"/> }}</r></p>',
        '<p><r>{{ a }}<commentReference id="1"/></r></p>',
    ),
    "permission": (
        '<p><r>{{ a</r><permStart id="1"/><r> }} b</r><permEnd id="1"/></p>',
        '<p><r>{{ a }}</r><permStart id="1"/><r> b</r><permEnd id="1"/></p>',
    ),
    "move ranges": (
        (
            '<p><r>{{ a</r><moveToRangeStart id="1"/><moveTo id="2">'
            '<r> }} b</r></moveTo><moveToRangeEnd id="1"/></p>'
        ),
        (
            '<p><r>{{ a }}</r><moveToRangeStart id="1"/><moveTo id="2">'
            '<r> b</r></moveTo><moveToRangeEnd id="1"/></p>'
        ),
    ),
    "link from inside": (
        '<p><r>{{ a</r><hyperlink anchor="x"><r> }} b</r></hyperlink></p>',
        '<p><r>{{ a }}</r><hyperlink anchor="x"><r> b</r></hyperlink></p>',
    ),
    "link into": (
        '<p><hyperlink anchor="x"><r>b {{</r></hyperlink><r> a }}</r></p>',
        '<p><hyperlink anchor="x"><r>b {{ a }}</r></hyperlink></p>',
    ),
    "link within": (
        '<p><r>{{ </r><hyperlink anchor="x"><r>a</r></hyperlink><r> }}</r></p>',
        "<p><r>{{ a }}</r></p>",
    ),
    "content control from inside": (
        "<p><r>{{ a</r><sdt><sdtPr/><sdtContent><r> }} b</r></sdtContent></sdt></p>",
        "<p><r>{{ a }}</r><sdt><sdtPr/><sdtContent><r> b</r></sdtContent></sdt></p>",
    ),
    "content control within": (
        "<p><r>{{ </r><sdt><sdtPr/><sdtContent><r>a</r></sdtContent></sdt><r> }}</r></p>",
        "<p><r>{{ a }}</r></p>",
    ),
    "smart tag": (
        "<p><r>{{ </r><smartTag><smartTagPr/><r>a</r></smartTag><smartTag><r> }} b</r></smartTag></p>",
        "<p><r>{{ a }}</r><smartTag><r> b</r></smartTag></p>",
    ),
    "insertion within": (
        '<p><r>{{ n</r><ins id="1"><r>a</r></ins><r>me }}</r></p>',
        "<p><r>{{ name }}</r></p>",
    ),
    "insertion from inside": (
        '<p><r>{{ n</r><ins id="1"><r>ame }} more</r></ins></p>',
        '<p><r>{{ name }}</r><ins id="1"><r> more</r></ins></p>',
    ),
    "insertion around half a block": (
        '<p><ins id="1"><r>a {% if x %}</r></ins><r>b{% endif %}</r></p>',
        "<p><r>a {% if x %}</r><r>b{% endif %}</r></p>",
    ),
    "insertion around a block": (
        '<p><ins id="1"><r>{% if x %}b{% endif %}</r></ins></p>',
        '<p><ins id="1"><r>{% if x %}b{% endif %}</r></ins></p>',
    ),
    "smart tag around half a block": (
        "<p><r>{% if x %}b</r><smartTag><smartTagPr/><b>c{% endif %}</b></smartTag></p>",
        "<p><r>{% if x %}b</r><b>c{% endif %}</b></p>",
    ),
    "deletion between braces": (
        '<p><r>{</r><del id="1"><r>Bold</r></del><r>{ name }}</r></p>',
        '<p><r>{{ name }}</r><del id="1"><r>Bold</r></del></p>',
    ),
    "field within": (
        (
            '<p><r>{{ <fldChar fldCharType="begin"/></r><r><instrText>PAGE</instrText></r>'
            '<r><fldChar fldCharType="separate"/></r><r>a<fldChar fldCharType="end"/></r><r> }}</r></p>'
        ),
        "<p><r>{{ a }}</r></p>",
    ),
    "field from inside": (
        (
            '<p><r>{{ a</r><r><fldChar fldCharType="begin"/></r><r><instrText>PAGE</instrText></r>'
            '<r><fldChar fldCharType="separate"/></r><r> }} b</r><r><fldChar fldCharType="end"/></r></p>'
        ),
        (
            '<p><r>{{ a }}</r><r><fldChar fldCharType="begin"/></r><r><instrText>PAGE</instrText></r>'
            '<r><fldChar fldCharType="separate"/></r><r> b</r><r><fldChar fldCharType="end"/></r></p>'
        ),
    ),
    "simple field from inside": (
        '<p><r>{{ a</r><fldSimple instr="PAGE"><r> }} b</r></fldSimple></p>',
        '<p><r>{{ a }}</r><fldSimple instr="PAGE"><r> b</r></fldSimple></p>',
    ),
    "field code": (
        (
            '<p><r><fldChar fldCharType="begin"/></r><r><instrText>HYPERLINK "{{</instrText></r>'
            '<r><instrText> u }}" x</instrText></r><r><fldChar fldCharType="end"/></r></p>'
        ),
        (
            '<p><r><fldChar fldCharType="begin"/></r><r><instrText>HYPERLINK "{{ u }}</instrText></r>'
            '<r><instrText>" x</instrText></r><r><fldChar fldCharType="end"/></r></p>'
        ),
    ),
    "field in a field code": (
        (
            '<p><r><fldChar fldCharType="begin"/><instrText>IF {{</instrText></r>'
            '<r><fldChar fldCharType="begin"/><instrText>PAGE</instrText><fldChar fldCharType="end"/></r>'
            '<r><instrText> a }}</instrText><fldChar fldCharType="end"/></r></p>'
        ),
        (
            '<p><r><fldChar fldCharType="begin"/><instrText>IF {{ a }}</instrText></r>'
            '<r><fldChar fldCharType="begin"/><instrText>PAGE</instrText><fldChar fldCharType="end"/></r>'
            '<r><fldChar fldCharType="end"/></r></p>'
        ),
    ),
    "text box": (
        (
            "<p><r>{{ a</r><r><pict><txbxContent><p><r>{{</r><r> b }}</r></p>"
            "</txbxContent></pict></r><r> }}</r></p>"
        ),
        "<p><r>{{ a }}</r><r><pict><txbxContent><p><r>{{ b }}</r></p></txbxContent></pict></r></p>",
    ),
    "attribute": (
        '<p><bookmarkStart id="1" name="{{ “a” }}"/><bookmarkEnd id="1"/></p>',
        '<p><bookmarkStart id="1" name="{{ &quot;a&quot; }}"/><bookmarkEnd id="1"/></p>',
    ),
}

UNTOUCHED = {
    "no tag": "<p><r>a</r><proofErr/><r>b</r></p>",
    "whole tag": "<p><r>a {{ name }}</r><proofErr/><r>b</r></p>",
    "single braces": "<p><r>{</r><r> a }</r><r>} 5 }</r></p>",
    "docxtpl's own escapes": "<p><r>{_{ a }_} {_% if %_}</r></p>",
    "deletion without tag": '<p><del id="1"><r>{a}</r></del></p>',
    "straight quotes": "<p><r>{{ a['b'] or \"c's\" }}</r></p>",
    "empty text in a run": "<p><r>a‖‖b</r><r/><r>{{ a }}</r></p>",
}

FAULTS = {
    "never closed": ("<p><r>a {{ b</r></p>", "the tag “{{ b” is never closed in its paragraph"),
    "closed in the next paragraph": (
        "<p><r>{{ a</r></p><p><r> b }}</r></p>",
        "the tag “{{ a” is never closed in its paragraph",
    ),
    "closed with the wrong sign": (
        "<p><r>{{ a %} b</r></p>",
        "the tag “{{ a %} b” is never closed in its paragraph",
    ),
    "closed by the next tag only": (
        "<p><r>{{ a } {{ b }}</r></p>",
        "the tag “{{ a } {{ b }}” is never closed in its paragraph",
    ),
    "comment": ("<p><r>{# a</r></p>", "the tag “{# a” is never closed in its paragraph"),
    "ellipsis": ("<p><r>{{ a … b }}</r></p>", "in {{ a … b }} three dots have become the one character …"),
    "text beside a block": (
        "<p><r>KEEP {%p if x %} THIS</r></p>",
        "beside {%p if x %} the paragraph holds “KEEP THIS”, which would be lost",
    ),
    "value beside a block": (
        "<p><r>{%p if x %}{{ y }}</r></p>",
        "beside {%p if x %} the paragraph holds “{{ y }}”, which would be lost",
    ),
    "picture beside a block": (
        "<p><r>{%p if x %}<drawing/></r></p>",
        "beside {%p if x %} the paragraph holds “[a picture]”, which would be lost",
    ),
    "page break beside a block": (
        '<p><r>{%p if x %}<br type="page"/></r></p>',
        "beside {%p if x %} the paragraph holds “[a page break]”, which would be lost",
    ),
    "other cells of a row": (
        "<tbl><tr><tc><p><r>{%tr if x %}</r></p></tc><tc><p><r>a</r></p></tc></tr></tbl>",
        "beside {%tr if x %} the table row holds “a”, which would be lost",
    ),
    "text beside a cell's tag": (
        "<tbl><tr><tc><p><r>a</r></p><p><r>{%tc if x %}</r></p></tc></tr></tbl>",
        "beside {%tc if x %} the table cell holds “a”, which would be lost",
    ),
    "half a block in a link": (
        '<p><hyperlink anchor="x"><r>{% if x %}a</r></hyperlink><r>{% endif %}</r></p>',
        "{% if x %} stands in a link, and the other half of its block does not",
    ),
    "half a block in a control": (
        "<p><r>{% if x %}a</r><sdt><sdtContent><r>{% endif %}</r></sdtContent></sdt></p>",
        "{% endif %} stands in a content control, and the other half of its block does not",
    ),
    "no row": ("<p><r>{%tr if x %}</r></p>", "{%tr if x %} stands in no table row"),
    "no cell": ("<p><r>{%tc if x %}</r></p>", "{%tc if x %} stands in no table cell"),
}

NOTES = {
    "insertion": (
        '<p><r>{{ n</r><ins id="1"><r>ame }}</r></ins></p>',
        "a tracked change in {{ name }} is read as accepted",
    ),
    "deletion": (
        '<p><r>{{ n</r><del id="1"><r>x</r></del><r>ame }}</r></p>',
        "a tracked change in {{ name }} is read as accepted",
    ),
    "stray braces": ("<p><r>a }} b</r></p>", "}} stands here without {{ and is printed"),
}


@pytest.mark.parametrize("case", WHOLE)
def test_a_tag_stands_whole_in_one_text_and_what_crosses_it_stays(case: str) -> None:
    given, expected = WHOLE[case]
    root = word(given)
    assert repair_tags(root).faults == ()
    assert short(root) == expected


@pytest.mark.parametrize("case", UNTOUCHED)
def test_what_needs_no_repair_is_unchanged_byte_for_byte(case: str) -> None:
    root = word(UNTOUCHED[case])
    before = etree.tostring(root)
    repair = repair_tags(root)
    assert (etree.tostring(root), repair.faults) == (before, ())


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_says_what_is_wrong(case: str) -> None:
    given, message = FAULTS[case]
    fault = repair_tags(word(given)).faults[0]
    assert fault.message == message
    assert fault.hint


@pytest.mark.parametrize("case", NOTES)
def test_a_note_says_what_is_worth_knowing(case: str) -> None:
    given, message = NOTES[case]
    repair = repair_tags(word(given))
    assert [note.message for note in repair.notes] == [message]
    assert repair.faults == ()


def test_tags_are_listed_as_typed_with_their_places() -> None:
    nested = "<tbl><tr><tc><p><r>{%tr for\u00a0x in y %}</r></p></tc></tr></tbl>"
    root = word(f"<p><r>A {{{{ a }}}} B</r></p><tbl><tr><tc><p/>{nested}</tc></tr></tbl>")
    first, second = repair_tags(root).tags
    assert (first.text, first.place) == ("{{ a }}", Place("A {{ a }} B", ""))
    assert (second.text, second.source) == ("{%tr for\u00a0x in y %}", "{% for x in y %}")
    assert second.place == Place("{%tr for x in y %}", "table 2, row 1, cell 1")


@pytest.mark.parametrize("change", ["del", "moveFrom"])
@pytest.mark.parametrize("text", ["{{ secret }}", "{% if x %}", "{# a #}", "{</r><r>{ secret }</r><r>}"])
def test_deleted_tags_are_none_and_come_back_as_they_were(change: str, text: str) -> None:
    root = word(f'<p><r>a</r><{change} id="1"><r>{text}</r></{change}></p>')
    before = etree.tostring(root, encoding="unicode")
    assert repair_tags(root).tags == ()
    source = unescape_tags(etree.tostring(root, encoding="unicode"))
    assert "{{" not in source
    assert "{%" not in source
    assert etree.tostring(etree.fromstring(source), encoding="unicode") == before


def test_what_stands_between_raw_and_endraw_is_text() -> None:
    root = word("<p><r>{% raw %}{{ a</r></p><p><r>{%p b %}{% endraw %}{{ c }}</r></p>")
    repair = repair_tags(root)
    assert [tag.text for tag in repair.tags] == ["{% raw %}", "{% endraw %}", "{{ c }}"]
    assert repair.faults == ()


def test_texts_of_other_markup_are_cleaned_too() -> None:
    root = etree.fromstring('<a><b c="{{ x–y }}">{{ „z“ }}</b></a>')
    assert [tag.text for tag in repair_tags(root).tags] == ["{{ „z“ }}", "{{ x–y }}"]
    assert etree.tostring(root) == b'<a><b c="{{ x-y }}">{{ "z" }}</b></a>'


def test_tags_outside_markup_are_cleaned_as_text() -> None:
    assert clean_tags("https://x.test/{{\u00a0id }}?q={{ ‘a’ }}“") == 'https://x.test/{{ id }}?q={{ "a" }}“'


@pytest.mark.parametrize(
    ("xml", "source"),
    [
        ("<t>{% if a == 'T &amp; P' %} &amp;</t>", "<t>{% if a == 'T & P' %} &amp;</t>"),
        ("<t>{{ a &lt; b }}&lt;</t>", "<t>{{ a < b }}&lt;</t>"),
        ('<t a="{{ b[&quot;c&apos;&quot;] }}"/>', '<t a="{{ b["c\'"] }}"/>'),
        ("<t>{{ '&amp;lt;' }}</t>", "<t>{{ '&lt;' }}</t>"),
        ("<t>{{ '&#38;&#x26;' }}</t>", "<t>{{ '&&' }}</t>"),
        ("<t>{# &amp; #}</t>", "<t>{# &amp; #}</t>"),
    ],
)
def test_tags_get_their_characters_back(xml: str, source: str) -> None:
    assert unescape_tags(xml) == source


def test_rows_and_cells_are_counted_in_their_own_table() -> None:
    inner = "<tbl><tr><tc><p/></tc></tr><tr><tc><p/></tc><tc><p><r>{{ a }}</r></p></tc></tr></tbl>"
    root = word(f"<tbl><tr><tc>{inner}<p/></tc></tr><tr><tc><p><r>{{{{ b }}}}</r></p></tc></tr></tbl>")
    places = [tag.place.table for tag in repair_tags(root).tags]
    assert places == ["table 2, row 2, cell 2", "table 1, row 2, cell 1"]
    assert next(root.iter(markup.name("w:tbl"))) is not None
