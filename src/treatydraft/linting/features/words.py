"""Lists of words, written as words."""


def words(line: str) -> frozenset[str]:
    """The words of a line, or of several."""
    return frozenset(line.split())
