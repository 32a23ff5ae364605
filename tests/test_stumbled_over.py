"""Pairs that readers stumbled over, each of a kind: what must be found, and what must not."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck import compare_texts
from claimcheck.model.finding import Verdict

ON = date(2024, 3, 6)
C, T, A = Verdict.CONTRADICTION, Verdict.TENSION, Verdict.AGREEMENT


def told(one: str, other: str) -> set[tuple[str, Verdict]]:
    findings = compare_texts({"a": one, "b": other}, published={"a": ON, "b": ON}).findings
    return {(f.rule, f.verdict) for f in findings if f.verdict is not Verdict.SINGLE_SOURCE}


@pytest.mark.parametrize(("one", "other", "rule", "verdict"), [
    ("There were 3 accidents per 1,000 drivers.", "There were 30 accidents per 10,000 drivers.", "same-quantity", A),
    ("The rate was 12 deaths for every 100,000 births.", "The rate was 120 deaths per million births.",
     "same-quantity", A),
    ("There were 3 accidents per 1,000 drivers.", "There were 3 accidents per 10,000 drivers.", "quantity-mismatch", C),
    ("Ostra beat Velden 2-1 on Saturday.", "Velden beat Ostra 2-1 on Saturday.", "swapped-roles", C),
    ("The quake struck at 6 p.m. PST on Tuesday.", "The quake struck at 02:00 UTC on Wednesday.", "same-date", A),
    ("The court will sit on Monday week.", "The court will sit on 11 March.", "date-mismatch", C),
    ("It was 5 degrees below freezing in Velden.", "It was 5 degrees in Velden.", "quantity-mismatch", C),
    ("It was 5 degrees below freezing in Velden.", "It was minus 5 degrees in Velden.", "same-quantity", A),
    ("The fund has 2’500’000 francs.", "The fund has 2.5 million francs.", "same-quantity", A),
    ("Turnout rose 4 percentage points to 60 percent.", "Turnout rose 4 percent to 60 percent.",
     "quantity-mismatch", T),
    ("Lena Maas, 41, was elected.", "Lena Maas, who was born in 1990, was elected.", "quantity-mismatch", C),
    ("Exports quadrupled in 2023.", "Exports tripled in 2023.", "quantity-mismatch", C),
])
def test_what_is_found(one: str, other: str, rule: str, verdict: Verdict) -> None:
    """In other words than those it was made on."""
    assert (rule, verdict) in told(one, other)


@pytest.mark.parametrize(("one", "other"), [
    ("Velden was beaten by Ostra 2-1 on Saturday.", "Ostra beat Velden 2-1 on Saturday."),
    ("Ostra lost 1-2 to Velden on Saturday.", "Velden beat Ostra 2-1 on Saturday."),
    ("The court will sit on Monday week.", "The court will sit on 18 March."),
    ("Kelmo's profit was 41 million euros in fiscal 2023.", "Kelmo's profit was 57 million euros in 2023."),
    ("The airline ordered 12 787 Dreamliners.", "The airline ordered 12 Boeing 787 Dreamliners."),
    ("Lena Maas, 41, was elected.", "Lena Maas, who was born in May 1982, was elected."),
    ("The minister did not deny that 12 people had died.", "Twelve people died, the minister said."),
])
def test_what_may_both_be_true_raises_nothing(one: str, other: str) -> None:
    """No contradiction and no tension."""
    assert not {verdict for _, verdict in told(one, other)} & {C, T}


def test_who_did_not_deny_agrees_with_nobody() -> None:
    """Least of all with one who did."""
    found = told("The minister did not deny that 12 people had died.", "The minister denied that 12 people had died.")
    assert not {verdict for _, verdict in found} & {A}


def test_kinds_of_people_that_the_parser_does_not_join() -> None:
    """Seven did."""
    assert told("Three adults and four children drowned.", "Eight people drowned.")
