"""Times and names as messages tell them, in every format."""

from __future__ import annotations

import json
from datetime import date

import pytest

import claimcheck
from claimcheck.baseline import accepted_of
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.report import Report
from claimcheck.model.span import Span
from claimcheck.report.said import condition_of, message_of, read_as, told

DAY = date(2024, 3, 6)
_ALARMS = (Verdict.CONTRADICTION, Verdict.TENSION)


def _compared(first: str, second: str) -> Report:
    return claimcheck.compare_texts({"a": first, "b": second}, published={"a": DAY, "b": DAY})


def _told(first: str, second: str, *rules: str) -> list[str]:
    """The messages of alarms by these rules."""
    return [f.message for f in _compared(first, second).findings if f.verdict in _ALARMS and f.rule in rules]


@pytest.mark.parametrize(("first", "second", "message"), [
    ("The temple was built in AD 220.", "The temple was built in AD 230.", "AD 220 against AD 230"),
    ("The temple was built in AD 220.", "The temple was built in 220 BC.", "AD 220 against 220 BC"),
    ("The rocket lifted off at 11:30 p.m. EST on Monday.", "The rocket lifted off at 06:30 GMT on Tuesday.",
     "4 March 2024, 23:30 EST against 5 March 2024, 06:30 GMT"),
    ("The rocket lifted off at 06:30 GMT on Tuesday.", "The rocket lifted off at 06:30 EST on Tuesday.",
     "5 March 2024, 06:30 GMT against 5 March 2024, 06:30 EST"),
    ("The rocket lifted off at 06:30 on Tuesday.", "The rocket lifted off at 07:10 on Tuesday.",
     "5 March 2024, 06:30 against 5 March 2024, 07:10"),
    ("The rocket lifted off at 11:30 p.m. EST on Monday.", "The rocket lifted off at 04:30 GMT on Tuesday.",
     "4 March 2024, 23:30 EST fits 5 March 2024, 04:30 GMT"),
    ("The vault was robbed on Monday night.",
     "The vault was robbed on the night of 4 March.", "both say 4 March 2024, night"),
    ("The pass has been closed since noon.", "The pass has been shut since noon.", "both say since 12:00"),
    ("The plant opened in May 2023.", "The plant opened in the second quarter of 2023.", "May 2023 fits Q2 2023"),
])
def test_messages_are_in_words_in_every_format(first: str, second: str, message: str) -> None:
    """The JSON has what the terminal has; values stay as programs read them."""
    report = _compared(first, second)
    (found,) = [f for f in report.findings if f.rule in ("date-mismatch", "same-date")]
    assert found.message == message
    assert message in [f["message"] for f in json.loads(json.dumps(report.to_dict()))["findings"]]
    assert message_of(found) == message  # whoever puts it into words again
    assert not any("March" in e.value or "AD" in e.value or "century" in e.value for e in found.evidence)


def _side(document: str, value: str, quote: str = "then", zone: str = "") -> Evidence:
    return Evidence(document, Span(0, len(quote)), quote, value, Span(0, len(quote)), quote, 1, 1, "", zone=zone)


def _finding(message: str, *sides: Evidence, condition: str = "") -> Finding:
    return Finding(Verdict.TENSION, "date-mismatch", "day", message, sides, condition)


@pytest.mark.parametrize(("message", "sides", "words"), [
    ("0220 against 0221", (_side("a", "0220", "box 0220"), _side("b", "0221", "box 0221")), "0220 against 0221"),
    ("10 against 11", (_side("a", "10", "10 men"), _side("b", "11", "11 men")), "10 against 11"),
    ("T06:30 against T07:30", (_side("a", "T06:30", zone="GMT"), _side("b", "T07:30")), "06:30 GMT against 07:30"),
    ("both say T06:30", (_side("a", "T06:30", zone="GMT"), _side("b", "T06:30")), "both say 06:30"),
    ("2024-03-05 against 2024-03-06", (_side("a", "2024-03-05", zone="GMT"), _side("b", "2024-03-06")),
     "5 March 2024 against 6 March 2024"),
    ("2024-03-05.txt: 2024-03-05; b: 2024-03-06", (_side("2024-03-05.txt", "2024-03-05"), _side("b", "2024-03-06")),
     "2024-03-05.txt: 5 March 2024; b: 6 March 2024"),
])
def test_what_is_no_early_year_century_or_clock_is_told_as_it_is(
    message: str, sides: tuple[Evidence, ...], words: str
) -> None:
    """And the name of a document is no time."""
    assert message_of(_finding(message, *sides)) == words


def test_conditions_are_put_into_words_and_names_stay() -> None:
    """Twice is as good as once."""
    found = _finding("", _side("2024-03-05.txt", "x"), condition="both hold if 2024-03-05.txt means 2024-W10")
    once = told(found)
    assert condition_of(once) == once.condition == "both hold if 2024-03-05.txt means week 10 of 2024"


def test_a_zone_and_words_leave_a_baseline_as_it_is() -> None:
    """Its entries go by rule, measure, document, value and quote."""
    plain = _finding("T06:30 against T07:30", _side("a", "T06:30"), _side("b", "T07:30"))
    zoned = told(_finding("T06:30 against T07:30", _side("a", "T06:30", zone="GMT"), _side("b", "T07:30", zone="EST")))
    assert accepted_of(plain) == accepted_of(zoned)
    assert [read_as(side) for side in zoned.evidence] == ["06:30 GMT", "07:30 EST"]
