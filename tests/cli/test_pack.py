"""`pack list`, `show`, `new` and `check`."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from lxml import etree
from tests.cli.runner import treatydraft
from tests.word.files import external, paragraph, template

from treatydraft.packs.location import shipped_packs

SHIPPED = "scientific-cooperation"


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own, in which nobody has packs."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


def test_list_says_where_each_is() -> None:
    lines = treatydraft("pack", "list").out.splitlines()
    assert [line.split()[:2] for line in lines] == [[SHIPPED, "shipped"], ["security-agreement", "shipped"]]
    packs = json.loads(treatydraft("pack", "list", "--json").out)["packs"]
    assert [pack["name"] for pack in packs] == [SHIPPED, "security-agreement"]


def test_show_prints_what_a_pack_offers() -> None:
    said = treatydraft("pack", "show", SHIPPED).out
    for words in ("cooperation", "accession", "depositary", "oceanography", "convention", "docx"):
        assert words in said, words
    offer = json.loads(treatydraft("pack", "show", SHIPPED, "--json").out)
    assert {"fields", "clauses", "recitals", "house_styles", "vocabulary", "formats"} <= offer.keys()
    assert treatydraft("pack", "show", "kites").status == 2


def test_a_new_pack_renders_at_once_and_has_no_fault() -> None:
    made = treatydraft("pack", "new", "kites")
    assert (made.status, made.out) == (0, "templates/kites\n")
    assert zipfile.is_zipfile("templates/kites/agreement.docx")
    checked = treatydraft("pack", "check", "kites")
    assert (checked.status, checked.err) == (0, "0 faults in kites\n")
    assert treatydraft("new", "sky", "--pack", "kites", "--party", "NO", "--party", "SE").status == 0
    assert treatydraft("validate", "specs/sky.yaml").status == 0
    assert treatydraft("render", "specs/sky.yaml", "--to", "docx,md,html,txt,json").status == 0
    assert "Kingdom of Norway" in Path("output/sky.md").read_text(encoding="utf-8")


def test_a_new_pack_takes_binding_specs_with_its_own_fields() -> None:
    treatydraft("pack", "new", "kites")
    Path("sky.yaml").write_text(BINDING, encoding="utf-8")
    done = treatydraft("render", "sky.yaml", "--to", "txt")
    assert done.status == 0, done.err
    text = " ".join(Path("output/sky.txt").read_text(encoding="utf-8").split())
    assert "The Parties shall: (i) fly kites; and (ii) mend them." in text


BINDING = """\
treatydraft: 1
id: sky
pack: kites
instrument: {form: agreement, register: binding, title: Agreement on Kites, house_style: sections}
parties: [{id: NO, name: Norway, kind: state}, {id: SE, name: Sweden, kind: state}]
tasks:
  - {by: [NO, SE], what: fly kites, strength: shall}
  - {by: [NO, SE], what: mend them, strength: shall}
