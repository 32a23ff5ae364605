"""Calendar arithmetic on half-open stretches of time: pure functions, standard library only.

The calendar is the proleptic Gregorian one of `datetime`, years 1 to 9999; weeks begin on Monday (ISO 8601). What
falls off either end raises `OffCalendarError`.
"""

from __future__ import annotations

import calendar as gregorian
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from claimcheck.model.value import Granularity

DAY = timedelta(days=1)

_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}

_GRANULARITY = {
    "second": Granularity.MINUTE, "minute": Granularity.MINUTE, "hour": Granularity.HOUR, "day": Granularity.DAY,
    "night": Granularity.DAY, "weekend": Granularity.DAY, "week": Granularity.WEEK, "fortnight": Granularity.WEEK,
    "month": Granularity.MONTH, "season": Granularity.SEASON, "quarter": Granularity.QUARTER,
    "half": Granularity.QUARTER, "year": Granularity.YEAR, "decade": Granularity.DECADE,
    "century": Granularity.DECADE,
}


class OffCalendarError(ValueError):
    """A day that no calendar has, or one before the year 1 or after the year 9999."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time ``[start, end)``; an end that is `None` is open. `start == end` is an instant."""

    start: datetime | None
    end: datetime | None
    granularity: Granularity

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise OffCalendarError("a stretch of time ends before it begins")


def granularity_of(unit: str) -> Granularity:
    return _GRANULARITY[unit]


def is_clock_unit(unit: str) -> bool:
    """True of seconds, minutes and hours."""
    return unit in _SECONDS


