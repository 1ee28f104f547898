"""Facts of one group → its fields in a spec: what is stated, what must be filled in, what is not said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from treatydraft.facts.fact import Fact
from treatydraft.facts.from_spec import STATED
from treatydraft.facts.spec_text.ground import Ground
from treatydraft.spec import ActorId, Location
from treatydraft.spec.commented import Entry, Line, Remark, Scalar, Value
from treatydraft.spec.final_rules import NEEDED_WHEN_BINDING
from treatydraft.spec.shapes import BINDING
from treatydraft.spec.text import TODO
from treatydraft.spec.walking import keys_of, models_of

# A field that must be there once another is.
_NEEDED_WITH: Final = {"term.from": "term.length"}

# What makes sense in the place of another field only, and is not missed beside that.
_ALTERNATIVES: Final = frozenset(
    {"term.until", "term.text", "entry_into_force.date", "entry_into_force.approvals", "languages.later"}
)
# What a text states beside those fields that stand in a spec as in its facts.
_ALSO_STATED: Final = ("termination.channel", "languages.authentic", "languages.copies")


class Records:
    """Writes the fields of groups: `term`, and those of the pack such as `consultation`."""

    def __init__(self, ground: Ground, parties: Mapping[str, str]) -> None:
        self._ground = ground
        self._parties = parties
        self._read = frozenset((*STATED, *_ALSO_STATED)) | {
            f"{record.field}.{field.name}"
            for record in ground.family.vocabulary.readings
            for field in record.fields
        }

    def group(self, name: str, info: FieldInfo) -> Iterator[Line]:
        """The lines of a field at the top of a spec."""
        if self._below(name):
            yield Entry(name, below=tuple(self._members(name, info)))
        elif info.is_required():
            yield Entry(name, TODO, unstated(info))
        elif self._ground.binding and self._is_settled(name):
            yield Entry(name, TODO, f"{unstated(info)}; or omit: [{name}]")
        elif any(path.startswith(f"{name}.") for path in self._read):
            yield Remark(f"{name}: {TODO} – {unstated(info)}")

    def _is_settled(self, name: str) -> bool:
        """Whether every binding instrument has this group: of term and termination, one or the other."""
        return name in NEEDED_WHEN_BINDING or (name == "term" and not self._below("termination"))

    def _members(self, path: str, info: FieldInfo) -> Iterator[Line]:
        silent: list[str] = []
        skipped: list[str] = []
        for key, member in self._fields(path, info):
            lines = list(self._member(f"{path}.{key}", key, member))
            yield from lines
            if not lines and self._is_missed(f"{path}.{key}", member):
                read = any(one == f"{path}.{key}" or one.startswith(f"{path}.{key}.") for one in self._read)
                (silent if read else skipped).append(key)
        if silent:
            yield Remark(f"{TODO} – the text does not state: {', '.join(silent)}")
        if skipped:
            yield Remark(f"{TODO} – not read from a text: {', '.join(skipped)}")

    def _is_missed(self, path: str, info: FieldInfo) -> bool:
        """Whether a field that is left out leaves a question open: a flag does not, nor does a default."""
        return not (_is_flag(info) or info.default not in (None, ()) or path in _ALTERNATIVES)

    def _member(self, path: str, key: str, info: FieldInfo) -> Iterator[Line]:
        facts, below = self._ground.facts.get(path, ()), self._below(path)
        if facts:
            yield from self._stated(key, info, facts)
        elif below:
            yield Entry(key, below=tuple(self._members(path, info)))
        elif info.is_required() or self._is_needed(path, info):
            yield Entry(key, TODO, unstated(info))
        elif _holds(info.annotation, Location) and (
            annex := self._ground.stands_in(self._below(path.rpartition(".")[0]))
        ):
            yield Entry(key, annex, "where the words above stand")

    def _stated(self, key: str, info: FieldInfo, facts: Sequence[Fact]) -> Iterator[Line]:
        many = is_list(info.annotation)
        used = facts if many else facts[:1]
        values = [self._value(fact.value, info) for fact in used]
        yield Entry(key, values if many else values[0], self._ground.quote(used))
        for fact in facts[len(used) :]:
            yield Remark(f"{TODO} – the text also says {fact.value}: {self._ground.quote([fact])}")

    def _value(self, value: str, info: FieldInfo) -> Scalar:
        if _is_flag(info):
            return value == "true"
        return self._parties.get(value, value) if _holds(info.annotation, ActorId) else value

    def _is_needed(self, path: str, info: FieldInfo) -> bool:
        """Whether a field must be given because of what else is: the register, or its other half."""
        other = _NEEDED_WITH.get(path, "")
        return (self._ground.binding and BINDING in info.metadata) or other in self._ground.facts

    def _below(self, path: str) -> list[Fact]:
        fields = self._ground.facts.items()
        return [fact for field, facts in fields if field.startswith(f"{path}.") for fact in facts]

    def _fields(self, path: str, info: FieldInfo) -> Iterator[tuple[str, FieldInfo]]:
        """The members of a group; of groups that exclude one another, those of the one that has facts."""
        models = list(models_of(info.annotation))
        stated = {fact.field.removeprefix(f"{path}.").split(".")[0] for fact in self._below(path)}
        model = next((one for one in models if stated & set(keys_of(one))), None)
        return iter(keys_of(model).items()) if model else iter(())


def unstated(info: FieldInfo) -> str:
    """That the text does not say what a field means."""
    meaning = " ".join((info.description or "").split()).split(". ")[0].rstrip(".")
    return f"the text does not state: {meaning[:1].lower()}{meaning[1:]}" if meaning else "not stated"


def is_list(annotation: Any) -> bool:  # noqa: ANN401 - any annotation of a field
    """Whether a field takes several values."""
    origin = get_origin(annotation)
    if origin in (Union, UnionType, Annotated):
        return any(map(is_list, get_args(annotation)))
    return origin is tuple


def _holds(annotation: Any, kind: type) -> bool:  # noqa: ANN401 - any annotation of a field
    own = isinstance(annotation, type) and issubclass(annotation, kind)
    return own or any(_holds(inner, kind) for inner in get_args(annotation))


def _is_flag(info: FieldInfo) -> bool:
    return _holds(info.annotation, bool)


def mapping(pairs: Iterable[tuple[str, Value | None]]) -> dict[str, Any]:
    """The fields of an item in one line, without those that nothing is known of."""
    return {name: value for name, value in pairs if value}
