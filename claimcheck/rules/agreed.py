"""What sources agree on, as one thing with all places at which they tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from claimcheck.model.finding import Evidence, Finding, Verdict

Place = tuple[str, int, int]  # a document, and where the words begin and end in it


def place_of(evidence: Evidence) -> Place:
    return evidence.document, evidence.span.start, evidence.span.end


def places_of(finding: Finding) -> frozenset[Place]:
    return frozenset(place_of(e) for e in finding.evidence)


def things_of(findings: Sequence[Finding]) -> dict[Place, int]:
    """A number for each place on which sources agree: the same for all places of what they agree on."""
    agreed = [f for f in findings if f.verdict is Verdict.AGREEMENT]
    groups = groups_of([[(f.rule, place) for place in places_of(f)] for f in agreed])
    return {place: number for number, group in enumerate(groups) for i in group for place in places_of(agreed[i])}


def documents_by_thing(things: Mapping[Place, int]) -> Mapping[int, set[str]]:
    """The documents that have each thing."""
    documents: defaultdict[int, set[str]] = defaultdict(set)
    for (document, _, _), thing in things.items():
        documents[thing].add(document)
    return documents


def groups_of(keys: Sequence[Iterable[Hashable]]) -> list[list[int]]:
    """Numbers of the rows that have a key in common, directly or over other rows, in the order of the first."""
    group = list(range(len(keys)))
    members = {number: [number] for number in group}
    owner: dict[Hashable, int] = {}
    for number, row in enumerate(keys):
        for key in row:
            kept, moved = sorted((group[owner.setdefault(key, number)], group[number]))
            if kept != moved:
                for one in members[moved]:
                    group[one] = kept
                members[kept] += members.pop(moved)
    return [sorted(rows) for _, rows in sorted(members.items())]
