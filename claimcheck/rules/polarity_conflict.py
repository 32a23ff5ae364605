"""One source says that something happened or holds, the other that it did not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.link.align_events import NAMED, SAME_HEAD, fit
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Occurrence
from claimcheck.model.finding import Finding, Verdict
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, value_words

# Parties known by name need less in common around them than "the campus" or "no one".
SURE_NAMED, SURE, SURE_OF_ALL = 0.57, 0.66, 0.42


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    return opposed_sentences(story, rule, _conflict)


def opposed_sentences(story: Story, rule: Rule, conflict: Callable[[Pair], bool]) -> Iterator[Finding]:
    """A tension for each two sentences with a pair that conflicts, by the pair that fits best."""
    told: set[frozenset[tuple[int, int]]] = set()
    for pair in sorted(story.pairs, key=lambda p: (-p.alignment.score, p.a.number, p.b.number)):
        place = frozenset((s.document, s.claim.sentence) for s in (pair.a, pair.b))
        if conflict(pair) and place not in told:
            told.add(place)
            yield finding(story, rule, Verdict.TENSION, (pair.a, pair.b),
                          f"{value_words(pair.a.fact)} against {value_words(pair.b.fact)}", key=pair.key,
                          guards=pair.alignment.passed)


def _conflict(pair: Pair) -> bool:
    a, b = pair.a.fact.value, pair.b.fact.value
    if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)) or a.predicate != b.predicate:
        return False
    if denied(pair.a) == denied(pair.b) or a.pending or b.pending:
        return False
    return sure(pair, a, b)


def sure(pair: Pair, a: Occurrence, b: Occurrence) -> bool:
    """Is it one thing that both speak of?"""
    theme, agent = fit(a.theme, b.theme), fit(a.agent, b.agent)
    if agent == 0.0:
        return False
    if any(o.negated and (o.theme.none or o.agent.none or o.kind == "some") for o in (a, b)):
        return pair.alignment.score >= SURE_OF_ALL
    if max(theme, agent) >= NAMED:
        return pair.alignment.score >= SURE_NAMED and theme >= SAME_HEAD
    return pair.alignment.score >= SURE


def denied(statement: Statement) -> bool:
    """Polarity of a statement: negation in a denial ("denied that nobody was warned") asserts."""
    return statement.fact.negated != (statement.claim.factuality is Factuality.DENIED)


RULE = Rule("polarity-conflict", "One source says it happened, the other that it did not.", (Verdict.TENSION,), check)
