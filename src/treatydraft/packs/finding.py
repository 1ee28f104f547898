"""Finding a pack by its name."""

from functools import lru_cache

from treatydraft.packs.loading import load_pack
from treatydraft.packs.location import shipped_packs
from treatydraft.packs.pack import Pack
from treatydraft.spec import UnknownPackError


def pack_names() -> tuple[str, ...]:
    """The names of all packs that can be found."""
    return tuple(sorted(path.parent.name for path in shipped_packs().glob("*/pack.yaml")))


@lru_cache(maxsize=16)
def find_pack(name: str) -> Pack:
    """The pack of this name; raises `UnknownPackError` where there is none, `PackError` for a fault in it."""
    if name not in pack_names():
        raise UnknownPackError(name, pack_names())
    return load_pack(shipped_packs() / name)
