"""What a pattern needs is in every text that it matches, so that to look for it first changes no result."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydraft import facts
from treatydraft.facts import money
from treatydraft.facts.needed import needs
from treatydraft.facts.wording import Pattern, Wording, compiled, pattern


def _patterns() -> Iterator[Pattern]:
    """All patterns of all modules."""
    for module in pkgutil.walk_packages(facts.__path__, "treatydraft.facts."):
        for value in vars(importlib.import_module(module.name)).values():
            for one in value if isinstance(value, tuple) else (value,):
                found = one.pattern if isinstance(one, Wording) else one
                if isinstance(found, Pattern):
                    yield found


PATTERNS = sorted(set(_patterns()), key=lambda one: one.source)


@given(st.sampled_from(PATTERNS), st.data())
def test_a_text_that_matches_has_what_the_pattern_needs(one: Pattern, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(compiled(one.source)))
    assert one.search(text), text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("\\bshall (?:not|never)\\b", (("shall",), ("never", "not"))),
        ("in force|expir(?:es|y)", (("expir", "force"),)),
        ("remains? in force", (("remain",), ("force",))),
        ("(?:the )?duration", (("duration",),)),
        ("no(?:tice)?", ()),  # two letters are in nearly every text
        ("(?!never)always", (("always",),)),
        ("favou?r(?=ite)", (("favo",),)),
        ("(?:one|two){0,2} thing+s", (("thing",),)),
        ("[abc]lause \\d{1,2}", (("lause",),)),
        ("party|{unknown}", ()),
        ("within {known}", (("within",), ("day", "hour"))),
    ],
)
def test_needs(source: str, expected: tuple[tuple[str, ...], ...]) -> None:
    found = needs(source, lambda name: ("day", "hour") if name == "known" else ())
    assert found == expected


@pytest.mark.parametrize("text", ["ENTRY INTO FORCE", "entry into force", "ſlow entry ınto force"])
def test_case_does_not_count(text: str) -> None:
    assert pattern("entry into force").search(text)


@pytest.mark.parametrize("name", money._NAMES)
def test_each_currency_is_seen_before_it_is_searched_for(name: str) -> None:
    @given(st.from_regex(re.compile(name, re.IGNORECASE), fullmatch=True))
    def is_seen(words: str) -> None:
        assert money._names_currency(f"5 {words}")
        assert money._names_currency(f"{words}5")

    is_seen()
