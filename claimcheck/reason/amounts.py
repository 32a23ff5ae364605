"""How two amounts stand to each other, beyond rounding, hedges and conversion.

The rule of reading. A figure without a hedge is read with half a unit of its last written digit as play, but small
figures are exact (nobody rounds "12 people") and no rounding is read as more than a twentieth of the figure (a tenth
where one digit alone is written, as in "1 million"). "About" has a unit of the last digit as play, but at most a
tenth, "nearly" and "just over" the same to one side. Units that are not exact (a month) add their own.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.model.standing import Standing
from claimcheck.model.value import Hedge, Interval, Quantity, QuantityKind
from claimcheck.reason.interval import disjoint, intersect

SMALL = Decimal(100)
LARGE = Decimal(1_000)  # figures are cut to thousands and millions, hardly to tens
_DOZENS = (Decimal(12), Decimal(6))  # figures of dozens are written no finer
ROUNDING = Decimal("0.05")
ONE_DIGIT = Decimal("0.1")
HEDGE = Decimal("0.1")
SHORT_OF = Decimal("0.15")  # "nearly two decades" of 17 years, "nearly an hour" of 53 minutes
POINTS_OF_A_SHARE = Decimal("0.05")
_THOUSANDTH = Decimal("0.001")
# "Hundreds" are hardly so many hundreds; of "millions" there is no further word for a while.
VAGUE_REACH, VAGUE_MILLIONS = 20, 100
# Nobody who knows of 14 days says "more than 10": of labelled pairs of which one has a lower bound and the other a
# figure above it, and which are one thing, 20 of 23 agree where it is up to 1.25 times the bound, two of five up to 1.5
# times and two of five from there on.
AS_MUCH = Decimal("1.25")
_MILLION = Decimal(1_000_000)


def standing(a: Quantity, b: Quantity, *, strict: bool = False) -> Standing:
    """How two amounts of one dimension stand to each other.

    `strict` is for sentences that are otherwise the same: there "80" and "more than 80" are worth a look.
    """
    if a.kind is QuantityKind.SCORE and b.kind is QuantityKind.SCORE:
        return Standing.SAME if a.interval == b.interval else Standing.DISJOINT
    if (a.hedge or b.hedge) and _figure(a) == _figure(b) and {_side(a), _side(b)} != {"above", "below"}:
        return Standing.ROUNDED
    if (a.hedge or b.hedge) and a.base.low == b.base.low and a.base.high == b.base.high:
        return Standing.ROUNDED
    if _at_most_or_so(a, b) or _at_most_or_so(b, a):
        return Standing.DIVERGING if strict else Standing.ROUNDED
    if _same_figure(a.base, b.base) and {_side(a), _side(b)} != {"above", "below"}:
        return Standing.DIVERGING if strict else Standing.ROUNDED  # "80 per cent" against "more than 80 per cent"
    if _plainly_apart(a, b):
        return Standing.DISJOINT  # 500 is no 600, whatever either was rounded from
    read_a, read_b = reading(a, b), reading(b, a)
    if disjoint(read_a, read_b):
        near = _of_thousands(a, b) or _of_thousands(b, a) or _cut(a, b) or _cut(b, a)
        return Standing.NEAR if near else Standing.DISJOINT
    if a.vague or b.vague:
        return Standing.DIVERGING if _far_beyond(a, b) or _far_beyond(b, a) else Standing.VAGUE
    if a.base == b.base:
        return Standing.SAME
    if a.base.is_point and b.base.is_point:
        return Standing.NEAR if _touch(read_a, read_b) else Standing.ROUNDED
    if _one_sided(a.base) and _one_sided(b.base):
        return _bounds(a, b)
    return Standing.SATISFIED


def _touch(a: Interval, b: Interval) -> bool:
    """Do two readings meet in an end of theirs only? 51, which is exact, lies within "about 50", and 55 at its end."""
    common = intersect(a, b)
    ends = {end for side in (a, b) if not side.is_point for end in (side.low, side.high)}
    return common is not None and common.is_point and common.low in ends


def denied(found: Standing, first: bool, second: bool) -> Standing:
    """How two amounts that stand as `found` do where one or both are only said not to be the figure: "not 500" leaves
    room for all but 500."""
    if not (first or second) or (first and second and found is not Standing.DISJOINT):
        return found
    return Standing.DISJOINT if found in (Standing.SAME, Standing.ROUNDED) else Standing.SATISFIED


def a_birthday_apart(a: Quantity, b: Quantity) -> bool:
    """Who is 34 may be 35 tomorrow."""
    plain = all(q.kind is QuantityKind.AGE and q.interval.is_point and q.unit and q.unit.name == "year" for q in (a, b))
    first, second = a.interval.low, b.interval.low
    return plain and first is not None and second is not None and abs(first - second) == 1


def _at_most_or_so(most: Quantity, plain: Quantity) -> bool:
    """ "Up to 30 per cent" of one is "30 per cent" of the other. No reader saw a difference in six of these, but where
    one sentence has it from the other (docs/rule-precision.md)."""
    return most.soft_bound and most.base.low is None and plain.base.is_point and most.base.high == plain.base.high


def _plainly_apart(a: Quantity, b: Quantity) -> bool:
    """Two plain figures of one unit, written as finely, that are more than a last digit apart or have but one digit."""
    plain = all(q.base.is_point and not q.hedge and not q.vague for q in (a, b))
    if not plain or a.unit != b.unit or a.precision != b.precision or a.base.low is None or b.base.low is None:
        return False
    step = a.precision * abs(_factor(a))
    apart, size = abs(a.base.low - b.base.low), max(abs(a.base.low), abs(b.base.low))
    return apart > step or (apart == step and step * 10 > size)


def _of_thousands(a: Quantity, b: Quantity) -> bool:
    """Is "1.500 euros" written as much of Europe writes 1,500, and is that what the other one has?"""
    low = a.base.low
    dotted = a.precision == _THOUSANDTH and a.base.is_point and low is not None and b.base.is_point
    return dotted and low is not None and a.unit == b.unit and low * 1000 == b.base.low


def _cut(coarse: Quantity, fine: Quantity) -> bool:
    """Is one large figure the other without its last digits, as 138 million of 138.7 and 17,000 of 17,761?"""
    low, other = coarse.base.low, fine.base.low
    if not (coarse.base.is_point and fine.base.is_point) or low is None or other is None or coarse.hedge or fine.hedge:
        return False
    factor, finer = abs(_factor(coarse)), fine.precision * abs(_factor(fine))
    step, apart = coarse.precision * factor, other - low
    cut = coarse.precision >= LARGE or (coarse.precision == 1 and fine.precision < 1 and low > SMALL * factor)
    return cut and finer < step <= low / 10 and 0 < apart < min(step, low * ROUNDING)


def _far_beyond(vague: Quantity, other: Quantity) -> bool:
    """Nobody who knows of 5,000 says "hundreds"."""
    least = other.base.low
    reach = VAGUE_REACH if vague.precision < _MILLION else VAGUE_MILLIONS
    reached = reach * vague.precision * abs(_factor(vague))
    return vague.vague and vague.base.high is None and least is not None and least >= reached


def _factor(quantity: Quantity) -> Decimal:
    return quantity.unit.factor if quantity.unit is not None else Decimal(1)


def _side(quantity: Quantity) -> str:
    """Whether the amount lies above or below its figure: "more than 5" and "just over 5", "nearly 5" and "under 5"."""
    base = quantity.base
    if quantity.hedge is Hedge.JUST_OVER or (base.high is None and base.low_open):
        return "above"
    if quantity.hedge in (Hedge.NEARLY, Hedge.JUST_UNDER) or (base.low is None and base.high_open):
        return "below"
    return ""


def _figure(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The written figure, whatever stands before it: "58" and "just over 58"."""
    base = quantity.base
    return (
        (base.low, base.low)
        if base.high is None
        else (base.high, base.high)
        if base.low is None
        else (base.low, base.high)
    )


