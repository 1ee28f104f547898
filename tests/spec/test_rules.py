"""What must hold between fields, each rule shown by a spec that breaks it and by those that do not."""

import pytest
from tests.spec.samples import BINDING, problems_of, spec_of

POLITICAL = """\
treatydraft: 1
id: x
pack: security-agreement
instrument: {form: memorandum, register: political, title: Memorandum, house_style: plain}
parties:
  - {id: UA, name: Ukraine, kind: state}
  - {id: EU, name: the European Union, kind: organisation}
actors:
  - {id: MS, name: the Member States}
"""


@pytest.mark.parametrize(
    ("found", "put", "code", "path"),
    [
        ("name: Iceland", "name: The kingdom of NORWAY", "same-party", "parties[1].name"),
        (
            "- {id: convention",
            "- {id: convention, title: A}\n  - {id: convention",
            "duplicate-id",
            "references[1].id",
        ),
        ("party: IS", "party: SE", "unknown-party", "quotas[0].party"),
        ("party: IS", "party: Iceland", "unknown-party", "quotas[0].party"),
        ("basis: convention", "basis: conventon", "unknown-reference", "quotas[0].basis"),
        ("strength: shall, ", "", "missing-field", "quotas[0].strength"),
        ("1982-12-10", "2028", "cited-before-made", "references[0].date"),
        ("signing:", "describes: {signed: {date: 2027-03-01}}\nsigning:", "contradiction", "signing"),
        ("amendment: {by: mutual written agreement}\n", "", "missing-final-clause", "instrument.register"),
        (
            "entry_into_force: {on: date, date: 2027-07-01}\n",
            "",
            "missing-final-clause",
            "instrument.register",
        ),
        ("signing: {place: Bergen, date: 2027-03-01}\n", "", "missing-final-clause", "instrument.register"),
        ("signing:", "omit: disputes\nsigning:", "contradiction", "omit[0]"),
        ("{length: 5 years, from: entry-into-force}", "{}", "incomplete", "term"),
        (", from: entry-into-force", "", "missing-field", "term.from"),
        ("length: 5 years, ", "until: 2032-07-01, ", "contradiction", "term.from"),
        ("length: 5 years", "length: 5 years, indefinite: true", "contradiction", "term.indefinite"),
        ("length: 5 years", "length: 5 years, until: 2031-07-01", "last-day", "term.until"),
        ("length: 5 years", "length: 5 years, until: 2026-07-01", "last-day", "term.until"),
        (", date: 2027-07-01", "", "missing-field", "entry_into_force.date"),
        ("on: date", "on: signature", "contradiction", "entry_into_force.date"),
        ("on: date", "on: date, approvals: 2", "contradiction", "entry_into_force.approvals"),
        ("on: date,", "on: date, provisional: date,", "missing-field", "entry_into_force.provisional.date"),
        ("notice: 6 months, ", "", "contradiction", "termination.from"),
        ("prevailing: en", "prevailing: 'no'", "language-not-authentic", "languages.prevailing"),
        ("authentic: [en]", "authentic: [en, fr]", "language-not-authentic", "languages.authentic[1]"),
        ("later: {is:", "later: {en:", "contradiction", "languages.later.en"),
        ("{tribunal: the Permanent Court of Arbitration}", "excluded", "contradiction", "disputes.by[1]"),
        ("signing:", "depositary: {}\nsigning:", "incomplete", "depositary"),
        (
            "signing:",
            "legal_status: {creates_obligations: false}\nsigning:",
            "contradiction",
            "legal_status.creates_obligations",
        ),
        ("signing:", "review: {every: annual, in: annex}\nsigning:", "unknown-annex", "review.in"),
        (
            "signing:",
            "annexes: [{title: A, register: binding, status: no-legal-obligations}]\nsigning:",
            "contradiction",
            "annexes[0].status",
        ),
        (
            "signing:",
            "clauses: [{topic: a, before: term, after: quotas, text: x}]\nsigning:",
            "contradiction",
            "clauses[0].after",
        ),
        (
            "signing:",
            "clauses: [{id: a, topic: a, text: x}, {id: a, topic: a, text: x}]\nsigning:",
            "duplicate-id",
            "clauses[1].id",
        ),
        (
            "signing:",
            "implementation: {authorities: [{party: SE, name: x}]}\nsigning:",
            "unknown-party",
            "implementation.authorities[0].party",
        ),
    ],
)
def test_broken_rule_is_one_problem_in_its_place(found: str, put: str, code: str, path: str) -> None:
    assert found in BINDING
    (problem,) = problems_of(BINDING.replace(found, put, 1))
    assert (problem.code, problem.path) == (code, path)
    assert problem.line


@pytest.mark.parametrize(
    ("found", "put"),
    [
        ("1982-12-10", "2027"),
        ("1982-12-10", "2023-2030"),
        ("length: 5 years", "length: 5 years, until: 2032-07-01"),
        ("length: 5 years", "length: 5 years, until: 2032-06-30"),
        ("authentic: [en], ", ""),
        ("prevailing: en", "prevailing: is"),
        ("amendment: {by: mutual written agreement}\n", "omit: amendment\n"),
        ("signing: {place: Bergen, date: 2027-03-01}\n", "signing: {}\n"),
        ("term: {length: 5 years, from: entry-into-force}\n", ""),
    ],
)
def test_what_may_be_right_is_let_be(found: str, put: str) -> None:
    assert found in BINDING
    spec_of(BINDING.replace(found, put, 1))


@pytest.mark.parametrize(
    ("added", "code", "path"),
    [
        ("registration: {with: UN}", "contradiction", "registration"),
        ("legal_status: {creates_obligations: true}", "contradiction", "legal_status.creates_obligations"),
        ("describes: {signed: {date: 2024-01-01}}\nterm: {length: 1 year}", "missing-field", "term.from"),
        ("depositary: {party: MS}", "unknown-party", "depositary.party"),
        ("support: [{area: cyber, by: [EU, MEMBERS]}]", "unknown-party", "support[0].by[1]"),
        ("support: [{area: cyber, by: EU, in: annex}]", "unknown-annex", "support[0].in"),
    ],
)
def test_political_text_has_rules_too(added: str, code: str, path: str) -> None:
    (problem,) = problems_of(POLITICAL + added)
    assert (problem.code, problem.path) == (code, path)


def test_political_text_needs_neither_strength_nor_final_clauses() -> None:
    spec_of(POLITICAL + "support: [{area: cyber, by: [EU, MS]}]")


def test_name_in_place_of_an_id_is_recognised() -> None:
    (problem,) = problems_of(POLITICAL + "support: [{area: cyber, by: European Union}]")
    assert problem.hint == "write its id: EU"
    assert problem.expected == ("UA", "EU", "MS")


def test_described_instrument_is_never_for_signature() -> None:
    text = POLITICAL.replace("house_style: plain", "house_style: plain, status: for-signature")
    (problem,) = problems_of(text + "describes: {signed: {date: 2024-01-01}}")
    assert problem.code == "not-for-signature"
