"""Two originals of one agreement: what differs besides the order of the parties and of the languages.

By the alternat each party's original names that party first: in the title, in the preamble, wherever parties
are listed, in the signature blocks, and in the languages of the testimonium. Texts that are equal once those
lists have one order are the same text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from treatydraft.comparison.result import Comparison, Kind, Pair, Severity, Words
from treatydraft.comparison.tokens import one_form
from treatydraft.document import tree
from treatydraft.facts import languages_named, with_parties

_ASIDE: Final = r"(?:\s*\([^()]*\))?"  # `(hereinafter “the Parties”)` goes with the name before it
_JOIN: Final = r"(?:,?\s+(?:and|or|та|і|й|et|und|e|y)\s+|,\s*|\s*[-/]\s*)"


def as_originals(comparison: Comparison, documents: Iterable[tree.Document]) -> Comparison:
    """The comparison without what the alternat explains."""
    names = _names(documents)
    pairs = tuple(_pair(pair, names) for pair in comparison.pairs)
    explained = sum(before != after for before, after in zip(comparison.pairs, pairs, strict=True))
    note = f"compared as originals: the order of parties and languages explains {explained} differences"
    return replace(comparison, pairs=pairs, notes=(*comparison.notes, note))


def _names(documents: Iterable[tree.Document]) -> tuple[str, ...]:
    parties = [party for document in documents for party in with_parties(document)]
    names = {one_form(name) for party in parties for name in (party.name, party.short) if name}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _pair(pair: Pair, names: Sequence[str]) -> Pair:
    if pair.old is None or pair.new is None or not _is_explained(pair, names):
        return pair
    words = (Words("equal", pair.old.words, pair.new.words),)
    kinds: tuple[Kind, ...] = tuple(kind for kind in pair.kinds if kind == "renumbered") or ("unchanged",)
    severity: Severity = pair.severity if kinds != ("unchanged",) else "none"
    return replace(pair, kinds=kinds, severity=severity, words=words, differences=(), similarity=1.0)


def _is_explained(pair: Pair, names: Sequence[str]) -> bool:
    assert pair.old is not None  # noqa: S101 - its caller has looked
    assert pair.new is not None  # noqa: S101 - the same
    if pair.kinds == ("unchanged",) or set(pair.kinds) & {"split", "merged"}:
        return False
    if "moved" in pair.kinds and pair.new.kind != "signature":
        return False
    return one_order(pair.old.words, names) == one_order(pair.new.words, names)


def one_order(text: str, names: Sequence[str]) -> str:
    """A text with the names that are listed in it, and the languages, in one order.

    >>> one_order("Ukraine and Japan; the English and Ukrainian languages", ("Ukraine", "Japan"))
    'Japan and Ukraine; English and Ukrainian languages'
    """
    plain = _sorted_lists(one_form(text), "|".join(map(re.escape, names))) if names else one_form(text)
    languages = {plain[found.start : found.end] for found in languages_named(plain)}
    return _sorted_lists(plain, "|".join(map(re.escape, sorted(languages)))) if languages else plain


def _sorted_lists(text: str, names: str) -> str:
    """The text with each list of these names sorted, its conjunctions where they were."""
    # A title gives the name in full: `the United Kingdom of Great Britain and Northern Ireland`.
    in_full = rf"(?-i:(?:\s+(?:of|and)(?!\s+(?:the\s+)?(?:{names})\b)(?:\s+[A-Z]\w+)+)*)"
    name = rf"(?:the\s+)?(?:{names}){in_full}{_ASIDE}"
    lists = re.compile(rf"(?<!\w){name}(?:{_JOIN}{name})+(?!\w)", re.IGNORECASE)
    return lists.sub(lambda match: _sorted(match[0], re.compile(name, re.IGNORECASE)), text)


def _sorted(listed: str, name: re.Pattern[str]) -> str:
    found = sorted((match[0] for match in name.finditer(listed)), key=_without_article)
    return name.sub(lambda _: _without_article(found.pop(0)), listed)


def _without_article(name: str) -> str:
    """A name as it is sorted and set, since a name at the start of a sentence has a capital article."""
    return re.sub(r"\Athe\s+", "", name, flags=re.IGNORECASE)
