"""The matrix as one page without scripts and without a network: each cell opens to show its evidence."""

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from typing import Final

from markupsafe import escape

from treatydraft.comparison.matrix import Cell, Matrix, Row
from treatydraft.reports.matrix_text import NOT_STATED, commonly

_TITLE: Final = "Agreements against each other"


def matrix_html(matrix: Matrix) -> str:
    """A table with a row for each fact and a column for each agreement."""
    return "\n".join(_page(matrix)) + "\n"


def _page(matrix: Matrix) -> Iterator[str]:
    style = "\n" + files("treatydraft.reports").joinpath("matrix.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_TITLE}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"
    yield "<body>"
    yield f"<h1>{_TITLE}</h1>"
    yield (
        f"<p>{len(matrix.columns)} agreements, {len(matrix.rows)} questions. A cell opens to the words that"
        " say it. <mark>Marked</mark> cells say something else than most. “Not stated” means that the text"
        " does not say it.</p>"
    )
    yield '<div class="table" role="region" aria-label="The table" tabindex="0">'
    yield "<table>"
    yield from _head(matrix)
    yield "<tbody>"
    for row in matrix.rows:
        yield from _row(row, matrix)
    yield "</tbody>"
    yield "</table>"
    yield "</div>"
    yield "</body>"
    yield "</html>"


def _head(matrix: Matrix) -> Iterator[str]:
    yield "<thead>"
    yield "<tr>"
    yield '<th scope="col">Question</th>'
    for column in matrix.columns:
        yield f'<th scope="col" title="{escape(column.title)}">{escape(column.id)}</th>'
    yield '<th scope="col">Most common</th>'
    yield "</tr>"
    yield "</thead>"


def _row(row: Row, matrix: Matrix) -> Iterator[str]:
    yield "<tr>"
    yield f'<th scope="row">{escape(row.title)}</th>'
    for cell, column in zip(row.cells, matrix.columns, strict=True):
        yield _cell(cell, f"{column.id}, {row.title}")
    yield f'<td class="common">{escape(commonly(row))}</td>'
    yield "</tr>"


def _cell(cell: Cell, name: str) -> str:
    if not cell.values:
        return f'<td class="none"><span aria-label="not stated">{NOT_STATED}</span></td>'
    said = escape(", ".join(cell.values))
    shown = f"<mark>{said}</mark>" if cell.is_outlier else said
    words = "".join(f"<li><b>{escape(one.label)}</b> “{escape(one.words)}”</li>" for one in cell.evidence)
    if not words:
        return f"<td>{shown}</td>"
    return (
        f'<td><details><summary aria-label="{escape(name)}: {said}">{shown}</summary>'
        f"<ul>{words}</ul></details></td>"
    )
