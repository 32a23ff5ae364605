"""Rates in adverbs and adjectives, "$30 monthly" and "a monthly rent", and sums for each of some things."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.config import Settings
from claimcheck.link.per_one import FAR
from claimcheck.model.fact import Fact
from claimcheck.model.finding import Verdict
from claimcheck.model.value import Quantity
from claimcheck.pipeline import compare_documents
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of

ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}


def _figure(text: str) -> Fact:
    """The last quantity of a sentence."""
    found = [f for c in claims_of(read_text(text, "herald")).claims for f in c.facts if isinstance(f.value, Quantity)]
    return found[-1]


def _verdicts(a: str, b: str) -> set[Verdict]:
    documents = [read_text(a, "herald"), read_text(b, "ledger")]
    return {f.verdict for f in compare_documents(documents, Settings()).findings}


@pytest.mark.parametrize(("text", "dimension", "base"), [
    ("Storage costs 40 euros per annum.", "money:EUR/year", 40),
    ("The state sends 640 million euros in aid a year.", "money:EUR/year", 640_000_000),
    ("Ministers call for 13 million euros extra a year.", "money:EUR/year", 13_000_000),
    ("The licence costs 18 euros per user per month.", "money:EUR/year", 216),
    ("Savers get 3 percent per annum.", "percent/year", 3),
    ("Ostra pumps 10 bpd.", "volume/week", Decimal("11.12911064496")),
])
def test_an_amount_that_comes_time_and_again_is_a_rate(text: str, dimension: str, base: Decimal | int) -> None:
    fact = _figure(text)
    assert isinstance(fact.value, Quantity)
    assert (fact.measure.dimension, fact.value.base.figure) == (dimension, base)


@pytest.mark.parametrize("text", [
    "The annual report cost 60,000 euros.", "The monthly meeting drew 300 people.",
    "The weekly magazine sold for 4 euros.", "Brandt reported an annual profit of 3 million euros.",
    "The Daily Post was sold for 9 million euros.", "The annual trip cost 4,000 euros.",
    "The council meets monthly and has paid 40,000 euros to Brandt.",
    "The village burned 40 tonnes of coal in its annual feast.", "Prices rose 3 percent annually.",
    "The club paid 3 million euros in fees a year earlier.", "Its annual $30 million budget was passed.",
    "The daily minimum was 3 degrees.", "The plan will save 3 million euros over ten years.",
    "Two daily papers paid 300 euros.", "The bakery sells 200 loaves daily.",
    "Brandt, who pays his rent monthly, won 3 million euros.",
])
def test_what_only_stands_beside_a_time_is_no_rate(text: str) -> None:
    assert "/" not in _figure(text).measure.dimension


@pytest.mark.parametrize(("text", "dimension", "each"), [
    ("Tickets cost 70 euros per ticket.", "money:EUR", "ticket"),
    ("The state pays 4.10 euros a hen.", "money:EUR", "hen"),
    ("Owners get $31 for each share.", "money:USD", "share"),
    ("For each goat the herders got 300 dollars.", "money:USD", "goat"),
    ("The trip cost 2,500 euros a head.", "money:EUR", "person"),
    ("The licence costs 18 euros per user per month.", "money:EUR/year", "user"),
    ("Copper costs 9,000 dollars a tonne.", "money:USD/mass", ""),
    ("Wheat costs 7 dollars a bushel.", "money:USD/volume", ""),
    ("The room costs 120 euros a night.", "money:EUR/night", ""),
    ("The peso fell to 366 pesos per dollar.", "money:MXN/dollar", ""),
    ("The fine is 500 dollars a day.", "money:USD/week", ""),
    ("Tickets cost 70 euros.", "money:EUR", ""),
])
def test_a_sum_for_each_of_some_things_is_a_sum(text: str, dimension: str, each: str) -> None:
    measure = _figure(text).measure
    assert (measure.dimension, measure.each) == (dimension, each)


@pytest.mark.parametrize(("a", "b"), [
    ("Tickets for the Ostra derby cost 60 euros.", "Tickets for the Ostra derby cost 90 euros per ticket."),
])
def test_two_rates_or_prices_of_one_thing_are_held_against_each_other(a: str, b: str) -> None:
    assert _verdicts(a, b) & ALARMS


@pytest.mark.parametrize(("a", "b"), [
    ("The ferry to Ostra costs 60 euros a car.", "The ferry to Ostra costs 15 euros a passenger."),
    ("The trip to Ostra cost 60 euros a head.", "The trip to Ostra cost 2,400 euros."),
    ("The trip to Ostra cost 60 euros a head.", "The trip to Ostra cost 110 euros in all."),
    ("The rent of the Velden hall is 800 euros a month.", "The annual rent of the Velden hall is 9,600 euros."),
    ("Copper from Velden costs 9,000 dollars a tonne.", "Copper from Velden costs 80 dollars a barrel."),
    ("Tickets for the Ostra derby cost 60 euros.", "Tickets for the Ostra derby cost 60 euros a ticket."),
])
def test_prices_of_two_things_and_equal_rates_raise_no_alarm(a: str, b: str) -> None:
    assert not _verdicts(a, b) & ALARMS


def test_a_total_may_be_far_above_what_is_for_each() -> None:
    """So far apart a sum for each and one of which nothing is said are of two things."""
    each, all_ = "The state paid the herders 300 dollars a goat.", "The state paid the herders {} dollars."
    assert not _verdicts(each, all_.format(int(300 * FAR) + 10)) & ALARMS
