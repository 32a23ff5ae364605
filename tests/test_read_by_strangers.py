"""What two people who read a change with fresh eyes found wrong in it; their sentences."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.model.finding import Verdict

_DAY = date(2024, 11, 20)


def _alarms(a: str, b: str) -> int:
    report = claimcheck.compare_texts({"a": a, "b": b}, published={"a": _DAY, "b": _DAY})
    return sum(f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION) for f in report.findings)


@pytest.mark.parametrize(("a", "b"), [
    ("Labour won 412 of the 650 seats in parliament.", "Labour won 34 percent of votes."),
    ("Twelve of 20 senators backed the bill.", "Some 52 percent of voters backed the bill."),
    ("Berg moved to London at 17.", "Berg moved to London with 2 of her sisters."),
    ("He paid $40 a ticket for the show.", "He paid $80 for two tickets for the show."),
    ("The vaccine costs $20 a dose.", "The vaccine costs $39 for two doses."),
    ("Tom Smith was shot at 10pm. “We will find those who took part in this horrible crime,” she said.",
     "“We will find those who took part in this horrible crime,” said police chief Jane Hill."),
    ("The strike began on Monday, just days after talks collapsed.", "Talks collapsed on 10 November."),
    ("Bolton resigned on Tuesday, the week after Smith was sacked.", "Smith was sacked on 5 November."),
    ("He died on Monday, two days before being sentenced.", "He was sentenced on 5 November to six years."),
    ("Police are hunting for the fifth.", "Police are hunting on 12 November."),
    ("The jury convicted Brown on the fourth.", "The jury convicted Brown on Tuesday."),
    ("Brook was 45 at tea and England were 200 for 3.", "Harry Brook, 24, made a fine hundred for England."),
    ("Last month the court gave the tenants 30 days to leave.", "The tenants must leave by 27 November."),
])
def test_nothing_is_said_of_what_does_not_differ(a: str, b: str) -> None:
    assert not _alarms(a, b)


@pytest.mark.parametrize(("a", "b"), [
    ("The monthly rent is $800.", "The rent is $900."),
    ("The merger would save $3 million annually.", "The merger would save $4 million."),
    ("Kane set up a third for Sterling.", "Kane set up a fourth for Sterling."),
    ("Sergio is 40 or 41.", "Sergio is 45."),
    ("He drove at 120 on the A4, police said.", "He drove at 140 on the A4, police said."),
    ("He resigned on Wednesday, two days after his home was searched.",
     "He resigned on Wednesday, five days after his home was searched."),
    ("The election is two weeks away.", "The election is five weeks away."),
    ("The plant will close in just over three months.", "The plant will close in just over five months."),
    ("England reached 150 by the 30th over.", "England reached 150 by the 28th over."),
])
def test_what_differs_is_one_alarm(a: str, b: str) -> None:
    assert _alarms(a, b) == 1
