"""fixtures/unseen.toml: how much of what writers wrote who had seen neither code nor tests is taken as they meant it.

The numbers are those of the day on which they were measured; what is better may raise them, and nothing may lower them.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claimcheck import compare_texts
from claimcheck.model.finding import Verdict
from claimcheck.model.value import Quantity
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of

UNSEEN = tomllib.loads((Path(__file__).parent.parent / "fixtures/unseen.toml").read_text(encoding="utf-8"))


def _alarms(herald: str, ledger: str) -> int:
    report = compare_texts({"herald": herald, "ledger": ledger})
    return len(report.of(Verdict.CONTRADICTION)) + len(report.of(Verdict.TENSION))


def _dimensions(figure: str, text: str) -> set[str]:
    """Of the amounts that are read where the figure stands."""
    start = text.index(figure)
    facts = [f for claim in claims_of(read_text(text, "a")).claims for f in claim.facts]
    return {f.measure.dimension.split(":")[0] for f in facts
            if isinstance(f.value, Quantity) and f.span.start < start + len(figure) and start < f.span.end}


@pytest.mark.slow
def test_another_word_and_another_figure_are_two_things() -> None:
    """Of 80 pairs in which one word makes them two things; 21 were alarms before words that exclude each other were
    asked for."""
    assert sum(bool(_alarms(*pair)) for pair in UNSEEN["silent"]) <= 12


@pytest.mark.slow
def test_other_words_for_one_thing_hide_no_conflict() -> None:
    """Of 60."""
    assert sum(bool(_alarms(*pair)) for pair in UNSEEN["conflict"]) >= 52


@pytest.mark.parametrize(("kind", "dimension", "least"), [
    ("age-bare", "age", 20), ("pounds-money", "money", 13), ("pounds-mass", "mass", 15), ("one-in", "percent", 10),
])
def test_a_figure_is_read_as_it_is_meant(kind: str, dimension: str, least: int) -> None:
    """Of 30 ages, 15 of each other kind."""
    assert sum(dimension in _dimensions(*row) for row in UNSEEN["reads"][kind]) >= least


@pytest.mark.parametrize(("kind", "dimension"), [
    ("not-age", "age"), ("pounds-mass", "money"), ("not-one-in", "percent"),
])
def test_a_look_alike_is_not(kind: str, dimension: str) -> None:
    """None of 30 ages, 15 weights, 10 counts."""
    assert not any(dimension in _dimensions(*row) for row in UNSEEN["reads"][kind])
