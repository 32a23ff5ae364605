"""The findings as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from conftest import Golden
from hypothesis import given, settings
from report_samples import ANY_STORIES, OPTIONS, SEVERAL, finding, report_of
from samples import side

from claimcheck.model.report import StoryReport
from claimcheck.report.csv import COLUMNS, render


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_report_is_as_reviewed(golden: Golden) -> None:
    """The table of the alarms of the sample stories."""
    golden("report.csv", render(SEVERAL, replace(OPTIONS, quiet=True)))


def test_a_side_is_a_row() -> None:
    """Rows of one finding share its number and fingerprint and are numbered themselves."""
    rows = _rows(render(SEVERAL, OPTIONS))
    assert len(rows) == sum(len(finding.evidence) for finding in SEVERAL[0].report.findings)
    assert [(row["finding"], row["side"]) for row in rows[:4]] == [("1", "1"), ("1", "2"), ("2", "1"), ("2", "2")]
    assert rows[0]["fingerprint"] == rows[1]["fingerprint"] != rows[2]["fingerprint"]
    assert (rows[0]["line"], rows[0]["column"], rows[0]["end_line"], rows[0]["end_column"]) == ("5", "47", "5", "54")


@pytest.mark.parametrize("quote", ["=HYPERLINK(1)", "+1", "-2+3", "@SUM(1)", "\t=1"])
def test_no_cell_is_a_formula(quote: str) -> None:
    """A spreadsheet that opens the table runs nothing out of an article."""
    evil = replace(side("desk/herald.txt", "45 jobs", "45 jobs"), quote=quote)
    rows = _rows(render([StoryReport("", report_of(finding(evidence=(evil,))))], OPTIONS))
    assert rows[0]["quote"] == f"'{quote.strip()}"


@settings(max_examples=40, deadline=None)
@given(ANY_STORIES)
def test_table_is_rectangular(stories: tuple[StoryReport, ...]) -> None:
    """Every row has every column, on one line, whatever stands in it."""
    text = render(stories, OPTIONS)
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert len(rows) == text.count("\n")
