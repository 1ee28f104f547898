"""The faults that are planted into a shipped pack, out of planted.yaml."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

PACK: Final = "scientific-cooperation"


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault: words of a file that are changed, and the finding that must come of it."""

    name: str
    file: str
    old: str
    new: str
    code: str
    at: str  # words of the line in a text file; of the place in a Word file
    says: str = ""
    reported: str = ""  # the file of the finding, where it is another one


_TABLE = YAML(typ="safe", pure=True).load(Path(__file__).with_name("planted.yaml"))
TEXTS, WORDS = (tuple(Planted(**row) for row in _TABLE[kind]) for kind in ("texts", "words"))
