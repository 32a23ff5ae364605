"""Figures of a program's findings on labelled stories and pairs; knows nothing of how they were found.

An alarm is a finding whose verdict is contradiction or tension. It is right when two of its evidence spans, in two
documents, meet the two sides of a labelled alarm: they overlap, or for what is not a figure they stand in its sentence.
Further alarms on the same label are repeats; an alarm on an optional label counts neither way; one on a labelled update
is false, as is every other.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from claimcheck.expectations.judge import covers
from claimcheck.model.finding import Finding

from .labels import ALARMS, NUMERIC, Label, LabelledPair, LabelledStory

Figures = dict[str, float]
CompareStory = Callable[[LabelledStory], Sequence[Finding]]
ComparePair = Callable[[LabelledPair], Sequence[Finding]]


@dataclass(slots=True)
class Score:
    """`figures` have floors under them; `by` counts (right, of) by kind, `notes` tells each miss and false alarm."""

    figures: Figures
    counts: Counter[str] = field(default_factory=Counter)
    by: dict[str, tuple[int, int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def score_stories(stories: Sequence[LabelledStory], compare: CompareStory) -> Score:
    """Alarms, updates and agreements of all stories together."""
    score = Score({})
    kinds: dict[str, list[bool]] = {}
    for story in stories:
        _score_story(story, compare(story), score, kinds)
    counts = score.counts
    score.by = {kind: (sum(found), len(found)) for kind, found in sorted(kinds.items())}
    numeric = [hit for kind, found in kinds.items() if kind in NUMERIC for hit in found]
    score.figures = {
        "alarm_precision": ratio(counts["right"], counts["right"] + counts["false"]),
        "alarm_recall": ratio(counts["found"], counts["labelled alarms"]),
        "alarm_recall_numeric": ratio(sum(numeric), len(numeric)),
        "agreement_recall": ratio(counts["agreements found"], counts["labelled agreements"]),
        "update_recall": ratio(counts["updates found"], counts["labelled updates"]),
        "false_per_document_pair": ratio(counts["false"], counts["document pairs"]),
        "alarms_on_quiet_stories": counts["on quiet stories"],
        "agreements_wrong": counts["agreements wrong"],
        "lookalikes_hit": counts["lookalikes hit"],
    }
    return score


def score_pairs(pairs: Sequence[LabelledPair], compare: ComparePair) -> Score:
    """Whether each pair raises an alarm where one belongs; `by` counts the pairs judged rightly, by group."""
    score = Score({})
    groups: dict[str, list[bool]] = {}
    for pair in pairs:
        findings = compare(pair)
        verdicts = {f.verdict.value for f in findings}
        alarm, wanted = bool(verdicts & ALARMS), pair.verdict in ALARMS
        score.counts[("hit" if wanted else "false") if alarm else ("miss" if wanted else "silent")] += 1
        groups.setdefault(pair.group, []).append(alarm == wanted)
        if alarm != wanted:
            said = "; ".join(brief(f) for f in findings if f.verdict.value in ALARMS)
            told = f"false alarm: {said}" if alarm else f"miss of a {pair.verdict}"
            score.notes.append(f"{pair.name}: {told}\n    herald: {pair.herald}\n    ledger: {pair.ledger}")
        for kind in ("agreement", "update"):
            if pair.verdict == kind:
                score.counts[f"labelled {kind}s"] += 1
                score.counts[f"{kind}s found"] += kind in verdicts
    counts = score.counts
    score.by = {group: (sum(right), len(right)) for group, right in groups.items()}
    score.figures = {
        "alarm_precision": ratio(counts["hit"], counts["hit"] + counts["false"]),
        "alarm_recall": ratio(counts["hit"], counts["hit"] + counts["miss"]),
        "agreement_recall": ratio(counts["agreements found"], counts["labelled agreements"]),
        "update_recall": ratio(counts["updates found"], counts["labelled updates"]),
        "false_alarm_rate": ratio(counts["false"], counts["false"] + counts["silent"]),
    }
    return score


def ratio(part: float, whole: float) -> float:
    """0 of 0 is 0, so that a program that says nothing is not called precise."""
    return round(part / whole, 4) if whole else 0.0


def brief(finding: Finding) -> str:
    sides = " | ".join(f"{e.document}: {' '.join(e.quote.split())} [{e.value}]" for e in finding.evidence[:4])
    return f"{finding.verdict.value} {finding.rule}: {finding.measure}: {sides}"


def _score_story(story: LabelledStory, findings: Sequence[Finding], score: Score, kinds: dict[str, list[bool]]) -> None:
    texts = {d.path: d.text for d in story.documents}
    labelled, counts = story.of(*ALARMS), score.counts
    claimed: set[int] = set()
    alarms = [f for f in findings if f.verdict.value in ALARMS]
    for alarm in alarms:
        _judge_alarm(story, alarm, labelled, claimed, score)
    for number, label in enumerate(labelled):
        kinds.setdefault(label.type, []).append(number in claimed)
        if number not in claimed:
            score.notes.append(f"{story.name}: miss of a {label.type} {_told(label)}")
    counts["stories"] += 1
    counts["document pairs"] += len(list(itertools.combinations(texts, 2)))
    counts["alarms"] += len(alarms)
    counts["labelled alarms"] += len(labelled)
    counts["found"] += len(claimed)
    counts["on quiet stories"] += len(alarms) if story.quiet else 0
    agreements = [f for f in findings if f.verdict.value == "agreement"]
    updates = [f for f in findings if f.verdict.value == "update"]
    counts["agreements"] += len(agreements)
    for agreement in agreements:
        if any(covers(agreement, label, texts) for label in labelled):
            counts["agreements wrong"] += 1
            score.notes.append(f"{story.name}: wrong {brief(agreement)}")
    for name, reported in (("agreement", agreements), ("update", updates)):
        for label in story.of(name):
            found = any(covers(f, label, texts) for f in reported)
            counts[f"labelled {name}s"] += 1
            counts[f"{name}s found"] += found
            if not found:
                score.notes.append(f"{story.name}: {name} not found {_told(label)}")


def _judge_alarm(
    story: LabelledStory, alarm: Finding, labelled: Sequence[Label], claimed: set[int], score: Score
) -> None:
    texts = {d.path: d.text for d in story.documents}
    matched = {i for i, label in enumerate(labelled) if covers(alarm, label, texts)}
    if matched:
        score.counts["repeats" if matched <= claimed else "right"] += 1
        claimed |= matched
        return
    if any(label.optional and covers(alarm, label, texts) for label in story.expect if label.verdict in ALARMS):
        score.counts["optional"] += 1
        return
    score.counts["false"] += 1
    lookalike = next((label for label in story.forbid if covers(alarm, label, texts)), None)
    score.counts["lookalikes hit"] += lookalike is not None
    as_update = any(covers(alarm, label, texts) for label in story.of("update"))
    score.counts["updates as alarms"] += as_update
    why = "labelled update" if as_update else f"{lookalike.guard}: {lookalike.why}" if lookalike else "not labelled"
    score.notes.append(f"{story.name}: false alarm ({why}) {brief(alarm)}")


def _told(label: Label) -> str:
    sides = " / ".join(f"{side.document}: {side.quote}" for side in (label.a, label.b))
    return f"({label.why}) {sides}" if label.why else sides
