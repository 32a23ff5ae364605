"""How the values of two statements of one kind stand to each other."""

from __future__ import annotations

from typing import Protocol

from claimcheck.model.fact import Fact
from claimcheck.model.value import Quantity, Timex
from claimcheck.reason import amounts, times


class Stated(Protocol):
    """A fact that is asserted or denied."""

    @property
    def fact(self) -> Fact: ...
    @property
    def denied(self) -> bool: ...


def standing_of(a: Stated, b: Stated, *, strict: bool = False) -> str:
    """The name of a `Standing`, or "" where the two cannot be put against each other. `strict` as in `amounts`."""
    x, y = a.fact.value, b.fact.value
    if isinstance(x, Quantity) and isinstance(y, Quantity) and a.fact.measure.dimension == b.fact.measure.dimension:
        return amounts.denied(amounts.standing(x, y, strict=strict), a.denied, b.denied).value
    if isinstance(x, Timex) and isinstance(y, Timex):
        found = times.standing(x, y)
        return found.value if found else ""
    return ""
