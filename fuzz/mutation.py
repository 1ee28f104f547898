"""Changes bytes as chance has it: bits, pieces, numbers and signs, and the parts of a zip file one by one."""

import io
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

_MOST: Final = 8  # changes of one input
_LONGEST: Final = 200_000  # bytes of an input: what is larger is a matter of the limits and has tests
_NUMBERS: Final = (b"0", b"-1", b"1", b"255", b"256", b"65536", b"2147483647", b"-2147483648", b"1e309")
_ODD: Final = (
    b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xc2\x85",
    b"\xe2\x80\xa8", b"\r", b"\n\n", b"\t", b" ", b'"', b"'", b"<", b">", b"&", b"&#0;", b"&lt;", b"{{",
    b"%}", b"\\", b"]]>",
)  # fmt: skip
_DATE: Final = (1980, 1, 1, 0, 0, 0)

_Change = Callable[[Random, bytes, Sequence[bytes]], bytes]


def mutated(random: Random, seeds: Sequence[bytes], tokens: Sequence[bytes], *, zipped: bool) -> bytes:
    """One of the seeds with some changes; `tokens` are what its format is made of."""
    seed = random.choice(seeds)
    if zipped and random.random() < 0.9:  # noqa: PLR2004 - the others have the archive itself changed
        return _with_part_changed(random, seed, seeds, tokens)
    return _changed(random, seed, random.choice(seeds), tokens)


def _changed(random: Random, data: bytes, other: bytes, tokens: Sequence[bytes]) -> bytes:
    for _ in range(random.randint(1, _MOST)):
        if random.random() < 0.1:  # noqa: PLR2004 - now and then a piece of another seed
            data = _crossed(random, data, other)
        else:
            data = random.choice(_CHANGES)(random, data, tokens)
    return data[:_LONGEST]


def _with_part_changed(random: Random, seed: bytes, seeds: Sequence[bytes], tokens: Sequence[bytes]) -> bytes:
    parts, others = _parts(seed), _parts(random.choice(seeds))
    name = random.choice(list(parts))
    match random.randrange(10):
        case 0:
            parts.pop(name)
        case 1:
            parts[random.choice(list(others))] = parts[name]
        case 2:
            parts |= {name: others.get(name, b"")}
        case _:
            parts[name] = _changed(random, parts[name], others.get(name, b""), tokens)
    return _archive(parts)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _archive(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), content)
    return buffer.getvalue()


def _span(random: Random, data: bytes, longest: int = 64) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.randint(1, longest))


def _flipped(random: Random, data: bytes, _tokens: Sequence[bytes]) -> bytes:
    if not data:
        return data
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]


def _cut(random: Random, data: bytes, _tokens: Sequence[bytes]) -> bytes:
    start, end = _span(random, data)
    return data[:start] + data[end:]


def _cut_short(random: Random, data: bytes, _tokens: Sequence[bytes]) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _repeated(random: Random, data: bytes, _tokens: Sequence[bytes]) -> bytes:
    start, end = _span(random, data)
    return data[:start] + data[start:end] * random.choice((2, 3, 50)) + data[end:]


def _moved(random: Random, data: bytes, _tokens: Sequence[bytes]) -> bytes:
    start, end = _span(random, data, 400)
    rest = data[:start] + data[end:]
    at = random.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def _inserted(random: Random, data: bytes, tokens: Sequence[bytes]) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice((*tokens, *_ODD)) + data[at:]


def _replaced(random: Random, data: bytes, tokens: Sequence[bytes]) -> bytes:
    start, end = _span(random, data, 8)
    return data[:start] + random.choice((*tokens, *_ODD)) + data[end:]


def _token_for_token(random: Random, data: bytes, tokens: Sequence[bytes]) -> bytes:
    present = [token for token in tokens if token in data]
    if not present:
        return data
    return data.replace(random.choice(present), random.choice(tokens), random.choice((1, 1, -1)))


def _numbered(random: Random, data: bytes, _tokens: Sequence[bytes]) -> bytes:
    digits = [at for at, byte in enumerate(data) if 0x30 <= byte <= 0x39]  # noqa: PLR2004 - `0` to `9`
    if not digits:
        return data
    at = random.choice(digits)
    return data[:at] + random.choice(_NUMBERS) + data[at + 1 :]


def _crossed(random: Random, data: bytes, other: bytes) -> bytes:
    start, end = _span(random, other, 2_000)
    at = random.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


_CHANGES: Final[tuple[_Change, ...]] = (
    _flipped, _cut, _cut_short, _repeated, _moved, _inserted, _inserted, _replaced, _token_for_token,
    _numbered,
)  # fmt: skip