def moment(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """`hour` may be 24 or more: it then falls on a later day."""
    return forward(datetime.combine(day, time()), timedelta(hours=hour, minutes=minute))


def day_of(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError) as error:
        raise OffCalendarError(str(error)) from None


def forward(start: datetime, by: timedelta) -> datetime:
    try:
        return start + by
    except OverflowError as error:
        raise OffCalendarError(str(error)) from None


def shift(start: datetime, amount: int, unit: str) -> datetime:
    """`start` moved by so many units; a day that the target month lacks becomes its last day."""
    try:
        if unit in _SECONDS:
            return start + timedelta(seconds=amount * _SECONDS[unit])
        if unit in _DAYS:
            return start + timedelta(days=amount * _DAYS[unit])
        months = start.year * 12 + start.month - 1 + amount * _MONTHS[unit]
        year, month = divmod(months, 12)
        last = gregorian.monthrange(year, month + 1)[1] if 1 <= year <= 9999 else 0
        return start.replace(year=year, month=month + 1, day=min(start.day, last))
    except (OverflowError, ValueError) as error:
        raise OffCalendarError(str(error)) from None


def day(on: date) -> Stretch:
    start = moment(on)
    return Stretch(start, forward(start, DAY), Granularity.DAY)


def of_months(year: int, month: int, count: int, granularity: Granularity) -> Stretch:
    """`count` months from the first of `month`, which may lie outside 1 to 12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    start = moment(day_of(year, month, 1))
    return Stretch(start, shift(start, count, "month"), granularity)


def year(number: int) -> Stretch:
    return of_months(number, 1, 12, Granularity.YEAR)


def month(of: int, number: int) -> Stretch:
    day_of(of, number, 1)
    return of_months(of, number, 1, Granularity.MONTH)


def quarter(of: int, number: int) -> Stretch:
    return of_months(of, 3 * number - 2, 3, Granularity.QUARTER)


def half(of: int, number: int) -> Stretch:
    return of_months(of, 6 * number - 5, 6, Granularity.QUARTER)


def season(of: int, first_month: int) -> Stretch:
    """Meteorological season of the northern hemisphere; winter has the year of its January."""
    return of_months(of - (first_month == 12), first_month, 3, Granularity.SEASON)


def years(first: int, count: int) -> Stretch:
    """A run of years, as a decade or a century is."""
    start = moment(day_of(first, 1, 1))
    return Stretch(start, shift(start, count, "year"), Granularity.DECADE if count >= 10 else Granularity.YEAR)


def week(on: date) -> Stretch:
    """The week from Monday to Sunday that holds `on`."""
    start = forward(moment(on), -on.weekday() * DAY)
    return Stretch(start, forward(start, 7 * DAY), Granularity.WEEK)


def weekend(on: date) -> Stretch:
    """Saturday and Sunday of the week that holds `on`."""
    start = forward(moment(on), (5 - on.weekday()) * DAY)
    return Stretch(start, forward(start, 2 * DAY), Granularity.DAY)


def iso_week(of: int, number: int) -> Stretch:
    try:
        return week(date.fromisocalendar(of, number, 1))
    except ValueError as error:
        raise OffCalendarError(str(error)) from None


def holding(unit: str, at: datetime) -> Stretch:
    """The calendar unit (`day`, `week`, `weekend`, `month`, `quarter`, `half`, `year` ...) that holds a moment."""
    on = at.date()
    match unit:
        case "week" | "fortnight":
            return week(on)
        case "weekend":
            return weekend(on)
        case "month":
            return month(on.year, on.month)
        case "quarter":
            return quarter(on.year, (on.month + 2) // 3)
        case "season":
            return season(on.year + (on.month == 12), on.month // 3 * 3 or 12)
        case "half":
            return half(on.year, (on.month + 5) // 6)
        case "year":
            return year(on.year)
        case "decade":
            return years(on.year // 10 * 10, 10)
        case "century":
            return years(on.year // 100 * 100, 100)
        case "hour" | "minute" | "second":
            start = at.replace(minute=0 if unit == "hour" else at.minute, second=0, microsecond=0)
            return Stretch(start, shift(start, 1, "hour" if unit == "hour" else "minute"), granularity_of(unit))
    return day(on)


def neighbour(unit: str, at: datetime, by: int) -> Stretch:
    """The calendar unit `by` units after (before, when negative) the one that holds `at`."""
    here = holding(unit, at).start
    assert here is not None
    if unit == "weekend":
        return weekend(shift(here, by, "week").date())
    return holding(unit, shift(here, by, unit))


def nth_weekday(of: int, number: int, weekday: int, nth: int) -> date:
    """The nth Monday (0) to Sunday (6) of a month; a negative `nth` counts from its end."""
    first = day_of(of, number, 1)
    length = gregorian.monthrange(of, number)[1]
    days = range(1 + (weekday - first.weekday()) % 7, length + 1, 7)
    try:
        return first.replace(day=days[nth - 1 if nth > 0 else nth])
    except IndexError:
        raise OffCalendarError(f"no weekday number {nth} in this month") from None


def on_or_before(on: date, weekday: int) -> date:
    return forward(moment(on), -((on.weekday() - weekday) % 7) * DAY).date()


def on_or_after(on: date, weekday: int) -> date:
    return forward(moment(on), ((weekday - on.weekday()) % 7) * DAY).date()


def easter(of: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian computus, Meeus 1991)."""
    golden, (century, rest) = of % 19, divmod(of, 100)
    skipped, leap = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * leap + 2 * (rest // 4) - moon - rest % 4) % 7
    full = (golden + 11 * moon + 22 * sunday) // 451
    number, before = divmod(moon + sunday - 7 * full + 114, 31)
    return day_of(of, number, before + 1)


def islamic(of: int, month: int, number: int) -> date:
    """The first day of a Gregorian year that is this day of the tabular Islamic calendar (Reingold and Dershowitz,
    Calendrical Calculations: civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of 30)."""
    first = (of - 622) * 33 // 32
    for lunar in range(max(1, first - 1), first + 3):
        ordinal = number + 29 * (month - 1) + month // 2 + (lunar - 1) * 354 + (3 + 11 * lunar) // 30 + 227014
        if 1 <= ordinal <= date.max.toordinal() and (on := date.fromordinal(ordinal)).year == of:
            return on
    raise OffCalendarError("no such day in this year")
