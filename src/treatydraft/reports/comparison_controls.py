"""What a reader of the HTML report steers it with: filters with their counts, search, and keys."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import Final, get_args

from treatydraft.comparison.result import SEVERITIES, Comparison, Kind
from treatydraft.reports.comparison_runs import one_line
from treatydraft.reports.comparison_words import SEVERITY_NAMES, changes_name, kind_name, side_names, title_of

_KEYS: Final = (
    (("n", "j"), "next change"),
    (("p", "k"), "previous change"),
    (("/",), "search"),
    (("u",), "show or hide what did not change"),
    (("Esc",), "leave the search, close this"),
    (("?",), "show or hide these keys"),
)


def controls(comparison: Comparison) -> Iterator[str]:
    """The bar that stays in sight; its filters are hidden until the script that they need has run."""
    yield '<div class="bar">'
    noun = changes_name(comparison.mode)
    yield (
        f'<form class="filters" role="search" aria-label="Filter and search the {noun}" data-noun="{noun}"'
        " hidden>"
    )
    yield from _severities(comparison)
    yield from _kinds(comparison)
    yield from _topics(comparison)
    yield (
        '<label><span class="aside">Search</span><input type="search" name="search" placeholder="Search  /"'
        ' autocomplete="off" spellcheck="false"></label>'
    )
    if len(comparison.changed) < len(comparison.pairs):
        yield '<label class="chip"><input type="checkbox" name="unchanged"><span>Unchanged</span></label>'
    yield '<span class="moves">'
    yield _button("previous", "↑", "Previous change (p)")
    yield _button("next", "↓", "Next change (n)")
    yield _button("keys", "?", "Keys (?)")
    yield "</span>"
    yield '<output class="shown" aria-live="polite"></output>'
    yield "</form>"
    old, new = side_names(comparison.mode)
    yield '<div class="sides names">'
    for name, is_new in ((old, False), (new, True)):
        title = escape(title_of(comparison, is_new=is_new))
        yield f'<p><span>{name}</span> <b dir="auto">{title}</b></p>'
    yield "</div>"
    yield "</div>"


def _button(does: str, sign: str, name: str) -> str:
    return f'<button type="button" data-do="{does}" aria-label="{name}" title="{name}">{sign}</button>'


def help_text() -> Iterator[str]:
    """The keys, which a dialogue shows."""
    yield '<dialog class="keys" aria-labelledby="keys">'
    yield '<h2 id="keys">Keys</h2>'
    yield "<dl>"
    for keys, does in _KEYS:
        names = " or ".join(f"<kbd>{key}</kbd>" for key in keys)
        yield f"<div><dt>{names}</dt><dd>{does}</dd></div>"
    yield "</dl>"
    yield '<form method="dialog"><button>Close</button></form>'
    yield "</dialog>"


def _severities(comparison: Comparison) -> Iterator[str]:
    counts = Counter(pair.severity for pair in comparison.changed)
    yield '<fieldset class="chips"><legend class="aside">Weight</legend>'
    for severity in SEVERITIES:
        if counts[severity]:
            yield _chip("only", severity, SEVERITY_NAMES[severity], counts[severity])
    yield "</fieldset>"


def _kinds(comparison: Comparison) -> Iterator[str]:
    counts = Counter(kind for pair in comparison.changed for kind in pair.kinds)
    if len(counts) > 1:
        yield '<details class="kinds"><summary>Kind</summary>'
        yield '<fieldset class="chips"><legend class="aside">Kind of change</legend>'
        for kind in get_args(Kind):
            if counts[kind]:
                yield _chip("kind", kind, kind_name(kind, comparison.mode), counts[kind])
        yield "</fieldset></details>"


def _chip(group: str, value: str, name: str, number: int) -> str:
    return (
        f'<label class="chip {value}"><input type="checkbox" name="{group}" value="{value}" checked>'
        f"<span>{name} <b>{number:,}</b></span></label>"
    )


def _topics(comparison: Comparison) -> Iterator[str]:
    """The topics of what changed, and those above them, as a choice."""
    counts = Counter(name for pair in comparison.changed if pair.topic for name in _with_above(pair.topic))
    if len(counts) > 1:
        yield '<label><span class="aside">Topic</span><select name="topic">'
        yield '<option value="">All topics</option>'
        for topic in sorted(counts):
            name = escape(one_line(topic))
            yield f'<option value="{name}">{name} ({counts[topic]:,})</option>'
        yield "</select></label>"


def _with_above(topic: str) -> Iterator[str]:
    parts = topic.split(".")
    return (".".join(parts[:end]) for end in range(1, len(parts) + 1))
