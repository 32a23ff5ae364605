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


def _pairs() -> list[object]:
    path = Path(__file__).parents[1] / "fixtures" / "one-figure.toml"
    pairs = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    wrong = pytest.mark.xfail(reason="known", strict=True)
    return [pytest.param(p["a"], p["b"], p["quiet"], marks=[wrong] if p.get("known") else [], id=p["a"][:40])
            for p in pairs]


@pytest.mark.parametrize(("a", "b", "quiet"), _pairs())
def test_an_alarm_is_raised_where_two_values_cannot_both_be_right(a: str, b: str, quiet: bool) -> None:
    """Sixty pairs of six kinds, half of them with an alarm."""
    found = compare_texts({"herald": a, "ledger": b}, published={"herald": DAY, "ledger": DAY}).findings
    assert any(f.verdict in ALARMS for f in found) != quiet, [(f.rule, f.message) for f in found]
