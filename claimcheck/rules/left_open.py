"""One source states what the other leaves open: "did not say whether he fired" against "he fired"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.event_guards import kept_apart
from claimcheck.link.parties import SAME_HEAD, parties
from claimcheck.link.statement import Pair
from claimcheck.model.fact import Occurrence
from claimcheck.model.finding import Finding, Verdict
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    told: set[frozenset[tuple[int, int]]] = set()
    for pair in sorted(story.pairs, key=lambda p: (-p.alignment.score, p.a.number, p.b.number)):
        place = frozenset((s.document, s.claim.sentence) for s in (pair.a, pair.b))
        if place not in told and _conflict(pair, rule.least):
            told.add(place)
            unsaid, said = (pair.a, pair.b) if _unanswered(pair.a.fact.value) else (pair.b, pair.a)
            yield finding(story, rule, Verdict.TENSION, (pair.a, pair.b), key=pair.key, guards=pair.alignment.passed,
                          values={said.number: value_words(said.fact), unsaid.number: "left open"})


def _unanswered(value: object) -> bool:
    return isinstance(value, Occurrence) and value.unanswered


def _conflict(pair: Pair, least: float) -> bool:
    a, b = pair.a.fact.value, pair.b.fact.value
    if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)) or a.unanswered == b.unanswered:
        return False
    if a.predicate != b.predicate or "some" in (a.kind, b.kind) or a.pending or b.pending:
        return False
    if kept_apart(pair.a, pair.b)[0]:
        return False
    theme, agent = parties(a, b)
    return theme >= SAME_HEAD and agent > 0.0 and pair.alignment.score >= least
