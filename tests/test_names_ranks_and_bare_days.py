"""Ranks of somebody else, forms of one name, the sex of a given name, and days that are only named."""

from __future__ import annotations

from datetime import date

import pytest
from variations import alarms_either_way

from claimcheck import compare_texts

DAY = date(2024, 3, 6)


@pytest.mark.parametrize(("a", "b"), [
    ("The guard Bill Ruud saw it.", "Guard William Ruud saw it."),
    ("Actor Tom Kerr praised the film.", "Actor Tom Holm praised the film."),
    ("Chess player Dmytro Shevchuk has won in Batumi.", "Dmitry Shevchuk, the chess player, won in Batumi."),
    ("Dancer Volodymyr Holm has left the company.", "The dancer, Vladimir Holm, has left the company."),
    ("Pianist Kateryna Lemko played in the station.", "In the station the pianist Ekaterina Lemko played."),
    ("Boxer Oleksandr Usko has signed.", "Alexander Usko, the boxer, put his name to the contract."),
])
def test_two_people_and_two_forms_of_a_name_are_left_alone(a: str, b: str) -> None:
    assert alarms_either_way(a, b, DAY) == []


@pytest.mark.parametrize(("a", "b"), [
    ("He was replaced by the captain. Lena Varga came on late.", "Sergeant Lena Varga came on duty after the break."),
    ("Lena Varga, married to a captain, runs the clinic.", "Sergeant Lena Varga runs the clinic."),
    ("Former police captain Lena Varga has bought the club.", "The club belongs to police sergeant Lena Varga now."),
    ("Lena Varga, formerly a captain, has bought the club.", "The club belongs to police sergeant Lena Varga now."),
])
def test_ranks_that_may_be_somebody_elses_are_left_alone(a: str, b: str) -> None:
    assert alarms_either_way(a, b, DAY) == []


@pytest.mark.parametrize(("a", "b"), [
    ("Coach Paul Renn promised changes for Sunday.", "There will be changes on Sunday, Paul Renn said."),
    ("The hall opened in late May.", "The hall will be opened in late May."),
    ("Police arrested Omar Tahir on Sunday.", "Omar Tahir will be arrested on Sunday."),
    ("The clinic was to close at Christmas, the board said.", "The clinic closed at Christmas, the board said."),
    ("The river was falling by Tuesday noon.", "The river began to fall at noon on Tuesday."),
    ("Traffic was blocked until 3 p.m. on Tuesday.", "The road was open again at 3 p.m. on Tuesday."),
    ("The furnace will be lit again before Easter.", "The furnace is to be lit ahead of the Easter holiday."),
    ("The hall closes before the Christmas break.", "The hall closes ahead of Christmas."),
])
def test_a_day_that_is_only_named_is_one_in_both(a: str, b: str) -> None:
    assert alarms_either_way(a, b, DAY) == []


@pytest.mark.parametrize(("a", "b"), [
    ("The clinic in Ostra closed on Monday.", "The clinic in Ostra closed on Tuesday."),
    ("The clinic in Ostra opened in May 2022.", "The clinic in Ostra opened in May 2023."),
    ("The road at Ostra was open again by 3 p.m. on Tuesday.",
     "The road at Ostra was open again at 5 p.m. on Tuesday."),
    ("All hostages in Ostra were freed by 6 a.m. on Monday.",
     "The hostages in Ostra were freed after 6 a.m. on Monday."),
    ("The ferry sank off Ostra on Monday, March 4, killing 12.",
     "The ferry sank off Ostra on Monday, February 26, killing 12."),
])
def test_other_days_and_years_still_differ(a: str, b: str) -> None:
    assert alarms_either_way(a, b, DAY) == ["date-mismatch"]


def test_reports_of_two_weeks_speak_of_two_sundays() -> None:
    texts = {"herald": "Police in Ostra arrested Omar Tahir on Sunday.",
             "ledger": "Omar Tahir was arrested by police in Ostra on Sunday."}
    report = compare_texts(texts, published={"herald": DAY, "ledger": date(2024, 3, 13)})
    assert "date-mismatch" in {f.rule for f in report.findings}


@pytest.mark.parametrize(("a", "b"), [
    ("A woman of 50 was hurt in the crash at Ostra on Monday.",
     "Peter Holm, 43, was hurt in the crash at Ostra on Monday."),
    ("The 31-year-old woman was named as the driver.", "The driver, Omar Tahir, 38, was named by police."),
    ("Ewa Nowak, 27, was pulled from the canal at Velden.", "A man of 61 was pulled from the canal at Velden."),
    ("The thief, a woman of 22, was caught at the station.",
     "Kofi Mensah, a 35-year-old thief, was caught at the station."),
])
def test_a_man_and_a_woman_by_the_given_name_have_two_ages(a: str, b: str) -> None:
    assert alarms_either_way(a, b, DAY) == []


@pytest.mark.parametrize(("a", "b"), [
    ("A man of 50 was hurt in the crash at Ostra on Monday.",
     "Peter Holm, 43, was hurt in the crash at Ostra on Monday."),
    ("The driver, Ida Brandt, 31, was named by police.", "Police named the driver as Ida Brandt, a woman of 38."),
])
def test_one_person_by_the_given_name_has_one_age(a: str, b: str) -> None:
    assert alarms_either_way(a, b, DAY) == ["quantity-mismatch"]


@pytest.mark.parametrize(("before", "after", "alarm"), [
    ("Peter Novak met Anna Holm at the station. She is 43.", "Anna Holm, 47, met Peter Novak at the station.", True),
    ("Peter Novak met Anna Holm at the station. She is 43.", "Peter Novak, 47, met Anna Holm at the station.", False),
    ("Police arrested Ewa Nowak and Omar Tahir in Ostra. He is 43.", "Omar Tahir, 47, was arrested in Ostra.", True),
])
def test_she_is_the_woman_of_two(before: str, after: str, alarm: bool) -> None:
    assert alarms_either_way(before, after, DAY) == (["quantity-mismatch"] if alarm else [])