disputes: {by: negotiation}
amendment: {by: mutual consent}
entry_into_force: {on: ratification}
termination: {notice: 6 months, survives: disputes}
registration: {with: UN}
languages: {done_in: [en, sv]}
signing: {}
"""


@pytest.mark.parametrize("name", ["Kites", "../kites", "a b", ""])
def test_a_name_that_no_pack_can_have_writes_nothing(name: str) -> None:
    assert treatydraft("pack", "new", name).status == 2
    assert not Path("templates").exists()


def test_a_pack_is_never_written_over() -> None:
    treatydraft("pack", "new", "kites")
    assert treatydraft("pack", "new", "kites").status == 2


def test_a_name_found_twice_is_said_with_the_one_that_wins() -> None:
    treatydraft("pack", "new", SHIPPED)
    for command in ("list", "show"):
        said = treatydraft("pack", command, *([SHIPPED] if command == "show" else [])).err
        assert f"{SHIPPED} is used from" in said
        assert f"the one in {shipped_packs() / SHIPPED} is hidden by it" in said


def test_whoever_uses_such_a_pack_is_told_once() -> None:
    treatydraft("pack", "new", SHIPPED)
    for name in ("sky", "sea"):
        treatydraft("new", name, "--pack", SHIPPED, "--party", "NO", "--party", "SE")
    for command in ("validate", "render"):
        run = treatydraft(command, "specs/sky.yaml", "specs/sea.yaml")
        assert run.status == 0
        assert run.err.count("is hidden by it") == 1


def test_check_says_faults_with_lines_and_in_json() -> None:
    treatydraft("pack", "new", "kites")
    clause = Path("templates/kites/clauses/purpose.md")
    clause.write_text(clause.read_text(encoding="utf-8").replace("spec.subject", "spec.subjekt", 1))
    run = treatydraft("pack", "check", "templates/kites")
    assert run.status == 1
    assert "clauses/purpose.md:5: there is no field “subjekt” here (did you mean subject?)" in run.err
    found = json.loads(treatydraft("pack", "check", "kites", "--json").out)
    assert [one["place"] for one in found["findings"]] == [{"file": "clauses/purpose.md", "line": 5}]


@pytest.mark.parametrize("target", ["nowhere/kites", "kites", "letter.docx"])
def test_what_is_not_there_cannot_be_checked(target: str) -> None:
    assert treatydraft("pack", "check", target).status == 2


# --- Templates of one's own -------------------------------------------------------------------------------

_BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    "{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
NOTED: dict[str, tuple[tuple[str, ...], dict[str, Any], str]] = {
    "split": ((paragraph("{{ spec", ".id }}"),), {}, "{{ spec.id }} is split over 2 runs"),
    "quotes": ((paragraph("{{ ' '.join(x) if notice == “x” }}"),), {}, "has typographic quotes"),
    "text-box": ((_BOX.format(paragraph("{{ notice }}")),), {}, "can lose a tag in a text box"),
    "endnotes": (
        (paragraph("x"),),
        {"parts": {"endnotes": f'<w:endnote w:id="2">{paragraph("{{ notice }}")}</w:endnote>'}},
        "plain docxtpl fills in no tags of the endnotes",
    ),
    "link": (
        (paragraph("x"),),
        {"links": external("hyperlink", "https://x.org/{{ notice }}")},
        "in the target of a link",
    ),
    "name": ((paragraph("{{ notise }}"),), {}, "'notise' is not known here (did you mean notice?)"),
}


@pytest.mark.parametrize("case", NOTED)
def test_what_is_harmless_is_a_note(case: str) -> None:
    body, more, said = NOTED[case]
    Path("letter.docx").write_bytes(template(*body, **more))
    run = treatydraft("pack", "check", "letter.docx")
    assert run.status == 0, run
    assert [line for line in run.err.splitlines() if said in line and "note: " in line], run


def test_fix_heals_what_plain_docxtpl_would_get_wrong() -> None:
    path = Path("letter.docx")
    path.write_bytes(
        template(paragraph("{{ na", "me | default(“nobo", "dy”) }}", " signs"), paragraph("{{ a }}"))
    )
    before = path.read_bytes()
    run = treatydraft("pack", "check", "letter.docx", "--fix")
    assert "letter.docx: 1 tag healed" in run.err
    assert "split over" not in run.err
    assert _texts(path.read_bytes())[:1] == ['{{ name | default("nobody") }}']
    assert path.read_bytes() != before
    assert _filled(path, {"a": "A"}) == "nobody signsA"
    healed = path.read_bytes()
    assert "0 tags healed" in treatydraft("pack", "check", "letter.docx", "--fix").err
    assert path.read_bytes() == healed


def _texts(source: bytes) -> list[str]:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(source)).read("word/document.xml"))
    return [str(text.text) for text in root.iter("{*}t")]


def _filled(path: Path, context: Mapping[str, str]) -> str:
    """The words that plain docxtpl makes of a template."""
    document = DocxTemplate(path)
    document.render(dict(context))
    buffer = io.BytesIO()
    document.save(buffer)
    return "".join(_texts(buffer.getvalue()))
