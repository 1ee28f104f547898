"""The text that prevails is in a language in which the instrument is not done.

## Why it matters
A divergence between the French and the Japanese text is settled by an English one, and there is none.

## Wrong
    Testimonium: Done at Norburg on 1 March 2027, in the French and Japanese languages.
    Testimonium: In case of divergence the English text shall prevail.

## Right
    Testimonium: Done at Norburg on 1 March 2027, in the French, Japanese and English languages.
    Testimonium: In case of divergence the English text shall prevail.

## Source
Vienna Convention on the Law of Treaties, art. 33: a text prevails among those that are authentic.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def prevailing_text_not_among_those_done(text: Text) -> Iterator[Mark]:
    """A prevailing language that is neither one of those done in nor authentic."""
    done = {
        fact.value
        for field in ("languages.done_in", "languages.authentic")
        for fact in text.facts.get(field, ())
    }
    for fact in text.facts.get("languages.prevailing", ()) if done else ():
        passage = text.by_id.get(fact.clause)
        if fact.value not in done and passage:
            yield passage.mark(
                "the text that prevails is in none of the languages in which this is done",
                fact.span,
                suggestion="name one of the authentic texts, or add that language",
            )


RULE: Final = Rule("TD803", "error", prevailing_text_not_among_those_done, languages=("en", "uk"))
