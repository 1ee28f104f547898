"""The one environment in which templates and packs run."""

import math
from collections.abc import Callable, Iterator, Mapping, Sized
from contextlib import contextmanager
from decimal import Decimal
from types import CodeType
from typing import Any, Final

from jinja2 import BaseLoader, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from treatydraft.limits import current
from treatydraft.sandbox.faults import Strict
from treatydraft.sandbox.filters import check_length, harmless_filters
from treatydraft.sandbox.rewriting import Bounded, counting

_NUMBERS: Final = (int, float, Decimal)


class Trusted:
    """Objects of ours whose methods a template may call, under names that begin with `_`."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without ways out; `sets_count` lets a variable that is set in a loop keep its value."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    sets_count = False
    own_names: frozenset[str] = frozenset()  # those that begin with an underscore and are woven in

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        with _within_the_stack(name, filename):
            tree = super()._parse(source, name, filename)
            self._refuse_private(tree, name, filename)
            _refuse_endless_numbers(tree, name, filename)
            Bounded().visit(tree)
            return counting(tree) if self.sets_count else tree

    def _refuse_private(self, tree: nodes.Template, name: str | None, filename: str | None) -> None:
        for found in tree.find_all(nodes.Name):
            if found.name.startswith("_") and found.name not in self.own_names:
                message = f"{found.name!r} is not allowed in a template: no name may begin with _"
                raise TemplateSyntaxError(message, found.lineno, name, filename)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - as Jinja has it
    ) -> str:
        with _within_the_stack(name, filename):
            return super()._generate(source, name, filename, defer_init)

    def _compile(self, source: str, filename: str) -> CodeType:
        with _within_the_stack(filename, filename):
            return super()._compile(source, filename)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        """Refuse the sums with which a short template fills the memory."""
        if isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS):
            _check_numbers(operator, left, right)
        elif operator == "%":
            raise SecurityError("% makes no text here; use a filter")
        elif operator == "*":
            check_length(_length(left) * _length(right), "a product", "characters or members")
        elif operator == "+":
            check_length(_length(left) + _length(right), "a sum", "characters or members")
        return super().call_binop(context, operator, left, right)

    def call(self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, PYI063 - as Jinja has it
        """Call what may be called; the message shows no object of the interpreter."""
        if not self.is_safe_callable(__obj):
            raise SecurityError("nothing may be called here but macros and range")
        return __context.call(__obj, *args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as Jinja has it
        """Data comes before the methods of what holds it: `article.items` is the field of that name."""
        if isinstance(obj, Mapping) and attribute in obj and not attribute.startswith("_"):
            return obj[attribute]
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: object) -> bool:
        """Macros, `range`, and the helpers of a loop; filters are no calls."""
        return (
            isinstance(obj, Macro)
            or obj is self.globals["range"]
            or obj is self.globals["namespace"]
            or isinstance(obj, LoopContext)  # goes into the next level of a recursive loop
            or isinstance(getattr(obj, "__self__", None), LoopContext | Trusted)
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
    prints_escaped: bool = False,
) -> Sandbox:
    """A fresh environment with these filters beside Jinja's harmless ones.

    `finalize` turns each printed value into text; it is where a format escapes what a spec says. Where it
    does so for all values, `prints_escaped` spares escaping them once more.
    """
    environment = Sandbox(
        undefined=Strict,
        autoescape=autoescape,
        finalize=finalize,
        loader=loader,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # nothing of a template runs before its render, with its limits, begins
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    if prints_escaped:
        environment.code_generator_class = _FastGenerator
    environment.globals = {"range": _bounded_range, "namespace": environment.globals["namespace"]}
    environment.filters = {**harmless_filters(), **filters}
    return environment


def _refuse_endless_numbers(tree: nodes.Template, name: str | None, filename: str | None) -> None:
    """Refuse `1e999`, which Python reads as infinity and Jinja writes into its code as a name."""
    for found in tree.find_all(nodes.Const):
        if isinstance(found.value, float) and not math.isfinite(found.value):
            raise TemplateSyntaxError("a number of that size", found.lineno, name, filename)


@contextmanager
def _within_the_stack(name: str | None, filename: str | None) -> Iterator[None]:
    """Turn what a template does to the parser and to Python's own compiler into a fault of the template."""
    try:
        yield
    except (RecursionError, SyntaxError, MemoryError, OverflowError):
        message = "the tags of this template are nested too deeply, or one of them is too long"
        raise TemplateSyntaxError(message, 1, name, filename) from None
    except ValueError:  # what Python says of integers of thousands of digits
        raise TemplateSyntaxError("a number of that size", 1, name, filename) from None


class _FastGenerator(CodeGenerator):
    """Writes code that prints what `finalize` gives as it is, and reads the fields of plain data at once."""

    def _output_child_pre(
        self, _node: nodes.Expr, _frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(f"({finalize.src or ''}")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the name that Jinja calls
        """Ask a dictionary itself, as `Sandbox.getattr` would, and that for everything else."""
        if not isinstance(node.node, nodes.Name) or node.attr.startswith("_"):
            super().visit_Getattr(node, frame)
            return
        for code in ("(", f"[{node.attr!r}] if type(", f") is dict and {node.attr!r} in "):
            self.write(code)
            self.visit(node.node, frame)
        self.write(" else environment.getattr(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}))")


def _check_numbers(operator: str, left: Any, right: Any) -> None:  # noqa: ANN401 - numbers of any kind
    limits = current()
    if operator == "**" and (abs(right) > limits.template_power or abs(left) > limits.template_text):
        raise SecurityError("a power of that size")
    if operator == "*" and _bits(left) + _bits(right) > limits.template_bits:
        raise SecurityError("a number of that size")


def _bits(number: float | Decimal) -> int:
    return number.bit_length() if isinstance(number, int) else 0


def _length(value: object) -> int:
    return len(value) if isinstance(value, Sized) else abs(value) if isinstance(value, int) else 1


def _bounded_range(*arguments: int) -> range:
    numbers = range(*arguments)
    if len(numbers) > (most := current().template_range):
        raise SecurityError(f"range of {len(numbers)} numbers; at most {most} are allowed")
    return numbers
