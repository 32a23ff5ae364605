"""The JUnit report: what fails, what is in error, what was not checked."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from conftest import Golden
from hypothesis import given, settings
from report_samples import ANY_STORIES, FAIL_ON_TENSION, NONE, ONE, OPTIONS, SEVERAL, finding, report_of

from claimcheck.model.finding import Verdict
from claimcheck.model.report import Failure, StoryReport
from claimcheck.report.junit import render
from claimcheck.report.options import Options

# Element -> the attributes and children that readers of JUnit files know (Jenkins' xunit schema, GitLab).
KNOWN = {
    "testsuites": ({"name", "tests", "failures", "errors", "skipped"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"classname", "name", "file", "line"}, {"failure", "error", "skipped", "system-out"}),
    "failure": ({"message", "type"}, set[str]()),
    "error": ({"message", "type"}, set[str]()),
    "skipped": ({"message"}, set[str]()),
    "system-out": (set[str](), set[str]()),
}


def _read(stories: tuple[StoryReport, ...], options: Options = OPTIONS) -> ElementTree.Element:
    """The report, after its shape and its totals have been checked."""
    root = ElementTree.fromstring(render(stories, options).encode())
    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, children = KNOWN[element.tag]
        assert set(element.keys()) <= attributes
        assert {child.tag for child in element} <= children
    for element in (root, *root.iter("testsuite")):
        assert int(element.get("tests", "")) == len(list(element.iter("testcase")))
        for tag, total in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert int(element.get(total, "")) == len(list(element.iter(tag)))
    return root


def _outcomes(suite: ElementTree.Element) -> dict[str, list[str]]:
    return {case.get("name", ""): [child.tag for child in case] for case in suite.iter("testcase")}


def test_junit_report_is_as_reviewed(golden: Golden) -> None:
    """The file of the sample story and of one that failed."""
    golden("report.junit.xml", render(SEVERAL, OPTIONS))


@pytest.mark.parametrize("stories", [(), NONE, ONE, SEVERAL], ids=["no stories", "nothing found", "one", "several"])
def test_reports_have_the_shape(stories: tuple[StoryReport, ...]) -> None:
    """There is a suite for every story, with right totals."""
    assert len(_read(stories)) == len(stories)


@settings(max_examples=40, deadline=None)
@given(ANY_STORIES)
def test_any_text_is_xml(stories: tuple[StoryReport, ...]) -> None:
    """No article, path or message breaks the file: characters that XML lacks are replaced."""
    _read(stories)


def test_rules_are_cases() -> None:
    """Each rule that can raise an alarm is a case of each story, passed where it found nothing."""
    outcomes = _outcomes(_read(ONE))
    assert outcomes["quantity-mismatch"] == ["failure"]
    assert outcomes["date-mismatch"] == []
    assert "same-date" not in outcomes


def test_milder_findings_are_output() -> None:
    """What the run does not fail on stands in the output of a case that passes."""
    assert _outcomes(_read(ONE))["comparison-conflict"] == ["system-out"]
    assert _outcomes(_read(ONE, FAIL_ON_TENSION))["comparison-conflict"] == ["failure"]


def test_known_findings_do_not_fail() -> None:
    """A finding of the baseline passes."""
    known, new = finding(1), finding(2)
    stories = (StoryReport("", report_of(known, new)),)
    options = replace(OPTIONS, known=frozenset({known.fingerprint}))
    case = next(c for c in _read(stories, options).iter("testcase") if c.get("name") == "quantity-mismatch")
    assert "measure 2" in (case.findtext("failure") or "")
    assert "measure 1" in (case.findtext("system-out") or "")
    all_known = replace(OPTIONS, known=frozenset({known.fingerprint, new.fingerprint}))
    assert _read(stories, all_known).get("failures") == "0"


def test_failures_of_the_program_are_errors() -> None:
    """A rule or a document that failed is in error, with what the rule had found before beside it."""
    failures = (Failure("rule", "quantity-mismatch", "broke"), Failure("read", "a.txt", "a.txt: empty"))
    outcomes = _outcomes(_read((StoryReport("", report_of(finding(), failures=failures)),)))
    assert outcomes["quantity-mismatch"] == ["error", "system-out"]
    assert outcomes["read a.txt"] == ["error"]


def test_what_was_not_compared_is_skipped() -> None:
    """Where nothing could be compared no rule passes."""
    suite = _read(SEVERAL)[1]
    assert _outcomes(suite) == {"quantity-mismatch": ["error"], "date-mismatch": ["skipped"]}


def test_several_findings_are_one_failure() -> None:
    """Readers show one failure a case: it counts the others and lists them all."""
    stories = (StoryReport("s", report_of(finding(1), finding(2, Verdict.TENSION), finding(3))),)
    (failure,) = _read(stories, FAIL_ON_TENSION).iter("failure")
    assert failure.get("message") == "measure 1: message 1 (and 2 more)"
    assert all(f"measure {number}" in (failure.text or "") for number in (1, 2, 3))
