"""Where the result of a command goes: to standard output, or to a file that is never lost."""

import sys
from collections.abc import Sequence
from pathlib import Path


def write_result(data: bytes, out: Path | None, sources: Sequence[Path], *, force: bool) -> None:
    """Print the bytes or write them to a file; one that is there already is replaced with `force` only.

    A file that the result was made of is never replaced. Raises `OutputError`.
    """
    if out is None:
        sys.stdout.buffer.write(data)
        return
    from treatydraft.cli.outputs import make_folder, write_atomically
    from treatydraft.cli.targets import ordinary, refuse_sources

    ordinary(out)
    refuse_sources([out], sources)
    make_folder(out.parent)
    write_atomically(out, data, new=not force)
