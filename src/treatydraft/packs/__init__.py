"""Template packs: finding one, its manifest, its clauses and its vocabulary."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from treatydraft.packs.errors import PackError
    from treatydraft.packs.finding import (
        Found,
        find_pack,
        find_vocabulary,
        found_packs,
        hidden_by,
        locate,
        pack_names,
    )
    from treatydraft.packs.loading import load_pack
    from treatydraft.packs.pack import OWN_CLAUSES, Area, ClauseSource, Group, InstrumentForm, Pack, Word

__all__ = [
    "OWN_CLAUSES",
    "Area",
    "ClauseSource",
    "Found",
    "Group",
    "InstrumentForm",
    "Pack",
    "PackError",
    "Word",
    "find_pack",
    "find_vocabulary",
    "found_packs",
    "hidden_by",
    "load_pack",
    "locate",
    "pack_names",
]

_MODULES: Final = {
    "errors": ("PackError",),
    "finding": (
        "Found",
        "find_pack",
        "find_vocabulary",
        "found_packs",
        "hidden_by",
        "locate",
        "pack_names",
    ),
    "loading": ("load_pack",),
    "pack": ("OWN_CLAUSES", "Area", "ClauseSource", "Group", "InstrumentForm", "Pack", "Word"),
}


def __getattr__(name: str) -> object:
    """Load a name when it is first asked for: whoever needs a vocabulary must not wait for the model."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
