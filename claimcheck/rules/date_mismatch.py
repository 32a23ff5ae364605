"""One event dated differently, at the granularity that both sources give."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import time, timedelta

from claimcheck.detect.derive import RECKONED
from claimcheck.lexicon.calendar import calendar_words
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.guard import Guard
from claimcheck.model.span import Span
from claimcheck.model.standing import CONFLICTING, Standing
from claimcheck.model.value import COUNTED, OF_THE_CLOCK, SAID_AND_LASTING, Quantity, Timex
from claimcheck.rules.moved_dates import updates
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import both, finding, named, two_things, value_words

_MORNING, _DAY = time(6), timedelta(days=1)
_OF_LENGTHS = frozenset({RECKONED, COUNTED})
SHORT = 5  # letters of an abbreviation, which another article may well write out


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    lengths = {_words(p) for p in story.pairs if isinstance(p.a.fact.value, Quantity) and _differ(rule, p)}
    for pair in story.pairs:
        yield from updates(story, rule, pair)
        if isinstance(pair.a.fact.value, Timex) and _differ(rule, pair) and not _is_told_by(lengths, pair):
            condition = _condition(story, rule, pair)
            verdict = Verdict.TENSION if condition else Verdict.CONTRADICTION
            yield finding(story, rule, verdict, (pair.a, pair.b),
                          f"{value_words(pair.a.fact)} against {value_words(pair.b.fact)}",
                          condition=condition,
                          key=pair.key, guards=(*pair.alignment.passed, Guard.BOUND_SATISFIED.value))
        days = other_weekdays(story, pair)
        if days:
            yield finding(story, rule, Verdict.TENSION, (pair.a, pair.b), f"{days} for one date", key=pair.key,
                          guards=pair.alignment.passed)


def _differ(rule: Rule, pair: Pair) -> bool:
    differ = pair.standing in CONFLICTING and pair.a.denied == pair.b.denied
    return differ and pair.alignment.score >= rule.least


def _words(pair: Pair) -> frozenset[tuple[int, Span]]:
    return frozenset((side.document, side.fact.span) for side in (pair.a, pair.b))


def _is_told_by(lengths: Collection[frozenset[tuple[int, Span]]], pair: Pair) -> bool:
    """Do two ends or days differ that were reckoned of lengths, as "takes three weeks" and "is to last five", or "two
    days after" and "five days after", which differ as they stand?"""
    ends = [side.fact.value for side in (pair.a, pair.b)]
    return all(isinstance(t, Timex) and t.derivation in _OF_LENGTHS for t in ends) and _words(pair) in lengths


def _condition(story: Story, rule: Rule, pair: Pair) -> str:
    names = named(story, pair.a.document, pair.b.document)
    for name, side in zip(names, (pair.a, pair.b), strict=True):
        if isinstance(side.fact.value, Timex) and side.fact.value.derivation == SAID_AND_LASTING:
            return f"both hold only if it had begun before {name} said how long it takes"
    if _in_one_night(pair):
        return f"both hold if it happened in one night, or where {names[0]} and {names[1]} count by different clocks"
    if pair.standing != Standing.DISJOINT:
        return f"both hold if {both(story, pair)} count from different events"
    # Of a day on which something was said nobody knows whether it was said again.
    bound = all(s.fact.measure.bound for s in (pair.a, pair.b))
    return "" if bound and pair.alignment.score >= rule.likely else two_things(story, pair)


def _in_one_night(pair: Pair) -> bool:
    """Is one of them the first part of the day that follows the other: "Thursday" and "early Friday"?"""
    times = [s.fact.value for s in (pair.a, pair.b) if isinstance(s.fact.value, Timex)]
    return any(_follows(a, b) for a, b in (times, times[::-1]))


def _follows(before: Timex, after: Timex) -> bool:
    if before.end is None or after.start is None or after.end is None or after.end - after.start >= _DAY:
        return False
    return after.start.time() <= _MORNING and before.end.date() == after.start.date()


def other_weekdays(story: Story, pair: Pair) -> str:
    """ "Monday against Tuesday" where one date is written with two weekdays, else ""."""
    first, second = pair.a.fact.value, pair.b.fact.value
    if not isinstance(first, Timex) or not isinstance(second, Timex) or pair.standing != Standing.SAME:
        return ""
    if first.zone != second.zone:
        return ""  # it is Monday in one place while it is Tuesday in another
    if first.granularity in OF_THE_CLOCK and first.start is not None and first.start.time() == time.min:
        return ""  # 24:00 on Monday is 00:00 on Tuesday
    a, b = (_weekday(story, side) for side in (pair.a, pair.b))
    return f"{a} against {b}" if a and b and a != b else ""


def _weekday(story: Story, statement: Statement) -> str:
    """The weekday that is written beside the number of the day, "" for none."""
    text = statement.fact.span.of(story.documents[statement.document].document.text)
    words = re.findall(r"[A-Za-z]+", text) if any(c.isdigit() for c in text) else []
    return next((w.capitalize() for w in words if w.lower() in calendar_words().weekdays and len(w) > SHORT), "")
