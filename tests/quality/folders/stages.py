"""At which stage of the program a labelled pair is lost, read from what the program itself did (its trace).

    extraction  no value of the kind was read on one side, or on both
    blocking    values on both sides, but they were never put side by side
    linking     put side by side, but not taken for one thing
    matching    taken for one thing, then given up for another pair of the story
    rules       the pair stands, but no rule says what the label says: the values are not seen to conflict, or to agree

Of several pairs between the two sides the one that came farthest counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.expectations.judge import LOOSE
from claimcheck.expectations.labels import NUMERIC, Place
from claimcheck.link.block import kind_of
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.finding import Finding
from claimcheck.model.value import Quantity, QuantityKind, Timex
from claimcheck.pipeline import Trace

from .story import Marked

FOUND = "found"
STAGES = ("extraction", "blocking", "linking", "matching", "rules")
WORDS = "words"

# What a label of a type is read as. In words: all that is neither figure nor time, anywhere in the claim.
_READ_AS = {"": {"quantity", "time"}, "date": {"time"}, "duration": {"quantity", "time"}, "bound": {"quantity", "time"}}
_IN_WORDS = {"role", "occurrence", "comparison"}
_TYPES = {
    QuantityKind.NUMBER: "count", QuantityKind.PERCENT: "percent", QuantityKind.POINTS: "percent",
    QuantityKind.MONEY: "money", QuantityKind.DIMENSION: "distance", QuantityKind.DURATION: "duration",
    QuantityKind.AGE: "age",
}


@dataclass(frozen=True, slots=True)
class Link:
    """What the linker says of a pair: whether it is one thing, how surely, and what speaks against it most. `why` is a
    name that can be counted, `reason` may have words of the texts."""

    linked: bool
    score: float
    why: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """`why` can be counted and holds nothing of the texts; `detail` may."""

    name: str
    why: str = ""
    detail: str = ""


def link_of(pair: Pair) -> Link:
    """The only place that knows how the linker writes its judgement down."""
    alignment = pair.alignment
    return Link(alignment.comparable, alignment.score, alignment.guard, alignment.reason)


def stage_of(trace: Trace, marked: Marked, kind: str) -> Stage:
    """The stage at which a label that no finding meets was lost. `kind` is the type of label that tells what its words
    are to be read as, "" for any figure or time."""
    label = marked.label
    left = _touched(trace, label.a.document, marked.a, kind)
    right = _touched(trace, label.b.document, marked.b, kind)
    a, b = _of_type(left, kind), _of_type(right, kind)
    if not a or not b:
        sides = "both sides" if not a and not b else "one side"
        other = sorted({kind_of(s) for found, kept in ((left, a), (right, b)) if not kept for s in found})
        return Stage("extraction", f"{sides}: {'read as ' + ', '.join(other) if other else 'nothing read'}")
    judged = between(trace.judged, a, b)
    if not judged:
        return _unpaired(a, b)
    linked = [p for p in judged if link_of(p).linked]
    if not linked:
        best = link_of(max(judged, key=lambda p: (link_of(p).score, p.similarity)))
        return Stage("linking", best.why, best.reason)
    standing = between(trace.story.pairs, a, b)
    if not standing:
        dropped = [link_of(p) for p in between(trace.dropped, a, b)]
        return Stage("matching", max(dropped, key=lambda d: d.score).reason if dropped else "", "")
    pair = max(standing, key=lambda p: link_of(p).score)
    return Stage("rules", f"values stand {pair.standing or 'unknown'}")


def between(pairs: Iterable[Pair], left: Sequence[Statement], right: Sequence[Statement]) -> list[Pair]:
    """The pairs of a statement of `left` and one of `right`, whichever comes first."""
    a, b = {s.number for s in left}, {s.number for s in right}
    return [p for p in pairs
            if (p.a.number in a and p.b.number in b) or (p.a.number in b and p.b.number in a)]


def behind(trace: Trace, finding: Finding) -> Pair | None:
    """The pair that a finding was made of; None for a rule that looks at no pairs."""
    ids = [d.document.id for d in trace.story.documents]
    sides = {(e.document, e.span) for e in finding.evidence}
    made = [p for p in (*trace.story.pairs, *trace.story.doubted)
            if {(ids[s.document], s.fact.span) for s in (p.a, p.b)} <= sides]
    return max(made, key=lambda p: link_of(p).score, default=None)


def type_of(pair: Pair | None) -> str:
    """The type of label that an alarm made of this pair would have."""
    value = pair.a.fact.value if pair else None
    if isinstance(value, Quantity):
        return _TYPES.get(value.kind, "number")
    return "date" if isinstance(value, Timex) else WORDS


def _touched(trace: Trace, document: str, places: Sequence[Place], kind: str) -> list[Statement]:
    """The statements whose words the places touch; for what is no figure, those of the claims around."""
    at = next(i for i, d in enumerate(trace.story.documents) if d.document.id == document)
    loose = kind in LOOSE or kind not in {"", *NUMERIC}
    found = []
    for statement in trace.story.statements:
        span = statement.claim.span if loose else statement.fact.span
        if statement.document == at and any(span.start < end and start < span.end for start, end in places):
            found.append(statement)
    return found


def _of_type(statements: Sequence[Statement], kind: str) -> list[Statement]:
    if kind in {"rank", "order"}:
        return list(statements)
    wanted = _READ_AS.get(kind, {"quantity"} if kind in NUMERIC else _IN_WORDS)
    return [s for s in statements if kind_of(s) in wanted]


def _unpaired(a: Sequence[Statement], b: Sequence[Statement]) -> Stage:
    kinds = [{kind_of(s) for s in side} for side in (a, b)]
    if not kinds[0] & kinds[1]:
        return Stage("blocking", "read as different kinds", " against ".join(", ".join(sorted(k)) for k in kinds))
    dimensions = [{s.fact.measure.dimension for s in side} for side in (a, b)]
    if not dimensions[0] & dimensions[1]:
        return Stage("blocking", "read as different dimensions",
                     " against ".join(", ".join(sorted(d)) for d in dimensions))
    return Stage("blocking", "no key in common")
