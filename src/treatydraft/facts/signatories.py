"""Who signs an instrument, and in what office, from its signature blocks."""

import re
from collections.abc import Iterator
from itertools import filterfalse, pairwise
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Reading

# The offices in which states and organisations sign, as the words with which their lines begin. Who may sign
# without full powers: Vienna Convention on the Law of Treaties, art. 7(2).
_OFFICES: Final = (
    r"(?:acting |deputy |first |vice[- ])*(?:president|prime minister|minister-president"
    r"|(?:federal )?chancellor|taoiseach"
    r"|head of (?:state|government)|(?:federal )?minister|secretary(?:-general| general"
    r"| of state)?|ambassador"
    r"|high representative|commissioner|chair(?:man|woman|person)?|director-general|king|queen"
    r"|prince|grand duke"
    r"|council of ministers|plenipotentiary|charg[eé] d'affaires|under-secretary|state secretary"
    r"|президент|прем'єр-міністр\w*|(?:федеральн\w+ )?канцлер\w*|міністр\w*|голова|посол)"
)
_OFFICE: Final = re.compile(rf"\A{_OFFICES}\b", re.IGNORECASE)
_TRAILING: Final = re.compile(rf"[,\s]+(?={_OFFICES}\b)", re.IGNORECASE)
# A second head of state or government in one line, which nothing ties to the words before it.
_SECOND: Final = re.compile(
    r"(?<!\band)(?<!\bof)(?<!\bthe)(?<!\bfor)(?<!\bvice)(?<!\bfederal)(?<!\bdeputy)(?<!\bfirst)(?<![,-])\s"
    r"(president|prime minister|(?:federal )?chancellor|taoiseach)\b",
    re.IGNORECASE,
)
_FOR: Final = re.compile(r"\A\s*(?:for|за)\s.*:\s*\Z", re.IGNORECASE)
_PARTICLES: Final = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "of",
        "bin",
        "al",
        "el",
        "ter",
        "ten",
        "af",
    ]
)


def signatories(reading: Reading) -> Iterator[Fact]:
    """Each name and each office of the signature blocks, in their order."""
    for block in reading.document.closing.signatures:
        label = tree.plain(block.text)
        for signatory in filterfalse(_is_label, block.signatories):
            name, office = _parted(signatory)
            offices = _offices(office)
            # Where two columns were read as one line, nobody can tell where one name ends: none is given.
            if name and len(offices) <= 1:
                yield Fact("parties.signatory", name, block.id, label, name, (0, len(name)))
            for one in offices:
                yield Fact("parties.office", one, block.id, label, one, (0, len(one)))


def _offices(line: str) -> list[str]:
    """The offices of a line: one, or two that stand side by side.

    >>> _offices("President of Ukraine President of Ruritania"), _offices("Vice President of the Council")
    (['President of Ukraine', 'President of Ruritania'], ['Vice President of the Council'])
    """
    starts = [0, *(match.start(1) for match in _SECOND.finditer(line)), len(line)]
    parts = (line[start:end].strip() for start, end in pairwise(starts))
    return [part for part in parts if part]


def _is_label(signatory: tree.Signatory) -> bool:
    """Whether a line that was read as a person only says for whom somebody signs."""
    return bool(_FOR.match(tree.plain(signatory.name)))


def _parted(signatory: tree.Signatory) -> tuple[str, str]:
    """Name and office, also where one line holds both."""
    name, office = tree.plain(signatory.name).strip(), tree.plain(signatory.office).strip()
    if name and office:
        swapped = _OFFICE.match(name) and not _OFFICE.match(office)
        return (office, name) if swapped else (name, office)
    return split_line(name or office)


def split_line(line: str) -> tuple[str, str]:
    """The name and the office of a line that may hold either or both.

    >>> split_line("President of the European Council Ada van Example")
    ('Ada van Example', 'President of the European Council')
    >>> split_line("Ada Example, Prime Minister"), split_line("Prime Minister"), split_line("Ada Example")
    (('Ada Example', 'Prime Minister'), ('', 'Prime Minister'), ('Ada Example', ''))
    """
    line = " ".join(line.replace("’", "'").split())
    if not line:
        return "", ""
    if match := _OFFICE.match(line):
        return _office_first(line, match.end())
    trailing = _TRAILING.search(line)
    return (line[: trailing.start()].strip(" ,"), line[trailing.end() :]) if trailing else (line, "")


def _office_first(line: str, end: int) -> tuple[str, str]:
    """Office, then name: the name is the last words that no `of` or `for` ties to the office."""
    words = line[end:].split()
    start = _name_start(words)
    office = " ".join([line[:end], *words[:start]]).strip(" ,")
    return " ".join(words[start:]).strip(" ,"), office


def _name_start(words: list[str]) -> int:
    """Where the name begins among the words after the office."""
    tied = [place for place, word in enumerate(words) if word.lower() in ("of", "for", "and", "the", "to")]
    if not tied:
        return 0
    last = tied[-1] + 1
    # `of Ukraine Ada Example`, `of the European Council Ada Example`: a name has two words or more, and what
    # the office is tied to at least one; particles of names count with the word that they stand before.
    heads = [place for place in range(last, len(words)) if words[place].lower() not in _PARTICLES]
    if len(heads) < 3:  # noqa: PLR2004 - one word for the office, two for a name
        return len(words)
    start = heads[-2]
    while start - 1 > last and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return start
