"""What was found in one file, each finding with its place there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from treatydraft.linting.finding import Finding, Severity, Stage
from treatydraft.linting.ignoring import Ignore, ignores_of_document, ignores_of_spec
from treatydraft.linting.rule import Rule
from treatydraft.linting.running import lint
from treatydraft.linting.settings import Settings
from treatydraft.linting.specs import InSpec, SpecFile
from treatydraft.linting.text import Text
from treatydraft.spec import path_text


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and where it is in a spec; of a document, the finding itself says where."""

    finding: Finding
    in_spec: InSpec | None = None

    @property
    def field(self) -> str:
        """The field of the spec: `termination.notice`; empty in a document."""
        return path_text(self.in_spec.path) if self.in_spec else ""


@dataclass(frozen=True)
class Report:
    """The findings of one file."""

    file: str
    stage: Stage
    text: Text
    findings: tuple[Located, ...]  # in the order of the text
    ignored: tuple[Located, ...] = ()  # what a person has said must not be marked

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings of each severity there are."""
        return Counter(one.finding.severity for one in self.findings)

    @property
    def is_clean(self) -> bool:
        """Whether there is neither an error nor a warning."""
        return not (self.counts["error"] or self.counts["warning"])


def report(
    file: str, text: Text, settings: Settings, spec: SpecFile | None = None, more: Sequence[Rule] = ()
) -> Report:
    """What the rules find in a text, without what its file says they should leave.

    Args:
        file: What messages call the file.
        text: The text, or the draft of a spec.
        settings: Which rules count.
        spec: The spec, where the text is its draft.
        more: Rules of other packages.
    """
    ignores = [*ignores_of_document(text.document), *(ignores_of_spec(spec.text) if spec else ())]
    located = [Located(one, spec.place(one, text) if spec else None) for one in lint(text, settings, more)]
    kept = [one for one in located if not any(_covers(ignore, one, text) for ignore in ignores)]
    left = [one for one in located if one not in kept]
    return Report(file, text.stage, text, tuple(kept), tuple(left))


def _covers(ignore: Ignore, one: Located, text: Text) -> bool:
    place = one.in_spec
    lines = (place.line, place.field_line) if place else ()
    passage = text.by_id.get(one.finding.clause)
    above = (passage.clause.id, *(clause.id for clause in passage.above)) if passage else ()
    return ignore.covers(one.finding, lines, above)
