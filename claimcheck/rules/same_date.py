"""Two sources date one event alike."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.standing import Standing
from claimcheck.model.value import Relation, Timex
from claimcheck.rules.date_mismatch import other_weekdays
from claimcheck.rules.likely import least
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair in story.pairs:
        a, b = pair.a.fact.value, pair.b.fact.value
        if not isinstance(a, Timex) or not isinstance(b, Timex):
            continue
        # "Since Saturday" leaves room for "until Saturday", and says nothing of it.
        dated = pair.standing == Standing.SAME or (pair.standing == Standing.SATISFIED and _alike(a, b))
        likely = pair.alignment.score >= least(rule, pair) and pair.a.denied == pair.b.denied
        if dated and likely and not other_weekdays(story, pair):
            said, other = value_words(pair.a.fact), value_words(pair.b.fact)
            yield finding(
                story,
                rule,
                Verdict.AGREEMENT,
                (pair.a, pair.b),
                f"both say {said}" if said == other else f"{said} fits {other}",
                key=pair.key,
                guards=pair.alignment.passed,
            )


def _alike(a: Timex, b: Timex) -> bool:
    return {a.relation, b.relation} != {Relation.SINCE, Relation.UNTIL}
