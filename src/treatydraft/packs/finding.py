"""Finding a pack by its name."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from treatydraft.packs.location import shipped_packs
from treatydraft.packs.vocabulary import load_vocabulary
from treatydraft.spec import UnknownPackError

if TYPE_CHECKING:
    from treatydraft.packs.pack import Pack


def pack_names() -> tuple[str, ...]:
    """The names of all packs that can be found."""
    return tuple(sorted(path.parent.name for path in shipped_packs().glob("*/pack.yaml")))


@lru_cache(maxsize=16)
def find_pack(name: str) -> "Pack":
    """The pack of this name; raises `UnknownPackError` where there is none, `PackError` for a fault in it."""
    from treatydraft.packs.loading import load_pack  # noqa: PLC0415 - a vocabulary must not wait for it

    return load_pack(_folder(name))


@lru_cache(maxsize=16)
def find_vocabulary(name: str) -> Mapping[str, Any]:
    """The vocabulary of the pack of this name, without the rest of the pack; raises as `find_pack` does."""
    return load_vocabulary(_folder(name))


def _folder(name: str) -> Path:
    if name not in pack_names():
        raise UnknownPackError(name, pack_names())
    return shipped_packs() / name
