"""Times of day in minutes and hours: what a figure without a.m. or p.m. means, and how long a morning is."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract import timex_terms as t

DAY_PARTS = {  # hours; those above 24 belong to the next day
    "dawn": (4, 7), "morning": (6, 12), "noon": (12, 13), "afternoon": (12, 17), "evening": (17, 23),
    "dusk": (17, 21), "night": (20, 24), "overnight": (20, 30), "daytime": (8, 18), "lunchtime": (11, 14),
    "dinner": (16, 20), "small hours": (0, 6),
}
# As far as somebody may stretch them: nobody says exactly when an evening ends, and a night does not end at midnight.
WIDE_PARTS = {
    "dawn": (2, 9), "morning": (0, 13), "noon": (11, 15), "afternoon": (11, 19), "evening": (15, 26), "dusk": (14, 23),
    "night": (17, 31), "overnight": (-8, 34), "daytime": (4, 23), "lunchtime": (10, 16), "dinner": (14, 24),
    "small hours": (-1, 8),
}
_LATE_PARTS = {"afternoon", "evening", "night", "dusk", "dinner", "overnight"}


def clock_range(low: t.Clock, high: t.Clock) -> tuple[t.Clock, t.Clock]:
    """Fill in a meridiem that only one side of a range has: "5 to 6 p.m." is 17 to 18, "11 to 3 p.m." 11 to 15."""
    if high.meridiem and not low.meridiem and low.hour <= 12:
        guess = replace(low, meridiem=high.meridiem)
        low = guess if _minutes(guess) <= _minutes(high) else replace(low, meridiem=_other(high.meridiem))
    elif low.meridiem and not high.meridiem and high.hour <= 12:
        guess = replace(high, meridiem=low.meridiem)
        high = guess if _minutes(guess) > _minutes(low) else replace(high, meridiem=_other(low.meridiem))
    elif not low.meridiem and not high.meridiem and high.hour <= 12 and _minutes(high) < _minutes(low) < 13 * 60:
        high = replace(high, meridiem="pm")
    return low, high


def clock_minutes(clock: t.Clock, part: str = "") -> int:
    """Minutes since midnight; without a meridiem the part of the day decides, then the 24-hour clock."""
    if not clock.meridiem and part in _LATE_PARTS and clock.hour < 12 and (part != "night" or clock.hour >= 5):
        return _minutes(replace(clock, meridiem="pm"))
    return _minutes(clock)


def part_hours(part: t.DayPart) -> tuple[int, int]:
    low, high = DAY_PARTS[part.name]
    middle = (low + high) // 2
    return {"early": (low, middle), "late": (middle, high)}.get(part.piece, (low, high))


def _minutes(clock: t.Clock) -> int:
    hour = clock.hour
    if clock.meridiem == "pm" and hour < 12:
        hour += 12
    elif clock.meridiem == "am" and hour == 12:
        hour = 0
    return hour * 60 + clock.minute


def _other(meridiem: str) -> str:
    return "am" if meridiem == "pm" else "pm"
