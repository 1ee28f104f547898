"""The vocabulary of a pack, which can be read without the rest of it."""

from itertools import chain
from pathlib import Path
from typing import Any

from treatydraft.packs.yaml_file import mapping_file


def load_vocabulary(folder: Path) -> dict[str, Any]:
    """All that the files of the vocabulary say; whoever reads texts with it checks what it needs."""
    files = sorted((folder / "vocabulary").glob("*.yaml"))
    return dict(chain.from_iterable(mapping_file(path).items() for path in files))
