"""Rules of structure: numbers, lists, headings, recitals."""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.structure import (
    empty_clause,
    enacting_words,
    heading_missing,
    lead_without_list,
    level_skipped,
    misplaced_conjunction,
    missing_conjunction,
    mixed_item_endings,
    mixed_label_styles,
    number_gap,
    number_order,
    number_repeated,
    paragraph_left_open,
    recital_form,
    recital_punctuation,
    single_item_list,
)

RULES: Final[tuple[Rule, ...]] = (
    number_repeated.RULE,
    number_gap.RULE,
    number_order.RULE,
    single_item_list.RULE,
    missing_conjunction.RULE,
    mixed_item_endings.RULE,
    mixed_label_styles.RULE,
    heading_missing.RULE,
    recital_form.RULE,
    recital_punctuation.RULE,
    empty_clause.RULE,
    level_skipped.RULE,
    enacting_words.RULE,
    misplaced_conjunction.RULE,
    lead_without_list.RULE,
    paragraph_left_open.RULE,
)
