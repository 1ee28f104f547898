"""Is a redline exact, and would Word open it? Judged by a resolver and a form that share no code with it."""

import io
from collections import Counter

import docx
from lxml import etree
from tests.reports.redline import canonical
from tests.reports.redline.resolver import CHANGE_RECORDS, DELETED, INSERTED, W, resolved, stories
from tests.word.known_faults import reading

from treatydraft.reports.redline import Redline, write_redline
from treatydraft.word import markup
from treatydraft.word.package import Package, open_package

AUTHOR = "A. Drafter"
DATE = "2024-06-13T12:00:00Z"


def redline(old: bytes, new: bytes) -> Redline:
    """The redline of a pair, once it is shown to be exact and sound."""
    made = write_redline(old, new, author=AUTHOR, date=DATE)
    assert inexact(old, new, made.data) == ""
    assert unsound(made.data) == []
    return made


def audited(old: bytes, new: bytes) -> Redline:
    """The same, where the validator finds nothing that it does not find in the files themselves."""
    made = redline(old, new)
    before = Counter(_said(old)) | Counter(_said(new))
    assert [fault for fault in _said(made.data) if not before[fault]] == []
    return made


def inexact(old: bytes, new: bytes, data: bytes) -> str:
    """Where the redline does not give back the files that it was made of; empty where it does."""
    accepted, rejected = resolved(data, "accepted"), resolved(data, "rejected")
    after, before = resolved(new, "accepted"), resolved(old, "accepted")
    for which, expected, found in (("accepting", after, accepted), ("rejecting", before, rejected)):
        deviation = canonical.difference(canonical.shown(expected), canonical.shown(found))
        if deviation:
            return f"after {which} all, {deviation}"
        if left := _marks(found):
            return f"after {which} all, there are still {left}"
    if missing := canonical.bookmarks(after) - canonical.bookmarks(accepted):
        return f"accepting all leaves no bookmark {missing}"
    return ""


def unsound(data: bytes) -> list[str]:
    """What a person or Word would stumble over."""
    assert docx.Document(io.BytesIO(data)).element is not None
    package = open_package(data)
    return [*_bad_ids(package), *_bad_texts(package)]


def _said(data: bytes) -> list[str]:
    """The faults that our own check and the validator find, without the places at which they stand."""
    return [fault.split(" (")[0] for fault in reading.damage(data)]


def marks(data: bytes, part: str = "word/document.xml") -> Counter[str]:
    """How many marks of each kind there are."""
    root = open_package(data).tree(part)
    found = root.iter(*INSERTED, *DELETED, *CHANGE_RECORDS)
    return Counter(etree.QName(one).localname for one in found)


def _marks(package: Package) -> Counter[str]:
    return Counter(
        etree.QName(one).localname
        for part in stories(package)
        for one in package.tree(part).iter(*INSERTED, *DELETED, *CHANGE_RECORDS)
    )


def _bad_ids(package: Package) -> list[str]:
    """Revisions that share an id or lack an author, and ends of moves without the other end."""
    ids: Counter[str] = Counter()
    names: Counter[tuple[str, str]] = Counter()
    bad = []
    for part in stories(package):
        root = package.tree(part)
        for one in root.iter(*INSERTED, *DELETED, *CHANGE_RECORDS, *_STARTS):
            ids[markup.value(one, "w:id")] += 1
            authored = one.get(f"{W}author") == AUTHOR or one.tag == f"{W}tblGridChange"
            bad += [] if authored else [f"a {one.tag} is by nobody"]
        for start, end in zip(_STARTS, _ENDS, strict=True):
            names.update((start, markup.value(one, "w:name")) for one in root.iter(start))
            begun = sorted(markup.value(one, "w:id") for one in root.iter(start))
            ended = sorted(markup.value(one, "w:id") for one in root.iter(end))
            bad += [] if begun == ended else [f"{start} do not pair in {part}"]
    bad += [f"id {key} stands {count} times" for key, count in ids.items() if count > 1]
    ends = [{name for tag, name in names if tag == start} for start in _STARTS]
    bad += [f"move {name} has one end" for name in ends[0] ^ ends[1]]
    return bad + [f"{name} stands {count} times" for name, count in names.items() if count > 1]


_STARTS = (f"{W}moveFromRangeStart", f"{W}moveToRangeStart")
_ENDS = (f"{W}moveFromRangeEnd", f"{W}moveToRangeEnd")


def _bad_texts(package: Package) -> list[str]:
    """Deleted words that stand as if they were there, and marks within marks of the same kind."""
    bad = []
    for part in stories(package):
        root = package.tree(part)
        bad += [
            "words in w:del"
            for text in root.iter(f"{W}t")
            if next(text.iterancestors(f"{W}del"), None) is not None
            and next(text.iterancestors(f"{W}txbxContent"), None) is None
        ]
        bad += [
            "deleted words outside w:del"
            for text in root.iter(f"{W}delText")
            if next(text.iterancestors(f"{W}del"), None) is None
        ]
        bad += [
            f"{change.tag} within {above.tag}"
            for change in root.iter(*INSERTED, *DELETED)
            for above in change.iterancestors(*INSERTED, *DELETED)
            if len(change)
            and next(change.iterancestors(f"{W}txbxContent"), None)
            in (None, next(above.iterancestors(f"{W}txbxContent"), None))
        ]
    return bad
