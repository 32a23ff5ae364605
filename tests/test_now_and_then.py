"""What is so now is not held against what was so a year or more ago."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.model.finding import Verdict

_ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}


def _alarms(a: str, b: str) -> bool:
    return not _ALARMS.isdisjoint(f.verdict for f in claimcheck.compare_texts({"a": a, "b": b}).findings)


@pytest.mark.parametrize(("a", "b"), [
    ("Petrol costs 1.90 euros in Ostra.", "Petrol cost 1.60 euros in Ostra a year ago."),
    ("The club in Velden has 300 members.", "Last year the club in Velden had 250 members."),
    ("A room at the inn costs 80 euros.", "Two years ago a room at the inn cost 65 euros."),
    ("Rent in Ostra has risen to 800 euros.", "Last year rent in Ostra was 700 euros."),
])
def test_a_year_ago_is_another_time_than_now(a: str, b: str) -> None:
    assert not _alarms(a, b)


@pytest.mark.parametrize(("a", "b"), [
    ("Petrol costs 1.90 euros in Ostra.", "Petrol costs 1.60 euros in Ostra."),
    ("A year ago petrol cost 1.90 euros in Ostra.", "Petrol cost 1.60 euros in Ostra a year ago."),
    ("The factory in Ostra employs 400 people.", "The factory in Ostra employed 600 people when it closed on Friday."),
])
def test_of_one_time_they_are(a: str, b: str) -> None:
    assert _alarms(a, b)
