"""Times that are counted from a day of saying that nobody knows, and deadlines that a noun names."""

from __future__ import annotations

import pytest

from claimcheck import compare_texts
from claimcheck.model.finding import Verdict
from claimcheck.report.said import message_of

ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}
CONFLICTS = [
    ("The truck was traded in at a dealership in Ostra three years ago.",
     "He traded the truck in at a dealership in Ostra seven years ago."),
    ("The choir of Harrow was founded about 20 years ago.", "The choir of Harrow was founded about 30 years ago."),
    ("Lena Marsh moved to Harrow two months ago.", "Lena Marsh moved to Harrow eight months ago."),
    ("The pier at Dorvek burned down half a century ago.", "The pier at Dorvek burned down 30 years ago."),
    ("The council of Harrow set a Friday deadline for bids.", "The council of Harrow set a Monday deadline for bids."),
]
FITTING = [
    ("The orchestra of Harrow was founded four years ago.", "The orchestra of Harrow was founded three years ago."),
    ("The orchestra of Harrow was founded some 20 years ago.", "The orchestra of Harrow was founded 21 years ago."),
    ("The cave at Ostra was painted about 1,950 years ago.", "The cave at Ostra was painted about 1,900 years ago."),
    ("The cave at Ostra was painted 9,000 years ago.", "The cave at Ostra was painted 9,000 years ago, they say."),
    ("The bridge at Ostra collapsed two days ago.", "The bridge at Ostra collapsed five days ago."),
    ("The troops are to leave Velmar before Aug. 31, the deadline.",
     "The troops are to leave Velmar by an Aug. 31 deadline."),
]


@pytest.mark.parametrize(("a", "b"), CONFLICTS)
def test_months_and_years_apart_are_told(a: str, b: str) -> None:
    assert [f.rule for f in compare_texts({"a": a, "b": b}).findings if f.verdict in ALARMS] == ["date-mismatch"]


@pytest.mark.parametrize(("a", "b"), FITTING)
def test_days_apart_and_rounded_years_are_not(a: str, b: str) -> None:
    assert not [f for f in compare_texts({"a": a, "b": b}).findings if f.verdict in ALARMS]


def test_it_is_told_as_it_is_counted() -> None:
    (finding,) = [f for f in compare_texts(dict(zip("ab", CONFLICTS[0], strict=True))).findings if f.verdict in ALARMS]
    assert message_of(finding) == "3 years ago against 7 years ago"


def test_equal_ones_agree() -> None:
    report = compare_texts({"a": "The orchestra of Harrow was founded 30 years ago.",
                            "b": "Harrow has had an orchestra: it was founded 30 years ago."})
    assert "same-date" in {f.rule for f in report.findings if f.verdict is Verdict.AGREEMENT}
