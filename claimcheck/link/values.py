"""How much two values that do not conflict say of whether they measure one thing.

They are no features of a link: a model that saw them would learn to call conflicts different. They come afterwards, as
a few classes whose bits are estimated given the link: equal rare figures are hardly a coincidence, equal small ones may
be, and "more than 3" leaves room for 400. Of values that conflict, see conflict.py.
"""

from __future__ import annotations

from decimal import Decimal

from claimcheck.link.statement import Statement
from claimcheck.model.standing import AGREEING, EQUAL, Standing
from claimcheck.model.value import OF_THE_CLOCK, Quantity, Relation, Timex

# Whole numbers without a unit up to this are common: of labelled pairs of equal ones up to 3 164 of 281 are one thing,
# of those from 4 to 10 66 of 73, of larger ones 148 of 162. Equal ages are one thing in 91 of 97, sums in 83 of 86.
COMMON = 3
# How far a figure may be from a bound, or from another bound, as a share of the larger one. Of labelled pairs up to
# the first 72 of 85 are one thing ("more than 40", 41), up to the second 10 of 34, and of those beyond 7 of 100.
NEAR_A_BOUND, WITHIN_A_BOUND = Decimal("0.2"), Decimal("0.5")
FIGURES = (
    "equal figures, not common", "equal figures, common", "equal figures, one of them about",
    "figures that are equal if rounded", "figures next to each other", "a figure near a bound",
    "a figure not far from a bound", "a figure far from a bound", "a vague figure",
)
TIMES = ("equal weekdays", "equal times", "a time within a longer one", "times that leave room for each other")
CLASSES = (*FIGURES, *TIMES, "not on one scale")


def class_of(a: Statement, b: Statement, standing: str) -> str:
    """One of CLASSES, for the standing of the two values; those in conflict have none and are not asked for."""
    x, y = a.fact.value, b.fact.value
    if standing not in AGREEING:
        return "not on one scale"
    if isinstance(x, Timex) and isinstance(y, Timex):
        return _of_times(x, y, standing)
    return _of_figures(x, y, standing) if isinstance(x, Quantity) and isinstance(y, Quantity) else "not on one scale"


def _of_times(x: Timex, y: Timex, standing: str) -> str:
    # Of labelled pairs 634 of 876 equal weekdays are one thing, of other times 231 of 265. "Until" and "on" are of one
    # day where they name one.
    if standing in EQUAL or x.value == y.value:
        return "equal weekdays" if _by_weekday(x) or _by_weekday(y) else "equal times"
    if x.relation is not Relation.IN or y.relation is not Relation.IN:
        return "times that leave room for each other"
    if x.granularity is y.granularity:  # of two clock times only one has a day
        return "equal times" if x.granularity in OF_THE_CLOCK else "times that leave room for each other"
    return "a time within a longer one"


def _of_figures(x: Quantity, y: Quantity, standing: str) -> str:
    if standing in EQUAL and _common(x) and _common(y):
        return "equal figures, common"
    apart = _apart(x, y)
    if standing in EQUAL and not apart:
        return "equal figures, not common"
    if standing in EQUAL:
        return "equal figures, one of them about" if x.hedge or y.hedge else "figures that are equal if rounded"
    if standing == Standing.NEAR.value:
        return "figures next to each other"
    if apart <= NEAR_A_BOUND:
        return "a figure near a bound"
    if standing == Standing.VAGUE.value:
        return "a vague figure"
    return "a figure not far from a bound" if apart <= WITHIN_A_BOUND else "a figure far from a bound"


def _apart(x: Quantity, y: Quantity) -> Decimal:
    """How far the figures as they are written are from each other, as a share of the larger one."""
    ends = [abs(end) for q in (x, y) if (end := q.base.low if q.base.low is not None else q.base.high) is not None]
    largest = max(ends, default=Decimal(0))
    return (largest - min(ends)) / largest if len(ends) == 2 and largest else Decimal(0)


def _common(value: Quantity) -> bool:
    figure = value.interval.figure
    return value.vague or figure is None or (
        value.unit is None and abs(figure) <= COMMON and figure == figure.to_integral_value())


def _by_weekday(time: Timex) -> bool:
    """Told by the day of the week or counted from today, whether it is known which date that is or not."""
    said = any(name in time.derivation for name in ("<weekday>", "<today>")) and "<month>" not in time.derivation
    return said or time.value.startswith("XXXX-W")
