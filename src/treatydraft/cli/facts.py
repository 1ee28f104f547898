"""`treatydraft facts`: what specs and received documents say, each with its clause."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydraft.cli.documents import documents
from treatydraft.cli.options import DEFAULT_PACK, Files, Force, Out, Revisions, VocabularyPack
from treatydraft.cli.reporting import chosen, faults
from treatydraft.cli.results import write_result
from treatydraft.cli.vocabulary import vocabulary_for

if TYPE_CHECKING:
    from treatydraft.document import tree

_FORMATS = ("text", "json")
_WIDTH = 100  # columns where the terminal does not say


def facts(  # noqa: PLR0913 - each is an option of the command
    files: Files,
    *,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="FORMAT", help="text or json.  [default: text, or what --out ends in]"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --to json.")] = False,
    out: Out = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            "--field", metavar="FIELD", help="Only this field and those below it: term, consultation.within."
        ),
    ] = None,
    revisions: Revisions = "accepted",
    pack: VocabularyPack = DEFAULT_PACK,
    force: Force = False,
) -> None:
    """Say what agreements say: term, notice, consultation, money, areas.

    Each fact comes with its clause and the words that say it. What a text does not state is not shown, and
    nothing is guessed.

    Example: treatydraft facts received.docx --field consultation
    """
    form = "json" if as_json else _format(to, out)
    found = list(documents(files, revisions=revisions))
    asked = tuple(field or ())
    with faults():
        text = _json_text(found, pack, asked) if form == "json" else "\n".join(_texts(found, pack, asked))
        write_result(text.encode(), out, files, force=force)


def _format(to: str | None, out: Path | None) -> str:
    if to is None:
        return "json" if out is not None and out.suffix.lower() == ".json" else _FORMATS[0]
    return chosen("--to", to, _FORMATS)


def _json_text(found: "list[tuple[Path, tree.Document]]", pack: str, fields: tuple[str, ...]) -> str:
    results = [_json(document, pack, fields) for _, document in found]
    many = {"treatydraft": 1, "kind": "results", "results": results}
    return json.dumps(results[0] if len(results) == 1 else many, indent=2, ensure_ascii=False) + "\n"


def _json(document: "tree.Document", pack: str, fields: tuple[str, ...]) -> dict[str, object]:
    from treatydraft.facts import facts_json

    result = facts_json(document, vocabulary_for(document, pack))
    return {
        **result,
        "facts": {name: found for name, found in result["facts"].items() if _is_asked(name, fields)},
    }


def _texts(found: "list[tuple[Path, tree.Document]]", pack: str, fields: tuple[str, ...]) -> Iterator[str]:
    from treatydraft.document import tree
    from treatydraft.facts import facts_of
    from treatydraft.reports.facts_text import facts_text

    width = shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH
    for path, document in found:
        stated = facts_of(document, vocabulary_for(document, pack))
        asked = {name: facts for name, facts in stated.items() if _is_asked(name, fields)}
        yield facts_text(f"{path}: {tree.plain(document.title)}", asked, width=width)


def _is_asked(name: str, fields: tuple[str, ...]) -> bool:
    return not fields or any(name == field or name.startswith(f"{field}.") for field in fields)
