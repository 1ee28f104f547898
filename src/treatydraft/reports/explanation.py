"""What rules are for, as a person reads it in a terminal or in the docs."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from treatydraft.linting.finding import STAGES
from treatydraft.linting.rule import Rule

_GROUPS: Final = {
    "1": "Structure", "2": "Language", "3": "Definitions", "4": "References", "5": "Consistency",
    "6": "Parties", "7": "Register", "8": "Final clauses", "9": "Style",
}  # fmt: skip
_ABOUT: Final = """\
# Rules

What `treatydraft lint` looks for. An *error* is a fault in law or in fact, a *warning* something that a
careful reader would mark, and an *info* something that is worth a look and does not change the exit status.
`treatydraft lint --explain TD501` prints one page, `--explain all` this list; `docs/linting.md` says how to
choose rules, to change severities and to leave a place alone with a reason. Each page is made from the module
of its rule.
"""


def explanation(rule: Rule) -> str:
    """The rule in Markdown, which reads well as plain text too."""
    about = rule.about
    stages = "" if rule.stages == STAGES else f" It looks at the stage {' and '.join(rule.stages)} only."
    parts = (
        f"## {rule.code} {rule.name}",
        about.summary,
        f"**Severity**: {rule.severity}.{stages}",
        f"**Why it matters.** {_flowed(about.why)}",
        f"**Wrong**\n\n{_example(about.wrong)}",
        f"**Right**\n\n{_example(about.right)}",
        f"**Source.** {_flowed(about.source)}",
    )
    return "\n\n".join(parts) + "\n"


def overview(rules: Sequence[Rule]) -> str:
    """The list of all rules in Markdown, group by group, each with a link to its page."""
    return "\n".join((_ABOUT, *_tables(rules)))


def _tables(rules: Sequence[Rule]) -> Iterator[str]:
    for group, some in groupby(rules, key=lambda rule: rule.code[2]):
        yield f"## {_GROUPS[group]}\n"
        yield "| code | name | severity | what it finds |\n|---|---|---|---|"
        for rule in some:
            summary = rule.about.summary.replace("|", "\\|")
            yield f"| [{rule.code}](rules/{rule.code}.md) | {rule.name} | {rule.severity} | {summary} |"
        yield ""


def _flowed(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _example(text: str) -> str:
    return textwrap.indent(text, "    ")
