"""One tension is one finding, with all its places."""

from __future__ import annotations

from itertools import permutations

from claimcheck import Settings, compare_texts

ALARMS = ("contradiction", "tension")
TEXTS = {
    "herald": "No miner in Orlow was hurt when the shaft caved in on Monday, the company said.",
    "ledger": "Four miners were hurt in Orlow when the shaft caved in on Monday.",
    "courier": "No miner was hurt in Orlow as the shaft caved in, a spokeswoman said on Monday.",
}


def test_what_two_deny_and_a_third_states_is_one_tension() -> None:
    """In whatever order the documents come; each of them is a side."""
    for order in permutations(TEXTS):
        report = compare_texts({name: TEXTS[name] for name in order}, settings=Settings(model="hashing", preview=True))
        (alarm,) = [f for f in report.findings if f.verdict.value in ALARMS]
        assert {side.document for side in alarm.evidence} == set(TEXTS)
