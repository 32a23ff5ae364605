"""From which probability on agreements are told: more is asked where the values are not equal."""

from __future__ import annotations

import pytest
from conftest import ROOT

import claimcheck
from claimcheck.rules import RULES

AGREEING = {rule.name: rule for rule in RULES if rule.least_unequal}


def test_the_rules_on_agreeing_values_ask_for_more_where_they_are_not_equal() -> None:
    assert set(AGREEING) == {"same-quantity", "same-date"}
    assert all(rule.least < rule.least_unequal < 1 for rule in AGREEING.values())


@pytest.mark.parametrize("story", ["brackwater-layoffs", "storm-ilse", "hollin-sentence"])
def test_what_only_fits_is_told_from_the_higher_probability_on(story: str) -> None:
    report = claimcheck.compare(sorted((ROOT / "fixtures/stories" / story).glob("*.txt")))
    told = [f for f in report.findings if f.rule in AGREEING]
    loose = [f for f in told if ">" in f.message or "≥" in f.message]
    assert all((f.one_thing or 0) >= AGREEING[f.rule].least for f in told)
    assert all((f.one_thing or 0) >= AGREEING[f.rule].least_unequal for f in loose)
    assert told
