"""Do two statements name who fills one role for one matter? Who fills it is not looked at here."""

from __future__ import annotations

from claimcheck.link.statement import Alignment, Candidate

COMPARABLE = 0.5
HEAD, NAMES, SIMILARITY = 0.5, 0.2, 0.3


def align_roles(candidate: Candidate) -> Alignment:
    """Score and guards of a pair of roles: the same role, for the same matter ("the withdrawal") or the same person."""
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    if a.dimension != b.dimension:
        return Alignment(0.0, (), "unit", f"{a.dimension} against {b.dimension}")
    if a.conditional or b.conditional:
        return Alignment(0.0, (), "hypothetical", "one is only a condition", ("unit",))
    if a.head != b.head and a.head and b.head:
        return Alignment(0.0, (), "other-subject", f"{a.head} against {b.head}", ("unit", "hypothetical"))
    parts = (
        ("head", HEAD, 1.0 if a.head == b.head and a.head else 0.4),
        ("names", NAMES, 1.0 if (a.names | a.context) & (b.names | b.context) else 0.0),
        ("similarity", SIMILARITY, min(1.0, max(0.0, (candidate.similarity - 0.3) / 0.5))),
    )
    steps = tuple(f"{name} {value:.2f} x {weight}" for name, weight, value in parts)
    score = round(sum(weight * value for _, weight, value in parts), 4)
    passed = ("unit", "hypothetical", "other-subject")
    if score < COMPARABLE:
        return Alignment(score, steps, "other-event", f"too little in common ({score:.2f})", passed)
    return Alignment(score, steps, passed=passed)
