"""Turn the bytes of a text file into its characters, whatever encoding it was saved in."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from treatydraft.limits import current
from treatydraft.readers.lines import ReadError

_BREAKS: Final = 4  # of lines for each paragraph
_MEGABYTE: Final = 1024 * 1024
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Only what holds text: Python also knows codecs that unpack or interpret.
_DECLARABLE: Final = re.compile(
    r"utf-?8|us-ascii|iso-?8859-?\d+|latin-?\d|windows-125\d|cp125\d|koi8-[ru]|ibm866|macintosh"
    r"|gbk|gb2312|gb18030|big5|shift[-_]jis|euc-(?:jp|kr)",
    re.IGNORECASE,
)
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_RAREST: Final = 100  # one such byte in so many is a fault in a text and no sign of another file
_SCRIPTS: Final = re.compile(rb"[\x00-\x07]")  # Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic
_SAMPLE: Final = 1_000_000  # bytes that are looked at


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, its lines ended by line feeds, and what was guessed about them."""

    text: str
    guesses: tuple[str, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of a file; `declared` is the encoding that it names inside, if it does.

    >>> decode("Стаття 1".encode("cp1251"))
    Decoded(text='Стаття 1', guesses=('the encoding is not said; the text was read as windows-1251',))
    """
    refuse_larger(data)
    _refuse_many_lines(data)
    encoding, guess, start = _encoding(data, declared)
    text = data[start:].decode(encoding, errors="replace")
    clean, controls = _CONTROLS.subn("\ufffd", text)
    guesses = [guess] if guess else []
    if controls:
        guesses.append(f"{controls} control characters, which print nothing, were read as “\ufffd”")
    return Decoded(re.sub(r"\r\n?|\x0b", "\n", clean), tuple(guesses))


def is_text(data: bytes) -> bool:
    """Whether bytes are characters in some encoding: other files hold many that print nothing."""
    sample = data[:_SAMPLE]
    if sample.startswith(tuple(mark for mark, _ in _MARKS)) or _wide(sample):
        return True
    return len(_BINARY.findall(sample)) * _RAREST <= len(sample)


def refuse_larger(data: bytes) -> None:
    """Raise `ReadError` for a file that is larger than any agreement."""
    if len(data) > (largest := current().text_bytes):  # an agreement of 500 pages has two million
        raise ReadError(
            f"the file has {len(data) // _MEGABYTE} megabytes, and more than {largest // _MEGABYTE} are not"
            " read; leave out what is not text"
        )


def _refuse_many_lines(data: bytes) -> None:
    most = _BREAKS * current().lines
    if max(data.count(b"\n"), data.count(b"\r")) > most:
        raise ReadError(f"the file has more than {most:,} lines, and an agreement has fewer")


def _encoding(data: bytes, declared: str) -> tuple[str, str, int]:
    """The encoding, what was guessed, and where the text starts."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, "", len(mark)
    if wide := _wide(data[:_SAMPLE]):
        return wide, f"the encoding is not said; the text was read as {wide}", 0
    if _is_utf8(data):
        return "utf-8", "", 0
    if _DECLARABLE.fullmatch(declared) and not re.fullmatch("utf-?8", declared, re.IGNORECASE):
        return _as_browsers_do(declared), "", 0
    guessed = _guessed(data[:_SAMPLE])
    name = guessed.replace("cp", "windows-")
    said = f"the text is not {declared}, as the file says" if declared else "the encoding is not said"
    return guessed, f"{said}; the text was read as {name}", 0


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every second byte says the script, and those are small numbers."""
    pairs = len(data) // 2
    low, high = (len(_SCRIPTS.findall(data[start : 2 * pairs : 2])) for start in (0, 1))
    if high * 10 > pairs * 9 and low * 10 < pairs:
        return "utf-16-le"
    return "utf-16-be" if low * 10 > pairs * 9 and high * 10 < pairs else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _as_browsers_do(declared: str) -> str:
    """What is called Latin 1 or ASCII is Windows' own, which holds the quotes and dashes."""
    name = declared.lower()
    return "cp1252" if re.fullmatch(r"us-ascii|iso-?8859-?1|latin-?1", name) else name


def _guessed(data: bytes) -> str:
    """Cyrillic words are made of high bytes; in Western words they stand alone among the low ones.

    KOI8 has its small letters where Windows has its capitals.
    """
    together = sum(len(found) for found in re.findall(rb"[\xa5-\xff]{2,}", data))
    alone = len(re.findall(rb"(?<![\xa5-\xff])[\xc0-\xff](?![\xa5-\xff])", data))
    if together <= alone:
        return "cp1252"
    first, second = (len(re.findall(pattern, data)) for pattern in (rb"[\xc0-\xdf]", rb"[\xe0-\xff]"))
    return "koi8-u" if first > second else "cp1251"
