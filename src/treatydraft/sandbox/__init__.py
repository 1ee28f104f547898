"""Jinja as we let templates use it: sandboxed, immutable, bounded, with errors that have a place.

A template may come from a colleague or from nowhere, so it reaches plain data and filters only: no attribute
that starts with an underscore, no callable but macros and a bounded `range`, a fixed list of filters without
those through which past escapes went (`attr`, `xmlattr`, `urlize`, `format`), no sums and loops without end.
"""

from treatydraft.sandbox.budget import Budget, Limits, OverBudgetError, spending
from treatydraft.sandbox.environment import Sandbox, Trusted, sandbox
from treatydraft.sandbox.faults import TemplateFault, TemplateFaults, fault
from treatydraft.sandbox.running import check_tags, compiled, rendered

__all__ = [
    "Budget",
    "Limits",
    "OverBudgetError",
    "Sandbox",
    "TemplateFault",
    "TemplateFaults",
    "Trusted",
    "check_tags",
    "compiled",
    "fault",
    "rendered",
    "sandbox",
    "spending",
]
