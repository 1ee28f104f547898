"""What a changed clause says differently: obligations, deadlines, sums, parties, scope, with reasons."""

from treatydraft.comparison.substance.clause import differences
from treatydraft.comparison.substance.overall import overall_differences, pair_facts
from treatydraft.comparison.substance.severity import graded

__all__ = ["differences", "graded", "overall_differences", "pair_facts"]
