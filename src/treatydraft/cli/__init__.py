"""The command line: the only part that prints, asks or exits."""


def main() -> None:
    """Run `treatydraft`."""
    from treatydraft.cli.app import app

    app()
