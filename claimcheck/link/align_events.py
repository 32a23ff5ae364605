"""Are two occurrences one event, or one state of one thing?

Predicates must be the same or exclude each other; how likely the two are one is estimated (model.py). Where sentences
are alike, or say what cannot both be so, a guard that names what differs holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.link.compare import comparisons
from claimcheck.link.event_guards import (
    hypothetical,
    kept_apart,
    occurrence_of,
    other_match,
    other_predicate,
)
from claimcheck.link.features.contrast import alike
from claimcheck.link.mentions import mentions_of
from claimcheck.link.model import aligned, event_link
from claimcheck.link.parties import crossed
from claimcheck.link.statement import Alignment, Candidate, Statement
from claimcheck.link.types import Comparison

# Pairs that are less likely one are no pair for a rule. Rules ask for more (`least`), but where one side speaks of
# nobody or nothing: of 15 such labelled pairs from here on 10 are one.
LEAST = 0.3
_ASKED = frozenset({"other-subject", "other-event", "other-time"})


def align_events(candidates: Sequence[Candidate], statements: Sequence[Statement]) -> list[Alignment]:
    """Score and guards of pairs of occurrences, in order; `statements` are all of the story. A pair that nothing but
    "hypothetical" keeps apart has the score that it would have."""
    others = [_other_predicate(c) for c in candidates]
    open_ = [c for c, reason in zip(candidates, others, strict=True) if not reason]
    numbers = {s.number for c in open_ for s in (c.a, c.b)}
    mentions = mentions_of(statements, lambda s: s.number in numbers)
    compared = iter(comparisons(open_, mentions, [0.0] * len(open_)))
    return [Alignment(0.0, (), "other-event", reason) if reason else _align(c, next(compared))
            for c, reason in zip(candidates, others, strict=True)]


def is_open(candidate: Candidate) -> bool:
    """May two occurrences be one, by what is said of them?"""
    return not _other_predicate(candidate)


def _other_predicate(candidate: Candidate) -> str:
    a, b = occurrence_of(candidate.a), occurrence_of(candidate.b)
    return "" if crossed(a, b) else other_predicate(a, b)


def _align(candidate: Candidate, comparison: Comparison) -> Alignment:
    found = aligned(event_link(comparison), LEAST)
    found = replace(found, passed=tuple(g for g in found.passed if g in _ASKED))
    guard, reason = _guard(candidate, comparison) if found.comparable else ("", "")
    if guard:
        return replace(found, guard=guard, reason=reason, passed=tuple(g for g in found.passed if g != guard))
    doubt = hypothetical(candidate.a, candidate.b)
    if not doubt:
        return found
    return Alignment(found.score if found.comparable else 0.0, (), "hypothetical", doubt, ("other-event",))


def _guard(candidate: Candidate, comparison: Comparison) -> tuple[str, str]:
    """In like sentences what differs says what is another; and so it does where an alarm would hang on it."""
    if match := other_match(candidate.a, candidate.b):
        return "other-event", match
    a, b = occurrence_of(candidate.a), occurrence_of(candidate.b)
    alarm = a.predicate != b.predicate or candidate.a.denied != candidate.b.denied or crossed(a, b)
    return kept_apart(candidate.a, candidate.b) if alarm or alike(comparison) else ("", "")
