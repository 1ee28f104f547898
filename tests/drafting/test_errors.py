"""What drafting refuses: every field at fault, all at once."""

from typing import Any

import pytest
from tests.drafting.samples import spec_of

from treatydraft import draft
from treatydraft.drafting import DraftingError
from treatydraft.spec import Fault, path_text

OWN = {"topic": "own", "heading": "Own", "text": "Text."}
OTHER = {**OWN, "topic": "other"}
ANNEX = {"title": "A", "register": "binding"}

REFUSED: list[tuple[dict[str, Any], str, str, str | None]] = [
    (
        {"instrument": {"house_style": "jpan"}},
        "instrument.house_style",
        "no house style “jpan”",
        "did you mean japan?",
    ),
    ({"recitals": ["sovereignity"]}, "recitals[0]", "no recital “sovereignity”", "did you mean sovereignty?"),
    (
        {"clauses": [{**OWN, "after": "suport"}]},
        "clauses[0].after",
        "no clause “suport”",
        "did you mean support?",
    ),
    ({"clauses": [{**OWN, "text": "See [](#nowhere)."}]}, "clauses[0].text", "cites “nowhere”", None),
    (
        {"clauses": [{**OWN, "text": "See [](#ammendment)."}], "amendment": {"by": "mutual consent"}},
        "clauses[0].text",
        "cites “ammendment”",
        "did you mean amendment?",
    ),
    (
        {"clauses": [{**OWN, "text": "Text.\n\n# Heading"}]},
        "clauses[0].text",
        "has no place in a clause (line 3 of the text)",
        None,
    ),
    (
        {"annexes": [{**ANNEX, "topics": ["support"], "clauses": [{**OWN, "after": "suport"}]}]},
        "annexes[0].clauses[0].after",
        "no clause “suport”",
        "did you mean support?",
    ),
    (
        {"annexes": [{**ANNEX, "clauses": [{**OWN, "after": "other"}, {**OTHER, "after": "own"}]}]},
        "annexes[0].clauses[0].after",
        "cannot stand after “other”",
        None,
    ),
    ({"clauses": [{**OWN, "text": "- a list"}]}, "clauses[0].text", "a list needs a paragraph", None),
    ({"clauses": [OWN, OWN]}, "clauses", "two clauses have the name “own”", None),
    (
        {"clauses": [{**OWN, "after": "other"}, {**OTHER, "after": "own"}]},
        "clauses[0].after",
        "cannot stand after “other”",
        None,
    ),
    (
        {"annexes": [{**ANNEX, "topics": ["reviw"]}]},
        "annexes[0].topics[0]",
        "no clause “reviw”",
        "did you mean review?",
    ),
    (
        {"annexes": [{**ANNEX, "clauses": [{**OWN, "text": "- a"}]}]},
        "annexes[0].clauses[0].text",
        "a list needs",
        None,
    ),
]


def _faults(fields: dict[str, Any]) -> tuple[Fault, ...]:
    with pytest.raises(DraftingError) as caught:
        draft(spec_of(**fields))
    return caught.value.faults


@pytest.mark.parametrize(
    ("fields", "path", "message", "hint"),
    REFUSED,
    ids=[f"{path} {row}" for row, (_, path, _, _) in enumerate(REFUSED)],
)
def test_refused_with_its_field(fields: dict[str, Any], path: str, message: str, hint: str | None) -> None:
    fault = _faults(fields)[0]
    assert path_text(fault.path) == path
    assert message in fault.message
    assert fault.hint == hint


def test_all_at_once() -> None:
    fields = {
        "instrument": {"house_style": "moon"},
        "recitals": ["a", "b"],
        "clauses": [{**OWN, "before": "c"}],
    }
    paths = [path_text(fault.path) for fault in _faults(fields)]
    assert paths == ["instrument.house_style", "recitals[0]", "recitals[1]", "clauses[0].before"]
