"""The extractors in the form that a scorer of extraction asks for: plain dicts with floats and ISO strings."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from claimcheck.extract.values import read_values
from claimcheck.model.value import Quantity, QuantityKind

_KINDS = {
    QuantityKind.PERCENT: "percent", QuantityKind.POINTS: "percent", QuantityKind.MONEY: "money",
    QuantityKind.DIMENSION: "dimension", QuantityKind.DURATION: "duration", QuantityKind.AGE: "age",
    QuantityKind.ORDINAL: "ordinal",
}
_TEMPERATURES = {"degree Celsius": "degC", "degree Fahrenheit": "degF", "radian": "rad", "turn": "turn"}


def extract(text: str, reference: datetime | None = None) -> list[dict[str, Any]]:
    """Every value of `text`; see the scorer for the fields."""
    values = read_values(text)
    return [_quantity(q) for q in values.quantities]


def _quantity(q: Quantity) -> dict[str, Any]:
    kind = _KINDS.get(q.kind, "number")
    unit: str | None = None
    interval = q.interval
    if q.unit is not None:
        unit = q.unit.base
        interval = q.base
        if q.kind is QuantityKind.MONEY and q.unit.name != q.unit.base:
            unit, interval = "CENT", q.interval
        elif q.unit.name in _TEMPERATURES:
            unit, interval = _TEMPERATURES[q.unit.name], q.interval
        elif q.unit.name == "degree":
            unit = "deg"
    return {
        "start": q.span.start, "end": q.span.end, "kind": kind, "lo": _float(interval.low),
        "hi": _float(interval.high), "unit": unit, "lo_open": interval.low_open, "hi_open": interval.high_open,
        "raw_lo": _float(q.interval.low), "raw_hi": _float(q.interval.high),
    }


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
