"""A pack of quite another family drafts, validates and explains itself without a line of code."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.outlines import outline

from treatydraft.api import render
from treatydraft.drafting import draft
from treatydraft.packs import Pack, find_pack, load_pack
from treatydraft.spec import Problem, Spec, load_spec, spec_schema

FISHERIES = Path(__file__).parent / "fisheries"

SPEC = """\
treatydraft: 1
id: cod
pack: fisheries
instrument: {form: agreement, register: binding, title: Agreement on Cod, house_style: plain}
parties:
  - {id: NO, name: the Kingdom of Norway, short: Norway, kind: state}
  - {id: IS, name: Iceland, kind: state}
quotas:
  - {species: cod, tonnes: 1200, by: NO, season: spring, fee: NOK 3 million}
  - {species: haddock, tonnes: 80, by: [NO, IS]}
inspection: {by: both, notice: 3 days, places: [logbook, landing], strength: may}
amendment: {by: mutual written agreement}
signing: {place: Bergen}
omit: [entry_into_force, term, termination, disputes, languages]
"""

DRAFTED = """\
[Agreement on Cod | Draft |  | ]
Agreement on Cod between the Kingdom of Norway and Iceland
The Kingdom of Norway (hereinafter “Norway”) and Iceland, “the Contracting Parties”,  <preamble>
Have agreed as follows:  <enacting>
Article 1 Quotas  <quotas>
    The following quantities may be taken in a year:  <quotas/text>
        (a) by Norway, 1200 tonnes of cod in spring, for NOK 3 million; and  <quotas/text/cod>
        (b) by the Contracting Parties, 80 tonnes of haddock.  <quotas/text/haddock>
Article 2 Inspection  <inspection>
    The Contracting Parties may inspect the master’s logbook and the place of landing with a three-day \
notice, as the quotas of Article 1 require.  <inspection/text>
Article 3 Amendment  <amendment>
    This Agreement may be amended by mutual written agreement of the Contracting Parties.  <amendment/text>
  <testimonium>
    Done at Bergen.  <testimonium/done>
For the Kingdom of Norway:
For Iceland:
"""


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """The fisheries pack with the look of the shipped one."""
    folder = tmp_path / "fisheries"
    shutil.copytree(FISHERIES, folder)
    shipped = find_pack("security-agreement")
    (folder / "agreement.docx").write_bytes(shipped.word_template)
    (folder / "agreement.md").write_text(shipped.markdown_template, encoding="utf-8")
    return load_pack(folder)


def _loaded(source: str, pack: Pack) -> Spec | tuple[Problem, ...]:
    fields = {"fisheries": pack.field_set}
    return load_spec(source.encode(), "cod.yaml", fields.__getitem__)


def test_it_drafts(pack: Pack) -> None:
    spec = _loaded(SPEC, pack)
    assert isinstance(spec, Spec), spec
    assert outline(draft(spec, pack)) == DRAFTED


@pytest.mark.parametrize("to", ["docx", "md", "html", "txt", "json"])
def test_it_renders(to: str, pack: Pack) -> None:
    spec = _loaded(SPEC, pack)
    assert isinstance(spec, Spec), spec
    assert render(draft(spec, pack), to, pack=pack)


FAULTS: list[tuple[str, str, str, Any]] = [
    ("season: spring", "season: sprign", "quotas[0].season", "did you mean spring?"),
    ("by: NO,", "by: SE,", "quotas[0].by", None),
    ("tonnes: 80", "tonnes: many", "quotas[1].tonnes", None),
    ("strength: may", "strength: ought", "inspection.strength", None),
    ("quotas:", "quota:", "quota", "did you mean quotas?"),
    (", strength: may", "", "inspection.strength", None),
]


@pytest.mark.parametrize(
    ("old", "new", "path", "hint"), FAULTS, ids=[f"{path} {new}" for _, new, path, _ in FAULTS]
)
def test_it_explains_what_is_wrong(old: str, new: str, path: str, hint: str | None, pack: Pack) -> None:
    problems = _loaded(SPEC.replace(old, new, 1), pack)
    assert isinstance(problems, tuple)
    found = next(problem for problem in problems if problem.path.startswith(path))
    assert found.line
    assert hint is None or found.hint == hint


def test_its_fields_are_in_the_schema(pack: Pack) -> None:
    schema = spec_schema(pack.field_set)
    Draft202012Validator.check_schema(schema)
    assert {"quotas", "inspection"} <= schema["properties"].keys()
    assert "support" not in schema["properties"]
