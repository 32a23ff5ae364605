"""Guards of time: figures that are of other times, and times that date something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from claimcheck.lexicon.concepts import concepts
from claimcheck.lexicon.predicates import concepts_of, words
from claimcheck.link.statement import Candidate, Pair, Statement
from claimcheck.link.wording import SAME_WORDING, same_place
from claimcheck.model.value import OF_THE_DAY, Calendar, Granularity, Quantity, QuantityKind, Relation, Timex

# Days after which an event is no longer this story.
LONG_PAST = 21
# Days after which no count of what happened before still grows.
NO_MORE_NEWS = 365
# Claims of documents without dates that are so near (cosine) speak of one time unless they say otherwise.
ONE_TALK = 0.7
_LAST = "<last> <week>"  # the production of "last year", "last month"
_COARSE = frozenset({Granularity.DECADE, Granularity.YEAR, Granularity.QUARTER, Granularity.MONTH, Granularity.SEASON})
_CLOSING = re.compile(r"\b(?:close[ds]?(?! to\b)|closing|ends|ended|end of (?:trading|the day)|finish(?:es|ed)?|settled"
                      r"|bell)\b")
_WORD = re.compile(r"[a-z&]+")
_INDEX = frozenset({"average", "benchmark", "composite", "index"})
# Dimensions of which a quarter has another amount than the year that it is part of.
_FLOWS = ("money", "percent")


def other_time(candidate: Candidate) -> str:
    a, b = candidate.a.fact, candidate.b.fact
    if isinstance(a.value, Timex):
        return ""
    mine, others = a.measure.scope, b.measure.scope
    apart = _other_day if _running(candidate) else _apart
    if mine and others and all(apart(x, y) for x, y in product(mine, others)):
        return f"{mine[0].value} against {others[0].value}"
    fiscal = [any(t.calendar is Calendar.FISCAL for t in scope) for scope in (mine, others)]
    if mine and others and fiscal[0] != fiscal[1]:
        return f"{mine[0].value} against {others[0].value}, of which one is a fiscal year"
    seasons = [any(_is_of_two_years(t) for t in scope) for scope in (mine, others)]
    if mine and others and seasons[0] != seasons[1]:
        return f"{mine[0].value} against {others[0].value}, of which one is of parts of two years"
    hours = [any(t.granularity in OF_THE_DAY for t in scope) for scope in (mine, others)]
    if a.measure.dimension == "percent" and hours[0] != hours[1]:
        return "only one is of a time of day"  # "turnout at 5 p.m.", "shares were up by noon"
    if a.measure.dimension.startswith(_FLOWS):
        periods = list(product(_periods(mine), _periods(others)))
        if periods and all(_other_period(x, y) for x, y in periods):
            return f"{mine[0].value} against {others[0].value}"
    if same_place(candidate) >= SAME_WORDING:
        return _old_day(mine, others) or _old_day(others, mine)
    return _past(candidate)


def _is_of_two_years(timex: Timex) -> bool:
    """ "The 2022-23 season", "the 2022/23 budget": a year that ends in the next one."""
    if timex.start is None or timex.end is None:
        return False
    return "<year>-<yy>" in timex.derivation and timex.end.year - timex.start.year == 2


def in_session(candidate: Candidate) -> str:
    """A guard: a stock index moves through the day, and what it had gained is of its hour: "up 600 points in early
    trading". Of the alarms on them that were read (docs/rule-precision.md) none was right, four were of two hours."""
    sides = (candidate.a, candidate.b)
    if not all(_of_index(s) for s in sides) or all(_CLOSING.search(s.claim.text.lower()) for s in sides):
        return ""
    return "not both are of the close"


def _of_index(statement: Statement) -> bool:
    """Points or per cent of a stock index; neither what a firm of that name does nor a share that is listed there."""
    measure, said = statement.fact.measure, frozenset(_WORD.findall(statement.claim.text.lower()))
    moved = measure.dimension == "percent" and measure.head in concepts(words("stock_indices") | _INDEX)
    return bool(said & words("stock_indices")) and (moved or (measure.dimension, measure.head) == ("count", "point"))


