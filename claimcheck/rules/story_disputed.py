"""One source calls the story untrue that another one tells as fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.model.claim import Claim, Factuality
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.report.words import listing
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import place_evidence

# So many places of the denial are shown, and so many claims of the account that stand nearest to it.
MAX_DENIALS, MAX_TOLD = 3, 3
# The opening claims of an account say what it is about.
OPENING = 3
# So many words the openings of the two must share to be about one story.
COMMON = 2
_SAYS_WHAT = re.compile(r" (?:that|of|about)\b")
_TOLD = frozenset({Factuality.ASSERTED, Factuality.REPORTED})


Told = dict[tuple[int, int], list[Span]]


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    """One finding a story: every source that calls it untrue, and every one that tells it."""
    told = {(a, b): _told(story, a, b) for a, disputing in enumerate(story.documents) if disputing.falsities
            for b, telling in enumerate(story.documents) if a != b and not telling.doubtful}
    told = {pair: spans for pair, spans in told.items() if spans}
    if told:
        yield _finding(story, rule, told)


def _finding(story: Story, rule: Rule, told: Told) -> Finding:
    disputing, telling = (sorted(set(side)) for side in zip(*told, strict=True))
    denials = {(a, span, "untrue") for a in disputing for span in story.documents[a].falsities[:MAX_DENIALS]}
    accounts = {(b, span, "told as fact") for (_, b), spans in told.items() for span in spans}
    return Finding(
        Verdict.TENSION, rule.name, "whether the story is true",
        f"called untrue by {_sources(story, disputing)}, told as fact by {_sources(story, telling)}",
        tuple(place_evidence(story, d, span, value) for d, span, value in sorted(denials | accounts)),
        condition="both hold only if they speak of different stories", key="falsity",
        independent=any(story.independent(a, b) for a, b in told),
    )


def _sources(story: Story, documents: Sequence[int]) -> str:
    return listing(story.documents[d].document.source for d in documents)


def _told(story: Story, a: int, b: int) -> list[Span]:
    """The claims of `b` that share most with the opening of `a` and with what it says around its denials."""
    document = story.documents[a].document
    if all(_SAYS_WHAT.match(document.text, span.end) for span in story.documents[a].falsities):
        denied, least = _around(story, a), COMMON + 1  # "denied reports that it planned to sell": only that
    else:
        denied, least = _opening(story, a) | _around(story, a), COMMON
    claims = [c for c in story.documents[b].claims if c.factuality in _TOLD and not any(f.negated for f in c.facts)]
    scored = sorted(((len(c.words & denied), -c.span.start, c) for c in claims if c.words), key=lambda row: row[:2])
    best = [c for common, _, c in reversed(scored) if common >= least][:MAX_TOLD]
    first = [c for c in claims[:OPENING] if len(c.words & denied) >= least]
    return sorted({c.span for c in (*best, *first[:1])}) if first or best else []


def _opening(story: Story, document: int) -> frozenset[str]:
    return _words(story.documents[document].claims[:OPENING])


def _around(story: Story, document: int) -> frozenset[str]:
    return _words([c for span in story.documents[document].falsities for c in story.claims_at(document, span.start)])


def _words(claims: list[Claim] | tuple[Claim, ...]) -> frozenset[str]:
    return frozenset().union(*(c.words for c in claims))
