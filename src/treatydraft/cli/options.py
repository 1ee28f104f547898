"""Arguments and options that several commands take."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

DEFAULT_PACK = "security-agreement"

Files: TypeAlias = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE…",
        help="Specs and documents in any mix: .yaml, .docx, .pdf, .md, .html, .txt, .json.",
        show_default=False,
        readable=False,
    ),
]
Revisions: TypeAlias = Annotated[
    str, typer.Option("--revisions", metavar="HOW", help="Tracked changes: accepted, rejected or kept.")
]
VocabularyPack: TypeAlias = Annotated[
    str,
    typer.Option("--pack", metavar="NAME", help="The template pack whose vocabulary received files have."),
]
Out: TypeAlias = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Where to write; else standard output.")
]
Force: TypeAlias = Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")]
