"""Words of the calendar and the days that have a name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Months count from 1, weekdays from Monday = 0, a season is its first month; `weak_*` have another use."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    units: Mapping[str, str]
    decades: Mapping[str, int]
    parts: Mapping[str, str]
    zones: frozenset[str]
    offsets: Mapping[str, tuple[float, ...]]  # of zones, hours from UTC; more than one where it may be either
    weak_months: frozenset[str]
    weak_weekdays: frozenset[str]
    weak_seasons: frozenset[str]
    context: Mapping[str, frozenset[str]]  # lists of words that settle what a figure or name beside them is


@dataclass(frozen=True, slots=True)
class Holiday:
    """A rule for a day of the year: fixed, the nth weekday of a month, counted from Easter Sunday, or a month and day
    of the Islamic calendar. With `eve` it may be the day before as well."""

    key: str
    names: tuple[str, ...]
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    easter: int | None = None
    hijri: tuple[int, int] | None = None
    plus: int = 0
    eve: bool = False


@cache
def calendar_words() -> CalendarWords:
    data = _read("calendar.toml")
    weak = data["weak"]
    return CalendarWords(
        data["months"], data["weekdays"], data["seasons"], data["units"], data["decades"], data["parts"],
        frozenset(data["zones"]["words"]), {zone: tuple(hours) for zone, hours in data["zones"]["offsets"].items()},
        frozenset(weak["months"]), frozenset(weak["weekdays"]),
        frozenset(weak["seasons"]), {name: frozenset(words) for name, words in data["context"].items()},
    )


@cache
def day_and_month_names() -> frozenset[str]:
    """Those of weekdays and months, short ones without their full stop."""
    found = calendar_words()
    return frozenset(w.rstrip(".") for table in (found.months, found.weekdays) for w in table)


@cache
def holidays() -> Mapping[str, Holiday]:
    """The rules of holidays.toml by key."""
    found: dict[str, Holiday] = {}
    for table in _read("holidays.toml")["holiday"]:
        rule: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}
        found[rule["key"]] = Holiday(**rule)
    return found


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("claimcheck.lexicon").joinpath(name).read_text(encoding="utf-8"))
