"""Two amounts of one measure that no rounding, hedge or bound can reconcile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from claimcheck.link.statement import Pair
from claimcheck.model.claim import Factuality
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.guard import Guard
from claimcheck.model.standing import Standing
from claimcheck.model.value import DISTANCE, LEFT, SUM, Interval, Quantity, QuantityKind
from claimcheck.reason.amounts import a_birthday_apart
from claimcheck.rules.count_update import is_update
from claimcheck.rules.rule import LIKELY, TWO_THINGS, Rule, Story
from claimcheck.rules.words import finding, value_words

# Guards that are asked of the values themselves.
_VALUES = (Guard.ROUNDING.value, Guard.BOUND_SATISFIED.value, Guard.UPDATE.value)
_VOUCHED = frozenset({Factuality.ASSERTED, Factuality.REPORTED})
_ONE = Interval.point(Decimal(1))


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair in story.pairs:
        if (
            pair.standing == Standing.DISJOINT
            and isinstance(pair.a.fact.value, Quantity)
            and pair.a.denied == pair.b.denied
            and pair.alignment.score >= rule.least
            and not is_update(story, pair)
        ):
            condition = next((why for why, holds in _OPEN.items() if holds(pair)), "")
            yield finding(
                story,
                rule,
                Verdict.TENSION if condition else Verdict.CONTRADICTION,
                (pair.a, pair.b),
                f"{value_words(pair.a.fact)} against {value_words(pair.b.fact)}",
                condition=condition,
                key=pair.key,
                guards=(*pair.alignment.passed, *_VALUES),
            )


def _unvouched(pair: Pair) -> bool:
    return not (all(s.claim.factuality in _VOUCHED for s in (pair.a, pair.b)) or _one_plan(pair))


def _unlikely(pair: Pair) -> bool:
    return pair.alignment.score < LIKELY


def _one_plan(pair: Pair) -> bool:
    """What is planned on one day is one plan; from one day to the next it may change."""
    planned = all(s.claim.factuality is Factuality.PLANNED for s in (pair.a, pair.b))
    return planned and pair.a.published is not None and pair.a.published == pair.b.published


def _is_estimate(pair: Pair) -> bool:
    return pair.a.fact.measure.estimated or pair.b.fact.measure.estimated


def _has_one(pair: Pair) -> bool:
    values = (pair.a.fact.value, pair.b.fact.value)
    return any(isinstance(v, Quantity) and v.kind is QuantityKind.NUMBER and v.interval == _ONE for v in values)


def _a_birthday_apart(pair: Pair) -> bool:
    a, b = pair.a.fact.value, pair.b.fact.value
    return isinstance(a, Quantity) and isinstance(b, Quantity) and a_birthday_apart(a, b)


def _has_sum(pair: Pair) -> bool:
    return any(isinstance(s.fact.value, Quantity) and s.fact.value.derivation == SUM for s in (pair.a, pair.b))


def _counted(pair: Pair) -> bool:
    """How long ago, how long still: from a day on that the other may not count from."""
    values = (pair.a.fact.value, pair.b.fact.value)
    return any(isinstance(v, Quantity) and v.derivation in (LEFT, DISTANCE) for v in values)


def _percent_for_points(pair: Pair) -> bool:
    kinds = {s.fact.value.kind for s in (pair.a, pair.b) if isinstance(s.fact.value, Quantity)}
    return kinds == {QuantityKind.PERCENT, QuantityKind.POINTS}


# What both may be right about, each in its way; where none of it holds they contradict each other.
_OPEN: dict[str, Callable[[Pair], bool]] = {
    "estimates differ": _is_estimate,
    "both hold where one of several is told of": _has_one,
    "both hold where the list is not one of all": _has_sum,
    "both hold only if they are counted from two days": _counted,
    "both hold only if one says percent for percentage points": _percent_for_points,
    "both hold only if a birthday lies between them": _a_birthday_apart,
    "not both state it as a fact": _unvouched,
    TWO_THINGS: _unlikely,
}
