"""What two desks tell in conflict, each in its words, and what only looks so: ends, fractions, parts, ages."""

from __future__ import annotations

import pytest

from claimcheck import compare_texts
from claimcheck.model.finding import Finding, Verdict

ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}


def _alarms(a: str, b: str) -> list[Finding]:
    return [f for f in compare_texts({"a": a, "b": b}).findings if f.verdict in ALARMS]


@pytest.mark.parametrize(("a", "b"), [
    ("The road is closed until Monday.", "The road stays closed until Thursday."),
    ("The road is closed until 5 p.m.", "The road is closed until 9 p.m."),
    ("The road will not reopen until June.", "The road will not open again until August."),
    ("It is the highest rate since March 2023.", "It is the highest rate since the autumn of 2021."),
    ("The mine has been closed since May 2019.", "The mine has been shut since the third quarter of 2019."),
    ("The alarm was raised at 10.40 p.m.", "The alarm was raised just before half past eleven."),
    ("The attack began shortly after 3 p.m.", "The attack began at 2.40 in the afternoon."),
    ("A quarter of the voters chose Lee.", "A third of the voters chose Lee."),
    ("All 24 crew members were taken off the ship.", "The ship's crew of twenty-one was taken off."),
    ("Five firefighters were hurt.", "Eight members of the fire service were injured."),
    ("Eleven people were hurt in the attack.", "The count stood at three killed and fourteen with gunshot injuries."),
    ("Prices rose 4.1 percent in the year to May.", "The annual rate of inflation came in at 4.4 percent in May."),
    ("The actor died at 91, the Herald reported.", "The actor died at 93."),
    ("Diego Marsh, 19, put Rovers ahead in the 67th minute.", "Diego Marsh, who is 21, scored in the 76th minute."),
])
def test_what_is_told(a: str, b: str) -> None:
    assert _alarms(a, b)


@pytest.mark.parametrize(("a", "b"), [
    ("The road is closed until Sunday.", "The road is closed until Monday."),
    ("The road is closed until Friday evening.", "The road is closed until Friday at 6 p.m."),
    ("The road is closed until midnight.", "The road is closed until 11:59 p.m."),
    ("The scheme runs until the 2030s.", "The scheme runs until 2035."),
    ("The bus left at about 4:20 p.m.", "The bus left shortly before five on Friday afternoon."),
    ("The quake struck shortly past midnight.", "The quake struck at 0:04 a.m."),
    ("It opened on the eve of 2020.", "It opened on December 31, 2019."),
    ("Exactly 31 percent of the voters chose Lee.", "Almost a third of the voters chose Lee."),
    ("A total of 35 percent of the voters chose Lee.", "A third of the voters chose Lee."),
    ("The storm damaged five other houses.", "Six houses were damaged by the storm."),
    ("In the raid in Dorvek nine officers were injured.", "In the raid in Dorvek 14 people were injured."),
    ("The school was founded a few years ago.", "The school was founded 10 years ago."),
])
def test_what_may_both_be_true(a: str, b: str) -> None:
    assert not _alarms(a, b)


@pytest.mark.parametrize(("a", "b"), [
    ("Head nurse Rui Talhada, 47, was at work on Monday.", "Marr, 49, was at work on Monday, the clinic said."),
    ("A man of 44 was struck by a lorry at the gate.", "A woman of 37 was struck by a lorry at the gate."),
    ("Transport minister Ida Rusk spoke first. \"We were not asked,\" the 63-year-old complained.",
     "Ivo Marr, 52, complained that he was not asked."),
])
def test_two_people_have_two_ages(a: str, b: str) -> None:
    assert not _alarms(a, b)


def test_those_of_a_kind_may_be_some_of_all() -> None:
    (told,) = _alarms("The storm in Harrow killed 17 residents.", "In Harrow 19 people lost their lives in the storm.")
    assert told.verdict is Verdict.TENSION
    assert told.condition == "both hold if a counts only some of those that b counts"
