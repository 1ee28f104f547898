"""A comparison of words as one line: `[-deleted-]{+inserted+}`."""

from treatydraft.comparison.edits import edits
from treatydraft.comparison.tokens import tokens


def marked(old: str, new: str, *, exact: bool = False) -> str:
    before, after = tokens(old), tokens(new)
    return "".join(
        mark(
            edit.op,
            "".join(before[edit.old_start : edit.old_end]),
            "".join(after[edit.new_start : edit.new_end]),
        )
        for edit in edits(before, after, exact=exact)
    )


def mark(op: str, old: str, new: str) -> str:
    if op == "equal":
        return new
    return (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else "")
