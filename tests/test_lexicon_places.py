"""Which country a word stands for."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lexicon.places import _fold, country_of, is_place, region_of


def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files("claimcheck.lexicon").joinpath("places.toml").read_text(encoding="utf-8"))


def test_all_countries_and_states_are_there() -> None:
    """193 members of the United Nations, the Vatican and Palestine, Taiwan and Kosovo; 50 states, 13 provinces."""
    data = _data()
    assert (len(data["countries"]), len(data["us_states"]), len(data["canadian_provinces"])) == (197, 50, 13)


def test_every_country_is_known_by_its_own_names() -> None:
    """Nothing in the list is shadowed by another country."""
    shadowed = [
        (name, country)
        for country, row in _data()["countries"].items()
        for names in ([country], *row.values())
        for name in names
        if country_of(name) != country
    ]
    assert shadowed == []


def test_no_name_is_listed_under_two_countries() -> None:
    """A name that several countries share stands under [wider] or under the one that news means by it."""
    seen: dict[str, str] = {}
    for country, row in _data()["countries"].items():
        for name in {_fold(n) for names in ([country], *row.values()) for n in names}:
            assert seen.setdefault(name, country) == country, name


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Russians", "Russia"),
        ("Kremlin", "Russia"),
        ("Moscow", "Russia"),
        ("Élysée", "France"),
        ("White House", "United States"),
        ("U.S.", "United States"),
        ("US", "United States"),
        ("Ore.", "United States"),
        ("Texas", "United States"),
        ("Ontario", "Canada"),
        ("UAE", "United Arab Emirates"),
        ("Downing Street", "United Kingdom"),
        ("Briton", "United Kingdom"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("Türkiye", "Turkey"),
        ("Turkey's", "Turkey"),
        ("Xi’an", "China"),
        ("Cox’s Bazar", "Bangladesh"),
        ("kyiv", "Ukraine"),
        ("Georgia", "Georgia"),
        ("Washington", "United States"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("us", ""),
        ("turkey", ""),
        ("polish", ""),
        ("Korean", ""),
        ("OR", ""),
        ("table", ""),
        ("", ""),
        ("s", ""),
        ("’s", ""),
    ],
)
def test_country_of(word: str, country: str) -> None:
    """Names, peoples, capitals, states and governments lead to their country, common words do not."""
    assert country_of(word) == country


@pytest.mark.parametrize(
    ("word", "region"),
    [("Ore.", "Oregon"), ("OR", "Oregon"), ("or", ""), ("Mass.", "Massachusetts"), ("mass", ""), ("Georgia", "Georgia"),
     ("B.C.", "British Columbia"), ("N.Y.", "New York"), ("new york", "New York"), ("France", "")],
)
def test_region_of(word: str, region: str) -> None:
    """States and provinces are known by name and by both kinds of abbreviation."""
    assert region_of(word) == region


def test_places_are_not_peoples_or_governments() -> None:
    """A demonym and a seat of government name no place where something happens."""
    assert all(map(is_place, ("Peru", "Lima", "Ohio", "Europe", "Mumbai", "Quebec")))
    assert not any(map(is_place, ("Peruvian", "Kremlin", "Monday", "turkey", "OR", "")))


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    """What is no name gives an empty answer, never an error."""
    assert isinstance(country_of(text), str)
    assert isinstance(region_of(text), str)
    assert isinstance(is_place(text), bool)
