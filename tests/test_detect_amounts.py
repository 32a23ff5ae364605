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


AGES = [
    "The suspect is 34.",
    "The elderly man at the wheel will be seventy-eight at his next birthday.",
    "The harbour master, who died in his sleep at 91, kept a diary.",
    "At 66, the former commander faces the rest of his life in a cell.",
    "A shepherd boy of 12 lost a foot above Kvareti.",
    "She is only four, and her brother cannot swim.",
    "Prime Minister Ann Lee, now 61, retired.",
    "The bus driver, 54 and unhurt, was held.",
    # Unseen, of a writer who knew neither the code nor these; of 30 such 20 are read, and none of 30 look-alikes.
    "Now 33, the striker admits his legs no longer carry him past full-backs the way they did.",
    "Not yet 21, the midfielder has already been handed the captain's armband by a grateful manager.",
    "The bishop, 88 in March, has handed over most of his duties to a deputy.",
]
NO_AGES = [
    "The mayor put the toll at 43.",
    "She finished at 72, which was enough.",
    "The driver was a father of three.",
    "The team of 12 was beaten.",
    "The score was 34.",
    "Ivo Marr was 15 for 20 with two touchdowns.",
    "He was one of 12 who applied.",
    "The widow lives at 62, Garnet Street, where neighbours laid flowers on Wednesday.",
]


@pytest.mark.parametrize("text", AGES)
def test_a_figure_alone_is_the_age_of_whom_it_is_said(text: str) -> None:
    assert [f.measure.dimension for f in _amounts(text)] == ["age"]


@pytest.mark.parametrize("text", NO_AGES)
def test_a_figure_beside_a_person_may_be_another_one(text: str) -> None:
    assert "age" not in {f.measure.dimension for f in _amounts(text)}


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("He was fined 500 pounds.", "money:GBP"),
        ("The house sold for 300,000 pounds.", "money:GBP"),
        ("Fares rise by two pounds a week.", "money:GBP"),
        ("A 50-pound fine was imposed.", "money:GBP"),
        ("The baby weighed seven pounds.", "mass"),
        ("He paid for 40 pounds of cocaine.", "mass"),
        ("A 500-pound bomb was found.", "mass"),
    ],
)
def test_pounds_that_are_paid_are_money(text: str, dimension: str) -> None:
    (fact,) = _amounts(text)
    assert isinstance(fact.value, Quantity)
    assert fact.value.dimension == dimension


@pytest.mark.parametrize("text", ["The hospital has shut one bed in five.", "One household in eight has no water.",
                                  "One new pupil in every twenty stays away."])
def test_one_of_so_many_is_a_share_of_them(text: str) -> None:
    (fact,) = _amounts(text)
    assert (fact.measure.dimension, bool(fact.measure.head)) == ("percent", True)


@pytest.mark.parametrize("text", ["He scored one goal in five matches.", "There was one death in 2019.",
                                  "One man in 20 cars was hurt."])
def test_one_of_a_kind_in_so_many_others_is_none(text: str) -> None:
    assert "percent" not in {f.measure.dimension for f in _amounts(text)}