def _other_day(x: Timex, y: Timex) -> bool:
    """Two weekdays without dates: nobody knows which came first; and a year that is over."""
    return _last_and_this(x, y) or _last_and_this(y, x) or _over_before(x, y) or _over_before(y, x) or (
        x.value.startswith("XXXX-W") and y.value.startswith("XXXX-W") and x.value[:10] != y.value[:10])


def _over_before(x: Timex, y: Timex) -> bool:
    return x.end is not None and y.start is not None and (y.start - x.end).days > NO_MORE_NEWS


def _other_period(x: Timex, y: Timex) -> bool:
    """A quarter against a half, or two periods without a year that are written differently; "the three months to June"
    are a quarter."""
    if x.resolved and (x.start, x.end) == (y.start, y.end):
        return False
    return x.granularity is not y.granularity or (not x.resolved and x.value != y.value)


def _past(candidate: Candidate) -> str:
    """Only one side is about a time that is over, or the two are about periods that have no day in common."""
    for one, other in ((candidate.a, candidate.b), (candidate.b, candidate.a)):
        if _long_past(one, other):
            return f"only one is about {one.fact.measure.scope[0].value}"
    a, b = (_closed(s.fact.measure.scope) for s in (candidate.a, candidate.b))
    vague = any(not t.resolved for s in (candidate.a, candidate.b) for t in s.fact.measure.scope)
    if bool(a) != bool(b) and not vague:
        old = next((t for t in (*a, *b) if t.granularity is Granularity.YEAR and not _current(t, candidate)), None)
        if old is not None:
            return f"only one is about {old.value}"
    return next((f"{x.value} against {y.value}" for x, y in product(a, b) if _apart(x, y)), "")


def _periods(scope: Sequence[Timex]) -> list[Timex]:
    return [t for t in scope if t.granularity in _COARSE]


def _closed(scope: Sequence[Timex]) -> list[Timex]:
    return [t for t in _periods(scope) if t.start and t.end]


def _old_day(mine: Sequence[Timex], others: Sequence[Timex]) -> str:
    """A weekday without a date is one of these days, and no day of a year that is named."""
    weekday = any(t.value.startswith("XXXX-W") for t in mine)
    if weekday and others and all(t.granularity is Granularity.YEAR and t.resolved for t in others):
        return f"{mine[0].value} against {others[0].value}"
    return ""


def _running(candidate: Candidate) -> bool:
    """A count that changes while the story unfolds: a later day makes it an update, not another matter."""
    running = concepts_of("cumulative") | concepts_of("fluctuating")
    return any(w in running for s in (candidate.a, candidate.b) for w in (s.fact.measure.event, s.fact.measure.head))


def _long_past(mine: Statement, other: Statement) -> bool:
    """One side speaks only of days long before the other appeared, and the other of none of them."""
    if other.published is None or not mine.fact.measure.scope or other.fact.measure.scope:
        return False
    ends = [t.end for t in mine.fact.measure.scope]
    return all(e is not None and (other.published - e.date()).days > LONG_PAST for e in ends)


def _current(year: Timex, candidate: Candidate) -> bool:
    """The year in which one of the documents appeared is no other time."""
    days = [s.published for s in (candidate.a, candidate.b) if s.published is not None]
    if not days and candidate.similarity >= ONE_TALK:
        return True  # without dates nobody knows which years are past
    return any(year.start is not None and year.start.year == d.year for d in days)


def _apart(x: Timex, y: Timex) -> bool:
    if _last_and_this(x, y) or _last_and_this(y, x):
        return True
    if x.start is None or x.end is None or y.start is None or y.end is None:
        return False
    return x.end <= y.start or y.end <= x.start


def _last_and_this(x: Timex, y: Timex) -> bool:
    """ "Last year" is over, whenever that was said: it is not this year, and nothing goes on in it since March."""
    last = x.value == "PAST_REF" and x.granularity in _COARSE and x.derivation.endswith(_LAST)
    this = y.value == "PRESENT_REF" and y.granularity is x.granularity
    return last and (this or (y.relation is Relation.SINCE and y.granularity in _COARSE and y.value != x.value))


