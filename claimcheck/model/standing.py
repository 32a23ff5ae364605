"""How two values stand to each other, by name."""

from __future__ import annotations

from enum import StrEnum

from claimcheck.model.guard import Guard


class Standing(StrEnum):
    SAME = "same"
    ROUNDED = Guard.ROUNDING.value  # the same beyond rounding, hedge or conversion
    SATISFIED = Guard.BOUND_SATISFIED.value  # one lies within the bound of the other
    NEAR = Guard.NEAR.value  # one last digit apart, or two bounds in one direction that lie close
    DIVERGING = "diverging"  # two bounds in one direction, far apart; times that differ if counted from one event
    VAGUE = "vague"  # "dozens" against a figure it leaves room for
    DISJOINT = "disjoint"


# The names, as pairs bear them.
EQUAL = frozenset({Standing.SAME.value, Standing.ROUNDED.value})
AGREEING = EQUAL | {Standing.NEAR.value, Standing.SATISFIED.value, Standing.VAGUE.value}
CONFLICTING = frozenset({Standing.DISJOINT.value, Standing.DIVERGING.value})
