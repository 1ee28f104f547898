"""Render a template that somebody brings: any Word file in docxtpl's dialect, or any Markdown in Jinja's."""

from collections.abc import Callable, Mapping
from datetime import datetime

from treatydraft.sandbox import TemplateFault, compiled, rendered

Names = Mapping[str, object]
Filters = Mapping[str, Callable[..., object]]


def render_word(template: bytes, names: Names, file: str, filters: Filters, *, timestamp: datetime) -> bytes:
    """Fill a Word template; raises `TemplateFault` with its place, or `PackageError` where it is refused."""
    from treatydraft.word.package import open_package  # noqa: PLC0415 - lxml is slow to load
    from treatydraft.word.template import render_template  # noqa: PLC0415 - as above

    filled = render_template(template, names, file, filters=filters)
    return open_package(filled).write(timestamp)


def render_markdown(template: bytes, names: Names, file: str, filters: Filters) -> bytes:
    """Fill a Markdown template, every value escaped; raises `TemplateFault` with its line."""
    from treatydraft.writers.markdown import environment, printed  # noqa: PLC0415 - the Word route does without

    try:
        source = template.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateFault(file, 0, f"not UTF-8 at byte {error.start}") from None
    return printed(rendered(compiled(environment(filters), source, file), names, file)).encode()
