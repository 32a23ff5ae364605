"""How the values of two statements of one kind stand to each other."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from claimcheck.model.fact import Fact
from claimcheck.model.standing import Standing
from claimcheck.model.value import SUM, Quantity, Timex
from claimcheck.reason import amounts, times

# Documents so many days apart are of one time: hardly anybody has a birthday in between.
DAYS = 7


class Stated(Protocol):
    """A fact that is asserted or denied."""

    @property
    def fact(self) -> Fact: ...
    @property
    def denied(self) -> bool: ...
    @property
    def published(self) -> date | None: ...


def standing_of(a: Stated, b: Stated, *, strict: bool = False) -> str:
    """The name of a `Standing`, or "" where the two cannot be put against each other. `strict` as in `amounts`."""
    x, y = a.fact.value, b.fact.value
    if isinstance(x, Quantity) and isinstance(y, Quantity) and x.derivation == y.derivation == SUM:
        return ""  # their parts are put against each other
    if isinstance(x, Quantity) and isinstance(y, Quantity) and a.fact.measure.dimension == b.fact.measure.dimension:
        found = amounts.standing(x, y, strict=strict)
        if amounts.a_birthday_apart(x, y) and not _at_one_time(a, b):
            found = Standing.NEAR
        return amounts.denied(found, a.denied, b.denied).value
    if isinstance(x, Timex) and isinstance(y, Timex):
        when = times.standing(x, y)
        return when.value if when else ""
    return ""


def _at_one_time(a: Stated, b: Stated) -> bool:
    return a.published is not None and b.published is not None and abs((a.published - b.published).days) <= DAYS
