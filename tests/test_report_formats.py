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
from claimcheck.report.formats import Format, render
from claimcheck.report.json import render as render_json
from claimcheck.report.options import Options

OPTION_SETS = [OPTIONS, replace(OPTIONS, verbose=True), replace(OPTIONS, quiet=True, known=frozenset({"1"}))]


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("stories", [(), NONE, ONE, SEVERAL], ids=["no stories", "nothing found", "one", "several"])
def test_every_format_writes_every_run(format_: Format, stories: tuple[StoryReport, ...]) -> None:
    """No story, a story without findings, one and several: each gives the same text twice, ended by a line feed."""
    text = render(format_, stories, OPTIONS)
    assert text == render(format_, stories, OPTIONS)
    assert text == "" or text.endswith("\n")
    assert "\r" not in text


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
