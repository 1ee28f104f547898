"""Real agreements bend every rule, and the model says so in types."""

from decimal import Decimal

import pytest
from tests.spec.samples import AGREEMENTS, spec_of

from treatydraft.spec import Duration, Money, Period


@pytest.mark.parametrize("name", AGREEMENTS)
def test_agreement_can_be_said(name: str) -> None:
    assert spec_of(AGREEMENTS[name]).signed_on


def test_american_turns() -> None:
    spec = spec_of(AGREEMENTS["us-ukraine-2024"])
    assert spec.term
    assert spec.term.from_ == "entry-into-force"
    assert getattr(spec.term, "from") == "entry-into-force"
    assert spec.term.extension
    assert spec.term.extension.by == "mutual written agreement"
    assert spec.termination
    assert spec.termination.survives == ("implementing-arrangements",)
    assert spec.review
    assert spec.review.every == Period(Duration(12, "months"), Duration(18, "months"))
    assert spec.languages
    assert spec.languages.later == {"uk": "exchange-of-notes"}
    assert (spec.instrument.register, spec.annexes[0].register) == ("binding", "political")
    assert spec.annexes[0].topics == ("support",)
    assert spec.support[0].by == ("US",)  # type: ignore[attr-defined]  # a field of the pack
    assert spec.consultation.aggressor == "any"  # type: ignore[attr-defined]


def test_provider_that_is_no_party_and_two_signatories() -> None:
    spec = spec_of(AGREEMENTS["eu-ukraine-2024"])
    assert len(spec.parties[1].signatories) == 2
    (funding,) = spec.funding  # type: ignore[attr-defined]
    named = spec.named(funding.by[0])
    assert named
    assert named.name == "the European Union and its Member States"
    assert funding.amount == Money("EUR", Decimal("1.08E+11"))


def test_country_code_of_norway_is_no_falsehood() -> None:
    assert spec_of(AGREEMENTS["norway-ukraine-2024"]).parties[0].id == "NO"
