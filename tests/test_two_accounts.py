"""Two short accounts of one event, by writers who saw neither the program nor its tests, and what is to be said.

Those of one writer were read for mends afterwards; of the other's, which nobody reads, only the totals are held.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from claimcheck import compare_texts
from claimcheck.model.finding import Verdict

ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}
SAID = {"contradiction": ALARMS, "tension": ALARMS, "agreement": {Verdict.AGREEMENT}, "update": {Verdict.UPDATE}}
# Of all held-back pairs of a kind at least so many are told rightly: two less than today, and all that are quiet.
HELD = {"quiet": (20, 20), "agreement": (21, 27), "alarm": (17, 55), "update": (0, 6)}


def _pairs(name: str) -> list[dict[str, str]]:
    text = (Path(__file__).parents[1] / "fixtures" / name).read_text(encoding="utf-8")
    found: list[dict[str, str]] = tomllib.loads(text)["pair"]
    return found


def _is_told(pair: dict[str, str]) -> bool:
    """Is what is expected said, and no alarm beside what is none?"""
    day = date.fromisoformat(pair["date"]) if "date" in pair else None
    report = compare_texts({"herald": pair["a"], "ledger": pair["b"]}, published={"herald": day, "ledger": day})
    said = {f.verdict for f in report.findings if f.rule != "same-name"}
    wanted = SAID.get(pair["expect"], set())
    return (not wanted or bool(said & wanted)) and (wanted == ALARMS or not said & ALARMS)


@pytest.mark.parametrize("pair", [
    pytest.param(p, marks=[pytest.mark.xfail(strict=True, reason="known")] if "known" in p else [], id=p["a"][:40])
    for p in _pairs("two-accounts.toml")])
def test_an_editor_is_told_what_two_accounts_say(pair: dict[str, str]) -> None:
    """140 pairs of 16 kinds, of ages, deadlines, prices, places, quotations, rumours and others."""
    assert _is_told(pair)


@pytest.mark.slow
def test_totals_of_pairs_that_nobody_reads_do_not_fall() -> None:
    """What fails here is looked at in other pairs, never in these."""
    told: Counter[str] = Counter()
    pairs = _pairs("two-accounts-held.toml")
    for pair in pairs:
        told["alarm" if SAID.get(pair["expect"]) == ALARMS else pair["expect"]] += _is_told(pair)
    fallen = sorted(kind for kind, (least, _) in HELD.items() if told[kind] < least)
    assert (len(pairs), fallen) == (sum(whole for _, whole in HELD.values()), [])
