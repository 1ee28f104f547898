"""A new pack: a small one that works, for somebody to go on from."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

_SKELETON: Final = Path(__file__).resolve().parent / "skeleton"
_NAME: Final = b"{{name}}"  # in pack.yaml, which is no template


def skeleton(name: str) -> Mapping[str, bytes]:
    """The files of a new pack of this name, by their paths in its folder."""
    files = {path.relative_to(_SKELETON).as_posix(): path for path in sorted(_SKELETON.rglob("*.*"))}
    content = {file: path.read_bytes() for file, path in files.items()}
    return {**content, "pack.yaml": content["pack.yaml"].replace(_NAME, name.encode())}
