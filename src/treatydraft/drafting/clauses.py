"""One clause file and a spec → the blocks of text that it gives, or nothing where it does not apply."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Template, Undefined, pass_context
from jinja2.runtime import Context

from treatydraft.document import tree
from treatydraft.drafting.filters import FILTERS, WORDING
from treatydraft.drafting.markup import Block, MarkupError, blocks
from treatydraft.drafting.phrases import marked, unmarked_text
from treatydraft.drafting.wording import Wording
from treatydraft.packs import ClauseSource
from treatydraft.sandbox import Sandbox, TemplateFault, compiled, rendered, sandbox


@pass_context  # keeps Jinja from folding a value into the compiled template
def _finalize(_context: Context, value: object) -> str:
    if type(value) is Undefined:  # an `a if b` without `else`; unknown names are of a strict class and fail
        return ""
    return marked(value)


@lru_cache(maxsize=1)
def environment() -> Sandbox:
    """The environment of clause files; it holds no state of a draft."""
    return sandbox(FILTERS, finalize=_finalize)


@dataclass(frozen=True, slots=True)
class Part:
    """What the clauses of one part of an instrument see: the body, or one annex."""

    wording: Wording
    context: Mapping[str, object]


def part(wording: Wording, spec: object, extra: Mapping[str, object]) -> Part:
    """The names that a clause file can use: `spec`, `parties`, `w`, `register` and those in `extra`."""
    context = {
        **extra,
        "spec": spec,
        "parties": wording.parties,
        "party_ids": tuple(party["id"] for party in wording.parties),
        "w": wording.words,
        "comma": "," if wording.style.serial_comma else "",  # before the last member of a list
        "register": wording.register,
        "binding": wording.register == "binding",
        "political": wording.register == "political",
        WORDING: wording,
    }
    return Part(wording, context)


def applies(source: ClauseSource, place: Part) -> bool:
    """Whether the front matter's `when` holds for this spec."""
    template = _compiled(f"{{% if {source.when} %}}yes{{% endif %}}", source.file)
    return rendered(template, place.context, source.file) == "yes"


def heading(source: ClauseSource, place: Part) -> str:
    """The heading in the register of the part; empty where the clause has none."""
    pattern = source.heading.get(place.wording.register, "")
    text = unmarked_text(rendered(_compiled(pattern, source.file), place.context, source.file))
    return place.wording.respell(text)


def clause_blocks(source: ClauseSource, place: Part) -> list[Block]:
    """The paragraphs and lists of a clause; raises `TemplateFault` with the line of the file."""
    # Blank lines in front keep the line numbers of the file in messages about the body.
    template = _compiled("\n" * (source.first_line - 1) + source.body, source.file)
    text = rendered(template, place.context, source.file)
    try:
        return blocks(text, lambda words: tree.Text(place.wording.respell(words)))
    except MarkupError as error:
        raise TemplateFault(source.file, 0, str(error)) from None


@lru_cache(maxsize=512)
def _compiled(source: str, name: str) -> Template:
    return compiled(environment(), source, name)
