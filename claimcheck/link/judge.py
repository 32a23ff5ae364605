"""Candidates with a figure or a time each, judged: how likely the two measure one thing, values included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from claimcheck.link.apart import AGREEING, ALL, ALWAYS, EVIDENCE, LIKE, Check, kept_apart
from claimcheck.link.bearer import one_bearer
from claimcheck.link.conflict import Conflict, Rated, rivalry
from claimcheck.link.features.contrast import alike, nothing_else
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
    return [_conflicting(x, found, Conflict(c.a, c.b, standing, *rival, apart=False), c, least, alarm)
            if standing in CONFLICTING else _agreeing(c, found, standing, least)
            for c, x, found, standing, rival in whole]


def _rated(candidate: Candidate, found: Link, standing: str) -> Rated:
    a, b, bits = candidate.a, candidate.b, found.bits
    equal = bits + weights().values[class_of(a, b, standing)] if standing in EQUAL else -inf
    return Rated(a.number, b.number, candidate.field, bits, equal)


def _agreeing(candidate: Candidate, found: Link, standing: str, least: float) -> Alignment:
    alignment = aligned(with_values(found, class_of(candidate.a, candidate.b, standing)), least)
    return _unless(candidate, AGREEING, alignment) if standing else alignment


def _conflicting(
    comparison: Comparison, found: Link, conflict: Conflict, candidate: Candidate, least: float, alarm: float,
) -> Alignment:
    # What differs is the value alone: it says nothing of what it is of.
    if nothing_else(comparison) or one_bearer(candidate):
        return _unless(candidate, ALL, aligned(found, least))
    # In like sentences a guard that speaks names what differs: of 12 labelled or written conflicts 2 are one thing.
    like = alike(comparison)
    alignment = _unless(candidate, LIKE if like else ALWAYS, aligned(in_conflict(found, conflict), least))
    if like or not alignment.comparable:
        return alignment
    spoken = kept_apart(candidate, EVIDENCE)
    return aligned(in_conflict(found, replace(conflict, apart=True)), alarm, spoken) if spoken[0] else alignment


def _unless(candidate: Candidate, checks: Sequence[Check], alignment: Alignment) -> Alignment:
    """The alignment, if none of the guards speaks."""
    guard, reason = kept_apart(candidate, checks) if alignment.comparable else ("", "")
    return replace(alignment, guard=guard, reason=reason, bits=APART) if guard else alignment
