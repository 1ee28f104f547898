"""YAML is read as data with places, within limits, and whatever else it can do is refused."""

from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydraft.packs.location import shipped_packs
from treatydraft.spec import Place, Problem, read_yaml

BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefghijk", "bcdefghijkl", strict=True)
)


def test_scalars_are_those_of_yaml_1_2() -> None:
    text = "country: NO\nyes: on\ntime: 12:30\nday: 2024-06-13\none: 1\nhalf: 0.50\nnone:\ntrue: true\n"
    read, problems = read_yaml(text.encode() + b"quoted: '1'\n", "spec.yaml")
    assert not problems
    assert read
    assert read.data == {
        "country": "NO",
        "yes": "on",
        "time": "12:30",
        "day": "2024-06-13",
        "one": 1,
        "half": Decimal("0.50"),
        "none": None,
        "true": True,
        "quoted": "1",
    }


def test_places_count_from_one() -> None:
    read, _ = read_yaml(b"\xef\xbb\xbfa: 1\r\nlist:\r\n  - {name: x}\r\n  - y\r\n", "spec.yaml")
    assert read
    assert read.place(("a",)) == Place(1, 4)
    assert read.place(("list", 0, "name")) == Place(3, 12)
    assert read.place_of_key(("list", 0, "name")) == Place(3, 6, 4)
    assert read.place(("list", 1, "beyond")) == Place(4, 5)


@pytest.mark.parametrize(
    ("source", "code", "line", "column", "said"),
    [
        (b"", "empty", 1, 1, "empty"),
        (b"# nothing\n---\n", "empty", 1, 1, "only comments"),
        (b"a:\n\tb: 1", "tab", 2, 1, "indented with a tab"),
        (b"a:\t1", "tab", 1, 3, "only spaces can"),
        ("a: 1".encode("utf-16"), "not-utf8", 1, 1, "byte 0: it is UTF-16"),
        (b"a: 1\nb: caf\xe9", "not-utf8", 2, 7, "byte 11"),
        (b"a: &x [*x]", "alias", 1, 8, "recursive alias *x"),
        (b"a: &x 1", "alias", 1, 4, "anchor &x"),
        (BOMB.encode(), "alias", 2, 8, "alias *a"),
        (b"a: !!python/object/apply:os.system ['touch x']", "tag", 1, 4, "!!python/object/apply:os.system"),
        (b"a: !x 1", "tag", 1, 4, "!x"),
        (b"[" * 20_000, "too-deep", 1, 1, "40"),
        (b"a: " + b"[a,\n" * 50, "too-deep", 40, 1, "40"),
        (b"- a\n- b", "not-a-mapping", 1, 1, "holds a list"),
        (b"a word", "not-a-mapping", 1, 1, "holds one value"),
        (b"a: 1\n---\nb: 2", "several-documents", 2, 1, "second document"),
        (b"a: b: c", "not-yaml", 1, 5, "colon"),
        (b"a: 1\nb", "not-yaml", 2, 2, "without a colon"),
        (b"a: 1\nb: 'x\nc: 2\n", "not-yaml", 2, 4, "never closed"),
        (b"a: [1, 2\nb: 3\n", "not-yaml", 1, 4, "not closed"),
        (b"a: @x", "not-yaml", 1, 4, "cannot begin with @"),
        (b"? [a]\n: b", "not-yaml", 1, 3, "must be a word"),
        (b'a: "\\UFFFFFFFF"', "not-yaml", 1, 1, "not YAML"),
        (b"a: 1\n" * 300_000, "too-large", None, None, "256 KB"),
    ],
)
def test_bad_file_is_refused_in_its_place(
    source: bytes, code: str, line: int | None, column: int | None, said: str
) -> None:
    began = perf_counter()
    read, (problem, *_) = read_yaml(source, "spec.yaml")
    assert read is None
    assert (problem.code, problem.line, problem.column) == (code, line, column)
    assert said in problem.message
    assert perf_counter() - began < 2


@pytest.mark.parametrize("code", ["not-yaml", "tab", "alias", "tag", "not-utf8", "too-deep"])
def test_unreadable_is_told_from_invalid(code: str) -> None:
    assert Problem(code, "", "").unreadable
    assert not Problem("unknown-field", "", "").unreadable


def test_duplicate_keys_are_read_and_reported() -> None:
    read, problems = read_yaml(b"title: a\nx: 1\ntitle: {b: [c]}\nx: 2\n", "spec.yaml")
    assert read
    assert read.data == {"title": "a", "x": 1}
    assert [(one.code, one.line, one.column, one.width) for one in problems] == [
        ("duplicate-key", 3, 1, 5),
        ("duplicate-key", 4, 1, 1),
    ]
    assert "line 1" in problems[0].message


def test_forbidden_character_in_a_comment_is_reported() -> None:
    _, (problem,) = read_yaml(b"a: 1 # \x00\n", "spec.yaml")
    assert (problem.code, problem.line, problem.column) == ("control-character", 1, 8)


@given(
    st.one_of(
        st.binary(max_size=80),
        st.text(alphabet="ab:-[]{}'\"|>&*!%?#,\n \x0b\u2028", max_size=80).map(str.encode),
    )
)
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    read, problems = read_yaml(source, "spec.yaml")
    assert read or problems
    for problem in problems:
        assert problem.render(source.decode("utf-8", "replace"))


@pytest.mark.parametrize(
    "path",
    sorted(path for path in shipped_packs().rglob("*.yaml")),
    ids=lambda path: "-".join(path.parts[-3:]),
)
def test_the_quick_parser_reads_the_files_of_packs_alike(path: Path) -> None:
    source = path.read_bytes()
    assert read_yaml(source, path.name, quick=True) == read_yaml(source, path.name)


@pytest.mark.parametrize(
    "source", [b"a: [1", b"a: 1\na: 2\n", b"a: &x 1\n", b"- a", b"a: !!int 1", b"\ta: 1", b"a: \x00"]
)
def test_the_quick_parser_says_the_same_of_what_is_wrong(source: bytes) -> None:
    assert read_yaml(source, "pack.yaml", quick=True) == read_yaml(source, "pack.yaml")
