"""A spec is loaded whole, or everything that is wrong with it is said at once, each fault in its place."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.spec.samples import BINDING, loaded, problems_of, spec_of

from treatydraft.spec import Duration, Money, Problem, Spec, problems_schema, read_yaml

MALFORMED = sorted((Path(__file__).parent / "malformed").glob("*.yaml"))
HOSTILE = "Côte d'Ivoire & <Sons> {{ x }} * _y_ #"


def test_spec_is_loaded_with_its_pack() -> None:
    spec = spec_of(BINDING)
    assert spec.term
    assert spec.term.length == Duration(5, "years")
    assert spec.quotas[0].party == "IS"  # type: ignore[attr-defined]  # a field of the pack
    assert str(spec.fee.per_tonne) == "EUR 12.5"  # type: ignore[attr-defined]
    assert str(spec.season.lasts) == "6 months"  # type: ignore[attr-defined]
    assert getattr(spec, "from").precision == "month"


@pytest.mark.parametrize("source", MALFORMED, ids=lambda path: path.stem)
def test_malformed_spec_gives_one_clear_error(source: Path, *, accept: bool) -> None:
    read = source.read_bytes()
    result = loaded(read)
    assert isinstance(result, tuple), "this is valid"
    actual = "\n".join(problem.render(read.decode("utf-8", "replace")) for problem in result) + "\n"
    expected = source.with_suffix(".txt")
    if accept:
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")
    assert len(result) == 1


def test_there_are_fifteen_malformed_specs() -> None:
    assert len(MALFORMED) >= 15


def test_all_errors_are_said_at_once_in_the_order_of_the_file() -> None:
    text = (
        BINDING.replace("5 years", "5 yeers")
        .replace("kind: state}\n  - ", "kind: sate}\n  - ")
        .replace("tonnes: 200", "tonnes: many")
        .replace("form: agreement", "form: agrement")
        .replace("amendment:", "term: {}\namendment:")
    )
    found = [(problem.line, problem.path) for problem in problems_of(text)]
    assert found == [
        (4, "instrument.form"),
        (6, "parties[0].kind"),
        (10, "term.length"),
        (13, "term"),
        (20, "quotas[1].tonnes"),
    ]


def test_a_misspelt_field_is_one_error() -> None:
    (problem,) = problems_of(BINDING.replace("register: binding", "regster: binding"))
    assert (problem.code, problem.found, problem.hint) == (
        "unknown-field",
        "regster",
        "did you mean register?",
    )


def test_an_unknown_pack_hides_no_other_error() -> None:
    problems = problems_of(BINDING.replace("pack: fisheries", "pack: fishries").replace("5 years", "5"))
    assert [problem.code for problem in problems] == ["unknown-pack", "wrong-type"]
    assert problems[0].hint == "did you mean fisheries?"


def test_alternatives_give_one_error() -> None:
    (problem,) = problems_of(BINDING.replace("fee: {per_tonne: EUR 12.50}", "fee: [EUR 3]"))
    assert "and a list stands here" in problem.message
    (problem,) = problems_of(BINDING.replace("fee: {per_tonne: EUR 12.50}", "fee: EUR 12,5"))
    assert problem.code == "not-money"


@pytest.mark.parametrize(
    "name", [HOSTILE, "1", "*", "- x", "{% raw %}", "日本国", "R&D <Annex 1>", "\u200fx"]
)
def test_any_name_is_itself(name: str) -> None:
    text = BINDING.replace("name: Iceland", f"name: {json.dumps(name)}")
    assert spec_of(text).parties[0].name == name


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ('"a\\x0bb"', "U+000B"),
        ('"a\\0b"', "U+0000"),
        ('"a\\uD800b"', "U+D800"),
        ('"a\\uFFFEb"', "U+FFFE"),
        ('"a\\tb"', "U+0009"),
        ("a\x0bb", "U+000B"),
        ("a\u2028b", "U+2028"),
    ],
)
def test_forbidden_character_is_named_with_its_field(written: str, named: str) -> None:
    (problem,) = problems_of(BINDING.replace("name: Iceland", f"name: {written}"))
    assert (problem.code, problem.path, problem.line) == ("control-character", "parties[0].name", 6)
    assert named in problem.message
    assert not problem.unreadable


def test_problem_as_json_is_as_published() -> None:
    problems = problems_of(BINDING.replace("form: agreement", "form: agrement"))
    errors = {"treatydraft": 1, "kind": "errors", "errors": [problem.to_json() for problem in problems]}
    jsonschema.validate(errors, problems_schema())
    assert list(problems[0].to_json()) == [
        "code", "message", "file", "line", "column", "path", "found", "expected", "hint"
    ]  # fmt: skip


def test_of_many_words_the_nearest_are_shown_and_where_all_are() -> None:
    words = tuple(f"{first}{second}-word" for first in "abcdef" for second in "abcdef")
    few = Problem("not-allowed", "no", "spec.yaml", found="ab-wrd", expected=words[:20])
    assert "allowed: " + ", ".join(words[:20]) in few.render()
    many = Problem("not-allowed", "no", "spec.yaml", found="ab-wrd", expected=words).render()
    assert "allowed: ab-word, " in many
    assert "and 28 more (`treatydraft schema spec` lists them all)" in many


def test_message_shows_the_place_and_never_control_characters() -> None:
    (problem,) = problems_of(BINDING.replace("form: agreement", 'form: "\\e[31m"'))
    rendered = problem.render(BINDING.replace("form: agreement", "form: \x1b[31m"))
    assert rendered.startswith("spec.yaml:4:20: instrument.form: ")
    assert "\x1b" not in rendered
    assert rendered.splitlines()[-1].endswith("^")


def _scalars(text: str) -> list[tuple[int, int, int]]:
    read, _ = read_yaml(text.encode(), "spec.yaml")
    assert read
    paths = [path for path in read.values if path and not isinstance(_at(read.data, path), dict | list)]
    return [(place.line, place.column, place.width) for place in map(read.place, paths)]


def _at(data: object, path: tuple[str | int, ...]) -> object:
    for step in path:
        data = data[step]  # type: ignore[index]  # paths come from the data
    return data


@given(st.sampled_from(_scalars(BINDING)))
def test_a_spec_spoilt_in_one_place_has_a_problem_there(place: tuple[int, int, int]) -> None:
    line, column, width = place
    lines = BINDING.splitlines()
    before = lines[line - 1]
    lines[line - 1] = before[: column - 1] + '"\\0"' + before[column - 1 + width :]
    problems = problems_of("\n".join(lines))
    assert line in {problem.line for problem in problems}


@given(
    st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
)
def test_loading_never_raises(source: bytes) -> None:
    for text in (source, BINDING.encode()[:400] + source, b"treatydraft: 1\nparties: " + source):
        result = loaded(text)
        assert isinstance(result, Spec) or result


@given(
    st.recursive(
        st.one_of(
            st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.sampled_from(["US", "10 years"])
        ),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)
        ),
        max_leaves=6,
    ),
    st.sampled_from(sorted(Spec.model_fields)),
)
def test_any_value_in_any_field_is_taken_or_placed(value: object, name: str) -> None:
    text = BINDING + f"\nadded: 1\n{name}: {json.dumps(value)}\n"
    for problem in problems_of(text):
        assert problem.line
        assert problem.render(text)


def test_money_is_exact() -> None:
    assert Money.parse("EUR 0.1").amount * 3 == Money.parse("EUR 0.3").amount


@pytest.mark.parametrize(
    ("old", "new", "path", "expected", "hint"),
    [
        (
            "title: Agreement on Fisheries",
            "title: TODO",
            "instrument.title",
            (),
            "The title without the names of the parties.",
        ),
        (
            "register: binding",
            "register: TODO",
            "instrument.register",
            ("binding", "political"),
            "Whether it creates obligations in law (binding) or states intentions (political).",
        ),
        ("party: IS", "party: TODO", "quotas[0].party", ("the id of a party, such as UA or shared",), None),
        ("{length: 5 years, ", "{length: TODO, ", "term.length", None, "Its length."),
        (
            "amendment: {by: mutual written agreement}",
            "amendment: TODO",
            "amendment",
            None,
            "How it is changed.",
        ),
    ],
)
def test_what_is_to_be_filled_in_is_said_with_what_it_may_be(
    old: str, new: str, path: str, expected: tuple[str, ...] | None, hint: str | None
) -> None:
    problems = loaded(BINDING.replace(old, new, 1))
    assert isinstance(problems, tuple)
    (problem,) = (one for one in problems if one.path == path)
    assert (problem.code, problem.message) == ("to-do", "this is still to be filled in")
    assert problem.hint == hint
    assert expected is None or problem.expected == expected
