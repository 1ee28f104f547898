"""The pages on rules say what the rules say of themselves."""

from pathlib import Path

from treatydraft.linting import RULES
from treatydraft.reports.explanation import explanation, overview

DOCS = Path(__file__).parents[2] / "docs"


def pages() -> dict[Path, str]:
    rules = {DOCS / "rules" / f"{rule.code}.md": explanation(rule).removeprefix("#") for rule in RULES}
    return {DOCS / "rules.md": overview(RULES), **rules}


def test_pages_are_what_the_rules_say(*, accept: bool) -> None:
    expected = pages()
    folder = DOCS / "rules"
    if accept:
        folder.mkdir(exist_ok=True)
        for page, text in expected.items():
            page.write_text(text, encoding="utf-8")
    there = {page: page.read_text(encoding="utf-8") for page in (DOCS / "rules.md", *folder.iterdir())}
    assert there == expected
