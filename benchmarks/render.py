"""Render a 15-page Word document: treatydraft's engine against docxtpl, per document on one core.

The template and its values are made here: articles with paragraphs and items in loops, a table whose
rows are a loop, and tags in header and footer. All ways take turns, so that a busy machine slows all of them;
what counts is the processor time of the fastest run of each. Ends with 1 where a target is missed.

The engine keeps the survey of what is left of a part when words and repeats are left out, so the pass is
measured as it is for all documents of a template but those in which something new stands.
"""

import argparse
import gc
import io
import os
import random
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.shared import Pt
from docxtpl import DocxTemplate
from lxml import etree

from treatydraft.word import markup
from treatydraft.word.archive import LEVEL
from treatydraft.word.template import WordTemplate

ARTICLES: Final = 22
ROWS: Final = 30
FASTER_PARSED: Final = 15
FASTER_CHECKED: Final = 10
MOST_OVER_FLOOR: Final = 3
TURN: Final = 5  # runs of a way before it is the next one's turn: nobody renders a single document
DOCXTPL: Final = "docxtpl, an object per document (as documented)"
KEPT: Final = "docxtpl, the object kept"
BARE: Final = "treatydraft, no checks"
PARSED: Final = "treatydraft, strict parse"
CHECKED: Final = "treatydraft, strict parse and structural pass"
FLOOR: Final = f"deflate of the changed parts, level {LEVEL}"

# Words are drawn one by one: text made of whole phrases would pack three times as fast as that of a treaty.
_VOCABULARY: Final = """
accession access aircraft amendment annex application appropriate arbitration archive assistance
authority benefit border budget campaign capacity certificate charter circumstances claim climate
commission committee communication compensation competent concern conclude conditions conference
confidential consent consular consult contribution cooperation cost council currency customs damage
declaration defence delay delivery depositary designate development diplomatic dispute document duty
economic emergency energy enforcement entry environment equipment evidence exchange exercise expert
expenses facilitate facility final financial force forces freedom funds goods government guarantee
health humanitarian immunity implementation import industry information infrastructure inspection
institution instrument integrity intelligence interest international invest investment judgment
jurisdiction language law legislation liability licence market material maritime measure member military
ministry mission mutual national nationals navigation negotiation notice notification obligation offence
official operation organisation origin partner passage payment peace penalty period permit personnel
port principle privilege procedure procurement product programme project property protection protocol
provision public purpose ratification reciprocity recognition reconstruction recovery reform region
registration regulation relation relief representative request requirement research reservation resident
resolution resource respect responsibility restriction review right rule safety sanction secretariat
security service settlement sovereignty standard state statement support suspension taxation technical
termination territory text third trade training transfer transit transport treaty tribunal undertaking
validity vessel violation visa water withdrawal witness written
"""
_SMALL: Final = "the the the of of and to in shall for by with any its or a an as be under"
_WORDS: Final = _VOCABULARY.split()
_SMALL_WORDS: Final = _SMALL.split()
_SMALL_SHARE: Final = 0.4  # as in English prose


# --- The document -------------------------------------------------------------------------------------------


