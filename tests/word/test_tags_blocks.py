"""Each row is a part with tags that stand for more than their words, and the source that Jinja gets."""

import pytest
from tests.word.tag_notation import short, word

from treatydraft.word.tags import lift_blocks, repair_tags


def cell(*paragraphs: str) -> str:
    return f"<tbl><tr><tc>{''.join(f'<p><r>{text}</r></p>' for text in paragraphs)}</tc></tr></tbl>"


def row(*cells: str) -> str:
    return f"<tr>{''.join(f'<tc><p><r>{text}</r></p></tc>' for text in cells)}</tr>"


def ps(*texts: str) -> str:
    return "".join(f"<p><r>{text}</r></p>" if text else "<p/>" for text in texts)


LIFTED = {
    "paragraph": (
        ps("a", "{%p if n % 2 %}", "b", "{%p endif %}", "c"),
        f"{ps('a')}{{% if n % 2 %}}{ps('b')}{{% endif %}}{ps('c')}",
    ),
    "first in the body": (ps("{%p set d = {'a': 1} %}", "b"), f"{{% set d = {{'a': 1}} %}}{ps('b')}"),
    "blanks around": (ps("  {%p if x %} ", "{%p endif %}"), "{% if x %}{% endif %}"),
    "two in a paragraph": (ps("{%p endif %}{%p endfor %}"), "{% endif %}{% endfor %}"),
    "statement beside it": (ps("{%p for a in b %}{% set c = a %}"), "{% for a in b %}{% set c = a %}"),
    "printed paragraph": (ps("{{p table }}"), "{{ table }}"),
    "comment": (ps("a", "{#p note #}"), f"{ps('a')}{{# note #}}"),
    "dash": (ps("{%p if x -%}", "b", "{%-p endif %}"), f"{{% if x %}}{ps('b')}{{% endif %}}"),
    "row": (
        f"<tbl>{row('{%tr for x in y %}', '')}{row('{{ x }}', 'b')}{row('', '{%tr endfor %}')}</tbl>",
        f"<tbl>{{% for x in y %}}{row('{{ x }}', 'b')}{{% endfor %}}</tbl>",
    ),
    "row of a nested table": (
        f"<tbl><tr><tc><tbl>{row('{%tr if x %}')}{row('a')}{row('{%tr endif %}')}</tbl><p/></tc></tr></tbl>",
        f"<tbl><tr><tc><tbl>{{% if x %}}{row('a')}{{% endif %}}</tbl><p/></tc></tr></tbl>",
    ),
    "row around a nested table": (
        f"<tbl>{row('{%tr if x %}')}<tr><tc><tbl>{row('a')}</tbl><p/></tc></tr>{row('{%tr endif %}')}</tbl>",
        f"<tbl>{{% if x %}}<tr><tc><tbl>{row('a')}</tbl><p/></tc></tr>{{% endif %}}</tbl>",
    ),
    "paragraph tag after a nested table": (
        f"<tbl><tr><tc><tbl>{row('a')}</tbl>{ps('{%p if x %}', 'b', '{%p endif %}', 'c')}</tc></tr></tbl>",
        f"<tbl><tr><tc><tbl>{row('a')}</tbl>{{% if x %}}{ps('b')}{{% endif %}}{ps('c')}</tc></tr></tbl>",
    ),
    "cell": (
        f"<tbl>{row('{%tc for x in y %}', '{{ x }}', '{%tc endfor %}')}</tbl>",
        "<tbl><tr>{% for x in y %}<tc><p><r>{{ x }}</r></p></tc>{% endfor %}</tr></tbl>",
    ),
    "run": (
        "<p><b>a {%r if x %}b{%r endif %}</b></p>",
        "<p><b>a </b>{% if x %}<b>b</b>{% endif %}</p>",
    ),
    "printed run": (
        "<p><r>a {{r x }} {{r y }}</r><r>c</r></p>",
        "<p><r>a </r>{{ x }}<r> </r>{{ y }}<r>c</r></p>",
    ),
    "printed run among other things": (
        "<p><b>a<tab/>{{r x }}<tab/>c</b></p>",
        "<p><b>a<tab/></b>{{ x }}<b><tab/>c</b></p>",
    ),
    "printed run in a link": (
        '<p><hyperlink anchor="z"><r>{{r x }}</r></hyperlink></p>',
        '<p><hyperlink anchor="z">{{ x }}</hyperlink></p>',
    ),
    "row in a content control": (
        (
            f"<tbl><sdt><sdtContent>{row('{%tr if x %}')}</sdtContent>"
            f"</sdt>{row('a')}{row('{%tr endif %}')}</tbl>"
        ),
        f"<tbl>{{% if x %}}{row('a')}{{% endif %}}</tbl>",
    ),
    "paragraph in a content control": (
        f"<sdt><sdtContent>{ps('{%p if x %}')}</sdtContent></sdt>{ps('a', '{%p endif %}')}",
        f"{{% if x %}}{ps('a')}{{% endif %}}",
    ),
    "whole block in a content control": (
        f"<sdt><sdtContent>{ps('{%p if x %}', 'a', '{%p endif %}')}</sdtContent></sdt>",
        f"<sdt><sdtContent>{{% if x %}}{ps('a')}{{% endif %}}</sdtContent></sdt>",
    ),
    "printed paragraph in a content control": (
        f"<sdt><sdtContent>{ps('{{p x }}')}</sdtContent></sdt>",
        "<sdt><sdtContent>{{ x }}</sdtContent></sdt>",
    ),
    "text box": (
        (
            f"<p><r><pict>"
            f"<txbxContent>{ps('{%p if x %}', 'a', '{%p endif %}', 'b')}</txbxContent></pict></r></p>"
        ),
        f"<p><r><pict><txbxContent>{{% if x %}}{ps('a')}{{% endif %}}{ps('b')}</txbxContent></pict></r></p>",
    ),
    "deleted words beside it": (
        '<p><r>{%p if x %}</r><del id="1"><r>gone</r></del></p>',
        "{% if x %}",
    ),
}

