"""From which probability on agreements are told: more is asked of times where these are not equal."""

from __future__ import annotations

import pytest
from conftest import ROOT

import claimcheck
from claimcheck.rules import RULES

AGREEING = {rule.name: rule for rule in RULES if rule.name in ("same-quantity", "same-date")}


def test_more_is_asked_of_times_that_are_not_equal() -> None:
    """Of amounts the class of the two values says how much they agree (link/values.py)."""
    assert {rule.name for rule in RULES if rule.least_unequal} == {"same-date"}
    assert AGREEING["same-quantity"].least == AGREEING["same-date"].least
    assert AGREEING["same-date"].least < AGREEING["same-date"].least_unequal < 1


@pytest.mark.parametrize("story", ["brackwater-layoffs", "storm-ilse", "hollin-sentence"])
def test_what_only_fits_is_told_from_the_higher_probability_on(story: str) -> None:
    report = claimcheck.compare(sorted((ROOT / "fixtures/stories" / story).glob("*.txt")))
    told = [f for f in report.findings if f.rule in AGREEING]
    loose = [f for f in told if ">" in f.message or "≥" in f.message]
    assert all((f.one_thing or 0) >= AGREEING[f.rule].least for f in told)
    assert all((f.one_thing or 0) >= AGREEING[f.rule].least_unequal for f in loose)
    assert told
