"""What is wrong in a template, and where."""

import difflib
import traceback
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError


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


class TemplateFaults(TemplateFault):
    """All that is wrong in a template; as one fault it is the first of them."""

    def __init__(self, faults: Sequence[TemplateFault]) -> None:
        first = faults[0]
        super().__init__(first.name, first.line, first.message, first.hint)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class _NameNotFoundError(UndefinedError):
    """An undefined name or attribute, with the names that would have been found."""

    def __init__(self, message: str, name: str, known: tuple[str, ...]) -> None:
        super().__init__(message)
        self.name = name
        self.known = known


class Strict(StrictUndefined):
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
        hint = "use a filter in place of the call" if "call" in str(error) else ""
        return TemplateFault(name, line, f"not allowed in a template: {sentence(str(error))}", hint)
    if isinstance(error, TemplateSyntaxError):
        return TemplateFault(name, error.lineno, sentence(error.message or "syntax error"))
    if isinstance(error, RecursionError):
        return TemplateFault(name, line, "macros or loops of the template call themselves without end")
    if isinstance(error, TemplateError | TypeError | ValueError | ArithmeticError | LookupError):
        return TemplateFault(name, line, sentence(str(error)))
    raise error


def sentence(message: str) -> str:
    """A message of a library without its full stop."""
    return message.strip().rstrip(".")
