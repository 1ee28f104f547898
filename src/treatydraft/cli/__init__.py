"""The command line: the only part that prints, asks or exits."""

_CYCLES_AFTER = 200_000  # new objects


def main() -> None:
    """Run `treatydraft`."""
    import gc

    gc.set_threshold(_CYCLES_AFTER)  # a command is over before the cycles that it leaves can matter
    from treatydraft.cli.app import app

    app()
