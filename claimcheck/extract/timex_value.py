"""TIMEX3 (ISO-TimeML) values of terms: as written with X for what is open, and of a stretch once it is known."""

from __future__ import annotations

from datetime import datetime, timedelta

from claimcheck.extract import calendar as cal
from claimcheck.extract import timex_terms as t
from claimcheck.extract.calendar import Stretch
from claimcheck.extract.timex_hours import clock_minutes, clock_range
from claimcheck.lexicon.calendar import holidays
from claimcheck.model.value import Granularity, TimexType

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_PARTS = {"morning": "MO", "noon": "MI", "afternoon": "AF", "evening": "EV", "night": "NI", "daytime": "DT",
    "dawn": "MO",
          "dusk": "EV", "overnight": "NI", "lunchtime": "MI", "dinner": "EV", "small hours": "MO"}
_MINUTE = timedelta(minutes=1)


def symbol(term: t.Term) -> str:
    """The value of what is written: "XXXX-01-12", "XXXX-WXX-3", "T20:40", "2021-Q3", "P2D" moved from nowhere yet."""
    match term:
        case t.Day():
            return _day(term)
        case t.Month(month=month, year=year):
            return f"{_year(year)}-{month:02d}"
        case t.Year(year=year):
            return f"{year:04d}" if year > 0 else f"BC{-year:04d}"
        case t.Years(first=first) if first < 0:
            return f"BC{-first // 100 - 1:02d}"
        case t.Years(first=first, count=count):
            return f"{first:04d}"[: 2 if count == 100 else 3]
        case t.Period(unit=unit, number=number, year=year):
            letter = {"quarter": f"Q{number}", "half": f"H{number}", "week": f"W{number:02d}"}[unit]
            return f"{_year(year)}-{letter}"
        case t.Season(month=month, year=year):
            return f"{_year(year)}-{_SEASONS[month]}"
        case t.Clock() as clock:
            return _clock(clock)
        case t.DayPart(name=name):
            return f"T{_PARTS[name]}"
        case t.Repeated(value=value):
            return value
        case t.Between(low=t.Clock() as low, high=t.Clock() as high):
            early, late = clock_range(low, high)
            return f"{_clock(early)}/{_clock(late)}"
        case t.Between(low=low, high=high):
            return f"{symbol(low)}/{symbol(high)}"
        case t.At(day=t.At(day=day), time=time) | t.At(day=day, time=time):
            return symbol(day) + symbol(time)
        case t.Named(of=t.Day(weekday=int()) as weekday):
            return symbol(weekday)
        case t.Shifted(amount=((_, "week"),), of=t.Named(of=t.Day(weekday=int()) as weekday)):
            return symbol(weekday)
        case t.Shifted(sign=sign) | t.Window(sign=sign):
            return "FUTURE_REF" if sign > 0 else "PAST_REF"
        case t.Deictic(offset=offset) | t.Named(offset=offset) | t.Told(offset=offset):
            return "PRESENT_REF" if not offset else "FUTURE_REF" if offset > 0 else "PAST_REF"
        case t.Now():
            return "PRESENT_REF"
        case t.Feast(key=key, year=year):
            rule = holidays()[key]
            on = f"{rule.month:02d}-{rule.day:02d}" if rule.day else key.upper().replace(" ", "-")
            return f"{_year(year)}-{on}"
        case t.Within(of=of) | t.Holding(of=of) | t.Piece(of=of) | t.Nth(of=of) | t.Limit(of=of) | t.Hedged(of=of):
            return symbol(of)
    raise AssertionError(term)


def value_of(stretch: Stretch, term: t.Term) -> str:
    """The value of a stretch with both its ends; one that is no single unit is "start/end", the last day included."""
    start, end, grain = stretch.start, stretch.end, stretch.granularity
    assert start is not None
    assert end is not None
    if end - start <= _MINUTE:
        return start.strftime("%H:%M").join((f"{start.year:04d}-{start:%m-%d}T", ""))
    if isinstance(term, t.At) and isinstance(term.time, t.DayPart):
        return f"{start.date().isoformat()}T{_PARTS[term.time.name]}"
    if grain is Granularity.SEASON and start.month in _SEASONS and cal.shift(start, 3, "month") == end:
        return f"{start.year + (start.month == 12):04d}-{_SEASONS[start.month]}"
    for unit, made in _UNITS.items():
        if made is grain and _is_whole(unit, stretch, start):
            return _unit(unit, stretch)
    if any(moment.hour or moment.minute for moment in (start, end)):
        return f"{start.isoformat(timespec='minutes')}/{end.isoformat(timespec='minutes')}"
    return f"{start.date().isoformat()}/{(end - timedelta(days=1)).date().isoformat()}"


