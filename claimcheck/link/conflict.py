"""What is asked of two mentions whose values conflict: is one thing told in two ways, or are there two things?

The features of a link say how alike two mentions are, whatever their values. Of two that differ that is not the whole:
most unequal figures are of two things, and a mention that fits another one better is hardly this one. So the bits of a
link are weighed anew where the values conflict, beside a few features of the conflict itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, log10

from claimcheck.link.statement import Statement
from claimcheck.link.types import Feature
from claimcheck.model.standing import Standing
from claimcheck.model.value import OF_THE_DAY, Granularity, Quantity, Timex

# As the logarithm to the base of ten of their ratio: figures nearer than this are near each other.
NEAR, FAR = 0.1, 0.3
# Bits by which a link is ahead of all others of its two sides, or behind them.
_LEADS = (-3.0, -1.0, 1.0, 3.0)
_GRAINS = {Granularity.DAY: "two days", Granularity.MONTH: "two months", Granularity.YEAR: "two years"}


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """Two statements whose values conflict, with the standing of these.

    `lead` is how many bits their link is ahead of the best other one of either side (infinite where there is no other),
    `elsewhere` whether an equal value is linked better to one of them, and `apart` whether a guard speaks against the
    two.
    """

    a: Statement
    b: Statement
    standing: str
    lead: float
    elsewhere: bool
    apart: bool


@dataclass(frozen=True, slots=True)
class Rated:
    """The link of two statements: their numbers, the field in which they compete (documents and dimension), its bits,
    and those with an equal value, minus infinite where the values are not equal."""

    a: int
    b: int
    field: tuple[int, int, str]
    bits: float
    equal: float


def rivalry(links: Sequence[Rated]) -> list[tuple[float, bool]]:
    """For each link, in order: its lead over the best other link of either side, and whether an equal value fits one
    of them better."""
    sides: defaultdict[tuple[int, tuple[int, int, str]], list[int]] = defaultdict(list)
    for place, rated in enumerate(links):
        for number in (rated.a, rated.b):
            sides[number, rated.field].append(place)
    first_two = {key: sorted(places, key=lambda p: -links[p].bits)[:2] for key, places in sides.items()}
    equal = {key: max(links[p].equal for p in places) for key, places in sides.items()}
    found = []
    for place, rated in enumerate(links):
        keys = [(number, rated.field) for number in (rated.a, rated.b)]
        others = [links[p].bits for key in keys for p in first_two[key] if p != place]
        found.append((rated.bits - max(others, default=-inf), any(equal[key] > rated.bits for key in keys)))
    return found


def _values(c: Conflict) -> str:
    x, y = c.a.fact.value, c.b.fact.value
    if isinstance(x, Timex) and isinstance(y, Timex):
        grains = {x.granularity, y.granularity}
        if grains <= OF_THE_DAY:
            return "two times of day"
        return _GRAINS.get(x.granularity, "other times") if len(grains) == 1 else "other times"
    if c.standing == Standing.DIVERGING.value:
        return "two bounds"
    apart = _ratio(x, y) if isinstance(x, Quantity) and isinstance(y, Quantity) else FAR
    return ("figures near each other" if apart < NEAR else "figures" if apart < FAR
            else "figures far from each other")


def _ratio(x: Quantity, y: Quantity) -> float:
    figures = [q.base.figure for q in (x, y)]
    known = [float(figure) for figure in figures if figure is not None and figure > 0]
    return abs(log10(known[0] / known[1])) if len(known) == 2 else FAR


def _guard(c: Conflict) -> str:
    return "speaks" if c.apart else "none"


def _lead(c: Conflict) -> str:
    return LEADS[-1 if c.lead == inf else sum(c.lead >= step for step in _LEADS)]


def _elsewhere(c: Conflict) -> str:
    return "linked better" if c.elsewhere else "not linked better"


LEADS = ("far behind", "behind", "level", "ahead", "far ahead", "there is no other")
OF_VALUES: Feature[Conflict] = Feature("values", "values", (
    "figures near each other", "figures", "figures far from each other", "two bounds", "two days",
    "two times of day", "two months", "two years", "other times"), _values, "other-event")
FEATURES: tuple[Feature[Conflict], ...] = (
    OF_VALUES,
    Feature("guard", "a guard that speaks", ("none", "speaks"), _guard, "scope"),
    Feature("lead", "against all other links of the two", LEADS, _lead, "other-subject"),
    Feature("elsewhere", "an equal value", ("not linked better", "linked better"), _elsewhere, "other-subject"),
)
