"""Terms to stretches of the calendar: what a time expression denotes once its anchors are known.

Conventions, where usage leaves a choice: a weekday or a day without a year points the way of the tense, and to the
nearest past where that is unknown; last / this / next with a weekday count calendar weeks; "two years ago" is a year
and "two weeks ago" a day; a range and "until" or "by" hold the last day they name, "before" does not; "early" and
"late" halve a year, a month or a week, "the beginning / middle / end of" a year are its thirds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from claimcheck.extract import calendar as cal
from claimcheck.extract import timex_terms as t
from claimcheck.extract.calendar import DAY, OffCalendarError, Stretch
from claimcheck.extract.timex_feast import feast_on
from claimcheck.extract.timex_hours import clock_range
from claimcheck.extract.timex_parts import around_piece, ends, holding_of, instant, nth_of, part_on, piece_of
from claimcheck.lexicon.calendar import holidays
from claimcheck.model.value import Direction, Granularity, Relation

_FAR, _NEAR = 300 * DAY, 45 * DAY


class UnanchoredError(ValueError):
    """The term needs a reference date and there is none."""


@dataclass(frozen=True, slots=True)
class Context:
    """`now` is the reference (None: unknown); `told` the stretch last mentioned in the text, if any."""

    now: datetime | None = None
    clock_known: bool = False  # `now` has a time of day
    told: Stretch | None = None
    direction: Direction = Direction.UNKNOWN
    guarded: bool = True  # see `_toward`
    wide: bool = False  # with all that usage leaves room for: a night reaches into the next day
    other_day: bool = False  # the second of two days that usage leaves open: "last Tuesday" in this week
    other_half: bool = False  # the second half of the day: "at 7:30", midnight

    @property
    def reference(self) -> datetime:
        if self.now is None:
            raise UnanchoredError("no reference date")
        return self.now

    @property
    def today(self) -> date:
        return self.reference.date()


def denote(term: t.Term, context: Context) -> Stretch:
    """The stretch of time meant by `term`; an end is None where a limit leaves it open.

    Raises `UnanchoredError` without the anchor it needs, `OffCalendarError` for what no calendar has.
    """
    return _DENOTE[type(term)](term, context)


def _now(_: t.Now, context: Context) -> Stretch:
    if not context.clock_known:
        return cal.day(context.today)
    return Stretch(context.reference, context.reference, Granularity.MINUTE)


def _day(term: t.Day, context: Context) -> Stretch:
    year, month, number, weekday = term.year, term.month, term.day, term.weekday
    if month is not None and number is not None and year is not None:
        return cal.day(cal.day_of(year, month, number))
    if month is not None and number is not None:
        reach = 8 if (month, number) == (2, 29) else 1
        found = _existing(lambda y: cal.day(cal.day_of(y, month, number)), _around(context.today.year, reach))
        return _toward(_fitting(found, weekday), context, guarded=True)
    if number is not None:
        months = (context.today.year * 12 + context.today.month - 1 + step for step in range(-14, 15))
        found = _existing(lambda m: cal.day(cal.day_of(m // 12, m % 12 + 1, number)), months)
        return _toward(_fitting(found, weekday), context)
    if weekday is None:
        raise OffCalendarError("a day without a name or a number")
    ahead = context.direction is Direction.FUTURE or (context.other_day and context.direction is Direction.UNKNOWN)
    return cal.day((cal.on_or_after if ahead else cal.on_or_before)(context.today, weekday))


def _month(term: t.Month, context: Context) -> Stretch:
    return _yearly(lambda y: cal.month(y, term.month), term.year, context)


def _year(term: t.Year, context: Context) -> Stretch:
    return _any_fiscal(term.year) if term.fiscal and context.wide else cal.year(term.year)


def _any_fiscal(year: int) -> Stretch:
    """Named after the calendar year that it ends in, or that it begins in."""
    return cal.of_months(year - 1, 2, 29, Granularity.YEAR)


def _season(term: t.Season, context: Context) -> Stretch:
    return _yearly(lambda y: cal.season(y, term.month), term.year, context)


def _feast(term: t.Feast, context: Context) -> Stretch:
    found = _yearly(lambda y: cal.day(feast_on(term.key, y)), term.year, context)
    if not context.wide or not holidays()[term.key].eve:
        return found
    start, end = ends(found)
    return Stretch(cal.forward(start, -DAY), end, found.granularity)


def _period(term: t.Period, context: Context) -> Stretch:
    make = {"quarter": cal.quarter, "half": cal.half, "week": cal.iso_week}[term.unit]
    if term.fiscal and term.year is not None and context.wide:
        return _any_fiscal(term.year)
    if term.unit == "week" and term.year is None:
        return make(context.today.year, term.number)
    return _yearly(lambda y: make(y, term.number), term.year, context)


def _deictic(term: t.Deictic, context: Context) -> Stretch:
    if term.unit == "weekend" and term.offset == 0 and context.direction is Direction.PAST:
        found = [cal.neighbour("weekend", context.reference, step) for step in (-1, 0)]
        return _toward(found, context)
    found_one = cal.neighbour(term.unit, context.reference, term.offset)
    if context.wide and term.unit == "week" and abs(term.offset) == 1:  # weeks from Sunday, or seven days from here
        first, last = ends(found_one)
        today = cal.moment(context.today)
        return Stretch(min(cal.forward(first, -DAY), cal.forward(today, DAY)), max(last, today), Granularity.WEEK)
    return found_one


def _named(term: t.Named, context: Context) -> Stretch:
    """last / this / next before a name."""
    of, step = term.of, term.offset
    if isinstance(of, t.Day) and of.weekday is not None and of.month is None and of.day is None:
        return _named_weekday(of.weekday, step, context)
    if step == 0:
        return denote(replace(of, year=context.today.year), context)
    if isinstance(of, t.Month) and step < 0 and not context.other_day:
        return cal.month(context.today.year - 1, of.month)
    around = _existing(lambda y: denote(replace(of, year=y), context), _around(context.today.year, 2))
    midnight = cal.moment(context.today)
    past = [s for s in around if s.end is not None and s.end <= midnight]
    future = [s for s in around if s.start is not None and s.start > midnight]
    if not (past if step < 0 else future):
        raise OffCalendarError("no such time near the reference")
    return past[-1] if step < 0 else future[0]


def _named_weekday(weekday: int, step: int, context: Context) -> Stretch:
    """Usage is divided: "last Tuesday" is that of the last week, or the latest."""
    if context.other_day:
        step = step or (-1 if context.direction is Direction.PAST else 1)
        step = 2 if step > 0 else -2
    if abs(step) == 2:  # "this past Wednesday", "this coming Friday": the nearest one
        if step < 0:
            return cal.day(cal.on_or_before((cal.moment(context.today) - DAY).date(), weekday))
        return cal.day(cal.on_or_after((cal.moment(context.today) + DAY).date(), weekday))
    monday = cal.week(context.today).start
    assert monday is not None
    on = cal.forward(monday, (7 * step + weekday) * DAY)
    if step == 0 and on.date() < context.today and context.direction is Direction.FUTURE:
        on = cal.forward(on, 7 * DAY)
    if step == 0 and on.date() > context.today and context.direction is Direction.PAST:
        on = cal.forward(on, -7 * DAY)
    return cal.day(on.date())


def _told(term: t.Told, context: Context) -> Stretch:
    anchor = _anchor(None, context)
    start = anchor.start
    assert start is not None
    if term.unit == t.PERIOD:  # after a day, most often that of saying, of no length that is known
        return anchor if anchor.granularity in _COARSE else cal.holding("year", start)
    return cal.neighbour(term.unit, start, term.offset)


def _shifted(term: t.Shifted, context: Context) -> Stretch:
    found = _moved_by(term, context)
    if not context.wide or not _loose(term.of) or found.start is None or found.end is None:
        return found
    # Nobody counts the days of "two weeks ago"; "a few" is one more or less.
    play = _PLAY.get(_finest(term.amount), timedelta(0)) * (3 if term.vague else 1)
    if term.vague and not play:
        play = DAY
    return Stretch(cal.forward(found.start, -play), cal.forward(found.end, play), found.granularity)


def _moved_by(term: t.Shifted, context: Context) -> Stretch:
    unit = _finest(term.amount)
    anchor = _anchor(term.of, context)
    if term.of is None and context.told is None and context.clock_known and cal.is_clock_unit(unit):
        anchor = denote(t.Now(), context)
    start, end = anchor.start, anchor.end
    if start is None or end is None:
        raise OffCalendarError("an open stretch cannot be moved")
    moved = _moved(start, term.amount, term.sign)
    coarse = _COARSE.get(anchor.granularity)
    if coarse is not None and _SIZES.index(unit) > _SIZES.index(coarse):  # hours after a week: some time about then
        return cal.holding(coarse, moved)
    if coarse is not None:
        return Stretch(moved, _moved(end, term.amount, term.sign), anchor.granularity)
    if cal.is_clock_unit(unit):
        if anchor.granularity in (Granularity.MINUTE, Granularity.HOUR):
            return Stretch(moved, cal.shift(moved, 1, "minute"), cal.granularity_of(unit))
        return Stretch(moved, _moved(end, term.amount, term.sign), anchor.granularity)
    if unit in ("month", "year", "decade", "century", "quarter") and len(term.amount) == 1 and _loose(term.of):
        return cal.holding("year" if unit in ("decade", "century") else unit, moved)
    return cal.day(moved.date())


def _window(term: t.Window, context: Context) -> Stretch:
    unit = _finest(term.amount)
    if cal.is_clock_unit(unit) and context.clock_known and term.of is None:
        other = _moved(context.reference, term.amount, term.sign)
        low, high = sorted((context.reference, other))
        return Stretch(low, high, cal.granularity_of(unit))
    anchor = denote(term.of, context) if term.of is not None else cal.day(context.today)
    start, end = anchor.start, anchor.end
    if start is None or end is None:
        raise OffCalendarError("an open stretch cannot be measured from")
    if term.sign < 0:  # up to the day of reference and with it; "the week ended Friday" has seven days
        return Stretch(_moved(start if term.of is None else end, term.amount, -1), end, cal.granularity_of(unit))
    if cal.is_clock_unit(unit) and term.of is None:  # from some time of this day
        return Stretch(start, _moved(end, term.amount, 1), cal.granularity_of(unit))
    first = start if term.from_now or term.of is not None else cal.forward(start, DAY)
    last = _moved(start, term.amount, 1)
    if term.of is None:
        last = cal.forward(last, DAY)
    return Stretch(min(first, last), last, cal.granularity_of(unit))


def _piece(term: t.Piece, context: Context) -> Stretch:
    now = context.today if term.name in ("earlier", "later", "rest") else date.min
    rolling = isinstance(term.of, t.Deictic)  # "late last week" is late in a week, not in the last seven days
    whole = denote(term.of, replace(context, wide=context.wide and not rolling))
    found = piece_of(term.name, whole, now)
    return around_piece(found, whole) if context.wide and term.name not in ("earlier", "later", "rest") else found


def _clock(term: t.Clock, context: Context) -> Stretch:
    raise UnanchoredError("a time of day without its day")


def _at(term: t.At, context: Context) -> Stretch:
    day = denote(term.day, context)
    if day.start is None:
        raise OffCalendarError("no day to be at")
    part = _part_of(term.day)
    on = day.start.date()
    match term.time:
        case t.Clock() as clock:
            return _half(instant(on, clock, part), clock, part, context)
        case t.DayPart() as named:
            return part_on(on, named, wide=context.wide)
        case t.Between(low=t.Clock() as low, high=t.Clock() as high):
            low, high = clock_range(low, high)
            first, last = instant(on, low, part), instant(on, high, part)
            assert first.start is not None
            assert last.start is not None
            end = last.start if last.start >= first.start else cal.forward(last.start, DAY)
            return Stretch(first.start, end, Granularity.MINUTE)
        case t.Limit(relation=relation, of=t.Clock() as clock):
            return _limited(relation, _half(instant(on, clock, part), clock, part, context))
    raise UnanchoredError("not a time of day")


def _half(at: Stretch, clock: t.Clock, part: str, context: Context) -> Stretch:
    """ "7:30" may be either half of the day, and midnight either end of it."""
    midnight = clock.meridiem == "am" and clock.hour % 12 == clock.minute == 0
    plain = not clock.meridiem and 1 <= clock.hour <= 12 and not clock.zone and not part
    if not context.other_half or not (midnight or plain):
        return at
    start, end = ends(at)
    by = DAY if midnight else -DAY / 2 if clock.hour == 12 else DAY / 2
    return Stretch(cal.forward(start, by), cal.forward(end, by), at.granularity)


def _within(term: t.Within, context: Context) -> Stretch:
    outer = denote(term.outer, context)
    if outer.start is None:
        raise OffCalendarError("no period to be in")
    if isinstance(term.of, t.Told):
        years = outer.start.year - ends(denote(term.of, context))[0].year
        return _moved_by(t.Shifted(((abs(years), "year"),), 1 if years > 0 else -1, term.of), context)
    if isinstance(term.of, t.Day) and term.of.month is None:
        if term.of.day is None:  # Friday of next week
            assert term.of.weekday is not None
            return cal.day(cal.on_or_after(outer.start.date(), term.of.weekday))
        return denote(replace(term.of, year=outer.start.year, month=outer.start.month), context)
    return denote(replace(term.of, year=outer.start.year), context)


def _between(term: t.Between, context: Context) -> Stretch:
    """What one end leaves open it takes from the other: the year of the later one, or the next such day after the
    earlier one."""
    low, high = term.low, term.high
    if _yearless(low) and not _yearless(high):
        last = denote(high, context)
        if last.start is None:
            raise OffCalendarError("an open end")
        first = denote(low, replace(context, now=last.start, direction=Direction.PAST, guarded=False))
    else:
        first = denote(low, context)
        after = replace(context, now=first.start, direction=Direction.FUTURE, guarded=False)
        last = denote(high, after if _yearless(high) else context)
    if isinstance(high, t.Piece) and high.name == "start":  # to the beginning of it
        return Stretch(first.start, last.start, last.granularity)
    return Stretch(first.start, last.end, last.granularity)


def _yearless(term: t.Term) -> bool:
    if isinstance(term, t.Piece | t.Hedged | t.At):
        return _yearless(term.day if isinstance(term, t.At) else term.of)
    return getattr(term, "year", 0) is None


def _limit(term: t.Limit, context: Context) -> Stretch:
    of = term.of
    if isinstance(of, t.Piece) and (of.name, term.relation) in _WHOLE_EDGE:
        whole = denote(of.of, context)
        if term.relation is Relation.BEFORE:
            return Stretch(None, whole.end, whole.granularity)
        return Stretch(whole.start, None, whole.granularity)
    if term.relation in (Relation.BEFORE, Relation.AFTER):
        context = replace(context, wide=False)  # the other way round it would be narrower
    return _limited(term.relation, denote(of, context))


def _limited(relation: Relation, of: Stretch) -> Stretch:
    match relation:
        case Relation.SINCE:
            return Stretch(of.start, None, of.granularity)
        case Relation.AFTER:
            clock = of.granularity in (Granularity.MINUTE, Granularity.HOUR)
            return Stretch(of.start if clock else of.end, None, of.granularity)
        case Relation.BEFORE:
            return Stretch(None, of.start, of.granularity)
        case Relation.BY | Relation.UNTIL:
            clock = of.granularity in (Granularity.MINUTE, Granularity.HOUR)
            return Stretch(None, of.start if clock else of.end, of.granularity)
    return of


def _part_of(term: t.Term) -> str:
    return term.time.name if isinstance(term, t.At) and isinstance(term.time, t.DayPart) else ""


def _around(year: int, reach: int) -> range:
    return range(year - reach, year + reach + 1)


def _existing(make: Callable[[int], Stretch], numbers: Iterable[int]) -> list[Stretch]:
    found = []
    for number in numbers:
        try:
            found.append(make(number))
        except OffCalendarError:
            continue
    return found


def _fitting(found: list[Stretch], weekday: int | None) -> list[Stretch]:
    fit = [s for s in found if s.start is not None and s.start.weekday() == weekday]
    return fit or found


def _yearly(make: Callable[[int], Stretch], year: int | None, context: Context) -> Stretch:
    if year is not None:
        return make(year)
    return _toward(_existing(make, _around(context.today.year, 1)), context)


def _toward(found: list[Stretch], context: Context, *, guarded: bool = False) -> Stretch:
    """The candidate that the tense points to, and the nearest one where it points nowhere.

    `guarded`: a candidate of another year, almost a year away, gives way to one close at hand on the other side, since
    news names the year of a distant day ("was due on January 19").
    """
    today = cal.day(context.today)
    assert today.start is not None
    assert today.end is not None
    past = [s for s in found if s.start is not None and s.start < today.end]
    future = [s for s in found if s.end is not None and s.end > today.start]
    last, first = (past[-1] if past else None), (future[0] if future else None)
    if last is None or first is None or last == first:
        chosen = last or first
        if chosen is None:
            raise OffCalendarError("no such day near the reference")
        return chosen
    back, ahead = _gaps(last, first, today)
    want_past = context.direction is Direction.PAST or (context.direction is Direction.UNKNOWN and back <= ahead)
    guarded = guarded and context.guarded
    chosen, near, far = (last, ahead, back) if want_past else (first, back, ahead)
    if guarded and far > _FAR and near < _NEAR and chosen.start is not None and chosen.start.year != context.today.year:
        want_past = not want_past
    return last if want_past else first


def _gaps(last: Stretch, first: Stretch, today: Stretch) -> tuple[timedelta, timedelta]:
    assert last.end is not None
    assert first.start is not None
    assert today.start is not None
    return max(today.start - last.end, timedelta(0)), max(first.start - today.start, timedelta(0))


def _anchor(of: t.Term | None, context: Context) -> Stretch:
    if of is not None:
        return denote(of, context)
    told = context.told
    if told is not None and told.start is not None and told.end is not None:
        return told
    return cal.day(context.today)


def _loose(of: t.Term | None) -> bool:
    return of is None or isinstance(of, t.Now)


def _moved(start: datetime, amount: t.Amount, sign: int) -> datetime:
    for number, unit in sorted(amount, key=lambda part: _SIZES.index(part[1])):
        start = cal.shift(start, sign * number, unit)
    return start


def _finest(amount: t.Amount) -> str:
    return max((unit for _, unit in amount), key=_SIZES.index)


_SIZES = ("century", "decade", "year", "half", "season", "quarter", "month", "fortnight", "week", "weekend", "day",
          "night", "hour", "minute", "second")
_PLAY = {"hour": timedelta(minutes=30), "week": timedelta(days=4), "fortnight": timedelta(days=4),
         "month": timedelta(days=15), "year": timedelta(days=183), "decade": timedelta(days=1827)}
_COARSE = {Granularity.YEAR: "year", Granularity.MONTH: "month", Granularity.DECADE: "year",
           Granularity.QUARTER: "quarter", Granularity.SEASON: "season", Granularity.WEEK: "week"}
_WHOLE_EDGE = {("end", Relation.BEFORE), ("start", Relation.AFTER),
               ("start", Relation.SINCE)}
_DENOTE: dict[type, Callable[[Any, Context], Stretch]] = {
    t.Now: _now, t.Day: _day, t.Month: _month, t.Season: _season, t.Feast: _feast, t.Period: _period,
    t.Year: _year, t.Years: lambda term, _: cal.years(term.first, term.count),
    t.Deictic: _deictic, t.Named: _named, t.Told: _told, t.Shifted: _shifted, t.Window: _window, t.Nth: lambda term,
        context: nth_of(term, denote(term.of, context)),

    t.Holding: lambda term, context: holding_of(term.unit, ends(denote(term.of, context))[0]),
    t.Piece: _piece, t.Clock: _clock, t.DayPart: _clock, t.Repeated: _clock, t.At: _at, t.Within: _within,
    t.Between: _between, t.Limit: _limit, t.Hedged: lambda term, context: denote(term.of, context),
}
