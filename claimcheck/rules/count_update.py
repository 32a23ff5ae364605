"""A count that grows with time: the later figure replaces the earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.predicates import words
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.value import Granularity, Quantity, QuantityKind, Timex
from claimcheck.reason.amounts import Standing, smaller
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words

_DAYS = frozenset({Granularity.DAY, Granularity.PART_OF_DAY, Granularity.HOUR, Granularity.MINUTE})


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair in story.pairs:
        if pair.standing == Standing.DISJOINT and is_update(story, pair):
            earlier, later = sorted((pair.a, pair.b), key=lambda s: _size(s))
            yield finding(story, rule, Verdict.UPDATE, (pair.a, pair.b),
                          f"{value_words(earlier.fact)}, later {value_words(later.fact)}", key=pair.key,
                          guards=pair.alignment.passed)


def is_update(story: Story, pair: Pair) -> bool:
    """True where a cumulative count is higher in the statement that speaks of a later time."""
    a, b = pair.a.fact.value, pair.b.fact.value
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)) or a.kind is not QuantityKind.NUMBER:
        return False
    if not _cumulative(pair):
        return False
    low, high = (pair.a, pair.b) if smaller(a, b) else (pair.b, pair.a)
    before, after = as_of(story, low), as_of(story, high)
    if before is not None and after is not None:
        return before < after
    return _grown(high) and _day_names(low) != _day_names(high)


def as_of(story: Story, statement: Statement) -> date | None:
    """The day a figure is good for: the last day named beside it, else the day of publication."""
    days = [t.start.date() for t in statement.fact.measure.scope if t.start is not None and t.granularity in _DAYS]
    published = story.documents[statement.document].document.published.on
    if published is not None:
        days = [d for d in days if d <= published] or [published]
        return published
    return max(days, default=None)


def _cumulative(pair: Pair) -> bool:
    """Counts that only grow while a story unfolds: the dead, the injured, the arrested, the infected ..."""
    growing = words("cumulative")
    return any(word in growing for s in (pair.a, pair.b) for word in (s.fact.measure.event, s.fact.measure.head))


def _grown(statement: Statement) -> bool:
    said = {concept(w.strip(".,;:\"'").lower()) for w in statement.claim.text.split()}
    return bool(said & {"rise", concept("far"), concept("now"), concept("reach")})


def _day_names(statement: Statement) -> frozenset[str]:
    return frozenset(t.value for t in statement.fact.measure.scope if isinstance(t, Timex))


def _size(statement: Statement) -> tuple[bool, str]:
    value = statement.fact.value
    end = value.base.low if isinstance(value, Quantity) else None
    return end is not None, f"{end:040f}" if end is not None else ""


RULE = Rule("count-update", "A running count has grown since the earlier report.", (Verdict.UPDATE,), check)
