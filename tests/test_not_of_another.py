"""A word that turns a copied sentence round is one only where what follows is the same."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.model.finding import Verdict

DAY = date(2031, 4, 3)


def _alarms(a: str, b: str) -> list[str]:
    report = claimcheck.compare_texts({"a": a, "b": b}, published={"a": DAY, "b": DAY})
    return [f.message for f in report.findings if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]


@pytest.mark.parametrize(("a", "b"), [
    ("“I am not leaving the party,” deputy Ilona Varga said in Budapest on Monday. “But I am leaving the government.”",
     "“I am leaving the government,” deputy Ilona Varga said in Budapest on Monday."),
    ("“We are not selling the stadium,” Otto Brandt said in Bremen on Monday.",
     "“We are selling the training ground,” Otto Brandt said in Bremen on Monday."),
    ("The minister did not resign from the cabinet on Monday, her office said.",
     "The minister resigned from the committee on Monday, her office said."),
    ("The Oresund school in Malmo was open on Monday despite the snowstorm.",
     "The Oresund school in Malmo was open on Monday because of the exams."),
    ("The firm will not close the mill at Ostra this year, it said.",
     "The firm will close the mine at Ostra this year, it said."),
    ("The court has opened the case against the mayor of Tarn this week.",
     "The court has closed the case against the bishop of Tarn this week."),
    ("Anna Ruud is not leaving the party after the vote in Bremen.",
     "Otto Holm is leaving the party after the vote in Bremen."),
])
def test_what_is_said_of_another_thing_is_no_drift(a: str, b: str) -> None:
    """Both hold: one party, one government."""
    assert not _alarms(a, b)
    assert not _alarms(b, a)


@pytest.mark.parametrize(("a", "b"), [
    ("“I am not leaving the party,” deputy Ilona Varga said in Budapest on Monday.",
     "“I am leaving the party,” deputy Ilona Varga told reporters in Budapest on Monday."),
    ("The Oresund school in Malmo was open on Monday despite the snowstorm.",
     "The Oresund school in Malmo was open on Monday because of the snowstorm."),
    ("The firm will not close the mill at Ostra this year, its owner said.",
     "The firm will close the mill at Ostra this year, its chief executive said."),
    ("The court has opened the case against the mayor of Tarn this week.",
     "The court has closed the case against the mayor of Tarn last week."),
])
def test_what_is_said_of_the_same_thing_is_one(a: str, b: str) -> None:
    """Whatever else differs farther on."""
    assert _alarms(a, b)
    assert _alarms(b, a)
