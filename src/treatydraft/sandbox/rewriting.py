"""Changes to a template before it is compiled: bounds on its loops and texts, and sets that count."""

from collections.abc import Iterator

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

BUDGET = "_budget"  # the name under which a render holds its budget
TICK = "_tick"  # the filter that begins a pass
JOINED = "_joined"  # the filter that joins texts as `~` does
LOOKED = "_looked"  # the filter that looks at the clock before a comparison of what is long
KEPT = "_kept_over_passes"  # the namespace of variables that a loop counts with


class Bounded(NodeTransformer):
    """Every pass of a loop and every call of a macro is counted, and `~` knows a longest text."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - the name that Jinja calls
        """Count a pass at its beginning."""
        self.generic_visit(node)
        node.body = [_tick(node), *node.body]
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802 - as above
        """Count a call at its beginning."""
        self.generic_visit(node)
        node.body = [_tick(node), *node.body]
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802 - as above
        """Join by a filter, which can refuse."""
        self.generic_visit(node)
        return nodes.Filter(
            nodes.List(node.nodes, lineno=node.lineno), JOINED, [], [], None, None, lineno=node.lineno
        )

    def visit_Operand(self, node: nodes.Operand) -> nodes.Operand:  # noqa: N802 - as above
        """Look at the clock before comparing: `in` goes through a whole list."""
        self.generic_visit(node)
        node.expr = nodes.Filter(node.expr, LOOKED, [], [], None, None, lineno=node.lineno)
        return node


def _tick(node: nodes.For | nodes.Macro) -> nodes.ExprStmt:
    size = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
    budget, characters = nodes.Name(BUDGET, "load", lineno=node.lineno), nodes.Const(size, lineno=node.lineno)
    call = nodes.Filter(budget, TICK, [characters], [], None, None, lineno=node.lineno)
    return nodes.ExprStmt(call, lineno=node.lineno)


def counting(template: nodes.Template) -> nodes.Template:
    """Let `{% set n = n + 1 %}` in a loop change the variable that was set before the loop.

    In Jinja such a variable begins anew in each pass; people who write documents expect that it counts.
    """
    names = set(_set_outside(template.body)) & set(_set_inside(template.body))
    if not names:
        return template
    _Counting(names).visit(template)
    first = nodes.Assign(
        nodes.Name(KEPT, "store", lineno=1),
        nodes.Call(nodes.Name("namespace", "load", lineno=1), [], [], None, None, lineno=1),
        lineno=1,
    )
    template.body = [first, *template.body]
    return template


def _set_outside(body: list[nodes.Node]) -> Iterator[str]:
    """Names that are set outside of all loops and macros."""
    for node in body:
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            yield node.target.name
        elif isinstance(node, nodes.If):
            yield from _set_outside([*node.body, *node.elif_, *node.else_])


def _set_inside(body: list[nodes.Node]) -> Iterator[str]:
    """Names that are set inside a loop."""
    for node in body:
        if isinstance(node, nodes.For):
            for assignment in node.find_all(nodes.Assign):
                if isinstance(assignment.target, nodes.Name):
                    yield assignment.target.name
        elif isinstance(node, nodes.If):
            yield from _set_inside([*node.body, *node.elif_, *node.else_])


class _Counting(NodeTransformer):
    """Keep these variables in a namespace, which loops can change."""

    def __init__(self, names: set[str]) -> None:
        self._names = names

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802 - the name that Jinja calls
        """Read and write the variable where it is kept."""
        if node.name not in self._names:
            return node
        if node.ctx == "store":
            return nodes.NSRef(KEPT, node.name, lineno=node.lineno)
        return nodes.Getattr(
            nodes.Name(KEPT, "load", lineno=node.lineno), node.name, "load", lineno=node.lineno
        )

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802 - as above
        """A macro has variables of its own."""
        return node

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - as above
        """A loop over a variable of this name hides it."""
        targets = {name.name for name in node.target.find_all(nodes.Name)}
        if isinstance(node.target, nodes.Name):
            targets.add(node.target.name)
        hidden = targets & self._names
        if hidden:
            _Counting(self._names - hidden).visit(node)
            return node
        self.generic_visit(node)
        return node
