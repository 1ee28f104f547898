"""The matrix as files that other programs open: JSON, Markdown, CSV and Excel."""

import csv
import io
import re
from datetime import UTC, datetime
from typing import Any, Final

from treatydraft.comparison.matrix import Cell, Matrix
from treatydraft.reports.comparison_runs import one_line
from treatydraft.reports.matrix_text import NOT_STATED, commonly, shown
from treatydraft.writers.markdown import escape

_HEADER: Final = {"treatydraft": 1, "kind": "matrix"}
_FIRST: Final = "agreement"
_COMMON: Final = "most common"
# What a spreadsheet takes for a formula, in full width too, with or without blanks before it.
_FORMULA: Final = re.compile(r"\s?[=+\-@＝＋－＠]")
_BLANKS: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_EARLIEST: Final = datetime(1980, 1, 1, tzinfo=UTC)  # for the same file every time
_WIDTH: Final = 26  # characters of a column


def matrix_json(matrix: Matrix) -> dict[str, Any]:
    """All cells with their evidence, in the form that other programs build on."""
    return {
        **_HEADER,
        "columns": [{"id": column.id, "title": column.title} for column in matrix.columns],
        "rows": [
            {
                "name": row.name,
                "common": list(row.common),
                "agreeing": row.agreeing,
                "stated": row.stated,
                "cells": [_cell_json(cell) for cell in row.cells],
            }
            for row in matrix.rows
        ],
    }


def matrix_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `matrix_json` gives."""
    text, number = {"type": "string"}, {"type": "integer", "minimum": 0}
    texts = {"type": "array", "items": text}
    evidence = _object({"label": text, "words": text})
    cell = _object(
        {
            "values": texts,
            "evidence": {"type": "array", "items": evidence},
            "outlier": {"type": "boolean", "description": "Whether it says something else than most"},
        }
    )
    row = _object(
        {
            "name": {"type": "string", "description": "A dotted field, a value of a list, or a topic"},
            "common": {**texts, "description": "What most say; empty where nothing leads"},
            "agreeing": number,
            "stated": number,
            "cells": {"type": "array", "items": cell, "description": "One for each column"},
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "treatydraft matrix",
        **_object(
            {
                **{name: {"const": value} for name, value in _HEADER.items()},
                "columns": {"type": "array", "items": _object({"id": text, "title": text})},
                "rows": {"type": "array", "items": row},
            }
        ),
    }


def matrix_markdown(matrix: Matrix) -> str:
    """A table with a row for each fact, which a code review shows well."""
    head = ["", *(column.id for column in matrix.columns), _COMMON]
    lines = [
        _markdown_row(head),
        f"|{' --- |' * len(head)}",
        *(_markdown_row([row.title, *map(shown, row.cells), commonly(row)]) for row in matrix.rows),
    ]
    return "\n".join(lines) + "\n"


def matrix_csv(matrix: Matrix) -> str:
    """A line for each agreement; what a spreadsheet would take for a formula is made a text."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([[_inert(text) for text in row] for row in _table(matrix)])
    return buffer.getvalue()


def matrix_xlsx(matrix: Matrix, created: datetime | None = None) -> bytes:
    """A workbook with a row for each agreement; its cells are texts, never formulas."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who asks for a workbook waits for it

    buffer = io.BytesIO()
    with Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        moment = (created or _EARLIEST).replace(tzinfo=None)  # the library knows no zones
        book.set_properties({"title": "Agreements against each other", "created": moment})
        sheet = book.add_worksheet("Matrix")
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        bold = book.add_format({"text_wrap": True, "valign": "top", "bold": True})
        marked = book.add_format({"text_wrap": True, "valign": "top", "bold": True, "bg_color": "#FFF2CC"})
        for line, row in enumerate(_table(matrix)):
            for place, text in enumerate(row):
                outlier = (
                    0 < line <= len(matrix.columns) and place > 0 and _is_outlier(matrix, line - 1, place - 1)
                )
                look = marked if outlier else bold if not line or not place else plain
                sheet.write_string(line, place, text, look)
        sheet.set_column(0, len(matrix.rows), _WIDTH)
        sheet.freeze_panes(1, 1)
    return buffer.getvalue()


def _table(matrix: Matrix) -> list[list[str]]:
    """The head, a row for each agreement, and what most of them say."""
    rows = [[_FIRST, *(row.title for row in matrix.rows)]]
    for place, column in enumerate(matrix.columns):
        rows.append([column.id, *(_values(row.cells[place]) for row in matrix.rows)])
    return [*rows, [_COMMON, *map(commonly, matrix.rows)]]


def _values(cell: Cell) -> str:
    return ", ".join(cell.values) or NOT_STATED


def _is_outlier(matrix: Matrix, column: int, row: int) -> bool:
    return matrix.rows[row].cells[column].is_outlier


def _cell_json(cell: Cell) -> dict[str, Any]:
    evidence = [{"label": one.label, "words": one.words} for one in cell.evidence]
    return {"values": list(cell.values), "evidence": evidence, "outlier": cell.is_outlier}


def _markdown_row(texts: list[str]) -> str:
    return f"| {' | '.join(escape(one_line(text)) for text in texts)} |"


def _inert(text: str) -> str:
    """The text on one line, since a cell that breaks could begin anew with a formula."""
    line = _BLANKS.sub(" ", text)
    return f"'{line}" if _FORMULA.match(line) else line


def _object(members: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }
