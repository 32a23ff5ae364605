"""What agrees without being equal is weighed by how it does."""

from __future__ import annotations

import pytest

from claimcheck.link.statement import Statement
from claimcheck.link.values import CLASSES, class_of
from claimcheck.pipeline import claims_of
from claimcheck.read import read_text
from claimcheck.reason.standing import standing_of


def _class(a: str, b: str) -> str:
    sides = []
    for number, text in enumerate((a, b)):
        claim, fact = next((c, f) for c in claims_of(read_text(text, str(number))).claims for f in c.facts
                           if f.measure.dimension not in ("occurrence", "role"))
        sides.append(Statement(number, number, number, claim, fact))
    return class_of(sides[0], sides[1], standing_of(sides[0], sides[1]))


@pytest.mark.parametrize(("a", "b", "told"), [
    ("The fair drew 48 visitors.", "The fair drew 48 visitors.", "equal figures, not common"),
    ("The fire killed 2 people.", "The fire killed two people.", "equal figures, common"),
    ("The fair drew about 50 visitors.", "The fair drew 51 visitors.", "equal figures, one of them about"),
    ("The firm owes $1.2 billion.", "The firm owes $1.18 billion.", "figures that are equal if rounded"),
    ("Brandt, 48, resigned.", "Brandt, 49, resigned.", "figures next to each other"),
    ("The fair drew more than 40 visitors.", "The fair drew 41 visitors.", "a figure near a bound"),
    ("The fair drew at least 40 visitors.", "The fair drew 62 visitors.", "a figure not far from a bound"),
    ("The fair drew at least 40 visitors.", "The fair drew 900 visitors.", "a figure far from a bound"),
    ("The fair drew hundreds of visitors.", "The fair drew 740 visitors.", "a vague figure"),
    ("Brandt resigned on 12 March 2024.", "Brandt resigned on 12 March 2024.", "equal times"),
    ("Brandt resigned on 12 March 2024.", "Brandt resigned in March 2024.", "a time within a longer one"),
    ("The train left at 06:15.", "The train left at 06:15 on 12 March 2024.", "equal times"),
    ("Brandt resigned by 12 March 2024.", "Brandt resigned on 9 March 2024.", "times that leave room for each other"),
    ("Brandt resigned on Tuesday.", "Brandt resigned on Tuesday.", "equal weekdays"),
])
def test_the_class_of_two_values(a: str, b: str, told: str) -> None:
    assert told in CLASSES
    assert _class(a, b) == _class(b, a) == told