KEPT = {
    "section of an opener": (
        f"<p><pPr><sectPr/></pPr><r>{{%p if x %}}</r></p>{ps('{%p endif %}')}",
        "<p><pPr><sectPr/></pPr></p>{% if x %}{% endif %}",
    ),
    "section of a closer": (
        f"{ps('{%p if x %}')}<p><pPr><sectPr/></pPr><r>{{%p endif %}}</r></p>",
        "{% if x %}{% endif %}<p><pPr><sectPr/></pPr></p>",
    ),
    "bookmark around a block": (
        '<p><bookmarkStart id="1"/><r>{%p if x %}</r></p><p><r>{%p endif %}</r><bookmarkEnd id="1"/></p>',
        '<bookmarkStart id="1"/>{% if x %}{% endif %}<bookmarkEnd id="1"/>',
    ),
    "bookmark that begins in a closer": (
        '<p><bookmarkStart id="1"/><r>{%p endif %}</r></p><p><r>a</r><bookmarkEnd id="1"/></p>',
        '{% endif %}<bookmarkStart id="1"/><p><r>a</r><bookmarkEnd id="1"/></p>',
    ),
    "bookmark that ends in an opener": (
        '<p><bookmarkStart id="1"/><r>a</r></p><p><r>{%p if x %}</r><bookmarkEnd id="1"/></p>',
        '<p><bookmarkStart id="1"/><r>a</r></p><bookmarkEnd id="1"/>{% if x %}',
    ),
    "bookmark of the tag alone": (
        '<p><bookmarkStart id="1"/><r>{%p if x %}</r><bookmarkEnd id="1"/></p>',
        "{% if x %}",
    ),
    "comment on a tag": (
        (
            '<p><commentRangeStart id="1"/><r>a</r></p>'
            '<p><r>{%p if x %}</r><commentRangeEnd id="1"/><r><commentReference id="1"/></r></p>'
        ),
        "<p><r>a</r></p>{% if x %}",
    ),
    "last paragraph of a cell": (
        cell("{%p for a in b %}", "{{ a }}", "{%p endfor %}"),
        "<tbl><tr><tc>{% for a in b %}<p><r>{{ a }}</r></p>{% else %}<p/>{% endfor %}</tc></tr></tbl>",
    ),
    "cell with an else": (
        cell("{%p if a %}", "b", "{%p else %}", "c", "{%p endif %}"),
        "<tbl><tr><tc>{% if a %}<p><r>b</r></p>{% else %}<p><r>c</r></p>{% endif %}</tc></tr></tbl>",
    ),
    "cell with nested blocks": (
        cell("{%p if a %}", "{%p if c %}", "b", "{%p endif %}", "{%p endif %}"),
        (
            "<tbl><tr><tc>{% if a %}{% if c %}<p><r>b</r>"
            "</p>{% endif %}{% else %}<p/>{% endif %}</tc></tr></tbl>"
        ),
    ),
    "cell with a paragraph before": (
        cell("z", "{%p if a %}", "b", "{%p endif %}"),
        "<tbl><tr><tc><p><r>z</r></p>{% if a %}<p><r>b</r></p>{% endif %}</tc></tr></tbl>",
    ),
    "cell that ends with a table": (
        f"<tbl><tr><tc>{ps('{%p if a %}')}<tbl>{row('b')}</tbl>{ps('{%p endif %}')}</tc></tr></tbl>",
        f"<tbl><tr><tc>{{% if a %}}<tbl>{row('b')}</tbl>{{% endif %}}<p/></tc></tr></tbl>",
    ),
    "cell of a statement alone": (
        cell("{%p set a = 1 %}"),
        "<tbl><tr><tc>{% set a = 1 %}<p/></tc></tr></tbl>",
    ),
    "cell of a printed paragraph": (cell("{{p a }}"), "<tbl><tr><tc>{{ a }}<p/></tc></tr></tbl>"),
}

