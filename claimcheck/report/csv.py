"""The findings as a table: one row for each side of a finding."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.report import StoryReport
from claimcheck.report.brief import end, path
from claimcheck.report.options import Options
from claimcheck.report.words import clean

COLUMNS = (
    "story", "finding", "side", "verdict", "severity", "rule", "measure", "message", "condition", "independent",
    "fingerprint", "document", "line", "column", "end_line", "end_column", "quote", "value", "source", "published",
    "speaker", "factuality", "note",
)
# A spreadsheet would run what begins so, and the words come from anybody's article.
_FORMULA = ("=", "+", "-", "@")


def render(stories: Sequence[StoryReport], options: Options) -> str:
    """RFC 4180 with a heading, but lines end in a line feed. Text is on one line, and never a formula: an apostrophe
    stands before what would be one."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for story in stories:
        for number, finding in enumerate(options.shown(story.report), start=1):
            writer.writerows(_rows(story.name, number, finding))
    return buffer.getvalue()


def _rows(story: str, number: int, finding: Finding) -> Iterator[list[str | int]]:
    for place, side in enumerate(finding.evidence, start=1):
        yield [
            _cell(story), number, place, finding.verdict.value, finding.severity.value, _cell(finding.rule),
            _cell(finding.measure), _cell(finding.message), _cell(finding.condition),
            "yes" if finding.independent else "no", finding.fingerprint, *_side(side),
        ]


def _side(side: Evidence) -> list[str | int]:
    published = side.published.isoformat() if side.published else ""
    return [
        _cell(path(side.document)), side.line, side.column, *end(side), _cell(side.quote), _cell(side.value),
        _cell(side.source), published, _cell(side.speaker), _cell(side.factuality), _cell(side.note),
    ]


def _cell(text: str) -> str:
    words = clean(text)
    return f"'{words}" if words.startswith(_FORMULA) else words
