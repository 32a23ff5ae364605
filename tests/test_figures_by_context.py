"""What a figure is that no unit and no noun stands beside: an age, a magnitude, a temperature, a count by a verb, or
part of a name. Worded otherwise than the accounts by which the mechanisms were found."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.model.fact import Aspect
from claimcheck.model.value import Quantity, QuantityKind
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of


def _read(text: str) -> list[tuple[str, str]]:
    """Every figure that may be compared, with its dimension."""
    claims = claims_of(read_text(text, "herald", published=date(2031, 5, 24))).claims
    return [(f.value.figure.of(text), f.measure.dimension) for c in claims for f in c.facts
            if isinstance(f.value, Quantity) and f.measure.aspect is not Aspect.ASIDE
            and f.value.kind is not QuantityKind.DURATION]


@pytest.mark.parametrize(("text", "ages"), [
    ("Film director Ulla Brandt has died at 93.", ["93"]),
    ("Fans of the singer Ulla Brandt, dead at 79, lit candles.", []),  # a moment, and not of today
    ("The mother of two, 39, called the police.", ["39"]),
    ("The father-of-five, 47, was fined.", ["47"]),
    ("At 96, Hedwig Lund is the oldest voter in Ostra.", ["96"]),
])
def test_an_age_beside_who_has_it(text: str, ages: list[str]) -> None:
    """By the person, whatever the noun for him is."""
    assert [figure for figure, dimension in _read(text) if dimension == "age"] == ages


@pytest.mark.parametrize("text", [
    "The score, 63, was a record.", "The limit, 45, was doubled.", "The toll, 58, may rise.", "The toll is 58.",
    "His top speed was 63.", "A crew of 44 was saved.", "A choir of 33 sang.", "Denmark was 33.",
    "He was found dead at 17.", "The teams, 21 and 35, met.", "The mother of 12 neighbours came.",
    "The oldest 20 oaks were felled.", "A mother of two, 14 pupils and a priest came.",
    "At 63, the toll is the highest.",
])
def test_no_age_of_what_has_none(text: str) -> None:
    """Scores, tolls and crews, set off in the same way."""
    assert "age" not in {dimension for _, dimension in _read(text)}


@pytest.mark.parametrize(("text", "magnitudes"), [
    ("Geologists put the temblor at 5.8.", ["5.8"]),
    ("The earthquake reached 6.3.", ["6.3"]),
    ("An earthquake woke Ostra. The shock measured 4.9 at its peak.", ["4.9"]),
    ("The tremor was downgraded to 4.7 from 5.2.", ["4.7", "5.2"]),
    ("A foreshock of 4.4 came first.", ["4.4"]),
    ("A shock of 4.4 came first.", []),  # nothing says that the earth shook
    ("After the earthquake inflation fell to 4.4.", []),
    ("The quake came at 5.30 and cost 4.5 million crowns.", []),
    ("Shares reached 5.1 after the news.", []),
])
def test_a_magnitude_where_the_earth_shook(text: str, magnitudes: list[str]) -> None:
    """A figure with one decimal, of the shock itself."""
    assert [figure for figure, dimension in _read(text) if dimension == "magnitude"] == magnitudes


@pytest.mark.parametrize(("text", "dimension"), [
    ("The thermometer in Ostra rose to 44.6 degrees.", "temperature"),
    ("The heatwave went on: 41 degrees in Velden.", "temperature"),
    ("It was hot in Ostra. The airport had 39 degrees.", "temperature"),
    ("The sea was 17 degrees warm.", "temperature"),
    ("The mercury stood at 101 degrees.", "temperature"),
    ("Temperatures sank to 4 degrees along 30 kilometres of coast.", "temperature"),
    ("Temperatures sank to 20 degrees.", "angle"),  # of either scale
    ("In the heat the roof, with a slope of 35 degrees, gave way.", "angle"),
    ("On a warm day the ship had a list of 35 degrees.", "angle"),
    ("He turned 35 degrees in the hot wind.", "angle"),
    ("The tower leans 35 degrees.", "angle"),
])
def test_degrees_of_heat_and_of_an_angle(text: str, dimension: str) -> None:
    """By the words around them."""
    assert dimension in {found for _, found in _read(text)}
    assert not {"angle", "temperature"} - {dimension} <= {found for _, found in _read(text)}


@pytest.mark.parametrize(("text", "dimension"), [
    ("The injured now number 61.", "count"), ("Arrests number 340, the ministry said.", "count"),
    ("Those held in Ostra number nine.", "count"), ("The homeless number 4,000 already.", "count"),
    ("The song is at number nine.", "rank"), ("She is the world number nine.", "rank"),
    ("He is in cell number nine.", "rank"),
])
def test_the_verb_number_counts(text: str, dimension: str) -> None:
    """Where the parser has it for a noun, too."""
    assert {found for _, found in _read(text)} == {dimension}


@pytest.mark.parametrize(("text", "figures"), [
    ("The army has 30 Panther 3 tanks.", ["30"]), ("He sold two 612 Astras.", ["two"]),
    ("Dial 555 0187 for advice.", []), ("An RS 300 was towed.", []),
    ("Line 9 of the metro is shut.", []), ("Ministers of the Group of 20 met.", []),
    ("In 2014 Velden 2 people fell ill.", ["2"]), ("Four Ostra men came.", ["Four"]),
])
def test_figures_of_names_and_unsaid_units_count_nothing(text: str, figures: list[str]) -> None:
    """But those beside them do."""
    read = _read(text)
    assert [figure for figure, _ in read] == figures
    assert {dimension for _, dimension in read} <= {"count"}


@pytest.mark.parametrize(("text", "dimension"), [
    ("Lund beat Brandt by three frames to two.", "score"), ("She won by two sets to nil.", "score"),
    ("He cut it from six games to four.", "count"),
])
def test_sets_to_sets_are_a_score(text: str, dimension: str) -> None:
    """As "3-2" is."""
    assert {found for _, found in _read(text)} == {dimension}


def test_what_was_opened_is_so_old() -> None:
    """On the day of the document."""
    assert ("1981", "age") in _read("The viaduct, opened in 1981, was shut.")
