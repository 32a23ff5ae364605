"""The alarms as a GitLab Code Quality report: docs.gitlab.com/ci/testing/code_quality."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import StoryReport
from claimcheck.report.brief import end, gist, path, place
from claimcheck.report.options import Options, alarms

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(stories: Sequence[StoryReport], options: Options) -> str:
    """A JSON array; `options` change nothing, as GitLab compares whole reports with each other."""
    seen: Counter[str] = Counter()
    issues = []
    for story in stories:
        for finding in alarms(story.report):
            if finding.evidence:
                issues.append(_issue(finding, seen[finding.fingerprint]))
                seen[finding.fingerprint] += 1
    return json.dumps(issues, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _issue(finding: Finding, before: int) -> dict[str, Any]:
    """GitLab shows one issue for each fingerprint: the `before` ones that have the same are told apart by number."""
    first, *others = finding.evidence
    also = ", ".join(place(side) for side in others)
    return {
        "description": f"{finding.verdict.value}: {gist(finding)}" + (f" (with {also})" if also else ""),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint + (f"-{before + 1}" if before else ""),
        "severity": _SEVERITY[finding.severity],
        "location": {"path": path(first.document), "lines": {"begin": first.line, "end": end(first)[0]}},
    }
