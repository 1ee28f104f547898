"""What must hold between fields, each rule shown by a spec that breaks it and by those that do not."""

import re

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
            "annexes: [{title: A, register: binding, status: no-legal-obligations, topics: term}]\nsigning:",
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
        (", from: entry-into-force", ", from: signature, text: so long", "contradiction", "term.text"),
        (
            "length: 5 years, from: entry-into-force",
            "indefinite: true, extension: mutual consent",
            "contradiction",
            "term.extension",
        ),
        (
            "length: 5 years, from: entry-into-force",
            "until: 2032-01-01, extension: tacit",
            "missing-field",
            "term.extension.period",
        ),
        (
            "entry_into_force: {on: date, date: 2027-07-01}\n",
            "omit: entry_into_force\n",
            "contradiction",
            "term.from",
        ),
        ("on: date,", "on: date, after: 30 days,", "contradiction", "entry_into_force.after"),
        (
            "{on: date, date: 2027-07-01}",
            "{on: signature, provisional: signature}",
            "contradiction",
            "entry_into_force.provisional",
        ),
        (
            "{on: date, date: 2027-07-01}",
            "{on: ratification, approvals: 2}",
            "contradiction",
            "entry_into_force.approvals",
        ),
        (
            "{on: date, date: 2027-07-01}",
            "{on: ratification, approvals: 3}",
            "contradiction",
            "entry_into_force.approvals",
        ),
        ("signing:", "annexes: [{title: A, register: binding}]\nsigning:", "incomplete", "annexes[0]"),
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
        ("from: entry-into-force}", "from: entry-into-force, extension: tacit}"),
        ("{on: date, date: 2027-07-01}", "{on: signature, after: 30 days, provisional: signature}"),
        ("signing:", "annexes: [{title: A, register: binding, topics: quotas}]\nsigning:"),
        (
            "signing:",
            "annexes: [{title: A, register: political}]\nreview: {every: annual, in: annex}\nsigning:",
        ),
        (
            "signing:",
            "relation_to_other_agreements: {effect: prevails, references: convention}\nsigning:",
        ),
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
        ("legal_status: {registrable: true}", "contradiction", "legal_status.registrable"),
        ("describes: {signed: {date: 2024-01-01}}\nterm: {length: 1 year}", "missing-field", "term.from"),
        (
            "implementation: {authorities: [{party: MS, name: x}]}",
            "unknown-party",
            "implementation.authorities[0].party",
        ),
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


class TestRegister:
    """A political text, or a political annex, promises nothing in law."""

    @pytest.mark.parametrize(
        ("added", "path"),
        [
            ("support: [{area: cyber, by: EU, strength: shall}]", "support[0].strength"),
            ("funding: [{by: EU, amount: EUR 1, kind: past, strength: shall}]", "funding[0].strength"),
            (
                (
                    "consultation: {against: UA, trigger: aggression, called_by: UA,"
                    " responses: {strength: shall, measures: training}}"
                ),
                "consultation.responses.strength",
            ),
            ("registration: {with: UN}", "registration"),
            ("depositary: {name: the Secretary-General}", "depositary"),
            ("entry_into_force: {on: ratification, provisional: signature}", "entry_into_force.provisional"),
            ("disputes: {by: arbitration}", "disputes.by[0]"),
            ("disputes: {by: [negotiation, judicial-settlement]}", "disputes.by[1]"),
            ("disputes: {by: negotiation, third_party: {tribunal: the Court}}", "disputes.third_party"),
            ("annexes: [{title: A, register: binding, topics: support}]", "annexes[0].register"),
        ],
    )
    def test_political_instrument(self, added: str, path: str) -> None:
        (problem,) = problems_of(POLITICAL + added)
        assert (problem.code, problem.path) == ("contradiction", path)
        assert problem.hint

    @pytest.mark.parametrize("place", ["annex", "areas"])
    def test_political_annex_of_a_binding_instrument(self, place: str) -> None:
        (problem,) = problems_of(_with_annex(f"{{area: cyber, by: IS, strength: shall, in: {place}}}"))
        assert (problem.code, problem.path) == ("contradiction", "support[0].strength")
        assert "this annex is political" in problem.message

    @pytest.mark.parametrize(
        "item",
        [
            "{area: cyber, by: IS, strength: intends, in: annex}",
            "{area: cyber, by: IS, strength: shall}, {area: cyber, by: IS, strength: will, in: annex}",
        ],
    )
    def test_what_it_may_say(self, item: str) -> None:
        spec_of(_with_annex(item))

    @pytest.mark.parametrize("form", ["agreement", "treaty", "convention"])
    def test_its_form_is_free(self, form: str) -> None:
        spec_of(POLITICAL.replace("form: memorandum", f"form: {form}"))


