"""What copied sentences settle: alarms that copy-drift raises in clearer words, and those that are none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claimcheck.link.copies import Copy
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.span import Span

DRIFT = "copy-drift"
_ALARMS = (Verdict.CONTRADICTION, Verdict.TENSION)
_Places = dict[str, list[Span]]


def settle(findings: Sequence[Finding], copies: Sequence[Copy], documents: Sequence[str]) -> tuple[Finding, ...]:
    """The findings without those that speak of the two places of a drift too, and without alarms between two values
    that both of two copied sentences have. `documents` are the ids by the numbers in `copies`."""
    drifts = [_places(f) for f in findings if f.rule == DRIFT]
    between: defaultdict[frozenset[str], list[Copy]] = defaultdict(list)
    for copy in copies:
        between[frozenset((documents[copy.left], documents[copy.right]))].append(copy)
    return tuple(
        f for f in findings
        if f.rule == DRIFT or not (any(_meet(_places(f), drift) for drift in drifts) or (
            f.verdict in _ALARMS and any(_shared(f, c, documents) for c in between[frozenset(_places(f))])
        ))
    )


def _places(finding: Finding) -> _Places:
    places: _Places = {}
    for side in finding.evidence:
        places.setdefault(side.document, []).append(side.span)
    return places


def _meet(places: _Places, drift: _Places) -> bool:
    """Is every side of the finding in a document of the drift, and at its place there?"""
    return places.keys() == drift.keys() and all(
        any(a.overlaps(b) for a in places[document] for b in drift[document]) for document in places
    )


def _shared(finding: Finding, copy: Copy, documents: Sequence[str]) -> bool:
    """Does every side stand in words that the copied sentence has as well?"""
    same = list(copy.matched)
    sides = {documents[copy.left]: (copy.a, {i for i, _ in same}), documents[copy.right]: (copy.b, {j for _, j in same})}
    for side in finding.evidence:
        words, kept = sides[side.document]
        own = [place for place, word in enumerate(words) if word.span.overlaps(side.span)]
        if not own or not kept.issuperset(own):
            return False
    return True
