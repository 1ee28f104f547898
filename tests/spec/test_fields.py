"""A pack says in data what fields it adds, and they are checked as the core's are."""

import pytest
from tests.spec.samples import BINDING, FISHERIES, PACKS, fields_of, problems_of, spec_of

from treatydraft.spec import FieldsError, FieldSet, load_fields, spec_model, walk
from treatydraft.spec.pointers import PartyId


@pytest.mark.parametrize(
    ("found", "put", "code", "expected"),
    [
        ("stock: cod", "stock: kod", "not-allowed", ("cod", "herring", "capelin")),
        ("tonnes: 200", "tonnes: 0", "out-of-range", ()),
        ("tonnes: 200", "tonnes: 1.5", "wrong-type", ()),
        ("waters: [north, south]", "waters: [noth]", "not-allowed", ("north", "south")),
        ("opens: 2027-08-01", "opens: 2027-08", "not-a-date", ("a day, such as 2024-06-13",)),
        ("season: {opens: 2027-08-01}", "season: {}", "missing-field", ()),
        ("party: shared", "party: shard", "unknown-party", ("IS", "NO", "shared")),
    ],
)
def test_fields_of_any_pack_are_checked(found: str, put: str, code: str, expected: tuple[str, ...]) -> None:
    assert found in BINDING
    (problem,) = problems_of(BINDING.replace(found, put, 1))
    assert (problem.code, problem.expected) == (code, expected)


@pytest.mark.parametrize(
    ("declared", "code", "path"),
    [
        ("a: {type: txt}", "not-allowed", "a.type"),
        ("a: {}", "missing-field", "a.type"),
        ("a: 5", "wrong-type", "a"),
        ("a: {type: list, of: {type: record}}", "missing-field", "a.of.fields"),
        ("a: {type: choice, of: []}", "too-few", "a.of"),
        ("a: {type: text, required: perhaps}", "not-allowed", "a.required"),
        ("a: {type: text, colour: red}", "unknown-field", "a.colour"),
        ("a: {type: duration, default: soon}", "not-a-duration", "a.default"),
        ("a: {type: one-of, of: [{type: text}, {type: date}]}", "not-distinct", "a"),
        ("term: {type: text}", "reserved-name", "term"),
        ("copy: {type: text}", "reserved-name", "copy"),
        ("Upper: {type: text}", "bad-id", "Upper"),
    ],
)
def test_wrong_declaration_is_placed(declared: str, code: str, path: str) -> None:
    problems = load_fields(declared.encode(), "fields.yaml")
    assert isinstance(problems, tuple)
    assert [(problem.code, problem.path) for problem in problems] == [(code, path)]


def test_declaration_that_is_wrong_raises_all_faults() -> None:
    with pytest.raises(FieldsError) as raised:
        FieldSet.parse({"a": {"type": "txt"}, "b": {}})
    assert len(raised.value.faults) == 2


def test_no_fields_are_no_fields() -> None:
    assert not list(FieldSet.parse(None))


def test_model_is_built_once() -> None:
    assert spec_model(PACKS["fisheries"]) is spec_model(PACKS["fisheries"])


def test_defaults_hold_for_what_is_left_out() -> None:
    text = BINDING.split("season:")[0]
    spec = spec_of(text)
    assert (spec.season, spec.waters, spec.fee) == (None, (), None)  # type: ignore[attr-defined]


def test_one_walk_finds_the_pointers_of_every_pack() -> None:
    spec = spec_of(BINDING)
    assert [(path, str(value)) for path, value in walk(spec, PartyId)] == [(("quotas", 0, "party"), "IS")]


def test_areas_are_free_where_the_pack_has_no_vocabulary() -> None:
    model = spec_model(fields_of(FISHERIES))
    assert "waters" in model.model_fields
