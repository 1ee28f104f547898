"""Two Word files → one whose tracked changes lead from the older to the newer."""

from treatydraft.reports.redline.redline import Redline, RedlineError, write_redline

__all__ = ["Redline", "RedlineError", "write_redline"]
