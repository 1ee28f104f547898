"""Redlines of drafts before and after edits, of drafts of different specs, and of agreements as received."""

import io
import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import docx
import pytest
from tests.reports.redline.edits import EDITS, drafts
from tests.reports.redline.marks import ids, side
from tests.reports.redline.office import office, paragraphs, resolve

from treatydraft import draft, load, render
from treatydraft.reports.redline import write_redline

SPECS = sorted((Path(__file__).parents[3] / "specs").glob("*.yaml"))
SHARED: Final = Path(os.environ.get("TREATYDRAFT_SHARED", Path(__file__).parents[4] / "shared"))
RECEIVED = sorted((SHARED / "corpus").glob("*.docx"))


def is_exact(old: bytes, new: bytes) -> bytes:
    """The redline, after a look that shares no code with the one that it had when it was made."""
    data = write_redline(old, new, author="A").data
    assert side(data, accepted=True) == side(new, accepted=True)
    assert side(data, accepted=False) == side(old, accepted=False)
    assert len(ids(data)) == len(set(ids(data)))
    assert docx.Document(io.BytesIO(data)).paragraphs
    return data


@pytest.mark.parametrize("spec", SPECS[-1:], ids=lambda spec: spec.stem)
def test_edits_of_a_spec(spec: Path, tmp_path: Path) -> None:
    made = [is_exact(old, new) for _, old, new in drafts(spec, tmp_path, list(EDITS)[::4])]
    assert len(made) >= 3


@pytest.mark.long
@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_edits_of_every_spec(spec: Path, tmp_path: Path) -> None:
    assert len(EDITS) == 20
    for _, old, new in drafts(spec, tmp_path):
        is_exact(old, new)
        is_exact(new, old)


@pytest.mark.parametrize(("old", "new"), [(SPECS[-1], SPECS[4]), (SPECS[1], SPECS[-1])])
def test_drafts_of_two_specs(old: Path, new: Path) -> None:
    is_exact(*(render(draft(load(spec)), "docx") for spec in (old, new)))


@pytest.mark.long
def test_drafts_of_every_two_specs() -> None:
    files = [render(draft(load(spec)), "docx") for spec in SPECS]
    for old, new in itertools.permutations(files, 2):
        is_exact(old, new)


@pytest.mark.long
@pytest.mark.skipif(not RECEIVED, reason=f"there are no agreements as received in {SHARED / 'corpus'}")
def test_agreements_as_received() -> None:
    for old, new in itertools.permutations(RECEIVED, 2):
        write_redline(old.read_bytes(), new.read_bytes(), author="A")


@pytest.mark.long
@pytest.mark.skipif(office() is None, reason="missing tool: soffice")
def test_libreoffice_resolves_a_sample_to_the_same_words(tmp_path: Path) -> None:
    jobs = []
    sample = list(itertools.islice(_sample(tmp_path), 50))
    for number, (old, new, data) in enumerate(sample):
        for name, content in (("old", old), ("new", new), ("redline", data)):
            (tmp_path / f"{name}{number}.docx").write_bytes(content)
        redline = tmp_path / f"redline{number}.docx"
        jobs += [
            (redline, tmp_path / f"accepted{number}.docx", "AcceptAllTrackedChanges"),
            (redline, tmp_path / f"rejected{number}.docx", "RejectAllTrackedChanges"),
            (tmp_path / f"new{number}.docx", tmp_path / f"new-{number}.docx", "AcceptAllTrackedChanges"),
            (tmp_path / f"old{number}.docx", tmp_path / f"old-{number}.docx", "AcceptAllTrackedChanges"),
        ]
    resolve(jobs, tmp_path)
    for number in range(len(sample)):
        for made, expected in (("accepted", "new-"), ("rejected", "old-")):
            found, wanted = (paragraphs(tmp_path / f"{name}{number}.docx") for name in (made, expected))
            assert found == wanted, (number, made)


def _sample(folder: Path) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Files of both sides, and the redline between them."""
    for spec in SPECS[::2]:
        for _, old, new in drafts(spec, folder):
            yield old, new, write_redline(old, new, author="A").data
