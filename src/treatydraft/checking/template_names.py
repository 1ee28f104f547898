"""Read a Jinja template for names, filters and fields that it cannot have, each with its line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from treatydraft.sandbox.rewriting import BUDGET
from treatydraft.spec import did_you_mean
from treatydraft.spec.walking import keys_of, models_of

_GIVEN: Final = frozenset({"loop", "range", "namespace", "caller", "varargs", "kwargs", BUDGET})
_UNTYPED: Final = object()


@dataclass(frozen=True, slots=True)
class Slip:
    """What a template gets wrong, on a line of it."""

    code: str
    message: str
    line: int
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What a template can use."""

    names: frozenset[str]
    models: Mapping[str, Any] = field(default_factory=dict)  # of names that stand for parts of a spec
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)  # the members of names such as `w`
    literals: Mapping[str, tuple[str, Callable[[str], bool]]] = field(default_factory=dict)
    """By filter: what a word in quotes before it names, and whether there is one."""


def slips(source: str, environment: Environment, known: Known) -> Iterator[Slip]:
    """All that is wrong in a template; one that cannot be parsed has its first fault only."""
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        yield Slip("syntax", (error.message or "syntax error").rstrip("."), error.lineno)
        return
    yield from _filters(tree, environment)
    yield from _leftovers(tree)
    reader = _Reader(known, _declared(tree))
    reader.block(tree.body, dict(known.models))
    yield from reader.slips


def _filters(tree: nodes.Template, environment: Environment) -> Iterator[Slip]:
    for kind, what, there in (
        (nodes.Filter, "filter", environment.filters),
        (nodes.Test, "test", environment.tests),
    ):
        for found in tree.find_all(kind):
            if found.name not in there:
                yield _unknown(
                    f"unknown-{what}", f"there is no {what} “{found.name}”", found, found.name, there
                )


def _leftovers(tree: nodes.Template) -> Iterator[Slip]:
    for data in tree.find_all(nodes.TemplateData):
        for number, line in enumerate(data.data.split("\n")):
            if "{" in line or "}" in line:
                hint = "a tag has two braces: {{ name }}"
                message = f"“{line.strip()[:60]}” has a brace that belongs to no tag"
                yield Slip("leftover-braces", message, data.lineno + number, hint)


def _unknown(code: str, message: str, node: nodes.Node, name: str, known: Iterable[str]) -> Slip:
    return Slip(code, message, node.lineno, did_you_mean(name, tuple(known)) or "")


def _declared(tree: nodes.Template) -> frozenset[str]:
    """The names that the template itself gives, wherever it does."""
    names = {found.name for found in tree.find_all(nodes.Name) if found.ctx != "load"}
    return frozenset(names | {macro.name for macro in tree.find_all(nodes.Macro)})


class _Reader:
    """Follows what names stand for, as far as a template says it."""

    def __init__(self, known: Known, declared: frozenset[str]) -> None:
        self._known = known
        self._names = known.names | known.models.keys() | known.words.keys() | declared | _GIVEN
        self._declared = declared
        self.slips: list[Slip] = []

    def block(self, body: Iterable[nodes.Node], scope: dict[str, Any]) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: dict[str, Any]) -> None:
        match node:
            case nodes.For():
                inside = {**scope, **_bound(node.target, self._value(node.iter, scope))}
                if node.test is not None:
                    self._value(node.test, inside)
                self.block(node.body, inside)
                self.block(node.else_, scope)
            case nodes.Assign():
                self._assign(node, scope)
            case nodes.Macro():
                self.block(node.body, {**scope, **{one.name: _UNTYPED for one in node.args}})
            case nodes.Expr():
                self._value(node, scope)
            case _:
                for child in node.iter_child_nodes():
                    self._statement(child, scope)

    def _assign(self, node: nodes.Assign, scope: dict[str, Any]) -> None:
        value = self._value(node.node, scope)
        for name, kind in _bound(node.target, value).items():
            scope[name] = kind if name not in scope or scope[name] is kind else _UNTYPED

    def _value(self, node: nodes.Node, scope: dict[str, Any]) -> Any:  # noqa: ANN401 - the annotation of a type
        match node:
            case nodes.Name(ctx="load"):
                return self._name(node, scope)
            case nodes.Getattr():
                return self._member(node, scope)
            case nodes.Filter(node=nodes.Const(value=str() as word)):
                self._literal(node, word)
            case _:
                pass
        for child in node.iter_child_nodes():
            self._value(child, scope)
        return _UNTYPED

    def _name(self, node: nodes.Name, scope: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
        if node.name not in self._names:
            self._say("unknown-name", f"“{node.name}” is not known here", node, node.name, self._names)
        return scope.get(node.name, _UNTYPED)

    def _member(self, node: nodes.Getattr, scope: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
        if isinstance(node.node, nodes.Name) and node.node.name in self._known.words:
            self._word(node, self._known.words[node.node.name])
            return _UNTYPED
        models = list(models_of(self._value(node.node, scope)))
        if not models:
            return _UNTYPED
        fields = {name: info for model in models for name, info in keys_of(model).items()}
        if node.attr not in fields:
            self._say("unknown-field", f"there is no field “{node.attr}” here", node, node.attr, fields)
            return _UNTYPED
        return fields[node.attr].annotation

    def _word(self, node: nodes.Getattr, words: frozenset[str]) -> None:
        name = node.attr[:1].lower() + node.attr[1:]
        if name not in words:
            self._say("unknown-word", f"the pack has no word “{name}” in both registers", node, name, words)

    def _literal(self, node: nodes.Filter, word: str) -> None:
        if node.name in self._known.literals:
            what, is_there = self._known.literals[node.name]
            if not is_there(word):
                self.slips.append(Slip(f"unknown-{what}", f"the pack has no {what} “{word}”", node.lineno))

    def _say(self, code: str, message: str, node: nodes.Node, name: str, known: Iterable[str]) -> None:
        self.slips.append(_unknown(code, message, node, name, known))


def _bound(target: nodes.Node, value: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    """What the names on the left of an assignment stand for; several at once are not followed."""
    if isinstance(target, nodes.Name):
        return {target.name: value}
    return {name.name: _UNTYPED for name in target.find_all(nodes.Name)}
