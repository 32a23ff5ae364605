"""The days around publication as a drawing: a lane for each source, a bar as long as the time is vague."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from claimcheck.model.finding import Verdict
from claimcheck.report.html.times import When
from claimcheck.report.html.view import Moment, Story
from claimcheck.report.words import month

# What happened further from the days of publication stands in the list alone.
_AROUND = timedelta(days=40)
_TICKS = 8
_STEPS = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=2), timedelta(days=7),
          timedelta(days=14), timedelta(days=28))
# Units of the drawing.
_WIDTH, _LEFT, _RIGHT, _TOP = 960, 44, 10, 26
_BAR, _GAP, _LANE, _LEAST = 9, 3, 14, 4


@dataclass(frozen=True, slots=True)
class Bar:
    """One source's word on a time; `open` says on which side the time has no end: "", "left" or "right"."""

    x: float
    y: float
    width: float
    height: float
    verdict: Verdict | None  # None: no finding has the time
    open: str
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    letter: str
    label: str
    y: float
    height: float
    published: float | None


@dataclass(frozen=True, slots=True)
class Strip:
    width: float
    height: float
    left: float
    ticks: tuple[tuple[float, str], ...]
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class _Axis:
    start: datetime
    end: datetime

    def x(self, at: datetime) -> float:
        share = (min(max(at, self.start), self.end) - self.start) / (self.end - self.start)
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)


def strip(view: Story) -> Strip | None:
    """None where fewer than two moments lie near enough to be drawn, or where the calendar ends."""
    try:
        return _drawn(view)
    except OverflowError:
        return None


def _drawn(view: Story) -> Strip | None:
    days = [source.summary.published for source in view.sources if source.summary.published]
    near = [moment for moment in view.moments if _near(moment.when, days)]
    if len(near) < 2:
        return None
    axis = _axis(near, days)
    lanes, bars, y = [], [], float(_TOP)
    for source in view.sources:
        own = [(moment.when, told.numbered.finding.verdict if told.numbered else None) for moment in near
               for told in moment.told if told.source is source]
        rows, drawn = _rows(own, axis, y + _LANE / 2)
        height = rows * (_BAR + _GAP) + _LANE - _GAP
        published = source.summary.published
        there = published and axis.start <= _midday(published) <= axis.end
        lanes.append(Lane(source.letter, source.label, y, height,
                          axis.x(_midday(published)) if published and there else None))
        bars += drawn
        y += height
    return Strip(_WIDTH, y + 4, _LEFT, tuple(_ticks(axis)), tuple(lanes), tuple(bars))


def _near(when: When, days: Sequence[date]) -> bool:
    if not days:
        return True
    before, after = _midday(min(days)) - when.stretch.start, when.stretch.end - _midday(max(days))
    return before <= _AROUND and after <= _AROUND


def _axis(moments: Sequence[Moment], days: Sequence[date]) -> _Axis:
    """All moments and days of publication with a little room around them."""
    starts = [m.when.stretch.start for m in moments] + [_midday(d) for d in days]
    ends = [m.when.stretch.end for m in moments] + [_midday(d) for d in days]
    room = max((max(ends) - min(starts)) / 40, timedelta(hours=1))
    return _Axis(min(starts) - room, max(ends) + room)


def _rows(own: Sequence[tuple[When, Verdict | None]], axis: _Axis, y: float) -> tuple[int, list[Bar]]:
    """The bars of one lane in as many rows as keep them from covering each other."""
    ends: list[float] = []
    bars = []
    for when, verdict in own:
        low, high, side = _extent(when, axis)
        row = next((n for n, end in enumerate(ends) if end + 2 <= low), len(ends))
        ends[row:row + 1] = [high]
        bars.append(Bar(low, y + row * (_BAR + _GAP), round(high - low, 1), _BAR, verdict, side, when.words))
    return max(len(ends), 1), bars


def _extent(when: When, axis: _Axis) -> tuple[float, float, str]:
    start, end = axis.x(when.stretch.start), axis.x(when.stretch.end)
    if when.relation in ("since", "after"):
        return start, axis.x(axis.end), "right"
    if when.relation in ("before", "until", "by"):
        return axis.x(axis.start), end, "left"
    return start, max(end, start + _LEAST), ""


def _ticks(axis: _Axis) -> Iterator[tuple[float, str]]:
    span = axis.end - axis.start
    step = next((s for s in _STEPS if span / s <= _TICKS), span / _TICKS)
    step = timedelta(days=max(round(step / timedelta(days=1)), 1)) if step > timedelta(days=1) else step
    years = axis.start.year != axis.end.year
    at = datetime.combine(axis.start.date(), datetime.min.time())
    while at <= axis.end:
        if at >= axis.start:
            day = f"{at.day} {month(at.month)[:3]}" + (f" {at.year}" if years else "")
            yield axis.x(at), f"{at:%H:%M}" if at.hour else day
        at += step


def _midday(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 12)
