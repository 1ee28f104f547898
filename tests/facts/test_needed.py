"""What a pattern needs is in every text that it matches, so that to look for it first changes no result."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydraft import facts
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
