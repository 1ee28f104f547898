"""Mutated inputs against everything that reads a file: `make fuzz` runs each target for a given time."""
