"""One person has two ranks or posts of which nobody has both."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from claimcheck.lexicon.ranks import REACH, is_past_or_future, of_one_body, ranks_beside
from claimcheck.link.identity import Name, shared
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.report.words import listing
from claimcheck.rules.changed_words import is_short
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import named, place_evidence, sides

# Documents farther apart in time may find somebody in another post.
NEAR = timedelta(days=180)
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
            one_of_several = re.search(rf"\ban? (?:[\w’'-]+ ){{0,3}}?{re.escape(role)}\b", around, re.IGNORECASE)
            if role in of_one_body() and not one_of_several and not is_past_or_future(around):
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
    words |= {rung.removesuffix(" minister") for rung in rungs if rung.endswith(" minister")}  # "foreign and finance"
    return any(re.search(rf"\b{re.escape(word)}", text) for word in words)


def _one_body(a: Collection[str], b: Collection[str]) -> bool:
    """Are two bodies one, by its name and by its initials?"""
    bodies = [[rung.partition(" of ")[2] for rung in rungs] for rungs in (a, b)]
    return any(x and y and (is_short(x, y) or is_short(y, x)) for x in bodies[0] for y in bodies[1])


def _long_after(story: Story, a: int, b: int) -> bool:
    """May somebody well have changed post between the two?"""
    days = [story.documents[d].document.published.on for d in (a, b)]
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > NEAR


def _conflicts(
    story: Story, rule: Rule, full: str, placed: Sequence[Placed], what: str = "rank"
) -> Iterator[Finding]:
    """The first two documents of which each has rungs that the other one has not, and none in common."""
    rungs = {d: {p[3] for p in placed if p[0] == d} for d in sorted({p[0] for p in placed})}
    for a, b in combinations(rungs, 2):
        excused = rungs[a] & rungs[b] or _long_after(story, a, b) or _one_body(rungs[a], rungs[b])
        if not excused and not _known(story, a, rungs[b]) and not _known(story, b, rungs[a]):
            sources = listing(named(story, a, b))
            found = [next(p for p in placed if p[0] == d) for d in (a, b)]
            shown = tuple(place_evidence(story, d, span, rung) for d, span, _, rung in found)
            yield Finding(
                Verdict.TENSION, rule.name, f"{what} of {full}", sides(shown), shown,
                condition=f"both hold only if {full} changed {what} between the reports of {sources}",
                key=f"name:{full.lower()}",
                independent=story.independent(a, b),
            )
            return