def template() -> bytes:
    """A template in docxtpl's dialect, as python-docx writes it."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(12)  # as agreements are set
    document.add_heading("{{ title }}", 0)
    opening = document.add_paragraph("Done at {{ place }} on {{ date }} between ")
    opening.add_run("{{ first }}").bold = True
    opening.add_run(" and ")
    opening.add_run("{{ second }}").bold = True
    for text, style in (
        ("{%p for article in articles %}", None),
        ("Article {{ loop.index }}. {{ article.title }}", "Heading 1"),
        ("{%p for text in article.texts %}", None),
        ("{{ text }}", None),
        ("{%p endfor %}", None),
        ("{%p for item in article.duties %}", None),
        ("{{ item.term }} means {{ item.meaning }};", "List Bullet"),
        ("{%p endfor %}", None),
        ("{%p endfor %}", None),
    ):
        document.add_paragraph(text, style)
    _table(document)
    document.sections[0].header.paragraphs[0].text = "{{ title }}"
    document.sections[0].footer.paragraphs[0].text = "{{ place }}, {{ date }}"
    return _saved(document)


def _table(document: Document) -> None:
    table = document.add_table(rows=4, cols=3)
    table.style = "Table Grid"
    texts = (
        ("No.", "Programme", "Amount"),
        ("{%tr for row in rows %}", "", ""),
        ("{{ row.number }}", "{{ row.name }}", "{{ row.amount }}"),
        ("{%tr endfor %}", "", ""),
    )
    for row, cells in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def _saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def values() -> dict[str, object]:
    """What the template is filled with: the same words in every run."""
    choose = random.Random(2024)  # noqa: S311 - nothing here is secret
    return {
        "title": "Agreement on Mutual Assistance & Transit",
        "place": "Geneva",
        "date": "13 June 2024",
        "first": "the Republic of Arcadia",
        "second": "the Kingdom of Ruritania",
        "articles": [_article(choose) for _ in range(ARTICLES)],
        "rows": [
            {"number": str(row), "name": _phrase(choose, 4), "amount": f"{choose.randrange(10**7):,}"}
            for row in range(1, ROWS + 1)
        ],
    }


def _article(choose: random.Random) -> dict[str, object]:
    return {
        "title": _phrase(choose, 3).title(),
        "texts": [" ".join(_sentence(choose) for _ in range(2)) for _ in range(3)],
        "duties": [
            {"term": f"“{_phrase(choose, 2)}”", "meaning": _phrase(choose, choose.randrange(8, 20))}
            for _ in range(4)
        ],
    }


def _sentence(choose: random.Random) -> str:
    return f"{_phrase(choose, choose.randrange(12, 30)).capitalize()}."


def _phrase(choose: random.Random, length: int) -> str:
    kinds = choose.choices((_SMALL_WORDS, _WORDS), (_SMALL_SHARE, 1 - _SMALL_SHARE), k=length)
    return " ".join(map(choose.choice, kinds))


# --- The ways -----------------------------------------------------------------------------------------------


class _Unchecked(WordTemplate):
    """The engine without a look at what it rendered."""

    def _check(self, changed: Mapping[str, bytes]) -> None:
        pass


class _Parsed(WordTemplate):
    """The engine with the strict parse alone."""

    def _check(self, changed: Mapping[str, bytes]) -> None:
        for part, content in changed.items():
            if part.endswith((".xml", ".rels")):
                markup.check(content)


def ways(data: bytes, context: Mapping[str, object]) -> dict[str, Callable[[], bytes]]:
    """How to make the document, by name; each call makes it once."""
    kept = DocxTemplate(io.BytesIO(data))
    engines = {BARE: _Unchecked(data), PARSED: _Parsed(data), CHECKED: WordTemplate(data)}
    changed = _changed(data, engines[CHECKED].render(context))

    def ours(engine: WordTemplate) -> Callable[[], bytes]:
        return lambda: engine.render(context)

    return {
        DOCXTPL: lambda: _docxtpl(DocxTemplate(io.BytesIO(data)), context),
        KEPT: lambda: _docxtpl(kept, context),
        **{name: ours(engine) for name, engine in engines.items()},
        FLOOR: lambda: b"".join(zlib.compress(content, LEVEL, -zlib.MAX_WBITS) for content in changed),
    }


def _docxtpl(peer: DocxTemplate, context: Mapping[str, object]) -> bytes:
    peer.render(dict(context), autoescape=True)
    buffer = io.BytesIO()
    peer.save(buffer)
    return buffer.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _changed(before: bytes, after: bytes) -> list[bytes]:
    old = _parts(before)
    return [content for part, content in _parts(after).items() if old.get(part) != content]


# --- The measure --------------------------------------------------------------------------------------------


def measure(made: Mapping[str, Callable[[], bytes]], rounds: int) -> tuple[dict[str, float], set[bytes]]:
    """The fastest run of each way in milliseconds, and the different files that our engine made."""
    best = dict.fromkeys(made, float("inf"))
    ours: set[bytes] = set()
    for name, make in list(made.items()) * rounds:
        gc.collect()
        for _ in range(TURN):
            start = time.process_time()
            result = make()
            best[name] = min(best[name], (time.process_time() - start) * 1000)
            if name in {BARE, PARSED, CHECKED}:
                ours.add(result)
    return best, ours


def words(data: bytes) -> list[str]:
    """The text of each paragraph of the main part."""
    root = etree.fromstring(_parts(data)["word/document.xml"])
    return ["".join(map(str, found.itertext(markup.name("w:t")))) for found in root.iter(markup.name("w:p"))]


def verdicts(best: Mapping[str, float], files: int) -> list[tuple[bool, str]]:
    """What is to be shown, and whether it was."""
    parsed, checked = (best[DOCXTPL] / best[way] for way in (PARSED, CHECKED))
    over = best[CHECKED] / best[FLOOR]
    return [
        (
            parsed >= FASTER_PARSED,
            f"with the strict parse {parsed:.1f}x as fast as docxtpl: {FASTER_PARSED}x",
        ),
        (checked >= FASTER_CHECKED, f"with the pass too {checked:.1f}x as fast: {FASTER_CHECKED}x"),
        (
            over <= MOST_OVER_FLOOR,
            f"with both {over:.2f}x the time of the deflate alone: at most {MOST_OVER_FLOOR}x",
        ),
        (files == 1, f"{files} different files in all runs: 1"),
    ]


def main() -> int:
    """Measure, print and judge."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=20, help="turns of each way")
    options.add_argument("--save", help="write our document here")
    arguments = options.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    data, context = template(), values()
    made = ways(data, context)
    peer, own = made[DOCXTPL](), made[CHECKED]()
    if words(peer) != words(own):
        raise SystemExit("docxtpl and treatydraft print different words")
    if arguments.save:
        Path(arguments.save).write_bytes(own)
    best, files = measure(made, arguments.rounds)
    return report(best, files)


def report(best: Mapping[str, float], files: set[bytes]) -> int:
    """Print the table and the verdicts; 1 where a target is missed."""
    width = max(map(len, best))
    print(f"{'':{width}}      ms  docxtpl is  over the floor")
    for name, milliseconds in best.items():
        slower, over = best[DOCXTPL] / milliseconds, milliseconds / best[FLOOR]
        print(f"{name:{width}}  {milliseconds:6.2f}  {slower:9.1f}x  {over:13.2f}x")
    results = verdicts(best, len(files))
    for met, text in results:
        print("met   " if met else "MISSED", text)
    return 0 if all(met for met, _ in results) else 1


if __name__ == "__main__":
    sys.exit(main())
