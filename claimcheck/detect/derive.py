"""Facts that follow from two others of one document: what begins on a day and lasts at most so long ends by a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from claimcheck.model.claim import Claim
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.value import AnchorOrigin, Granularity, Quantity, QuantityKind, Relation, Timex, TimexType

_DAY = 86_400
# Beyond this many days a sum of "at most" says nothing that an article would date.
_LONGEST = 3_660


def with_derived(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those with a bounded duration of an event whose start is dated with the end that follows."""
    starts = [
        (f.measure.event, f.value)
        for c in claims
        for f in c.facts
        if f.measure.aspect is Aspect.START
        and isinstance(f.value, Timex)
        and f.value.start
        and f.value.relation is Relation.IN
    ]
    first: dict[str, Timex] = {}
    for event, start in starts:
        first.setdefault(event, start)
    return [replace(c, facts=(*c.facts, *_ends(c, first))) for c in claims]


def _ends(claim: Claim, starts: dict[str, Timex]) -> list[Fact]:
    found = []
    for fact in claim.facts:
        start = starts.get(fact.measure.event)
        if start is not None and isinstance(fact.value, Quantity) and fact.value.kind is QuantityKind.DURATION:
            end = _end(start, fact.value)
            if end is not None:
                measure = replace(fact.measure, dimension="time", aspect=Aspect.END, label=f"end of {_of(fact)}")
                found.append(Fact(fact.span, end, measure))
    return found


def _of(fact: Fact) -> str:
    return fact.measure.label.removeprefix("duration of ")


def _end(start: Timex, lasts: Quantity) -> Timex | None:
    longest = lasts.base.high
    if longest is None or start.start is None or not _DAY <= longest <= _LONGEST * _DAY:
        return None
    try:
        day = datetime(start.start.year, start.start.month, start.start.day) + timedelta(seconds=int(longest))
        after = day + timedelta(days=1)
    except OverflowError:
        return None
    relation = Relation.BY if lasts.base.low != longest else Relation.IN
    origin = start.anchor_origin if start.anchor_origin is not AnchorOrigin.NONE else AnchorOrigin.DISCOURSE
    return Timex(
        lasts.span,
        TimexType.DATE,
        day.date().isoformat(),
        Granularity.DAY,
        None if relation is Relation.BY else day,
        after,
        relation,
        start.anchor,
        origin,
        derivation="start + duration",
    )
