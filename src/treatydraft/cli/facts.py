"""`treatydraft facts`: what specs and received documents say, each with its clause."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from treatydraft.cli.documents import documents
from treatydraft.cli.formats import asked_format, json_results, screen_width
from treatydraft.cli.options import DEFAULT_PACK, Files, Force, Out, Revisions, VocabularyPack
from treatydraft.cli.reporting import faults
from treatydraft.cli.results import write_result
from treatydraft.cli.vocabulary import vocabulary_for

if TYPE_CHECKING:
    from pathlib import Path

    from treatydraft.document import tree

_FORMATS = ("text", "json")


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
    form = "json" if as_json else asked_format(to, out, _FORMATS)
    found = list(documents(files, revisions=revisions))
    asked = tuple(field or ())
    with faults():
        if form == "json":
            data = json_results([_json(document, pack, asked) for _, document in found])
        else:
            data = "\n".join(_texts(found, pack, asked)).encode()
        write_result(data, out, files, force=force)


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

    width = screen_width()
    for path, document in found:
        stated = facts_of(document, vocabulary_for(document, pack))
        asked = {name: facts for name, facts in stated.items() if _is_asked(name, fields)}
        yield facts_text(f"{path}: {tree.plain(document.title)}", asked, width=width)


def _is_asked(name: str, fields: tuple[str, ...]) -> bool:
    return not fields or any(name == field or name.startswith(f"{field}.") for field in fields)
