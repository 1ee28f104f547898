"""A change of the spec that concerns one clause changes that clause and no other."""

import copy
from typing import Any

import pytest
from tests.drafting.samples import data_of

from treatydraft import draft
from treatydraft.api import fields_for
from treatydraft.document import tree
from treatydraft.spec import spec_model


def _texts(data: dict[str, Any]) -> dict[str, str]:
    spec = spec_model(fields_for(data["pack"])).model_validate(data)
    return {clause.id: f"{clause.heading}|{tree.plain(clause.text)}" for clause in tree.clauses(draft(spec))}


CHANGES = [
    ("termination.notice", "1 year", "termination/notice"),
    ("term.length", "5 years", "term/length"),
    ("consultation.within", "72 hours", "consultation/called"),
    ("consultation.level", "ministers", "consultation/called"),
    ("consultation.responses", {"strength": "may", "measures": ["sanctions"]}, "consultation/responses"),
    ("disputes.by", ["negotiation"], "disputes/text"),
    ("registration.within", "90 days", "registration/text"),
    ("review.every", "1 year", "annex/review/text"),
    ("future_event.event", "Ukraine joins", "future-event/text"),
    ("languages.prevailing", "uk", "testimonium/prevailing"),
    ("describes.signed.place", "Kyiv", "testimonium/done"),
]


@pytest.mark.parametrize(("path", "value", "clause"), CHANGES, ids=[change[0] for change in CHANGES])
def test_one_clause_changes(path: str, value: object, clause: str) -> None:
    before = data_of("us-ukraine-2024")
    after = copy.deepcopy(before)
    *above, last = path.split(".")
    place = after
    for name in above:
        place = place[name]
    place[last] = value
    old, new = _texts(before), _texts(after)
    changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    # The text that conforms to the prevailing one is named beside it.
    assert changed - {"testimonium/uk"} == {clause}
