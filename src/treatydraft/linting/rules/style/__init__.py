"""Rules of style: gaps, brackets, marks, letters and slips of the pen."""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.style import (
    bracket_to_settle,
    bracket_without_attribution,
    change_to_accept,
    comment_left,
    double_space,
    doubled_punctuation,
    end_mark_in_heading,
    gap_to_fill,
    heading_case_mixed,
    look_alike_letter,
    missing_end_mark,
    misspelling,
    mixed_dashes,
    mixed_quotes,
    open_bracket,
    placeholder,
    repeated_word,
    run_together_words,
    space_at_mark,
    template_marker,
    tracked_change_left,
    unbalanced_bracket,
)

RULES: Final[tuple[Rule, ...]] = (
    placeholder.RULE,
    template_marker.RULE,
    open_bracket.RULE,
    unbalanced_bracket.RULE,
    bracket_without_attribution.RULE,
    double_space.RULE,
    space_at_mark.RULE,
    mixed_quotes.RULE,
    repeated_word.RULE,
    doubled_punctuation.RULE,
    look_alike_letter.RULE,
    tracked_change_left.RULE,
    comment_left.RULE,
    missing_end_mark.RULE,
    end_mark_in_heading.RULE,
    misspelling.RULE,
    mixed_dashes.RULE,
    run_together_words.RULE,
    heading_case_mixed.RULE,
    gap_to_fill.RULE,
    bracket_to_settle.RULE,
    change_to_accept.RULE,
)
