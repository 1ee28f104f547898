"""A compiler for international agreements: `load`, `draft` and `render` a spec; `read`, `compare`, `lint`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatydraft.api import SpecError, compare, draft, lint, load, read, render
    from treatydraft.word.template import WordTemplate

__all__ = ["SpecError", "WordTemplate", "compare", "draft", "lint", "load", "read", "render"]


def __getattr__(name: str) -> object:
    """Load the public verbs when they are first asked for, so that importing the package costs nothing."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from treatydraft import api  # noqa: PLC0415 - what this function is for

    if name == "WordTemplate":
        from treatydraft.word.template import WordTemplate  # noqa: PLC0415 - as above

        return WordTemplate
    return getattr(api, name)
