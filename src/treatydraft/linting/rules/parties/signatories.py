"""A signature block lacks the name or the office that the other blocks have.

## Why it matters
Heads of state, heads of government and foreign ministers sign without full powers; for everybody else the
block shows who must be asked for them. An empty line shows nothing.

## Wrong
    Stage: signature
    Signature: For Norland: | A. Example | Minister of Fisheries
    Signature: For Sudland: | | Minister of Fisheries

## Right
    Stage: signature
    Signature: For Norland: | | Minister of Fisheries
    Signature: For Sudland: | | Minister of Fisheries

## Source
Vienna Convention on the Law of Treaties, art. 7; practice of treaty sections.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.signatories import split_line
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_BLANK: Final = re.compile(r"[\s_.…\[\]●]*")


def signatory_missing(text: Text) -> Iterator[Mark]:
    """Blocks without a name, or without an office, where others have one."""
    blocks = text.document.closing.signatures
    lines = {block.id: _lines(block) for block in blocks}
    for part, word in ((0, "a name"), (1, "an office")):
        having = [block for block in blocks if any(line[part] for line in lines[block.id])]
        if not having:
            continue
        for block in blocks:
            own = lines[block.id]
            if block not in having or not all(line[part] for line in own):
                yield text.by_id[block.id].mark(
                    f"this signature block lacks {word}, which another one has",
                    suggestion=f"add {word}, or leave both blocks without",
                )


def _lines(block: tree.SignatureBlock) -> list[tuple[str, str]]:
    """Name and office of each signatory, empty where there is only a line to sign on."""
    return [_parted(one) for one in block.signatories] or [("", "")]


def _parted(one: tree.Signatory) -> tuple[str, str]:
    name, office = (_filled(tree.plain(part)) for part in (one.name, one.office))
    return (name, office) if name and office else split_line(name or office)


def _filled(words: str) -> str:
    return "" if _BLANK.fullmatch(words) else words


RULE: Final = Rule("TD606", "error", signatory_missing, stages=("initialling", "signature"), languages=())
