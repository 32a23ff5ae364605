"""What copied sentences settle: alarms that copy-drift raises in clearer words, and those that are none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claimcheck.link.copies import Copy
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.span import Span

DRIFT = "copy-drift"
# The same between quotation marks; where another rule speaks of the two places, that says it.
QUOTED = "quote-drift"
# Another speaker is no other name in a copied sentence.
SPEAKER = "attribution-conflict"
POLARITY = "polarity-conflict"
# The key of a drift between sentences that nobody writes twice; short ones may well be alike by chance.
COPIED = "copy"
# Rules whose evidence is the value alone: where both sentences have both values, nothing differs.
_ON_VALUES = frozenset({"quantity-mismatch", "date-mismatch", "diverging-bounds", "comparison-conflict"})
_Places = dict[str, list[Span]]


def settle(findings: Sequence[Finding], copies: Sequence[Copy], documents: Sequence[str]) -> tuple[Finding, ...]:
    """One finding for the two places of a drift: the drift between copies, else that of the rule for amounts, dates or
    opposites. Alarms between two values that both of two copied sentences have are left out. `documents` are the ids by
    the numbers in `copies`."""
    drifts = [f for f in findings if f.rule == DRIFT]
    quoted = [f for f in findings if f.rule == QUOTED]
    others = [f for f in findings if f.rule not in (DRIFT, QUOTED) and f.verdict is not Verdict.SINGLE_SOURCE]
    between: defaultdict[frozenset[str], list[Copy]] = defaultdict(list)
    for copy in copies:
        between[frozenset((documents[copy.left], documents[copy.right]))].append(copy)
    gone = {id(f) for f in others if f.rule in _ON_VALUES
            and any(_shared(f, c, documents) for c in between[frozenset(_places(f))])}
    gone.update(id(f) for f in quoted if _at(f, others, gone))
    for drift in drifts:
        twins = _at(drift, [*others, *quoted], gone)
        settled = drift.key == COPIED and all(f.rule != SPEAKER for f in twins)
        gone.update(id(f) for f in (twins if settled else [drift] if twins else []))
    return tuple(f for f in findings if id(f) not in gone)


def _at(drift: Finding, others: Sequence[Finding], gone: set[int]) -> list[Finding]:
    """The findings that are left and stand between the places of the drift."""
    return [f for f in others if id(f) not in gone and _meet(_places(f), _places(drift))]


def _places(finding: Finding) -> _Places:
    """Where a finding stands: for a "not" that only one side has, the claims as a whole, for it may reach far."""
    places: _Places = {}
    for side in finding.evidence:
        places.setdefault(side.document, []).append(side.context if finding.rule == POLARITY else side.span)
    return places


def _meet(places: _Places, drift: _Places) -> bool:
    """Is every side of the finding in a document of the drift, and at its place there?"""
    return places.keys() == drift.keys() and all(
        any(a.overlaps(b) for a in places[document] for b in drift[document]) for document in places
    )


def _shared(finding: Finding, copy: Copy, documents: Sequence[str]) -> bool:
    """Does every side stand in words that the copied sentence has as well?"""
    same = list(copy.matched)
    sides = {
        documents[copy.left]: (copy.a, {i for i, _ in same}),
        documents[copy.right]: (copy.b, {j for _, j in same}),
    }
    for side in finding.evidence:
        words, kept = sides[side.document]
        own = [place for place, word in enumerate(words) if word.span.overlaps(side.span)]
        if not own or not kept.issuperset(own):
            return False
    return True
