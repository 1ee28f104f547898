"""Faults that users of Word templates reported in public, each with its whole kind.

The name of a case begins with the report: dt is elapouya/python-docx-template, pd python-openxml/python-docx,
dxt open-xml-templating/docxtemplater, dts guigrpa/docx-templates, etx alonrbar/easy-template-x, da
jhpyle/docassemble. What we do instead stands in the tables of `known_faults`.
"""

import copy
import hashlib
import io
import os
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from tests.cli import runner
from tests.word.known_faults import loops, reading, refusals, structure, tags
from tests.word.known_faults.cases import in_places
from tests.word.known_faults.engine import faults_of, refusal, rendered, rendered_or_refused
from tests.word.known_faults.ooxml import field, field_code, field_mark, hyperlink, notes, p, ps, reference
from tests.word.known_faults.package import Link, docx, section, section_end, zipped
from tests.word.known_faults.places import PLACES

from treatydraft.word.template import WordTemplate

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("case", "place"), list(in_places(tags.PRINTS)))
def test_a_template_prints_what_its_author_meant(case: str, place: str) -> None:
    meant = tags.PRINTS[case]
    data = rendered(PLACES[place].template(meant.paragraphs), meant.context)
    assert PLACES[place].texts(data) == list(meant.texts)
    assert reading.damage(data) == []


@pytest.mark.parametrize("case", tags.LOOKS)
def test_a_value_looks_as_the_run_in_which_its_tag_begins(case: str) -> None:
    paragraph, look = tags.LOOKS[case]
    assert reading.run_look(rendered(docx(paragraph), {"name": "Arcadia"}), "Arcadia") == look


@pytest.mark.parametrize(("case", "place"), list(in_places(refusals.REFUSED)))
def test_a_refusal_names_the_part_and_the_place_and_quotes_the_tag(case: str, place: str) -> None:
    refused = refusals.REFUSED[case]
    words = refusal(PLACES[place].template(refused.paragraphs), refused.context)
    assert words.startswith("letter.docx")
    assert re.search(PLACES[place].said, words, re.IGNORECASE), words
    assert refused.tag in words
    assert re.search(refused.says, words), words


@pytest.mark.parametrize(
    ("tag", "place"), [("{{ nmae }}", "body"), ("{{ nmae }}", "cell"), ("{% if x %}", "cell")]
)
def test_a_refusal_tells_the_paragraph_from_others_of_the_same_words(tag: str, place: str) -> None:
    """dt#134: the number or the words of the paragraph; three alike around it must not hide it."""
    first, second = (
        refusal(PLACES[place].template(*paragraphs), {"name": "A", "x": 1})
        for paragraphs in ((ps(f"One {tag}", "Two")), (ps("One", f"Two {tag}")))
    )
    assert first != second


def test_all_faults_of_all_parts_are_said_in_one_run() -> None:
    parts = {
        "header1": p("{{ nope | uper }}"),
        "footnotes": notes("footnote", p("{% if x %}")),
        "comments": notes("comment", p("{{ 'a }}")),
    }
    template = docx(ps("{% fi %}", "{{ name | lowr }}", "fine"), parts=parts, last=section("header1"))
    faults = faults_of(template, {"name": "A", "x": 1})
    words = "\n".join(map(str, faults))
    for expected in ("uper", "{% if x %}", "{% fi %}", "lowr", "header", "footnotes", "comments"):
        assert expected in words
    assert len(faults) >= 5


@pytest.mark.parametrize("case", structure.CROSSED)
def test_markup_that_crosses_the_edge_of_a_tag_stays_balanced(case: str) -> None:
    crossed = structure.CROSSED[case]
    template = crossed.template()
    data = rendered(template, crossed.context)
    assert reading.body(data) == [crossed.text, "Later 3"]
    for tag, count in crossed.kept.items():
        assert len(reading.found(reading.tree(data), f"//{tag}")) == count, tag
    assert set(reading.damage(data)) <= set(reading.damage(template))  # the validator knows no smart tags


