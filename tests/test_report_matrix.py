"""The table of facts by source: legible with few and many documents, on wide and narrow pages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from conftest import Golden
from rich.cells import cell_len
from samples import story

from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.report import Coverage, DocumentSummary, Report, StoryReport, Topic
from claimcheck.model.span import Span
from claimcheck.report import markdown
from claimcheck.report.options import Options
from claimcheck.report.text import render
from claimcheck.report.words import SYMBOL

SOURCES = ("Herald", "Ledger", "Courier", "Morning Chronicle of Harrow", "Star", "Wire", "Echo")


def side(source: str, place: int, value: str, measure: str = "") -> Evidence:
    span = Span(place, place + 3)
    return Evidence(source, span, "...", value, span, "...", 1, place + 1, source, measure=measure)


def report(documents: int) -> Report:
    """So many documents, each with values of its own."""
    names = SOURCES[:documents]
    killed = [side(name, 10, f"{12 + place % 3}") for place, name in enumerate(names)]
    lasting = [side(names[0], 20, "<= 10 days"), side(names[1], 20, "> 1 day", "duration of the deployment"),
               *(side(names[1], 30 + n, f"value number {n}") for n in range(4))]
    day = [side(name, 90, "2031-03-14") for name in names]
    findings = (
        Finding(Verdict.CONTRADICTION, "quantity-mismatch", "people killed in the crush", "", tuple(killed), topic=1),
        Finding(Verdict.TENSION, "comparison-conflict", "duration of the withdrawal", "", tuple(lasting), topic=0),
        Finding(Verdict.AGREEMENT, "same-date", "collapse", "", tuple(day), topic=1, independent=False),
        Finding(Verdict.SINGLE_SOURCE, "single-source", "one thing", "", (side(names[0], 200, "7"),)),
    )
    summaries = tuple(DocumentSummary(name, name, "", date(2031, 3, 15), "given", 3, 3, 0) for name in names)
    topics = (Topic("troops, withdrawal", ()), Topic("bridge", ()))
    return Report(summaries, findings, topics=topics, coverage=Coverage(pairs=9))


def table(documents: int, width: int, *, quiet: bool = False) -> str:
    text = render(report(documents), width=width, colour=False, quiet=quiet, matrix=True)
    return text[text.index("Facts by source") :].partition("\n\n")[0]


@pytest.mark.parametrize(("documents", "width"), [(2, 80), (3, 80), (5, 80), (5, 100), (7, 100), (2, 40)])
def test_table_is_as_reviewed(documents: int, width: int, golden: Golden) -> None:
    """Two, three and five documents are columns; where they are too many, or the page is too narrow, a list."""
    golden(f"matrix-{documents}-{width}.txt", table(documents, width) + "\n")


def test_markdown_table_is_as_reviewed(golden: Golden) -> None:
    golden("matrix.md", markdown.render([StoryReport("", report(3))], Options(matrix=True, quiet=False)))


def test_report_with_its_table_is_as_reviewed(golden: Golden) -> None:
    """The table stands before the findings."""
    golden("report-matrix.txt", render(story(), width=80, colour=False, matrix=True))


@pytest.mark.parametrize("documents", [2, 3, 5, 7])
@pytest.mark.parametrize("width", [40, 47, 60, 80, 93, 100, 140])
def test_no_line_is_wider_than_the_page(documents: int, width: int) -> None:
    lines = table(documents, width).splitlines()
    assert all(cell_len(line) <= min(width, 100) for line in lines)
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize(("documents", "width"), [(2, 80), (7, 80)])
def test_every_row_names_its_verdict(documents: int, width: int) -> None:
    """Symbol and word, in the table as in the list."""
    shown = " ".join(table(documents, width).split())
    for verdict in (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.AGREEMENT):
        assert re.search(f"{SYMBOL[verdict]} [^{''.join(SYMBOL.values())}]*· .*{verdict.value}", shown)


def test_quiet_leaves_rows_with_an_alarm() -> None:
    shown = table(3, 80, quiet=True)
    assert "people killed" in shown
    assert "collapse" not in shown
    assert "one source only" not in shown


def test_without_a_shared_fact_there_is_no_table() -> None:
    empty = replace(report(2), findings=())
    assert "Facts by source" not in render(empty, width=80, colour=False, matrix=True)
    assert "Facts by source" not in markdown.render([StoryReport("", empty)], Options(matrix=True))


def test_what_an_article_says_cannot_break_the_table() -> None:
    """No cell end, no line end and no escape sequence comes from a text."""
    evil = "a|b\n| c \x1b[2J ` <br> *d*"
    finding = Finding(Verdict.TENSION, "r", evil, "", (side("Herald", 1, evil, evil), side("Ledger", 1, evil)), topic=0)
    hostile = replace(report(2), findings=(finding,), topics=(Topic(evil, ()),))
    page = markdown.render([StoryReport("", hostile)], Options(matrix=True))
    head = page.index("| fact |")
    rows = page[head:].split("\n\n")[0].splitlines()
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [4] * len(rows)
    assert "\x1b" not in render(hostile, width=80, colour=False, matrix=True)
