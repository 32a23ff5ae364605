"""Candidates with a figure or a time each, judged: how likely the two measure one thing, values included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from claimcheck.link.apart import AGREEING, ALL, ALWAYS, EVIDENCE, Check, kept_apart
from claimcheck.link.conflict import Conflict, Rated, rivalry
from claimcheck.link.features.contrast import nothing_else
from claimcheck.link.model import aligned, in_conflict, link, weights, with_values
from claimcheck.link.statement import Alignment, Candidate
from claimcheck.link.types import Comparison, Link
from claimcheck.link.values import class_of
from claimcheck.model.standing import CONFLICTING, EQUAL

# Bits of a pair that a guard keeps apart: it is nobody's better partner.
APART = -99.0


def judge(
    candidates: Sequence[Candidate], comparisons: Sequence[Comparison], standings: Sequence[str],
    least: float, alarm: float,
) -> list[Alignment]:
    """An alignment for each candidate, in order. `standings` say how the two values stand to each other, "" where they
    have no common scale; comparable are those that measure one thing with at least the probability `least`, or
    `alarm` where their values conflict and a guard speaks."""
    links = [link(c) for c in comparisons]
    rated = [_rated(c, found, standing) for c, found, standing in zip(candidates, links, standings, strict=True)]
    whole = zip(candidates, comparisons, links, standings, rivalry(rated), strict=True)
    return [_judge(c, comparison, found, standing, rival, least, alarm)
            for c, comparison, found, standing, rival in whole]


def _judge(candidate: Candidate, comparison: Comparison, found: Link, standing: str, rival: tuple[float, bool],
           least: float, alarm: float) -> Alignment:
    if standing not in CONFLICTING:
        known = with_values(found, class_of(candidate.a, candidate.b, standing))
        return _as_linked(candidate, known, standing, least, AGREEING)
    if nothing_else(comparison):  # what differs is the value alone, and says nothing of what it is of
        return _as_linked(candidate, found, standing, alarm, ALL)
    conflict = Conflict(candidate.a, candidate.b, standing, candidate.similarity, *rival, apart=False)
    return _conflicting(candidate, found, conflict, least, alarm)


def _rated(candidate: Candidate, found: Link, standing: str) -> Rated:
    a, b = candidate.a, candidate.b
    equal = found.bits + weights().values[class_of(a, b, standing)] if standing in EQUAL else -inf
    return Rated(a.number, b.number, (a.document, b.document, a.fact.measure.dimension), found.bits, equal)


def _as_linked(candidate: Candidate, found: Link, standing: str, least: float, checks: Sequence[Check]) -> Alignment:
    alignment = aligned(found, least)
    if alignment.comparable and standing:
        guard, reason = kept_apart(candidate, checks)
        if guard:
            return replace(alignment, guard=guard, reason=reason, bits=APART)
    return alignment


def _conflicting(candidate: Candidate, found: Link, conflict: Conflict, least: float, alarm: float) -> Alignment:
    alignment = aligned(in_conflict(found, conflict), least)
    if not alignment.comparable:
        return alignment
    guard, reason = kept_apart(candidate, ALWAYS)
    if guard:
        return replace(alignment, guard=guard, reason=reason, bits=APART)
    spoken = kept_apart(candidate, EVIDENCE)
    return aligned(in_conflict(found, replace(conflict, apart=True)), alarm, spoken) if spoken[0] else alignment
