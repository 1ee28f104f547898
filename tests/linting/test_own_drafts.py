"""Our own drafts are what we ask of others: clean when they describe a signed text, and as drafts."""

from pathlib import Path
from typing import Final

import pytest

from treatydraft import api
from treatydraft.linting import Finding

SPECS: Final = sorted((Path(__file__).parents[2] / "specs").glob("*.yaml"))
DESCRIBED: Final = [spec for spec in SPECS if api.load(spec).describes]
OPEN: Final = [spec for spec in SPECS if spec not in DESCRIBED]
# What a specimen may still have to settle before it can be signed: where and when.
GAPS: Final = {"TD805", "TD901"}
# Final clauses that a signed text does not have, as its spec says; the file by itself does not.
OMITTED: Final = {"eu-ukraine-2024": {"TD815"}}


def marked(spec: Path, **options: object) -> list[Finding]:
    findings = api.lint(spec, **options).findings  # type: ignore[arg-type]
    return [one.finding for one in findings if one.finding.severity != "info"]


@pytest.mark.parametrize("spec", DESCRIBED, ids=lambda spec: spec.stem)
def test_a_signed_text_is_clean_at_signature(spec: Path) -> None:
    assert api.lint(spec).stage == "signature"
    assert not marked(spec)


@pytest.mark.parametrize("spec", OPEN, ids=lambda spec: spec.stem)
def test_a_specimen_is_clean_as_a_draft_and_may_have_gaps_at_signature(spec: Path) -> None:
    assert api.lint(spec).stage == "draft"
    assert not marked(spec)
    assert {one.rule for one in marked(spec, stage="signature")} <= GAPS


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_the_word_draft_reads_back_as_clean(spec: Path, tmp_path: Path) -> None:
    """The same rules on the file as received, which knows nothing of its spec."""
    file = tmp_path / "received.docx"
    file.write_bytes(api.job(spec).render("docx"))
    assert {one.rule for one in marked(file, stage="draft")} == OMITTED.get(spec.stem, set())
