"""One line a finding: ``path:line:column: verdict rule message [fingerprint]``, in the order of the places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.report import StoryReport
from claimcheck.report.brief import gist, path, place
from claimcheck.report.options import Options
from claimcheck.report.words import clean

_Row = tuple[tuple[str, int, int, int, str, str], str]


def render(stories: Sequence[StoryReport], options: Options) -> str:
    """Failures first, without a place; "" where there is nothing to say."""
    rows = sorted(row for story in stories for row in _rows(story, options))
    return "".join(f"{line}\n" for line in (*_failures(stories), *(line for _, line in rows)))


def _failures(stories: Sequence[StoryReport]) -> Iterator[str]:
    for story in stories:
        for failure in story.report.failures:
            yield f"{clean(path(failure.subject))}: failure {clean(failure.stage)} {clean(failure.message)}"


def _rows(story: StoryReport, options: Options) -> Iterator[_Row]:
    for finding in options.shown(story.report):
        if finding.evidence:
            yield _key(finding), _line(finding)


def _key(finding: Finding) -> tuple[str, int, int, int, str, str]:
    first = finding.evidence[0]
    gravity = tuple(Verdict).index(finding.verdict)
    return path(first.document), first.line, first.column, gravity, finding.rule, finding.fingerprint


def _line(finding: Finding) -> str:
    first, *others = finding.evidence
    also = ", ".join(place(side) for side in others)
    against = f" (with {also})" if also else ""
    what = f"{finding.verdict.value} {finding.rule} {gist(finding)}"
    return f"{place(first)}: {what}{against} [{finding.fingerprint}]"
