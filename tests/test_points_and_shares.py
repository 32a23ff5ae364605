"""Percentage points are not held against a relative change."""

from __future__ import annotations

from datetime import date

import pytest
from variations import alarms_either_way

DAY = date(2024, 3, 6)


@pytest.mark.parametrize(("a", "b"), [
    ("Joblessness in Ostra county rose by two percentage points in May.",
     "Joblessness in Ostra county rose by a third in May."),
    ("Turnout in Velden fell by four percentage points in May.", "Turnout in Velden fell by half in May."),
    ("Support for the Liberals rose by 3 percentage points to 15 percent, a poll by Norstat showed.",
     "Support for the Liberals rose by a quarter to 15 percent, a poll by Norstat showed."),
])
def test_points_are_no_share(a: str, b: str) -> None:
    """From 6 to 8 per cent is a third, and two points."""
    assert alarms_either_way(a, b, DAY) == []


@pytest.mark.parametrize(("a", "b"), [
    ("Joblessness in Ostra county rose by two percentage points in May.",
     "Joblessness in Ostra county rose by three percentage points in May."),
    ("Joblessness in Ostra county rose by 2 percentage points in May.",
     "Joblessness in Ostra county rose by 2 percent in May."),
    ("Joblessness in Ostra county rose by a third in May.", "Joblessness in Ostra county rose by 60 percent in May."),
])
def test_points_or_shares_are_of_one_scale(a: str, b: str) -> None:
    assert alarms_either_way(a, b, DAY)
