"""Specs for tests, made of a few lines each."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from treatydraft.api import fields_for
from treatydraft.spec import Spec, read_yaml, spec_model

SPECS = Path(__file__).parents[2] / "specs"

BASE: Mapping[str, Any] = {
    "treatydraft": 1,
    "id": "sample",
    "pack": "security-agreement",
    "instrument": {"form": "agreement", "register": "binding", "title": "Agreement", "house_style": "us"},
    "parties": [
        {"id": "UA", "name": "Ukraine", "kind": "state"},
        {"id": "US", "name": "the United States of America", "short": "the United States", "kind": "state"},
    ],
}


def spec_of(**fields: Any) -> Spec:  # noqa: ANN401 - any field of a spec
    """The base with these fields; `instrument` is added to that of the base."""
    instrument = {**BASE["instrument"], **fields.pop("instrument", {})}
    data = {**BASE, **fields, "instrument": instrument}
    return spec_model(fields_for("security-agreement")).model_validate(data)


def data_of(name: str) -> dict[str, Any]:
    """The data of a shipped spec, to be changed."""
    source, problems = read_yaml((SPECS / f"{name}.yaml").read_bytes(), name)
    assert source is not None, problems
    return dict(source.data)
