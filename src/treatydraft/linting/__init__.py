"""What a treaty section's careful reader would mark: rules that look at a document and its facts."""

from treatydraft.linting.finding import Finding, Mark, Severity, Stage
from treatydraft.linting.rule import Rule
from treatydraft.linting.rules import RULES
from treatydraft.linting.running import lint
from treatydraft.linting.settings import Settings
from treatydraft.linting.text import Text

__all__ = ["RULES", "Finding", "Mark", "Rule", "Settings", "Severity", "Stage", "Text", "lint"]
