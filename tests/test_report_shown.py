"""What the text report leaves out, spells out and keeps in place: --max, --ascii, wide and right-to-left letters."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from samples import story

from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.report import Coverage, Report
from claimcheck.model.span import Span
from claimcheck.report.record import recorded
from claimcheck.report.said import message_of, read_as
from claimcheck.report.text import render
from claimcheck.report.words import in_prose

ANSI = re.compile(r"\x1b\[[0-9;]*m")
ARABIC, JAPANESE = "أعلنت الوكالة أن 12 شخصا قتلوا في الفيضان", "洪水で十二人が死亡したと消防が発表した。" * 6


def _quoting(text: str, source: str = "Wire") -> Report:
    span = Span(0, len(text))
    sides = tuple(Evidence(f"{source}{n}.txt", Span(3, 9), text[3:9], f"{n}", span, text, 1, 4, source) for n in (1, 2))
    finding = Finding(Verdict.CONTRADICTION, "quantity-mismatch", "people killed", "1 against 2", sides)
    return Report((), (finding,), coverage=Coverage(pairs=1))


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("text", [ARABIC, JAPANESE], ids=["right-to-left", "wide"])
def test_letters_of_all_writings_stay_in_their_lines(text: str, width: int) -> None:
    """Cells are counted, not letters; no more of a line is used than there is."""
    shown = render(_quoting(text), width=width, colour=False)
    assert all(cell_len(line) <= min(width, 100) for line in shown.splitlines())
    kept = re.sub(r"[\s│\[\]\u200e]", "", shown)
    assert re.sub(r"\s", "", text) in kept


def test_a_right_to_left_line_begins_with_a_mark_for_its_direction() -> None:
    """Otherwise a terminal would set the bar and the place at the wrong end; other lines have none."""
    lines = render(_quoting(ARABIC), width=80, colour=False).splitlines()
    assert {line[0] for line in lines if "الفيضان" in line} == {"\u200e"}
    assert "\u200e" not in render(_quoting(JAPANESE), width=80, colour=False)


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_plain_report_is_ascii_and_as_wide(width: int, colour: bool) -> None:
    """With signs of ASCII no line is wider, and nothing else is lost; letters of an article stay."""
    shown = ANSI.sub("", render(story(), width=width, colour=colour, verbose=True, matrix=True, plain=True))
    assert shown.isascii()
    assert all(cell_len(line) <= min(width, 100) for line in shown.splitlines())
    assert "X contradiction" in shown
    assert "read as <= 10 days" in shown
    assert "é" in render(_quoting("Café in Évian"), width=80, colour=False, plain=True)


def test_most_findings_of_a_verdict_are_counted_where_they_are_not_shown() -> None:
    """The gravest stay, the rest is a number."""
    one, *_ = [f for f in story().findings if f.verdict is Verdict.CONTRADICTION]
    many = tuple(replace(one, measure=f"number of jobs {n}") for n in range(5))
    agreed = tuple(replace(one, verdict=Verdict.AGREEMENT, measure=f"closing {n}") for n in range(4))
    shown = render(replace(story(), findings=(*many, *agreed)), width=80, colour=False, most=2)
    assert "number of jobs 1" in shown
    assert "number of jobs 2" not in shown
    assert "\nand 3 more contradictions\n" in shown
    assert "\n  and 2 more agreements\n" in shown
    assert "5 contradictions" in shown.splitlines()[0]


def test_names_that_several_documents_mention_do_not_crowd_out_facts() -> None:
    """They stand in one line; --verbose has their places."""
    one, *_ = story().of(Verdict.CONTRADICTION)
    names = tuple(
        replace(one, verdict=Verdict.AGREEMENT, measure=name, key=f"name:{name.lower()}",
                evidence=tuple(replace(side, value=name) for side in one.evidence))
        for name in ("Lower Arren", "Upper Marn")
    )
    report = replace(story(), findings=names)
    assert "Names in several documents (2)\n  Lower Arren, Upper Marn\n" in render(report, width=80, colour=False)
    assert "✔ Upper Marn" in render(report, width=80, colour=False, verbose=True)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-03-05TEV", "5 March 2031, evening"),
        ("XXXX-WXX-5TMO fits XXXX-WXX-5", "Friday morning fits Friday"),
        ("since 2031-04-01/2031-04-15", "since some day from 1 to 15 April 2031"),
        ("by 2031-09-01/2031-12-31", "by 31 December 2031"),
        ("before 2031-06-21/2031-06-30 fits until XXXX-06-15/XXXX-06-30", "before 30 June 2031 fits until 30 June"),
        ("2031-06-21/2031-06-30", "21 to 30 June 2031"),
        ("2031-06-21/2031-07-03", "21 June to 3 July 2031"),
        ("2030-12-21/2031-01-03", "21 December 2030 to 3 January 2031"),
        ("since 2031-04/2031-06", "since some time from April to June 2031"),
        ("after 2031-06-21/2031-06-30", "after 30 June 2031"),
        ("20,000,000 mark", "20 million marks"),
        ("12,000,000,000 crown against 9,500 crown", "12 billion crowns against 9,500 crowns"),
        ("≥ 1,250,000 EUR", "≥ 1.25 million EUR"),
        ("2,345,678 tonnes", "2,345,678 tonnes"),
        ("herald is right with “2,000,000 mark”", "herald is right with “2,000,000 mark”"),
        ("2030-11", "November 2030"),
        ("2030-11-10T19:00", "10 November 2030, 19:00"),
        ("XXXX-12-25", "25 December"),
        ("XXXX-THANKSGIVING", "Thanksgiving"),
        ("2015-SU", "summer 2015"),
        ("2031-W10", "week 10 of 2031"),
        ("2030-Q4", "Q4 2030"),
        ("after T16:00", "after 16:00"),
        ("FUTURE_REF", "later"),
        ("<= 10 days", "≤ 10 days"),
        ("3-2", "3-2"),
        ("2,000 to 3,000", "2,000 to 3,000"),
        ("BC0480 against 0480", "480 BC against 0480"),
        ("BC04", "the 400s BC"),
        ("BC00", "the 1st century BC"),
        ("2014-WI", "winter 2013/14"),
        ("“2021-22” against “2022-23”", "“2021-22” against “2022-23”"),
        ("the 2020-XL drone and the 3000-MW plant", "the 2020-XL drone and the 3000-MW plant"),
        ("gsv-2022-01-11.txt", "gsv-2022-01-11.txt"),
    ],
)
def test_times_are_told_in_words(value: str, words: str) -> None:
    """The codes are for programs; what is no time stays."""
    assert in_prose(value) == words


@pytest.mark.parametrize(("value", "sentence", "words"), [
    ("not moscow", "The contract was signed in Geneva and not in Moscow, he said.", "not Moscow"),
    ("not harrow", "The money for the pool is not Harrow’s own.", "not Harrow"),
    ("not koller", "It was decided by the board, not by Koller.", "not Koller"),
    ("closed", "Closed since May, the bridge is to be torn down.", "closed"),
    ("closed", "Old Bridge in Harrow Closed After Storm", "closed"),
    ("not in us", "The talks are held in Geneva, not in the US.", "not in US"),
])
def test_names_in_a_value_have_their_capitals(value: str, sentence: str, words: str) -> None:
    """As the sentence has them, where it does not only begin with them and is no headline."""
    side = Evidence("a", Span(0, 3), sentence[:3], value, Span(0, len(sentence)), sentence, 1, 1, "Herald")
    finding = Finding(Verdict.TENSION, "role-conflict", "decision", f"Herald: {value}; Post: closedown", (side,))
    assert read_as(side) == words
    assert message_of(finding) == f"Herald: {words}; Post: closedown"


def test_a_recording_is_the_same_everywhere_and_needs_no_network() -> None:
    """A picture, a page and a text of one report; nothing in them is loaded from elsewhere."""
    text = render(story(), width=80, colour=True)
    picture, page, words = (recorded(text, suffix, 80) for suffix in (".svg", ".html", ".txt"))
    assert picture == recorded(text, ".svg", 80)
    assert not re.search(r"(?:href|src|url)\s*[=(]\s*[\"']?(?:https?:)?//", picture + page)
    assert picture.startswith("<svg ")
    assert "<!DOCTYPE html>" in page
    assert words == "\n".join(line.rstrip() for line in ANSI.sub("", text).splitlines()) + "\n"


def test_words_of_an_article_are_no_markup_in_a_recording() -> None:
    """What looks like a tag is shown as it stands."""
    text = render(_quoting("<script>alert(1)</script> & 12 killed"), width=80, colour=True)
    for suffix in (".svg", ".html"):
        assert "<script" not in recorded(text, suffix, 80)


def test_a_sentence_that_an_article_repeats_is_quoted_once() -> None:
    """With the places of both; what another document says in the same words is quoted too."""
    words = "The mission was not deployed within one day."
    sides = tuple(
        Evidence(document, Span(start + 29, start + 43), words[29:43], "> 1 day", Span(start, start + len(words)),
                 words, line, 30, document)
        for document, start, line in (("a", 0, 1), ("a", 90, 3), ("b", 0, 1))
    )
    finding = Finding(Verdict.TENSION, "quantity-mismatch", "duration of the deployment", "", sides)
    shown = render(Report((), (finding,), coverage=Coverage(pairs=1)), width=80, colour=False)
    assert shown.count("[within one day]") == 2
    assert " a:1:30, 3:30\n" in shown
