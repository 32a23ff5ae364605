"""Guards of time: figures that are of other times, and times that date something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from claimcheck.lexicon.concepts import concepts
from claimcheck.lexicon.predicates import concepts_of, words
from claimcheck.link.statement import Candidate, Statement
from claimcheck.link.wording import SAME_WORDING, same_place
from claimcheck.model.value import OF_THE_DAY, Calendar, Granularity, Quantity, QuantityKind, Relation, Timex

# Days after which an event is no longer this story.
LONG_PAST = 21
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
    return _last_and_this(x, y) or _last_and_this(y, x) or (
        x.value.startswith("XXXX-W") and y.value.startswith("XXXX-W") and x.value[:10] != y.value[:10])


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


def other_year(candidate: Candidate) -> str:
    """A guard: 2.4 million in 2016 is not 2.4 million in 2021."""
    if isinstance(candidate.a.fact.value, Timex):
        return ""
    mine, others = ([t for t in s.fact.measure.scope if t.granularity is Granularity.YEAR and t.resolved]
                    for s in (candidate.a, candidate.b))
    apart = bool(mine and others) and all(_apart(x, y) for x, y in product(mine, others))
    return f"{mine[0].value} against {others[0].value}" if apart else ""


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
