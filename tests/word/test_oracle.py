"""Where docxtpl is right, we print what it prints: part for part, over its whole dialect."""

import pytest
from tests.word import files, generated, oracle
from tests.word.known_faults import reading
from tests.word.known_faults.engine import rendered

from treatydraft.word.values import Rich, Run


def test_there_are_enough_of_them() -> None:
    assert len(list(generated.templates())) >= 60


@pytest.mark.parametrize(("feature", "around"), list(generated.templates()))
def test_our_parts_are_those_of_docxtpl(feature: str, around: str) -> None:
    template = generated.SURROUNDINGS[around](generated.FEATURES[feature])
    theirs = oracle.stories(oracle.by_docxtpl(template, generated.CONTEXT, generated.FILTERS))
    data = rendered(template, generated.CONTEXT, generated.FILTERS)
    ours = oracle.stories(data)
    assert ours.keys() == theirs.keys()
    for part, story in ours.items():
        assert story == theirs[part]
    assert reading.damage(data) == []


def _line(words: str) -> Rich:
    return Rich((Run(words),))


def _blocks(*styles: str) -> list[dict[str, object]]:
    return [{"style": style, "words": _line(f"Words in {style} & more")} for style in styles]


PACK = {
    "title": _line("Agreement on <Everything>"),
    "short_title": "Agreement & Co.",
    "marking": ["Draft, version 1", "Not the authentic text"],
    "preamble": _blocks("Preamble Opening", "Recital", "Recital", "Enacting Words"),
    "body": _blocks("Clause Heading 1", "Paragraph", "Subparagraph", "Item", "Item Text", "Clause Text"),
    "testimonium": _blocks("Testimonium", "Testimonium Text", "Testimonium Last"),
    "signatures": [
        {"parties": True, "left": _line("For Arcadia:"), "right": _line("For Borduria:")},
        {
            "parties": False,
            "left": {"name": _line("Mila Petrova"), "office": _line("President")},
            "right": {"name": _line("John Q. Public"), "office": ""},
        },
        {"parties": False, "left": None, "right": {"name": "", "office": _line("Minister")}},
    ],
    "annexes": _blocks("Annex Title", "Annex Heading 1", "Annex Paragraph", "Annex Item"),
}
FEW = {**PACK, "marking": [], "preamble": [], "testimonium": [], "signatures": [], "annexes": []}


@pytest.mark.parametrize("context", [PACK, FEW], ids=["all", "few"])
def test_the_template_of_the_pack_too(context: dict[str, object]) -> None:
    template = files.AGREEMENT.read_bytes()
    theirs = oracle.stories(oracle.by_docxtpl(template, context))
    ours = oracle.stories(rendered(template, context))
    assert ours.keys() == theirs.keys()
    for part, story in ours.items():
        assert story == theirs[part]
    assert "Words in Clause Text &amp; more" in "".join(ours["word/document.xml"])
