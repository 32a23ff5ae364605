"""One source says that something happened, the other that it did not."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.statement import Pair
from claimcheck.model.fact import Measure, Occurrence
from claimcheck.model.finding import Finding, Verdict
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words

SURE = 0.75


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair in story.pairs:
        a, b = pair.a.fact.value, pair.b.fact.value
        if isinstance(a, Occurrence) and isinstance(b, Occurrence) and a.negated != b.negated and _same(pair):
            yield finding(story, rule, Verdict.TENSION, (pair.a, pair.b),
                          f"{value_words(pair.a.fact)} against {value_words(pair.b.fact)}", key=pair.key,
                          guards=pair.alignment.passed)


def _same(pair: Pair) -> bool:
    a, b = pair.a.fact.measure, pair.b.fact.measure
    return a.event == b.event and pair.alignment.score >= SURE and _arguments(a, b)


def _arguments(a: Measure, b: Measure) -> bool:
    """Both arguments are shared where both sides name them."""
    subject = not a.subject or not b.subject or bool(a.subject & b.subject)
    object_ = bool(a.object & b.object) or (not a.object and not b.object)
    return subject and object_


RULE = Rule("polarity-conflict", "One source says it happened, the other that it did not.", (Verdict.TENSION,), check)
