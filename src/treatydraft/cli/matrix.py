"""`treatydraft matrix`: many agreements against each other."""

from typing import TYPE_CHECKING, Annotated

import typer

from treatydraft.cli.documents import documents
from treatydraft.cli.formats import asked_format, json_bytes, screen_width
from treatydraft.cli.options import DEFAULT_PACK, Files, Force, Out, Revisions, VocabularyPack
from treatydraft.cli.reporting import fail, faults
from treatydraft.cli.results import write_result
from treatydraft.cli.vocabulary import vocabulary_for

if TYPE_CHECKING:
    from treatydraft.comparison.matrix import Matrix
    from treatydraft.document import tree

_FORMATS = ("text", "md", "html", "csv", "xlsx", "json")
_AREAS, _TOPICS = "areas", "topics"


def matrix(  # noqa: PLR0913 - each is an option of the command
    files: Files,
    *,
    rows: Annotated[
        str | None,
        typer.Option(
            "--rows",
            metavar="NAMES",
            help="What to ask: fields with commas between (term,consultation.within), areas, or topics."
            "  [default: the usual fields]",
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="text, md, html, csv, xlsx or json.  [default: text, or what --out ends in]",
        ),
    ] = None,
    out: Out = None,
    revisions: Revisions = "accepted",
    pack: VocabularyPack = DEFAULT_PACK,
    force: Force = False,
) -> None:
    """Put agreements side by side, fact by fact.

    What an agreement does not state is left open. A value that differs from what most say is marked, in
    HTML each cell opens to the words that say it.

    Example: treatydraft matrix specs/*.yaml --rows term,consultation --to html --out matrix.html
    """
    form = asked_format(to, out, _FORMATS, binary=("xlsx",))
    found = [document for _, document in documents(files, revisions=revisions)]
    with faults():
        made = _matrix(found, (rows or "").strip(), pack)
        write_result(_rendered(made, form), out, files, force=force)


def _matrix(found: "list[tree.Document]", rows: str, pack: str) -> "Matrix":
    from treatydraft.comparison.matrix import Column, fact_matrix, topic_matrix, value_matrix
    from treatydraft.document import tree
    from treatydraft.facts import facts_of, topics

    columns = [Column(document.id, tree.plain(document.title)) for document in found]
    vocabularies = [vocabulary_for(document, pack) for document in found]
    pairs = list(zip(found, vocabularies, strict=True))
    if rows == _TOPICS:
        return topic_matrix(columns, found, [topics(document, words) for document, words in pairs])
    facts = [facts_of(document, words) for document, words in pairs]
    area_field = next((words.area_field for words in vocabularies if words.area_field), "")
    if rows == _AREAS:
        return value_matrix(columns, facts, area_field)
    names = [name.strip() for name in rows.split(",") if name.strip()]
    made = fact_matrix(columns, facts, names, apart=area_field)
    if names and not made.rows:
        fail(
            f"--rows: none of these agreements states {' or '.join(names)}; there are "
            f"{', '.join(sorted({name for one in facts for name in one}))}, {_AREAS} and {_TOPICS}"
        )
    return made


def _rendered(made: "Matrix", form: str) -> bytes:
    from treatydraft.reports import matrix_files, matrix_html, matrix_text

    match form:
        case "md":
            return matrix_files.matrix_markdown(made).encode()
        case "html":
            return matrix_html.matrix_html(made).encode()
        case "csv":
            return matrix_files.matrix_csv(made).encode()
        case "xlsx":
            from treatydraft import api

            return matrix_files.matrix_xlsx(made, api.source_date())
        case "json":
            return json_bytes(matrix_files.matrix_json(made))
        case _:
            return matrix_text.matrix_text(made, width=screen_width(_WIDE)).encode()


_WIDE = 120  # columns in a pipe or a file
