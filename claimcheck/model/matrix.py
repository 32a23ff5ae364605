"""Findings as a matrix: a row for each fact, and in it what each document gives for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.span import Span

_GRAVITY = tuple(Verdict)
_Fact = tuple[str, Span, str]  # document, place and value: one fact as it was read


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document says of a fact: a side for each value, where it is given first, in the order of the text."""

    document: str
    sides: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One fact. `verdict` and `measure` are those of the gravest of its findings; `findings` has their fingerprints.

    `independent` is false where all findings of that verdict are between documents of one origin. Documents that say
    nothing have no cell.
    """

    measure: str
    verdict: Verdict
    topic: int | None
    cells: tuple[Cell, ...]
    findings: tuple[str, ...]
    independent: bool = True


def matrix_of(findings: Sequence[Finding]) -> tuple[Row, ...]:
    """A row for all findings that are about the same facts; nothing is judged anew.

    Rows of one topic stand together, the topic with the gravest row first and in it the gravest row; then what is in no
    topic; at the end a row for each finding of what only one source says. That a name occurs is no fact, who bears a
    title is. Does not depend on the order of the documents.
    """
    alone = [f for f in findings if f.verdict is Verdict.SINGLE_SOURCE]
    facts = [f for f in findings if f.verdict is not Verdict.SINGLE_SOURCE and not mere_name(f)]
    shared = [_row(group) for group in _joined(facts)]
    return (*_by_topic(shared), *(_row([finding]) for finding in alone))


def mere_name(finding: Finding) -> bool:
    """That several documents have a name, and nothing of who bears it."""
    return finding.key == f"name:{finding.measure.lower()}"


def _joined(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings in groups that have facts in common, directly or by way of others; in the order of the report."""
    groups: dict[int, list[Finding]] = {}
    home: dict[_Fact, int] = {}
    for number, finding in enumerate(findings):
        met = sorted({home[fact] for fact in _facts(finding) if fact in home}) or [number]
        members = [f for place in met for f in groups.pop(place, [])] + [finding]
        groups[met[0]] = members
        home.update((fact, met[0]) for member in members for fact in _facts(member))
    return [groups[number] for number in sorted(groups)]


def _facts(finding: Finding) -> list[_Fact]:
    return [(side.document, side.span, side.value) for side in finding.evidence]


def _row(findings: Sequence[Finding]) -> Row:
    ranked = sorted(findings, key=lambda finding: _GRAVITY.index(finding.verdict))
    first = ranked[0]
    return Row(
        first.measure, first.verdict, next((f.topic for f in ranked if f.topic is not None), None), _cells(ranked),
        tuple(finding.fingerprint for finding in ranked),
        any(finding.independent for finding in ranked if finding.verdict is first.verdict),
    )


def _cells(findings: Sequence[Finding]) -> tuple[Cell, ...]:
    by_document: defaultdict[str, dict[tuple[str, str], Evidence]] = defaultdict(dict)
    for side in sorted((side for f in findings for side in f.evidence), key=lambda side: side.span):
        by_document[side.document].setdefault((side.value, side.measure), side)
    return tuple(Cell(document, tuple(sides.values())) for document, sides in sorted(by_document.items()))


def _by_topic(rows: Sequence[Row]) -> list[Row]:
    gravest: dict[int | None, int] = {}
    for row in rows:
        gravest[row.topic] = min(gravest.get(row.topic, len(_GRAVITY)), _GRAVITY.index(row.verdict))
    return sorted(
        rows, key=lambda row: (row.topic is None, gravest[row.topic], row.topic or 0, _GRAVITY.index(row.verdict))
    )
