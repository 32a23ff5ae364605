"""The amount inside "within one day": the same words bound a duration where the verb looks back ("was not built within
a year") and name a day where it looks ahead."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.timex import TimeExpression
from claimcheck.extract.values import read_values
from claimcheck.model.value import Quantity, QuantityKind

_WITHIN = "within "


def inner_duration(text: str, expression: TimeExpression) -> Quantity | None:
    """The duration inside a time expression that begins with "within", its span in `text`; None for any other."""
    words = expression.span.of(text)
    if not words.lower().startswith(_WITHIN):
        return None
    found = read_values(words[len(_WITHIN) :]).quantities
    if len(found) != 1 or found[0].kind is not QuantityKind.DURATION:
        return None
    by = expression.span.start + len(_WITHIN)
    return replace(found[0], span=found[0].span.shift(by), figure=found[0].figure.shift(by))
