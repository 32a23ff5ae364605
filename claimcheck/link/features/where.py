"""Where: the places in the clause, and the peoples beside the noun."""

from __future__ import annotations

from claimcheck.lexicon.places import country_of
from claimcheck.link.features.levels import SHARES, shared_level
from claimcheck.link.types import UNKNOWN, Comparison, Feature


def _places(c: Comparison) -> str:
    return shared_level(c.a.measure.places, c.b.measure.places)


def _nations(c: Comparison) -> str:
    a, b = (frozenset(n for w in m.measure.modifiers | m.measure.nations if (n := country_of(w))) for m in (c.a, c.b))
    if not a and not b:
        return UNKNOWN
    if not a or not b:
        return "one named"
    return "same" if a & b else "different"


# What the contrast of like sentences asks as well.
PLACES, NATIONS = _places, _nations

FEATURES = (
    Feature("places", "places of the clause", SHARES, _places, "other-subject"),
    Feature("nations", "country beside the noun", ("same", "one named", "different"), _nations, "other-subject"),
)
