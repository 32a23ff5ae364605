"""What the timeline of the page has beside the times of the findings."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from conftest import ROOT
from page_samples import bridges, side
from report_samples import OPTIONS

import claimcheck
from claimcheck.model.report import Report, StoryReport
from claimcheck.report.html import render
from claimcheck.report.html.acts import MOST
from claimcheck.report.html.view import story

SETTINGS = claimcheck.Settings(model="hashing")
FLOOD = ROOT / "fixtures" / "stories" / "arren-flood"
Line = tuple[str, str, str, str]


def compared(*texts: str) -> Report:
    """Texts of sources "a", "b" and so on, published on Wednesday, 5 March 2031."""
    named = dict(zip("abc", texts, strict=False))
    return claimcheck.compare_texts(named, published=dict.fromkeys(named, date(2031, 3, 5)), settings=SETTINGS)


def lines(given: StoryReport | Report, *, quiet: bool = False) -> list[Line]:
    """When, who, what, and the verdict of the finding if there is one, as the timeline has them."""
    given = given if isinstance(given, StoryReport) else StoryReport("", given)
    view = story(given, replace(OPTIONS, quiet=quiet), "s")
    return [
        (moment.when.words, told.source.label if told.source else "", told.act,
         told.numbered.finding.verdict.value if told.numbered else "")
        for moment in view.moments for told in moment.told
    ]


def test_flood_itself_is_in_the_timeline() -> None:
    """What happened has its place beside what the sources differ on: the breach, the flood, with who says so."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FLOOD.glob("*.txt"))}
    told = lines(claimcheck.compare_texts(texts, settings=SETTINGS))
    assert {line[:3] for line in told} >= {
        ("4 March 2031, 04:20", "courier", "time of the breach"),
        ("before 4 March 2031, morning", "Aurel Press", "time a spillway failed"),
        ("4 March 2031, 06:00", "The Tarn Herald", "time the spillway gave way"),
        ("4 March 2031", "The Tarn Herald", "day of the flood"),
    }
    starts = [line[0] for line in told]
    assert starts.index("4 March 2031") < starts.index("4 March 2031, 04:20") < starts.index("10 March 2031")


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("The ferry sank on Monday.", ("3 March 2031", "a", "day the ferry sank")),
        ("A bus left the road on Tuesday at 7.15 a.m.", ("4 March 2031, 07:15", "a", "time a bus left the road")),
        ("The council will vote on 12 March.", ("12 March 2031", "a", "day the council will vote")),
    ],
)
def test_act_that_only_one_source_dates(sentence: str, line: tuple[str, str, str]) -> None:
    """Done or planned, to the day or finer, with what happened in words."""
    told = lines(compared(f"The town woke up late. {sentence}", "A heron stood in the pond for an hour."))
    assert [one[:3] for one in told] == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister denied that the ferry sank on Monday.", "The ferry did not sink on Monday.",
        "If the ferry sank on Monday, the owner will pay.", "The ferry sank in March.", "The ferry sank in 2029.",
        "The ferry sank at noon.",
    ],
)
def test_no_act_of_a_day(sentence: str) -> None:
    """What is denied, hangs on an "if", is vaguer than a day or stands on no day of the calendar."""
    assert not compared(sentence, "A heron stood in the pond for an hour.").dated


def test_act_is_told_once_a_source() -> None:
    """However often one says it; another that says so too has its own line, and a finding keeps all its times."""
    again = "The ferry sank on Monday. The crew was young. The ferry sank on Monday, 3 March."
    alone = replace(compared(again, "A heron stood in the pond for an hour."), findings=())
    assert lines(alone) == [("3 March 2031", "a", "day the ferry sank", "")]
    both = lines(compared(again, "The ferry sank on Monday."))
    assert {line[1] for line in both if line[2] == "day the ferry sank"} == {"a", "b"}


def _long(days: int) -> StoryReport:
    """The sample story with an act on each of so many days more, two of them on the day of a finding."""
    given = bridges()
    a, b = given.documents[:2]
    some = [replace(side(a, "three bridges", f"2030-06-{day:02}"), measure=f"act {day}") for day in range(1, days - 1)]
    shared = [replace(side(b, "the mayor said", "2030-05-03T10:00"), measure="act of b"),
              replace(side(b, "five bridges", "2030-05-04T10:00"), measure="other act of b")]
    more = [replace(side(a, "two", f"2030-07-{day:02}"), measure=f"later act {day}") for day in range(1, days - 1)]
    return replace(given, report=replace(given.report, dated=(*more, *some, *shared)))


def test_a_long_timeline_is_bounded() -> None:
    """Times of findings stay; of the rest those come first that most sources date, then the earliest."""
    given = _long(30)
    told = lines(given)
    assert [line for line in told if line[3]] == lines(bridges())
    rest = [line[2] for line in told if not line[3]]
    assert len(rest) == MOST
    assert {"act of b", "act 1", "act 28", "later act 10"} <= set(rest)
    assert "later act 28" not in rest
    assert re.search(r"and 18 more that stand in no finding", render([given], OPTIONS))
    assert "more that stand" not in render([_long(5)], OPTIONS)
    assert lines(given, quiet=True) == lines(bridges(), quiet=True)


def test_timeline_does_not_depend_on_the_order() -> None:
    """Neither of the sources nor of the acts; only the letters do."""
    given = _long(30)
    turned = replace(given, report=replace(given.report, dated=given.report.dated[::-1]))
    assert lines(turned) == lines(given)
    texts = "The ferry sank on Monday.", "The pier burned on Monday night. A heron left on 4 March."
    one, other = compared(*texts), claimcheck.compare_texts(
        {"b": texts[1], "a": texts[0]}, published={"a": date(2031, 3, 5), "b": date(2031, 3, 5)}, settings=SETTINGS)
    assert one.dated == other.dated
    assert sorted(lines(one)) == sorted(lines(other))


def test_dated_words_are_places_of_the_page() -> None:
    """The timeline leads to the words in the article."""
    given = _long(5)
    page = render([given], OPTIONS)
    places = re.findall(r'<span class="dated" id="([^"]+)" tabindex="-1">', page)
    assert places
    assert all(f'href="#{place}"' in page for place in places)
