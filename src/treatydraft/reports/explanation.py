"""What a rule is for, as a person reads it in a terminal or in the docs."""

import textwrap

from treatydraft.linting.finding import STAGES
from treatydraft.linting.rule import Rule


def explanation(rule: Rule) -> str:
    """The rule in Markdown, which reads well as plain text too."""
    about = rule.about
    stages = "" if len(rule.stages) == len(STAGES) else f" Looked for at the stage: {', '.join(rule.stages)}."
    parts = (
        f"## {rule.code} {rule.name}",
        f"{about.summary} ({rule.severity}){stages}",
        f"**Why it matters.** {_flowed(about.why)}",
        f"Wrong:\n\n{_example(about.wrong)}",
        f"Right:\n\n{_example(about.right)}",
        f"**Source.** {_flowed(about.source)}",
    )
    return "\n\n".join(parts) + "\n"


def _flowed(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _example(text: str) -> str:
    return textwrap.indent(text, "    ")
