"""Annotations and job summary for GitHub Actions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from conftest import Golden
from hypothesis import given, settings
from report_samples import ANY_STORIES, NONE, ONE, OPTIONS, SEVERAL, finding, report_of

from claimcheck.model.finding import Verdict
from claimcheck.model.report import Failure, StoryReport
from claimcheck.report.github import LIMIT, SUMMARY_BYTES, render, summary

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\r\n]*)(?:,\w+=[^,:\r\n]*)*)::([^\r\n]*)")


def _unescaped(text: str) -> str:
    """As the runner of GitHub Actions reads it."""
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def _commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Level, properties and message of every line; each line is a command."""
    found = []
    for line in text.split("\n")[:-1]:
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(field.split("=", 1) for field in match[2].split(","))
        found.append((match[1], {k: _unescaped(v) for k, v in properties.items()}, _unescaped(match[3])))
    return found


def test_annotations_are_as_reviewed(golden: Golden) -> None:
    """The annotations of the sample story and of one that failed."""
    golden("report-github.txt", render(SEVERAL, OPTIONS))


def test_summary_is_the_markdown_report() -> None:
    """What fits is the report in Markdown."""
    assert summary(SEVERAL, OPTIONS).startswith("# claimcheck\n\n2 stories: ")


def test_annotation_is_at_the_words() -> None:
    """File, line and columns are those of the first side; the message has all sides."""
    level, properties, message = _commands(render(ONE, OPTIONS))[0]
    assert level == "error"
    assert properties == {
        "file": "desk/herald.txt", "line": "5", "endLine": "5", "col": "47", "endColumn": "54",
        "title": "contradiction: quantity-mismatch",
    }
    assert message.startswith("number of jobs that will go: Herald says 45, Ledger between 20 and 30\nHerald, 5 March")
    assert "desk/ledger.txt:1:18" in message


def test_columns_are_left_out_over_lines() -> None:
    """GitHub takes columns on one line only."""
    made = finding(evidence=(ONE[0].report.findings[2].evidence[1],))
    _, properties, _ = _commands(render([StoryReport("", report_of(made))], OPTIONS))[0]
    assert (properties["line"], properties["endLine"], "col" in properties) == ("1", "2", False)


@settings(max_examples=40, deadline=None)
@given(ANY_STORIES)
def test_an_article_cannot_write_commands(stories: tuple[StoryReport, ...]) -> None:
    """Every line is one of ours, whatever stands in articles and paths."""
    wanted = sum(len(story.report.failures) for story in stories) + bool(stories)
    wanted += sum(f.verdict in list(Verdict)[:3] for story in stories for f in story.report.findings)
    assert len(_commands(render(stories, OPTIONS))) == wanted


def test_levels_are_capped_and_say_so() -> None:
    """At most ten of a level, the notice that counts the others included."""
    many = [finding(number, verdict) for number in range(15) for verdict in list(Verdict)[:3]]
    commands = _commands(render([StoryReport("", report_of(*many))], OPTIONS))
    assert Counter(level for level, _, _ in commands) == {"error": LIMIT, "warning": LIMIT, "notice": LIMIT}
    assert commands[-1][2].endswith("5 contradictions, 5 tensions, 6 updates")


def test_failures_are_capped_too() -> None:
    """Failures come first, and those left out are counted with the findings."""
    failures = tuple(Failure("read", f"{n}.txt", "empty") for n in range(12))
    commands = _commands(render([StoryReport("", report_of(finding(), failures=failures))], OPTIONS))
    assert [level for level, _, _ in commands] == ["error"] * LIMIT + ["notice"]
    assert commands[-1][2].endswith("2 failures, 1 contradiction")


def test_known_findings_are_not_annotated() -> None:
    """A finding of the baseline is no news on a pull request."""
    known, new = finding(1), finding(2)
    text = render([StoryReport("", report_of(known, new))], replace(OPTIONS, known=frozenset({known.fingerprint})))
    assert "measure 2" in text
    assert "measure 1" not in text


def test_nothing_compared_is_not_clean() -> None:
    """No output means that nothing was found; that nothing was compared is a warning."""
    assert render(NONE, OPTIONS) == ""
    assert "Nothing could be compared in 1 story: stories/other" in render(SEVERAL, OPTIONS)


def test_summary_stays_within_the_limit() -> None:
    """GitHub refuses a summary that is too long as a whole: ours is cut between two findings and says so."""
    long = [finding(number, message="ä" * 2_000) for number in range(400)]
    text = summary([StoryReport("", report_of(*long))], OPTIONS)
    assert SUMMARY_BYTES - 10_000 < len(text.encode()) <= SUMMARY_BYTES
    assert text.endswith("\nThe rest is left out: the page would be too long.\n")
