"""How it is told: certainty, heading, condition."""

from __future__ import annotations

from claimcheck.link.features.levels import differ
from claimcheck.link.types import UNKNOWN, Comparison, Feature


def _factuality(c: Comparison) -> str:
    a, b = c.a.statement.claim.factuality, c.b.statement.claim.factuality
    return "same" if a is b else "different"


def _heading(c: Comparison) -> str:
    return "one" if c.a.statement.claim.heading != c.b.statement.claim.heading else UNKNOWN


def _condition(c: Comparison) -> str:
    return differ(c.a.measure.conditional, c.b.measure.conditional)


def _bound(c: Comparison) -> str:
    known = c.a.measure.bound + c.b.measure.bound
    return ("neither bound", "one bound", "both bound")[known]


FEATURES = (
    Feature("factuality", "how certain it is", ("same", "different"), _factuality, "hypothetical"),
    Feature("heading", "headline", ("one",), _heading, "other-event"),
    Feature("condition", "under a condition", ("both", "one"), _condition, "hypothetical"),
    Feature("bound", "whether it is known what is measured", ("both bound", "one bound", "neither bound"), _bound,
            "other-event"),
)
