"""The alarms as JUnit XML: a suite for each story, a case for each rule, so that a case keeps its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from claimcheck.model.finding import Finding
from claimcheck.model.report import Failure, StoryReport
from claimcheck.report.brief import gist, in_words, path, tally
from claimcheck.report.options import ALARMS, Options, alarms
from claimcheck.report.words import clean

# Everything but the characters of XML 1.0, section 2.2.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OUTCOMES = ("failure", "error", "skipped")


@dataclass(frozen=True, slots=True)
class _Case:
    """What one rule came to in one story; `failures` are those of the program, not of the articles."""

    name: str
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()


def render(stories: Sequence[StoryReport], options: Options) -> str:
    """A case fails by a finding at or above what the run fails on; milder ones stand in its output. An expectation
    fails where it is not met. A case is in error where the rule or a document failed, and skipped, not passed, where
    nothing could be compared."""
    root = ElementTree.Element("testsuites", name="claimcheck")
    for story in stories:
        suite = ElementTree.SubElement(root, "testsuite", name=_text(story.name or "claimcheck"))
        for case in _cases(story, options):
            _write(suite, case, story, options)
        _count(suite, suite)
    _count(root, root)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _cases(story: StoryReport, options: Options) -> list[_Case]:
    found: dict[str, list[Finding]] = {rule.name: [] for rule in options.rules if set(rule.verdicts) & set(ALARMS)}
    for finding in sorted(alarms(story.report), key=lambda finding: finding.rule):
        found.setdefault(finding.rule, []).append(finding)
    failed: dict[str, list[Failure]] = {}
    for failure in story.report.failures:
        name = failure.subject if failure.stage == "rule" else f"{failure.stage} {path(failure.subject)}"
        failed.setdefault(name, []).append(failure)
    names = list(dict.fromkeys((*failed, *found))) or ["comparison"]
    return [_Case(name, tuple(found.get(name, ())), tuple(failed.get(name, ()))) for name in names]


def _write(suite: ElementTree.Element, case: _Case, story: StoryReport, options: Options) -> None:
    failing = [finding for finding in case.findings if options.fails(finding)]
    others = [finding for finding in case.findings if not options.fails(finding)]
    element = ElementTree.SubElement(suite, "testcase", classname=suite.get("name", ""), name=_text(case.name))
    if failing and failing[0].evidence:
        first = failing[0].evidence[0]
        element.set("file", _text(path(first.document)))
        element.set("line", str(first.line))
    if case.failures:
        messages = "\n".join(clean(failure.message) for failure in case.failures)
        stage = case.failures[0].stage
        tag = "failure" if stage == "expectation" else "error"
        _child(element, tag, messages, message=clean(case.failures[0].message), type=stage)
    elif failing:
        more = f" (and {len(failing) - 1:,} more)" if len(failing) > 1 else ""
        _child(element, "failure", _told(failing), message=gist(failing[0]) + more, type=failing[0].verdict.value)
    elif not story.report.comparable:
        _child(element, "skipped", "", message="nothing could be compared")
    beside = others + (failing if case.failures else [])
    if beside:
        _child(element, "system-out", f"{tally(beside)}\n{_told(beside)}")


def _told(findings: Sequence[Finding]) -> str:
    return "\n".join(
        "\n".join((f"{f.verdict.value}: {gist(f)} [{f.fingerprint}]", *(f"  {in_words(side)}" for side in f.evidence)))
        for f in findings
    )


def _child(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> None:
    child = ElementTree.SubElement(parent, tag, {name: _text(value) for name, value in attributes.items()})
    child.text = _text(text) or None


def _count(element: ElementTree.Element, within: ElementTree.Element) -> None:
    """Set the totals of the cases `within`, as readers of JUnit files want them on suites and on the whole."""
    element.set("tests", str(len(list(within.iter("testcase")))))
    for outcome, attribute in zip(_OUTCOMES, ("failures", "errors", "skipped"), strict=True):
        element.set(attribute, str(len(list(within.iter(outcome)))))


def _text(text: str) -> str:
    return _NOT_XML.sub("�", text)
