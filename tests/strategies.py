"""Hypothesis strategies that make documents of any shape, with words that some format takes for markup."""

from typing import Final

from hypothesis import strategies as st
from tests.documents import HOSTILE_NAME, STYLES

from treatydraft.document import tree
from treatydraft.document.house_style import Level
from treatydraft.document.numbering import numbered

HOSTILE: Final = (
    HOSTILE_NAME, "**bold**", "_y_", "*", "**", "~~gone~~", "^1^", "`code`", "```", "~~~",
    "# heading", "## x ##", "---", "===", ":--", "1.", "1. one", "12) two", "+ plus", "- minus", "-",
    "|", "a | b", "[a](b)", "[a]: b", "![x](y)", "!", "\\", "a\\", "\\*", "$1 and $2", "$x$",
    "&amp;", "&", "amp;", "&#42;", "< b > c", "<b>", "<a href='x'>", "<!-- x -->", "</style>", "]]>",
    "{{ x }}", "{% raw %}", "#set text(red)", "http://example.org/a_b", "www.example.org", "a@b.example",
    "  lead", "trail  ", " ", "a  b", "\u00a0x\u00a0", "\u2028", "x" * 90,
    "日本国", "Україна", "“quoted”", "‘so’",
)  # fmt: skip
_CHARACTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"))


def words(characters: st.SearchStrategy[str] = _CHARACTERS) -> st.SearchStrategy[str]:
    """Strings that some format takes for markup, and any others."""
    return st.one_of(
        st.sampled_from(HOSTILE), st.text(characters, max_size=12), st.just("the Parties shall meet")
    )


def inlines(
    targets: tuple[str, ...], text: st.SearchStrategy[str]
) -> st.SearchStrategy[tuple[tree.Inline, ...]]:
    """Inline pieces, nested as far as instruments go, that refer to `targets`."""
    leaves = st.one_of(
        st.builds(tree.Text, text),
        st.builds(tree.Value, st.just("parties[0].name"), text),
        st.builds(tree.Term, text, text, st.booleans()),
        *([st.builds(tree.Reference, st.sampled_from(targets))] if targets else []),
    )
    inner = st.lists(leaves, max_size=3).map(tuple)
    groups = st.one_of(
        leaves,
        st.builds(tree.Emphasis, inner),
        st.builds(tree.Note, inner),
        st.builds(tree.Emphasis, st.lists(st.builds(tree.Emphasis, inner), max_size=2).map(tuple)),
    )
    return st.lists(groups, max_size=5).map(tuple)


@st.composite
def documents(draw: st.DrawFn, text: st.SearchStrategy[str] | None = None) -> tree.Document:
    """Numbered documents in one of the house styles, with any text in every place that has text."""
    text = words() if text is None else text
    style = draw(st.sampled_from(STYLES))
    body = draw(_forest("body", style.levels))
    annexes = draw(_forest("annex", style.annex_levels))
    targets = tuple(found.id for found in tree.walk((*body, *annexes)) if found.kind in _CITED)
    pieces = inlines(targets, text)
    blocks = st.builds(
        tree.SignatureBlock,
        id=text,
        party_id=text,
        text=pieces,
        signatories=st.lists(st.builds(tree.Signatory, pieces, pieces), max_size=2).map(tuple),
    )
    document = tree.Document(
        id="any",
        form="agreement",
        register=draw(st.sampled_from(("binding", "political"))),
        title=draw(inlines((), text)),
        short_title=draw(text),
        parties=draw(st.lists(st.builds(tree.Party, text, text, text), max_size=3).map(tuple)),
        preamble=tree.Preamble(
            opening=tree.Clause("preamble", "preamble", text=draw(pieces)),
            recitals=tuple(
                tree.Clause("recital", f"recitals/{number}", text=draw(pieces))
                for number in range(draw(_FEW))
            ),
            enacting=tree.Clause("paragraph", "enacting", text=draw(pieces)),
        ),
        body=tuple(draw(_filled(clause, text, pieces)) for clause in body),
        closing=tree.Closing(
            testimonium=tree.Clause(
                "testimonium",
                "testimonium",
                text=draw(pieces),
                children=tuple(
                    tree.Clause("testimonium", f"testimonium/{number}", text=draw(pieces))
                    for number in range(draw(_FEW))
                ),
            ),
            signatures=draw(st.lists(blocks, max_size=3).map(tuple)),
        ),
        annexes=tuple(draw(_filled(clause, text, pieces)) for clause in annexes),
        house_style=style,
        marking=draw(st.builds(tree.Marking, text, text, st.sampled_from(("", "2024-06-13")))),
    )
    return numbered(document)


_FEW = st.integers(0, 2)
_CITED = ("annex", "part", "chapter", "section", "article", "paragraph", "subparagraph", "item")
_HEADED = ("annex", "part", "chapter", "section", "article")


@st.composite
def _forest(draw: st.DrawFn, id: str, levels: tuple[Level, ...]) -> tuple[tree.Clause, ...]:  # noqa: A002
    """Clauses without words, each of a kind below that of its parent."""
    if not levels:
        return ()
    clauses = []
    for number in range(draw(_FEW)):
        name = f"{id}/{number}"
        children = draw(_forest(name, levels[1:]))
        clauses.append(tree.Clause(levels[0].kind, name, children=children))
    return tuple(clauses)


@st.composite
def _filled(
    draw: st.DrawFn,
    clause: tree.Clause,
    text: st.SearchStrategy[str],
    pieces: st.SearchStrategy[tuple[tree.Inline, ...]],
) -> tree.Clause:
    headed = clause.kind in _HEADED
    return tree.Clause(
        kind=clause.kind,
        id=clause.id,
        heading=draw(text) if headed else "",
        text=() if headed else draw(pieces),
        children=tuple(draw(_filled(child, text, pieces)) for child in clause.children),
    )
