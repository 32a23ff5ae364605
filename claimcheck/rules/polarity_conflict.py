"""One source says that something happened or holds, the other that it did not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.lexicon.cues import cues
from claimcheck.link.parties import ANYBODY, QUALIFIED, parties
from claimcheck.link.statement import Pair, Statement
from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Occurrence
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.standing import Standing
from claimcheck.model.value import Quantity
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, named_speaker, value_words


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    return opposed_sentences(story, rule, _conflict)


def opposed_sentences(story: Story, rule: Rule, conflict: Callable[[Pair, float], bool]) -> Iterator[Finding]:
    """A tension for each two sentences with a pair that conflicts, by the pair that fits best."""
    told: set[frozenset[tuple[int, int]]] = set()
    alike = {(side.number, other.document) for pair in story.pairs if _says_so(pair, rule.least)
             for side, other in ((pair.a, pair.b), (pair.b, pair.a))}
    for pair in sorted(story.pairs, key=lambda p: (-p.alignment.score, p.a.number, p.b.number)):
        place = frozenset((s.document, s.claim.sentence) for s in (pair.a, pair.b))
        reported = all((s.number, other.document) in alike for s, other in ((pair.a, pair.b), (pair.b, pair.a)))
        if conflict(pair, rule.least) and place not in told and not reported:
            told.add(place)
            yield finding(story, rule, Verdict.TENSION, (pair.a, pair.b), key=pair.key, guards=pair.alignment.passed,
                          values={s.number: _words(s) for s in (pair.a, pair.b)})


def _words(side: Statement) -> str:
    """What a side says; a denial stands outside of the words that are compared."""
    if side.claim.factuality is not Factuality.DENIED:
        return value_words(side.fact)
    speaker = named_speaker(side.claim.speaker)
    return f"{value_words(side.fact)} (denied{f' by {speaker}' if speaker else ''})"


def _says_so(pair: Pair, least: float) -> bool:
    """Both say it alike; where each document says what the other says too, both report one quarrel."""
    a, b = pair.a.fact.value, pair.b.fact.value
    if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)) or a.predicate != b.predicate:
        return False
    return pair.a.denied == pair.b.denied and not (a.unanswered or b.unanswered) and sure(pair, a, b, least)


def _conflict(pair: Pair, least: float) -> bool:
    a, b = pair.a.fact.value, pair.b.fact.value
    if pair.a.denied == pair.b.denied:
        return False
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return pair.standing == Standing.DISJOINT  # a figure, and that it is not that one
    if not (isinstance(a, Occurrence) and isinstance(b, Occurrence)) or a.predicate != b.predicate:
        return False
    if any(o.doubt.lower() not in cues("doubting") | {""} and not s.denied for o, s in ((a, pair.a), (b, pair.b))):
        return False  # who is accused of it denies it
    return not (a.pending or b.pending or a.unanswered or b.unanswered) and sure(pair, a, b, least)


def sure(pair: Pair, a: Occurrence, b: Occurrence, least: float) -> bool:
    """Is it one thing that both speak of?"""
    theme, agent = parties(a, b)
    if any(o.negated and (o.theme.none or o.agent.none or o.kind == "some") for o in (a, b)):
        return _of_all(a, b, theme, agent)  # "no one was hurt" speaks of all that the story is about
    return pair.alignment.score >= least and theme != QUALIFIED  # "house prices", "energy prices"


def _of_all(a: Occurrence, b: Occurrence, theme: float, agent: float) -> bool:
    """ "Nobody paid" is about one thing, and "he paid nothing" about one doer."""
    for mine in (a, b):
        if mine.agent.none and mine.theme.text and theme < ANYBODY:
            return False
        if mine.theme.none and mine.agent.text and agent < ANYBODY:
            return False
    return True
