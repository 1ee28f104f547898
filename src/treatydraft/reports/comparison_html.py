"""A comparison as one page that needs nothing beside it: side by side, to filter, to search, to print."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import Final

from treatydraft.comparison.result import Comparison
from treatydraft.reports.comparison_controls import controls, help_text
from treatydraft.reports.comparison_rows import rows
from treatydraft.reports.comparison_runs import one_line
from treatydraft.reports.comparison_summary import summary
from treatydraft.reports.comparison_words import side_names

_TITLE: Final = "Comparison"


def comparison_html(comparison: Comparison) -> str:
    """The page; without scripts all of it is seen, with them it can be filtered and gone through by keys."""
    return "\n".join(_page(comparison)) + "\n"


def comparison_body(comparison: Comparison) -> str:
    """What the page shows, without its style and its script."""
    return "\n".join(_body(comparison)) + "\n"


def _page(comparison: Comparison) -> Iterator[str]:
    style, script = _file("comparison.css"), _file("comparison.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    names = (one_line(source.title or source.name) for source in (comparison.old, comparison.new))
    title = " – ".join(dict.fromkeys(filter(None, names)))
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(f'{_TITLE}: {title}' if title else _TITLE)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"
    yield "<body>"
    yield from _body(comparison)
    yield f"<script>{script}</script>"
    yield "</body>"
    yield "</html>"


def _body(comparison: Comparison) -> Iterator[str]:
    yield '<a class="skip" href="#clauses">Skip to the clauses</a>'
    yield '<header class="title">'
    yield f"<h1>{_TITLE}</h1>"
    yield '<dl class="texts">'
    for name, source in zip(side_names(comparison.mode), (comparison.old, comparison.new), strict=True):
        title, file = escape(one_line(source.title)), escape(one_line(source.name))
        below = f" <i>{file}</i>" if title else ""
        yield f'<div><dt>{name}</dt><dd><b dir="auto">{title or file or "(no title)"}</b>{below}</dd></div>'
    yield "</dl>"
    yield "</header>"
    yield from summary(comparison)
    yield from controls(comparison)
    yield '<main id="clauses" tabindex="-1">'
    yield '<h2 class="aside">Clause by clause</h2>'
    yield from rows(comparison)
    yield '<p class="nothing" hidden>Nothing is left to show.'
    yield '<button type="button" data-do="all">Show all changes</button></p>'
    yield "</main>"
    yield from help_text()


def _file(name: str) -> str:
    return files("treatydraft.reports").joinpath(name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
