"""Two amounts of one measure that no rounding, hedge or bound can reconcile."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.statement import Pair
from claimcheck.model.claim import Factuality
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.guard import Guard
from claimcheck.model.standing import Standing
from claimcheck.model.value import Interval, Quantity, QuantityKind
from claimcheck.rules.count_update import is_update
from claimcheck.rules.rule import LIKELY, Rule, Story
from claimcheck.rules.words import finding, value_words

# Guards that are asked of the values themselves.
_VALUES = (Guard.ROUNDING.value, Guard.BOUND_SATISFIED.value, Guard.UPDATE.value)
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
            yield finding(
                story,
                rule,
                _verdict(pair),
                (pair.a, pair.b),
                f"{value_words(pair.a.fact)} against {value_words(pair.b.fact)}",
                measure=pair.a.fact.measure.label or pair.b.fact.measure.label,
                key=pair.key,
                guards=(*pair.alignment.passed, *_VALUES),
            )


def _verdict(pair: Pair) -> Verdict:
    if any(_is_one(s.fact.value) for s in (pair.a, pair.b)):
        return Verdict.TENSION  # where there are several, somebody may tell of one of them
    vouched = {Factuality.ASSERTED, Factuality.REPORTED}
    both = pair.a.claim.factuality in vouched and pair.b.claim.factuality in vouched
    return Verdict.CONTRADICTION if both and pair.alignment.score >= LIKELY else Verdict.TENSION


def _is_one(value: object) -> bool:
    return isinstance(value, Quantity) and value.kind is QuantityKind.NUMBER and value.interval == _ONE
