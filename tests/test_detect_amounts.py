"""Who has an age, and what a negation does to a figure."""

from __future__ import annotations

import pytest

from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.value import Quantity
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of
from claimcheck.rules.words import value_words


def _amounts(text: str) -> list[Fact]:
    claims = claims_of(read_text(text, "a")).claims
    return [f for claim in claims for f in claim.facts if isinstance(f.value, Quantity)]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Ann Lee is 34 years old.", "Lee"),
        ("Ann Lee, a 34-year-old driver, was hurt.", "Lee"),
        ("A 34-year-old driver, Ann Lee, was hurt.", "Lee"),
        ("The 34-year-old driver Ann Lee was hurt.", "Lee"),
        ("The minister's son Ivo Marr is a 21-year-old student.", "Marr"),
        ("Ann Lee died at the age of 34.", "Lee"),
        ("Ann Lee died aged 34.", "Lee"),
        ("The coach praised a teenager named Ivo Marr last week.", "Marr"),
        ("Ann Lee arrested a 34-year-old man.", "the man"),
        ("Ann Lee killed a man aged 20.", "the man"),
        ("Lee Marr walked in with a 12-year-old boy.", "the boy"),
        ("Mr Tarn said that his son was 12 years old.", "the son"),
        ("Ann Lee met a 34-year-old in the park.", ""),
        ("Mr Tarn was charged with killing a 12-year-old.", ""),
    ],
)
def test_an_age_is_that_of_the_nearest_and_not_of_who_met_them(text: str, holder: str) -> None:
    """By name where there is one."""
    (fact,) = _amounts(text)
    assert fact.measure.label == (f"age of {holder}" if holder else "age")


@pytest.mark.parametrize(
    "text",
    ["When she was 16, Ann Lee left school.", "Her parents did not agree when she turned 16.",
     "Ann Lee joined the army at the age of 20."],
)
def test_a_time_of_life_is_no_age(text: str) -> None:
    """It is over, or to come."""
    assert [f.measure.aspect for f in _amounts(text)] == [Aspect.ASIDE]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The pullout will not take more than 10 days.", ["≤ 10 days"]),
        ("The pullout won't last longer than 10 days.", ["≤ 10 days"]),
        ("The pullout would not take less than 10 days.", ["≥ 10 days"]),
        ("The price will not exceed 500 euros.", ["≤ 500 EUR"]),
        ("There were not more than 12 people on board.", ["≤ 12"]),
        ("The plant did not cut 500 jobs.", ["not 500"]),
        ("The price did not rise by 5 percent.", ["not 5 %"]),
        ("Not 12 but 15 people were hurt.", ["not 12", "15"]),
        ("The shop didn't earn $30 million last year but just $4 million.", ["not 30,000,000 USD", "4,000,000 USD"]),
        ("Those 40 boats are not seaworthy.", ["40"]),
        ("In a poll of 900 voters, the tax was not mentioned.", ["900"]),
        ("Police have not identified the 12 victims.", ["12"]),
        ("Police did not find 12 of the passengers.", ["12"]),
        ("The plant will not close for 30 days.", ["30 days"]),
    ],
)
def test_a_negation_turns_a_bound_and_denies_a_figure_that_it_reaches(text: str, values: list[str]) -> None:
    """What stands before it, or is there in any case, is not denied."""
    assert [value_words(f) for f in _amounts(text)] == values
