"""Findings held against labels: what is right, missed, unexpected, forbidden.

A finding meets a label when two of its evidence spans, in two documents, meet the two sides of the label: they overlap,
or for what is not a figure they stand in its sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.expectations.labels import ALARMS, REVIEWED, Label, Place, Side
from claimcheck.model.finding import Evidence, Finding

LOOSE = frozenset({"negation", "attribution", "entity", "order", "other", "rank"})
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+|\n+")
NO_RULE = "(no rule named)"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One story judged. `right` are the alarms that were expected, `repeats` among them; `optional` expectations count
    neither way; `forbidden` pairs a look-alike with the alarm on it, which stands in `unexpected` too. `unlabelled` are
    alarms of a story under review of which nobody has said anything yet: they count neither way."""

    right: tuple[tuple[Finding, Label], ...]
    missed: tuple[Label, ...]
    unexpected: tuple[Finding, ...]
    forbidden: tuple[tuple[Label, Finding], ...]
    unlabelled: tuple[Finding, ...] = ()

    @property
    def passed(self) -> bool:
        return not (self.missed or self.unexpected)


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How one rule did on the alarms; None where there is nothing to divide by."""

    rule: str
    right: int
    unexpected: int
    missed: int

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.unexpected) if self.right + self.unexpected else None

    @property
    def recall(self) -> float | None:
        return self.right / (self.right + self.missed) if self.right + self.missed else None


def judge(
    findings: Sequence[Finding], expect: Sequence[Label], forbid: Sequence[Label], texts: Mapping[str, str]
) -> Outcome:
    """The verdict of a finding, and its rule where the label names one, must be those of the label."""
    right, unexpected, forbidden, unlabelled = [], [], [], []
    reviewed = any(label.why == REVIEWED for label in (*expect, *forbid))
    met: set[int] = set()
    for finding in findings:
        labels = [label for label in expect if label.verdict == finding.verdict.value
                  and label.rule in ("", finding.rule) and covers(finding, label, texts)]
        met |= {label.row for label in labels}
        if finding.verdict.value not in ALARMS:
            continue
        if labels:
            right.append((finding, labels[0]))
            continue
        if reviewed and not any(covers(finding, label, texts) for label in (*expect, *forbid)):
            unlabelled.append(finding)
            continue
        unexpected.append(finding)
        forbidden += [(label, finding) for label in forbid if covers(finding, label, texts)]
    missed = tuple(label for label in expect if label.row not in met and not label.optional)
    return Outcome(tuple(right), missed, tuple(unexpected), tuple(forbidden), tuple(unlabelled))


def score_rules(outcomes: Iterable[Outcome]) -> tuple[RuleScore, ...]:
    """Alarms by rule: an expectation is missed by the rule that it names."""
    right, unexpected, missed = Counter[str](), Counter[str](), Counter[str]()
    for outcome in outcomes:
        right.update(finding.rule for finding, label in outcome.right if not label.optional)
        unexpected.update(finding.rule for finding in outcome.unexpected)
        missed.update(label.rule or NO_RULE for label in outcome.missed if label.verdict in ALARMS)
    rules = sorted({*right, *unexpected, *missed})
    return tuple(RuleScore(rule, right[rule], unexpected[rule], missed[rule]) for rule in rules)


def below(finding: Finding, prefix: str) -> Finding:
    """The finding with its documents named as a story.toml behind `prefix` names them."""
    sides = (replace(e, document=e.document.removeprefix(prefix)) for e in finding.evidence)
    return replace(finding, evidence=tuple(sides))


def covers(finding: Finding, label: Label, texts: Mapping[str, str]) -> bool:
    """Whether the evidence meets both sides of the label; what is not to be reported is named by its exact words."""
    loose = bool(label.verdict) and label.type in LOOSE and finding.verdict.value != "agreement"
    return touches(finding, label, texts, loose=loose)


def touches(finding: Finding, label: Label, texts: Mapping[str, str], *, loose: bool) -> bool:
    """Whether the evidence overlaps the words of both sides or, if `loose`, their sentences."""
    sides = (label.a, label.b)
    return all(any(_meets(e, side, texts[side.document], loose) for e in finding.evidence) for side in sides)


def _meets(evidence: Evidence, side: Side, text: str, loose: bool) -> bool:
    if evidence.document != side.document:
        return False
    places = [_sentences(text, place) for place in side.places] if loose else side.places
    return any(evidence.span.start < end and start < evidence.span.end for start, end in places)


def _sentences(text: str, place: Place) -> Place:
    """The place widened to whole sentences, by punctuation alone: the judge uses nothing of what it judges."""
    start, end = 0, len(text)
    for match in _SENTENCE_END.finditer(text):
        if match.end() <= place[0]:
            start = match.end()
        elif match.start() >= place[1] - 1:
            end = match.start()
            break
    return start, end
