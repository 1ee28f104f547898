"""Each file in `cases/` shows lines as they look, and below a rule the structure that is found in them."""

from pathlib import Path
from typing import Final

import pytest
from tests.readers.recognition.notation import outline, reading

from treatydraft.readers.recognition import recognise

CASES: Final = Path(__file__).parent / "cases"
RULE: Final = "\n----\n"


@pytest.mark.parametrize("case", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_structure_is_what_a_careful_reader_sees(case: Path, accept: bool) -> None:  # noqa: FBT001 - a fixture
    lines, _, expected = case.read_text("utf-8").partition(RULE)
    found = outline(recognise(reading(lines), case.stem))
    if accept:
        case.write_text(lines.rstrip("\n") + RULE + found, "utf-8")
        return
    assert found == expected
