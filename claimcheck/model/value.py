"""Values read from text: intervals, units, quantities and points or stretches of time.

Numbers are `Decimal`, never `float`. Time intervals are half-open and follow TimeML (ISO 24617-1) in their types.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from claimcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of magnitudes; `None` is a missing (unbounded) end, which is never closed."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def figure(self) -> Decimal | None:
        """The number that is written: the lower end, or the upper one where that is the only one."""
        return self.low if self.low is not None else self.high

    def scaled(self, factor: Decimal, offset: Decimal = Decimal(0)) -> Interval:
        """The interval of ``x * factor + offset``; a negative factor swaps the ends."""
        low = None if self.low is None else self.low * factor + offset
        high = None if self.high is None else self.high * factor + offset
        if factor < 0:
            return Interval(high, low, self.high_open, self.low_open)
        return Interval(low, high, self.low_open, self.high_open)


@dataclass(frozen=True, slots=True)
class Unit:
    """``base value = magnitude * factor + offset``; `tolerance` is the relative play of units that are not exact
    (a month has 28 to 31 days)."""

    name: str  # canonical, singular: "day", "kilometre", "percent", "USD"
    dimension: str  # "duration" "length" "mass" "money" "percent" "temperature" ...
    base: str  # base unit of the dimension: "s" "m" "kg" ...; for money the ISO 4217 code itself
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    tolerance: Decimal = Decimal(0)


class QuantityKind(StrEnum):
    NUMBER = "number"  # a bare or counted number
    PERCENT = "percent"
    POINTS = "percentage points"
    MONEY = "money"
    DIMENSION = "dimension"  # length, mass, area, volume, speed, temperature, energy, data ...
    DURATION = "duration"
    AGE = "age"
    ORDINAL = "ordinal"
    FRACTION = "fraction"  # "two-thirds", "one in five", "half"
    MULTIPLIER = "multiplier"  # "doubled", "three times as many"
    SCORE = "score"  # "3-1"
    RANK = "rank"  # "No. 3"


# The derivation of an amount that is nowhere written, but follows from those of a list.
SUM = "sum"
# That of "some" and "many", which say no more than that there are any.
SOME = "some"
# The derivation of an end that follows from how long something is to take, said on a day on which it may have begun.
SAID_AND_LASTING = "day of saying + duration"
# That of a day which is counted from another one: what happened two days before Wednesday.
COUNTED = "counted from another day of the sentence"
# That of the end of the time that somebody has: "has 30 days to appeal".
# Those of a length that follows from one time: from its start to its end; from its start to the day of the document, up
# to which it lasts; from that day to its end; between that day and one that is counted from it, whatever lasted.
STRETCH = "start to end of a time"
SINCE = "since a time to day of saying"
LEFT = "day of saying to end"
DISTANCE = "counted from day of saying"
OF_TIMES = frozenset({STRETCH, SINCE, LEFT, DISTANCE})
# That of a change in per cent which "halved" or "doubled" names.
MULTIPLE = "multiplier to change"
# The same where the text hedges it: "roughly halved".
HEDGED_MULTIPLE = "hedged multiplier to change"
# That of the votes of one side of "54-46".
SIDE = "side of a vote"
# That of the age of a thing which follows from the year in which it was built.
BEGINNING = "beginning"
# That of the share that "63 of its 240 drivers" are.
PART = "part of a whole"
# What stands for another value of the same words, which is put against its like.
SECOND = OF_TIMES | {MULTIPLE, HEDGED_MULTIPLE, SIDE, BEGINNING, PART}


class NotQuantity(StrEnum):
    """Digits that are not an amount, named so that nothing compares them as one."""

    YEAR = "year"
    DATE_PART = "day of month"
    IDENTIFIER = "identifier"
    PHONE = "phone number"
    VERSION = "version"
    SECTION = "section number"
    MODEL = "model name"
    CLOCK = "clock time"
    ADDRESS = "address"
    LIST_ITEM = "list item"


class Hedge(StrEnum):
    """How far the writer stands behind the figure. Bounds ("at least") are in the interval, not here."""

    NONE = ""
    ABOUT = "about"  # about, around, some, roughly, approximately, an estimated, -ish
    NEARLY = "nearly"  # nearly, almost, close to: at or a little below the figure
    JUST_OVER = "just over"  # just over, slightly more than: the interval is open below, and near
    JUST_UNDER = "just under"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount as written. `interval` is in `unit`; for a bare number `unit` is None.

    `precision` is the place value of the last significant digit written (1,200 -> 100; 1.25bn -> 10,000,000), in
    `unit`. `figure` spans the digits or number words alone, `span` also bound words, hedge and unit.
    """

    span: Span
    figure: Span
    kind: QuantityKind
    interval: Interval
    unit: Unit | None = None
    precision: Decimal = Decimal(1)
    hedge: Hedge = Hedge.NONE
    vague: bool = False  # "dozens of", "several"
    soft_bound: bool = False  # "up to", "as many as": the end is named because it may be reached
    derivation: str = ""  # names of the productions, outermost first

    @property
    def is_count(self) -> bool:
        """A figure alone, which counts as far as nothing else says what it is of."""
        return self.kind is QuantityKind.NUMBER and self.unit is None and not self.vague

    @property
    def base(self) -> Interval:
        """The interval in the base unit of the dimension."""
        if self.unit is None:
            return self.interval
        return self.interval.scaled(self.unit.factor, self.unit.offset)

    @property
    def dimension(self) -> str:
        """What may be compared with what: `count`, `percent`, `money:USD`, `duration`, `length` ..."""
        if self.unit is None:
            return "count" if self.kind is QuantityKind.NUMBER else self.kind.value
        if self.kind is QuantityKind.AGE:
            return "age"
        return f"money:{self.unit.base}" if self.kind is QuantityKind.MONEY else self.unit.dimension


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"  # only inside a timex; a duration as an amount is a Quantity
    SET = "SET"


