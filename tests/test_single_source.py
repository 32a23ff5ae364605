"""What is said to stand in one source only."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.model.finding import Finding, Verdict


def compare(*texts: str) -> list[Finding]:
    told = dict(zip("ab", texts, strict=True))
    return list(claimcheck.compare_texts(told, published=dict.fromkeys(told, date(2031, 5, 7))).findings)


@pytest.mark.parametrize(("left", "right", "quote"), [
    ("The mayor opened the fair. Firefighters rescued 14 people.",
     "The weather was fine in Lemvig. Firefighters rescued no people and thanked the crowd.", "14"),
    ("The quay was closed at noon. Officers seized 31 boats.",
     "A choir sang. Officers seized 45 boats in the harbour of Tarvo.", "31"),
])
def test_a_side_of_a_finding_on_two_stands_in_both(left: str, right: str, quote: str) -> None:
    findings = compare(left, right)
    shown = [{(e.document, e.span) for e in f.evidence} for f in findings if f.verdict is Verdict.SINGLE_SOURCE]
    sides = {(e.document, e.span) for f in findings if f.verdict is not Verdict.SINGLE_SOURCE for e in f.evidence}
    assert all(sides.isdisjoint(places) for places in shown)


@pytest.mark.parametrize(("left", "right", "value"), [
    ("The storm left 48,700 households without light.", "Customers cut off: 48,700 at the peak.", "48,700"),
    ("The firm set aside $3.2 million for repairs.", "Repair fund: 3.2m dollars, says the board.", "3,200,000 USD"),
])
def test_what_another_source_has_as_well_is_in_no_one_source_only(left: str, right: str, value: str) -> None:
    found = [f for f in compare(left, right) if f.verdict is Verdict.SINGLE_SOURCE]
    assert not any(e.value == value for f in found for e in f.evidence)


def test_what_no_other_source_has_is() -> None:
    found = compare("The ferry sank off Tarvo. The lowest pressure was 958 hPa.", "A choir sang in Lemvig on Monday.")
    only = [f for f in found if f.verdict is Verdict.SINGLE_SOURCE]
    assert "958 hectopascals" in [e.value for f in only for e in f.evidence]
