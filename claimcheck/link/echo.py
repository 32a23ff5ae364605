"""Equal values need less to be about the same thing.

Two accounts that both say "48,700" or "4 May" hardly do so by chance. Where the values of two statements are the same
and rare, a few shared words or near claims are enough for an agreement, though the guards would not let the two be set
against each other.
"""

from __future__ import annotations

from claimcheck.lexicon.antonyms import counted_apart
from claimcheck.link.align import overlap
from claimcheck.link.statement import Alignment, Candidate
from claimcheck.model.fact import Aspect
from claimcheck.model.value import Granularity, Quantity, QuantityKind, Timex

# Cosine of the claims, or share of common words, from which equal values are taken for one fact.
NEAR, COMMON = 0.45, 0.3
SCORE = 0.6
_DAYS = frozenset(
    {
        Granularity.DAY,
        Granularity.PART_OF_DAY,
        Granularity.HOUR,
        Granularity.MINUTE,
        Granularity.MONTH,
        Granularity.YEAR,
    }
)
_SMALL = 12
# What the guards named here found is no mere difference in wording.
_FINAL = frozenset({"unit", "hypothetical", "other-time"})


def echo(candidate: Candidate, alignment: Alignment) -> Alignment | None:
    """An alignment for two statements with equal values that a guard had stopped; None where too little is shared."""
    if alignment.guard in _FINAL or not _rare(candidate):
        return None
    a, b = candidate.a.fact.measure, candidate.b.fact.measure
    if Aspect.ASIDE in (a.aspect, b.aspect) or (a.aspect is Aspect.PREVIOUS) != (b.aspect is Aspect.PREVIOUS):
        return None  # what was before to one is what is new to the other
    if a.aspect is not b.aspect and {a.aspect, b.aspect} & {Aspect.WHOLE, Aspect.PART}:
        return None  # "20 of the 30 houses" burnt, and all 30
    if counted_apart(a.event, b.event):
        return None
    common = overlap(a.context | a.names, b.context | b.names)
    linked = (a.head and a.head == b.head) or (a.event and a.event == b.event)
    if candidate.similarity < NEAR and not (linked and common >= COMMON):
        return None
    if not linked and common < COMMON:
        return None
    return Alignment(SCORE, (f"equal values, context {common:.2f}",), passed=alignment.passed)


def _rare(candidate: Candidate) -> bool:
    """A value that two articles do not share by chance: no small whole number without a unit."""
    value = candidate.a.fact.value
    if isinstance(value, Timex):
        return value.granularity in _DAYS
    if not isinstance(value, Quantity) or value.vague or value.kind is QuantityKind.ORDINAL:
        return False
    figure = value.interval.figure
    return figure is not None and (
        value.unit is not None or abs(figure) >= _SMALL or figure != figure.to_integral_value()
    )
