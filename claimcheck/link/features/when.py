"""When: the times that figures are limited to, and how a time is given."""

from __future__ import annotations

from itertools import product

from claimcheck.link.types import UNKNOWN, Comparison, Feature
from claimcheck.model.claim import Factuality
from claimcheck.model.value import Granularity, Timex

_PLAIN = frozenset({Granularity.DAY, Granularity.MONTH, Granularity.YEAR})
_COARSE = frozenset({Granularity.DECADE, Granularity.YEAR, Granularity.SEASON, Granularity.QUARTER, Granularity.MONTH})


def _scope(c: Comparison) -> str:
    if c.a.kind == "time":
        return UNKNOWN
    a, b = (m.measure.scope for m in (c.a, c.b))
    if not a and not b:
        return "neither dated"
    if not a or not b:
        some = a or b
        return "one in a period" if any(t.granularity in _COARSE for t in some) else "one on a day"
    if any(x.value == y.value for x, y in product(a, b)):
        return "same time"
    if all(_apart(x, y) for x, y in product(a, b)):
        return "other times"
    return "times that may meet"


def _apart(x: Timex, y: Timex) -> bool:
    if x.value.startswith("XXXX-W") and y.value.startswith("XXXX-W"):
        return x.value[:10] != y.value[:10]
    if x.start is None or x.end is None or y.start is None or y.end is None:
        return False
    return x.end <= y.start or y.end <= x.start


def _granularity(c: Comparison) -> str:
    a, b = c.a.statement.fact.value, c.b.statement.fact.value
    if not isinstance(a, Timex) or not isinstance(b, Timex):
        return UNKNOWN
    if a.granularity is b.granularity:
        return f"same, {a.granularity.value}" if a.granularity in _PLAIN else "same"
    return "coarse and fine" if (a.granularity in _COARSE) != (b.granularity in _COARSE) else "near"


def _relation(c: Comparison) -> str:
    a, b = c.a.statement.fact.value, c.b.statement.fact.value
    if not isinstance(a, Timex) or not isinstance(b, Timex):
        return UNKNOWN
    return "same" if a.relation is b.relation else "different"


_NOT_YET = frozenset({Factuality.PLANNED, Factuality.POSSIBLE})


def _plan(c: Comparison) -> str:
    a, b = (m.statement.claim.factuality in _NOT_YET or m.measure.expected for m in (c.a, c.b))
    return "both to come" if a and b else "one to come" if a or b else "neither to come"


# What the contrast of like sentences asks as well.
SCOPE, PLAN = _scope, _plan

FEATURES = (
    Feature("scope", "when it was so", ("same time", "times that may meet", "neither dated", "one on a day",
            "one in a period", "other times"), _scope, "other-time"),
    Feature("granularity", "how exactly it is dated",
            ("same, day", "same, month", "same, year", "same", "near", "coarse and fine"), _granularity, "other-time"),
    Feature("relation", "in, since or until", ("same", "different"), _relation, "other-time"),
    Feature("plan", "done or to come", ("both to come", "neither to come", "one to come"), _plan, "hypothetical"),
)
