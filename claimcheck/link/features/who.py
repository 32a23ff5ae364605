"""Who: names in the clause, subject and object, who speaks."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.link.features.levels import SHARES, shared_level
from claimcheck.link.types import UNKNOWN, Comparison, Feature
from claimcheck.model.fact import Measure


def _set(words: Callable[[Measure], frozenset[str]]) -> Callable[[Comparison], str]:
    def level(c: Comparison) -> str:
        return shared_level(words(c.a.measure), words(c.b.measure))

    return level


def _parties(c: Comparison) -> str:
    """Subject and object together: active and passive voice swap them."""
    a, b = (m.measure.subject | m.measure.object | m.measure.names for m in (c.a, c.b))
    return shared_level(a, b)


def _owner(c: Comparison) -> str:
    """Whose age it is."""
    if c.a.kind != "age":
        return UNKNOWN
    a, b = ({w for w in m.left[:4] + m.right[:3] if w in m.measure.names} for m in (c.a, c.b))
    if not a and not b:
        return "neither named"
    if not a or not b:
        return "one named"
    return "same" if a & b else "different"


def _capitals(c: Comparison) -> str:
    return shared_level(c.a.capitals, c.b.capitals)


def _speaker(c: Comparison) -> str:
    a, b = c.a.statement.claim.speaker, c.b.statement.claim.speaker
    if not a and not b:
        return UNKNOWN
    if not a or not b:
        return "one speaks"
    return "same" if set(a.lower().split()) & set(b.lower().split()) else "different"


# What the contrast of like sentences asks as well.
CAPITALS, AGENTS = _capitals, _set(lambda m: m.agents)

FEATURES = (
    Feature("capitals", "names in the sentence", SHARES, _capitals, "other-subject"),
    Feature("names", "names in the clause", SHARES, _set(lambda m: m.names), "other-subject"),
    Feature("subject", "subject", SHARES, _set(lambda m: m.subject), "other-subject"),
    Feature("object", "object", SHARES, _set(lambda m: m.object), "other-subject"),
    Feature("parties", "who takes part", SHARES, _parties, "other-subject"),
    Feature("agents", "names in the subject", SHARES, AGENTS, "other-subject"),
    Feature("owner", "whose age it is", ("same", "neither named", "one named", "different"), _owner, "other-subject"),
    Feature("speaker", "who says so", ("same", "one speaks", "different"), _speaker, "other-subject"),
)
