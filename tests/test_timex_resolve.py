"""Times of a text on the calendar: tense, anchors, and what stays open."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from claimcheck.extract.timex_resolve import guess_direction, resolve
from claimcheck.extract.values import read_values
from claimcheck.model.span import Span
from claimcheck.model.value import AnchorOrigin, Direction, Granularity, Hedge, Relation, Timex, TimexType

WEDNESDAY = date(2022, 1, 12)


def _times(text: str, reference: date | None = WEDNESDAY, direction: Direction | None = None) -> tuple[Timex, ...]:
    times = read_values(text).times
    directions = None if direction is None else [direction] * len(times)
    return resolve(times, text, reference=reference, directions=directions)


def _one(text: str, reference: date | None = WEDNESDAY, direction: Direction | None = None) -> Timex:
    (timex,) = _times(text, reference, direction)
    return timex


@pytest.mark.parametrize(("direction", "value"), [
    (Direction.PAST, "2022-01-06"), (Direction.FUTURE, "2022-01-13"), (Direction.UNKNOWN, "2022-01-06"),
])
def test_a_weekday_points_the_way_of_the_tense(direction: Direction, value: str) -> None:
    """On or before publication for the past and where nothing is known, after it for the future."""
    assert _one("A meeting on Thursday.", direction=direction).value == value


@pytest.mark.parametrize("direction", list(Direction))
def test_the_weekday_of_publication_is_that_day(direction: Direction) -> None:
    """News names its own day by its weekday, whatever the tense."""
    assert _one("A meeting on Wednesday.", direction=direction).value == "2022-01-12"


@pytest.mark.parametrize(("text", "value"), [
    ("He was released on December 20.", "2021-12-20"), ("He will be released on December 20.", "2022-12-20"),
    ("The vote was due on January 19.", "2022-01-19"), ("He will be tried for the theft of January 9.", "2022-01-09"),
    ("He resigned in December.", "2021-12"), ("It will open in December.", "2022-12"),
    ("A meeting on January 20.", "2022-01-20"), ("A meeting on January 2.", "2022-01-02"),
])
def test_a_day_without_a_year_is_near_in_the_direction_of_the_tense(text: str, value: str) -> None:
    """A day close at hand wins over one almost a year away; months follow the tense."""
    assert _one(text).value == value


def test_leap_day_is_found_in_a_leap_year() -> None:
    """29 February without a year is in the nearest year that has one."""
    assert _one("It opened on February 29.").value == "2020-02-29"
    assert not _one("It opened on February 29, 2021.").resolved


def test_later_is_counted_from_the_date_last_mentioned() -> None:
    """ "Two days later" leans on the text, and says so."""
    first, second, third = _times("He fell on January 3. He died two days later. He was buried the next day.")
    assert (first.value, second.value, third.value) == ("2022-01-03", "2022-01-05", "2022-01-06")
    assert (first.anchor_origin, second.anchor_origin) == (AnchorOrigin.PUBLICATION, AnchorOrigin.DISCOURSE)
    assert second.anchor == date(2022, 1, 3)


def test_later_without_an_earlier_date_is_assumed() -> None:
    """Nothing in the text to lean on: the day of publication, marked."""
    timex = _one("The building collapsed two days later.")
    assert (timex.value, timex.anchor, timex.anchor_origin) == ("2022-01-14", WEDNESDAY, AnchorOrigin.ASSUMED)


def test_without_a_reference_only_full_dates_are_resolved() -> None:
    """No guess: neither end, the value with X, the origin "unresolved"."""
    full, weekday = _times("It began on 3 May 2020 and ended on Friday.", reference=None)
    assert (full.value, full.anchor_origin) == ("2020-05-03", AnchorOrigin.NONE)
    assert (weekday.value, weekday.start, weekday.end) == ("XXXX-WXX-5", None, None)
    assert weekday.anchor_origin is AnchorOrigin.UNRESOLVED


def test_a_reference_with_a_time_of_day_places_hours() -> None:
    """Hours count from the minute of publication where it is known, and from its day otherwise."""
    exact = _one("The fire began two hours ago.", datetime(2022, 1, 12, 9, 30))
    loose = _one("The fire began two hours ago.")
    assert exact.value == "2022-01-12T07:30"
    assert (loose.start, loose.end) == (datetime(2022, 1, 11, 22), datetime(2022, 1, 12, 22))


def test_a_limit_leaves_one_end_open() -> None:
    """Since and after have no end, by, until and before no start; relation and value are kept."""
    since, until = _times("The road has been shut since January 2 and will stay so until March 1.")
    assert (since.start, since.end, since.relation) == (datetime(2022, 1, 2), None, Relation.SINCE)
    assert (until.start, until.end, until.relation) == (None, datetime(2022, 3, 2), Relation.UNTIL)
    assert (since.value, until.value) == ("2022-01-02", "2022-03-01")


def test_in_two_days_is_no_date_in_the_past_tense() -> None:
    """ "Was rebuilt in two days" says how long it took."""
    assert not _one("The bridge was rebuilt in two days.").resolved
    assert _one("The bridge will open in two days.").value == "2022-01-14"


def test_hedge_zone_type_and_granularity_are_kept() -> None:
    """What stands around the figure is not lost."""
    timex = _one("He died at about 8:40 p.m. GMT on Tuesday.")
    assert (timex.hedge, timex.zone, timex.type) == (Hedge.ABOUT, "GMT", TimexType.TIME)
    assert _one("It was built around 1990.").hedge is Hedge.ABOUT
    assert _one("He left two years ago.").granularity is Granularity.YEAR
    assert _one("He left on Tuesday night.").granularity is Granularity.PART_OF_DAY


def test_repeated_times_are_recognised_and_left() -> None:
    """A set has a type and a value, and no place on the calendar."""
    timex = _one("They meet every Monday.")
    assert (timex.type, timex.value, timex.resolved) == (TimexType.SET, "XXXX-WXX-1", False)


def test_derivation_names_the_productions() -> None:
    """Every value can say how it was read."""
    assert "<month> <day>" in _one("He left on Jan. 5.").derivation


@pytest.mark.parametrize(("before", "direction"), [
    ("The court will sit on ", Direction.FUTURE), ("He was killed on ", Direction.PAST),
    ("Talks are scheduled for ", Direction.FUTURE), ("The United States, on ", Direction.UNKNOWN),
    ("He died. She will speak on ", Direction.FUTURE), ("They will be released on ", Direction.FUTURE),
        ("A hundred men, on ", Direction.UNKNOWN),
])
def test_the_nearest_verb_of_the_sentence_gives_the_tense(before: str, direction: Direction) -> None:
    """A cheap look for those who have no parser: words of this sentence, the ones before the time first."""
    assert guess_direction(before + "Friday", Span(len(before), len(before) + 6)) is direction


def test_a_reference_at_the_end_of_the_calendar_is_no_error() -> None:
    """Near the years 1 and 9999 what has no day stays open."""
    for reference in (date.min, date.max):
        for text in ("He left last week.", "He left on Friday.", "It opens next century.", "It opens in two years."):
            assert len(_times(text, reference, Direction.FUTURE)) == 1


@pytest.mark.parametrize("text", ["It must end within 10 days.", "It will take place in 10 days."])
def test_a_time_that_may_say_how_long_keeps_its_duration(text: str) -> None:
    """ "Within 10 days" is a time, and a duration of ten days at most; the tense says which is meant."""
    values = read_values(text)
    assert [q.interval.high for q in values.quantities] == [10]
    assert len(values.times) == 1
    assert _one(text, direction=Direction.FUTURE).resolved
    assert not _one(text, direction=Direction.PAST).resolved
