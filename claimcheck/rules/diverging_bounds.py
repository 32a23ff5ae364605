"""Two bounds in one direction that both hold but lie far apart."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.guard import Guard
from claimcheck.model.standing import Standing
from claimcheck.model.value import Quantity
from claimcheck.rules.count_update import is_update
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair in story.pairs:
        if (
            pair.standing == Standing.DIVERGING
            and isinstance(pair.a.fact.value, Quantity)
            and pair.alignment.score >= rule.least
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
