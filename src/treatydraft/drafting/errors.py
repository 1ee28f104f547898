"""What drafting reports when a spec and its pack do not fit."""


class DraftingError(ValueError):
    """A spec that is sound by itself but that this pack cannot draft; `path` is the field at fault."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message
