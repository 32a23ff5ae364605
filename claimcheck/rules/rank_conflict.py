"""One person has two ranks or posts of which nobody has both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.lexicon.ranks import REACH, ranks_beside
from claimcheck.link.identity import Name, shared
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import place_evidence

Placed = tuple[int, Span, str, str]  # document, where the name stands, ladder, rung


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for group in shared(story.names):
        placed = [p for document, name in group if len(name.words) > 1 for p in _placed(story, document, name)]
        for ladder in sorted({p[2] for p in placed}):
            yield from _conflicts(story, rule, group[0][1].full, [p for p in placed if p[2] == ladder])


def _placed(story: Story, document: int, name: Name) -> Iterator[Placed]:
    text = story.documents[document].document.text
    for mention in name.mentions:
        start, end = mention.span.start, mention.span.end
        for ladder, rung in sorted(ranks_beside(text[max(0, start - REACH) : start], text[end : end + REACH])):
            yield document, mention.span, ladder, rung


def _conflicts(story: Story, rule: Rule, full: str, placed: Sequence[Placed]) -> Iterator[Finding]:
    """The first two documents of which each has rungs that the other one has not, and none in common."""
    rungs = {d: {p[3] for p in placed if p[0] == d} for d in sorted({p[0] for p in placed})}
    for a, b in combinations(rungs, 2):
        if not rungs[a] & rungs[b]:
            sides = [next(p for p in placed if p[0] == d) for d in (a, b)]
            yield Finding(
                Verdict.TENSION, rule.name, f"rank of {full}", f"{sides[0][3]} against {sides[1][3]}",
                tuple(place_evidence(story, d, span, rung) for d, span, _, rung in sides),
                condition=f"both hold only if {full} changed rank", key=f"name:{full.lower()}",
                independent=story.independent(a, b),
            )
            return
