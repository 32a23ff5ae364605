"""A language model that the user named takes two linked statements for a contradiction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.model.finding import Finding, Verdict
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import finding, place_evidence

_MESSAGE = "no rule set these two statements against each other; a language model says that not both can be true"

_VALUE = "excluded by the other"


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    for pair, judged in story.judged:
        found = finding(story, rule, Verdict.TENSION, (pair.a, pair.b), _MESSAGE, key=pair.key,
                        guards=pair.alignment.passed)
        sides = tuple(place_evidence(story, s.document, s.claim.span, _VALUE) for s in (pair.a, pair.b))
        yield replace(found, evidence=sides, judged=judged)
