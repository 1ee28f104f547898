"""The second shipped pack: what its drafts are compared, read and set with knows nothing of the first."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import treatydraft as td
from treatydraft import api
from treatydraft.facts import facts_of, vocabulary_of
from treatydraft.packs import find_pack

SPECS = Path(__file__).parents[2] / "specs"
NAMES = ["chile-new-zealand-science", "southern-ocean-convention", "quantum-research-understanding"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

every_spec = pytest.mark.parametrize("name", NAMES)


def _path(name: str) -> Path:
    return SPECS / f"{name}.yaml"


@every_spec
@pytest.mark.parametrize("form", ["docx", "md", "html"])
def test_a_draft_that_came_back_is_unchanged(name: str, form: str, tmp_path: Path) -> None:
    received = tmp_path / f"received.{form}"
    received.write_bytes(api.job(_path(name)).render(form))
    comparison = td.compare(_path(name), received, pack="scientific-cooperation")
    changed = [pair for pair in comparison.pairs if pair.kinds != ("unchanged",)]
    assert changed == []


@every_spec
def test_the_originals_of_the_parties_are_the_same_text(name: str) -> None:
    job = api.job(_path(name))
    first, second = (job.draft(party.id) for party in job.spec.parties[:2])
    comparison = td.compare(first, second, originals=True)
    assert {severity for pair in comparison.pairs if (severity := pair.severity) != "none"} == set()


def test_two_agreements_of_the_family_align_by_topic() -> None:
    comparison = td.compare(_path(NAMES[0]), _path(NAMES[1]), mode="parallel")
    aligned = {
        (pair.old.heading, pair.new.heading)
        for pair in comparison.pairs
        if pair.old and pair.new and pair.old.heading
    }
    assert {("Areas of Cooperation", "Areas of Cooperation"), ("Termination", "Withdrawal")} <= aligned


def test_its_fields_are_facts() -> None:
    words = vocabulary_of(find_pack("scientific-cooperation").vocabulary)
    facts = facts_of(td.draft(td.load(_path("southern-ocean-convention"))), words)
    said = {field: [fact.value for fact in found] for field, found in facts.items()}
    assert "support.area" not in said
    assert set(said["cooperation.areas"]) >= {"oceanography", "climate", "polar-research"}
    assert said["accession.open_to"] == ["any-state"]
    assert said["accession.organisations"] == ["true"]
    assert said["information.within"] == ["2 years"]


@every_spec
def test_what_leads_into_a_list_stays_with_it(name: str) -> None:
    file = zipfile.ZipFile(io.BytesIO(api.job(_path(name)).render("docx")))
    paragraphs = etree.fromstring(file.read("word/document.xml")).iter(f"{W}p")
    leads = [one for one in paragraphs if _style(one) in LEADS and _words(one).endswith(":")]
    assert leads
    assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in leads)


LEADS = {"ClauseText", "Paragraph", "AnnexParagraph"}


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _words(paragraph: etree._Element) -> str:
    return "".join(map(str, paragraph.itertext()))
