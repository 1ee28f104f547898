"""Render a part that has failed once more, to find all that is wrong in it and to name each tag."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from treatydraft.sandbox import Sandbox, TemplateFault, Trusted, compiled, fault
from treatydraft.word.diagnosis import Source

_WATCHED: Final = re.compile(
    r"\{\{(?!.{0,4}_services).*?\}\}|\{%[-+]?\s*(?:if|for|set|do)\b(?!.{0,12}_pass).*?%\}", re.DOTALL
)
_MOST: Final = 50


class Trial(Trusted):
    """What went wrong while a part was rendered, tag by tag."""

    def __init__(self, source: Source, known: tuple[str, ...]) -> None:
        self._source = source
        self._known = known
        self._tags = list(_WATCHED.finditer(source.text))
        self._current = 0
        self.faults: list[TemplateFault] = []

    def at(self, number: int) -> str:
        """Say which tag comes next."""
        self._current = number
        return ""

    def watched(self) -> str:
        """The source with each tag saying that it comes next."""
        pieces, position = [], 0
        for number, tag in enumerate(self._tags):
            pieces += [self._source.text[position : tag.start()], f"{{{{ _trial.at({number}) }}}}"]
            position = tag.start()
        return "".join([*pieces, self._source.text[position:]])

    def unknown(self, name: str, holder: object) -> None:
        """Record a name that is not known."""
        names = tuple(map(str, holder)) if isinstance(holder, Mapping) else self._known
        close = difflib.get_close_matches(name, names, n=1)
        self.record(f"{name!r} is not known here", f"did you mean {close[0]!r}?" if close else "")

    def record(self, message: str, hint: str = "") -> None:
        """Record what is wrong with the current tag, once."""
        offset = self._tags[self._current].start() if self._tags else 0
        found = self._source.fault(offset, message, hint)
        if str(found) not in map(str, self.faults) and len(self.faults) < _MOST:
            self.faults.append(found)


def faults_of(
    error: Exception, source: Source, context: Mapping[str, object], environment: Sandbox
) -> list[TemplateFault]:
    """All faults of a part whose rendering ended in an error; the error itself where no more is found."""
    known = tuple(name for name in context if not name.startswith("_"))
    trial = Trial(source, known)
    watching = environment.overlay(
        undefined=_collecting(trial), finalize=_lenient(trial, environment.finalize)
    )
    watching.sets_count, watching.own_names = environment.sets_count, environment.own_names
    try:
        compiled(watching, trial.watched(), source.where).render({**context, "_trial": trial})
    except Exception as again:  # noqa: BLE001 - `fault` gives back what is not a template's
        found = fault(again, source.where, known)
        trial.record(found.message, found.hint)
    return trial.faults or [fault(error, source.where, known)]


def _lenient(trial: Trial, finalize: Callable[..., object] | None) -> Callable[[object], object]:
    assert finalize is not None  # noqa: S101 - every environment of ours has one

    def printed(value: object) -> object:
        if isinstance(value, Undefined):
            return Markup(str(value))  # noqa: S704 - recorded, and nothing
        try:
            return finalize(value)
        except (TypeError, ValueError) as error:
            trial.record(str(error))
            return Markup("")

    return printed


def _collecting(trial: Trial) -> type[Undefined]:  # noqa: C901 - a class with its methods, each one line
    """Undefined values that record each use and go on."""

    class Collecting(Undefined):
        __slots__ = ()

        def _use(self, *_args: object) -> Any:  # noqa: ANN401 - stands for anything
            if issubclass(self._undefined_exception, SecurityError):
                trial.record(f"not allowed in a template: {self._undefined_message}".rstrip("."))
                return self
            trial.unknown(str(self._undefined_name), self._undefined_obj)
            return self

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as above
            if name.startswith("__"):
                raise AttributeError(name)
            return self._use()

        def __str__(self) -> str:
            self._use()
            return ""

        def __iter__(self) -> Iterator[Any]:
            self._use()
            return iter(())

        def __len__(self) -> int:
            self._use()
            return 0

        def __bool__(self) -> bool:
            self._use()
            return False

        def __eq__(self, other: object) -> bool:
            self._use()
            return False

        def __hash__(self) -> int:
            return 0

        __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __getitem__ = __call__ = _use
        __lt__ = __le__ = __gt__ = __ge__ = _use

    return Collecting
