"""The report as Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from conftest import Golden
from hypothesis import given, settings
from markdown_it import MarkdownIt
from report_samples import ANY_STORIES, ONE, OPTIONS, SEVERAL, finding, named, report_of

from claimcheck.model.finding import Verdict
from claimcheck.model.report import StoryReport
from claimcheck.report.markdown import escape, render

# As GitHub reads it: CommonMark with tables.
PARSER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def test_markdown_report_is_as_reviewed(golden: Golden) -> None:
    """The page of two stories."""
    golden("report.md", render(SEVERAL, OPTIONS))


@pytest.mark.parametrize(
    "text",
    ["a*b*", "_x_", "`code`", "a|b", "<b>", "[x](y)", "# head", "- item", "+ item", "1. item", "12) item", "=", "---",
     "&amp;", "~~x~~", "\\", "> quote", "*", "$x$", "![i](j)", "1.5 million", "5-4"],
)
def test_escaped_text_shows_as_it_is(text: str) -> None:
    """In a paragraph of its own escaped text is that text and nothing else."""
    paragraph, inline, end = PARSER.parse(escape(text))
    assert (paragraph.type, end.type) == ("paragraph_open", "paragraph_close")
    assert "".join(child.content for child in inline.children or ()) == text
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}


@settings(max_examples=40, deadline=None)
@given(ANY_STORIES)
def test_an_article_writes_no_markup(stories: tuple[StoryReport, ...]) -> None:
    """Whatever stands in articles, the only HTML is ours, the only headings are ours, and rows have their cells."""
    tokens = PARSER.parse(render(stories, OPTIONS).encode(errors="replace").decode())
    html = [t.content for token in tokens for t in (token, *(token.children or ())) if t.type.startswith("html")]
    tags = {tag for content in html for tag in re.findall(r"</?\w+", content)}
    assert tags <= {"<b", "</b", "<details", "</details", "<summary", "</summary"}
    links = [t for token in tokens for t in token.children or () if t.type in ("link_open", "image")]
    assert links == []
    alarms = sum(f.verdict in list(Verdict)[:3] for story in stories for f in story.report.findings)
    assert sum(token.type == "heading_open" and token.tag == "h3" for token in tokens) == alarms


def test_words_are_marked_in_their_sentence() -> None:
    """A row shows the sentence with the words that carry the value in bold."""
    assert "on 1 June, and <b>45 jobs</b> will go, works manager" in render(ONE, OPTIONS)


def test_quiet_and_verbose_choose_what_is_listed() -> None:
    """Agreements are folded, what one source says is listed with --verbose, and --quiet leaves alarms."""
    usual, verbose = render(ONE, OPTIONS), render(ONE, replace(OPTIONS, verbose=True))
    assert "<summary>Agreements (1)</summary>" in usual
    assert "In one source only" not in usual
    assert "<summary>In one source only (8)</summary>" in verbose
    assert "<details>" not in render(ONE, replace(OPTIONS, quiet=True))


def test_overview_tells_failed_from_clean() -> None:
    """In the table of stories an empty row is a clean story; one that failed or was not compared says so."""
    text = render((*SEVERAL, StoryReport("clean", report_of())), OPTIONS)
    assert "| stories/plant | 1 | 1 | 1 |\n| stories/other | failed |  |  |\n| clean |  |  |  |\n" in text


def test_known_findings_are_marked() -> None:
    """A finding of the baseline is shown as known."""
    made = finding()
    text = render([StoryReport("", report_of(made))], replace(OPTIONS, known=frozenset({made.fingerprint})))
    assert f"`{made.fingerprint}` · known" in text


def test_a_name_is_printed_once() -> None:
    """It is itself what several documents agree on."""
    page = render((StoryReport("", report_of(named("Castleford Rovers"))),), OPTIONS)
    assert page.count("Castleford Rovers") == 1
