"""The values that a template needs, read from its tags, as a JSON Schema with nested names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from jinja2 import nodes

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_GIVEN: Final = frozenset(
    {"loop", "range", "namespace", "caller", "varargs", "kwargs", "true", "false", "none"}
)


@dataclass(slots=True)
class _Need:
    """What one value is used for."""

    fields: "dict[str, _Need]" = field(default_factory=dict)
    items: "_Need | None" = None
    printed: bool = False

    def named(self, name: str) -> "_Need":
        return self.fields.setdefault(name, _Need())

    def each(self) -> "_Need":
        self.items = self.items or _Need()
        return self.items

    def schema(self) -> dict[str, Any]:
        """What the value must be; a list wins over fields, since lists have no fields of their own."""
        if self.items is not None:
            return {"type": "array", "items": self.items.schema()}
        if self.fields:
            properties = {name: need.schema() for name, need in self.fields.items()}
            return {"type": "object", "properties": properties, "required": list(properties)}
        return {"type": ["string", "number"]} if self.printed else {}

    def paths(self, path: str = "") -> Iterable[str]:
        """The names of all values, nested: `articles[].heading`."""
        if self.items is not None:
            yield from self.items.paths(f"{path}[]")
        for name, need in self.fields.items():
            yield from need.paths(f"{path}.{name}" if path else name)
        if path and self.items is None and not self.fields:
            yield path


@dataclass(frozen=True, slots=True)
class Needs:
    """The values that a template needs."""

    schema: Mapping[str, Any]
    paths: tuple[str, ...]


def needs_of(templates: Iterable[nodes.Template]) -> Needs:
    """The values that these parts of one template need together."""
    root = _Need()
    for template in templates:
        _Reader(root).block(template.body, {})
    schema = {"$schema": DIALECT, "title": "The values that this template needs", **root.schema()}
    return Needs(schema, tuple(root.paths()))


class _Reader:
    def __init__(self, root: _Need) -> None:
        self._root = root

    def block(self, body: Iterable[nodes.Node], scope: dict[str, _Need]) -> None:
        for node in body:
            self.statement(node, scope)

    def statement(self, node: nodes.Node, scope: dict[str, _Need]) -> None:
        match node:
            case nodes.Output():
                for expression in node.nodes:
                    self.value(expression, scope).printed = True
            case nodes.For():
                inside = {**scope, **self._targets(node.target, self.value(node.iter, scope).each())}
                self.block(node.body, inside)
                self.block(node.else_, scope)
            case nodes.If():
                self.value(node.test, scope)
                self.block([*node.body, *node.elif_, *node.else_], scope)
            case nodes.Assign():
                scope.update(self._targets(node.target, self.value(node.node, scope)))
            case nodes.AssignBlock():
                self.block(node.body, scope)
                scope.update(self._targets(node.target, _Need()))
            case nodes.Macro():
                scope[node.name] = _Need()
                self.block(node.body, {**scope, **{argument.name: _Need() for argument in node.args}})
            case _:
                self._inside(node, scope)

    def value(self, node: nodes.Node, scope: dict[str, _Need]) -> _Need:
        """What an expression stands for: a value of the context where it names one."""
        match node:
            case nodes.Name():
                return self._name(node.name, scope)
            case nodes.Getattr():
                return self.value(node.node, scope).named(node.attr)
            case nodes.Getitem(arg=nodes.Const(value=str() as name)):
                return self.value(node.node, scope).named(name)
            case nodes.Getitem(arg=nodes.Const(value=int())):
                return self.value(node.node, scope).each()
            case nodes.Filter() if node.node is not None:
                self._all([*node.args, *(keyword.value for keyword in node.kwargs)], scope)
                return self.value(node.node, scope)
            case _:
                self._inside(node, scope)
                return _Need()

    def _name(self, name: str, scope: dict[str, _Need]) -> _Need:
        if name in scope:
            return scope[name]
        if name in _GIVEN or name.startswith("_"):
            return _Need()
        return self._root.named(name)

    def _targets(self, target: nodes.Node, need: _Need) -> dict[str, _Need]:
        if isinstance(target, nodes.Name):
            return {target.name: need}
        return {name.name: _Need() for name in target.find_all(nodes.Name)}

    def _all(self, expressions: Iterable[nodes.Node], scope: dict[str, _Need]) -> None:
        for expression in expressions:
            self.value(expression, scope)

    def _inside(self, node: nodes.Node, scope: dict[str, _Need]) -> None:
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self.value(child, scope)
            else:
                self.statement(child, scope)
