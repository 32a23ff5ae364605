"""What a time expression says before any date is known: a small language of terms.

A term is built by the grammar (timex*.py) and read by `timex_resolve.denote`. Weekdays count from Monday = 0, months
from January = 1. Amounts are pairs of a whole number and a unit: ``((2, "year"), (1, "month"))``.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model.value import Hedge, Relation

Amount = tuple[tuple[int, str], ...]
PERIOD = "period"  # the unit of what is told as long as something else


@dataclass(frozen=True, slots=True)
class Now:
    """now, at present."""


@dataclass(frozen=True, slots=True)
class Day:
    """12 January 2022, January 12, the 12th, Wednesday; what is not said is None. `either` number of 3/4/2024 may be
    the month."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    either: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """2014; one below 0 is before Christ, where the calendar does not reach. A fiscal year is taken as the calendar
    year of its name, and says so."""

    year: int
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """the 1990s, the 15th century."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Period:
    """Quarter, half or week (ISO) of a year, counted from 1."""

    unit: str
    number: int
    year: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """`month` is the first of its three."""

    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A day with a name; `key` is its name in lexicon/holidays.toml."""

    key: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Deictic:
    """The unit that holds the reference, or one beside it: today, last week, next year."""

    unit: str
    offset: int


@dataclass(frozen=True, slots=True)
class Named:
    """this, last or next Friday / January / summer / Easter: a name and a step."""

    of: Day | Month | Season | Feast | Period
    offset: int


@dataclass(frozen=True, slots=True)
class Told:
    """The unit that holds the date last mentioned, or one beside it: that day, the previous week. A `PERIOD` is as long
    as what was mentioned."""

    unit: str
    offset: int


@dataclass(frozen=True, slots=True)
class Shifted:
    """two days ago, in two days, two days after X; `of` None is the date last mentioned ("two days later")."""

    amount: Amount
    sign: int
    of: Term | None
    vague: bool = False  # "a few days ago"
    or_lasting: bool = False  # "in two days" may also say how long something took


@dataclass(frozen=True, slots=True)
class Window:
    """the past three days, the next two weeks, within five days; `of` None is the reference."""

    amount: Amount
    sign: int
    of: Term | None = None
    from_now: bool = False  # "within": begins with the reference itself, not the day after it


@dataclass(frozen=True, slots=True)
class Nth:
    """the first Friday of July, the third week of 2027, the last four months of 2021; `nth` -1 is the last."""

    nth: int
    unit: str  # a calendar unit, or "weekday"
    of: Term
    weekday: int = 0
    count: int = 1


@dataclass(frozen=True, slots=True)
class Holding:
    """The week, weekend or month that holds a day: the week of September 16."""

    unit: str
    of: Term


@dataclass(frozen=True, slots=True)
class Piece:
    """early, mid, late, the start / middle / end of, earlier, later, the rest of ..."""

    name: str
    of: Term


@dataclass(frozen=True, slots=True)
class Clock:
    """`hour` 0 to 24; `meridiem` "am", "pm" or "" where it is not said."""

    hour: int
    minute: int = 0
    second: int | None = None
    meridiem: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class DayPart:
    """morning, night ...; `piece` "early", "late" or ""."""

    name: str
    piece: str = ""


@dataclass(frozen=True, slots=True)
class At:
    """A time on a day: Saturday night, yesterday at 8 p.m."""

    day: Term
    time: Term


@dataclass(frozen=True, slots=True)
class Within:
    """A name inside a period that is said otherwise: June of last year, the 20th of next month, the same month of
    2019."""

    of: Day | Month | Season | Feast | Period | Told
    outer: Term


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another, both named ones included."""

    low: Term
    high: Term


@dataclass(frozen=True, slots=True)
class Limit:
    """since, until, by, before, after."""

    relation: Relation
    of: Term


@dataclass(frozen=True, slots=True)
class Hedged:
    hedge: Hedge
    of: Term


@dataclass(frozen=True, slots=True)
class Repeated:
    """every Monday, annually: recognised, and left out of what is resolved. `value` is its TIMEX3 value."""

    value: str


Term = (
    Now | Day | Month | Year | Years | Period | Season | Feast | Deictic | Named | Told | Shifted | Window | Nth
    | Holding | Piece | Clock | DayPart | At | Within | Between | Limit | Hedged | Repeated
)
