"""``claimcheck test``."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.check import check_stories
from claimcheck.cli.about import report_options
from claimcheck.cli.cache import tell_unkept, usable
from claimcheck.cli.check import FOUND, NO_STORY, TROUBLE, Run, find, left_out, progress_of
from claimcheck.cli.output import complain, replace_file, write
from claimcheck.cli.settings import rule_names
from claimcheck.config import Settings
from claimcheck.config.load import Loaded
from claimcheck.corpus import Gathered, read_story
from claimcheck.corpus.inside import place_inside, read_inside
from claimcheck.corpus.manifest import open_manifest
from claimcheck.corpus.story import MANIFEST
from claimcheck.errors import ClaimcheckError, InputError, UsageError
from claimcheck.expectations.judge import Outcome, RuleScore, below, judge, score_rules
from claimcheck.expectations.labels import Label, read_labels
from claimcheck.model.finding import Finding
from claimcheck.model.limits import DEFAULTS, Limits
from claimcheck.model.report import Failure, Report, StoryReport
from claimcheck.report.brief import gist, place
from claimcheck.report.words import clean, count, failure_of
from claimcheck.rules.selection import why_off
from claimcheck.toml import parse_toml


@dataclass(frozen=True, slots=True)
class Tested:
    """A story with what is said about it. Documents go by the path that its story.toml gives them."""

    story: Gathered
    path: Path  # of the story.toml, there or not
    name: str  # the same, as shown
    texts: Mapping[str, str]
    expect: tuple[Label, ...]
    forbid: tuple[Label, ...]

    @property
    def prefix(self) -> str:
        return self.name[: -len(MANIFEST)]


def run(paths: Sequence[str], loaded: Loaded, how: Run, *, update: bool = False) -> int:
    """Hold every story that has expectations against them. 1 on any difference, 2 where a story cannot be tested.

    With `update` write what is found into the story.toml of every story in a folder, which is made if there is none.
    """
    gathering = find(paths, loaded.settings)
    for note in left_out(gathering):
        complain(note)
    tested, broken = [], []
    for story in gathering.stories:
        try:
            if story.fault:
                raise InputError(story.fault)
            if story.manifest or (update and all(entry.path for entry in story.entries)):
                tested.append(labels_of(story, loaded.settings.limits))
        except ClaimcheckError as error:
            broken.append(StoryReport(story.name, Report((), failures=(Failure("read", story.name, str(error)),))))
    tested = [test for test in tested if update or test.expect or test.forbid]
    with progress_of([t.story for t in tested], how.look) as progress:
        stories = check_stories([t.story for t in tested], usable(loaded.settings), jobs=how.jobs, progress=progress)
    tell_unkept(story.unkept for story in stories)
    outcomes = [_judged(test, story) for test, story in zip(tested, stories, strict=True)]
    faults = [failure for story in (*broken, *stories) for failure in story.report.failures]
    for fault in faults:
        complain(failure_of(fault))
    nothing = not tested and not how.allow_empty
    if update and not (faults or nothing):
        return _update(tested, outcomes, loaded.settings)
    if update:
        if not faults:
            complain(f"rows have no {MANIFEST}; put the articles into a folder" if gathering.stories else NO_STORY)
        return TROUBLE
    for line in _told(tested, outcomes, loaded.settings) if tested or not faults else ():
        print(line)
    if nothing and not faults:
        print(f"write [[expect]] and [[forbid]] in a {MANIFEST}, or let `claimcheck test --update` write them")
    reports = [_as_report(*row, loaded.settings) for row in zip(tested, stories, outcomes, strict=True)]
    for target in how.targets:
        write([*broken, *reports], target, replace(how.look, quiet=True), report_options(loaded.settings))
    if faults or nothing:
        return TROUBLE
    return 0 if all(outcome.passed for outcome in outcomes) else FOUND


def manifest_name(story: Gathered) -> str:
    """The path of its story.toml as shown, whether or not there is one."""
    return MANIFEST if story.name == "." else f"{story.name}/{MANIFEST}"


def labels_of(story: Gathered, limits: Limits = DEFAULTS) -> Tested:
    """Nothing is expected where there is no story.toml yet. Raises ConfigError where its expectations do not fit its
    texts, InputError where it is out of reach by now."""
    name = manifest_name(story)
    path = story.manifest or Path(name)
    file = open_manifest(path, name, story.reach) if os.path.lexists(path) else parse_toml("", name)
    prefix = name[: -len(MANIFEST)]
    texts = {d.id.removeprefix(prefix): d.text for d in read_story(story, limits=limits).documents}
    expect, forbid = read_labels(file, texts, rule_names())
    return Tested(story, path, name, texts, expect, forbid)


def _judged(test: Tested, story: StoryReport) -> Outcome:
    findings = [below(finding, test.prefix) for finding in story.report.findings]
    return judge(findings, test.expect, test.forbid, test.texts)


def _told(tested: Sequence[Tested], outcomes: Sequence[Outcome], settings: Settings) -> Iterator[str]:
    for test, outcome in zip(tested, outcomes, strict=True):
        yield from (f"{where}: {message}" for where, message in _differences(test, outcome, settings))
    passed = sum(outcome.passed for outcome in outcomes)
    unlabelled = sum(len(outcome.unlabelled) for outcome in outcomes)
    left = f"; {count(unlabelled, 'finding')} not labelled yet" if unlabelled else ""
    yield f"{count(len(tested), 'story', 'stories')} with expectations: {passed} as expected{left}"
    scores = score_rules(outcomes)
    if scores:
        yield ""
        yield from _table(scores)


def _differences(test: Tested, outcome: Outcome, settings: Settings) -> Iterator[tuple[str, str]]:
    """Where, and what is different there."""
    forbidden = {finding: label for label, finding in outcome.forbidden}
    for label in outcome.missed:
        rule = f" {label.rule}" if label.rule else ""
        off = why_off(label.rule, settings)
        told = f"not looked for, {label.rule} is {off}" if off else "not found"
        yield label.where, f"{told}: {label.verdict}{rule}: {_sides(label)}"
    for finding in outcome.unexpected:
        if finding in forbidden:
            label = forbidden[finding]
            yield label.where, f"found, and forbidden: {_brief(test, finding)}" + (f" ({label.why})" * bool(label.why))
        else:
            yield test.name, f"not expected: {_brief(test, finding)}"


def _sides(label: Label) -> str:
    sides = " / ".join(f"{clean(side.document)}: “{clean(side.quote)}”" for side in (label.a, label.b))
    return f"{sides} ({clean(label.why)})" if label.why else sides


def _brief(test: Tested, finding: Finding) -> str:
    at = ", ".join(test.prefix + place(side) for side in finding.evidence)
    return f"{finding.verdict.value} {finding.rule}: {gist(finding)} ({at})"


def _table(scores: Sequence[RuleScore]) -> Iterator[str]:
    width = max(len(score.rule) for score in scores)
    yield f"{'rule':{width}}  right  unexpected  missed  precision  recall"
    for s in scores:
        precision, recall = (f"{value:.2f}" if value is not None else "-" for value in (s.precision, s.recall))
        yield f"{s.rule:{width}}  {s.right:5}  {s.unexpected:10}  {s.missed:6}  {precision:>9}  {recall:>6}"


def _as_report(test: Tested, story: StoryReport, outcome: Outcome, settings: Settings) -> StoryReport:
    """Differences as failures, so that every format can say them; what is as expected is no finding to worry about."""
    failures = tuple(Failure("expectation", where, message) for where, message in
                     _differences(test, outcome, settings))
    return replace(story, report=replace(story.report, findings=(), failures=(*story.report.failures, *failures)))


def _update(tested: Sequence[Tested], outcomes: Sequence[Outcome], settings: Settings) -> int:
    """What a rule is expected to find that does not run stays as it is."""
    from claimcheck.expectations.update import updated

    changed = 0
    for test, found in zip(tested, outcomes, strict=True):
        outcome = replace(found, missed=tuple(m for m in found.missed if not why_off(m.rule, settings)))
        if outcome.passed:
            continue
        try:
            place = place_inside(test.path, test.name, test.story.reach)
            data = read_inside(test.path, test.name, test.story.reach) if os.path.exists(place) else b""
            replace_file(place, updated(data.decode("utf-8-sig"), outcome, test.texts))
        except OSError as error:
            raise UsageError(f"{test.name}: cannot be written ({error.strerror}); check the folder") from None
        changed += 1
        print(f"{test.name}: {len(outcome.unexpected)} added, {len(outcome.missed)} taken out; review it")
    print(f"{count(changed, 'story', 'stories')} of {len(tested)} written")
    if tested and not changed and not any(test.expect or test.forbid for test in tested):
        print("no contradiction or tension is found: there is nothing to expect")
    return 0
