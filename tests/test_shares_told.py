"""Shares in other words than "per cent": parts of a whole, small fractions, figures whose unit stands once, and rises
that are so much each year; with look-alikes, which stay what they were."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.model.value import PART, Quantity, QuantityKind
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of

_NEAR = Decimal("0.1")


def _figures(text: str) -> list[tuple[str, Quantity]]:
    """The dimension and the value of each figure."""
    facts = [f for c in claims_of(read_text(text, "herald")).claims for f in c.facts]
    return [(f.measure.dimension, f.value) for f in facts if isinstance(f.value, Quantity)]


def _shares(text: str) -> list[Decimal]:
    return [v.base.figure for dimension, v in _figures(text) if dimension == "percent" and v.base.figure is not None]


SHARES = {
    # n of them in m
    "Nine tenants in ten have signed the new lease.": 90,
    "Three wells in four are dry.": 75,
    "One in every 40 parcels is lost.": Decimal("2.5"),
    "One ferry in eight was late in May.": Decimal("12.5"),
    "More than one farmer in five has given up.": 20,
    "Of every hundred flats in Velden, 12 stand empty.": 12,
    "Out of every twenty calls, three go unanswered.": 15,
    "Two chairs of five on the board are to go to the union.": 40,
    "The city will close 18 of its 72 pools.": 25,
    "Six of ten shops in Ostra stayed shut.": 60,
    "Of the 50 villages, 40 have power again.": 80,
    "They have found 30 of the 120 stolen bikes.": 25,
    # small and strengthened fractions
    "Exports shrank by a sixteenth.": Decimal("6.25"),
    "More than a twentieth of the pupils were ill.": 5,
    "Wages were nearly a twentieth lower.": 5,
    "The levy takes one twenty-fifth of the harvest.": 4,
    "Fuel costs were up an eighth in March.": Decimal("12.5"),
    "A full quarter of the herd is lame.": 25,
    "Another third of tenants pay late.": Decimal("33.33"),
    "The fee has risen to a twentieth.": 5,
    "The shares shed $40 million in value, or a fifth.": 20,
    "Bread is a fifth dearer than in May.": 20,
    # told in nothing else
    "The jobless rate fell to 4.1 in May.": Decimal("4.1"),
    "The bank left its key rate at six and a half.": Decimal("6.5"),
    "Turnout was 58.3.": Decimal("58.3"),
}


@pytest.mark.parametrize(("text", "percent"), SHARES.items(), ids=SHARES)
def test_a_part_of_a_whole_is_a_share(text: str, percent: int | Decimal) -> None:
    assert [s for s in _shares(text) if abs(s - percent) < _NEAR], _shares(text)


NO_SHARES = (
    "Two goals in five leave Brandt without a place.",
    "They scored two goals in five matches.",
    "Two deaths in 2019 were blamed on the heat.",
    "Three boxes of 12 eggs were sold.",
    "Day two of five was lost to rain.",
    "One of the four sisters spoke.",
    "A fourteenth victim was named.",
    "Thirteen people died, and a fourteenth is missing.",
    "Three people died and a fourth was hurt.",
    "She came fifth in the race.",
    "They meet at a quarter past nine.",
    "It rained in the second half of March.",
    "Profits fell in the third quarter.",
    "They waited for half an hour.",
    "He reached the top at a twentieth attempt.",
    "The exchange rate rose to 4.25.",
    "The tremor was put at 4.3.",
)


@pytest.mark.parametrize("text", NO_SHARES)
def test_what_looks_like_a_share_is_none(text: str) -> None:
    assert _shares(text) == []


BOTH = {
    "Turnout was 71 per cent at Ostra and 87 at Velden.": [71, 87],
    "Unemployment was 4.5 percent in Ostra and 7 in Marl.": [4.5, 7],
    "Approval went from 33 per cent of voters in May to 38.": [33, 38],
    "The rate was cut to 3.5 percent from 4.": [3.5, 4],
    "Lunde won 50.6 percent of the vote to 48.1 for Rainey.": [50.6, 48.1],
    "Lunde took 55 percent and her rival 43.": [55, 43],
    "The crews rejected a rise of 12 percent and now want 20.": [12, 20],
    "The owners offered 3.5 per cent, where the crews asked for six.": [3.5, 6],
    "Output rose 6 percent, where analysts had expected three.": [6, 3],
    "The rate was 6.1 percent in May; in June it was 6.6.": [6.1, 6.6],
}


@pytest.mark.parametrize(("text", "percents"), BOTH.items(), ids=BOTH)
def test_per_cent_is_said_once_for_two(text: str, percents: list[float]) -> None:
    assert [float(s) for s in _shares(text)] == percents


ONE = {
    "Shares fell 3 percent to 38.": [3],
    "Output rose by 3 percent from 38 in May.": [3],
    "Sales fell 5 percent in Ostra and 12 in Velden were hurt.": [5],
    "They took 40 percent of the land and 12 in Velden resigned.": [40],
    "Prices rose 5 percent in May and 12 people died.": [5],
    "The yard cut 5 percent of its staff, and Brandt, 43, left.": [5],
    "The owners offered 3 per cent and want 20 jobs to go.": [3],
    "Sales rose 4 percent at the firm, which expects 20 shops to open.": [4],
    "Prices rose 4 percent and the tremor measured 6.6.": [4],
}


@pytest.mark.parametrize(("text", "percents"), ONE.items(), ids=ONE)
def test_another_figure_in_the_sentence_is_not_in_per_cent(text: str, percents: list[float]) -> None:
    assert [float(s) for s in _shares(text)] == percents


def test_a_count_of_some_stays_a_count() -> None:
    """Its share stands beside it, and follows from it."""
    figures = _figures("The city will close 18 of its 72 pools.")
    assert {v.base.figure for dimension, v in figures if dimension == "count"} == {18, 72}
    assert [v.derivation for _, v in figures if v.kind is QuantityKind.FRACTION] == [PART]


EACH = {
    "The bond pays 5 percent per annum.": "percent/year",
    "Rents rose 3% annually in June.": "percent",
    "Rents rose 3%.": "percent",
    "The group bought 300 daily papers.": "count",
}


@pytest.mark.parametrize(("text", "dimension"), EACH.items(), ids=EACH)
def test_so_much_a_year_is_said_in_one_word(text: str, dimension: str) -> None:
    assert [of for of, _ in _figures(text)] == [dimension]


PARTS_OF_A_MILLION = {
    "The payout was a third of a million dollars.": ("money:USD", 333_333),
    "The museum owes nearly an eighth of a million euros.": ("money:EUR", 125_000),
    "A fifth of a million people fled.": ("count", 200_000),
}


@pytest.mark.parametrize(("text", "told"), PARTS_OF_A_MILLION.items(), ids=PARTS_OF_A_MILLION)
def test_a_part_of_a_million_is_an_amount(text: str, told: tuple[str, int]) -> None:
    assert [(dimension, int(v.base.figure or 0)) for dimension, v in _figures(text)] == [told]
