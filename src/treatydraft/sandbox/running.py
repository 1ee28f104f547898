"""Compile and render a template of text, as clause files and Markdown are."""

import re
from collections.abc import Mapping
from typing import Final

from jinja2 import Template, TemplateSyntaxError

from treatydraft.limits import current
from treatydraft.sandbox.budget import Limits, spending
from treatydraft.sandbox.environment import Sandbox
from treatydraft.sandbox.faults import TemplateFault, fault, sentence
from treatydraft.sandbox.rewriting import BUDGET

_TAG: Final = re.compile(r"\{[{%].*?(?:[%}]\}|\Z)", re.DOTALL)


def check_tags(count: int, characters: int, name: str) -> None:
    """Refuse a template with more tags than compiling them is worth; raises `TemplateFault`."""
    limits = current()
    if count > limits.template_tags:
        raise TemplateFault(name, 0, f"the template holds more than {limits.template_tags:,} tags")
    if characters > limits.template_code:
        message = f"the tags of the template hold more than {limits.template_code:,} characters"
        raise TemplateFault(name, 0, message)


def compiled(environment: Sandbox, source: str, name: str) -> Template:
    """Compile a template; raises `TemplateFault` with its line."""
    tags = _TAG.findall(source)
    check_tags(len(tags), sum(map(len, tags)), name)
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
