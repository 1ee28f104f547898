"""A seed → two versions of an agreement as Word files, and what was done between them.

About 34,000 words in 40 articles, and 80 edits of the kinds that counterparts make. A clause is edited once
at most, so that the truth is beyond doubt: a clause that moved goes to another article, and an article that
moved goes past several others. The same seed gives the same bytes.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from comparing import phrases
from comparing.word_files import Block, written

Edit: TypeAlias = Literal[
    "word", "modal", "number", "paragraph moved", "paragraph moved with edits", "article moved", "split",
    "merge", "row inserted", "row deleted", "cell", "heading", "inserted", "deleted",
]  # fmt: skip
EDITS: Final[Mapping[Edit, int]] = {
    "word": 20, "modal": 8, "number": 8, "paragraph moved": 8, "paragraph moved with edits": 6,
    "article moved": 2, "split": 6, "merge": 5, "row inserted": 2, "row deleted": 2, "cell": 4, "heading": 3,
    "inserted": 3, "deleted": 3,
}  # fmt: skip
ARTICLES: Final = 40
_TABLE_EVERY: Final = 6  # articles
_ROWS: Final = 10
_FURTHEST: Final = 12  # articles that one which moves goes past
_NEAREST: Final = 5
_MODAL: Final = re.compile(r"\bshall\b")
_NUMBER: Final = re.compile(r"\b\d+(?= days)")
_SENTENCE_END: Final = re.compile(r"(?<=\.) ")


@dataclass(frozen=True, slots=True)
class Moved:
    """A clause that stands elsewhere in the new version, with its words before and after."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of an agreement as Word files, and what is known of them."""

    old: bytes
    new: bytes
    edits: Mapping[Edit, int]
    moved: Sequence[Moved]
    words: int  # of the old version


Article: TypeAlias = list[Block]


@dataclass(slots=True)
class _Draft:
    """The version that is being edited."""

    articles: list[Article]
    choose: random.Random
    touched: set[int] = field(default_factory=set)  # what was edited before, by id
    moved: list[Moved] = field(default_factory=list)
    last: int = 10**6  # id of the last block that was added

    def pick(self, kind: str, fits: Callable[[Block], object] = bool) -> tuple[Article, int]:
        """A block of that kind that nobody has touched, as its article and its place in it."""
        found = [
            (article, place)
            for article in self.articles
            for place, block in enumerate(article)
            if block.kind == kind and block.id not in self.touched and fits(block)
        ]
        article, place = self.choose.choice(found)
        self.touched.add(article[place].id)
        return article, place

    def added(self, kind: str, text: str) -> Block:
        """A block that the old version does not have."""
        self.last += 1
        self.touched.add(self.last)
        return Block(self.last, kind, text)


# --- The pairs ----------------------------------------------------------------------------------------------


def pair(seed: int, articles: int = ARTICLES) -> Pair:
    """Two versions of one agreement, with the same number of edits however many articles it has."""
    old = _articles(seed, articles)
    draft = _Draft([list(article) for article in old], phrases.choices(f"edits of {seed}"))
    for edit, times in EDITS.items():
        for _ in range(times):
            _EDITS[edit](draft)
    name = f"Agreement {seed}"
    return Pair(
        written(name, _in_order(old)),
        written(name, _in_order(draft.articles)),
        EDITS,
        draft.moved,
        _words(old),
    )


def unrelated(seed: int, articles: int) -> tuple[bytes, bytes]:
    """Two agreements that have nothing in common but the boilerplate."""
    one, other = (
        written(f"Agreement {each}", _in_order(_articles(each, articles))) for each in (seed, seed + 1)
    )
    return one, other


def _in_order(articles: Sequence[Article]) -> list[Block]:
    return [block for article in articles for block in article]


def _words(articles: Sequence[Article]) -> int:
    return sum(len(block.words.split()) for article in articles for block in article)


def _articles(seed: int, articles: int) -> list[Article]:
    choose = phrases.choices(f"text of {seed}")
    made: list[Article] = []
    number = 0
    for place in range(articles):
        article = [("heading", phrases.title(choose))]
        article += [("paragraph", phrases.paragraph(choose)) for _ in range(choose.randint(10, 14))]
        opening = choose.randrange(2, len(article))
        article[opening:opening] = [("item", phrases.item(choose)) for _ in range(choose.randint(3, 6))]
        blocks = [Block(number + step, kind, text) for step, (kind, text) in enumerate(article)]
        if place % _TABLE_EVERY == 1:
            rows = tuple(phrases.row(choose, row) for row in range(1, _ROWS + 1))
            blocks.append(
                Block(number + len(blocks), "table", rows=(("No.", "Contribution", "Amount", "Due"), *rows))
            )
        number += len(blocks)
        made.append(blocks)
    return made


# --- The edits ----------------------------------------------------------------------------------------------


def _word(draft: _Draft) -> None:
    article, place = draft.pick("paragraph")
    article[place] = replace(article[place], text=_reworded(draft, article[place].text))


def _reworded(draft: _Draft, text: str) -> str:
    """A word replaced, left out or added in the middle of a sentence."""
    words = text.split()
    inside = [
        at for at, word in enumerate(words) if word.isalpha() and word.islower() and len(word) > len("with")
    ]
    at = draft.choose.choice(inside)
    other = phrases.other_word(draft.choose, words[at])
    words[at : at + 1] = draft.choose.choice(([other], [], [words[at], "and", other]))
    return " ".join(words)


