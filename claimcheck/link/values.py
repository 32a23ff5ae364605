"""How much the two values themselves say of whether they measure one thing.

They are no features of a link: a model that saw them would learn to call conflicts different. They come afterwards, as
a few classes whose bits are estimated given the link: equal rare figures are hardly a coincidence, equal small ones may
be, and of two that differ those near each other are likelier one thing told in two ways.
"""

from __future__ import annotations

from math import log10

from claimcheck.link.statement import Statement
from claimcheck.model.standing import AGREEING, CONFLICTING, EQUAL
from claimcheck.model.value import Quantity, Timex

# Whole numbers without a unit up to this are common.
COMMON = 10
# As the logarithm to the base of ten of their ratio: figures nearer than this are near each other.
NEAR, FAR = 0.1, 0.3
CLASSES = (
    "equal figures, not common", "equal figures, common", "figures that leave room for each other",
    "figures in conflict, near each other", "figures in conflict", "figures in conflict, far from each other",
    "equal times", "times that leave room for each other", "times in conflict", "not on one scale",
)


def class_of(a: Statement, b: Statement, standing: str) -> str:
    """One of CLASSES, for the standing of the two values."""
    x, y = a.fact.value, b.fact.value
    if isinstance(x, Timex) and isinstance(y, Timex):
        return ("equal times" if standing in EQUAL else "times that leave room for each other" if standing in AGREEING
                else "times in conflict" if standing in CONFLICTING else "not on one scale")
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or not standing:
        return "not on one scale"
    if standing in EQUAL:
        return "equal figures, common" if _common(x) and _common(y) else "equal figures, not common"
    if standing in AGREEING:
        return "figures that leave room for each other"
    apart = _ratio(x, y)
    return ("figures in conflict, near each other" if apart < NEAR else
            "figures in conflict" if apart < FAR else "figures in conflict, far from each other")


def _common(value: Quantity) -> bool:
    figure = value.interval.figure
    return value.vague or figure is None or (
        value.unit is None and abs(figure) <= COMMON and figure == figure.to_integral_value())


def _ratio(x: Quantity, y: Quantity) -> float:
    figures = [q.base.figure for q in (x, y)]
    known = [float(figure) for figure in figures if figure is not None and figure > 0]
    return abs(log10(known[0] / known[1])) if len(known) == 2 else FAR
