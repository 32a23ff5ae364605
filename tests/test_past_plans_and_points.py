"""What was to come against what came, and percentage points against a relative change."""

from __future__ import annotations

from datetime import date

import pytest
from variations import alarms_either_way

DAY = date(2024, 3, 6)


@pytest.mark.parametrize(("a", "b"), [
    ("The Glass Theatre in Ostra was to reopen on 9 February.", "The Glass Theatre in Ostra reopened on 2 March."),
    ("The Velden tunnel was originally to open on 9 February.", "The Velden tunnel opened on 2 March."),
    ("The two hostages were to be freed on 2 March in Tarn.", "The two hostages were freed on 5 March in Tarn."),
    ("The trial of Ada Kern was to begin on 14 January.", "The trial of Ada Kern began on 2 March."),
])
def test_what_was_to_come_is_not_what_came(a: str, b: str) -> None:
    assert alarms_either_way(a, b, DAY) == []


@pytest.mark.parametrize(("a", "b"), [
    ("The Velden tunnel was to open on 9 February.", "The Velden tunnel was to open on 16 February."),
    ("The Velden tunnel is to open on 14 May.", "The Velden tunnel will open on 21 May."),
    ("The painter Ivo Lang was to die in Ostra in 1820.", "The painter Ivo Lang died in Ostra in 1829."),
    ("Ada Kern was to win the title in 2010.", "Ada Kern won the title in 2012."),
    ("The mill was eventually to open on 3 May 1931.", "The mill opened on 9 May 1931."),
    ("The two hostages were freed on 2 March in Tarn.", "The two hostages were freed on 5 March in Tarn."),
    ("The 12 miners rescued on Sunday were to be flown home.", "The 14 miners rescued on Sunday were flown home."),
])
def test_two_accounts_of_one_plan_or_of_what_came_are_told(a: str, b: str) -> None:
    assert alarms_either_way(a, b, DAY)


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