ALONE = {
    "loop": (
        ps("{% for a in b %}", "{{ a }}", "{% endfor %}"),
        f"{{% for a in b %}}{ps('{{ a }}')}{{% endfor %}}",
    ),
    "condition with an else": (
        ps("{% if a %}", "b", "{% elif c %}", "d", "{% else %}", "e", "{% endif %}"),
        f"{{% if a %}}{ps('b')}{{% elif c %}}{ps('d')}{{% else %}}{ps('e')}{{% endif %}}",
    ),
    "nested": (
        ps("{% for a in b %}{% if a %}", "c", "{% endif %}", "{% endfor %}"),
        f"{{% for a in b %}}{{% if a %}}{ps('c')}{{% endif %}}{{% endfor %}}",
    ),
    "closer without its letter": (
        ps("{%p if a %}", "b", "{% endif %}"),
        f"{{% if a %}}{ps('b')}{{% endif %}}",
    ),
    "value": (ps("{% set a = 1 %}", "b"), f"{{% set a = 1 %}}{ps('b')}"),
    "closer beside text stays": (
        ps("{% for a in b %}", "{{ a }}{% endfor %}"),
        ps("{% for a in b %}", "{{ a }}{% endfor %}"),
    ),
    "else beside text stays": (
        ps("{% if a %}", "b{% else %}", "{% endif %}"),
        ps("{% if a %}", "b{% else %}", "{% endif %}"),
    ),
    "what depends on one that stays stays": (
        ps("{% if a %}", "{% if b %}{% endif %}{% endif %}c"),
        ps("{% if a %}", "{% if b %}{% endif %}{% endif %}c"),
    ),
    "over cells stays": (
        f"<tbl>{row('{% if a %}', '{% endif %}')}</tbl>",
        f"<tbl>{row('{% if a %}', '{% endif %}')}</tbl>",
    ),
    "never closed stays": (ps("{% if a %}", "b"), ps("{% if a %}", "b")),
    "comment alone stays": (ps("{# a #}", "b"), ps("{# a #}", "b")),
    "page break stays": (
        f'<p><r>{{% if a %}}<br type="page"/></r></p>{ps("{% endif %}")}',
        f'<p><r>{{% if a %}}<br type="page"/></r></p>{ps("{% endif %}")}',
    ),
    "section stays": (
        f"<p><pPr><sectPr/></pPr><r>{{% if a %}}</r></p>{ps('{% endif %}')}",
        f"<p><pPr><sectPr/></pPr><r>{{% if a %}}</r></p>{ps('{% endif %}')}",
    ),
}

JOINED = {
    "to the next": (ps("a {% if x -%}", "b", "c"), ps("a {% if x %}b", "c")),
    "to the previous": (ps("a", "{%- endif %} b"), ps("a{% endif %} b")),
    "both": (ps("a {% if x -%}", "b", "{%- endif %} c"), ps("a {% if x %}b{% endif %} c")),
    "blanks stay": (ps("a {% if x -%}", " b"), ps("a {% if x %} b")),
    "over empty paragraphs": (ps("a{% if x -%}", "", "b"), ps("a{% if x %}b")),
    "en dash": (ps("a{% if x –%}", "b"), ps("a{% if x %}b")),
    "formats differ": (
        f"{ps('a{% if x -%}')}<p><b>b</b></p>",
        "<p><r>a{% if x %}</r><b>b</b></p>",
    ),
    "text after it stays": (ps("a {% if x -%} b", "c"), ps("a {% if x %}b", "c")),
    "text before it stays": (ps("a", "b {%- endif %}"), ps("a", "b{% endif %}")),
    "tag after it": (ps("a{% if x -%} {% if y %}", "c"), ps("a{% if x %}{% if y %}", "c")),
    "not with a table": (
        f"{ps('a{% if x -%}')}<tbl>{row('b')}</tbl>",
        f"{ps('a{% if x %}')}<tbl>{row('b')}</tbl>",
    ),
    "not with a lifted paragraph": (
        ps("a{% if x -%}", "{%p if y %}"),
        f"{ps('a{% if x %}')}{{% if y %}}",
    ),
    "not over the end of a section": (
        f"<p><pPr><sectPr/></pPr><r>a{{% if x -%}}</r></p>{ps('b')}",
        f"<p><pPr><sectPr/></pPr><r>a{{% if x %}}</r></p>{ps('b')}",
    ),
    "the section of the next": (
        f"{ps('a{% if x -%}')}<p><pPr><sectPr/></pPr><r>b</r></p>",
        "<p><pPr><sectPr/></pPr><r>a{% if x %}b</r></p>",
    ),
    "bookmarks on the way": (
        f'{ps("a{% if x -%}")}<bookmarkStart id="1"/><p><r>b</r><bookmarkEnd id="1"/></p>',
        '<p><r>a{% if x %}</r><bookmarkStart id="1"/><r>b</r><bookmarkEnd id="1"/></p>',
    ),
}

