"""Two sources date one event alike."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.value import Timex
from claimcheck.reason.amounts import Standing
from claimcheck.rules.date_mismatch import other_weekdays
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair in story.pairs:
        dated = isinstance(pair.a.fact.value, Timex) and pair.standing in (Standing.SAME, Standing.SATISFIED)
        if dated and pair.a.denied == pair.b.denied and not other_weekdays(story, pair):
            a, b = value_words(pair.a.fact), value_words(pair.b.fact)
            yield finding(
                story,
                rule,
                Verdict.AGREEMENT,
                (pair.a, pair.b),
                f"both say {a}" if a == b else f"{a} fits {b}",
                key=pair.key,
                guards=pair.alignment.passed,
            )
