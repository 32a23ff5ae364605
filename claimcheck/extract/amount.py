"""The value that productions for quantities pass on: an amount before its place in the text is judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from claimcheck.extract.number import Number
from claimcheck.model.value import Hedge, Interval, QuantityKind, Unit

_ONE = Decimal(1)


class Form(StrEnum):
    """How the figure was written: what a bare amount has to show before it counts as one depends on it."""

    DIGITS = "digits"
    YEAR = "digits that may be a year"
    WORDS = "words"
    ONE = "one"
    HALF = "half"
    A_PART = "a third"
    A_UNIT = "a day"
    VAGUE = "dozens"
    OVER = "over two"  # "over three days" is a bound only where something lasts
    CODE = "007"
    OTHER = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """`scale` is that of a final scale word ("million"). `parts` are the components of a duration, magnitude and
    unit name, largest first: (2, "year"), (3, "month"). `limited` says that bound words were applied."""

    interval: Interval
    precision: Decimal = _ONE
    kind: QuantityKind = QuantityKind.NUMBER
    unit: Unit | None = None
    form: Form = Form.OTHER
    hedge: Hedge = Hedge.NONE
    vague: bool = False
    soft: bool = False
    limited: bool = False
    digits: bool = False
    scale: Decimal = _ONE
    parts: tuple[tuple[Decimal, str], ...] = ()

    @property
    def point(self) -> Decimal | None:
        """The figure, where there is exactly one."""
        return self.interval.low if self.interval.is_point else None

    @property
    def bare(self) -> bool:
        return not self.limited and self.hedge is Hedge.NONE

    def __str__(self) -> str:
        low, high = self.interval.low, self.interval.high
        unit = f" {self.unit.name}" if self.unit else ""
        if self.interval.is_point:
            return f"{low:f}{unit}"
        left = "(" if self.interval.low_open or low is None else "["
        right = ")" if self.interval.high_open or high is None else "]"
        ends = ("" if low is None else f"{low:f}", "" if high is None else f"{high:f}")
        return f"{left}{ends[0]}, {ends[1]}{right}{unit}"


def of_number(number: Number) -> Amount:
    """The amount that a plain number stands for."""
    value = number.value
    if number.digits:
        year = len(number.digits) == 4 and number.digits.isdecimal() and 1000 <= value <= 2100
        code = number.digits.isdecimal() and len(number.digits) > (1 if number.digits[0] == "0" else 15)
        form = Form.YEAR if year else Form.CODE if code else Form.DIGITS
    else:
        form = Form.ONE if value == 1 else Form.WORDS
    return Amount(Interval.point(value), number.precision, form=form, digits=number.figures, scale=number.scale)


def of_kind(kind: QuantityKind, form: Form = Form.OTHER) -> Callable[[Number], Amount]:
    return lambda n: replace(of_number(n), kind=kind, form=form)


def span_of(low: Amount, high: Amount) -> Amount | None:
    """From the figure of one amount to that of the other: "3-4bn" is three to four billion."""
    if low.point is None or high.point is None or low.limited or high.limited:
        return None
    precision = min(low.precision, high.precision)
    if low.unit is None and low.scale == 1 and high.scale > 1 and low.point < 1000 and low.digits == high.digits:
        low = replace(low, interval=low.interval.scaled(high.scale))
        precision = min(low.precision * high.scale, high.precision)
    pair = _in_one_unit(low, high)
    if pair is None:
        return None
    low, high = pair
    first, last = low.interval.low, high.interval.high
    if first is None or last is None or not first < last:
        return None
    hedge = low.hedge if low.hedge is not Hedge.NONE else high.hedge
    return replace(high, interval=Interval(first, last), precision=precision, hedge=hedge, form=Form.OTHER, parts=())


def _in_one_unit(low: Amount, high: Amount) -> tuple[Amount, Amount] | None:
    """Both in the finer of their units; a unit written once counts for both."""
    one, other = low.unit or high.unit, high.unit or low.unit
    if one is None or other is None or one == other:
        return replace(low, unit=one), replace(high, unit=other)
    if one.dimension != other.dimension or one.base != other.base:
        return None
    finer = min(one, other, key=lambda unit: unit.factor)
    return _converted(low, one, finer), _converted(high, other, finer)


def _converted(amount: Amount, unit: Unit, to: Unit) -> Amount:
    if unit == to:
        return amount
    factor = unit.factor / to.factor
    return replace(amount, unit=to, interval=amount.interval.scaled(factor), precision=amount.precision * factor)


def with_unit(amount: Amount, unit: Unit, kind: QuantityKind) -> Amount | None:
    """The amount in a unit; None for one that has a unit or is a fraction already."""
    if amount.unit is not None or amount.kind is not QuantityKind.NUMBER:
        return None
    point = amount.point
    parts = ((point, unit.name),) if point is not None and kind is QuantityKind.DURATION else ()
    return replace(amount, unit=unit, kind=kind, parts=parts)


def kind_of(unit: Unit) -> QuantityKind:
    named = {
        "percent": QuantityKind.PERCENT,
        "percentage points": QuantityKind.POINTS,
        "money": QuantityKind.MONEY,
        "duration": QuantityKind.DURATION,
    }
    return named.get(unit.dimension, QuantityKind.DIMENSION)


def added(left: Amount, right: Amount) -> Amount | None:
    """ "6 ft" and "2 in", "an hour" and "30 minutes": the sum in the unit of the first."""
    if left.unit is None or right.unit is None or left.point is None or right.point is None:
        return None
    if left.unit.dimension != right.unit.dimension or left.unit.base != right.unit.base or left.limited:
        return None
    inner = right.point * right.unit.factor / left.unit.factor
    if right.unit.factor >= left.unit.factor or inner >= 2 or right.hedge is not Hedge.NONE:
        return None
    value = left.point + inner
    precision = right.precision * right.unit.factor / left.unit.factor
    return replace(
        left, interval=Interval.point(value), precision=precision, form=Form.OTHER, parts=left.parts + right.parts
    )


def limited(amount: Amount, limit: str) -> Amount | None:
    """The amount under bound words; `limit` is a name of bounds.toml: "low", "high_open", "low_soft" ..."""
    if amount.limited:
        return None
    if limit == "exact":
        return replace(amount, limited=True, form=Form.OTHER)
    side, _, how = limit.partition("_")
    interval = amount.interval
    is_open = how == "open"
    if side == "low":
        end = interval.low
        bounded = Interval(end, None, low_open=is_open)
    else:
        end = interval.high
        bounded = Interval(None, end, high_open=is_open)
    if end is None:
        return None
    return replace(amount, interval=bounded, limited=True, soft=how == "soft", form=Form.OTHER)


def both_limited(one: Amount, *rest: object) -> Amount | None:
    """ "more than 10 but fewer than 20": one bound on either side, with a unit on both or on the last."""
    other = rest[-1]
    assert isinstance(other, Amount)
    low, high = (one, other) if one.interval.high is None else (other, one)
    if not (low.limited and high.limited) or low.interval.high is not None or high.interval.low is not None:
        return None
    if one.unit is not None and low.kind is not high.kind:
        return None
    pair = _in_one_unit(low, high)
    if pair is None:
        return None
    low, high = pair
    first, last = low.interval.low, high.interval.high
    if first is None or last is None or first >= last:
        return None
    ends = Interval(first, last, low.interval.low_open, high.interval.high_open)
    return replace(other, unit=low.unit, interval=ends, precision=min(low.precision, high.precision), parts=())


def hedged(amount: Amount, hedge: Hedge) -> Amount | None:
    """The amount with a hedge; "just over" and "just under" open one side."""
    if amount.hedge is not Hedge.NONE:
        return None
    if amount.point is not None and hedge in (Hedge.JUST_OVER, Hedge.JUST_UNDER):
        bounded = limited(amount, "low_open" if hedge is Hedge.JUST_OVER else "high_open")
        return None if bounded is None else replace(bounded, hedge=hedge)
    return replace(amount, hedge=hedge, form=Form.OTHER)
