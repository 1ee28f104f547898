"""Settings of the rules from a file: `treatydraft.toml`, or `[tool.treatydraft]` in `pyproject.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeGuard

from treatydraft.linting.finding import SEVERITIES, STAGES, Stage
from treatydraft.linting.settings import Chosen

OWN_FILE: Final = "treatydraft.toml"
SHARED_FILE: Final = "pyproject.toml"
_FIELDS: Final = ("stage", "select", "ignore", "severity")
_LARGEST: Final = 2**20  # bytes


class ConfigurationError(ValueError):
    """What is wrong in a file of settings, with its name and the field."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The table `[lint]` of a file of settings; what it does not say is empty."""

    stage: Stage | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Chosen] = field(default_factory=dict)


def configuration_for(folder: Path) -> Configuration:
    """The settings of the nearest folder, from this one upwards, that has any.

    Raises `ConfigurationError`. In one folder `treatydraft.toml` comes before `pyproject.toml`.
    """
    for one in (folder, *folder.parents):
        table = _table(one / OWN_FILE)
        if table is None and (shared := _table(one / SHARED_FILE)) is not None:
            table = shared.get("tool", {}).get("treatydraft")
            if table is not None:
                return _checked(table.get("lint", {}), f"{one / SHARED_FILE}: tool.treatydraft.lint")
        elif table is not None:
            return _checked(table.get("lint", {}), f"{one / OWN_FILE}: lint")
    return Configuration()


def _table(file: Path) -> dict[str, Any] | None:
    if not file.is_file():
        return None
    try:
        if file.stat().st_size > _LARGEST:
            raise ConfigurationError(
                f"{file}: has more than {_LARGEST // 2**20} MiB, and settings have a few lines"
            )
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigurationError(f"{file}: is no TOML: {error}") from None
    except OSError as error:
        raise ConfigurationError(f"{file}: cannot be read: {error.strerror}") from None


def _checked(table: object, place: str) -> Configuration:
    if not isinstance(table, dict):
        raise ConfigurationError(f"{place}: must be a table")
    for name in table:
        if name not in _FIELDS:
            raise ConfigurationError(f"{place}.{name}: is not known; there are {', '.join(_FIELDS)}")
    stage = table.get("stage")
    if stage is not None and stage not in STAGES:
        raise ConfigurationError(f"{place}.stage: must be one of {', '.join(STAGES)}")
    return Configuration(
        stage,
        _names(table.get("select", []), f"{place}.select"),
        _names(table.get("ignore", []), f"{place}.ignore"),
        severities(table.get("severity", {}), f"{place}.severity"),
    )


def _names(value: object, place: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise ConfigurationError(f"{place}: must be a list of codes or names of rules")
    return tuple(value)


def severities(value: object, place: str) -> dict[str, Chosen]:
    """A table from rules to severities; raises `ConfigurationError` with the place of what is none."""
    if not isinstance(value, dict):
        raise ConfigurationError(f"{place}: must be a table from codes or names of rules to severities")
    found: dict[str, Chosen] = {}
    for name, severity in value.items():
        if not _is_chosen(severity):
            raise ConfigurationError(f"{place}.{name}: must be one of {', '.join((*SEVERITIES, 'off'))}")
        found[str(name)] = severity
    return found


def _is_chosen(value: object) -> TypeGuard[Chosen]:
    return value in (*SEVERITIES, "off")
