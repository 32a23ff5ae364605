"""Given names and the ways to spell a name."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lexicon.names import is_established, same_given
from claimcheck.lexicon.spelling import spelling

NAMES = st.text(alphabet="abcdehijkmoqstuvyzéöк -'’", max_size=14)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bill", "William"), ("bob", "ROBERT"), ("Pat", "Patricia"), ("Pat", "Patrick"), ("Bill", "Will"),
        ("Steven", "Stephen"), ("Steve", "Steven"), ("Kate", "Kathryn"), ("Geoff", "Jeffrey"), ("W.", "William"),
        ("Zoltan", "Zoltan"), ("Jon", "John"), ("Jon", "Jonathan"), ("Tony", "Antony"), ("Mo", "Muhammad"),
    ],
)
def test_one_person_may_bear_both(a: str, b: str) -> None:
    """Short forms, spellings and initials stand for the name."""
    assert same_given(a, b)
    assert same_given(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Patricia", "Patrick"), ("Alexander", "Alexis"), ("Bill", "Robert"), ("W.", "Robert"), ("Zoltan", "Zoran"),
        ("", "Ann"), ("", ""), ("Tina", "Tim"),
    ],
)
def test_different_given_names(a: str, b: str) -> None:
    """Two full names that share a short form are two names."""
    assert not same_given(a, b)
    assert not same_given(b, a)


def test_short_forms_are_capitalised_and_not_repeated() -> None:
    """Each line gives new names."""
    text = resources.files("claimcheck.lexicon").joinpath("names.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    for name, shorts in data["short"].items():
        assert len({name, *shorts}) == len(shorts) + 1, name
        assert all(short.istitle() for short in shorts), name
    spelled = [n for group in data["spelled"]["names"] for n in group]
    assert len(spelled) == len(set(spelled))
    surnames = data["fixed"]["surnames"]
    assert len(surnames) == len(set(surnames))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("José", "Jose"), ("O'Brien", "O’Brien"), ("Müller", "Mueller"), ("Abdul Rahman", "Abdul-Rahman"),
        ("IVAN", "Ivan"), ("Łukasz", "Lukasz"), ("Jørgensen", "Jorgensen"), ("Abdulrahman", "Abdul Rahman"),
        ("Smith", "Smith"),
    ],
)
def test_same_spelling(a: str, b: str) -> None:
    """Case, accents, hyphens and apostrophes are typography."""
    assert spelling(a, b) == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kasym", "Kassym"), ("Mohammed", "Muhammad"), ("Mohamed", "Mohammad"), ("Yaqubi", "Yaqoobi"),
        ("Dmitry", "Dmitriy"), ("Dmitri", "Dmitrii"), ("Sergei", "Sergey"), ("Zelensky", "Zelenskyy"),
        ("Zelenskiy", "Zelenskyi"), ("Hussein", "Husayn"), ("Hossein", "Hussain"), ("Gaddafi", "Qadhafi"),
        ("Khalid", "Halid"), ("Dzhokhar", "Djokhar"), ("Osama", "Usama"), ("Fatima", "Fatimah"),
        ("Alexeyev", "Alekseev"), ("Romanov", "Romanoff"), ("Yusuf", "Yousuf"), ("Jusuf", "Yusuf"),
        ("al-Masri", "Masri"), ("El-Sayed", "Al-Sayyid"), ("Ivan Kasym", "Ivan Kassym"), ("Ahmed", "Ahmad"),
        ("Faruq", "Farouk"), ("Mustafa", "Mustapha"), ("Petrov", "Petrow"), ("Tokarev", "Tokaryev"),
        ("Hassan", "Hasan"), ("Assad", "Asad"), ("Hussein", "Husein"),
    ],
)
def test_transliterations(a: str, b: str) -> None:
    """Ways to write a name of another alphabet in Latin letters."""
    assert spelling(a, b) == "transliteration"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Aminy", "Aminyar"), ("Smith", "Smyth"), ("Thomson", "Thompson"), ("Philips", "Phillips"),
        ("Micheal", "Michael"), ("Reid", "Reed"), ("Johnson", "Johnston"), ("Ivanov", "Ivanova"),
        ("Elena", "Alina"), ("John Smith", "John Smyth"), ("Ruud", "Rudd"), ("Maas", "Mass"), ("Koop", "Kopp"),
    ],
)
def test_variants(a: str, b: str) -> None:
    """Close enough to be a slip, too far to be a transliteration: an editor looks."""
    assert spelling(a, b) == "variant"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kim", "Tim"), ("Hassan", "Mustafa"), ("Smith", "Jones"), ("Kelly", "Nelly"), ("John Smith", "Smith"),
        ("Ann", "Anna B"), ("", "Ann"), ("Mary Smith", "John Smith"), ("Mahmoud", "Mohammed"), ("Lee", "Li"),
        ("Hassan", "Hussein"),
    ],
)
def test_different_names(a: str, b: str) -> None:
    """What shares letters by chance is another name."""
    assert spelling(a, b) == "different"


def test_established_names_are_those_of_the_latin_alphabet() -> None:
    """A listed name that is itself transliterated keeps its free exchanges."""
    assert is_established("Smith")
    assert is_established("michael")
    assert not is_established("Muhammad")
    assert not is_established("")


@given(NAMES, NAMES)
def test_spelling_is_symmetric(a: str, b: str) -> None:
    """It does not matter which document comes first."""
    assert spelling(a, b) == spelling(b, a)


@given(st.text())
def test_every_name_is_spelled_like_itself(name: str) -> None:
    """Any text whatever, and no error."""
    assert spelling(name, name) == "same"
    assert spelling(name, name.upper().lower()) in ("same", "transliteration", "variant", "different")


def test_a_text_taken_for_a_name_costs_nothing() -> None:
    """Only names of a sensible length are aligned."""
    assert spelling("a" * 100_000, "b" * 100_000) == "different"
