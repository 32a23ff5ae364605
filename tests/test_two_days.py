"""Two short accounts of one event, with the days of their publication or without, and what is to be said of them.

Each file is by another writer, who saw neither the program nor its tests; those that are held back were not read.
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
# Of all so many are told rightly: two less than today.
TOLD = {"two-days.toml": {"update": (1, 10), "conflict": (25, 45), "agreement": (26, 31), "quiet": (1, 4)},
        "two-days-held.toml": {"update": (1, 12), "conflict": (29, 47), "agreement": (21, 32), "quiet": (0, 5)},
        "undated.toml": {"conflict": (10, 51), "agreement": (13, 20), "quiet": (21, 25)},
        "reworded.toml": {"conflict": (21, 39), "agreement": (11, 20), "quiet": (15, 19)},
        "reworded-2.toml": {"conflict": (19, 36), "agreement": (14, 18), "quiet": (12, 18)},
        "words.toml": {"conflict": (8, 108), "quiet": (105, 108)},
        "words-held.toml": {"conflict": (9, 72), "quiet": (69, 72)},
        "undated-held.toml": {"conflict": (9, 51), "agreement": (14, 20), "quiet": (21, 25)}}


@pytest.mark.slow
@pytest.mark.parametrize("name", TOLD)
def test_what_two_days_tell_does_not_fall(name: str) -> None:
    text = (Path(__file__).parents[1] / "fixtures" / name).read_text(encoding="utf-8")
    told: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for pair in tomllib.loads(text)["pair"]:
        number[pair["expect"]] += 1
        told[pair["expect"]] += _is_told(pair)
    assert number == {kind: of_all for kind, (_, of_all) in TOLD[name].items()}
    fallen = {kind: told[kind] for kind, (least, _) in TOLD[name].items() if told[kind] < least}
    assert not fallen


def _is_told(pair: dict[str, str]) -> bool:
    dated = "date_a" in pair
    days = {"herald": date.fromisoformat(pair["date_a"]), "ledger": date.fromisoformat(pair["date_b"])} if dated else {}
    report = compare_texts({"herald": pair["a"], "ledger": pair["b"]}, published=days)
    said = {f.verdict for f in report.findings if f.rule not in ("same-name", "same-event")}
    alarm = bool(said & ALARMS)
    return {"conflict": alarm, "quiet": not alarm, "update": Verdict.UPDATE in said and not alarm,
            "agreement": Verdict.AGREEMENT in said and not alarm}[pair["expect"]]


DAY_BEFORE, SAME_DAY = date(2025, 3, 10), date(2025, 3, 11)


@pytest.mark.parametrize(("first", "a", "b", "verdict"), [
    (DAY_BEFORE, "Twelve people were killed in the blast at Ostra on Sunday.",
     "The blast at Ostra on Sunday killed 14 people.", Verdict.UPDATE),
    (SAME_DAY, "Twelve people were killed in the blast at Ostra on Sunday.",
     "The blast at Ostra killed 14 people.", Verdict.CONTRADICTION),
    (SAME_DAY, "Police arrested 40 people at the march on Sunday.",
     "Police arrested 62 people at the march.", Verdict.CONTRADICTION),
    (SAME_DAY, "By Sunday evening 12 people had died of cholera in Quemba.",
     "Cholera had killed 19 people in Quemba by Tuesday.", Verdict.UPDATE),
])
def test_the_day_of_an_act_is_not_that_of_its_count(first: date, a: str, b: str, verdict: Verdict) -> None:
    """A report of the next day has a newer count of what happened on Sunday; two of one day do not agree."""
    report = compare_texts({"herald": a, "ledger": b}, published={"herald": first, "ledger": SAME_DAY})
    assert {f.verdict for f in report.findings if f.verdict in (*ALARMS, Verdict.UPDATE)} == {verdict}
