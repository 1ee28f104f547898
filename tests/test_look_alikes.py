"""Names that look like others are told, and no name is that a state or a person has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydraft.look_alikes import deceits, mixed, turning

DECEIVING = [
    ("Ukr\u0430ine", "look-alike", "U+0430 (CYRILLIC SMALL LETTER A)"),
    ("\u0415uropean Union", "look-alike", "U+0415 (CYRILLIC CAPITAL LETTER IE)"),
    ("J\u03bfint Committee", "look-alike", "U+03BF (GREEK SMALL LETTER OMICRON)"),
    ("\u041cехісо and Canada", "look-alike", "U+041C (CYRILLIC CAPITAL LETTER EM)"),
    ("\uff35kraine", "look-alike", "U+FF35 (FULLWIDTH LATIN CAPITAL LETTER U)"),
    ("\U0001d414kraine", "look-alike", "U+1D414 (MATHEMATICAL BOLD CAPITAL U)"),
    ("Ukraine\u202e", "bidi-control", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
    ("\u2067Ukraine\u2069", "bidi-control", "U+2067 (RIGHT-TO-LEFT ISOLATE)"),
    ("Ukr\u200baine", "unseen-character", "U+200B (ZERO WIDTH SPACE)"),
    ("Ukr\u00adaine", "unseen-character", "U+00AD (SOFT HYPHEN)"),
    ("Ukraine\U000e0041", "unseen-character", "U+E0041 (TAG LATIN CAPITAL LETTER A)"),
]


@pytest.mark.parametrize(("text", "code", "named"), DECEIVING)
def test_what_deceives_is_named(text: str, code: str, named: str) -> None:
    found = next(deceits(text))
    assert (found.code, named in found.message) == (code, True)


@pytest.mark.parametrize(
    "text",
    [
        "Україна", "Република Србија", "Ελλάδα", "the Republic of Türkiye", "Côte d’Ivoire", "Łódź", "日本国",
        "ООН (United Nations)", "НАТО and Ukraine", "5 μg of β-carotene", "1ª edição", "№ 5", "Straße",
        "\u200fمصر\u200e", "Київ – Kyiv", "Annex IV", "x² + y³", "the Ω-limit", "نمی\u200cخواهم",
    ],
)  # fmt: skip
def test_what_is_written_in_good_faith_is_let_through(text: str) -> None:
    assert list(deceits(text)) == []


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd", "Zs", "Po"], max_codepoint=0x24F)))
def test_latin_text_never_deceives(text: str) -> None:
    assert [found.code for found in deceits(text)] == []


@given(st.text(max_size=30))
def test_whatever_turns_or_mixes_deceives(text: str) -> None:
    codes = {found.code for found in deceits(text)}
    assert {found.code for found in (*turning(text), *mixed(text))} <= codes
