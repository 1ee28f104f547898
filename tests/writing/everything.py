"""Write all that can be written and print the hash of each: `python -m tests.writing.everything JOBS SIZE`.

It is run in many environments, where the current folder is an empty one; the hashes are to be the same.
"""

import hashlib
import json
import sys
from pathlib import Path

from tests.cli.runner import JAPAN, US, treatydraft

RECEIVED = """Agreement on fish between Åland and the Côte d’Ivoire

Article 1

This Agreement is valid for ten years. İstanbul and Iğdır are not “cod”.

Article 2

The Parties shall consult within 24 hours.
"""
FEW = (
    "render us.yaml other.yaml japan.yaml --to docx,md,html,json,txt --jobs {jobs} --out {out}",
    "read received.txt --to spec --out {out}/received.yaml",
    "diff us.yaml other.yaml --out {out}/d.docx",
    "diff received.txt {out}/other.docx --out {out}/d.html",
    "diff received.txt note.md --out {out}/d.md",
    "diff received.txt note.md --json",
    "matrix us.yaml received.txt --out {out}/m.html",
    "matrix received.txt --out {out}/m.xlsx",
    "facts us.yaml --json",
    "facts received.txt",
)
MORE = (
    "render us.yaml japan.yaml other.yaml --to pdf --jobs {jobs} --out {out}",
    "render us.yaml --to md,docx --alternat all --out {out}/originals",
    "render us.yaml --template note.md --out {out}/own",
    "new fish --party US,UA --out {out}/new",
    "read received.txt --out {out}/received.docx",
    "read received.txt --out {out}/received.json",
    "read {out}/us-ukraine-2024.docx --to spec --out {out}/us.yaml",
    "diff us.yaml {out}/other.docx --to json",
    "diff us.yaml japan.yaml --out {out}/us-japan.html",
    "diff us.yaml japan.yaml --out {out}/us-japan.md",
    "diff us.yaml japan.yaml",
    "matrix us.yaml japan.yaml received.txt --out {out}/m.csv",
    "matrix us.yaml japan.yaml received.txt --rows areas --to json",
    "matrix us.yaml japan.yaml received.txt --rows topics",
    "facts us.yaml received.txt",
    "schema spec",
    "validate us.yaml japan.yaml",
)


def main(jobs: str, size: str) -> None:
    """Write into a folder whose name is that of the current one, and print what came of it."""
    us = US.read_text(encoding="utf-8")
    for name, text in {
        "us.yaml": us,
        "japan.yaml": JAPAN.read_text(encoding="utf-8"),
        "other.yaml": us.replace("us-ukraine-2024", "other", 1).replace("6 months", "7 months"),
        "received.txt": RECEIVED,
        "note.md": "{{ notice }}\n\n{{ spec.instrument.title }}\n",
    }.items():
        Path(name).write_text(text, encoding="utf-8")
    out = Path.cwd().name
    found = {}
    for command in FEW if size == "few" else FEW + MORE:
        run = treatydraft(*command.format(jobs=jobs, out=out).split())
        assert run.status in (0, 1), (command, run.err)
        said = f"{run.status} {run.out} {run.err}".replace(f"{out}/", "")
        found[command] = hashlib.sha256(said.encode()).hexdigest()
    for path in sorted(Path(out).rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if path.suffix in (".yaml", ".html"):  # which say where they lie, or what they were made of
                data = data.replace(f"{out}/".encode(), b"")
            found[path.relative_to(out).as_posix()] = hashlib.sha256(data).hexdigest()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
