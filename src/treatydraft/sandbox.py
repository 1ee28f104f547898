"""Jinja as we let templates use it: sandboxed, immutable, with strict names, and errors that have a place.

A template may come from a colleague or from nowhere, so it reaches plain data and filters only: no attribute
that starts with an underscore, no callable but macros and a bounded `range`, and none of the filters through
which past escapes went (`attr`, `xmlattr`, `urlize`, `format`).
"""

import difflib
import traceback
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from jinja2 import BaseLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

_REFUSED_FILTERS = ("attr", "xmlattr", "urlize", "format", "pprint", "map", "filesizeformat", "random")
_LONGEST_RANGE = 10_000


class TemplateFault(Exception):  # noqa: N818 - a fault is what the messages call it
    """What is wrong in a template, and where: `line` counts from 1 and is 0 where there is none."""

    def __init__(self, name: str, line: int, message: str, hint: str = "") -> None:
        super().__init__(name, line, message, hint)
        self.name = name
        self.line = line
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.name}:{self.line}" if self.line else self.name
        return f"{place}: {self.message}" + (f" ({self.hint})" if self.hint else "")


class _NameNotFoundError(UndefinedError):
    """An undefined name or attribute, with the names that would have been found."""

    def __init__(self, message: str, name: str, known: tuple[str, ...]) -> None:
        super().__init__(message)
        self.name = name
        self.known = known


class _Strict(StrictUndefined):
    """An undefined value that fails on every use and keeps what stood beside it."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_args: object, **_kwargs: object) -> NoReturn:
        if issubclass(self._undefined_exception, SecurityError):
            raise SecurityError(self._undefined_message)
        name = str(self._undefined_name)
        holder = self._undefined_obj
        known = tuple(map(str, holder)) if isinstance(holder, Mapping) else ()
        raise _NameNotFoundError(f"{name!r} is not known here", name, known)

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __add__ = __radd__ = __call__ = __getitem__ = __contains__ = _fail_with_undefined_error

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the signature of Jinja's own class
        if name.startswith("__"):
            raise AttributeError(name)
        self._fail_with_undefined_error()


class Sandbox(ImmutableSandboxedEnvironment):
    """The one environment in which templates and packs run."""

    def is_safe_callable(self, obj: object) -> bool:
        """Macros, `range`, and the helpers of a loop; filters are no calls."""
        return (
            isinstance(obj, Macro)
            or obj is self.globals["range"]
            or obj is self.globals["namespace"]
            or isinstance(getattr(obj, "__self__", None), LoopContext)
        )

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """No private attribute, and none of the string methods that format."""
        return not attr.startswith("_") and super().is_safe_attribute(obj, attr, value)


def sandbox(
    filters: Mapping[str, Callable[..., object]],
    *,
    finalize: Callable[..., object] | None = None,
    autoescape: bool = False,
    loader: BaseLoader | None = None,
) -> Sandbox:
    """A fresh environment with these filters beside Jinja's harmless ones.

    `finalize` turns each printed value into text; it is where a format escapes what a spec says.
    """
    environment = Sandbox(
        undefined=_Strict,
        autoescape=autoescape,
        finalize=finalize,
        loader=loader,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    for name in _REFUSED_FILTERS:
        environment.filters.pop(name, None)
    environment.globals = {"range": _bounded_range, "namespace": environment.globals["namespace"]}
    environment.filters.update(filters)
    return environment


def _bounded_range(*arguments: int) -> range:
    numbers = range(*arguments)
    if len(numbers) > _LONGEST_RANGE:
        message = f"range of {len(numbers)} numbers; at most {_LONGEST_RANGE} are allowed"
        raise SecurityError(message)
    return numbers


def compiled(environment: Sandbox, source: str, name: str) -> Template:
    """Compile a template; raises `TemplateFault` with its line."""
    try:
        code = environment.compile(source, name=name, filename=name)
    except TemplateSyntaxError as error:
        raise TemplateFault(name, error.lineno, _sentence(error.message or "syntax error")) from None
    return Template.from_code(environment, code, environment.make_globals(None))


def rendered(template: Template, context: Mapping[str, object], name: str) -> str:
    """Render a compiled template; raises `TemplateFault` with the line where it went wrong."""
    try:
        return template.render(context)
    except Exception as error:  # noqa: BLE001 - `fault` gives back what is not a template's
        raise fault(error, name, tuple(context)) from None


def fault(error: Exception, name: str, known: tuple[str, ...] = ()) -> TemplateFault:
    """What an exception out of a template means for the person who wrote the template.

    Errors that are neither Jinja's nor those of operations on values are ours and come back unchanged.
    """
    line = next(
        (
            frame.lineno or 0
            for frame in reversed(traceback.extract_tb(error.__traceback__))
            if frame.filename == name
        ),
        0,
    )
    if isinstance(error, TemplateFault):
        return error
    if isinstance(error, _NameNotFoundError):
        close = difflib.get_close_matches(error.name, error.known or known, n=1)
        return TemplateFault(name, line, str(error), f"did you mean {close[0]!r}?" if close else "")
    if isinstance(error, SecurityError):
        hint = "use a filter in place of the call" if "callable" in str(error) else ""
        return TemplateFault(name, line, f"not allowed in a template: {_sentence(str(error))}", hint)
    if isinstance(error, TemplateSyntaxError):
        return TemplateFault(name, error.lineno, _sentence(error.message or "syntax error"))
    if isinstance(
        error, TemplateError | TypeError | ValueError | ArithmeticError | LookupError | RecursionError
    ):
        return TemplateFault(name, line, _sentence(str(error)))
    raise error


def _sentence(message: str) -> str:
    return message.strip().rstrip(".")
