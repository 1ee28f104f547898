"""`treatydraft facts`: what specs and received documents say, each with its clause."""

import json
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from treatydraft.cli.documents import documents
from treatydraft.cli.options import DEFAULT_PACK, Files, Revisions, VocabularyPack
from treatydraft.cli.reporting import chosen
from treatydraft.cli.vocabulary import vocabulary_for

if TYPE_CHECKING:
    from pathlib import Path

    from treatydraft.document import tree

_FORMATS = ("text", "json")
_WIDTH = 100  # columns where the terminal does not say


def facts(  # noqa: PLR0913 - each is an option of the command
    files: Files,
    *,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="text or json.")] = _FORMATS[0],
    as_json: Annotated[bool, typer.Option("--json", help="The same as --to json.")] = False,
    field: Annotated[
        list[str] | None,
        typer.Option(
            "--field", metavar="FIELD", help="Only this field and those below it: term, consultation.within."
        ),
    ] = None,
    revisions: Revisions = "accepted",
    pack: VocabularyPack = DEFAULT_PACK,
) -> None:
    """Say what agreements say: term, notice, consultation, money, areas.

    Each fact comes with its clause and the words that say it. What a text does not state is not shown, and
    nothing is guessed.

    Example: treatydraft facts received.docx --field consultation
    """
    form = "json" if as_json else chosen("--to", to, _FORMATS)
    found = list(documents(files, revisions=revisions))
    results = [_json(document, pack, tuple(field or ())) for _, document in found]
    if form == "json":
        _print_json(results)
    else:
        typer.echo("\n".join(_texts(found, pack, tuple(field or ()))), nl=False)


def _print_json(results: list[dict[str, object]]) -> None:
    many = {"treatydraft": 1, "kind": "results", "results": results}
    typer.echo(json.dumps(results[0] if len(results) == 1 else many, indent=2, ensure_ascii=False))


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

    width = shutil.get_terminal_size((_WIDTH, 24)).columns
    for path, document in found:
        stated = facts_of(document, vocabulary_for(document, pack))
        asked = {name: facts for name, facts in stated.items() if _is_asked(name, fields)}
        yield facts_text(f"{path}: {tree.plain(document.title)}", asked, width=width)


def _is_asked(name: str, fields: tuple[str, ...]) -> bool:
    return not fields or any(name == field or name.startswith(f"{field}.") for field in fields)
