"""The matrix in each of its forms."""

import csv
import io
import json
import re
import zipfile

import jsonschema
import pytest
from lxml import html
from tests.comparison.facts import column, stated

from treatydraft.comparison.matrix import Matrix, fact_matrix
from treatydraft.reports.matrix_files import (
    matrix_csv,
    matrix_json,
    matrix_markdown,
    matrix_schema,
    matrix_xlsx,
)
from treatydraft.reports.matrix_html import matrix_html
from treatydraft.reports.matrix_text import matrix_text

HOSTILE = "=HYPERLINK(1)"


@pytest.fixture
def matrix() -> Matrix:
    facts = [
        stated({"term.length": "10 years", "term.from": "signature"}),
        stated({"term.length": "10 years"}),
        stated({"term.length": "5 years", "term.from": HOSTILE}),
    ]
    return fact_matrix([column("north"), column("south<b>"), column("east|west")], facts)


def test_text(matrix: Matrix) -> None:
    assert matrix_text(matrix, width=80) == (
        "             term length        term from\n"
        "───────────  ─────────────────  ─────────────\n"
        "north        10 years           signature\n"
        "south<b>     10 years           –\n"
        "east|west    * 5 years          =HYPERLINK(1)\n"
        "───────────  ─────────────────  ─────────────\n"
        "most common  10 years (2 of 3)\n"
        "\n"
        "* says something else than most   – not stated\n"
    )


@pytest.mark.parametrize("width", [40, 60, 120])
def test_text_fits_the_width(width: int) -> None:
    fields = {
        f"{name}.{'long_' * 3}name": "a value of some length, and more"
        for name in ("consultation", "quota", "area")
    }
    matrix = fact_matrix([column(f"agreement-{place}") for place in range(12)], [stated(fields)] * 12)
    assert max(map(len, matrix_text(matrix, width=width).splitlines())) <= max(width, 46)


def test_markdown_is_one_table(matrix: Matrix) -> None:
    lines = matrix_markdown(matrix).splitlines()
    assert lines[0] == "|  | north | south\\<b\\> | east\\|west | most common |"
    assert lines[2] == "| term length | 10 years | 10 years | \\* 5 years | 10 years (2 of 3) |"
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1


def test_json_follows_its_schema(matrix: Matrix) -> None:
    made = matrix_json(matrix)
    jsonschema.validate(json.loads(json.dumps(made)), matrix_schema())
    assert made["rows"][0]["cells"][2] == {
        "values": ["5 years"],
        "evidence": [{"label": "Article 1", "words": "words of 5 years"}],
        "outlier": True,
    }


def test_spreadsheets_hold_no_formula(matrix: Matrix) -> None:
    rows = list(csv.reader(io.StringIO(matrix_csv(matrix))))
    assert rows[3] == ["east|west", "5 years", f"'{HOSTILE}"]
    with zipfile.ZipFile(io.BytesIO(matrix_xlsx(matrix))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert HOSTILE in archive.read("xl/sharedStrings.xml").decode()


def test_workbook_has_the_same_bytes_each_time(matrix: Matrix) -> None:
    assert matrix_xlsx(matrix) == matrix_xlsx(matrix)


def test_page_opens_to_evidence_and_runs_nothing(matrix: Matrix) -> None:
    page = html.fromstring(matrix_html(matrix))
    assert not list(page.iter("script", "link", "img"))
    assert any("default-src 'none'" in meta.get("content", "") for meta in page.iter("meta"))
    assert [mark.text for mark in page.iter("mark")][1:] == ["5 years"]
    assert "".join(map(str, next(page.iter("li")).itertext())) == "Article 1 “words of 10 years”"
    assert [cell.text for cell in page.iter("th")][2] == "south<b>"
    assert sum(cell.get("class") == "none" for cell in page.iter("td")) == 1
