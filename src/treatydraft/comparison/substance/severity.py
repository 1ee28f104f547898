"""What kind of change a pair of clauses has: one of substance, one of form, or none."""

from collections.abc import Sequence

from treatydraft.comparison.result import SEVERITIES, Difference, Severity, Words
from treatydraft.comparison.units import Unit


def graded(
    differences: Sequence[Difference],
    words: Sequence[Words],
    old: Unit | str | None,
    new: Unit | str | None,
) -> Severity:
    """The severity of a pair, of which one side may be missing.

    A pair with differences is as grave as the gravest of them: material if any word of weight was changed,
    consequential if only references follow their clauses. One without differences whose words are not the
    same is editorial: spelling, case, marks, small words, order of words.

    A clause that only one side has is material, a recital too, since the preamble is part of the context in
    which the agreement is read (Vienna Convention on the Law of Treaties, art. 31(2)). So is a note, a title
    or a signature block. What stands on the pages around the text, headers and footers, is no part of what
    was agreed and is editorial; so is a clause without any words.
    """
    sides = [side for side in (old, new) if side is not None]
    if any(isinstance(side, Unit) and side.side.zone == "page" for side in sides):
        return "none" if _same(words, old, new) else "editorial"
    if old is None or new is None:
        return "material" if any(map(str.isalnum, "".join(map(_text, sides)))) else "editorial"
    found = {one.severity for one in differences} - {"none"}
    gravest = next((severity for severity in SEVERITIES if severity in found), None)
    return gravest or ("none" if _same(words, old, new) else "editorial")


def _same(words: Sequence[Words], old: Unit | str | None, new: Unit | str | None) -> bool:
    """Whether nothing was changed, by the words run by run where they are given."""
    if words:
        return all(one.op == "equal" for one in words)
    return old is not None and new is not None and _text(old) == _text(new)


def _text(side: Unit | str) -> str:
    return side if isinstance(side, str) else side.side.words
