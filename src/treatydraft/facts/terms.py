"""Terms that a text defines: `hereinafter “the Participants”`, `(NATO)`, `“Party” means`."""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.folding import folded
from treatydraft.facts.found import Found

_DEFINED: Final = (
    re.compile(
        r"\b(?:herein)?after\b[^\"'.;]{0,50}?[\"'](?:the )?(?P<term>[^\"'.;]{2,60}?)[\"'](?:,? "
        r"(?:or|and) [\"'](?P<other>[^\"']{2,60})[\"'])?",
        re.IGNORECASE,
    ),
    re.compile(r"\([\"'](?:the )?(?P<term>[^\"'()]{2,60})[\"']\)", re.IGNORECASE),
    re.compile(r"\((?:the )?(?P<term>[A-Z][A-Z0-9-]{1,11})\)"),
    re.compile(r"[\"'](?P<term>[^\"']{2,60})[\"'] means\b", re.IGNORECASE),
    re.compile(r"далі\s*-?\s*\"(?P<term>[^\"]{2,60})\"", re.IGNORECASE),
)


def defined_terms(text: str) -> Iterator[Found]:
    """Every term that the text defines, in order.

    >>> [one.value for one in defined_terms("Ada and Bea (hereinafter “the Parties”), of the UN (UN),")]
    ['Parties', 'UN']
    """
    plain = folded(text)
    found = {
        match.start(group): Found(match[group].strip(" ,"), match.start(group), match.end(group))
        for shape in _DEFINED
        for match in shape.finditer(plain)
        for group in ("term", "other")
        if match.groupdict().get(group)
    }
    return iter([found[place] for place in sorted(found)])