def _same_figure(a: Interval, b: Interval) -> bool:
    """A point and an open bound at the same figure: "over four years" is "four years" told more exactly."""
    point, bound = (a, b) if a.is_point else (b, a)
    return point.is_point and _one_sided(bound) and point.low in (bound.low, bound.high)


def reading(quantity: Quantity, other: Quantity) -> Interval:
    """The values that the amount as written leaves room for, in the base unit of its dimension."""
    base = quantity.base
    factor = _factor(quantity)
    same_unit = (quantity.unit and quantity.unit.name) == (other.unit and other.unit.name)
    low, high = base.low, base.high
    if quantity.vague and base.is_point and low is not None:
        return Interval(low, low + quantity.precision * abs(factor))  # "a couple" are a few to some people
    play_low = play_high = Decimal(0)
    for end in (low, high):
        if end is None:
            continue
        play = _play(quantity, abs(end), abs(factor), same_unit, strict=_one_sided(other.base),
                     finer=_is_finer(quantity, other))
        if same_unit and quantity.unit is not None and other.precision < quantity.precision <= 1:
            # 58 per cent beside 58.3, and three minutes beside "three minutes and 12 seconds"
            most = abs(end) * (ONE_DIGIT if quantity.kind is QuantityKind.DURATION else ROUNDING)
            play = max(play, min(quantity.precision * abs(factor) / 2, most))
        play_low, play_high = max(play_low, play), max(play_high, play)
    if quantity.hedge is Hedge.NEARLY or quantity.hedge is Hedge.JUST_UNDER:
        top = _more(high, abs(high or Decimal(0)) * _THOUSANDTH)  # "nearly 1,861.81 points" were 1,861.82
        return Interval(_less(low, _short_of(quantity, low, factor)), top, base.low_open, True)
    if quantity.hedge is Hedge.JUST_OVER:
        top = high if high is not None else low
        return Interval(low, _more(top, _short_of(quantity, top, factor)), True, False)
    if base.is_point or (low is not None and high is not None):
        return Interval(_less(low, play_low), _more(high, play_high))
    return base


