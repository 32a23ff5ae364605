"""Parts of a known stretch of time: the third week of a month, late 2021, 8:40 p.m. of a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from claimcheck.extract import calendar as cal
from claimcheck.extract import timex_terms as t
from claimcheck.extract.calendar import DAY, OffCalendarError, Stretch
from claimcheck.extract.timex_hours import WIDE_PARTS, clock_minutes, part_hours
from claimcheck.model.value import Granularity


def nth_of(term: t.Nth, outer: Stretch) -> Stretch:
    """The nth weekday, week, month ... of a stretch; an ISO week belongs where its Thursday is."""
    start, end = ends(outer)
    nth, count = term.nth, term.count
    if term.unit == "weekday":
        if nth < 0:
            on = cal.moment(cal.on_or_before((end - DAY).date(), term.weekday)) + 7 * (nth + 1) * DAY
        else:
            on = cal.forward(cal.moment(cal.on_or_after(start.date(), term.weekday)), 7 * (nth - 1) * DAY)
        return cal.day(on.date())
    if term.unit in ("week", "weekend"):
        thursday = cal.on_or_before((end - DAY).date(), 3) if nth < 0 else cal.on_or_after(start.date(), 3)
        step = nth + 1 - (count - 1) if nth < 0 else nth - 1
        monday = cal.week(cal.shift(cal.moment(thursday), step, "week").date()).start
        assert monday is not None
        if term.unit == "weekend":
            return cal.weekend(monday.date())
        return Stretch(monday, cal.shift(monday, count, "week"), Granularity.WEEK)
    low = cal.shift(end, nth - count + 1, term.unit) if nth < 0 else cal.shift(start, nth - 1, term.unit)
    return Stretch(low, cal.shift(low, count, term.unit), cal.granularity_of(term.unit))


def holding_of(unit: str, start: datetime) -> Stretch:
    """The calendar unit that holds a moment; a long weekend reaches to its Monday or Tuesday."""
    if unit == "weekend" and start.weekday() < 2:  # a Monday holiday ends its weekend
        weekend = cal.neighbour("weekend", start, -1)
        assert weekend.end is not None
        return Stretch(weekend.start, cal.forward(weekend.end, (start.weekday() + 1) * DAY), Granularity.DAY)
    return cal.holding(unit, start)


def piece_of(name: str, whole: Stretch, today: date) -> Stretch:
    """The early, middle or late part of a stretch, its start or end, or what of it lies before or after `today`."""
    start, end = ends(whole)
    grain = whole.granularity
    if name in ("earlier", "later", "rest") and grain is not Granularity.DAY:
        return _beside(name, whole, today)
    if grain is Granularity.YEAR and name in _YEAR_THIRDS:
        low, high = _YEAR_THIRDS[name]
        return Stretch(cal.shift(start, low, "month"), cal.shift(start, high, "month"), grain)
    if grain is Granularity.DAY and name == "end":
        return Stretch(cal.shift(end, -1, "minute"), end, grain)
    name = _ALIKE.get(name, name)
    if grain not in _PIECES:
        third = (end - start) / 3
        bounds = {"early": (start, start + third), "mid": (start + third, end - third), "late": (end - third, end)}
        return Stretch(*bounds[name], grain)
    unit, cuts = _PIECES[grain]
    first, last = cuts[name]
    return Stretch(cal.shift(start, first, unit), end if last is None else cal.shift(start, last, unit), grain)


def _beside(name: str, whole: Stretch, today: date) -> Stretch:
    start, end = ends(whole)
    first, last = ends(cal.day(today))
    if not start <= first < end:
        return whole
    low, high = (start, min(end, last)) if name == "earlier" else (first, end)
    return Stretch(low, high, whole.granularity)


def ends(stretch: Stretch) -> tuple[datetime, datetime]:
    """Both ends of a stretch; `OffCalendarError` where one is open."""
    if stretch.start is None or stretch.end is None:
        raise OffCalendarError("an open stretch of time has no parts")
    return stretch.start, stretch.end


def instant(on: date, clock: t.Clock, part: str) -> Stretch:
    start = cal.moment(on, 0, clock_minutes(clock, part))
    if clock.second:
        start += timedelta(seconds=clock.second)
    exact = clock.minute or clock.second is not None
    return Stretch(start, cal.shift(start, 1, "minute"), Granularity.MINUTE if exact else Granularity.HOUR)


def around_piece(piece: Stretch, whole: Stretch) -> Stretch:
    """An early, middle or late part as far as somebody may stretch it: by a sixth of the whole, and a late night.
    Of a week, which begins on Sunday or on Monday, it may reach a day beyond."""
    (start, end), (first, last) = ends(piece), ends(whole)
    if whole.granularity is Granularity.DAY:
        return Stretch(start, end if end < last else cal.forward(end, timedelta(hours=4)), piece.granularity)
    play = (last - first) / 6
    beyond = DAY if whole.granularity is Granularity.WEEK else timedelta(0)
    low, high = cal.forward(first, -beyond), cal.forward(last, beyond)
    return Stretch(max(low, start - play), min(high, end + play), piece.granularity)


def part_on(on: date, part: t.DayPart, *, wide: bool = False) -> Stretch:
    low, high = WIDE_PARTS[part.name] if wide else part_hours(part)
    return Stretch(cal.moment(on, low), cal.moment(on, high), Granularity.PART_OF_DAY)


_ALIKE = {"start": "early", "middle": "mid", "end": "late", "earlier": "early", "later": "late", "rest": "late"}
_YEAR_THIRDS = {"start": (0, 4), "middle": (4, 8), "mid": (4, 8), "end": (8, 12)}
_PIECES: dict[Granularity, tuple[str, dict[str, tuple[int, int | None]]]] = {
    Granularity.YEAR: ("month", {"early": (0, 6), "mid": (4, 8), "late": (6, None)}),
    Granularity.MONTH: ("day", {"early": (0, 15), "mid": (9, 20), "late": (15, None)}),
    Granularity.QUARTER: ("month", {"early": (0, 1), "mid": (1, 2), "late": (2, None)}),
    Granularity.SEASON: ("month", {"early": (0, 1), "mid": (1, 2), "late": (2, None)}),
    Granularity.WEEK: ("day", {"early": (0, 3), "mid": (1, 4), "late": (3, None)}),
    Granularity.DAY: ("hour", {"early": (0, 12), "mid": (10, 14), "late": (12, None)}),
    Granularity.DECADE: ("year", {"early": (0, 4), "mid": (3, 7), "late": (6, None)}),
}
