"""How two amounts stand to each other, whoever says them."""

from __future__ import annotations

import pytest

from claimcheck.extract.values import read_values
from claimcheck.model.standing import AGREEING, Standing
from claimcheck.reason.amounts import standing


def _standing(a: str, b: str, *, strict: bool = False) -> Standing:
    (x,), (y,) = read_values(a).quantities, read_values(b).quantities
    found = standing(x, y, strict=strict)
    assert standing(y, x, strict=strict) is found
    return found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("more than 200 people", "more than 260 people"),
        ("at least 70 houses", "at least 81 houses"),
        ("over $1 million", "more than $1.4 million"),
        ("fewer than 30 firms", "fewer than 40 firms"),
    ],
)
def test_soft_bounds_that_an_editor_would_look_at_are_no_conflict(a: str, b: str) -> None:
    """Both may hold, and yet one says more than the other knows."""
    assert _standing(a, b) is Standing.DIVERGING


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("about 200 people", "more than 190 people"),
        ("more than 190 people", "more than 200 people"),
        ("at least 40 houses", "at least 41 houses"),
        ("540 passengers", "up to 600 passengers"),
        ("more than 500 homes", "500 homes"),
        ("30 percent", "up to 30 percent"),
        ("12 percent", "as much as 12 percent"),
        ("40,000 passengers", "as many as 40,000 passengers"),
        ("gusts of 148 km/h", "gusts of up to 148 km/h"),
    ],
)
def test_bounds_that_leave_room_for_the_other_agree(a: str, b: str) -> None:
    """One is the other rounded, or lies within it."""
    assert _standing(a, b) in AGREEING


def test_a_copied_sentence_with_another_bound_is_no_conflict_either() -> None:
    """ "500" and "more than 500", or "up to 500", in the same words are worth a look."""
    for bound in ("more than 500 homes", "up to 500 homes"):
        assert _standing(bound, "500 homes", strict=True) is Standing.DIVERGING
