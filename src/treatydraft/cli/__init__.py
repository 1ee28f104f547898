"""The command line: the only part that prints, asks or exits."""

_CYCLES_AFTER = 200_000  # new objects
_FOUND, _FAILED = 1, 2


def main() -> None:
    """Run `treatydraft`; what cannot be printed or reached is said without a traceback, as all faults are."""
    import gc
    import sys

    gc.set_threshold(_CYCLES_AFTER)  # a command is over before the cycles that it leaves can matter
    from treatydraft.cli.app import app

    try:
        try:
            app()
        finally:
            sys.stdout.flush()  # so that a full disk shows here, and not when Python ends
    except OSError as error:
        sys.exit(_said(error))


def _said(error: OSError) -> int:
    """Say what the system refused, and give the exit status."""
    import os
    import sys

    if not error.filename:  # what waits to be printed would fail once more when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if isinstance(error, BrokenPipeError):  # who reads has seen enough
        return _FOUND
    sys.stderr.write(f"{error.filename or 'standard output'}: cannot be used: {error.strerror or error}\n")
    return _FAILED