@pytest.mark.parametrize("case", structure.DELETED)
def test_a_deleted_tag_is_never_evaluated(case: str) -> None:
    paragraph, text = structure.DELETED[case]
    result = rendered_or_refused(
        docx(paragraph, p("Later {{ n }}")), {"secret": "SECRET", "n": 3, "no": 0, "x": 1}
    )
    if isinstance(result, str):
        assert "deleted" in result
        return
    assert reading.body(result) == [text, "Later 3"]
    assert b"SECRET" not in reading.members(result)["word/document.xml"]
    assert reading.damage(result) == []


@pytest.mark.parametrize("case", structure.BESIDE)
@pytest.mark.parametrize("place", ["body", "header", "footnote"])
def test_words_beside_a_block_tag_are_kept_or_refused(case: str, place: str) -> None:
    make, words, tag = structure.BESIDE[case]
    result = rendered_or_refused(PLACES[place].template(make()), {"x": True, "n": 3, "xs": ["one", "two"]})
    if isinstance(result, str):
        assert tag in result
        assert re.search(PLACES[place].said, result)
        return
    text = " ".join(reading.texts(result, PLACES[place].part))
    assert [word for word in words if word not in text] == []
    assert reading.damage(result) == []


# --- Properties and links ---------------------------------------------------------------------------------

CORE = (
    "dc:title",
    "dc:subject",
    "dc:creator",
    "cp:keywords",
    "dc:description",
    "cp:category",
    "cp:contentStatus",
)


@pytest.mark.parametrize("name", CORE)
@pytest.mark.parametrize("text", ["A & B", "<Ltd> “x”", "{{ secret }}", "&amp;"])
def test_trials_properties_hold_the_value_as_it_is(name: str, text: str) -> None:
    template = docx(p("x"), core={name: "On {{ t }}"}, custom={"Ref": "No. {{ t }}"})
    data = rendered(template, {"t": text, "secret": "SECRET"})
    core = reading.found(reading.tree(data, "docProps/core.xml"), f"//{name}")
    custom = reading.found(reading.tree(data, "docProps/custom.xml"), "//vt:lpwstr")
    assert [element.text for element in core] == [f"On {text}"]
    assert [element.text for element in custom] == [f"No. {text}"]
    assert reading.damage(data) == []


@pytest.mark.parametrize("tag", ["{{ nmae }}", "{{ name", "{{ ''.__class__ }}", "{{ gap }}"])
@pytest.mark.parametrize("where", ["core", "custom"])
def test_trials_a_fault_in_a_property_names_it(tag: str, where: str) -> None:
    core, custom = ({"dc:title": f"On {tag}"}, None) if where == "core" else (None, {"Ref": f"On {tag}"})
    words = refusal(docx(p("x"), core=core, custom=custom), {"name": "A", "gap": None})
    assert "propert" in words
    assert tag in words


TARGETS = {
    "dt#80 as typed": ("https://x.test/{{ id }}", "42", "https://x.test/42"),
    "dt#128 as Word saves it": ("https://x.test/%7B%7B%20id%20%7D%7D", "42", "https://x.test/42"),
    "dt#80 query": ("https://x.test/?a=1&b={{ id }}", "42", "https://x.test/?a=1&b=42"),
    "dt#80 the whole": ("{{ id }}", "https://x.test/?a=b&c=d", "https://x.test/?a=b&c=d"),
    "dt#80 post": ("mailto:{{ id }}", "a@x.test", "mailto:a@x.test"),
    "dt#80 blanks": ("https://x.test/{{ id }}", "a b", "https://x.test/a%20b"),
    "dt#80 default": ("https://x.test/{{ empty or 'none' }}", "", "https://x.test/none"),
}


