"""Facts that follow from two others of one document: what begins on a day and lasts at most so long ends by a day, and
what begins on one day and ends on another lasts so long."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeGuard

from claimcheck.lexicon.units import units
from claimcheck.model.claim import Claim, Factuality
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.value import (
    COUNTED,
    OF_TIMES,
    SAID_AND_LASTING,
    AnchorOrigin,
    Granularity,
    Interval,
    Quantity,
    QuantityKind,
    Relation,
    Timex,
    TimexType,
)

# The derivation of an end that is reckoned from a start and a length.
RECKONED = "start + duration"

_DAY = 86_400
_WEEK = timedelta(days=7)
# Beyond this many days a sum of "at most" says nothing that an article would date.
_LONGEST = 3_660
# What "will take" so long has not begun, as a rule; of three weeks some days may be missing.
_TAKING = re.compile(r"\b(?:take|last|need|require)s?\b(?:[^.;]{0,30})$")
_ROUNDED = Decimal("0.85")


def with_derived(claims: Sequence[Claim], today: date | None = None) -> list[Claim]:
    """The claims, those with a bounded duration of an event whose start is dated with the end that follows, those with
    how long something will take from the day of the document on with the first day on which it may end, and those with
    the end of an event that has one start and one end with its duration."""
    claims = [_in_order(c) for c in claims]
    starts, stops = _dated(claims, Aspect.START), _dated(claims, Aspect.END)
    first = {event: days[0] for event, days in starts.items()}
    once = {e: starts[e][0] for e in starts.keys() & stops.keys() if len(starts[e]) == len(stops[e]) == 1}
    return [replace(c, facts=(*c.facts, *_ends(c, first), *_open_ends(c, starts.keys() | stops.keys(), today),
                              *_lengths(c, once))) for c in claims]


def _in_order(claim: Claim) -> Claim:
    """Of "will begin on Monday and end on Friday" the Friday after that Monday, though another one may come first."""
    starts = {f.measure.event: f.value for f in claim.facts if f.measure.aspect is Aspect.START}
    return replace(claim, facts=tuple(_after(starts.get(f.measure.event), f) for f in claim.facts))


def _after(start: object, fact: Fact) -> Fact:
    stop = fact.value
    if not isinstance(start, Timex) or not isinstance(stop, Timex) or fact.measure.aspect is not Aspect.END:
        return fact
    if start.start is None or stop.start is None or stop.end is None or not stop.derivation.endswith("<weekday>"):
        return fact
    if not timedelta(0) < start.start - stop.start < _WEEK or stop.relation is not Relation.IN:
        return fact
    moved = stop.start + _WEEK
    return replace(fact, value=replace(stop, value=moved.date().isoformat(), start=moved, end=stop.end + _WEEK,
                                       readings=()))


def _dated(claims: Sequence[Claim], aspect: Aspect) -> dict[str, list[Timex]]:
    """The times at which events begin or end, by event, each day once."""
    found: dict[str, dict[str, Timex]] = {}
    for fact in (f for c in claims for f in c.facts if f.measure.aspect is aspect):
        if not isinstance(fact.value, Timex) or fact.value.derivation == COUNTED:
            continue
        if fact.value.start and fact.value.relation is Relation.IN:
            found.setdefault(fact.measure.event, {}).setdefault(fact.value.value, fact.value)
    return {event: list(times.values()) for event, times in found.items()}


def _lengths(claim: Claim, starts: dict[str, Timex]) -> list[Fact]:
    """Durations from the first to the last day; whether both count nobody says."""
    found = []
    for fact in claim.facts:
        start, stop = starts.get(fact.measure.event), fact.value
        if start is None or not isinstance(stop, Timex) or fact.measure.aspect is not Aspect.END:
            continue
        if start.granularity is not Granularity.DAY or stop.granularity is not Granularity.DAY:
            continue
        if start.start is None or stop.start is None or not 0 < (stop.start - start.start).days <= _LONGEST:
            continue
        days = Decimal((stop.start - start.start).days)
        length = Quantity(fact.span, fact.span, QuantityKind.DURATION, Interval(days, days + 1),
                          units().by_name["day"], derivation="start to end")
        measure = replace(fact.measure, dimension="duration", aspect=Aspect.LEVEL, head="", scope=(),
                          label=f"duration of {fact.measure.label.removeprefix('end of ')}")
        found.append(Fact(fact.span, length, measure))
    return found


def _ends(claim: Claim, starts: dict[str, Timex]) -> list[Fact]:
    found = []
    for fact in claim.facts:
        start = starts.get(fact.measure.event)
        if start is not None and _is_written(fact.value) and fact.value.kind is QuantityKind.DURATION:
            end = _end(start, fact.value)
            if end is not None:
                measure = replace(fact.measure, dimension="time", aspect=Aspect.END, label=f"end of {_of(fact)}")
                found.append(Fact(fact.span, end, measure))
    return found


def _is_written(value: object) -> TypeGuard[Quantity]:
    """An amount, and not the length that a time names: what began three days ago need not end today."""
    return isinstance(value, Quantity) and value.derivation not in OF_TIMES


def _open_ends(claim: Claim, dated: Collection[str], today: date | None) -> list[Fact]:
    """ "Will take three weeks": it does not end before, unless it has begun already."""
    if today is None or claim.factuality is not Factuality.PLANNED:
        return []
    found = []
    for fact in claim.facts:
        least = fact.value.base.low if _is_written(fact.value) else None
        if least is None or fact.measure.dimension != "duration" or fact.measure.event in {"", *dated}:
            continue
        before = claim.text[: max(0, fact.span.start - claim.span.start)]
        if _TAKING.search(before) and _DAY <= least <= _LONGEST * _DAY:
            end = datetime.combine(today, time()) + timedelta(seconds=int(least * _ROUNDED))
            value = Timex(fact.span, TimexType.DATE, end.date().isoformat(), Granularity.DAY, end, None, Relation.AFTER,
                          today, AnchorOrigin.PUBLICATION, derivation=SAID_AND_LASTING)
            measure = replace(fact.measure, dimension="time", aspect=Aspect.END, label=f"end of {_of(fact)}")
            found.append(Fact(fact.span, value, measure))
    return found


def _of(fact: Fact) -> str:
    label = fact.measure.label or "time"
    return label.removeprefix("duration of ") if label.startswith("duration of ") else f"the {label}"


def _end(start: Timex, lasts: Quantity) -> Timex | None:
    longest = lasts.base.high
    if longest is None or start.start is None or start.end is None or not _DAY <= longest <= _LONGEST * _DAY:
        return None
    first, last = start.start, start.end - timedelta(seconds=1)  # "began in January": on any day of it
    try:
        day = datetime(first.year, first.month, first.day) + timedelta(seconds=int(longest))
        after = datetime(last.year, last.month, last.day) + timedelta(seconds=int(longest) + _DAY)
    except OverflowError:
        return None
    value = day.date().isoformat()
    if after - day > timedelta(days=1):
        value = f"{value}/{(after - timedelta(days=1)).date().isoformat()}"
    relation = Relation.BY if lasts.base.low != longest else Relation.IN
    origin = start.anchor_origin if start.anchor_origin is not AnchorOrigin.NONE else AnchorOrigin.DISCOURSE
    return Timex(
        lasts.span,
        TimexType.DATE,
        value,
        Granularity.DAY,
        None if relation is Relation.BY else day,
        after,
        relation,
        start.anchor,
        origin,
        derivation=RECKONED,
        calendar=start.calendar,
    )