CELLS = {
    "colspan": (
        "<tbl><tr><tc><p><r>{% colspan n %}a</r></p></tc></tr></tbl>",
        '<tbl><tr><tc><tcPr><gridSpan val="{{ n }}"/></tcPr><p><r>a</r></p></tc></tr></tbl>',
    ),
    "colspan again": (
        (
            '<tbl><tr><tc><tcPr><tcW w="1"/><gridSpan val="2"/><shd/></tcPr><p>'
            "<r>{% colspan n %}</r></p></tc></tr></tbl>"
        ),
        '<tbl><tr><tc><tcPr><tcW w="1"/><gridSpan val="{{ n }}"/><shd/></tcPr><p/></tc></tr></tbl>',
    ),
    "colspan after a nested table": (
        f"<tbl><tr><tc><tbl>{row('a')}</tbl><p><r>{{% colspan n % 3 %}}b</r></p></tc></tr></tbl>",
        (
            f'<tbl><tr><tc><tcPr><gridSpan val="{{{{ n % 3 }}}}"/></tcPr>'
            f"<tbl>{row('a')}</tbl>{ps('b')}</tc></tr></tbl>"
        ),
    ),
    "colour": (
        "<tbl><tr><tc><p><r>{% cellbg 'ff0000' %}a</r></p></tc></tr></tbl>",
        (
            '<tbl><tr><tc><tcPr><shd val="clear" color="auto" fill="{{ \'ff0000\' }}"/></tcPr>'
            "<p><r>a</r></p></tc></tr></tbl>"
        ),
    ),
    "downwards": (
        "<tbl><tr><tc><p><b>a</b><r>{% vm %}b</r></p><p/></tc></tr></tbl>",
        (
            "<tbl><tr><tc><tcPr>"
            '<vMerge val="{% if loop.first %}restart{% else %}continue{% endif %}"/></tcPr>'
            "<p>{% if loop.first %}<b>a</b><r>b</r>{% endif %}</p><p/></tc></tr></tbl>"
        ),
    ),
    "across": (
        "<tbl><tr><tc><p><r>{% hm %}a</r></p></tc><tc><p/></tc></tr></tbl>",
        (
            '<tbl><tr>{% if loop.first %}<tc><tcPr><gridSpan val="{{ loop.length }}"/></tcPr>'
            "<p><r>a</r></p></tc>{% endif %}<tc><p/></tc></tr></tbl>"
        ),
    ),
    "across a wide cell": (
        '<tbl><tr><tc><tcPr><gridSpan val="2"/></tcPr><p><r>{% hm %}a</r></p></tc></tr></tbl>',
        (
            '<tbl><tr>{% if loop.first %}<tc><tcPr><gridSpan val="{{ 2 * loop.length }}"/></tcPr>'
            "<p><r>a</r></p></tc>{% endif %}</tr></tbl>"
        ),
    ),
    "in no cell": (ps("{% vm %}a"), ps("{% vm %}a")),
}


def source(given: str) -> str:
    root = word(given)
    repair_tags(root)
    lift_blocks(root)
    return short(root)


@pytest.mark.parametrize("case", LIFTED)
def test_a_tag_takes_the_place_of_what_it_stands_for(case: str) -> None:
    given, expected = LIFTED[case]
    assert source(given) == expected
    assert repair_tags(word(given)).faults == ()


@pytest.mark.parametrize("case", KEPT)
def test_lifting_leaves_a_valid_part(case: str) -> None:
    given, expected = KEPT[case]
    assert source(given) == expected


@pytest.mark.parametrize("case", ALONE)
def test_statements_alone_in_their_paragraphs_leave_no_blank_ones(case: str) -> None:
    given, expected = ALONE[case]
    assert source(given) == expected


@pytest.mark.parametrize("case", JOINED)
def test_a_dash_joins_paragraphs_and_loses_nothing(case: str) -> None:
    given, expected = JOINED[case]
    assert source(given) == expected


@pytest.mark.parametrize("case", CELLS)
def test_tags_of_cells_become_their_properties(case: str) -> None:
    given, expected = CELLS[case]
    assert source(given) == expected
