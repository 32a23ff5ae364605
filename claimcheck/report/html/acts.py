"""Which times stand in the timeline: those of the findings, and what else each source says happened when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.model.finding import Evidence
from claimcheck.model.report import Report
from claimcheck.model.span import Span
from claimcheck.report.html.article import Numbered
from claimcheck.report.html.times import When, when
from claimcheck.report.words import clean

# So many are shown beside those of the findings.
MOST = 40
# What these quote is words, and no time though it may be spelled like one, but where the text dates an act there.
_WORD_FOR_WORD = frozenset({"copy-drift", "quote-drift"})


@dataclass(frozen=True, slots=True)
class Act:
    """`what` happened `when`, in the words of the `side`; "" where that is not known. `numbered` is the gravest finding
    that has the time, None where none has."""

    when: When
    side: Evidence
    what: str
    numbered: Numbered | None

    @property
    def same(self) -> Hashable:
        """What two sentences of one document have in common that say the same."""
        return self.side.document, self.when.key, self.what or self.side.context


def acts(report: Report, findings: Sequence[Numbered], *, quiet: bool) -> tuple[list[Act], int]:
    """All times of the findings, those of the other acts that most documents date, and how many more there are.
    `quiet` leaves those of the findings."""
    named = {(side.document, side.span, side.value): clean(side.measure) for side in report.dated}
    told = list(_told(findings, named))
    if quiet:
        return told, 0
    rest = _others(report, told)
    on: defaultdict[date, set[str]] = defaultdict(set)
    for act in (*told, *rest):
        on[_day(act)].add(act.side.document)
    rest.sort(key=lambda act: (-len(on[_day(act)]), act.when.key, act.side.document, act.side.span))
    return told + rest[:MOST], len(rest[MOST:])


def _told(findings: Sequence[Numbered], named: Mapping[tuple[str, Span, str], str]) -> Iterator[Act]:
    """A place in a text counts once, with what is gravest."""
    seen: set[Hashable] = set()
    for numbered in findings:
        for side in numbered.finding.evidence:
            what = (side.document, side.span, side.value)
            time = when(side.value) if what in named or numbered.finding.rule not in _WORD_FOR_WORD else None
            if time and (side.document, side.span) not in seen:
                seen.add((side.document, side.span))
                yield Act(time, side, named.get(what, ""), numbered)


def _others(report: Report, told: Sequence[Act]) -> list[Act]:
    """What no finding has, once for each document, time and act."""
    places = {(act.side.document, act.side.span) for act in told}
    seen = {act.same for act in told}
    others = []
    for side in report.dated:
        time = when(side.value)
        act = Act(time, side, clean(side.measure), None) if time else None
        if act and (side.document, side.span) not in places and act.same not in seen:
            seen.add(act.same)
            others.append(act)
    return others


def _day(act: Act) -> date:
    return act.when.stretch.start.date()
