"""The concise report: one line a finding, in the order of the places."""

from __future__ import annotations

import re
from dataclasses import replace

from conftest import Golden
from hypothesis import given, settings
from report_samples import ANY_STORIES, ONE, OPTIONS, SEVERAL, finding, report_of

from claimcheck.model.finding import Verdict
from claimcheck.model.report import StoryReport
from claimcheck.report.concise import render

LINE = re.compile(r"(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<verdict>[a-z-]+) [a-z-]+ .+ \[\w{16}\]")


def test_concise_report_is_as_reviewed(golden: Golden) -> None:
    """The lines of the sample story and of one that failed."""
    golden("report-concise.txt", render(SEVERAL, OPTIONS))


def test_lines_are_sorted_by_place() -> None:
    """Lines go by path, line and column as numbers, whatever the order of stories and findings."""
    lines = render(ONE, OPTIONS).splitlines()
    places = [(m["path"], int(m["line"]), int(m["column"])) for m in map(LINE.fullmatch, lines) if m]
    assert len(places) == len(lines) == len(ONE[0].report.findings)
    assert places == sorted(places)
    turned = StoryReport("", replace(ONE[0].report, findings=ONE[0].report.findings[::-1]))
    assert render([turned], OPTIONS) == render(ONE, OPTIONS)


def test_quiet_leaves_alarms() -> None:
    """With --quiet there is no line for agreements and for what one source says."""
    verdicts = {m["verdict"] for m in map(LINE.fullmatch, render(ONE, replace(OPTIONS, quiet=True)).splitlines()) if m}
    assert verdicts == {"contradiction", "tension", "update"}


def test_a_finding_without_message_shows_its_values() -> None:
    """Where a rule says nothing of its own the values stand for it."""
    made = finding(verdict=Verdict.AGREEMENT, rule="same-count", message="")
    text = render([StoryReport("", report_of(made))], OPTIONS)
    assert "agreement same-count measure 0: 45 jobs / 20 to 30 (with " in text


@settings(max_examples=40, deadline=None)
@given(ANY_STORIES)
def test_a_finding_is_one_line(stories: tuple[StoryReport, ...]) -> None:
    """Nothing in an article starts a line of its own."""
    wanted = sum(bool(f.evidence) for s in stories for f in s.report.findings)
    wanted += sum(len(s.report.failures) for s in stories)
    text = render(stories, OPTIONS)
    assert len(text.splitlines()) == text.count("\n") == wanted
