"""The text report: what it shows, at every width, with and without colour."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from conftest import Golden
from hypothesis import given
from hypothesis import strategies as st
from report_samples import named, report_of
from rich.cells import cell_len
from samples import nothing_comparable, side, story

from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.report import Coverage, Report
from claimcheck.model.span import Span
from claimcheck.report.quote import in_context, short
from claimcheck.report.text import render
from claimcheck.report.words import SYMBOL, clean

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def _words(text: str) -> list[str]:
    """The words without the bars, wherever the lines were folded."""
    return text.replace("│", " ").split()


def test_verbose_report_is_as_reviewed(golden: Golden) -> None:
    """With --verbose every statement, the guards and the keys are shown. Of plain reports see test_demo.py."""
    golden("report-verbose.txt", render(story(), width=100, colour=False, verbose=True))


def test_report_of_nothing_is_as_reviewed(golden: Golden) -> None:
    """Where nothing could be compared and a rule failed, the report says both."""
    golden("report-nothing.txt", render(nothing_comparable(), width=80, colour=False))


@pytest.mark.parametrize("width", range(40, 201, 16))
def test_no_line_is_wider_than_asked(width: int) -> None:
    """Text is folded at the width; the places of evidence are never broken."""
    for line in render(story(), width=width, colour=False, verbose=True).splitlines():
        assert cell_len(line) <= min(width, 100), line


def test_colour_adds_nothing_but_colour() -> None:
    """Without its escape sequences the coloured report differs by the brackets around values alone."""
    plain = render(story(), width=100, colour=False)
    bare = ANSI.sub("", render(story(), width=100, colour=True))
    assert _words(bare) == _words(re.sub(r"[\[\]]", "", plain))


def test_colour_is_never_alone() -> None:
    """Each alarm names its verdict in words beside symbol and colour."""
    plain = render(story(), width=100, colour=False)
    for verdict in (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.UPDATE):
        assert f"\n{SYMBOL[verdict]} {verdict.value}  " in plain


def test_quiet_leaves_the_alarms_only() -> None:
    """With --quiet there are findings and their count, no lists and no coverage."""
    text = render(story(), width=100, colour=False, quiet=True)
    assert "tension  duration of the clearing" in text
    assert not re.search(r"^(Agreements|Only in|Documents|Origins|Coverage)", text, re.MULTILINE)


def test_same_report_gives_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment has no say: colour and width come from the caller."""
    before = render(story(), width=80, colour=True)
    for name, value in {"NO_COLOR": "1", "COLUMNS": "33", "TERM": "dumb", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert render(story(), width=80, colour=True) == before


def test_two_documents_of_one_source_are_told_apart() -> None:
    """Lists name a document by its path where its source has several."""
    report = story()
    documents = tuple(replace(d, source="Wire") for d in report.documents)
    text = render(replace(report, documents=documents), width=100, colour=False)
    assert "Only in desk/herald.txt" in text


@pytest.mark.parametrize(
    ("source", "message", "shown"),
    [
        ("morning", "morning: 12; evening: 9", "morning: 12; evening: 9."),
        ("iWire", "iWire and evening: 12; dpa: 9", "iWire and evening: 12; dpa: 9."),
        ("", "desk/a.txt: 12; desk/b.txt: 9", "desk/a.txt: 12; desk/b.txt: 9."),
        ("the-sun.com", "12 against 9", "12 against 9."), ("at", "attacked, not defended", "Attacked, not defended."),
        ("evening", "both say 12", "Both say 12."),
    ],
)
def test_the_name_of_a_source_stays_as_it_is(source: str, message: str, shown: str) -> None:
    """Where a message begins with it; any other word has its capital."""
    evidence = Evidence("desk/a.txt", Span(0, 3), "ten", "10", Span(0, 3), "ten", 1, 1, source)
    finding = Finding(Verdict.TENSION, "quantity-mismatch", "men", message, (evidence, replace(evidence, line=2)))
    text = render(Report((), (finding,), coverage=Coverage(pairs=1)), width=100, colour=False)
    assert f"\n  {shown}\n" in text


def test_escape_sequences_of_an_article_do_not_reach_the_terminal() -> None:
    """An article cannot move the cursor, ring the bell or turn the line round."""
    evil = "\x1b[2J45\u202e jobs\x07\x9b1m"
    span, name = Span(0, 9), "a\x1b]0;x\x07.txt"
    evidence = Evidence(name, span, evil, evil, span, evil, 1, 1, evil, speaker=evil, note=evil)
    finding = Finding(Verdict.TENSION, "quantity-mismatch", evil, evil, (evidence, evidence), condition=evil, key=evil)
    text = render(Report((), (finding,), coverage=Coverage(pairs=1)), width=80, colour=False, verbose=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_brackets_of_the_text_are_not_taken_for_the_mark() -> None:
    """Where the sentence has brackets of its own, the value stands in double ones."""
    text = "He said [sic] ten."
    evidence = Evidence("a", Span(14, 17), "ten", "10", Span(0, 18), text, 1, 15, "a")
    assert in_context([evidence], style="red", colour=False).plain == "He said [sic] [[ten]]."


def test_values_of_one_sentence_are_marked_together() -> None:
    """A finding that rests on two values of a sentence quotes the sentence once."""
    text = "From ten to twelve men and eleven women came."
    sides = [
        Evidence("a", Span(s, e), text[s:e], text[s:e], Span(0, 45), text, 1, s + 1, "a") for s, e in ((27, 33), (5, 8))
    ]
    finding = Finding(Verdict.TENSION, "quantity-mismatch", "men", "", tuple(sides))
    shown = render(Report((), (finding,), coverage=Coverage(pairs=1)), width=80, colour=False)
    assert shown.count("From [ten] to twelve men and [eleven] women came.") == 1
    assert "read as ten" in shown
    assert "a:1:28" in shown


def test_long_context_is_cut_around_the_value() -> None:
    """A sentence of a megabyte is shown as the words around the value."""
    text = "word " * 100_000 + "ten" + " word" * 100_000
    evidence = Evidence("a", Span(500_000, 500_003), "ten", "10", Span(0, len(text)), text, 1, 1, "a")
    shown = in_context([evidence], style="red", colour=False).plain
    assert len(shown) < 400
    assert shown.startswith("… word")
    assert " [ten] " in shown
    assert shown.endswith("word …")


@given(st.text())
def test_cleaned_text_is_one_safe_line(text: str) -> None:
    """Whatever the text, what is shown has no line end and no control character."""
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", clean(text))
    assert "\n" not in short(text)


@given(st.text(min_size=1), st.data())
def test_mark_keeps_the_words(text: str, data: st.DataObject) -> None:
    """Marking never loses or repeats a word of a short context."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    evidence = Evidence("a", Span(start, end), text[start:end], "", Span(0, len(text)), text, 1, 1, "a")
    shown = in_context([evidence], style="red", colour=True).plain
    if len(text) < 150:
        assert "".join(shown.split()) == "".join(clean(text).split())


def test_evidence_of_the_samples_is_exact() -> None:
    """The samples themselves quote what stands at their spans."""
    evidence = side("desk/herald.txt", "45 jobs", "45 jobs")
    assert evidence.context_text.startswith("The plant in Velden")
    assert evidence.line == 5


def test_a_name_is_printed_once() -> None:
    """It is itself what several documents agree on."""
    report = report_of(named("Castleford Rovers"))
    for verbose in (False, True):
        assert render(report, width=100, colour=False, verbose=verbose).count("Castleford") == 1