class TestSides:
    """Who gives, who receives, who is attacked and who responds."""

    @pytest.mark.parametrize(
        ("added", "path"),
        [
            ("support: [{area: cyber, by: EU, to: EU}]", "support[0].to"),
            ("support: [{area: cyber, by: [UA, EU], to: UA}]", "support[0].to"),
            (
                (
                    "consultation: {against: UA, trigger: aggression, called_by: UA,"
                    " responses: {by: [EU, UA], measures: training}}"
                ),
                "consultation.responses.by[1]",
            ),
            (
                (
                    "support: [{area: cyber, by: [UA, EU], strength: will},"
                    " {area: cyber, by: [EU, UA], strength: intends}]"
                ),
                "support[1].strength",
            ),
        ],
    )
    def test_contradiction(self, added: str, path: str) -> None:
        (problem,) = problems_of(POLITICAL + added)
        assert (problem.code, problem.path) == ("contradiction", path)

    @pytest.mark.parametrize(
        "added",
        [
            "support: [{area: cyber, by: EU, strength: will}, {area: cyber, by: EU, strength: will}]",
            "support: [{area: cyber, by: EU, strength: will}, {area: cyber, by: MS, strength: intends}]",
            "support: [{area: cyber, by: EU, strength: will}, {area: demining, by: EU, strength: intends}]",
            (
                "consultation: {against: both, trigger: aggression, called_by: UA,"
                " responses: {by: [EU, UA], measures: training}}"
            ),
        ],
    )
    def test_what_may_be_right_is_let_be(self, added: str) -> None:
        spec_of(POLITICAL + added)


@pytest.mark.parametrize("effect", ["prevails", "supersedes"])
@pytest.mark.parametrize("title", ["Charter of the United Nations", "the UN Charter"])
def test_nothing_prevails_over_the_charter(effect: str, title: str) -> None:
    text = POLITICAL + (
        f"references: [{{id: charter, title: {title}}}]\n"
        f"relation_to_other_agreements: {{effect: {effect}, references: charter}}\n"
    )
    (problem,) = problems_of(text)
    assert (problem.code, problem.path) == ("contradiction", "relation_to_other_agreements[0].references[0]")
    spec_of(text.replace(effect, "without-prejudice"))


class TestBesideFaultsOfStructure:
    """Rules speak of what is sound, though other parts of the spec are not."""

    def test_same_id_and_unknown_party_are_said_with_a_misspelt_field(self) -> None:
        text = BINDING.replace("length:", "lenth:").replace("id: IS", "id: NO")
        found = {(problem.code, problem.path) for problem in problems_of(text)}
        assert found == {
            ("unknown-field", "term.lenth"),
            ("duplicate-id", "parties[1].id"),
            ("unknown-party", "quotas[0].party"),
        }

    @pytest.mark.parametrize("name", ["term", "entry_into_force", "languages", "disputes", "signing"])
    def test_a_part_that_is_spoilt_brings_no_faults_of_others(self, name: str) -> None:
        text = re.sub(rf"(?m)^{name}: .*$", f"{name}: {{no: 1}}", BINDING)
        assert {problem.path.partition(".")[0] for problem in problems_of(text)} == {name}

    def test_one_that_needs_a_name_spoilt_at_the_top(self) -> None:
        (problem,) = problems_of(BINDING.replace("instrument:", "instrumnt:"))
        assert problem.hint == "did you mean instrument?"


def _with_annex(items: str) -> str:
    """A binding spec of the shipped pack with one political annex."""
    head = BINDING.partition("quotas:")[0].replace("pack: fisheries", "pack: security-agreement")
    annex = "annexes: [{id: areas, title: Areas, register: political, topics: support}]"
    return f"{head}{annex}\nsupport: [{items}]\n"
