"""Times as findings write them, put in order and in words: what happened when, and how exactly that is said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from claimcheck.report.words import day, month, year_words

_RELATION = re.compile(r"(before|after|since|until|by) ")
# Codes of TIMEX3 with their words and the hours they cover.
_PARTS = {"MO": ("morning", 5, 12), "MI": ("midday", 11, 14), "AF": ("afternoon", 12, 18), "EV": ("evening", 17, 24),
          "NI": ("night", 20, 30), "DT": ("daytime", 6, 18)}
_SEASONS = {"SP": ("spring", 3), "SU": ("summer", 6), "FA": ("autumn", 9), "WI": ("winter", 12)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to `end`, half-open, said to the `grain`, in `words`."""

    start: datetime
    end: datetime
    grain: str
    words: str

    @property
    def exactness(self) -> str:
        """How exactly the time is said: "to the day", "a span of days"."""
        return f"a {self.grain}" if self.grain.startswith("span") else f"to the {self.grain}"


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time and how it limits what happened: in it (""), "before", "after", "since", "until" or "by" it."""

    relation: str
    stretch: Stretch

    @property
    def words(self) -> str:
        return f"{self.relation} {self.stretch.words}".lstrip()

    @property
    def key(self) -> tuple[datetime, datetime, str]:
        return self.stretch.start, self.stretch.end, self.relation


def when(value: str) -> When | None:
    """The time that a value of a finding stands for, None for a value that is no time on the calendar."""
    found = _RELATION.match(value)
    relation, rest = (found[1], value[found.end():]) if found else ("", value)
    try:
        stretch = _stretch(rest)
    except (ValueError, OverflowError):  # no such day, or none that the calendar has
        return None
    return When(relation, stretch) if stretch else None


def _stretch(value: str) -> Stretch | None:
    first, slash, last = value.partition("/")
    if slash:
        start, end = _one(first), _one(last)
        if start is None or end is None or end.end <= start.start:
            return None
        if end.grain in ("minute", "hour"):  # the end of a range of clock times is not part of it
            return Stretch(start.start, end.start, "span of hours", _range(start.start, end.start))
        return Stretch(start.start, end.end, f"span of {start.grain}s", f"{start.words} to {end.words}")
    return _one(value)


def _one(value: str) -> Stretch | None:
    for pattern, make in _FORMS:
        found = pattern.fullmatch(value)
        if found:
            return make(found)
    return None


def _range(start: datetime, end: datetime) -> str:
    if end - start == timedelta(hours=12) and start.hour in (0, 12) and not start.minute:
        return f"{day(start)}, {'second' if start.hour else 'first'} half of the day"
    if start.date() == end.date():
        return f"{day(start)}, {start:%H:%M} to {end:%H:%M}"
    return f"{day(start)}, {start:%H:%M} to {day(end)}, {end:%H:%M}"


def _minute(m: re.Match[str]) -> Stretch:
    start = datetime.fromisoformat(f"{m[1]}T{m[2]}")
    # Who says 06:00 seldom means that it was not 05:59.
    grain = "minute" if start.minute else "hour"
    return Stretch(start, start + timedelta(minutes=1), grain, f"{day(start)}, {start:%H:%M}")


def _part(m: re.Match[str]) -> Stretch | None:
    if m[2] not in _PARTS:
        return None
    name, low, high = _PARTS[m[2]]
    on = datetime.fromisoformat(m[1])
    return Stretch(on + timedelta(hours=low), on + timedelta(hours=high), "part of the day", f"{day(on)}, {name}")


def _day(m: re.Match[str]) -> Stretch:
    start = datetime.fromisoformat(m[0])
    return Stretch(start, start + timedelta(days=1), "day", day(start))


def _week(m: re.Match[str]) -> Stretch:
    start = datetime.combine(date.fromisocalendar(int(m[1]), int(m[2]), 1), datetime.min.time())
    return Stretch(start, start + timedelta(days=7), "week", f"week of {day(start)}")


def _month(m: re.Match[str]) -> Stretch:
    return _months(int(m[1]), int(m[2]), 1, "month", f"{month(int(m[2]))} {m[1]}")


def _quarter(m: re.Match[str]) -> Stretch:
    order = ("first", "second", "third", "fourth")[int(m[2]) - 1]
    return _months(int(m[1]), 3 * int(m[2]) - 2, 3, "quarter", f"{order} quarter of {m[1]}")


def _half(m: re.Match[str]) -> Stretch:
    return _months(int(m[1]), 6 * int(m[2]) - 5, 6, "half-year", f"{('first', 'second')[int(m[2]) - 1]} half of {m[1]}")


def _season(m: re.Match[str]) -> Stretch:
    name, first = _SEASONS[m[2]]
    year = int(m[1])
    if name == "winter":  # named after the year in which it ends
        return _months(year - 1, first, 3, "season", f"winter {year - 1}/{year % 100:02d}")
    return _months(year, first, 3, "season", f"{name} {year}")


def _year(m: re.Match[str]) -> Stretch:
    return _months(int(m[0]), 1, 12, "year", year_words(m[0]))


def _months(year: int, first: int, length: int, grain: str, words: str) -> Stretch:
    end = 12 * year + first - 1 + length
    return Stretch(datetime(year, first, 1), datetime(end // 12, end % 12 + 1, 1), grain, words)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Stretch | None]], ...] = tuple(
    (re.compile(pattern, re.ASCII), make) for pattern, make in (
        (r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)", _minute),
        (r"(\d{4}-\d\d-\d\d)T([A-Z]{2})", _part),
        (r"\d{4}-\d\d-\d\d", _day),
        (r"(\d{4})-W(\d\d)", _week),
        (r"(\d{4})-(0[1-9]|1[0-2])", _month),
        (r"(\d{4})-Q([1-4])", _quarter),
        (r"(\d{4})-H([12])", _half),
        (r"(\d{4})-(SP|SU|FA|WI)", _season),
        (r"\d{4}", _year),
    )
)
