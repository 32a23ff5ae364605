"""The real program on the labelled data: the public API with its defaults, preview rules selected."""

from __future__ import annotations

from collections.abc import Sequence

import claimcheck
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report

from .labels import LabelledPair, LabelledStory, load_pairs, load_story, story_folders
from .score import Score, score_pairs, score_stories

SETTINGS = claimcheck.Settings(preview=True)


def stories_score(names: Sequence[str] = ()) -> Score:
    """Score the named stories, or all."""
    folders = [f for f in story_folders() if not names or f.name in names]
    return score_stories([load_story(f) for f in folders], compare_story)


def pairs_score(names: Sequence[str] = ()) -> Score:
    """Score the pairs of the named groups, or all."""
    return score_pairs([p for p in load_pairs() if not names or p.group in names], compare_pair)


def compare_story(story: LabelledStory) -> Sequence[Finding]:
    report = claimcheck.compare_texts(
        {d.path: d.text for d in story.documents}, published={d.path: d.published for d in story.documents},
        settings=SETTINGS,
    )
    return _whole(story.name, report)


def compare_pair(pair: LabelledPair) -> Sequence[Finding]:
    first, second = pair.published
    report = claimcheck.compare_texts(
        {"herald": pair.herald, "ledger": pair.ledger}, published={"herald": first, "ledger": second}, settings=SETTINGS
    )
    return _whole(pair.name, report)


def _whole(name: str, report: Report) -> Sequence[Finding]:
    """A rule that failed must not pass for a rule that was silent."""
    if report.failures:
        failure = report.failures[0]
        raise RuntimeError(f"{name}: {failure.stage} {failure.subject}: {failure.message}")
    return report.findings
