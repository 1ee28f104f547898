"""The filters that templates have: Jinja's harmless ones, none of which makes a text without end."""

from collections.abc import Callable, Iterable, Sized
from functools import wraps
from typing import Any, Final

from jinja2 import pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.nodes import EvalContext
from jinja2.runtime import markup_join, str_join

from treatydraft.limits import current
from treatydraft.sandbox import budget
from treatydraft.sandbox.rewriting import JOINED, LOOKED, TICK

_LONG: Final = 5_000  # characters or members: what is done with more may take long

# Not among them: attr, xmlattr, urlize and format, through which past escapes went; pprint, random and
# filesizeformat, which have no place in a document; center, which makes text of any length.
_NAMES: Final = (
    "abs", "batch", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float",
    "forceescape", "groupby", "indent", "int", "items", "join", "last", "length", "list", "lower", "map",
    "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "safe", "select", "selectattr",
    "slice", "sort", "string", "striptags", "sum", "title", "tojson", "trim", "truncate", "unique", "upper",
    "urlencode", "wordcount", "wordwrap",
)  # fmt: skip


def checked(value: Any) -> Any:  # noqa: ANN401 - whatever a filter gives
    """The same value; raises `SecurityError` where it is longer than a document needs."""
    if isinstance(value, Sized) and len(value) > (longest := current().template_text):
        raise SecurityError(f"a text or list of more than {longest:,}")
    return value


def check_length(length: int, what: str = "a text", unit: str = "characters") -> None:
    """Refuse to make what has this length; raises `SecurityError`."""
    if length > (longest := current().template_text):
        raise SecurityError(f"{what} of more than {longest:,} {unit}")


def harmless_filters() -> dict[str, Callable[..., Any]]:
    """The filters by name."""
    filters = {name: _bounded(FILTERS[name]) for name in _NAMES}
    return {
        **filters,
        "join": _join,
        "replace": _replace,
        TICK: budget.Budget.tick,
        LOOKED: _looked,
        JOINED: _joined,
        **_narrow(filters),
    }


def _bounded(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)  # keeps the marks by which Jinja passes the context
    def bounded(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as the filter has them
        for argument in arguments[:2]:  # the first may be the context
            _looked(argument)
        return checked(function(*arguments, **options))

    return bounded


def _looked(value: Any) -> Any:  # noqa: ANN401 - whatever a template has
    """The same value; one that is long costs a look at the clock."""
    if isinstance(value, str | list | tuple | dict) and len(value) > _LONG:
        budget.current().look()
    return value


def _narrow(filters: dict[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Filters that take a width or a count, which would otherwise be paid for before the result is seen."""
    return {
        name: _narrowed(filters[name])
        for name in ("batch", "indent", "round", "slice", "truncate", "wordwrap")
    }


def _narrowed(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def narrowed(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as above
        widest = current().template_width
        for argument in (*arguments[1:], *options.values()):
            if isinstance(argument, int) and abs(argument) > widest:
                raise SecurityError(f"a width or count of more than {widest:,}")
            if isinstance(argument, str) and len(argument) > widest:
                raise SecurityError(f"an argument of more than {widest:,} characters")
        return function(*arguments, **options)

    return narrowed


@pass_eval_context
def _join(
    eval_ctx: EvalContext, value: Iterable[Any], d: str = "", attribute: str | int | None = None
) -> Any:  # noqa: ANN401 - text or markup
    members = checked(list(value))
    check_length(len(d) * len(members) + sum(len(str(member)) for member in members))
    return FILTERS["join"](eval_ctx, members, d, attribute)


@pass_eval_context
def _replace(eval_ctx: EvalContext, s: str, old: str, new: str, count: int | None = None) -> Any:  # noqa: ANN401 - as above
    times = len(str(s)) + 1 if not old else str(s).count(str(old))
    check_length(len(str(s)) + times * len(str(new)))
    return FILTERS["replace"](eval_ctx, s, old, new, count)


@pass_eval_context
def _joined(eval_ctx: EvalContext, members: list[Any]) -> Any:  # noqa: ANN401 - as above
    check_length(sum(len(str(member)) for member in members))
    return markup_join(members) if eval_ctx.autoescape else str_join(members)
