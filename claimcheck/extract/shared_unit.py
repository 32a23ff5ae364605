"""A unit written once for several figures: "53.5 and 58 kg", "3, 4 and 5 metres", "26 and 41
years old"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.extract.amount import Amount, Form, with_unit
from claimcheck.extract.grammar import Node
from claimcheck.extract.tokens import Token
from claimcheck.model.value import QuantityKind

_SHARED = frozenset(
    (QuantityKind.DIMENSION, QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.MONEY, QuantityKind.DURATION,
     QuantityKind.AGE)
)
_BEFORE_FIGURE = frozenset("$\u00a3\u20ac\u00a5")
_AGED = frozenset(("aged", "age", "ages"))
_OLDEST = 130
_NAME = "<figure> of a shared unit"


def share_units(nodes: Sequence[Node], tokens: Sequence[Token]) -> list[Node]:
    """The chosen nodes with a bare figure before "and" or "or" in the unit of the figure behind it; before a comma only
    where the list goes on so."""
    shared = list(nodes)
    for place in range(len(shared) - 2, -1, -1):
        here, after = shared[place], shared[place + 1]
        listed = place > 0 and [t.norm for t in tokens[shared[place - 1].end : here.start]] == [","]
        if here.kind == after.kind == "quantity" and _joined(here, after, tokens, listed):
            value = _in_unit_of(here.value, after.value)
            if value is not None:
                shared[place] = Node(here.start, here.end, here.kind, value, _NAME, (here,))
    return shared


def _joined(here: Node, after: Node, tokens: Sequence[Token], listed: bool) -> bool:
    """`listed`: a comma and a figure stand before `here`, so that a comma before "and" ends a list."""
    if tokens[after.start].text in _BEFORE_FIGURE or tokens[after.start].norm in _AGED:
        return False
    if after.value.kind is QuantityKind.AGE and any(t.norm == "-" for t in tokens[after.start : after.end]):
        return False  # "killed 26 and 41-year-old Ben Kogel survived"
    between = [t.norm for t in tokens[here.end : min(after.start, here.end + 3)]]
    if between in (["and"], ["or"]) or (listed and between in ([",", "and"], [",", "or"])):
        return True
    return between == [","] and after.production == _NAME


def _in_unit_of(figure: Amount, other: Amount) -> Amount | None:
    """ "5 and 6 million euros" shares the scale as well; a hedge or bound on the second does not reach the first."""
    if figure.form not in (Form.DIGITS, Form.WORDS) or figure.unit is not None or other.unit is None:
        return None
    if other.kind not in _SHARED or other.point is None:
        return None
    if other.kind is QuantityKind.AGE and not 0 <= (figure.point or Decimal(0)) <= _OLDEST:
        return None
    amount = with_unit(figure, other.unit, other.kind)
    if amount is None or other.scale == 1 or figure.scale > 1 or (figure.point or Decimal(0)) >= 1000:
        return amount
    return Amount(
        amount.interval.scaled(other.scale), amount.precision * other.scale, amount.kind, amount.unit,
        form=figure.form, digits=figure.digits, scale=other.scale,
    )
