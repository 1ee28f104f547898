"""Mend in a spec what may safely be mended: the replacements that rules offer, where the words stand once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treatydraft.linting.report import Located, Report


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after fixes, and the findings that were mended in it."""

    text: str
    findings: tuple[Located, ...]


def mended(text: str, report: Report) -> Mended:
    """The text of a spec with every safe replacement, from its end to its beginning so that places stay.

    Of two findings in the same words the first is mended; another run sees the other.
    """
    chosen = list(_apart(sorted(_safe(report.findings), key=lambda one: one[0])))
    for (start, end), words, _ in reversed(chosen):
        text = text[:start] + words + text[end:]
    return Mended(text, tuple(one for *_, one in chosen))


def _safe(findings: Sequence[Located]) -> Iterator[tuple[tuple[int, int], str, Located]]:
    for one in findings:
        replacement = one.finding.replacement
        if replacement is not None and one.in_spec is not None and one.in_spec.exact is not None:
            yield one.in_spec.exact, replacement, one


def _apart(
    chosen: list[tuple[tuple[int, int], str, Located]],
) -> Iterator[tuple[tuple[int, int], str, Located]]:
    last = 0
    for span, words, one in chosen:
        if span[0] >= last:
            yield span, words, one
            last = span[1]