class Granularity(StrEnum):
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    PART_OF_DAY = "part of day"
    HOUR = "hour"
    MINUTE = "minute"


# Those that tell the time of day, exactly or roughly.
OF_THE_CLOCK = frozenset({Granularity.HOUR, Granularity.MINUTE})
OF_THE_DAY = OF_THE_CLOCK | {Granularity.PART_OF_DAY}


class Relation(StrEnum):
    """How the named time limits the event: `IN` it, or only on one side of it."""

    IN = "in"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"


class TimeRole(StrEnum):
    """What a time is of what it dates."""

    WHEN = "when it is"
    DEADLINE = "the last time at which it may be"
    MOVED = "to when it was moved"
    FORMER = "when it was to be before it was moved"


class AnchorOrigin(StrEnum):
    NONE = "none"  # absolute, needs no anchor
    PUBLICATION = "publication date"
    DISCOURSE = "an earlier date in the text"
    ASSUMED = "assumed"  # the day of speaking is open ("Earlier, ... said ... in two days")
    UNRESOLVED = "unresolved"


class Calendar(StrEnum):
    """How much of the calendar a time is placed on; what is open repeats."""

    PLACED = ""
    YEAR = "some year"  # "1 May" in a text without a date
    WEEK = "some week"  # "Tuesday" in a text without a date
    DAY = "some day"  # "at 8 p.m.", on a nominal day
    FISCAL = "a fiscal year"  # whose first month is not said
    TOLD = "from an event"  # "the next day", counted from what has no date in the text
    SAID = "from the day of saying"  # "three years ago" in a text without a date: `readings` alone, on a nominal day


class Direction(StrEnum):
    """Tense of the governing verb: which way a weekday or a day without a year points."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"
    OPEN = "open"  # either way, whatever the words around it say


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression. `start`/`end` bound the calendar interval it denotes, half-open; an end is None where the
    relation leaves it open; both are None where the expression could not be resolved.

    `readings` has every interval that usage leaves room for ("last Tuesday", "Monday night"), that of `start`/`end`
    among them or within one; none where that is the only one. `calendar` says in which unit they repeat."""

    span: Span
    type: TimexType
    value: str  # TIMEX3: "2022-01-13", "2021-Q3", "XXXX-WXX-3", "T20:40"
    granularity: Granularity
    start: datetime | None = None
    end: datetime | None = None
    relation: Relation = Relation.IN
    anchor: date | None = None
    anchor_origin: AnchorOrigin = AnchorOrigin.NONE
    hedge: Hedge = Hedge.NONE
    zone: str = ""  # as written: "GMT", "local time"
    derivation: str = ""
    calendar: Calendar = Calendar.PLACED
    readings: tuple[tuple[datetime | None, datetime | None], ...] = ()
    role: TimeRole = TimeRole.WHEN

    @property
    def resolved(self) -> bool:
        return self.start is not None or self.end is not None


def is_former(value: object) -> bool:
    """Is it a time at which something was to be before it was moved?"""
    return getattr(value, "role", None) is TimeRole.FORMER


def is_moved(value: object) -> bool:
    """Is it that, or the time to which it was moved?"""
    return getattr(value, "role", None) in (TimeRole.FORMER, TimeRole.MOVED)


@dataclass(frozen=True, slots=True)
class Look:
    """Digits that were recognised as something other than an amount or a time."""

    span: Span
    kind: NotQuantity
