"""The engine as the tables use it: what it renders, and in which words it refuses."""

from collections.abc import Callable, Mapping

import pytest

from treatydraft.sandbox import TemplateFault, TemplateFaults
from treatydraft.word.package import PackageError
from treatydraft.word.template import WordTemplate

NAME = "letter.docx"


def rendered(
    template: bytes,
    context: Mapping[str, object] | None = None,
    filters: Mapping[str, Callable[..., object]] | None = None,
) -> bytes:
    """What a template makes of these values."""
    return WordTemplate(template, name=NAME, filters=filters).render(context or {})


def faults_of(template: bytes, context: Mapping[str, object] | None = None) -> tuple[TemplateFault, ...]:
    """What is wrong with a template or with its values; fails where nothing is."""
    with pytest.raises((TemplateFault, TemplateFaults)) as caught:
        rendered(template, context)
    if isinstance(caught.value, TemplateFaults):
        return tuple(caught.value.faults)
    assert isinstance(caught.value, TemplateFault)
    return (caught.value,)


def refusal(template: bytes, context: Mapping[str, object] | None = None) -> str:
    """The words in which the engine refuses, a line for each fault."""
    return "\n".join(map(str, faults_of(template, context)))


def refused_file(template: bytes) -> str:
    """Why a file is not taken as a template at all."""
    with pytest.raises(PackageError) as caught:
        rendered(template)
    return str(caught.value)


def rendered_or_refused(template: bytes, context: Mapping[str, object] | None = None) -> bytes | str:
    """What comes out, or in which words it is refused: for what an engine may do either way."""
    try:
        return rendered(template, context)
    except TemplateFault as fault:
        return str(fault)
    except TemplateFaults as faults:
        return "\n".join(map(str, faults.faults))
