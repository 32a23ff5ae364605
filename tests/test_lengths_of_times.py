"""Values that measure one thing and are read as different kinds: a time and a length of time, rates over different
units, multiples and changes in per cent. The documents appeared on Thursday 10 April 2025."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.model.finding import Verdict

PUBLISHED = date(2025, 4, 10)
ALARMS = (Verdict.CONTRADICTION, Verdict.TENSION)
AGREE = [
    ("The Costas have run the bakery in Brill since 1985.", "The Costas have run the bakery in Brill for forty years."),
    ("The pool in Ottery has been closed since 10 March.", "The pool in Ottery has been closed for a month."),
    ("The road in Ottery will be closed until 10 July.", "The road in Ottery will be closed for three months."),
    ("The shop in Brill was shut from 3 May to 10 May.", "The shop in Brill was shut for a week."),
    ("The strike will begin on Monday and end on Friday.", "The strike will last five days."),
    ("Cocoa growers will receive 48 shillings a kilo.",
     "Cocoa growers will receive 48,000 shillings for every tonne."),
    ("Gold sold for $3,318 an ounce.", "An ounce of gold sold for $3,318."),
    ("Wheat costs $240 a tonne.", "Wheat costs $240 per 1,000 kilos."),
    ("Exports from Norland halved in 2024.", "Exports from Norland fell by 50 percent in 2024."),
    ("Rents in Ottery doubled in ten years.", "Rents in Ottery rose by 100 percent in ten years."),
    ("Electric cars accounted for every fourth new car sold in Norland.",
     "Electric cars accounted for 25 percent of new cars sold in Norland."),
    ("The death toll in Brill is 17.", "The flood in Brill killed 17 people."),
    ("The amnesty in Lusatria ends on 12 May.", "The amnesty in Lusatria runs until 12 May."),
    ("The exhibition in Brill opened on 3 March.", "The exhibition in Brill has been open since 3 March."),
]
CONFLICT = [
    ("The Costas have run the bakery in Brill since 1985.", "The Costas have run the bakery in Brill for 25 years."),
    ("The pool in Ottery has been closed since 10 March.", "The pool in Ottery has been closed for six months."),
    ("The road in Ottery will be closed until 30 April.", "The road in Ottery will be closed for three months."),
    ("The shop in Brill was shut from 3 May to 10 May.", "The shop in Brill was shut for three weeks."),
    ("She was trapped in the lift from Friday noon to Sunday noon.", "She was trapped in the lift for five days."),
    ("The strike will begin on Monday and end on Friday.", "The strike will last three days."),
    ("Gold sold for $3,318 an ounce.", "An ounce of gold sold for $3,381."),
    ("Rents in Ottery doubled in ten years.", "Rents in Ottery rose by 40 percent in ten years."),
    ("The mayor was attacked at half past seven in the evening.", "The mayor was attacked shortly before midnight."),
    ("The mayor was attacked at half past seven in the evening.", "The mayor was attacked shortly after midnight."),
    ("Every third ballot in Brill was spoilt.", "20 percent of ballots in Brill were spoilt."),
    ("The death toll in Brill is 17.", "The flood in Brill killed 19 people."),
    ("The amnesty in Lusatria will end on 5 May.", "The amnesty in Lusatria will be in force until 12 May."),
    ("The exhibition in Brill opened on 3 March.", "The exhibition in Brill has been open since 10 March."),
    ("Rowan was killed as early as Saturday.", "Rowan was killed on Monday night."),
]
SILENT = [
    # What is closed for a shorter time may not be closed yet.
    ("The road in Ottery will be closed until 30 June.", "The road in Ottery will be closed for two days."),
    ("Exports from Norland halved in 2024.", "Imports to Norland fell by 20 percent in 2024."),
    ("The mayor was attacked at 11.40 p.m.", "The mayor was attacked shortly before midnight."),
    ("The pump in Brill fails every fourth day.", "The pump in Brill fails 25 percent of the time."),
    ("Talks in Brill could start as early as Saturday.", "Talks in Brill could start on Monday."),
    ("The museum ends its free tours on 5 May.", "The museum is open until 12 May."),
]


def _verdicts(a: str, b: str) -> set[Verdict]:
    """Those of values."""
    report = claimcheck.compare_texts({"a": a, "b": b}, published={"a": PUBLISHED, "b": PUBLISHED})
    assert not report.failures
    on_values = ("quantity-mismatch", "same-quantity", "date-mismatch", "same-date", "diverging-bounds")
    return {f.verdict for f in report.findings if f.rule in on_values}


@pytest.mark.parametrize(("a", "b"), AGREE)
def test_values_that_fit_agree_and_raise_nothing(a: str, b: str) -> None:
    """Whatever the words, a value that the other one leaves room for is an agreement."""
    verdicts = _verdicts(a, b)
    assert Verdict.AGREEMENT in verdicts
    assert verdicts.isdisjoint(ALARMS)


@pytest.mark.parametrize(("a", "b"), CONFLICT)
def test_values_that_no_reading_reconciles_are_an_alarm(a: str, b: str) -> None:
    """No reading of the one meets a reading of the other."""
    assert not _verdicts(a, b).isdisjoint(ALARMS)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_what_can_both_be_true_raises_no_alarm(a: str, b: str) -> None:
    """Both may hold, or they are of two things."""
    assert _verdicts(a, b).isdisjoint(ALARMS)
