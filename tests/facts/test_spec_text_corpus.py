"""On real agreements as received, where these are at hand: a draft spec validates or says what is missing."""

import os
from pathlib import Path
from typing import Final

import pytest

from treatydraft import api

SHARED: Final = Path(os.environ.get("TREATYDRAFT_SHARED", Path(__file__).parents[3] / "shared"))
FILES: Final = [path for path in sorted((SHARED / "corpus").glob("*")) if path.suffix in (".docx", ".pdf")]
MOST: Final = 30  # fields that a person must fill in, of a text that promises in forty areas


@pytest.mark.skipif(not FILES, reason="there is no corpus of real agreements; TREATYDRAFT_SHARED says where")
@pytest.mark.parametrize("path", FILES or [Path("none")], ids=lambda path: path.name)
def test_only_what_is_to_be_filled_in_is_wrong(path: Path) -> None:
    document = api.read(path)
    text = api.spec_of(document, pack="security-agreement", source=path.name)
    problems = api.check_spec(text, "draft.yaml")
    lines = text.splitlines()
    assert {problem.code for problem in problems} <= {"to-do"}
    assert all("TODO" in lines[(problem.line or 0) - 1] for problem in problems)
    assert len(problems) <= MOST
