"""Lines of a terminal."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from treatydraft.reports.terminal import Lines, wrapped

_WORDS = st.text(st.sampled_from("ab é 、二十四（）[-]{+}\n\t"), max_size=60)
_PARTS = st.lists(st.tuples(_WORDS, st.sampled_from(["", "bold", "red"])), max_size=6)


@given(_PARTS, st.integers(4, 30))
def test_no_line_is_wider_and_no_word_is_lost(parts: list[tuple[str, str]], width: int) -> None:
    lines = [list(line) for line in wrapped(parts, width)]
    assert all(cell_len("".join(text for text, _ in line)) <= width for line in lines)
    styled = [(one, style) for line in lines for text, style in line for one in text if not one.isspace()]
    assert styled == [(one, style) for text, style in parts for one in text if not one.isspace()]


def test_marks_stay_with_their_words() -> None:
    lines = Lines(12, colour=False)
    lines.write("締約国は、", "[-二十四-]", "{+七十二+}", "時間以内に", indent=1, hanging=1)
    assert lines.text() == " 締約国は、\n  [-二十\n  四-]{+七十\n  二+}時間以\n  内に\n"


def test_a_style_is_an_order_to_the_terminal_only_with_colour() -> None:
    for colour in (True, False):
        lines = Lines(20, colour=colour)
        lines.write(("Material", "bold red"), " changes")
        assert re.sub(r"\x1b\[[\d;]*m", "", lines.text()) == "Material changes\n"
        assert ("\x1b[1;31m" in lines.text()) == colour
