"""What holds of every format."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report_samples import ANY_STORIES, NONE, ONE, OPTIONS, SEVERAL

from claimcheck.model.report import StoryReport
from claimcheck.read.reports import HEAD, is_own_report
from claimcheck.report.formats import Format, render
from claimcheck.report.json import render as render_json
from claimcheck.report.options import Options
from claimcheck.report.record import recorded

OPTION_SETS = [OPTIONS, replace(OPTIONS, verbose=True), replace(OPTIONS, quiet=True, known=frozenset({"1"}))]


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("stories", [(), NONE, ONE, SEVERAL], ids=["no stories", "nothing found", "one", "several"])
def test_every_format_writes_every_run(format_: Format, stories: tuple[StoryReport, ...]) -> None:
    """No story, a story without findings, one and several: each gives the same text twice, ended by a line feed."""
    text = render(format_, stories, OPTIONS)
    assert text == render(format_, stories, OPTIONS)
    assert text == "" or text.endswith("\n")
    assert "\r" not in text


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("stories", [NONE, ONE, SEVERAL[:1], SEVERAL],
                         ids=["nothing found", "one", "one with a name", "several"])
def test_each_report_is_known_as_one(format_: Format, stories: tuple[StoryReport, ...]) -> None:
    """At every width, in colour, in ASCII, and from its beginning alone; but for one that says nothing."""
    for width in (40, 60, 100):
        for options in (replace(OPTIONS, width=width, colour=True), replace(OPTIONS, width=width, plain=True)):
            text = render(format_, stories, options)
            if text.strip("[]\n"):
                assert is_own_report(text[:HEAD]), text[:200]
                assert is_own_report(text.replace("\n", "\r\n"))


@pytest.mark.parametrize("form", [".svg", ".html", ".txt"])
def test_each_recording_is_known_as_a_report(form: str) -> None:
    text = render(Format.TEXT, ONE, replace(OPTIONS, width=92, colour=True))
    assert is_own_report(recorded(text, form, 92)[:HEAD])


@pytest.mark.parametrize("text", [
    "12 stories checked: no findings\n", "1 story checked: 1 contradiction, 2 agreements\n2 alone in its folder",
    "7 stories checked: no findings in the 3 that could be compared\n", "2 stories checked: nothing could be compared",
])
def test_the_summary_of_a_run_is_no_article(text: str) -> None:
    assert is_own_report(text)


@pytest.mark.parametrize("text", [
    "12 stories checked: no findings of bias, says fact-check desk\n",
    "5 stories checked: 3 contradictions found by desk\n", "40 documents · no contradiction, says the judge in Ostra\n",
    "3 documents - a 2 update to the file\n", "3 documents - ~ 2 updates to the file\n",
    "::warning title=claimcheck is a tool\n", "::WARNING TITLE=CLAIMCHECK::It is a tool\n",
    "# claimcheck\n\nA program of this name compares articles.\n",
    "2 documents were found in the safe, police said.\n", "12 documents - all of them forged - were on sale.\n",
    "3 stories checked: two of them were false.\n", "Update: 2 documents · leaked.\n",
    "<!doctype html>\n<html><head><meta name=\"generator\" content=\"Hugo 0.9\"></head><body>claimcheck</body></html>",
    "story,finding\nquay,two died\n", "At 12:05:10: contradiction of the minister.\n",
    '{"schema": 1, "story": "quay", "id": "a", "text": "Two died."}\n',
    "<svg class=\"rich-terminal\" viewBox=\"0 0 1 1\"><style>.terminal-1-matrix {}</style></svg>",
])
def test_an_article_is_no_report(text: str) -> None:
    assert not is_own_report(text)


def test_a_report_is_looked_for_in_steady_time() -> None:
    """Whatever the text repeats."""
    for piece in ("a: failure b: failure c: failure d\n", "a:1:1: tension a ", "━━ a", '{"schema": 1, ', "[a[a", "\\"):
        is_own_report(piece * (HEAD // len(piece)))


@pytest.mark.parametrize("format_", [format_ for format_ in Format if format_ is not Format.TEXT])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(stories=ANY_STORIES, options=st.sampled_from(OPTION_SETS))
def test_no_text_breaks_a_format(format_: Format, stories: tuple[StoryReport, ...], options: Options) -> None:
    """Whatever stands in articles, paths and messages, every format can be written."""
    render(format_, stories, options).encode(errors="replace")


@pytest.mark.parametrize("format_", [f for f in Format if f not in (Format.TEXT, Format.JSON)])
def test_several_stories_keep_their_findings(format_: Format) -> None:
    """What is said of a story alone is said of it among others."""
    assert "number of jobs that will go" in render(format_, SEVERAL, OPTIONS)
    assert "building the halls took less than 10 days" in render(format_, SEVERAL, OPTIONS)


def test_json_of_one_comparison_is_the_report() -> None:
    """A single comparison is not wrapped; named stories are."""
    assert render(Format.JSON, ONE, OPTIONS) == render_json(ONE[0].report)
    assert '"story": "stories/plant"' in render(Format.JSON, SEVERAL, OPTIONS)


def test_text_names_each_story() -> None:
    """The text of several stories has the name of each above its report."""
    text = render(Format.TEXT, SEVERAL, OPTIONS)
    assert text.startswith("━━ stories/plant\n\n2 documents")
    assert "\n━━ stories/other\n\n2 documents" in text


def test_the_page_lists_every_format() -> None:
    """The table of formats has them all, in the order of the help."""
    section = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)[: len(Format)] == list(Format)


def test_naming_the_formats_is_light() -> None:
    """Help and usage errors load no renderer."""
    code = "import sys, claimcheck.report.formats; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=True)
    assert not {"rich", "claimcheck.report.sarif", "xml.etree.ElementTree", "csv"} & set(run.stdout.split())
