"""Template packs: finding one, its manifest, its clauses and its vocabulary."""

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
