""" "Halved" and "doubled" as the change that they name: a fall by 50 per cent, a rise by 100."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.units import units
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.value import HEDGED_MULTIPLE, MULTIPLE, Hedge, Interval, Quantity, QuantityKind

# Productions of what has become so many times as much; "twice as many" may be of two things.
_BECOME = ("doubled", "halved", "to <double>")
_ONE, _HUNDRED = Decimal(1), Decimal(100)


def change_of(fact: Fact) -> Fact | None:
    """The change in per cent, which nobody means to the point; None for what is no multiplier of what was before."""
    times = fact.value
    if not isinstance(times, Quantity) or times.kind is not QuantityKind.MULTIPLIER or not fact.measure.bound:
        return None
    factor = times.interval.low
    if not times.derivation.endswith(_BECOME) or not times.interval.is_point or factor is None:
        return None
    by = Interval.point(abs(factor - _ONE) * _HUNDRED)
    told = MULTIPLE if times.hedge is Hedge.NONE else HEDGED_MULTIPLE
    hedge = times.hedge if times.hedge is not Hedge.NONE else Hedge.ABOUT
    value = replace(times, kind=QuantityKind.PERCENT, interval=by, unit=units().by_name["percent"],
                    precision=Decimal(10), hedge=hedge, derivation=told)
    measure = replace(fact.measure, dimension=QuantityKind.PERCENT.value, aspect=Aspect.CHANGE,
                      event=concept("fall" if factor < 1 else "rise"))
    return Fact(fact.span, value, measure, fact.negated)
