"""One account dates what the other says was moved since: an update."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.lexicon.concepts import concept
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.fact import Fact, Occurrence
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.standing import Standing
from claimcheck.model.value import Calendar, TimeRole, Timex, is_former, is_moved
from claimcheck.reason.standing import moved
from claimcheck.rules.rule import LIKELY, Rule, Story
from claimcheck.rules.words import finding, named, value_words

# What is moved has had another date; of which event that is, the link alone has to say, unless the words do. Of 60
# pairs that were written to be hard, half of them of two events, 22 are called updates and 9 of these are of one event.
LIKELY_MOVED = 0.6


def updates(story: Story, rule: Rule, pair: Pair) -> Iterator[Finding]:
    """ "The launch is on Friday", "the launch was put off until Monday": the one is what the other says that it was.
    Where the other says itself that it was to be on Friday, this is known, and else the link has to say it."""
    mover = moved(pair.a, pair.b) if pair.alignment.score >= _least(pair) else None
    if mover is not None:
        if not _put_off_to_before(pair, mover):
            yield _update(story, rule, pair, mover, mover.fact)
        return
    sides = ((pair.a, pair.b), (pair.b, pair.a))
    mover = next((one for one, other in sides if is_former(one.fact.value) and not is_moved(other.fact.value)), None)
    if mover is None or pair.standing != Standing.SAME or pair.alignment.score < LIKELY or not _is_later(pair, mover):
        return
    now = [f for f in mover.claim.facts if isinstance(f.value, Timex) and f.value.role is TimeRole.MOVED]
    if now:
        nearest = min(now, key=lambda f: abs(f.span.start - mover.fact.span.end))
        yield _update(story, rule, pair, mover, nearest)


def _put_off_to_before(pair: Pair, mover: Statement) -> bool:
    """What was postponed until December was no plan for next July."""
    planned = (pair.b if mover is pair.a else pair.a).fact
    acts = {f.value.predicate for f in mover.claim.facts if isinstance(f.value, Occurrence) and not f.value.negated}
    return concept("delay") in acts and _where_to(planned, mover.fact) == "brought forward"


def _least(pair: Pair) -> float:
    return LIKELY if pair.a.fact.measure.event == pair.b.fact.measure.event else LIKELY_MOVED


def _update(story: Story, rule: Rule, pair: Pair, mover: Statement, now: Fact) -> Finding:
    planned = (pair.b if mover is pair.a else pair.a).fact
    name = named(story, pair.a.document, pair.b.document)[(pair.a, pair.b).index(mover)]
    told = tuple(replace(s, fact=now) if s is mover else s for s in (pair.a, pair.b))
    return finding(story, rule, Verdict.UPDATE, told,
                   f"{value_words(planned)}, now {value_words(now)}: {name} says it was {_where_to(planned, now)}",
                   key=pair.key, guards=pair.alignment.passed)


def _where_to(planned: Fact, now: Fact) -> str:
    """Of two weekdays or days of the year without a date nobody knows which is the first."""
    times = [f.value for f in (planned, now) if isinstance(f.value, Timex) and f.value.calendar is Calendar.PLACED]
    starts = [t.start for t in times if t.start is not None]
    if len(starts) < 2:
        return "moved"
    return "brought forward" if starts[1] < starts[0] else "put off"


def _is_later(pair: Pair, mover: Statement) -> bool:
    other = pair.b if mover is pair.a else pair.a
    return mover.published is None or other.published is None or mover.published >= other.published
