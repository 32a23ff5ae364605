"""How much two values that do not conflict say of whether they measure one thing.

They are no features of a link: a model that saw them would learn to call conflicts different. They come afterwards, as
a few classes whose bits are estimated given the link: equal rare figures are hardly a coincidence, equal small ones may
be. Of values that conflict, see conflict.py.
"""

from __future__ import annotations

from claimcheck.link.statement import Statement
from claimcheck.model.standing import AGREEING, EQUAL
from claimcheck.model.value import Quantity, Timex

# Whole numbers without a unit up to this are common.
COMMON = 10
CLASSES = (
    "equal figures, not common", "equal figures, common", "figures that leave room for each other", "equal times",
    "times that leave room for each other", "not on one scale",
)


def class_of(a: Statement, b: Statement, standing: str) -> str:
    """One of CLASSES, for the standing of the two values; those in conflict have none and are not asked for."""
    x, y = a.fact.value, b.fact.value
    if isinstance(x, Timex) and isinstance(y, Timex):
        return ("equal times" if standing in EQUAL else "times that leave room for each other" if standing in AGREEING
                else "not on one scale")
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or standing not in AGREEING:
        return "not on one scale"
    if standing in EQUAL:
        return "equal figures, common" if _common(x) and _common(y) else "equal figures, not common"
    return "figures that leave room for each other"


def _common(value: Quantity) -> bool:
    figure = value.interval.figure
    return value.vague or figure is None or (
        value.unit is None and abs(figure) <= COMMON and figure == figure.to_integral_value())
