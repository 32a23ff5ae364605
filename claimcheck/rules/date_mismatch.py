"""One event dated differently, at the granularity that both sources give."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.value import Timex
from claimcheck.reason.amounts import Standing
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair in story.pairs:
        if isinstance(pair.a.fact.value, Timex) and pair.standing == Standing.DISJOINT:
            verdict = Verdict.CONTRADICTION if pair.alignment.score >= 0.8 else Verdict.TENSION
            yield finding(story, rule, verdict, (pair.a, pair.b),
                          f"{value_words(pair.a.fact)} against {value_words(pair.b.fact)}",
                          key=pair.key, guards=(*pair.alignment.passed, Standing.SATISFIED.value))


RULE = Rule("date-mismatch", "Two sources date one event differently.", (Verdict.CONTRADICTION, Verdict.TENSION), check)
