"""What a text says of itself as a whole: its form, its register, its short title."""

import re
from typing import Final

from treatydraft.document import tree

_FORMS: Final = (
    ("joint commitments", re.compile(r"\bcommitments\b")),
    ("memorandum", re.compile(r"\bmemorandum\b")),
    ("declaration", re.compile(r"\bdeclaration\b|\bдекларац")),
    ("accord", re.compile(r"\baccord\b")),
    ("protocol", re.compile(r"\bprotocol\b|\bпротокол")),
    ("convention", re.compile(r"\bconvention\b|\bконвенц")),
    ("treaty", re.compile(r"\btreaty\b|\bvertrag\b")),
    ("agreement", re.compile(r"\bagreement\b|\bугод|\babkommen\b")),
)
_BINDING: Final = re.compile(r"\bshall\b")
_POLITICAL: Final = re.compile(r"\bwill\b")


def form_of(title: str) -> str:
    """The word by which the instrument calls itself, as a spec writes it; the first in the title counts."""
    low = title.casefold()
    places = [(found.start(), name) for name, pattern in _FORMS if (found := pattern.search(low))]
    return min(places)[1].replace(" ", "-") if places else "agreement"


def register_of(body: tuple[tree.Clause, ...]) -> tree.Register:
    """Binding where the parties mostly `shall`, political where they mostly `will`."""
    text = " ".join(tree.plain(clause.text) for clause in tree.walk(body)).casefold()
    binding, political = len(_BINDING.findall(text)), len(_POLITICAL.findall(text))
    return "binding" if binding > political else "political"


def short_title_of(title: str) -> str:
    """The title as a header shows it: what stands before the parties."""
    return re.split(r"\s+(?:between|entre|zwischen|між)\s+", title, maxsplit=1, flags=re.IGNORECASE)[0]
