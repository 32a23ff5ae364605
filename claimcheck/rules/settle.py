"""What copied sentences settle: alarms that two rules raise on the same places, and those that are none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from claimcheck.link.copies import Copy
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.rules import RULES
from claimcheck.rules.rule import Rule
from claimcheck.rules.single_source import told_alone

_Places = dict[str, list[Span]]


def settle(
    findings: Sequence[Finding], copies: Sequence[Copy], documents: Sequence[str], rules: Collection[Rule] = RULES
) -> tuple[Finding, ...]:
    """One finding for the places of a rule that retells: where others of a higher rank stand there as well, these, else
    its own in place of theirs. Left out are alarms between two values that both of two copied sentences have,
    differences in certainty within what a finding on the whole story shows, and what is said to stand in one source
    only, but is a side of a finding on two.

    `documents` are the ids by the numbers in `copies`. Which rules retell, and the ranks, stand in the table of rules.
    """
    table = {rule.name: rule for rule in rules}
    gone = _shared_values(findings, copies, documents, table)
    gone |= _summed_up(findings, table)
    spoken = [f for f in findings if f.verdict is not Verdict.SINGLE_SOURCE]  # one source differs from none
    for rule in sorted((r for r in rules if r.retells), key=lambda r: -r.rank):
        above: defaultdict[frozenset[str], list[Finding]] = defaultdict(list)
        for finding in spoken:
            if table[finding.rule].rank > rule.rank:
                above[_documents(finding)].append(finding)
        for finding in (f for f in spoken if f.rule == rule.name):
            twins = [f for f in above[_documents(finding)] if id(f) not in gone and _meet(f, finding, table)]
            outranked = any(table[f.rule].rank_of(f) > rule.rank_of(finding) for f in twins)
            gone.update(map(id, [finding] if outranked else twins))
    return tuple(told_alone(f for f in findings if id(f) not in gone))


def _shared_values(
    findings: Iterable[Finding], copies: Iterable[Copy], documents: Sequence[str], table: dict[str, Rule]
) -> set[int]:
    """Identities of the alarms on values between sentences that have both values."""
    between: defaultdict[frozenset[str], list[Copy]] = defaultdict(list)
    for copy in copies:
        between[frozenset((documents[copy.left], documents[copy.right]))].append(copy)
    return {
        id(f) for f in findings if table[f.rule].on_values and len({e.quote for e in f.evidence}) > 1
        and any(_shared(f, copy, documents) for copy in between[_documents(f)])
    }


def _summed_up(findings: Sequence[Finding], table: dict[str, Rule]) -> set[int]:
    """Identities of the findings on words that stand, with every side, in what a story-wide finding shows."""
    wholes = [_contexts(f) for f in findings if table[f.rule].sums_up]
    return {
        id(f) for f in findings if table[f.rule].certainty
        and any(all(any(side.span.overlaps(place) for place in shown.get(side.document, ())) for side in f.evidence)
                for shown in wholes)
    }


def _contexts(finding: Finding) -> _Places:
    places: _Places = {}
    for side in finding.evidence:
        places.setdefault(side.document, []).append(side.context)
    return places


def _meet(finding: Finding, drift: Finding, table: dict[str, Rule]) -> bool:
    """Is every side of the finding, which is on the documents of the drift, at its place there?"""
    places, at = _places(finding, table), _places(drift, table)
    return all(any(a.overlaps(b) for a in places[document] for b in at[document]) for document in places)


def _documents(finding: Finding) -> frozenset[str]:
    return frozenset(e.document for e in finding.evidence)


def _places(finding: Finding, table: dict[str, Rule]) -> _Places:
    """Where a finding stands, by document."""
    places: _Places = {}
    for side in finding.evidence:
        places.setdefault(side.document, []).append(side.context if table[finding.rule].wide else side.span)
    return places


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