def _modal(draft: _Draft) -> None:
    _substitute(draft, _MODAL, lambda _: draft.choose.choice(("should", "may", "shall not")))


def _number(draft: _Draft) -> None:
    _substitute(draft, _NUMBER, lambda found: str(int(found[0]) + draft.choose.randint(1, 60)))


def _substitute(draft: _Draft, sought: re.Pattern[str], other: Callable[[re.Match[str]], str]) -> None:
    article, place = draft.pick("paragraph", lambda block: sought.search(block.text))
    article[place] = replace(article[place], text=sought.sub(other, article[place].text, count=1))


def _paragraph_moved(draft: _Draft) -> None:
    _move(draft, lambda text: text)


def _paragraph_moved_with_edits(draft: _Draft) -> None:
    _move(draft, lambda text: _reworded(draft, text))


def _move(draft: _Draft, reword: Callable[[str], str]) -> None:
    article, place = draft.pick("paragraph")
    block = article.pop(place)
    target = draft.choose.choice([other for other in draft.articles if other is not article])
    new = replace(block, text=reword(block.text))
    target.insert(_paragraph_place(draft, target), new)
    draft.moved.append(Moved(block.text, new.text))


def _paragraph_place(draft: _Draft, article: Article) -> int:
    """Where a paragraph can be put: before another, after the heading."""
    return draft.choose.choice([place for place, block in enumerate(article) if block.kind == "paragraph"])


def _article_moved(draft: _Draft) -> None:
    whole = [article for article in draft.articles if draft.touched.isdisjoint(block.id for block in article)]
    article = min(
        draft.choose.sample(whole, min(4, len(whole))), key=_length
    )  # shorter than what it goes past
    place = draft.articles.index(article)
    target = (place + draft.choose.randint(_NEAREST, _FURTHEST)) % (len(draft.articles) - 1)
    draft.articles.insert(target, draft.articles.pop(place))
    draft.touched.update(block.id for block in article)
    draft.moved.extend(Moved(block.text, block.text) for block in article if block.kind != "table")


def _length(article: Article) -> int:
    return sum(len(block.words) for block in article)


def _split(draft: _Draft) -> None:
    article, place = draft.pick("paragraph", lambda block: _SENTENCE_END.search(block.text))
    first, rest = _SENTENCE_END.split(article[place].text, maxsplit=1)
    article[place : place + 1] = [replace(article[place], text=first), draft.added("paragraph", rest)]


def _merge(draft: _Draft) -> None:
    article, place = draft.pick("paragraph", lambda block: _follower(draft, block))
    follower = article.pop(place + 1)
    draft.touched.add(follower.id)
    article[place] = replace(article[place], text=f"{article[place].text} {follower.text}")


def _follower(draft: _Draft, block: Block) -> bool:
    """Whether an untouched paragraph follows, with which this one can be put together."""
    for article in draft.articles:
        for one, other in pairwise(article):
            if one.id == block.id:
                return other.kind == "paragraph" and other.id not in draft.touched
    return False


def _row_inserted(draft: _Draft) -> None:
    _in_table(draft, lambda rows, at: rows.insert(at, phrases.row(draft.choose, len(rows))))


def _row_deleted(draft: _Draft) -> None:
    _in_table(draft, lambda rows, at: rows.pop(at))


def _cell(draft: _Draft) -> None:
    def change(rows: list[tuple[str, ...]], at: int) -> None:
        number, what, _, due = rows[at]
        rows[at] = (number, what, f"EUR {draft.choose.randrange(10**5, 10**7):,}", due)

    _in_table(draft, change)


def _in_table(draft: _Draft, change: Callable[[list[tuple[str, ...]], int], object]) -> None:
    tables = [
        (article, place)
        for article in draft.articles
        for place, block in enumerate(article)
        if block.kind == "table"
    ]
    article, place = draft.choose.choice(tables)
    rows = list(article[place].rows)
    change(rows, draft.choose.randrange(1, len(rows)))
    article[place] = replace(article[place], rows=tuple(rows))


def _heading(draft: _Draft) -> None:
    article, place = draft.pick("heading")
    article[place] = replace(article[place], text=f"{article[place].text} in {phrases.things(draft.choose)}")


def _inserted(draft: _Draft) -> None:
    article = draft.choose.choice(draft.articles)
    article.insert(
        _paragraph_place(draft, article), draft.added("paragraph", phrases.paragraph(draft.choose))
    )


def _deleted(draft: _Draft) -> None:
    article, place = draft.pick("paragraph")
    del article[place]


_EDITS: Final[Mapping[Edit, Callable[[_Draft], None]]] = {
    "word": _word, "modal": _modal, "number": _number, "paragraph moved": _paragraph_moved,
    "paragraph moved with edits": _paragraph_moved_with_edits, "article moved": _article_moved,
    "split": _split, "merge": _merge, "row inserted": _row_inserted, "row deleted": _row_deleted,
    "cell": _cell, "heading": _heading, "inserted": _inserted, "deleted": _deleted,
}  # fmt: skip
