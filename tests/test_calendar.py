"""Calendar arithmetic: units, neighbours, nth days, feasts, and what no calendar has."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract import calendar as cal
from claimcheck.extract.calendar import OffCalendarError, Stretch
from claimcheck.extract.timex_feast import feast_on
from claimcheck.lexicon.calendar import holidays
from claimcheck.model.value import Granularity

_MIDDLE = st.datetimes(datetime(200, 1, 1), datetime(9800, 1, 1))
_UNITS = st.sampled_from(["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"])


@given(_MIDDLE, st.sampled_from(["day", "week", "month", "quarter", "season", "half", "year", "decade", "century"]))
def test_a_unit_holds_its_moment_and_meets_its_neighbours(at: datetime, unit: str) -> None:
    """Units tile the calendar: each holds its moment, ends where the next begins."""
    here, after = cal.holding(unit, at), cal.neighbour(unit, at, 1)
    assert here.start is not None
    assert here.end is not None
    assert here.start <= at < here.end
    assert here.end == after.start
    assert cal.neighbour(unit, here.end, -1) == here


@given(_MIDDLE, st.integers(-300, 300), _UNITS.filter(lambda unit: unit not in ("weekend",)))
def test_a_shift_keeps_the_time_of_day(at: datetime, amount: int, unit: str) -> None:
    """Moving by calendar units leaves the time of day alone and never skips a month."""
    if not 1 <= at.year + amount * 100 // 1 <= 9999 and unit == "century":
        return
    try:
        moved = cal.shift(at, amount, unit)
    except OffCalendarError:
        return
    assert moved.time() == at.time()
    assert (moved > at) == (amount > 0) or moved == at


@pytest.mark.parametrize(("start", "amount", "unit", "end"), [
    (datetime(2022, 1, 31), 1, "month", datetime(2022, 2, 28)),
    (datetime(2024, 2, 29), 1, "year", datetime(2025, 2, 28)),
    (datetime(2022, 1, 12), -1, "quarter", datetime(2021, 10, 12)),
    (datetime(2022, 1, 12, 1), -2, "hour", datetime(2022, 1, 11, 23)),
    (datetime(2022, 1, 12), 1, "fortnight", datetime(2022, 1, 26)),
])
def test_a_missing_day_becomes_the_last_of_its_month(start: datetime, amount: int, unit: str, end: datetime) -> None:
    """Months and years are moved in the calendar, the rest by its length."""
    assert cal.shift(start, amount, unit) == end


def test_winter_has_the_year_of_its_january() -> None:
    """Meteorological winter 2022 begins in December 2021, and the moment of either month is in it."""
    winter = cal.season(2022, 12)
    assert (winter.start, winter.end) == (datetime(2021, 12, 1), datetime(2022, 3, 1))
    assert cal.holding("season", datetime(2021, 12, 5)) == cal.holding("season", datetime(2022, 2, 5)) == winter


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(0, 6))
def test_the_nearest_weekday_is_within_a_week(on: date, weekday: int) -> None:
    """On or before, on or after: the right day, at most six days away."""
    before, after = cal.on_or_before(on, weekday), cal.on_or_after(on, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert timedelta(0) <= on - before < timedelta(7)
    assert timedelta(0) <= after - on < timedelta(7)


def test_nth_weekdays_count_from_either_end() -> None:
    """The last Monday of May 2022 is the fifth; a sixth does not exist."""
    assert cal.nth_weekday(2022, 5, 0, 5) == cal.nth_weekday(2022, 5, 0, -1) == date(2022, 5, 30)
    with pytest.raises(OffCalendarError):
        cal.nth_weekday(2022, 5, 0, 6)


@pytest.mark.parametrize(("key", "on"), [
    ("easter", date(2008, 3, 23)), ("easter", date(2011, 4, 24)), ("easter", date(1818, 3, 22)),
    ("easter", date(2038, 4, 25)), ("good friday", date(2022, 4, 15)), ("thanksgiving", date(2021, 11, 25)),
    ("black friday", date(2021, 11, 26)), ("memorial day", date(2021, 5, 31)), ("labor day", date(2021, 9, 6)),
    ("christmas eve", date(2021, 12, 24)), ("eid al-fitr", date(2021, 5, 13)), ("eid al-adha", date(2020, 7, 31)),
])
def test_feasts_fall_on_their_days(key: str, on: date) -> None:
    """Fixed and moving feasts against almanacs."""
    assert feast_on(key, on.year) == on


@pytest.mark.parametrize("key", sorted(holidays()))
def test_every_feast_has_a_day_in_an_ordinary_year(key: str) -> None:
    """Each rule of the lexicon gives a day of the year it was asked for."""
    assert feast_on(key, 2022).year == 2022


@pytest.mark.parametrize("off", [
    lambda: cal.day_of(2021, 2, 29), lambda: cal.year(9999), lambda: cal.year(0), lambda: cal.month(2021, 13),
    lambda: cal.shift(datetime(1, 1, 1), -1, "day"), lambda: cal.shift(datetime(9999, 12, 31), 1, "month"),
    lambda: cal.iso_week(2021, 53), lambda: cal.week(date(9999, 12, 31)), lambda: cal.moment(date(9999, 12, 31), 25),
    lambda: Stretch(datetime(2022, 1, 2), datetime(2022, 1, 1), Granularity.DAY),
])
def test_what_no_calendar_has_is_refused(off: object) -> None:
    """The thirtieth of February, the year 10000 and a stretch that ends before it begins are one kind of error."""
    assert callable(off)
    with pytest.raises(OffCalendarError):
        off()
