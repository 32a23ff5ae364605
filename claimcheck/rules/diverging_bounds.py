"""Two bounds in one direction that both hold but lie far apart."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.statement import Pair, Statement
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.guard import Guard
from claimcheck.model.standing import Standing
from claimcheck.model.value import Quantity
from claimcheck.reason.interval import intersect
from claimcheck.rules.count_update import is_update
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import as_written, finding, named, value_words


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
                condition=_condition(story, pair),
                key=pair.key,
                guards=(*pair.alignment.passed, Guard.ROUNDING.value),
            )


def _condition(story: Story, pair: Pair) -> str:
    """Which source says more, and how far from that the other one stays."""
    tight, loose = (pair.b, pair.a) if _leaves_room_for(pair.a, pair.b) else (pair.a, pair.b)
    name, other = named(story, tight.document, loose.document)
    values = as_written(story, tight), as_written(story, loose)
    return f"both hold if {name} is right with {values[0]}; {other} says only {values[1]}"


def _leaves_room_for(a: Statement, b: Statement) -> bool:
    """Does all that `b` leaves open lie within what `a` does?"""
    x, y = a.fact.value, b.fact.value
    return isinstance(x, Quantity) and isinstance(y, Quantity) and intersect(x.base, y.base) == y.base
