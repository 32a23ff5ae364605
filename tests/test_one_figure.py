"""What readers call one figure is one, and what they call another is another: from the sentences to the report.

The kinds come from values of real accounts that were taken to conflict and that readers called the same; the pairs are
by a writer who saw neither the program nor these accounts.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from claimcheck import compare_texts
from claimcheck.model.finding import Verdict

DAY = date(2024, 3, 6)
ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}


def _pairs(name: str) -> list[object]:
    path = Path(__file__).parents[1] / "fixtures" / name
    pairs = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    wrong = pytest.mark.xfail(reason="known", strict=True)
    return [pytest.param(p["a"], p["b"], p["quiet"], marks=[wrong] if p.get("known") else [], id=p["a"][:40])
            for p in pairs]


def _has_alarm(a: str, b: str, day: date | None) -> bool:
    found = compare_texts({"herald": a, "ledger": b}, published={"herald": day, "ledger": day}).findings
    return any(f.verdict in ALARMS for f in found)


@pytest.mark.parametrize(("a", "b", "quiet"), _pairs("one-figure.toml"))
def test_an_alarm_is_raised_where_two_values_cannot_both_be_right(a: str, b: str, quiet: bool) -> None:
    """Sixty pairs of six kinds, half of them with an alarm."""
    assert _has_alarm(a, b, DAY) != quiet


@pytest.mark.parametrize(("a", "b", "quiet"), _pairs("other-words.toml"))
def test_mends_made_by_alarms_that_were_read_hold_in_other_words(a: str, b: str, quiet: bool) -> None:
    """Ninety pairs of seven kinds, 66 of them quiet: denials, upper bounds, counts that grow, names with figures."""
    assert _has_alarm(a, b, None) != quiet
