"""What readers took for the same though its values were in conflict: zones, "a couple of", what can be done then."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck import compare_texts
from claimcheck.model.finding import Verdict

ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}
DAY = date(2031, 9, 9)  # a Tuesday
OPEN = [
    ("The quake struck at 1330 GMT on Wednesday, it said.", "The quake struck on Wednesday morning, residents said."),
    ("The strike began at 05:00 GMT on Sunday.", "The strike began late on Sunday night."),
    ("The launch is set for 9 p.m. Eastern Time on Thursday.", "The launch is set for Friday morning."),
    ("The quake struck at 11 p.m. local time on Monday.", "The quake struck at 6 p.m. GMT on Monday."),
    ("A couple of climbers died in the avalanche in Serrat.", "A few climbers died in the avalanche in Serrat."),
    ("They waited a couple of hours for the ferry in Harrow.", "They waited three hours for the ferry in Harrow."),
    ("Tickets for the final can be bought from this Friday.", "Tickets for the final are sold from September 12."),
]
APART = [
    ("The strike began at 05:00 GMT on Sunday, 3 March.", "The strike began on the evening of 8 March."),
    ("A couple of climbers died in the avalanche in Serrat.", "Nine climbers died in the avalanche in Serrat."),
]


def _alarms(a: str, b: str) -> list[str]:
    found = compare_texts({"herald": a, "ledger": b}, published={"herald": DAY, "ledger": DAY}).findings
    return [f.message for f in found if f.verdict in ALARMS]


@pytest.mark.parametrize(("a", "b"), OPEN)
def test_what_may_be_the_same_raises_no_alarm(a: str, b: str) -> None:
    assert not _alarms(a, b)


@pytest.mark.parametrize(("a", "b"), APART)
def test_what_no_reading_reconciles_does(a: str, b: str) -> None:
    assert _alarms(a, b)
