"""Template packs: finding one, its manifest, its clauses and its vocabulary."""

from treatydraft.packs.errors import PackError
from treatydraft.packs.finding import find_pack, find_vocabulary, pack_names
from treatydraft.packs.loading import load_pack
from treatydraft.packs.pack import OWN_CLAUSES, Area, ClauseSource, Group, InstrumentForm, Pack, Word

__all__ = [
    "OWN_CLAUSES",
    "Area",
    "ClauseSource",
    "Group",
    "InstrumentForm",
    "Pack",
    "PackError",
    "Word",
    "find_pack",
    "find_vocabulary",
    "load_pack",
    "pack_names",
]
