"""What drafting refuses, with the field at fault."""

from typing import Any

import pytest

from tests.drafting.samples import spec_of
from treatydraft import draft
from treatydraft.drafting import DraftingError

OWN = {"topic": "own", "heading": "Own", "text": "Text."}

REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"instrument": {"house_style": "lunar"}}, "instrument.house_style", "it has us, japan"),
    ({"recitals": ["sovereignity"]}, "recitals[0]", "no recital 'sovereignity'; it has"),
    ({"clauses": [{**OWN, "after": "nowhere"}]}, "clauses[0].after", "no clause 'nowhere'"),
    (
        {"clauses": [{**OWN, "text": "See [](#nowhere)."}]},
        "clauses[0].text",
        "'nowhere', which the document does not have",
    ),
    ({"clauses": [{**OWN, "text": "- a list"}]}, "clauses[0].text", "a list needs a paragraph"),
    ({"clauses": [OWN, OWN]}, "clauses", "two clauses have the name 'own'"),
    (
        {"annexes": [{"title": "A", "register": "binding", "topics": ["lunar"]}]},
        "annexes[0].topics",
        "no clause 'lunar'",
    ),
]


@pytest.mark.parametrize(("fields", "path", "message"), REFUSED, ids=[message for _, _, message in REFUSED])
def test_refused_with_its_field(fields: dict[str, Any], path: str, message: str) -> None:
    with pytest.raises(DraftingError) as caught:
        draft(spec_of(**fields))
    assert caught.value.path == path
    assert message in caught.value.message
