"""Figures in names of programmes, laws, fleets, charges and asteroids are no amounts, ranks or years."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.extract.values import read_values
from claimcheck.model.value import QuantityKind

PROGRAMMES = [
    "60 Minutes is facing criticism over the interview.",
    "CBS News' 60 Minutes pulled the report.",
    "A 48 Hours special on the killing drew nine viewers in ten.",
    'An editor of "24 Hours," Ann Lee, resigned.',
    "'60 Minutes' Under Fire Over Cut",
]
LENGTHS = [
    ("Man Freed 48 Hours After Crash", "48 Hours"),
    ("Storm Shuts Port for the Next 24 Hours, Officials Say", "24 Hours"),
    ("The site wrote that “Earth Will Go Dark for 6 Days Next Month”, which was a hoax.", "6 Days"),
    ("The trial lasted 48 hours.", "48 hours"),
]
NO_RANK = [
    "The Second Amendment speaks of arms.",
    "The 25th Amendment was never used for that.",
    "A court upheld her Fourth Amendment rights.",
    "The Seventh Fleet left port on its own.",
    "The Ninth Circuit heard the appeal.",
    "The first daughters stayed away from the dinner.",
    "He was found guilty of second-degree murder.",
    "The third-party candidate withdrew.",
    "They took the lead late in the fourth quarter of the game.",
    "Marr scored twice in the third quarter.",
]
RANKS = [
    ("Fourth Ebola patient dies in Velden", 4),
    ("Marr Wins 5th Title", 5),
    ("Harrow Mourns Its Second Amendment Hero", 2),
    ("She won her fifth Olympic medal.", 5),
    ("Dorvek is the second-largest city of the country.", 2),
    ("His first news conference was short.", 1),
    ("The first women's match was sold out.", 1),
    ("Its second term began on Monday.", 2),
]
DESIGNATIONS = ["The asteroid 2028 QT41 will pass by.", "A rock named 2011 AG5 came close.",
                "The comet C/2023 A3 faded.", "Asteroid 2024 YR4's path is known."]
YEARS = [("In 2014 MH17 was shot down.", "2014"), ("The 2014 MH17 crash shook the town.", "2014"),
         ("On May 4, 2014 MH17 was still on the list.", "2014-05-04"),
         ("Leaders at the 2014 G20 summit agreed.", "2014")]


@pytest.mark.parametrize("text", PROGRAMMES)
def test_a_figure_with_a_capitalised_unit_is_a_programme(text: str) -> None:
    """In running text, or alone in quotation marks."""
    assert not [q for q in read_values(text).quantities if q.kind is QuantityKind.DURATION]


@pytest.mark.parametrize(("text", "length"), LENGTHS)
def test_in_a_headline_in_title_case_it_is_a_length(text: str, length: str) -> None:
    """Where every word has a capital, that of the unit says nothing."""
    read = read_values(text)
    assert any(length in span.of(text) for span in (*(q.span for q in read.quantities), *(t.span for t in read.times)))


@pytest.mark.parametrize("text", NO_RANK)
def test_an_ordinal_in_a_name_or_a_fixed_term_is_no_rank(text: str) -> None:
    """Nor is it one of several of whom nobody says how many."""
    read = read_values(text)
    assert not read.quantities
    assert not read.times


@pytest.mark.parametrize(("text", "rank"), RANKS)
def test_other_ordinals_are_ranks(text: str, rank: int) -> None:
    """Also at the start of a headline, and in one in title case."""
    assert [q.interval.low for q in read_values(text).quantities if q.kind is QuantityKind.ORDINAL] == [rank]


@pytest.mark.parametrize("text", DESIGNATIONS)
def test_a_year_before_letters_and_digits_is_a_designation(text: str) -> None:
    assert not read_values(text).times
    assert not read_values(text).quantities


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_a_year_that_dates_what_bears_such_a_name_is_a_year(text: str, year: str) -> None:
    assert [t.value for t in read_values(text).times] == [year]


def test_a_quarter_of_the_year_is_a_time() -> None:
    """Also where a company lost or beat something in it."""
    for text in ("Sales beat forecasts in the third quarter.", "It lost ground in the second quarter of 2030.",
                 "The firm scored a contract worth $3m in the fourth quarter."):
        assert len(read_values(text).times) == 1


def test_sources_that_name_one_programme_do_not_agree_on_a_length() -> None:
    texts = {"herald": "CBS News' 60 Minutes is facing backlash over its interview with Ann Lee.",
             "ledger": "60 Minutes faces backlash over its interview with Ann Lee."}
    assert not [f for f in claimcheck.compare_texts(texts).findings if f.rule == "same-quantity"]
