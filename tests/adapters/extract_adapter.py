"""The extractors in the form that a scorer of extraction asks for: plain dicts with floats and ISO strings."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from claimcheck.extract import timex_terms
from claimcheck.extract.timex import TimeExpression
from claimcheck.extract.timex_hours import part_hours
from claimcheck.extract.timex_resolve import resolve
from claimcheck.extract.values import read_values
from claimcheck.model.value import Quantity, QuantityKind, Relation, Timex

_KINDS = {
    QuantityKind.PERCENT: "percent", QuantityKind.POINTS: "percent", QuantityKind.MONEY: "money",
    QuantityKind.DIMENSION: "dimension", QuantityKind.DURATION: "duration", QuantityKind.AGE: "age",
    QuantityKind.ORDINAL: "ordinal",
}
_TEMPERATURES = {"degree Celsius": "degC", "degree Fahrenheit": "degF", "radian": "rad", "turn": "turn"}


def extract(text: str, reference: datetime | None = None) -> list[dict[str, Any]]:
    """Every value of `text`; see the scorer for the fields."""
    values = read_values(text)
    times = zip(values.times, resolve(values.times, text, reference=reference), strict=True)
    return [_quantity(q) for q in values.quantities] + [d for e, t in times if (d := _time(e, t)) is not None]


def _quantity(q: Quantity) -> dict[str, Any]:
    kind = _KINDS.get(q.kind, "number")
    if q.kind is QuantityKind.ORDINAL and not q.interval.is_point:
        kind = "number"
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


def _time(expression: TimeExpression, timex: Timex) -> dict[str, Any] | None:
    """A stretch of the calendar, or a time of day that has no day; None for what stays open."""
    ends: tuple[str | None, str | None]
    kind = "time"
    if timex.resolved:
        ends = (timex.start.isoformat() if timex.start else None, timex.end.isoformat() if timex.end else None)
    elif timex.value.startswith("T"):
        kind, ends = "tod", _time_of_day(expression)
    else:
        return None
    return {"start": timex.span.start, "end": timex.span.end, "kind": kind, "lo": ends[0], "hi": ends[1], "unit": None}


def _time_of_day(expression: TimeExpression) -> tuple[str | None, str | None]:
    if isinstance(expression.term, timex_terms.DayPart):
        low, high = (_hour(hour) for hour in part_hours(expression.term))
    else:
        low, _, high = expression.value.partition("/")
        low, high = (written if written.count(":") == 2 else f"{written}:00" for written in (low, high or low))
    if expression.relation in (Relation.BEFORE, Relation.BY, Relation.UNTIL):
        return None, low
    return low, None if expression.relation in (Relation.AFTER, Relation.SINCE) else high


def _hour(hour: int) -> str:
    """The end of the day is its last second: ISO has no T24 that a reader of plain times takes."""
    return "T23:59:59" if hour == 24 else f"T{hour % 24:02d}:00:00"


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
