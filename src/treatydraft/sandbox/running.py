"""Compile and render a template of text, as clause files and Markdown are."""

from collections.abc import Mapping

from jinja2 import Template, TemplateSyntaxError

from treatydraft.sandbox.budget import Limits, spending
from treatydraft.sandbox.environment import Sandbox
from treatydraft.sandbox.faults import TemplateFault, fault, sentence
from treatydraft.sandbox.rewriting import BUDGET


def compiled(environment: Sandbox, source: str, name: str) -> Template:
    """Compile a template; raises `TemplateFault` with its line."""
    try:
        code = environment.compile(source, name=name, filename=name)
    except TemplateSyntaxError as error:
        raise TemplateFault(name, error.lineno, sentence(error.message or "syntax error")) from None
    return Template.from_code(environment, code, environment.make_globals(None))


def rendered(template: Template, context: Mapping[str, object], name: str) -> str:
    """Render a compiled template; raises `TemplateFault` with the line where it went wrong."""
    try:
        with spending(Limits()) as budget:
            return template.render({**context, BUDGET: budget})
    except Exception as error:  # noqa: BLE001 - `fault` gives back what is not a template's
        raise fault(error, name, tuple(context)) from None
