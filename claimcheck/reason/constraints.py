"""Comparisons as constraints between measures.

A measure is a variable with an interval; a comparison says that one lies below another. Bounds are passed along the
comparisons (bounds propagation, as in difference constraints without offsets) and remember which facts they rest on, so
that an empty interval names a set of facts that cannot stand together, and a bound that was passed on is a condition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.model.value import Interval

Variable = str


@dataclass(frozen=True, slots=True)
class Limit:
    """`variable` lies in `interval`, by the facts with these numbers."""

    variable: Variable
    interval: Interval
    facts: frozenset[int]


@dataclass(frozen=True, slots=True)
class Less:
    """`left` < `right`, by one fact."""

    left: Variable
    right: Variable
    fact: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A minimal set of facts that cannot stand together."""

    facts: frozenset[int]


@dataclass(frozen=True, slots=True)
class _End:
    value: Decimal
    open: bool
    facts: frozenset[int]


def find_conflicts(limits: Sequence[Limit], orders: Sequence[Less]) -> tuple[Conflict, ...]:
    """Minimal sets of facts that cannot hold together, smallest first, without supersets of one another."""
    found: list[frozenset[int]] = [
        frozenset((a.fact, b.fact))
        for a in orders
        for b in orders
        if a.fact < b.fact and (a.left, a.right) == (b.right, b.left)
    ]
    lows, highs = _propagate(limits, orders)
    for variable in sorted(lows.keys() & highs.keys()):
        low, high = lows[variable], highs[variable]
        if low.value > high.value or (low.value == high.value and (low.open or high.open)):
            found.append(low.facts | high.facts)
    minimal = [f for f in set(found) if not any(other < f for other in found)]
    return tuple(Conflict(f) for f in sorted(minimal, key=lambda f: (len(f), sorted(f))))


def implied(limits: Sequence[Limit], orders: Sequence[Less]) -> tuple[Limit, ...]:
    """Limits that follow only through a comparison: the conditions under which all the facts can hold."""
    lows, highs = _propagate(limits, orders)
    result = []
    for variable in sorted(lows.keys() | highs.keys()):
        for end, low in ((lows.get(variable), True), (highs.get(variable), False)):
            if end is not None and len(end.facts) > 1:
                interval = (
                    Interval(end.value, None, low_open=end.open)
                    if low
                    else Interval(None, end.value, high_open=end.open)
                )
                result.append(Limit(variable, interval, end.facts))
    return tuple(result)



def _propagate(limits: Sequence[Limit], orders: Sequence[Less]) -> tuple[dict[Variable, _End], dict[Variable, _End]]:
    lows: dict[Variable, _End] = {}
    highs: dict[Variable, _End] = {}
    for limit in limits:
        i = limit.interval
        if i.low is not None:
            _raise(lows, limit.variable, _End(i.low, i.low_open, limit.facts))
        if i.high is not None:
            _lower(highs, limit.variable, _End(i.high, i.high_open, limit.facts))
    # A bound travels at most once along every comparison; a cycle of comparisons is a conflict of its own.
    for _ in orders:
        changed = False
        for order in orders:
            if order.left in lows:
                end = lows[order.left]
                changed |= _raise(lows, order.right, _End(end.value, True, end.facts | {order.fact}))
            if order.right in highs:
                end = highs[order.right]
                changed |= _lower(highs, order.left, _End(end.value, True, end.facts | {order.fact}))
        if not changed:
            break
    return lows, highs


def _raise(ends: dict[Variable, _End], variable: Variable, new: _End) -> bool:
    old = ends.get(variable)
    if old is None or new.value > old.value or (new.value == old.value and new.open and not old.open):
        ends[variable] = new
        return True
    return False


def _lower(ends: dict[Variable, _End], variable: Variable, new: _End) -> bool:
    old = ends.get(variable)
    if old is None or new.value < old.value or (new.value == old.value and new.open and not old.open):
        ends[variable] = new
        return True
    return False
