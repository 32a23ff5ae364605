"""The extractors on the corpora of the grammar (fixtures/grammar): values, recall, and look-alikes left alone."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from claimcheck.extract.timex_resolve import resolve
from claimcheck.extract.values import read_values
from claimcheck.model.span import Span
from claimcheck.model.value import Direction, Hedge, Quantity, Timex

from .labels import FIXTURES
from .score import Figures

QUANTITIES = FIXTURES / "grammar" / "quantity.toml"
TIMES = FIXTURES / "grammar" / "timex.toml"


def grammar_files() -> list[Path]:
    return [QUANTITIES, TIMES]


def extract_score() -> Figures:
    """Shares from 0 to 1. `value`: kind and value as labelled; `recall`: something of the kind is read that overlaps
    the labelled words; `lookalikes_read`: texts without a quantity (or time) that give one all the same."""
    quantities = tomllib.loads(QUANTITIES.read_text(encoding="utf-8"))
    times = tomllib.loads(TIMES.read_text(encoding="utf-8"))
    read_quantities = [_quantity(entry["is"], text) for entry in quantities["value"] for text in entry["written"]]
    read_times = [_time(times["reference"], case, text) for case in times["value"] for text in case["as"]]
    silent = list(_silent(quantities, times))
    return {
        "quantity_value": _share(right for right, _ in read_quantities),
        "quantity_recall": _share(found for _, found in read_quantities),
        "time_value": _share(right for right, _ in read_times),
        "time_recall": _share(found for _, found in read_times),
        "lookalikes_read": _share(not left for left in silent),
    }


def shown(quantity: Quantity) -> str:
    """A quantity in the notation of the corpus: "number >= 12", "money 3000000 USD about", "duration 5..7 day"."""
    low, high = quantity.interval.low, quantity.interval.high
    opened, closed = quantity.interval.low_open, quantity.interval.high_open
    if quantity.interval.is_point:
        figure = _plain(low)
    elif high is None:
        figure = f"{'>' if opened else '>='} {_plain(low)}"
    elif low is None:
        figure = f"{'<' if closed else '<='} {_plain(high)}"
    else:
        figure = _plain(low) + "<" * opened + ".." + "<" * closed + _plain(high)
    words = [quantity.kind.value, figure]
    if quantity.unit and quantity.unit.name not in {"percent", "percentage point"}:
        words.append(quantity.unit.name)
    if quantity.hedge is not Hedge.NONE:
        words.append(quantity.hedge.value)
    words += ["vague"] * quantity.vague + ["soft"] * quantity.soft_bound
    return " ".join(words)


def unmarked(text: str, marks: str) -> tuple[str, Span]:
    """A text without its two marks, and the span between them."""
    start, end = text.index(marks[0]), text.index(marks[1]) - 1
    return text.replace(marks[0], "").replace(marks[1], ""), Span(start, end)


def _plain(value: Any) -> str:
    return "" if value is None else f"{value.normalize():f}"


def _quantity(value: str, written: str) -> tuple[bool, bool]:
    text, span = unmarked(written, "⟦⟧")
    found = [q for q in read_values(text).quantities if q.span.overlaps(span)]
    return any(q.span == span and shown(q) == value for q in found), bool(found)


def _time(reference: date, case: dict[str, Any], wording: str) -> tuple[bool, bool]:
    before = f"{case['on']} " if "on" in case else ""
    text, span = unmarked(wording, "[]")
    text, span = before + text, span.shift(len(before))
    times = read_values(text).times
    direction = Direction(case.get("tense", "unknown"))
    resolved = resolve(times, text, reference=reference, directions=[direction] * len(times))
    found = [t for t in resolved if t.span.overlaps(span)]
    return any(t.span == span and _is(t, case) for t in found), bool(found)


def _is(timex: Timex, case: dict[str, Any]) -> bool:
    if timex.relation.value != case.get("relation", "in") or timex.value != case.get("is", timex.value):
        return False
    if case.get("open"):
        return not timex.resolved
    return timex.resolved and all(getattr(timex, e) == _moment(case[e]) for e in ("start", "end") if e in case)


def _moment(end: date) -> datetime:
    return end if isinstance(end, datetime) else datetime.combine(end, time())


def _silent(quantities: dict[str, Any], times: dict[str, Any]) -> Iterator[bool]:
    for text in quantities["silent"]["texts"]:
        yield not read_values(text).quantities
    for entry in quantities["look"]:
        for written in entry["written"]:
            yield not read_values(unmarked(written, "⟦⟧")[0]).quantities
    for case in times["nothing"]:
        for wording in case["as"]:
            yield not read_values(wording).times


def _share(outcomes: Iterable[bool]) -> float:
    told = list(outcomes)
    return round(sum(told) / len(told), 4)
