"""`python -m treatydraft` is `treatydraft`."""

from treatydraft.cli import main

main()
