"""How two times of one event stand to each other.

A time is the set of its readings: every stretch of time that it may denote. What usage leaves open is in the set
("last Tuesday" is one of two days, "Monday night" reaches into Tuesday), and so is what of the calendar is open:
"Tuesday" in a text without a date is the Tuesday of any week. The readings of two times are put on one calendar, where
the more open one repeats around the other. They differ where no reading of the one meets one of the other; they agree
where the usual readings do, and between the two nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product

from claimcheck.lexicon.calendar import calendar_words
from claimcheck.model.standing import Standing
from claimcheck.model.value import OF_THE_CLOCK, OF_THE_DAY, Calendar, Granularity, Hedge, Relation, TimeRole, Timex

Reading = tuple[datetime | None, datetime | None]

_ENDS = frozenset({Relation.UNTIL, Relation.BEFORE, Relation.BY})
_JUST = frozenset({Hedge.JUST_UNDER, Hedge.JUST_OVER})
# "Shortly before seven", and before half past seven.
_SHORTLY = {Granularity.HOUR: timedelta(hours=1), Granularity.MINUTE: timedelta(minutes=30)}
_ROUGH = {Granularity.HOUR: timedelta(minutes=30), Granularity.MINUTE: timedelta(minutes=10)}
_LONG = frozenset({Granularity.MONTH, Granularity.YEAR, Granularity.DECADE})
_OPENNESS = (Calendar.PLACED, Calendar.FISCAL, Calendar.YEAR, Calendar.WEEK, Calendar.DAY)
_CYCLE = {Calendar.YEAR: timedelta(days=365), Calendar.WEEK: timedelta(days=7), Calendar.DAY: timedelta(days=1)}
# As short as they may be.
_LENGTHS = {Granularity.YEAR: timedelta(days=365), Granularity.MONTH: timedelta(days=28),
            Granularity.DAY: timedelta(days=1)}
# Productions by which a name says which one is meant: "last Sunday", "May 2023".
_TELLS_WHICH = re.compile(r"<(?:next|this|year|amount)\b|\b(?:last|ago|later)\b")
_ONE_DAY = timedelta(days=1)
# Those of which only the end is a deadline have no length.
_UNITS = {Granularity.QUARTER: timedelta(days=90), Granularity.SEASON: timedelta(days=89),
          Granularity.WEEK: timedelta(days=7), Granularity.PART_OF_DAY: timedelta(hours=3)}
# Nobody counts from a time of the day.
_COUNTED_FROM = _LENGTHS | {g: _UNITS[g] for g in (Granularity.QUARTER, Granularity.SEASON, Granularity.WEEK)}
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
# "In 30 years" is rounded by a tenth of them.
_ROUNDED = 10
_ERA_SAID = 1000  # an earlier year is only read as one where its era stands with it
_INSTANT = timedelta(microseconds=1)
# Offsets from UTC, in hours, that a place may have.
_WEST, _EAST = -12, 14


def standing(a: Timex, b: Timex) -> Standing | None:
    """None where one of the two has no reading, or where nothing can be said."""
    if Calendar.SAID in (a.calendar, b.calendar):
        return _counted_back(a, b)
    a, b = sorted((a, b), key=lambda t: -1 if t.calendar is Calendar.TOLD else _OPENNESS.index(t.calendar))
    if Calendar.TOLD in (a.calendar, b.calendar):
        return _told(a, b)
    if "BC" in a.value or "BC" in b.value:
        return _before_christ(a, b)
    if a.calendar is b.calendar is Calendar.WEEK and any(map(_any_weekday, (a, b))):
        return None
    usual = _placed(a, b, usual=True)
    placed = usual if a.calendar is b.calendar is Calendar.FISCAL else _placed(a, b)
    if a.value == b.value and "XXXX" in a.value and _shape(a) == _shape(b):
        return Standing.SAME
    if not placed:
        return None
    met = [any(_meet(a, b, x, y) for y in near) for x, near in placed]
    if _since(a, b):
        return Standing.DISJOINT
    if not any(met):
        return None if _one_name(a, b) or _touches(a, b) or _touches(b, a) else Standing.DISJOINT
    if _fixed(a, b) and any(x in near for x, near in usual):
        return Standing.SAME
    agree = any(_meet(a, b, x, y) for x, near in usual for y in near)
    return Standing.SATISFIED if agree and _telling(a, b) else None


def _one_name(a: Timex, b: Timex) -> bool:
    """Are both the bare name of one day or month in reports of one day, read a week or a year apart: on either side of
    it? Which Sunday is meant only the tense tells, in which the texts are seldom wrong and their reader is often."""
    if a.derivation != b.derivation or a.anchor is None or b.anchor is None or abs(a.anchor - b.anchor) > _ONE_DAY:
        return False
    starts = [t.start or t.end for t in (a, b)]
    if starts[0] is None or starts[1] is None or _TELLS_WHICH.search(a.derivation):
        return False
    if "<weekday>" in a.derivation:
        return "<date>" not in a.derivation and abs(starts[0] - starts[1]) == _CYCLE[Calendar.WEEK]
    return abs(starts[0].year - starts[1].year) == 1 and starts[0].timetuple()[1:6] == starts[1].timetuple()[1:6]


def _touches(by: Timex, when: Timex) -> bool:
    """What is so by noon may be so at noon."""
    of_the_clock = by.relation is Relation.BY and by.granularity in OF_THE_CLOCK and when.relation is Relation.IN
    return of_the_clock and by.end is not None and by.end == when.start


def edge(timex: Timex) -> Timex:
    """The time of the end of "until Friday", of the start of "since May"; whether the last day counts nobody says.
    What is no day, month or year stays as it is."""
    if timex.granularity not in _LENGTHS:
        return timex
    found = tuple(_edge(reading, timex.granularity) for reading in _readings(timex))
    return _within(timex, found)


def end_of(timex: Timex) -> Timex:
    """When what is so "until Friday", "until 5 p.m." ends; "until the evening" leaves it open."""
    if timex.granularity not in OF_THE_CLOCK:
        return edge(timex)
    play = _ROUGH[Granularity.MINUTE]
    found = tuple((end - play, min(end, datetime.max - play) + play) for _, end in _readings(timex) if end is not None)
    return _within(timex, found)


def _within(timex: Timex, found: tuple[Reading, ...]) -> Timex:
    """The time of these readings, the usual one first; as it is where there are none."""
    return replace(timex, relation=Relation.IN, start=found[0][0], end=found[0][1], readings=found) if found else timex


def one_end(a: Timex, b: Timex) -> bool:
    """Are two times ends of the time that somebody has: two deadlines, or a deadline and what is done before that very
    day? What was done by another day may have been done in time, or late."""
    deadlines = (a.role is TimeRole.DEADLINE) + (b.role is TimeRole.DEADLINE)
    if deadlines != 1:
        return deadlines == 2
    ends = all(t.role is TimeRole.DEADLINE or t.relation in _ENDS for t in (a, b))
    return ends and standing(last_day(a), last_day(b)) in (Standing.SAME, Standing.SATISFIED)


def last_day(timex: Timex) -> Timex:
    """Of the end of the time that somebody has the day, hour or month that is named: the last of "until Friday", and of
    "before Friday" that day or the one before it."""
    if timex.relation not in _ENDS:
        return timex
    length = _written(timex) or _LENGTHS.get(timex.granularity) or _UNITS.get(timex.granularity, _INSTANT)
    after = length if timex.relation is Relation.BEFORE or timex.granularity in OF_THE_CLOCK else timedelta(0)
    try:
        found = tuple((end - length, end + after) for _, end in _readings(timex) if end is not None)
    except OverflowError:
        return timex
    return _within(timex, found)


def _written(timex: Timex) -> timedelta:
    """How long the days of "2025-03-16/2025-03-31" are."""
    ends = _DAYS.fullmatch(timex.value)
    return date.fromisoformat(ends[2]) - date.fromisoformat(ends[1]) + timedelta(days=1) if ends else timedelta(0)


def _edge(reading: Reading, granularity: Granularity) -> Reading:
    """At the ends of the calendar as it is."""
    start, end = reading
    try:
        if start is None and end is not None:
            last = end - timedelta(days=1)
            if granularity is not Granularity.DAY:
                last = last.replace(day=1) if granularity is Granularity.MONTH else last.replace(month=1, day=1)
            return last - timedelta(days=1), end
        return start, end if start is None or end is not None else start + _LENGTHS[granularity]
    except OverflowError:
        return reading


def _readings(timex: Timex) -> tuple[Reading, ...]:
    """The usual one first."""
    found = timex.readings or (((timex.start, timex.end),) if timex.resolved else ())
    return tuple(_near(reading, _SHORTLY[timex.granularity]) for reading in found) if _is_near(timex) else found


def _is_near(timex: Timex) -> bool:
    """ "Shortly before midnight"."""
    limit = timex.relation in (Relation.BEFORE, Relation.AFTER) and timex.granularity in _SHORTLY
    return limit and timex.hedge in _JUST


def _near(reading: Reading, shortly: timedelta) -> Reading:
    """That long before or after; where both ends are known, or none, as it is."""
    start, end = reading
    return (start or (end and end - shortly), end or (start and start + shortly))


def _shape(timex: Timex) -> tuple[object, ...]:
    """The hours of the usual reading, and how long it is: whether times of one value are a whole day or its end."""
    start, end = next(iter(_readings(timex)), (None, None))
    return start and start.time(), end and end.time(), start and end and end - start


def _fixed(a: Timex, b: Timex) -> bool:
    """Are equal readings of the two the same time?"""
    if a.readings != b.readings and (_divided(a) or _divided(b)):
        return False
    assumed = Calendar.FISCAL not in (a.calendar, b.calendar) and not any("XXXX" in t.value for t in (a, b))
    return a.calendar is b.calendar or (assumed and b.calendar is not Calendar.DAY)


def _divided(timex: Timex) -> bool:
    """Is one of its readings quite another than the usual one?"""
    return any(not _meet(timex, timex, timex.readings[0], x) for x in timex.readings)


def _usual(timex: Timex, other: Timex) -> tuple[Reading, ...]:
    """The first reading; beside a full date, all those of a day that moves from year to year."""
    moves = timex.calendar is other.calendar is Calendar.PLACED and "XXXX" in timex.value and "XXXX" not in other.value
    return _readings(timex) if moves else _readings(timex)[:1]


def _any_weekday(timex: Timex) -> bool:
    """ "A week later" than Saturday may be eight days later."""
    lengths = (end - start for start, end in _readings(timex) if start is not None and end is not None)
    return any(length >= _CYCLE[Calendar.WEEK] for length in lengths)


def _told(a: Timex, b: Timex) -> Standing | None:
    """Counted from what is told and has no date, "the next day" and "three days later" differ if it is one event."""
    if a.calendar is not b.calendar or not (a.resolved and b.resolved):
        return None
    apart = not any(_meet(a, b, x, y) for x, y in product(_readings(a), _readings(b)))
    return Standing.DIVERGING if apart else None


def _counted_back(a: Timex, b: Timex) -> Standing | None:
    """Of "three years ago" and "seven years ago" nobody has to know when it was said: accounts of one story are hardly
    months apart. Days and weeks they may be."""
    if a.calendar is not b.calendar or not {a.granularity, b.granularity} <= _LONG:
        return None
    if any(_meet(a, b, x, y) for x, y in product(a.readings, b.readings)):
        return Standing.SAME if a.readings[0] == b.readings[0] else None  # "ten years ago", "a decade ago"
    return Standing.DISJOINT


def _before_christ(a: Timex, b: Timex) -> Standing | None:
    """Years that the calendar of the program does not have. A year with four digits and no era may be one of them."""
    ones, others = _years_of(a), _years_of(b)
    if ones is None or others is None or not a.relation is b.relation is Relation.IN:
        return None
    if a.value == b.value:
        return Standing.SAME
    mirrored = (-others[1], -others[0])
    if ones == mirrored and max(ones[1], others[1]) >= _ERA_SAID:
        return None
    rounded = Hedge.NONE not in (a.hedge, b.hedge) or a.hedge is not b.hedge
    play = max(map(abs, (*ones, *others))) // _ROUNDED if rounded else 0
    return Standing.DISJOINT if max(ones[0], others[0]) - min(ones[1], others[1]) > play else None


def _years_of(timex: Timex) -> tuple[int, int] | None:
    """The first and the last one, those before Christ below 0."""
    era, _, figures = timex.value.partition("BC")
    if figures.isdigit() and not era:
        first = -int(figures) if len(figures) == 4 else -int(figures) * 100 - 100
        return first, first if len(figures) == 4 else first + 99
    placed = timex.calendar is Calendar.PLACED and timex.start is not None and timex.end is not None
    return (timex.start.year, (timex.end - _INSTANT).year) if placed and timex.start and timex.end else None


def _since(a: Timex, b: Timex) -> bool:
    """What has been so since the 5th has not been so only since the 12th, nor is the most since 2012 the most in 20
    years."""
    if not a.relation is b.relation is Relation.SINCE or a.calendar is not b.calendar:
        return False
    first, second = _starts(a), _starts(b)
    return first is not None and second is not None and (first[1] <= second[0] or second[1] <= first[0])


def _starts(timex: Timex) -> tuple[datetime, datetime] | None:
    """Between which moments it begins; None for what begins at an hour, which nobody counts from."""
    length = _COUNTED_FROM.get(timex.granularity)
    found = [start for start, _ in _readings(timex) if start is not None]
    if length is None or not found:
        return None
    play = timedelta(0)
    if timex.hedge is not Hedge.NONE and timex.anchor is not None:
        play = (datetime.combine(timex.anchor, datetime.min.time()) - min(found)) / _ROUNDED
    return min(found) - play, max(found) + length + play


def _telling(a: Timex, b: Timex) -> bool:
    """Does it say anything that the two meet?"""
    if a.relation is b.relation and a.relation in _ENDS and not _one_end(a, b):
        return False  # who registers by the 5th does so by the 12th; but nobody has said the same
    if "/" in a.value and "/" in b.value and a.relation is b.relation is Relation.IN:
        return False  # two periods that overlap
    if b.calendar is Calendar.DAY and a.relation is not b.relation:
        return False  # "shortly after 4 a.m." and 4:17
    if a.calendar is b.calendar:
        return True
    if Calendar.FISCAL in (a.calendar, b.calendar):
        return False
    start, end = _readings(a)[0]
    return start is not None and end is not None and end - start < _CYCLE[b.calendar]  # every month has a Tuesday


def _one_end(a: Timex, b: Timex) -> bool:
    """ "By Friday evening", "by the end of Friday": one end, of which the one is told more roughly."""
    if a.end is None or b.end is None or a.granularity is b.granularity:
        return a.end == b.end
    play = max(_LENGTHS.get(t.granularity, timedelta(0)) for t in (a, b))
    return abs(a.end - b.end) < play


def _placed(a: Timex, b: Timex, *, usual: bool = False) -> list[tuple[Reading, list[Reading]]]:
    """The readings of `a`, or the usual one alone, each with all places near it of one reading of `b`, which is the
    more open one. Empty where they cannot be put on one calendar."""
    if (a.calendar, b.calendar) == (Calendar.YEAR, Calendar.WEEK):
        return []  # a day of some year has any weekday
    zones = [_zone(t) for t in (a, b)]
    one_zone = zones[0] == zones[1] or not {a.granularity, b.granularity} <= OF_THE_DAY
    read = (_usual(a, b), _usual(b, a)) if usual else (_readings(a), _readings(b))
    ones, others = (r if one_zone else _in_utc(r, z, usual=usual) for r, z in zip(read, zones, strict=True))
    placed = ((x, _around(other, x, a, b)) for x, other in product(ones, others))
    return [(x, near) for x, near in placed if near]


def _around(reading: Reading, fixed: Reading, a: Timex, b: Timex) -> list[Reading]:
    """Where a reading of `b` may lie so that it is near one of `a`."""
    start, end = reading
    if b.calendar not in _CYCLE:
        return [reading]
    if start is None or end is None or fixed[0] is None or fixed[1] is None:
        if a.calendar is not b.calendar:
            return []
        return [_nearest_year(reading, fixed)] if b.calendar is Calendar.YEAR else [reading]
    if b.calendar is Calendar.YEAR:
        return [_in_year(reading, fixed[0].year + step) for step in (-1, 0, 1)]
    cycle = _CYCLE[b.calendar]
    times = (fixed[0] - start) // cycle
    return [(start + step * cycle, end + step * cycle) for step in range(times - 1, times + 3)]


def _nearest_year(reading: Reading, fixed: Reading) -> Reading:
    """ "By the end of March" of the year whose March is nearest to the other time: an open end meets all before."""
    known = fixed[1] or fixed[0]
    if known is None:
        return reading
    moved = [_in_year(reading, known.year + step) for step in (0, -1, 1)]
    return min(moved, key=lambda r: abs(_known(r) - known))


def _known(reading: Reading) -> datetime:
    return reading[1] or reading[0] or datetime.min


def _in_year(reading: Reading, year: int) -> Reading:
    """As many days into a month as in its own year; the 29th of February is the 28th in most years."""
    start, end = reading
    known = start or end
    assert known is not None
    by = year - known.year
    moved = [None if m is None else _moved(m, m.year + by) for m in reading]
    return moved[0], moved[1]


def _moved(moment: datetime, year: int) -> datetime:
    try:
        return moment.replace(year=year)
    except ValueError:
        return moment.replace(year=year, day=28)


def _meet(a: Timex, b: Timex, x: Reading, y: Reading) -> bool:
    play = max(_play(a), _play(b))
    return not (_before(a, x, y, play) or _before(b, y, x, play))


def _play(timex: Timex) -> timedelta:
    if timex.hedge is Hedge.NONE:
        return timedelta(0)
    if _is_near(timex):
        return _ROUGH[Granularity.MINUTE]
    return _ROUGH.get(timex.granularity, timedelta(days=1))


def _before(one: Timex, x: Reading, y: Reading, play: timedelta) -> bool:
    """`x` ends before `y` begins. "Since" and "after" have no end, "until" and "by" no beginning."""
    if x[1] is None or y[0] is None or (one.relation in (Relation.SINCE, Relation.AFTER) and not _is_near(one)):
        return False
    return y[0] - x[1] >= play


def _in_utc(readings: tuple[Reading, ...], zone: str, *, usual: bool) -> tuple[Reading, ...]:
    """A zone that is not known may be any, and none is the usual one."""
    offsets = calendar_words().offsets.get(zone)
    if offsets is None:
        return () if usual else tuple((_shifted(x, -_EAST), _shifted(y, -_WEST)) for x, y in readings)
    offsets = offsets[:1] if usual else offsets
    return tuple((_shifted(x, -hours), _shifted(y, -hours)) for x, y in readings for hours in offsets)


def _shifted(moment: datetime | None, hours: float) -> datetime | None:
    return None if moment is None else moment + timedelta(hours=hours)


def _zone(timex: Timex) -> str:
    """The word that names it; "local time" says no more than nothing."""
    word = timex.zone.lower().replace(".", "").partition(" ")[0]
    return "" if word == "local" else word
