"""Render a Word template with values: the one door behind which the engine can be changed."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from markupsafe import Markup

from treatydraft import sandbox
from treatydraft.word import runs
from treatydraft.word.guard import open_template
from treatydraft.word.package import open_package

# Filters of Jinja that would let words of a spec through as markup.
_UNESCAPING_FILTERS = ("safe", "tojson")


def render_template(
    template: bytes,
    context: Mapping[str, object],
    name: str,
    *,
    filters: Mapping[str, Callable[..., object]] | None = None,
) -> bytes:
    """Fill a template in docxtpl's dialect: text, headers, footers and notes.

    Raises `TemplateFault` with the part and the paragraph, or `PackageError` where the file is refused.
    """
    from treatydraft.word import engine  # noqa: PLC0415 - docxtpl is slow to load and not needed to refuse a file

    checked = open_template(template).write()
    return open_package(engine.render(checked, context, name, _environment(filters or {}))).write()


def _environment(filters: Mapping[str, Callable[..., object]]) -> sandbox.Sandbox:
    environment = sandbox.sandbox(filters, finalize=_printed, autoescape=True)
    for unescaping in _UNESCAPING_FILTERS:
        environment.filters.pop(unescaping, None)
    # The line breaks of the XML are ours, and blanks between tags are words of the template.
    environment.trim_blocks = environment.lstrip_blocks = False
    return environment


def _printed(value: object) -> Markup:
    """What a tag prints; raises `ValueError` or `TypeError` for what is no text."""
    if isinstance(value, runs.Inline):
        return Markup(value.__html__())  # noqa: S704 - RunWriter has escaped it
    if isinstance(value, Markup):
        return Markup(str(value).translate(runs.BRACES))  # noqa: S704 - it is markup already
    if value is None:
        raise ValueError("the value is empty; test it with {% if %} first")
    if isinstance(value, Mapping | AbstractSet | bytes) or (
        isinstance(value, Sequence) and not isinstance(value, str)
    ):
        raise TypeError(f"the value is a {type(value).__name__} and no text; loop over it or use a filter")
    if type(value).__str__ is object.__str__:
        raise TypeError(f"the value is a {type(value).__name__} and no text")
    return Markup(runs.escaped(str(value)))  # noqa: S704 - it has just been escaped