def type_of(term: t.Term) -> TimexType:
    match term:
        case t.Repeated():
            return TimexType.SET
        case t.Clock() | t.DayPart() | t.At():
            return TimexType.TIME
        case t.Between(low=low):
            return type_of(low)
        case t.Shifted(amount=amount) if cal.is_clock_unit(amount[-1][1]):
            return TimexType.TIME
    return TimexType.DATE


def granularity_of(term: t.Term) -> Granularity:
    """As the words have it; what is resolved may be coarser or finer."""
    match term:
        case t.Month():
            return Granularity.MONTH
        case t.Told(unit=t.PERIOD):
            return Granularity.YEAR
        case t.Year():
            return Granularity.YEAR
        case t.Years():
            return Granularity.DECADE
        case t.Season():
            return Granularity.SEASON
        case t.Period(unit=unit) | t.Deictic(unit=unit) | t.Told(unit=unit) | t.Holding(unit=unit):
            return cal.granularity_of(unit)
        case t.Nth(unit=unit):
            return Granularity.DAY if unit == "weekday" else cal.granularity_of(unit)
        case t.Clock(minute=minute):
            return Granularity.MINUTE if minute else Granularity.HOUR
        case t.DayPart():
            return Granularity.PART_OF_DAY
        case t.Shifted(amount=amount) | t.Window(amount=amount):
            return cal.granularity_of(amount[-1][1])
        case t.At(time=time):
            return granularity_of(time)
        case t.Between(high=of) | t.Within(of=of) | t.Named(of=of) | t.Piece(of=of) | t.Limit(of=of) | t.Hedged(of=of):
            return granularity_of(of)
    return Granularity.DAY


def zone_of(term: t.Term) -> str:
    match term:
        case t.Clock(zone=zone):
            return zone
        case t.At(time=of) | t.Limit(of=of) | t.Hedged(of=of):
            return zone_of(of)
        case t.Between(low=low, high=high):
            return zone_of(high) or zone_of(low)
    return ""


def _year(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04d}"


def _day(day: t.Day) -> str:
    if day.month is None and day.day is None:
        return f"XXXX-WXX-{(day.weekday or 0) + 1}"
    return f"{_year(day.year)}-{'XX' if day.month is None else format(day.month, '02d')}-{day.day:02d}"


def _clock(clock: t.Clock) -> str:
    hour, minute = divmod(clock_minutes(clock), 60)
    return f"T{hour:02d}:{minute:02d}" + (f":{clock.second:02d}" if clock.second is not None else "")


def _is_whole(unit: str, stretch: Stretch, start: datetime) -> bool:
    try:
        return cal.holding(unit, start) == stretch
    except cal.OffCalendarError:
        return False


def _unit(unit: str, stretch: Stretch) -> str:
    start = stretch.start
    assert start is not None
    match unit:
        case "day":
            return start.date().isoformat()
        case "week":
            year, number, _ = start.isocalendar()
            return f"{year:04d}-W{number:02d}"
        case "month":
            return f"{start.year:04d}-{start.month:02d}"
        case "quarter":
            return f"{start.year:04d}-Q{(start.month + 2) // 3}"
        case "half":
            return f"{start.year:04d}-H{(start.month + 5) // 6}"
        case "year":
            return f"{start.year:04d}"
        case "decade":
            return f"{start.year:04d}"[:3]
    return f"{start.year:04d}"[:2]


_UNITS = {
    "day": Granularity.DAY, "week": Granularity.WEEK, "month": Granularity.MONTH, "quarter": Granularity.QUARTER,
    "half": Granularity.QUARTER, "year": Granularity.YEAR, "decade": Granularity.DECADE, "century": Granularity.DECADE,
}
