"""Interval algebra: exact, on `Decimal`; a missing end is unbounded."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.value import Interval


def intersect(a: Interval, b: Interval) -> Interval | None:
    """The common part of two intervals, None where they have none."""
    low, low_open = _tighter_low(a, b)
    high, high_open = _tighter_high(a, b)
    if low is not None and high is not None and (low > high or (low == high and (low_open or high_open))):
        return None
    return Interval(low, high, low_open, high_open)


def disjoint(a: Interval, b: Interval) -> bool:
    """True where no value lies in both."""
    return intersect(a, b) is None





def _tighter_low(a: Interval, b: Interval) -> tuple[Decimal | None, bool]:
    if a.low is None or b.low is None:
        return (b.low, b.low_open) if a.low is None else (a.low, a.low_open)
    if a.low == b.low:
        return a.low, a.low_open or b.low_open
    return (a.low, a.low_open) if a.low > b.low else (b.low, b.low_open)


def _tighter_high(a: Interval, b: Interval) -> tuple[Decimal | None, bool]:
    if a.high is None or b.high is None:
        return (b.high, b.high_open) if a.high is None else (a.high, a.high_open)
    if a.high == b.high:
        return a.high, a.high_open or b.high_open
    return (a.high, a.high_open) if a.high < b.high else (b.high, b.high_open)
