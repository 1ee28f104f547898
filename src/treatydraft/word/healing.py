"""Write the tags of a Word template as plain docxtpl reads them: in one run each, with straight quotes."""

from collections.abc import Iterator

from lxml import etree

from treatydraft.word import tag_runs, tag_text
from treatydraft.word.package import open_package
from treatydraft.word.reviewing import runs_of, text_parts
from treatydraft.word.tag_places import PARAGRAPH


def healed(source: bytes) -> tuple[bytes, int]:
    """The template with healed tags, and how many were healed; raises `PackageError` for other files."""
    package = open_package(source)
    count = sum(_heal(package.tree(part)) for part in text_parts(package))
    return (package.write() if count else source), count


def _heal(root: etree._Element) -> int:
    """Heal the tags of a part; what stands between `raw` and `endraw` is text and stays."""
    count, raw = 0, False
    for paragraph in list(root.iter(PARAGRAPH)):
        for stream in tag_runs.streams(paragraph):
            tags, raw = _tags(stream.text, raw=raw)
            count += sum(_write(paragraph, stream, span) for span in reversed(tags))
    return count


def _tags(text: str, *, raw: bool) -> tuple[list[tag_text.Span], bool]:
    """The tags of a text that are read, and whether a `raw` is still open after it."""
    tags = []
    for span in _closed(text):
        word = tag_text.word(text[span.start : span.end])
        if not raw or word == "endraw":
            tags.append(span)
        raw = word == "raw" or (raw and word != "endraw")
    return tags, raw


def _closed(text: str) -> Iterator[tag_text.Span]:
    yield from (span for span in tag_text.spans(text) if span.closed)


def _write(paragraph: etree._Element, stream: tag_runs.Stream, span: tag_text.Span) -> bool:
    """Write one tag; whether that changed anything."""
    written = stream.text[span.start : span.end]
    tag = tag_text.cleaned(written)
    if tag == written and runs_of(stream, span) == 1:
        return False
    tag_runs.settle(paragraph, stream.replace(span.start, span.end, tag))
    return True
