"""What people who tried the program on articles of their own stumbled over, in other words than theirs."""

from __future__ import annotations

import pytest

from claimcheck import compare_texts
from claimcheck.cache.store import NO_CACHE
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.finding import Verdict
from claimcheck.model.value import Quantity, Timex
from claimcheck.read import read_text
from claimcheck.read_claims import kept_claims

ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}


def _alarms(a: str, b: str) -> list[str]:
    return [f.message for f in compare_texts({"herald": a, "ledger": b}).findings if f.verdict in ALARMS]


def _facts(text: str) -> list[Fact]:
    return [f for c in kept_claims(read_text(text, "herald"), None, NO_CACHE).claims for f in c.facts]


def _figures(text: str) -> list[Fact]:
    return [f for f in _facts(text) if isinstance(f.value, Quantity)]


@pytest.mark.parametrize("text", [
    "The birth rate is 1.6 percent, down from 2.1 percent in 1990.",
    "Membership was 9 percent, up from 7 percent a decade ago.",
    "The bakery made a profit of 3 million francs, compared with 2 million francs in 2019.",
    "Absence stood at 4 percent, against 6 percent in the year before.",
])
def test_a_level_is_not_of_the_time_of_the_one_before(text: str) -> None:
    level, previous = _figures(text)
    assert (level.measure.aspect, level.measure.scope) == (Aspect.LEVEL, ())
    assert previous.measure.aspect is Aspect.PREVIOUS


@pytest.mark.parametrize("text", [
    "Thefts rose from 310 cases in 2018 to 420 in 2021.", "The herd grew from 90 animals in 2005 to 150 in 2015.",
    "Sales climbed from 12,000 units in 2019 to 15,500 in 2022.",
])
def test_a_year_before_a_figure_is_no_range(text: str) -> None:
    assert [f.measure.aspect for f in _figures(text)] == [Aspect.PREVIOUS, Aspect.LEVEL]


@pytest.mark.parametrize(("text", "events"), [
    ("Four people were killed and 19 hurt when the stand gave way.", ["die", "injure"]),
    ("The collision left three dead and eight injured.", ["die", "injure"]),
    ("The flood left dozens homeless.", ["homeless"]),
    ("A landslide left seven villagers missing.", ["missing"]),
])
def test_what_happened_to_those_who_are_counted(text: str, events: list[str]) -> None:
    assert [f.measure.event for f in _figures(text)] == events


@pytest.mark.parametrize(("a", "b"), [
    ("Last year the lifeboat was launched 48 times.", "The lifeboat has been launched 19 times since April."),
    ("The midfielder scored nine goals last season.", "The midfielder has scored four goals this season."),
    ("In the previous campaign she won 11 races.", "She won six races this season."),
    ("The ferry has a crew of 21.", "Nine passengers of the ferry were taken to hospital."),
    ("The rink will close in March 2026, the council said.",
     "The council postponed its vote on the rink until November 2025."),
    ("The firm fell from 90 shops in 2016 to 70 in 2020.", "The firm has 70 shops, the manager said."),
    ("An earlier version of this report gave the number of dead as 14. Eleven people died in the fire at Ostra.",
     "Eleven people died in the fire at Ostra."),
])
def test_two_things_raise_no_alarm(a: str, b: str) -> None:
    assert not _alarms(a, b)


@pytest.mark.parametrize(("a", "b"), [
    ("The airline lost 80 million euros in the second quarter.",
     "The airline's loss came to 65 million euros in the second quarter."),
    ("Each day of the blockade costs the port 3 million crowns.",
     "The blockade is costing the port 5 million crowns a day."),
    ("A month's supply of the drug costs 90 dollars.", "The drug is sold at 140 dollars a month."),
    ("Turnout was 41 percent, up from 38 percent in 2020.", "Turnout in the election was 52 percent."),
    ("Five people were killed and more than 60 hurt when the grandstand gave way.",
     "The collapse of the grandstand killed five people and injured 45."),
    ("Fifteen passengers of the ferry were taken to hospital, the coastguard said.",
     "Nine passengers of the ferry were taken to hospital, the coastguard said. It has a crew of 15."),
])
def test_one_thing_does(a: str, b: str) -> None:
    assert _alarms(a, b)


def test_one_value_against_what_two_others_agree_on_is_one_alarm() -> None:
    texts = {"herald": "Winds of 120 km/h were measured at Cape Orne.",
             "ledger": "Winds reached 75 miles per hour at Cape Orne.",
             "wire": "Winds of 160 km/h were measured at Cape Orne."}
    (alarm,) = [f for f in compare_texts(texts).findings if f.verdict in ALARMS]
    assert {side.document for side in alarm.evidence} == set(texts)


def test_a_week_after_a_weekday_is_another_day() -> None:
    report = compare_texts({"herald": "The striker will make his debut on Saturday.",
                            "ledger": "A strain keeps the striker out of Saturday's match; his debut is a week later."})
    assert not [f for f in report.findings if f.rule == "same-date" and "Saturday" in f.evidence[0].quote
                and "week" in f.evidence[1].quote]


def test_those_for_and_those_against_do_not_agree() -> None:
    report = compare_texts({"herald": "Councillor Ida Marr voted for the merger of the two schools.",
                            "ledger": "Ida Marr voted against the merger on Monday night, as did five others."})
    assert not [f for f in report.findings if f.rule == "same-event"]


def test_what_is_paid_for_one_thing_does_not_grow() -> None:
    report = compare_texts({"herald": "Rovers have signed the striker for 24 million pounds.",
                            "ledger": "Rovers paid 28 million pounds for the striker."})
    assert not [f for f in report.findings if "grown" in f.condition]


def test_in_a_month_some_people_are_no_day() -> None:
    facts = _facts("In April three hikers drowned.")
    assert [f.value.value for f in facts if isinstance(f.value, Timex)] == ["XXXX-04"]