def other_year(candidate: Candidate | Pair) -> str:
    """A guard: 2.4 million in 2016 is not 2.4 million in 2021; and 1,200 who died in 1979 are none of "at least 37" who
    died on Monday, or of whom no year is told, while 1,200 may be the same."""
    if isinstance(candidate.a.fact.value, Timex):
        return ""
    alike = _alike(candidate)
    for one, other in ((candidate.a, candidate.b), (candidate.b, candidate.a)):
        years = years_of(one)
        others = years_of(other) if alike else [t for t in other.fact.measure.scope if t.resolved]
        if years and others and all(_in_other_years(x, y) for x, y in product(years, others)):
            return f"{years[0].value} against {others[0].value}"
        if years and not (others or alike) and all(_is_over(year, other) for year in years):
            return f"only one is about {years[0].value}"
    return ""


def other_than_now(candidate: Candidate) -> str:
    """A guard: what petrol "costs", and what it cost "a year ago"."""
    for one, other in ((candidate.a.fact, candidate.b.fact), (candidate.b.fact, candidate.a.fact)):
        now, then = one.measure, other.measure
        told = (now.present or now.ongoing) and not then.present and isinstance(one.value, Quantity)
        if told and any(map(_is_years_back, then.scope)) and not any(map(_is_years_back, now.scope)):
            return "only one is of now"
    return ""


def _is_years_back(time: Timex) -> bool:
    """ "Last year", "two years ago"."""
    over = time.value == "PAST_REF" or (time.end is not None and time.anchor is not None
                                        and time.end.date() <= time.anchor)  # not "next year"
    back = "ago" in time.derivation.split() or (over and time.derivation.endswith(_LAST))
    return time.granularity is Granularity.YEAR and back


def _alike(candidate: Candidate | Pair) -> bool:
    """Two figures that may be one, rounded."""
    values = [s.fact.value for s in (candidate.a, candidate.b)]
    ends = [abs(end) for v in values if isinstance(v, Quantity)
            and (end := v.base.low if v.base.low is not None else v.base.high) is not None]
    return len(ends) == 2 and max(ends) - min(ends) <= max(ends) / 10


def clock_of_other_year(candidate: Candidate) -> str:
    """A guard: "that quake came at noon", of one long ago, and "the shock came at 5.12 a.m."."""
    for one, other in ((candidate.a, candidate.b), (candidate.b, candidate.a)):
        value, years = one.fact.value, years_of(one)
        clock = isinstance(value, Timex) and not value.resolved and value.granularity in OF_THE_DAY
        if clock and years and not years_of(other) and all(_is_over(year, other) for year in years):
            return f"only one is about {years[0].value}"
    return ""


def years_of(statement: Statement) -> list[Timex]:
    """The years that a figure or time of day is of."""
    return [t for t in statement.fact.measure.scope if t.resolved and t.granularity is Granularity.YEAR]


def _is_over(year: Timex, other: Statement) -> bool:
    return other.published is not None and year.end is not None and (
        (other.published - year.end.date()).days > NO_MORE_NEWS)


def _in_other_years(year: Timex, other: Timex) -> bool:
    if other.granularity is Granularity.YEAR:
        return _apart(year, other)
    return _over_before(year, other) or _over_before(other, year)


def figures_dated(candidate: Candidate) -> str:
    """ "A profit of 12 million in 2029" and "of 15 million in 2030": years that figures are of date nothing else."""
    if all(_dates_figure(s) for s in (candidate.a, candidate.b)):
        return "both say when a figure was so"
    return ""


def _dates_figure(statement: Statement) -> bool:
    time = statement.fact.value
    if not isinstance(time, Timex) or time.granularity not in _COARSE:
        return False
    measures = [f.measure for f in statement.claim.facts
                if isinstance(f.value, Quantity) and f.value.kind is not QuantityKind.ORDINAL]
    event = statement.fact.measure.event
    return any(time in m.scope and event in (m.event, m.head, m.dimension) for m in measures)
