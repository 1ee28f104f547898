"""What is wrong with a pack."""


class PackError(ValueError):
    """A pack that cannot be used, with the file at fault."""

    def __init__(self, file: str, message: str) -> None:
        super().__init__(f"{file}: {message}")
        self.file = file
        self.message = message
