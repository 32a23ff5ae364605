"""How two times of one event stand to each other."""

from __future__ import annotations

import re
from datetime import timedelta

from claimcheck.model.standing import Standing
from claimcheck.model.value import Granularity, Hedge, Relation, Timex

_MONTH_DAY = re.compile(r"^\d\d(-\d\d)?$")
_CLOCK = re.compile(r"^T\d\d:\d\d$")
ABOUT_MINUTES = 10
_ENDS = frozenset({Relation.UNTIL, Relation.BEFORE, Relation.BY})
_OF_THE_CLOCK = frozenset({Granularity.HOUR, Granularity.MINUTE})
_PARTS = "MOAFEV"  # of a day, in their order; a night has two ends
_ROUGH = {Granularity.HOUR: timedelta(minutes=30), Granularity.MINUTE: timedelta(minutes=10)}


def standing(a: Timex, b: Timex) -> Standing | None:
    """None where one of the two is unresolved or where they cannot be put against each other."""
    if not (a.resolved and b.resolved):
        return _clocks(a, b)
    if (a.start, a.end) == (b.start, b.end) or (a.value == b.value and a.value.startswith("XXXX")):
        return Standing.SAME
    part = Granularity.PART_OF_DAY in (a.granularity, b.granularity)
    if part and a.start and b.start and a.start.date() == b.start.date():
        return _parts(a, b)
    if a.zone != b.zone and {a.granularity, b.granularity} <= _OF_THE_CLOCK:
        return None
    if _calendar(a) != _calendar(b):
        return _without_year(a, b)
    if a.relation is b.relation is Relation.SINCE and a.granularity is b.granularity and a.start != b.start:
        return Standing.DISJOINT
    if a.relation is b.relation and a.relation in _ENDS and a.end != b.end:
        return None  # who registers by the 5th does so by the 12th; but nobody has said the same
    if "/" in a.value and "/" in b.value and a.relation is b.relation is Relation.IN:
        return None  # two periods that overlap
    play = max(_play(a), _play(b))
    if _before(a, b, play) or _before(b, a, play):
        return Standing.DISJOINT
    return Standing.SATISFIED


def _parts(a: Timex, b: Timex) -> Standing | None:
    """Of one day: nobody says exactly when a morning begins or ends, but it is no evening."""
    places = [_PARTS.find(t.value[-2:]) for t in (a, b)]
    if -1 in places or places[0] == places[1]:
        return Standing.SATISFIED
    return Standing.DISJOINT if abs(places[0] - places[1]) > len("MO") else None


def _calendar(timex: Timex) -> str:
    """Times of documents without a date are told apart within one way of naming them only: weekdays, or days."""
    return (
        timex.value[:7]
        if timex.value.startswith("XXXX-W")
        else timex.value[:4]
        if timex.value.startswith("XXXX")
        else ""
    )


def _clocks(a: Timex, b: Timex) -> Standing | None:
    """Two times of day without a day: "T19:30" and "T20:30"."""
    if not (_CLOCK.match(a.value) and _CLOCK.match(b.value)) or a.zone != b.zone:
        return None
    minutes = [int(t.value[1:3]) * 60 + int(t.value[4:6] or 0) for t in (a, b)]
    apart = abs(minutes[0] - minutes[1])
    play = ABOUT_MINUTES if a.hedge or b.hedge else 0
    for one, other, timex in ((minutes[0], minutes[1], b), (minutes[1], minutes[0], a)):
        later = other - one if timex.relation is Relation.AFTER else one - other
        if timex.relation is not Relation.IN and later <= play:
            return None  # "shortly after 4 a.m." and 4:17
    return Standing.SAME if apart == 0 else Standing.SATISFIED if apart <= play else Standing.DISJOINT


def _without_year(a: Timex, b: Timex) -> Standing | None:
    """A month or day without a year against a full date: they differ where the month or the day does."""
    month_day = [t.value.split("T")[0][5:] for t in (a, b)]
    if any(t.value.startswith("XXXX-W") or t.relation is not Relation.IN for t in (a, b)):
        return None
    if not all(_MONTH_DAY.match(m) for m in month_day):
        return None
    common = min(len(m) for m in month_day)
    return Standing.SATISFIED if month_day[0][:common] == month_day[1][:common] else Standing.DISJOINT


def _play(timex: Timex) -> timedelta:
    if timex.hedge is Hedge.NONE:
        return timedelta(0)
    return _ROUGH.get(timex.granularity, timedelta(days=1))


def _before(a: Timex, b: Timex, play: timedelta) -> bool:
    """`a` ends before `b` begins. "Since" and "after" have no end, "until" and "by" no beginning."""
    if a.end is None or b.start is None or a.relation in (Relation.SINCE, Relation.AFTER):
        return False
    return b.start - a.end >= play
