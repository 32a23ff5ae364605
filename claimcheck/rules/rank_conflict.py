"""One person has two ranks or posts of which nobody has both."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from claimcheck.lexicon.ranks import REACH, is_past_or_future, of_one_body, ranks_beside
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
        posts = [p for document, name in group if len(name.words) > 1 for p in _posts(story, document, name)]
        for post in sorted({p[2] for p in posts}):
            yield from _conflicts(story, rule, group[0][1].full, [p for p in posts if p[2] == post], "post")


def _posts(story: Story, document: int, name: Name) -> Iterator[Placed]:
    """What somebody is mayor or coach of now, as far as it is named."""
    text = story.documents[document].document.text
    for mention in name.mentions:
        around = text[max(0, mention.span.start - REACH) : mention.span.end + REACH]
        for role in mention.roles if mention.organisation else ():
            if role in of_one_body() and not is_past_or_future(around):
                yield document, mention.span, role, f"{role} of {mention.organisation}"


def _placed(story: Story, document: int, name: Name) -> Iterator[Placed]:
    text = story.documents[document].document.text
    for mention in name.mentions:
        start, end = mention.span.start, mention.span.end
        for ladder, rung in sorted(ranks_beside(text[max(0, start - REACH) : start], text[end : end + REACH])):
            yield document, mention.span, ladder, rung


def _known(story: Story, document: int, rungs: Collection[str]) -> bool:
    """Does the document name what the other one says somebody heads, or a part of it?"""
    text = story.documents[document].document.text
    bodies = [rung.partition(" of ")[2] for rung in rungs]
    words = {word for body in bodies for word in body.split() if word[0].isupper()}
    return any(re.search(rf"\b{re.escape(word)}", text) for word in words)


def _conflicts(
    story: Story, rule: Rule, full: str, placed: Sequence[Placed], what: str = "rank"
) -> Iterator[Finding]:
    """The first two documents of which each has rungs that the other one has not, and none in common."""
    rungs = {d: {p[3] for p in placed if p[0] == d} for d in sorted({p[0] for p in placed})}
    for a, b in combinations(rungs, 2):
        if not rungs[a] & rungs[b] and not _known(story, a, rungs[b]) and not _known(story, b, rungs[a]):
            sides = [next(p for p in placed if p[0] == d) for d in (a, b)]
            yield Finding(
                Verdict.TENSION, rule.name, f"{what} of {full}", f"{sides[0][3]} against {sides[1][3]}",
                tuple(place_evidence(story, d, span, rung) for d, span, _, rung in sides),
                condition=f"both hold only if {full} changed {what}", key=f"name:{full.lower()}",
                independent=story.independent(a, b),
            )
            return
