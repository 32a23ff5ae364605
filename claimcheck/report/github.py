"""The alarms as annotations of GitHub Actions (workflow commands), and a job summary."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Failure, StoryReport
from claimcheck.report import markdown
from claimcheck.report.brief import end, gist, in_words, path, tally
from claimcheck.report.options import Options, alarms
from claimcheck.report.words import clean, count, failure_of

# GitHub shows ten annotations a level and step and drops the others without a word.
LIMIT = 10
# A step's summary may have 1 MiB; a longer one is refused as a whole.
SUMMARY_BYTES = 1_000_000

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(stories: Sequence[StoryReport], options: Options) -> str:
    """One workflow command a line: failures, then the findings that are not known; a notice counts those left out."""
    failures = [failure for story in stories for failure in story.report.failures]
    findings = [f for story in stories for f in alarms(story.report) if f.fingerprint not in (options.known or ())]
    empty = [story for story in stories if not story.report.comparable]
    room = dict.fromkeys(Severity, LIMIT)
    room[Severity.NOTE] -= 1  # for the one that says what was left out
    lines = [*_failures(failures, room), *_empty(empty, room)]
    left_out: list[Finding] = []
    # The new findings that fail the run come first: they are not to be crowded out by milder ones.
    for finding in sorted(findings, key=lambda f: not options.fails(f)):
        if room[finding.severity]:
            room[finding.severity] -= 1
            lines.append(_annotation(finding))
        else:
            left_out.append(finding)
    lines.extend(_left_out(len(failures) - LIMIT, left_out))
    return "".join(f"{line}\n" for line in lines)


def summary(stories: Sequence[StoryReport], options: Options) -> str:
    """Markdown for the file that ``GITHUB_STEP_SUMMARY`` names, cut where GitHub would refuse it."""
    return markdown.page(stories, options, limit=SUMMARY_BYTES)


def _failures(failures: Sequence[Failure], room: dict[Severity, int]) -> Iterator[str]:
    for failure in failures[: room[Severity.ERROR]]:
        room[Severity.ERROR] -= 1
        message = f"{clean(failure.stage)}: {failure_of(failure)}"
        yield _command("error", {"title": "claimcheck failure"}, message)


def _empty(stories: Sequence[StoryReport], room: dict[Severity, int]) -> Iterator[str]:
    """One warning for all stories of which nothing could be compared: they are not clean, they were not checked."""
    if stories:
        room[Severity.WARNING] -= 1
        names = ", ".join(clean(story.name) for story in stories[:LIMIT] if story.name)
        more = f" and {len(stories) - LIMIT:,} more" if len(stories) > LIMIT else ""
        where = f" in {count(len(stories), 'story', 'stories')}: {names}{more}" if names else ""
        yield _command("warning", {"title": "claimcheck"}, f"Nothing could be compared{where}")


def _annotation(finding: Finding) -> str:
    title = f"{finding.verdict.value}: {finding.rule}"
    if not finding.evidence:
        return _command(_COMMAND[finding.severity], {"title": title}, gist(finding))
    first = finding.evidence[0]
    last_line, last_column = end(first)
    where = {"file": path(first.document), "line": str(first.line), "endLine": str(last_line)}
    if last_line == first.line:  # columns are for one line only
        where |= {"col": str(first.column), "endColumn": str(last_column)}
    message = "\n".join((gist(finding), *(in_words(side) for side in finding.evidence)))
    return _command(_COMMAND[finding.severity], where | {"title": title}, message)


def _left_out(failures: int, findings: Sequence[Finding]) -> Iterator[str]:
    parts = [count(failures, "failure")] if failures > 0 else []
    parts += [tally(findings)] if findings else []
    if parts:
        message = f"Not shown here, as GitHub shows {LIMIT} annotations of a level: {', '.join(parts)}"
        yield _command("notice", {"title": "claimcheck"}, message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    fields = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {fields}::{_data(message)}"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return "".join("\ufffd" if unicodedata.category(c) == "Cc" else c for c in escaped)  # the log is shown on terminals


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
