"""Days and times of day that statements name, to find those that another document names as well, by whatever words."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from datetime import date

from claimcheck.detect.derive import RECKONED
from claimcheck.model.value import AnchorOrigin, Timex

# A TIMEX3 value: a day, a time of it or both.
_NAMED = re.compile(r"(?:(\d{4}|XXXX)-(\d\d-\d\d))?(T(?:\d\d:\d\d|[A-Z]{2}))?")
_TWO_DAYS = 2  # an end is the midnight after the last day
# Productions of a day by its month, and of several days in a row.
_BY_MONTH, _IN_A_ROW = frozenset({"<date>", "<feast>"}), "<t.range>"


def names(value: Timex) -> Iterator[Hashable]:
    """What a time names, under each key by which another may ask for it."""
    parts = _parts(value)
    days = {part[:2] for part in parts}
    if len(days) > 1 and _IN_A_ROW not in _productions(value):
        return  # "within 30 days" names neither the day of saying nor the last one
    for year, day, clock in parts:
        if day:
            yield "day", year, day
            yield "day of any year", day
            if _year_is_open(value, year):
                yield "day of an open year", day
        if clock:
            yield "time", value.relation, year, day, clock
            yield "time of any day", value.relation, clock


def asked(value: Timex) -> list[list[Hashable]]:
    """For each day or time that a time names the keys of what is the same; none where it names another kind of time."""
    parts = _parts(value)
    if len(parts) > 1 and _IN_A_ROW not in _productions(value):
        return []
    if value.derivation == RECKONED and parts:  # the last day, or the one after it
        return [[*_same(value, parts[0]), *_day_before(value)]]
    return [list(_same(value, part)) for part in parts]


def _same(value: Timex, part: tuple[str, str, str]) -> Iterator[Hashable]:
    year, day, clock = part
    if clock:
        yield "time", value.relation, year, day, clock
        if ":" in clock:  # every day has a night
            yield ("time", value.relation, "", "", clock) if day else ("time of any day", value.relation, clock)
        return
    yield "day", year, day
    yield "day of an open year", day
    if _year_is_open(value, year):
        yield "day of any year", day


def _day_before(value: Timex) -> Iterator[Hashable]:
    if value.end is not None and value.end.toordinal() > _TWO_DAYS:
        last = date.fromordinal(value.end.toordinal() - _TWO_DAYS)
        yield "day", f"{last.year:04}", f"{last:%m-%d}"


def _parts(value: Timex) -> list[tuple[str, str, str]]:
    """Year, day and time of day of each end; none where one of them is no day, or where it is told vaguely."""
    found = [_NAMED.fullmatch(part) for part in value.value.split("/")]
    parts = [(m[1] or "", m[2] or "", m[3] or "") for m in found if m and m[0]]
    vague = len(value.readings) > 1 and not all(clock for _, _, clock in parts)  # "a few days later"
    return [] if vague or len(parts) < len(found) else parts


def _year_is_open(value: Timex, year: str) -> bool:
    """ "20 November", of which the year is the likeliest one."""
    return year == "XXXX" or (value.anchor_origin is not AnchorOrigin.NONE
                              and not _BY_MONTH.isdisjoint(_productions(value)))


def _productions(value: Timex) -> list[str]:
    return value.derivation.split(" < ")
