"""Specs and fields that the tests of this folder share."""

from pathlib import Path
from typing import Final

from treatydraft.spec import FieldSet, Problem, Spec, UnknownPackError, load_fields, load_spec

TEMPLATES: Final = Path(__file__).parents[2] / "templates"

# A pack about something else, so that nothing can know security.
FISHERIES: Final = b"""
quotas:
  type: list
  required: true
  description: How much of each stock a party may catch.
  of:
    type: record
    fields:
      stock: {type: choice, of: [cod, herring, capelin], required: true}
      party: {type: party, also: shared, required: true}
      tonnes: {type: number, whole: true, least: 1, required: true}
      strength: {type: strength, required: binding}
      basis: {type: reference}
season:
  type: record
  fields:
    opens: {type: date, required: true}
    lasts: {type: duration, default: 6 months}
fee:
  type: one-of
  of:
    - {type: money}
    - {type: record, fields: {per_tonne: {type: money, required: true}}}
waters: {type: areas}
from: {type: partial-date, description: A name that Python keeps for itself.}
"""

BINDING: Final = """\
treatydraft: 1
id: north-sea-2027
pack: fisheries
instrument: {form: agreement, register: binding, title: Agreement on Fisheries, house_style: plain}
parties:
  - {id: IS, name: Iceland, kind: state}
  - {id: NO, name: the Kingdom of Norway, short: Norway, kind: state}
references:
  - {id: convention, title: Convention on the Law of the Sea, date: 1982-12-10}
term: {length: 5 years, from: entry-into-force}
entry_into_force: {on: date, date: 2027-07-01}
termination: {notice: 6 months, from: receipt}
amendment: {by: mutual written agreement}
disputes: {by: [consultation, arbitration], third_party: {tribunal: the Permanent Court of Arbitration}}
languages: {done_in: [en, "no"], authentic: [en], later: {is: exchange-of-notes}, prevailing: en}
signing: {place: Bergen, date: 2027-03-01}
quotas:
  - {stock: cod, party: IS, tonnes: 5000, strength: shall, basis: convention}
  - {stock: herring, party: shared, tonnes: 200, strength: may}
season: {opens: 2027-08-01}
fee: {per_tonne: EUR 12.50}
waters: [north, south]
from: 2027-07
"""


def fields_of(source: bytes, areas: tuple[str, ...] = ()) -> FieldSet:
    fields = load_fields(source, "fields.yaml", areas)
    assert isinstance(fields, FieldSet), [problem.render() for problem in fields]
    return fields


AGREEMENTS: Final = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "agreements").glob("*.yaml"))
}
AREAS: Final = ("air-defence", "cyber", "demining", "budget-support", "humanitarian")
PACKS: Final = {
    "fisheries": fields_of(FISHERIES, ("north", "south")),
    "security-agreement": fields_of((TEMPLATES / "security-agreement/fields.yaml").read_bytes(), AREAS),
    "bare": FieldSet(),
}


def fields_for(pack: str) -> FieldSet:
    try:
        return PACKS[pack]
    except KeyError:
        raise UnknownPackError(pack, tuple(PACKS)) from None


def loaded(text: str | bytes) -> Spec | tuple[Problem, ...]:
    return load_spec(text.encode() if isinstance(text, str) else text, "spec.yaml", fields_for)


def spec_of(text: str) -> Spec:
    result = loaded(text)
    assert isinstance(result, Spec), "\n".join(problem.render(text) for problem in result)
    return result


def problems_of(text: str | bytes) -> tuple[Problem, ...]:
    result = loaded(text)
    assert isinstance(result, tuple), "this is valid"
    return result
