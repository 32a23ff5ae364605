"""Years for datelines that name none, from the other documents of the story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimcheck.model.document import DateOrigin, Document
from claimcheck.read.dates import read_day


def align_years(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Each document without a year gets the one that puts it next to the others, if all dated documents agree on it
    and a weekday named beside the day does not speak against it. The order of the documents does not matter."""
    days = [d.published for d in documents if d.published.origin is not DateOrigin.STORY]
    known = [day.on for day in days if day.on is not None]
    return tuple(_aligned(d, known) for d in documents)


def _aligned(document: Document, known: Sequence[date]) -> Document:
    published = document.published
    if published.on is not None or published.month_day is None:
        return document
    # The nearest day, not the same year: on 2 January the others may still be of December.
    nearest = {_nearest(published.month_day, other) for other in known}
    if len(nearest) != 1 or (on := nearest.pop()) is None or not _weekday_fits(document, on):
        return document
    return replace(document, published=replace(published, on=on, origin=DateOrigin.STORY))


def _nearest(month_day: tuple[int, int], other: date) -> date | None:
    days: list[date] = []
    for year in (other.year - 1, other.year, other.year + 1):
        try:
            days.append(date(year, *month_day))
        except ValueError:  # 29 February, or a year outside the calendar
            continue
    return min(days, key=lambda day: abs(day - other), default=None)


def _weekday_fits(document: Document, on: date) -> bool:
    span = document.published.span
    if span is None:
        return True
    # The weekday of a dateline stands before the day, outside the span of the day.
    before = max(0, span.start - 12)
    read = read_day(document.text[before : span.end])
    return read is None or read.weekday is None or read.weekday == on.weekday()
