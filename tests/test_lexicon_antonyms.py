"""Which concepts exclude each other."""

from __future__ import annotations

import tomllib
from importlib import resources
from itertools import combinations

import pytest

from claimcheck.lexicon.antonyms import _pairs, counted_apart, opposed, opposites
from claimcheck.lexicon.concepts import concept


def _data() -> dict[str, dict[str, list[list[str]]]]:
    text = resources.files("claimcheck.lexicon").joinpath("antonyms.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def test_opposition_is_symmetric_and_never_of_one_with_itself() -> None:
    """It does not matter which source is read first."""
    assert [pair for pair in _pairs() if opposed(*pair) != opposed(*reversed(pair)) or pair[0] == pair[1]] == []


def test_no_pair_has_two_strengths() -> None:
    """A pair is listed as a contradiction or as a tension."""
    seen: dict[frozenset[str], set[str]] = {}
    for strength in ("contradiction", "tension"):  # tallies say something else of the same words
        for sides in _data()[strength].values():
            for one, other in combinations(sides, 2):
                for pair in (frozenset({concept(a), concept(b)}) for a in one for b in other):
                    seen.setdefault(pair, set()).add(strength)
    assert [sorted(pair) for pair, strengths in seen.items() if len(strengths) > 1] == []


def test_no_concept_stands_on_two_sides() -> None:
    """Two words of one entry that share a stem are on one side."""
    clashes = []
    for entries in _data().values():
        for name, sides in entries.items():
            concepts = [{concept(w) for w in side} for side in sides]
            clashes += [name for one, other in combinations(concepts, 2) if one & other]
    assert clashes == []


def test_no_entry_repeats_a_concept() -> None:
    """Words that the concepts join already are listed once."""
    repeats = [
        (name, side)
        for entries in _data().values()
        for name, sides in entries.items()
        for side in sides
        if len({concept(w) for w in side}) < len(side)
    ]
    assert repeats == []


@pytest.mark.parametrize(
    ("a", "b", "strength"),
    [
        ("convicted", "acquitted", "contradiction"),
        ("unharmed", "wounded", "contradiction"),
        ("survived", "killed", "contradiction"),
        ("confirm", "denial", "contradiction"),
        ("approved", "vetoed", "contradiction"),
        ("won", "loss", ""),  # not a lemma: spaCy gives "win"
        ("victory", "loss", "contradiction"),
        ("legal", "illegal", "contradiction"),
        ("brother", "sister", "contradiction"),
        ("arrested", "released", "tension"),
        ("open", "shutdown", "tension"),
        ("increase", "reduction", "tension"),
        ("resignation", "dismissal", "contradiction"),
        ("injured", "killed", "tension"),
        ("cancelled", "postponed", "tension"),
        ("suicide", "murder", "tension"),
        ("shoot", "stab", "tension"),
        ("rise", "increase", ""),
        ("arrive", "kill", ""),
        ("", "", ""),
        ("open", "", ""),
    ],
)
def test_strengths(a: str, b: str, strength: str) -> None:
    """Outcomes contradict, phases and degrees are in tension, all else is silent."""
    assert opposed(concept(a), concept(b)) == strength


def test_opposites_are_what_opposed_says() -> None:
    """Blocking by opposites finds exactly the opposed pairs."""
    assert opposites(concept("murder")) >= {concept("suicide")}
    assert all(opposed("die", other) for other in opposites("die"))
    assert opposites("spoon") == frozenset()


def test_what_is_counted_apart() -> None:
    """The dead are not the hurt, those who survived not those who did not; one figure for both is a coincidence."""
    assert counted_apart("die", "injure")
    assert counted_apart("fall", "rise")
    assert counted_apart("survive", "not survive")
    assert not counted_apart("die", "die")
    assert not counted_apart("buy", "sell")
