"""Time expressions of one text to calendar intervals, in the order of the text.

An expression that leans on an earlier date ("two days later") takes the last date mentioned before it; where there is
none, the reference, and the anchor is marked as assumed. Without a reference date nothing that needs one is resolved.
What usage leaves open is in the readings of a time; what of its calendar is open, in its `Calendar`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import product

from claimcheck.extract import timex_terms as t
from claimcheck.extract.calendar import OffCalendarError, Stretch
from claimcheck.extract.timex import Needs, TimeExpression, may_last
from claimcheck.extract.timex_denote import Context, UnanchoredError, denote
from claimcheck.extract.timex_value import value_of
from claimcheck.lexicon.calendar import holidays
from claimcheck.model.span import Span
from claimcheck.model.value import AnchorOrigin, Calendar, Direction, Granularity, Relation, Timex, is_former

# Where a time of day without a day is placed: any will do, but for the first and last of the calendar.
_SOME_DAY = datetime(2000, 7, 5)
_WINDOW = 160  # characters on either side in which the tense is looked for
_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)]*\s+(?=[A-Z\"'\u201c\u2018])|\n\s*\n")
_TENSE = re.compile(
    r"\b(?:(?P<future>will|won['\u2019]t|would|shall|can|could|should|must|may|might|to be|going to|plans?|planned to"
    r"|expires?|resumes?|takes? effect"
    r"|due|scheduled|slated|expects?|expected to|set to|aims?|hopes?|intends?|ahead of|upcoming|forecast to"
    r"|wants?|ordered to|promised to|vowed to|pledged to)"
    r"(?:\s+(?:not|also|be|to|soon|likely|been|being))*(?:\s+[a-z]{2,}ed)?"
    r"|(?P<past>was|were|had|has|have|did|said|told|came|went|began|took|made|saw|got|gave|held|left|led|met|won"
    r"|sat|stood|paid|lost|fell|rose|found|spoke|wrote|shot|hit|ran|sent|died|struck|broke|became|grew|kept|brought|fought|flew|sank"
    r"|(?-i:(?!hundred\b|need\b|speed\b|indeed\b|seed\b|feed\b|breed\b|proceed\b|exceed\b|succeed\b|sacred\b)[a-z]{2,}ed)))\b"
    r"|(?P<short>['\u2019]ll)\b", re.IGNORECASE,
)
_OF_NO_MONTH = "XXXX-XX"
_OF_THE_YEAR = re.compile(r"XXXX-(?!W)")

Ends = tuple[datetime | None, datetime | None]


def resolve(
    expressions: Sequence[TimeExpression], text: str, *, reference: date | datetime | None,
    directions: Sequence[Direction] | None = None,
) -> tuple[Timex, ...]:
    """One `Timex` for each expression, in the given order (that of the text).

    `directions` is the tense of the governing verb of each; where it is None or UNKNOWN a look at the words around the
    expression has to do. Never raises for anything a text may say: what cannot be placed has neither start nor end.
    """
    now, clock_known = _moment(reference)
    told: Stretch | None = None
    day: Stretch | None = None  # told last
    found = []
    for i, expression in enumerate(expressions):
        direction = directions[i] if directions is not None else Direction.UNKNOWN
        if direction is Direction.UNKNOWN:
            direction = guess_direction(text, expression.span)
        either = direction is Direction.OPEN and expression.relation is Relation.IN
        until = direction is Direction.PAST and expression.relation is Relation.UNTIL and of_the_year(expression)
        if either:
            direction = Direction.FUTURE
        elif direction is Direction.OPEN or until:
            direction = Direction.UNKNOWN  # "said the hall was full until October": that may still be to come
        leans = expression.needs is Needs.DISCOURSE and expression.granularity is Granularity.DAY
        context = Context(now, clock_known, day if leans else told, direction)
        nowhere = leans and day is None and told is not None  # "that day" of a year
        stretch = _stretch(expression, context) if not nowhere else None
        timex = _timex(expression, stretch, context)
        found.append(_either_way(expression, timex, context) if either else timex)
        if stretch is not None and tells(expression, stretch.start, stretch.end):
            told = stretch
            day = stretch if _is_of_days(stretch) else day
    return tuple(found)


def _is_of_days(stretch: Stretch) -> bool:
    """Short enough for "the same day", which is none of a year that was told."""
    return stretch.start is not None and stretch.end is not None and stretch.end - stretch.start <= timedelta(days=7)


def guess_direction(text: str, span: Span) -> Direction:
    """The tense of the nearest verb-like word in the sentence, those before the expression first."""
    before = _after_last_end(text[max(0, span.start - _WINDOW) : span.start])
    last = None
    for match in _TENSE.finditer(before):
        last = match
    if last is None:
        after = text[span.end : span.end + _WINDOW]
        end = _SENTENCE_END.search(after)
        last = _TENSE.search(after[: end.start()] if end else after)
    if last is None:
        return Direction.UNKNOWN
    return Direction.PAST if last["past"] else Direction.FUTURE


def _after_last_end(before: str) -> str:
    cut = 0
    for end in _SENTENCE_END.finditer(before):
        cut = end.end()
    return before[cut:]


def _moment(reference: date | datetime | None) -> tuple[datetime | None, bool]:
    if reference is None:
        return None, False
    if isinstance(reference, datetime):
        return reference.replace(tzinfo=None), True
    return datetime.combine(reference, time()), False


def _stretch(expression: TimeExpression, context: Context) -> Stretch | None:
    term: t.Term = expression.term
    if isinstance(term, t.Repeated):
        return None
    if expression.needs is not Needs.NONE and context.now is None and context.told is None:
        return None
    if may_last(term) and context.direction is Direction.PAST:
        return None  # "was completed in two days" says how long
    if expression.relation is not Relation.IN:
        term = t.Limit(expression.relation, term)
    try:
        return denote(term, context)
    except (UnanchoredError, OffCalendarError, OverflowError):
        return None


def of_the_year(expression: TimeExpression) -> bool:
    """Does it name a day, month or season whose year is not said?"""
    return _OF_THE_YEAR.match(expression.value) is not None


def tells(expression: TimeExpression, start: datetime | None, end: datetime | None) -> bool:
    """Whether what follows may lean on it: a closed stretch of a month at most, or a year that is said."""
    if expression.aside or is_former(expression) or expression.relation is not Relation.IN:
        return False
    if isinstance(expression.term, t.Window | t.Now):
        return False
    return start is not None and end is not None and end - start <= timedelta(days=366)


def _timex(expression: TimeExpression, stretch: Stretch | None, context: Context) -> Timex:
    value, granularity = expression.value, expression.granularity
    if stretch is None:
        origin = AnchorOrigin.NONE if expression.needs is Needs.NONE else AnchorOrigin.UNRESOLVED
        some_day = _on_some_day(expression)
        return Timex(expression.span, expression.type, value, granularity, None, None, expression.relation, None,
                     origin, expression.hedge, expression.zone, expression.derivation,
                     Calendar.DAY if some_day else Calendar.PLACED, some_day, expression.role)
    anchor, origin = _anchor(expression.needs, context.now, context.told)
    named = stretch if expression.relation is Relation.IN else _stretch(replace(expression, relation=Relation.IN),
        context)
    if named is not None and named.start is not None and named.end is not None:
        value = value_of(named, expression.term)
    return Timex(expression.span, expression.type, value, stretch.granularity, stretch.start, stretch.end,
                 expression.relation, anchor, origin, expression.hedge, expression.zone, expression.derivation,
                 _calendar(expression, context), _readings(expression, stretch, context), expression.role)


def _either_way(expression: TimeExpression, timex: Timex, context: Context) -> Timex:
    """ "Has called a rally on Sunday", the next one, or, if that is when it was called, the last one."""
    last = _stretch(expression, replace(context, direction=Direction.PAST))
    if last is None or (last.start, last.end) == (timex.start, timex.end):
        return timex
    usual = timex.readings or ((timex.start, timex.end),)
    return replace(timex, readings=tuple(dict.fromkeys((*usual, (last.start, last.end)))))


def _calendar(expression: TimeExpression, context: Context) -> Calendar:
    if isinstance(expression.term, t.Year | t.Period) and expression.term.fiscal:
        return Calendar.FISCAL
    undated = expression.needs is Needs.DISCOURSE and context.told is None
    return Calendar.TOLD if undated else Calendar.PLACED


def _on_some_day(expression: TimeExpression) -> tuple[Ends, ...]:
    """A time of day whose day is not said."""
    if not isinstance(expression.term, t.Clock | t.DayPart | t.Between):
        return ()
    time = expression.term if expression.relation is Relation.IN else t.Limit(expression.relation, expression.term)
    placed = replace(expression, term=t.At(t.Day(2000, 7, 5), time), relation=Relation.IN, needs=Needs.NONE)
    context = Context(_SOME_DAY)
    stretch = _stretch(placed, context)
    return (_readings(placed, stretch, context) or ((stretch.start, stretch.end),)) if stretch is not None else ()


def _readings(expression: TimeExpression, stretch: Stretch, context: Context) -> tuple[Ends, ...]:
    """All that usage leaves room for, the usual one first; none where that is the only one."""
    found = [(stretch.start, stretch.end)]
    for day, half in product((False, True), repeat=2):
        reading = _stretch(expression, replace(context, wide=True, other_day=day, other_half=half))
        if reading is not None:
            found.append((reading.start, reading.end))
    if isinstance(expression.term, t.Day) and expression.term.either:
        swapped = replace(expression.term, month=expression.term.day, day=expression.term.month)
        turned = _stretch(replace(expression, term=swapped), context)
        if turned is not None:
            found.append((turned.start, turned.end))
    if expression.value.startswith(_OF_NO_MONTH):
        found += [(s.start, s.end) for s in _of_other_months(expression, context)]
    # One that lies within a wider one adds nothing but the place of the usual one.
    unlike = tuple(dict.fromkeys(found))
    return unlike if len(unlike) > 1 else ()


def _of_other_months(expression: TimeExpression, context: Context) -> Iterable[Stretch]:
    """ "They called a vote for the 20th", the next one; "they met in November, but left on the 5th" of November."""
    ways = [replace(context, direction=way) for way in (Direction.PAST, Direction.FUTURE)]
    if context.told is not None and context.told.start is not None:
        ways.append(replace(context, now=context.told.start.replace(day=1), direction=Direction.FUTURE))
    return (found for way in ways if (found := _stretch(expression, way)) is not None)


def moves(term: t.Term) -> bool:
    """Does its day of the year hang on the year: a weekday beside a date, Easter, the first Friday of July?"""
    match term:
        case t.Day(weekday=int(), day=int()) | t.Nth(unit="weekday"):
            return True
        case t.Feast(key=key):
            return not holidays()[key].day
        case t.At(day=of) | t.Limit(of=of) | t.Hedged(of=of) | t.Piece(of=of) | t.Holding(of=of):
            return moves(of)
    return False


def readings_by_year(expression: TimeExpression, years: Iterable[int], direction: Direction) -> tuple[Ends, ...]:
    """What it denotes as seen from the middle of each year, where a weekday beside a date does not speak against it."""
    found: list[Ends] = []
    direction = Direction.UNKNOWN if direction is Direction.OPEN else direction
    for year in years:
        context = Context(datetime(year, 7, 5), direction=direction)
        stretch = _stretch(expression, context)
        if stretch is not None and _on_its_weekday(expression.term, stretch):
            found.extend(_readings(expression, stretch, context) or ((stretch.start, stretch.end),))
    return tuple(dict.fromkeys(found))


def _on_its_weekday(term: t.Term, stretch: Stretch) -> bool:
    while isinstance(term, t.At | t.Piece):
        term = term.day if isinstance(term, t.At) else term.of
    if not isinstance(term, t.Day) or term.weekday is None or stretch.start is None:
        return True
    return stretch.start.weekday() == term.weekday


def _anchor(needs: Needs, now: datetime | None, told: Stretch | None) -> tuple[date | None, AnchorOrigin]:
    if needs is Needs.NONE:
        return None, AnchorOrigin.NONE
    if needs is Needs.DISCOURSE and told is not None and told.start is not None:
        return told.start.date(), AnchorOrigin.DISCOURSE
    origin = AnchorOrigin.ASSUMED if needs is Needs.DISCOURSE else AnchorOrigin.PUBLICATION
    return (now.date() if now is not None else None), origin