@pytest.mark.parametrize("case", TARGETS)
@pytest.mark.parametrize("place", ["body", "header", "footer", "footnote", "endnote", "comment", "cell"])
def test_a_link_target_is_rendered(case: str, place: str) -> None:
    target, value, meant = TARGETS[case]
    here = PLACES[place]
    links = {"link1": Link("hyperlink", target, external=True)}
    data = rendered(here.template(p(hyperlink("{{ id }}!")), links=links), {"id": value, "empty": ""})
    link = reading.found(reading.tree(data, here.part), "//w:hyperlink")[0]
    rels = reading.tree(data, f"word/_rels/{here.part}.xml.rels")
    targets = {rel.get("Id"): rel.get("Target") for rel in rels}
    assert targets[reading.attribute(link, "r:id")] == meant
    assert not any("{{" in str(other) or "%7B" in str(other) for other in targets.values())
    assert reading.damage(data) == []


@pytest.mark.parametrize("place", ["body", "header", "footnote", "comment"])
def test_dt80_a_link_target_is_rendered_where_nothing_else_is(place: str) -> None:
    here = PLACES[place]
    links = {"link1": Link("hyperlink", "https://x.test/{{ id }}", external=True)}
    data = rendered(here.template(p(hyperlink("x")), links=links), {"id": "42"})
    targets = [rel.get("Target") for rel in reading.tree(data, f"word/_rels/{here.part}.xml.rels")]
    assert "https://x.test/42" in targets
    assert reading.damage(data) == []


@pytest.mark.parametrize("kind", ["default", "first", "even"])
@pytest.mark.parametrize("position", [0, 1, 2])
def test_etx127_each_header_of_each_section_is_rendered(kind: str, position: int) -> None:
    kinds = dict.fromkeys(("default", "first", "even"), "header1") | {kind: "header2"}
    others = section("header1")
    sections = [section(**kinds) if number == position else others for number in range(3)]
    parts = {"header1": p("other {{ n }}"), "header2": p("this {{ n }}")}
    inner = [section_end(one) for one in sections[:2]]
    data = rendered(docx(p("a"), inner[0], p("b"), inner[1], p("c"), parts=parts, last=sections[2]), {"n": 3})
    assert reading.texts(data, "header2") == ["this 3"]
    assert reading.texts(data, "header1") == ["other 3"]
    assert reading.damage(data) == []


def test_dt80_a_link_in_a_loop_goes_where_its_pass_says() -> None:
    data = rendered(loops.links_in_a_loop(), loops.ARTICLES)
    rels = {rel.get("Id"): rel.get("Target") for rel in reading.tree(data, "word/_rels/document.xml.rels")}
    links = [reading.attribute(e, "r:id") for e in reading.found(reading.tree(data), "//w:hyperlink")]
    assert [rels[link] for link in links] == [article["url"] for article in loops.ARTICLES["articles"]]
    assert reading.damage(data) == []


def test_dt80_a_target_in_a_field_is_rendered() -> None:
    data = rendered(docx(p(field(' HYPERLINK "https://x.test/{{ id }}" ', "here"))), {"id": "4&2"})
    assert reading.codes(data) == ['HYPERLINK "https://x.test/4&2"']


# --- Contents tables, files of other programs, limits of size ----------------------------------------------


def test_dt151_a_contents_table_shows_the_headings_of_the_document() -> None:
    begin = field_mark("begin")
    body = (
        p(
            begin,
            field_code(' TOC \\o "1-3" \\h \\z \\u '),
            field_mark("separate"),
            "Stale entry",
            style="TOC1",
        )
        + p(field_mark("end"))
        + loops.each(p("{{ a.title }}", style="Heading1"), p("Text"), p("Sub", style="Heading2"))
    )
    data = rendered(docx(body), loops.ARTICLES)
    assert reading.damage(data) == []
    shown = reading.body(data)
    entries = shown[: shown.index("Text") - 1]
    assert [line for title in loops.TITLES for line in (title, "Sub")] == [
        re.split(r"\t", line)[0] for line in entries if line
    ]
    assert reading.attribute(reading.found(reading.tree(data), "//w:fldChar")[0], "w:dirty") in (
        "1",
        "true",
        "on",
    )
    assert b"updateFields" not in reading.members(data)["word/settings.xml"]


