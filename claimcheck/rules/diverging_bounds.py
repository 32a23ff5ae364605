"""Two bounds in one direction that both hold but lie far apart."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.guard import Guard
from claimcheck.model.value import Quantity
from claimcheck.reason.amounts import Standing
from claimcheck.rules.count_update import is_update
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words

# Both hold, so the measures must be the same beyond doubt before it is worth a word.
SURE = 0.6


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair in story.pairs:
        if (
            pair.standing == Standing.DIVERGING
            and isinstance(pair.a.fact.value, Quantity)
            and pair.alignment.score >= SURE
            and not is_update(story, pair)
        ):
            yield finding(
                story,
                rule,
                Verdict.TENSION,
                (pair.a, pair.b),
                f"{value_words(pair.a.fact)} against {value_words(pair.b.fact)}",
                condition="both hold where the tighter bound holds; one of the two is far from it",
                key=pair.key,
                guards=(*pair.alignment.passed, Guard.ROUNDING.value),
            )
