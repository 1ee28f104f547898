"""What a template of somebody's own can use: the spec, the document, and the filters of clause files."""

from collections.abc import Callable, Mapping
from functools import wraps

from treatydraft.document import tree
from treatydraft.document.json_form import to_json
from treatydraft.drafting.brief import brief
from treatydraft.drafting.filters import FILTERS
from treatydraft.drafting.phrases import Phrase
from treatydraft.packs import Pack
from treatydraft.spec import Spec


def template_names(
    spec: Spec, pack: Pack, document: tree.Document, *, alternat: str | None = None
) -> dict[str, object]:
    """The names that clause files have, and `document` in the form in which others read it as JSON.

    The words in citations are resolved in `document` only: a filter that cites has no numbers to cite.
    """
    context = brief(spec, pack, alternat).body_part().context
    return {**context, "document": to_json(document)}


def template_filters() -> Mapping[str, Callable[..., object]]:
    """The filters of clause files, for templates that print text: phrases come out as their words."""
    return {name: _as_words(function) for name, function in FILTERS.items() if name != "cite"}


def _as_words(function: Callable[..., object]) -> Callable[..., object]:
    @wraps(function)  # keeps the mark that makes Jinja pass the context
    def words(*arguments: object, **options: object) -> object:
        return _plain(function(*arguments, **options))

    return words


def _plain(value: object) -> object:
    match value:
        case Phrase():
            return str(value)
        case list():
            return [_plain(member) for member in value]
        case _:
            return value
