"""The length that a time names: who has run a shop since 1985 has run it for so many years on the day of the document.
It is put against lengths that are written as such, never against that of another time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import ceil, floor

from claimcheck.detect.clause import exit_token, governor, verb_above
from claimcheck.detect.measure import Setting
from claimcheck.detect.surface import is_ranked
from claimcheck.lexicon.units import units
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.parse import ParsedSentence
from claimcheck.model.tree import children
from claimcheck.model.value import (
    DISTANCE,
    LEFT,
    SINCE,
    STRETCH,
    Calendar,
    Granularity,
    Interval,
    Quantity,
    QuantityKind,
    Relation,
    Timex,
    is_moved,
)

_PRESENT = frozenset({"VBZ", "VBP"})
# How long a time of each granularity is at most, and the unit that is counted in from there on.
_UNITS = {
    Granularity.YEAR: (timedelta(days=366), "year"),
    Granularity.SEASON: (timedelta(days=92), "month"),
    Granularity.QUARTER: (timedelta(days=92), "month"),
    Granularity.MONTH: (timedelta(days=31), "month"),
    Granularity.WEEK: (timedelta(days=7), "day"),
    Granularity.DAY: (timedelta(days=1), "day"),
    Granularity.PART_OF_DAY: (timedelta(hours=12), "hour"),
    Granularity.HOUR: (timedelta(0), "hour"),
    Granularity.MINUTE: (timedelta(0), "minute"),
}
# Productions of times with two ends, with an end and an amount, and with an amount that is counted from a day.
_TWO_ENDS, _AMOUNT = "to <", ("<amount> starting", "<next> <amount>")
_SHIFTED = ("<amount> ago", "in <amount>")
Lengths = tuple[timedelta, timedelta]


def length_of(setting: Setting, dated: Fact, today: date | None) -> Fact | None:
    """From the least to the greatest length that `dated` leaves open. None where it says nothing of a length, or where
    it is counted from a day that is not known."""
    time = dated.value
    if not isinstance(time, Timex) or time.granularity not in _UNITS or not dated.measure.bound:
        return None
    stretch = _stretch(time)
    how, found = (STRETCH, stretch) if stretch is not None else ("", None)
    if stretch is None and today is not None and time.calendar is Calendar.PLACED:
        how, found = _from_day_of_saying(setting.parsed, time, _day(today))
    if found is None or not timedelta(0) <= found[0] <= found[1] or (dated.negated and how == DISTANCE):
        return None
    value = Quantity(time.span, time.span, QuantityKind.DURATION, _rounded(found, _UNITS[time.granularity][1]),
                     units().by_name[_UNITS[time.granularity][1]], derivation=how)
    ongoing = how == SINCE or (how == LEFT and _lasts(setting.parsed, time))
    measure = replace(dated.measure, dimension="duration", aspect=Aspect.LEVEL, scope=(), ongoing=ongoing,
                      label="length of time")  # what the time is called, "day of the strike", names a point in time
    return Fact(dated.span, value, measure)


def _stretch(time: Timex) -> Lengths | None:
    """ "From Friday noon to Sunday noon", "for ten days from Friday"; whether the first and last of two days count
    nobody says."""
    if time.relation is not Relation.IN or time.start is None or time.end is None or is_moved(time):
        return None
    length, play = time.end - time.start, 2 * _UNITS[time.granularity][0]
    if any(words in time.derivation for words in _AMOUNT):
        return length, length
    return (max(length - play, timedelta(0)), length) if _TWO_ENDS in time.derivation else None


def _from_day_of_saying(parsed: ParsedSentence, time: Timex, now: datetime) -> tuple[str, Lengths | None]:
    play, day = _UNITS[time.granularity][0], timedelta(days=1)
    starts = [start for start, _ in time.readings or ((time.start, None),) if start is not None]
    if time.relation is Relation.SINCE and starts and not is_ranked(parsed, time.span) and _lasts(parsed, time):
        return SINCE, (now - max(starts) - play, now - min(starts) + day)
    if time.relation is Relation.UNTIL and time.end and time.end > now:
        return LEFT, (max(time.end - now - play, timedelta(0)), time.end - now)
    if time.relation is Relation.IN and time.start and time.end and any(w in time.derivation for w in _SHIFTED):
        past = time.start < now
        return DISTANCE, (now - time.end, now - time.start + day) if past else (time.start - now - day, time.end - now)
    return "", None


def _lasts(parsed: ParsedSentence, time: Timex) -> bool:
    """What is so in the present or the present perfect, and what a noun has been: "on the run since May"."""
    exit_ = exit_token(parsed, time.span)
    above = governor(parsed, exit_) if exit_ is not None else None
    if exit_ is None or above is None or above[0].pos not in ("VERB", "AUX"):
        return True
    verb = verb_above(parsed, exit_) or above[0]
    return any(t.tag in _PRESENT for t in (verb, *children(parsed, verb, "aux", "auxpass")))


def _day(on: date) -> datetime:
    return datetime.combine(on, datetime.min.time())


def _rounded(found: Lengths, unit: str) -> Interval:
    """Nobody counts in parts of a unit."""
    least, most = (Decimal(x // timedelta(seconds=1)) / units().by_name[unit].factor for x in found)
    if least == most:
        return Interval.point(Decimal(round(least)))
    return Interval(Decimal(floor(least)), Decimal(ceil(most)))
