"""How the values of two statements of one kind stand to each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

from claimcheck.model.fact import Fact, up_to
from claimcheck.model.standing import Standing
from claimcheck.model.value import (
    LEFT,
    SECOND,
    SINCE,
    SOME,
    SUM,
    Interval,
    Quantity,
    QuantityKind,
    Relation,
    TimeRole,
    Timex,
    is_former,
)
from claimcheck.reason import amounts, times

# Documents so many days apart are of one time: hardly anybody has a birthday in between.
DAYS = 7


_NONE = Interval.point(Decimal(0))
_RELATIVE = frozenset({QuantityKind.FRACTION, QuantityKind.MULTIPLIER})


class Stated(Protocol):
    """A fact that is asserted or denied."""

    @property
    def fact(self) -> Fact: ...
    @property
    def denied(self) -> bool: ...
    @property
    def published(self) -> date | None: ...


_S = TypeVar("_S", bound=Stated)


def standing_of(a: Stated, b: Stated, *, strict: bool = False) -> str:
    """The name of a `Standing`, or "" where the two cannot be put against each other. `strict` as in `amounts`."""
    x, y = a.fact.value, b.fact.value
    if isinstance(x, Quantity) and isinstance(y, Quantity) and _elsewhere(x, y):
        return ""
    if isinstance(x, Quantity) and isinstance(y, Quantity) and (x.kind is not y.kind or SOME in _derivations(x, y)):
        open_ = _of_two_kinds(x, y)
        if open_ is not None:
            return open_
    if isinstance(x, Quantity) and isinstance(y, Quantity) and a.fact.measure.dimension == b.fact.measure.dimension:
        found = amounts.standing(x, y, strict=strict)
        parts = _is_part(a.fact, b.fact) or _is_part(b.fact, a.fact)
        if found is Standing.DISJOINT and (parts or _begins_later(x, y) or _begins_later(y, x)):
            return ""
        if amounts.a_birthday_apart(x, y) and not _at_one_time(a, b):
            found = Standing.NEAR
        return amounts.denied(found, a.denied, b.denied).value
    if isinstance(x, Timex) and isinstance(y, Timex):
        if moved(a, b) is not None:
            return ""  # the other tells when it was to be
        if is_former(x) is not is_former(y):
            return Standing.SAME.value if times.standing(x, y) is Standing.SAME else ""
        if times.one_end(x, y):
            x, y = times.last_day(x), times.last_day(y)
        elif x.relation is y.relation is Relation.UNTIL:
            x, y = times.end_of(x), times.end_of(y)
        else:
            x, y = (times.edge(x) if up_to(a.fact, b.fact) else x), (times.edge(y) if up_to(b.fact, a.fact) else y)
        when = times.standing(x, y)
        return when.value if when else ""
    return ""


def moved(a: _S, b: _S) -> _S | None:
    """Which of two says that what the other dates was moved to another time since; None for neither."""
    for one, other in ((a, b), (b, a)):
        x, y = one.fact.value, other.fact.value
        if not isinstance(x, Timex) or not isinstance(y, Timex) or x.role is not TimeRole.MOVED:
            continue
        days = [s.published for s in (one, other) if s.published is not None]
        again = len(days) == 2 and days[0] > days[1]  # else two that moved it to two days may be in conflict
        later = again if y.role is TimeRole.MOVED else len(days) < 2 or days[0] >= days[1]
        if later and not is_former(y) and times.standing(x, y) is Standing.DISJOINT:
            return one
    return None


def _elsewhere(x: Quantity, y: Quantity) -> bool:
    """Is what the two were made of put against each other: the parts of sums, the times that lengths follow from?"""
    return x.derivation == y.derivation == SUM or {x.derivation, y.derivation} <= SECOND


def _begins_later(left: Quantity, lasts: Quantity) -> bool:
    """What "will be closed until May" and is closed for a shorter time than is left is not closed yet."""
    return left.derivation == LEFT and amounts.smaller(lasts, left)


def _is_part(ongoing: Fact, whole: Fact) -> bool:
    """Is one only how long something has lasted so far, or still lasts, and the other, which is longer, not said of
    that same part?"""
    x, y = ongoing.value, whole.value
    if not (ongoing.measure.ongoing and isinstance(x, Quantity) and isinstance(y, Quantity)):
        return False
    return (x.derivation == LEFT or (x.derivation == SINCE and not whole.measure.ongoing)) and amounts.smaller(x, y)


def _of_two_kinds(x: Quantity, y: Quantity) -> str | None:
    """A change of 3 per cent is not one of 3 percentage points, but of other figures nothing is known; "some" says
    nothing but that there are any. None for other kinds."""
    if {x.kind, y.kind} == {QuantityKind.PERCENT, QuantityKind.POINTS}:
        return Standing.DISJOINT.value if x.interval == y.interval else ""
    if QuantityKind.POINTS in (x.kind, y.kind) and not _RELATIVE.isdisjoint((x.kind, y.kind)):
        return None if _NONE in (x.interval, y.interval) else ""  # by a third, by two points: what of, only one says
    if SOME in _derivations(x, y):
        return Standing.DISJOINT.value if _NONE in (x.interval, y.interval) else ""
    return None


def _derivations(x: Quantity, y: Quantity) -> tuple[str, str]:
    return x.derivation, y.derivation


def _at_one_time(a: Stated, b: Stated) -> bool:
    return a.published is not None and b.published is not None and abs((a.published - b.published).days) <= DAYS
