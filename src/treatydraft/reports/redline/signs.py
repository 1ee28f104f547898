"""What stands in a line and is no letter, such as a tab or a picture, as one sign in its text."""

from typing import Final

_FIRST: Final = 0xF0000  # a plane for private use, which texts hold no letters of
PARAGRAPH: Final = chr(_FIRST)


class Signs:
    """A sign for each thing; the same on both sides for things that show the same."""

    def __init__(self) -> None:
        self._signs: dict[bytes, str] = {b"\x00paragraph": PARAGRAPH}

    def of(self, key: bytes) -> str:
        """The sign of a thing, by its key."""
        return self._signs.setdefault(key, chr(_FIRST + len(self._signs)))


def is_sign(text: str) -> bool:
    """Whether a text begins with a sign."""
    return text[:1] >= PARAGRAPH
