"""A count that grows with time: the later figure replaces the earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from claimcheck.lexicon.concepts import concepts
from claimcheck.lexicon.predicates import concepts_of
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.standing import Standing
from claimcheck.model.value import SECOND, Granularity, Quantity, QuantityKind, Relation, Timex
from claimcheck.reason.amounts import smaller
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words

_DAYS = frozenset({Granularity.DAY, Granularity.PART_OF_DAY, Granularity.HOUR, Granularity.MINUTE})
_COARSE = frozenset({Granularity.MONTH})  # "by February": by the end of it

_COLLECTED = frozenset({"raise", "donate"})  # money of which there is more from day to day

# A day named further back is the day of the event, not the day of the count.
RECENT = 3
_DIFFERENT = frozenset({Standing.DISJOINT, Standing.SATISFIED, Standing.DIVERGING})


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    updates = [p for p in story.pairs if p.alignment.score >= rule.least and is_update(story, p)]
    for pair in _likeliest(updates):
        earlier, later = _in_time(pair)
        yield finding(
            story,
            rule,
            Verdict.UPDATE,
            (pair.a, pair.b),
            f"{value_words(earlier.fact)}, later {value_words(later.fact)}",
            key=pair.key,
            guards=pair.alignment.passed,
        )


def is_update(story: Story, pair: Pair) -> bool:
    """True where a running count is given for a later time: higher if it is one that only grows."""
    a, b = pair.a.fact.value, pair.b.fact.value
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)) or pair.standing not in _DIFFERENT:
        return False
    if not SECOND.isdisjoint({a.derivation, b.derivation}) or {QuantityKind.SCORE, QuantityKind.AGE} & {a.kind, b.kind}:
        return False  # what follows from a time has no other one, a vote is over, and nobody ages in a day
    low, high = (pair.a, pair.b) if smaller(a, b) else (pair.b, pair.a)
    before, after = _counted(low, high)
    if before is not None and after is not None and before != after:
        if before < after:
            return _is_cumulative(pair) or _is(pair, "fluctuating")
        # "75", a day later "more than 70": nothing has changed.
        return _is(pair, "fluctuating") and pair.standing != Standing.SATISFIED
    return (
        _is_cumulative(pair)
        and high.fact.measure.event in concepts_of("growing")
        and low.fact.measure.scope != high.fact.measure.scope
    )


def only_grows(pair: Pair) -> bool:
    """Is it a count of what has happened, as of people killed?"""
    return _is_cumulative(pair) and not _is(pair, "fluctuating")


def _is_cumulative(pair: Pair) -> bool:
    """What somebody was sold or signed for is not, as the number sold is, nor a rate that was raised; what was raised
    or donated is."""
    measures = (pair.a.fact.measure, pair.b.fact.measure)
    price = any(m.dimension.startswith("money") and m.event not in concepts(_COLLECTED) for m in measures)
    return _is(pair, "cumulative") and not price and all(m.dimension != "percent" for m in measures)


def _counted(low: Statement, high: Statement) -> tuple[date | None, date | None]:
    """When the two were counted. Those of two days were, each on its own: "12 arrests on Sunday", "15 on Monday"."""
    days = [frozenset(_named(s, acts=True)) for s in (low, high)]
    if days[0] and days[1] and days[0].isdisjoint(days[1]):
        return max(days[0]), max(days[1])
    return as_of(low), as_of(high)


def as_of(statement: Statement) -> date | None:
    """The day a figure is good for: the last day named beside it that is not after publication, else publication. "40
    people were arrested on Sunday" tells when they were, and not when they were counted."""
    return max(_named(statement, acts=False), default=statement.published)


def _named(statement: Statement, *, acts: bool) -> Iterator[date]:
    """The days beside a figure, with or without those of an act. That since which it is counted is none."""
    published = statement.published
    known = _DAYS if published is not None else _DAYS | _COARSE
    left_out = {Relation.SINCE, Relation.AFTER} | (set() if acts or not _is_of_act(statement) else {Relation.IN})
    for timex in statement.fact.measure.scope:
        day = _day(timex) if timex.granularity in known and timex.relation not in left_out else None
        if day is not None and (published is None or timedelta(0) <= published - day < timedelta(days=RECENT)):
            yield day


def _is_of_act(statement: Statement) -> bool:
    """Is it told what was done to so many, and not how high their number was, as in "the toll stood at 14"?"""
    measure = statement.fact.measure
    states = concepts_of("growing") | concepts_of("tallied") | concepts_of("fluctuating")
    act = bool(measure.event) and measure.event not in states
    return act and measure.head not in concepts_of("cumulative")


def _day(timex: Timex) -> date | None:
    if timex.value.startswith("XXXX-W"):
        return None  # of two weekdays without a date nobody knows which came first
    if timex.start is not None and timex.granularity in _DAYS:
        return timex.start.date()
    if timex.end is None or timex.end == datetime.min:
        return None
    return (timex.end - timedelta(microseconds=1)).date()  # "by Sunday evening": an end is the first moment behind it


def _likeliest(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """A count has one value in another account: of several, the one that is likeliest of the same thing."""
    best: dict[tuple[int, int], tuple[float, str]] = {}
    for pair in pairs:
        for side, other in ((pair.a, pair.b), (pair.b, pair.a)):
            key, told = (side.number, other.document), (pair.alignment.score, value_words(other.fact))
            best[key] = max(told, best.get(key, told))
    for pair in pairs:
        if all(best[side.number, other.document][1] == value_words(other.fact)
               for side, other in ((pair.a, pair.b), (pair.b, pair.a))):
            yield pair


def _in_time(pair: Pair) -> list[Statement]:
    """The earlier count first; of two that are of one day, or of no known day, the smaller."""
    days = {as_of(s) for s in (pair.a, pair.b)}
    dated = len(days) == 2 and None not in days
    return sorted((pair.a, pair.b), key=lambda s: (as_of(s) or date.min if dated else date.min, _size(s)))


def _is(pair: Pair, kind: str) -> bool:
    measures = (pair.a.fact.measure, pair.b.fact.measure)
    return any(word in concepts_of(kind) for m in measures for word in (m.event, m.head))


def _size(statement: Statement) -> tuple[bool, str]:
    value = statement.fact.value
    end = value.base.low if isinstance(value, Quantity) else None
    return end is not None, f"{end:040f}" if end is not None else ""
