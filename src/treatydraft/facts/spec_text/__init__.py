"""A document → the text of a spec that says the same, each field with the words that it was read from."""

from treatydraft.facts.spec_text.family import Family
from treatydraft.facts.spec_text.writing import spec_text

__all__ = ["Family", "spec_text"]
