"""A final clause stands before clauses of substance.

## Why it matters
A reader looks for entry into force and termination at the end. A clause in between is overlooked when
others are added.

## Wrong
    Article 1 # Scope
      This Agreement applies to fish stocks.
    Article 2 # Termination
      Either Party may terminate this Agreement by written notice.
    Article 3 # Quotas
      Each Party shall publish its quotas.
    Article 4 # Vessels
      Each Party shall keep a list of its vessels.

## Right
    Article 1 # Scope
      This Agreement applies to fish stocks.
    Article 2 # Quotas
      Each Party shall publish its quotas.
    Article 3 # Vessels
      Each Party shall keep a list of its vessels.
    Article 4 # Termination
      Either Party may terminate this Agreement by written notice.

## Source
Customary order of treaties: purpose, substance, implementation, final clauses.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.final_clauses import headed
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_LAST: Final = ("entry into force", "duration", "termination")
_FEWEST: Final = 2  # articles of substance behind a final clause, one of which may be a special provision


def final_clause_before_substance(text: Text) -> Iterator[Mark]:
    """Entry into force, duration and termination in the first half, before articles of substance."""
    articles = [one for one in text.of("body") if not one.above and one.clause.heading]
    kinds = [headed(one.clause.heading) for one in articles]
    for place, (article, kind) in enumerate(zip(articles, kinds, strict=True)):
        behind = [one for one in kinds[place + 1 :] if one is None]
        if kind in _LAST and len(behind) >= _FEWEST and place < len(articles) / 2:
            yield article.mark(
                f"{kind} is settled before {len(behind)} other articles",
                part="heading",
                suggestion="put the final clauses at the end",
            )


RULE: Final = Rule("TD806", "info", final_clause_before_substance)
