"""The two sides of a vote: where one account has "by 54 votes to 46", another one counts those who voted for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.model.fact import Fact
from claimcheck.model.value import SIDE, Interval, Quantity, QuantityKind

TALLY = "votes for and against"
_RATIO = "<n>-to-<m>"  # "a three-to-one majority"
_SIDES = ("votes of the minority", "votes of the majority")


def sides_of(tally: Fact) -> Iterator[Fact]:
    """A count for each side, put against counts that are written as such and never against those of another tally."""
    value = tally.value
    if not isinstance(value, Quantity) or tally.measure.label != TALLY or _RATIO in value.derivation:
        return
    for votes, label in zip((value.interval.low, value.interval.high), _SIDES, strict=True):
        if votes is not None:
            count = replace(value, kind=QuantityKind.NUMBER, interval=Interval.point(votes), derivation=SIDE)
            yield replace(tally, value=count, measure=replace(tally.measure, dimension="count", label=label))