def test_dt558_a_file_of_libreoffice_keeps_one_part_of_properties() -> None:
    """LibreOffice relates the part in another way, so that python-docx finds none and adds its own."""
    data = docx(p("{{ name }}"), core={"dc:title": "{{ name }}"})
    other = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
    members = reading.members(data)
    members["_rels/.rels"] = members["_rels/.rels"].replace(
        b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        other.encode(),
    )
    result = rendered(zipped(members), {"name": "A & B"})
    assert sorted(reading.members(result)) == sorted(members)
    title = reading.found(reading.tree(result, "docProps/core.xml"), "//dc:title")
    assert [element.text for element in title] == ["A & B"]


def test_dt490_time_grows_with_the_rows_and_no_faster() -> None:
    template = WordTemplate(
        docx(loops.each_row(loops.p_cell("{{ a.title }}"), loops.p_cell("{{ a.url }}")) + p())
    )

    def seconds(rows: int) -> float:
        articles = [{"title": f"T{n}", "url": "u"} for n in range(rows)]
        times = []
        for _ in range(3):
            start = time.process_time()
            template.render({"articles": articles})
            times.append(time.process_time() - start)
        return min(times)

    assert seconds(16_000) < 8 * seconds(4_000)


def test_dt187_thousands_of_variables() -> None:
    names = {f"v{n}": f"value {n}" for n in range(2_000)}
    data = rendered(docx(*(p(f"{{{{ {name} }}}}") for name in names)), names)
    assert reading.body(data) == list(names.values())


def test_dt110_the_same_object_prints_the_second_data() -> None:
    links = {"document": {"link1": Link("hyperlink", "https://x.test/{{ v }}", external=True)}}
    body = p("{{ v }}", hyperlink("x"), reference("footnote"))
    template = WordTemplate(docx(body, parts={"footnotes": notes("footnote", p("{{ v }}"))}, links=links))
    first, second, again = (template.render({"v": value}) for value in ("one", "two", "one"))
    assert first == again
    for data, value in ((first, "one"), (second, "two")):
        assert reading.body(data) == [f"{value}x"]
        assert reading.texts(data, "footnotes", "//w:footnote[not(@w:type)]/w:p") == [value]
    sizes = [len(reading.tree(data, "word/_rels/document.xml.rels")) for data in (first, second, again)]
    assert len(set(sizes)) == 1


def test_dt302_what_the_caller_passes_stays_untouched() -> None:
    filters = {"twice": lambda text: f"{text}{text}"}
    context = {"v": "A", "d": {"k": ["x"]}}
    before, filters_before = copy.deepcopy(context), dict(filters)
    template = WordTemplate(docx(p("{% set v = v | twice %}{{ v }}{{ d.k[0] }}")), filters=filters)
    assert reading.body(template.render(context)) == ["AAx"]
    assert context == before
    assert filters == filters_before


def test_trials_two_runs_give_the_same_bytes() -> None:
    code = (
        "import hashlib; from tests.word.known_faults import loops;"
        "from tests.word.known_faults.engine import rendered;"
        "data = rendered(loops.notes_in_a_loop('footnote'), {**loops.ARTICLES, 'n': 3});"
        "print(hashlib.sha256(data).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        )
        for seed in ("1", "2")
    ]
    assert [run.stderr for run in runs] == ["", ""]
    assert runs[0].stdout == runs[1].stdout
    here = rendered(loops.notes_in_a_loop("footnote"), {**loops.ARTICLES, "n": 3})
    assert hashlib.sha256(here).hexdigest() == runs[0].stdout.strip()
    with zipfile.ZipFile(io.BytesIO(here)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("place", PLACES)
def test_dt274_the_check_of_a_file_lists_every_variable(place: str, tmp_path: Path) -> None:
    """Nested names too, and what a loop takes from its members."""
    path = tmp_path / "letter.docx"
    content = ps("{{ chair.office.city }}", "{%p for who in signers %}", "{{ who.rank }}", "{%p endfor %}")
    path.write_bytes(PLACES[place].template(content))
    said = runner.treatydraft("pack", "check", path).out
    assert [name for name in ("chair", "office", "city", "signers", "rank") if name not in said] == []
    assert "who" not in re.findall(r"\w+", said)
