"""How much two values that do not conflict say of whether they measure one thing.

They are no features of a link: a model that saw them would learn to call conflicts different. They come afterwards, as
a few classes whose bits are estimated given the link: equal rare figures are hardly a coincidence, equal small ones may
be. Of values that conflict, see conflict.py.
"""

from __future__ import annotations

from claimcheck.link.statement import Statement
from claimcheck.model.standing import AGREEING, EQUAL
from claimcheck.model.value import Quantity, Timex

# Whole numbers without a unit up to this are common: of labelled pairs of equal ones up to 3 164 of 281 are one thing,
# of those from 4 to 10 66 of 73, of larger ones 148 of 162. Equal ages are one thing in 91 of 97, sums in 83 of 86.
COMMON = 3
CLASSES = (
    "equal figures, not common", "equal figures, common", "figures that leave room for each other", "equal weekdays",
    "equal times", "times that leave room for each other", "not on one scale",
)


def class_of(a: Statement, b: Statement, standing: str) -> str:
    """One of CLASSES, for the standing of the two values; those in conflict have none and are not asked for."""
    x, y = a.fact.value, b.fact.value
    if isinstance(x, Timex) and isinstance(y, Timex):
        if standing in EQUAL:  # of labelled pairs 634 of 876 equal weekdays are one thing, of other times 231 of 265
            return "equal weekdays" if _by_weekday(x) or _by_weekday(y) else "equal times"
        return "times that leave room for each other" if standing in AGREEING else "not on one scale"
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or standing not in AGREEING:
        return "not on one scale"
    if standing in EQUAL:
        return "equal figures, common" if _common(x) and _common(y) else "equal figures, not common"
    return "figures that leave room for each other"


def _common(value: Quantity) -> bool:
    figure = value.interval.figure
    return value.vague or figure is None or (
        value.unit is None and abs(figure) <= COMMON and figure == figure.to_integral_value())


def _by_weekday(time: Timex) -> bool:
    """Told by the day of the week or counted from today, whether it is known which date that is or not."""
    said = any(name in time.derivation for name in ("<weekday>", "<today>")) and "<month>" not in time.derivation
    return said or time.value.startswith("XXXX-W")
