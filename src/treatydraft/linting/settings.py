"""Which rules count, and how heavily."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from treatydraft.linting.finding import Severity
from treatydraft.linting.rule import Rule

Chosen: TypeAlias = Severity | Literal["off"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person asks of the rules; each names them by code, by the beginning of codes, or by name."""

    select: tuple[str, ...] = ()  # these only; empty for all
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Chosen] = field(default_factory=dict)  # instead of the rules' own
    of_pack: Mapping[str, Chosen] = field(default_factory=dict)  # where a person has not chosen

    def severity_of(self, rule: Rule) -> Severity | None:
        """How heavy a finding of the rule is; none where it is not wanted."""
        if self.select and not any(named(rule.name, rule.code, one) for one in self.select):
            return None
        if any(named(rule.name, rule.code, one) for one in self.ignore):
            return None
        chosen = self._chosen(rule)
        return None if chosen == "off" else chosen

    def _chosen(self, rule: Rule) -> Chosen:
        """The severity of the entry that names the rule most closely, a person's before a pack's."""
        for given in (self.severities, self.of_pack):
            names = [one for one in given if named(rule.name, rule.code, one)]
            if names:
                return given[max(names, key=len)]
        return rule.severity


def named(rule: str, code: str, name: str) -> bool:
    """Whether a name is that of a rule, its code, or the beginning of its code that stands for a group.

    >>> named("words-and-figures", "TD501", "td5"), named("words-and-figures", "TD501", "figures")
    (True, False)
    """
    return name.lower() == rule or code.startswith(name.upper())