def _is_finer(quantity: Quantity, other: Quantity) -> bool:
    """Is a length of time told in a smaller unit, as "40 years" beside "half a century"? Then it is the other one that
    was rounded, while "60 miles" and "100 kilometres" both may be."""
    return quantity.kind is other.kind is QuantityKind.DURATION and _factor(quantity) < _factor(other)


def _play(
    quantity: Quantity, end: Decimal, factor: Decimal, same_unit: bool, *, strict: bool, finer: bool
) -> Decimal:
    """How far a figure may be from what it was rounded from; `strict` beside a bound, which nobody rounds down to,
    and `finer` where only the other figure was rounded."""
    precision = quantity.precision * factor
    size = end / factor if factor else end
    if quantity.hedge is Hedge.ABOUT:
        return max(precision / 2, min(end * HEDGE, precision))
    if same_unit and quantity.precision in _DOZENS:
        play = precision / 4  # "a dozen"
    elif same_unit and size < SMALL:
        play = min(precision, factor) / 2 if precision < factor or size != size.to_integral_value() else Decimal(0)
    elif same_unit:
        one_digit = precision * 10 > end
        play = min(precision / 2, end * (ONE_DIGIT if one_digit else ROUNDING))
    elif finer or (strict and size < SMALL):
        play = min(precision, factor) / 2
    else:
        play = min(precision, max(factor, precision)) / 2
    if quantity.unit is not None and not same_unit:
        play += end * quantity.unit.tolerance
    return play


def _short_of(quantity: Quantity, end: Decimal | None, factor: Decimal) -> Decimal:
    """How far "nearly" and "just over" reach: one unit of the last digit, and no further than `SHORT_OF`; but five per
    cent of the whole from "nearly nine in ten", and a quarter of a minute from "just over a minute"."""
    if end is None:
        return Decimal(0)
    if quantity.kind is QuantityKind.FRACTION:
        return min(POINTS_OF_A_SHARE * abs(factor), abs(end) * SHORT_OF)
    last = quantity.precision * abs(factor)
    near = min(abs(end) * SHORT_OF, last)
    timed = quantity.kind is QuantityKind.DURATION and quantity.hedge is Hedge.JUST_OVER and abs(end) < 10 * last
    return max(near, last / 4) if timed else near


def _less(end: Decimal | None, by: Decimal) -> Decimal | None:
    return None if end is None else end - by


def _more(end: Decimal | None, by: Decimal) -> Decimal | None:
    return None if end is None else end + by


def _one_sided(interval: Interval) -> bool:
    return (interval.low is None) != (interval.high is None)


def _bounds(first: Quantity, second: Quantity) -> Standing:
    """Two bounds: the same direction and far apart, or not in each other's way. "Up to" and "as many as" name the
    most there is, so two of them differ as figures do."""
    a, b = first.base, second.base
    ends = (a.low, b.low) if a.low is not None and b.low is not None else (a.high, b.high)
    if ends[0] is None or ends[1] is None:
        return Standing.SATISFIED
    gap, size = abs(ends[0] - ends[1]), max(abs(ends[0]), abs(ends[1]))
    if first.soft_bound and second.soft_bound and size and gap / size > ROUNDING:
        return Standing.DIVERGING
    if size and gap / size > ONE_DIGIT:  # further apart than any rounding
        return Standing.DIVERGING
    plain = [replace(q, interval=Interval.point(q.interval.figure), hedge=Hedge.NONE) for q in (first, second)
             if q.interval.figure is not None]
    return Standing.ROUNDED if standing(*plain) in (Standing.SAME, Standing.ROUNDED) else Standing.NEAR


def tells_as_much(a: Quantity, b: Quantity) -> bool:
    """Two amounts of which one leaves room for the other: are they near enough to be called the same?"""
    first, second = a.base.figure, b.base.figure
    if first is None or second is None or not (_one_sided(a.base) or _one_sided(b.base)):
        return True
    return min(abs(first), abs(second)) * AS_MUCH > max(abs(first), abs(second)) or first == second


def smaller(a: Quantity, b: Quantity) -> bool:
    """True where `a` is clearly below `b`: "at least 14" is a figure of 14 here."""
    figures = [q.base.figure for q in (a, b)]
    return figures[0] is not None and figures[1] is not None and figures[0] < figures[1]
