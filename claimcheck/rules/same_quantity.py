"""Two sources give the same amount of one measure, beyond rounding, hedge and unit."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.standing import Standing
from claimcheck.model.value import Quantity
from claimcheck.rules.count_update import is_update
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words

_AGREES = frozenset({Standing.SAME, Standing.ROUNDED, Standing.SATISFIED, Standing.VAGUE})
_EQUAL = frozenset({Standing.SAME, Standing.ROUNDED})  # who denies 50 and who denies 100 do not agree


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair in story.pairs:
        agrees = pair.standing in (_EQUAL if pair.a.denied else _AGREES) and pair.a.denied == pair.b.denied
        agrees = agrees and pair.alignment.score >= rule.least
        if agrees and isinstance(pair.a.fact.value, Quantity) and not is_update(story, pair):
            a, b = value_words(pair.a.fact), value_words(pair.b.fact)
            message = f"both say {a}" if a == b else f"{a} fits {b}"
            yield finding(story, rule, Verdict.AGREEMENT, (pair.a, pair.b), message, key=pair.key,
                          guards=pair.alignment.passed)
