"""Where the packs that come with treatydraft lie: inside the wheel, or beside `src/` in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped_packs() -> Path:
    """The folder of the shipped packs; in a wheel they are part of the package."""
    inside_wheel = _PACKAGE / "_templates"
    return inside_wheel if inside_wheel.is_dir() else _PACKAGE.parent.parent / "templates"
