"""The report for GitLab's Code Quality."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
from conftest import Golden
from hypothesis import given, settings
from report_samples import ANY_STORIES, NONE, OPTIONS, SEVERAL, finding, report_of

from claimcheck.model.finding import Verdict
from claimcheck.model.report import StoryReport
from claimcheck.report.gitlab import render

# What docs.gitlab.com/ci/testing/code_quality asks for.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object", "required": ["path", "lines"], "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "not": {"pattern": r"^\./"}},
                    "lines": {
                        "type": "object", "required": ["begin"], "additionalProperties": False,
                        "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer"}},
                    },
                },
            },
        },
    },
}


def _issues(stories: tuple[StoryReport, ...]) -> list[dict[str, Any]]:
    issues: list[dict[str, Any]] = json.loads(render(stories, OPTIONS))
    jsonschema.Draft202012Validator(SCHEMA).validate(issues)
    return issues


def test_gitlab_report_is_as_reviewed(golden: Golden) -> None:
    """The issues of the sample story."""
    golden("report.gitlab.json", render(SEVERAL, OPTIONS))


@settings(max_examples=40, deadline=None)
@given(ANY_STORIES)
def test_reports_have_the_shape(stories: tuple[StoryReport, ...]) -> None:
    """Every report is what GitLab reads, and no two issues share a fingerprint, which would hide one."""
    fingerprints = [issue["fingerprint"] for issue in _issues(stories)]
    assert len(fingerprints) == len(set(fingerprints))


def test_severity_follows_the_verdict() -> None:
    """Contradiction, tension and update are major, minor and info; nothing else is an issue."""
    made = (finding(number, verdict) for number, verdict in enumerate(Verdict))
    issues = _issues((StoryReport("", report_of(*made)),))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]


def test_nothing_found_is_an_empty_list() -> None:
    """GitLab takes an empty report for a clean one, and no file for none."""
    assert _issues(NONE) == []
