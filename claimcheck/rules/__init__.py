"""The rules in the order of the report; each is a module and, beside it, its page."""

from claimcheck.rules import (
    antonym_conflict,
    attribution_conflict,
    certainty_drift,
    comparison_conflict,
    copy_drift,
    count_update,
    date_mismatch,
    diverging_bounds,
    filler_conflict,
    left_open,
    name_spelling,
    place_conflict,
    polarity_conflict,
    quantity_mismatch,
    quote_drift,
    role_conflict,
    same_date,
    same_event,
    same_name,
    same_quantity,
    single_source,
    story_disputed,
)
from claimcheck.rules.rule import Rule, Story

RULES: tuple[Rule, ...] = (
    copy_drift.RULE,
    quantity_mismatch.RULE,
    comparison_conflict.RULE,
    date_mismatch.RULE,
    role_conflict.RULE,
    polarity_conflict.RULE,
    antonym_conflict.RULE,
    filler_conflict.RULE,
    story_disputed.RULE,
    place_conflict.RULE,
    left_open.RULE,
    certainty_drift.RULE,
    attribution_conflict.RULE,
    quote_drift.RULE,
    name_spelling.RULE,
    diverging_bounds.RULE,
    count_update.RULE,
    same_quantity.RULE,
    same_date.RULE,
    same_name.RULE,
    same_event.RULE,
    single_source.RULE,
)

__all__ = ["RULES", "Rule", "Story"]
