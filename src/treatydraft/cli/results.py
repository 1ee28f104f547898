"""Where the result of a command goes: to standard output, or to a file that is never lost."""

import sys
from collections.abc import Sequence
from pathlib import Path

from treatydraft.cli.reporting import fail


def write_result(data: bytes, out: Path | None, sources: Sequence[Path], *, force: bool) -> None:
    """Print the bytes or write them to a file; one that is there already is replaced with `force` only.

    A file that the result was made of is never replaced.
    """
    if out is None:
        sys.stdout.buffer.write(data)
        return
    from treatydraft.cli.outputs import make_folder, write_atomically

    if out.exists():
        if any(source.exists() and out.samefile(source) for source in sources):
            fail(f"{out}: is the file that was read; name another file")
        if not force:
            fail(f"{out}: is there already; name another file, or replace it with --force")
    make_folder(out.parent)
    write_atomically(out, data)
