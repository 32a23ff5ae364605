"""Two sources say of one thing what cannot be at the same time: open and closed, acquitted and convicted."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.lexicon.antonyms import opposed
from claimcheck.link.statement import Pair
from claimcheck.model.fact import Occurrence
from claimcheck.model.finding import Finding
from claimcheck.rules.polarity_conflict import opposed_sentences, sure
from claimcheck.rules.rule import Rule, Story

_INDEFINITE = frozenset({"a", "an", "another", "some", "several", "most", "many", "one", "two", "three", "four"})


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    return opposed_sentences(story, rule, _conflict)


def _conflict(pair: Pair, least: float) -> bool:
    a, b = pair.a.fact.value, pair.b.fact.value
    if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)):
        return False
    how = opposed(a.predicate, b.predicate)
    if not how or pair.a.denied or pair.b.denied or a.unanswered or b.unanswered or "some" in (a.kind, b.kind):
        return False
    if _some(a) and _some(b):
        return False  # "a passenger was killed", "another one survived"
    if how == "tension" and not _one_time(pair, a, b):
        return False
    return sure(pair, a, b, least)


def _some(occurrence: Occurrence) -> bool:
    first = occurrence.theme.text.lower().split(" ", 1)[0]
    return not occurrence.theme.names and (first in _INDEFINITE or first.isdigit())


def _one_time(pair: Pair, a: Occurrence, b: Occurrence) -> bool:
    """What may follow one upon the other is in tension only on one day, or where one side says that it lasts."""
    return a.lasting or b.lasting or _same_day(pair)


def _same_day(pair: Pair) -> bool:
    days = [{t.value[:10] for t in s.fact.measure.scope} for s in (pair.a, pair.b)]
    return bool(days[0] & days[1])
