"""One fact is one finding, with all its places, however many sources and sentences tell it."""

from __future__ import annotations

from itertools import permutations

import pytest
from conftest import ROOT

from claimcheck import Settings, compare, compare_texts
from claimcheck.config import Settings as Configured
from claimcheck.model.finding import Finding, Verdict
from claimcheck.pipeline import trace_documents
from claimcheck.read import read_text
from claimcheck.rules import RULES
from claimcheck.rules.merge import gather, merge

ALARMS = (Verdict.CONTRADICTION, Verdict.TENSION)
MINE = {
    "herald": "No miner in Orlow was hurt when the shaft caved in on Monday, the company said.",
    "ledger": "Four miners were hurt in Orlow when the shaft caved in on Monday.",
    "courier": "No miner was hurt in Orlow as the shaft caved in, a spokeswoman said on Monday.",
}
FERRY = {
    "herald": """Ferry fire off Tarnholm kills six\n
A fire on the ferry Alma killed six passengers early on Tuesday, the coastguard said. Six passengers were killed and 31
were taken to hospital, coastguard commander Ida Rusk said. The ship had left Tarnholm with 214 people on board.""",
    "courier": """Nine dead after ferry fire\n
Nine passengers were killed on Tuesday when the ferry Alma caught fire off Tarnholm. The ship carried 214 people.""",
    "ledger": """Ferry fire kills six passengers\n
Six passengers were killed when the ferry Alma caught fire off Tarnholm on Tuesday. The ship carried 241 people.""",
}
TAKEOVER = {
    "herald": """Corvane to buy Pellmore for $3.2 billion\n
Corvane will buy the shipping group Pellmore for $3.2 billion, the companies said. Pellmore employs 8,400 people.""",
    "post": "Corvane has agreed to buy the shipping group Pellmore for $2.3 billion.",
    "times": """Shipping group Pellmore sold for $3.2 billion\n
Shipping group Pellmore will be bought by Corvane for $3.2 billion, it was announced. Pellmore employs 4,800 people.""",
    "wire": """Corvane said on Monday that it would buy the shipping group Pellmore for $3.2 billion. Pellmore employs
8,400 people.""",
}
RUNNER = {
    "herald": """Runner found alive after three days\n
Runner Sofia Marran, 34, was found alive on Wednesday after she had been missing for three days.""",
    "courier": "Sofia Marran, 43, was found alive on Wednesday after she had been missing for five days.",
    "ledger": """Runner Sofia Marran found after five days\n
Sofia Marran, 34, who had been missing for five days, was found alive near Kelsdorf on Wednesday.""",
}
JOBS = {
    "herald": """Mine at Orlow to be closed, 450 jobs lost\n
The mine at Orlow will be closed and 450 jobs will be lost, Brannic Mining said. About 450 jobs will go, chief executive
Paul Renner told reporters.""",
    "courier": """Brannic Mining will close its mine at Orlow and cut 540 jobs, the company said. Brannic will cut
540 jobs by the spring.""",
    "ledger": "Brannic Mining is to close the mine at Orlow. It will cut 450 jobs, chief executive Paul Renner said.",
    "wire": "The mine at Orlow will be closed and 540 jobs will be lost, Brannic Mining said.",
}
POWER = {
    "herald": "The storm cut off 65,000 homes in Dalmere. Norvolt's share price fell 7 percent.",
    "courier": "The storm cut off 56,000 homes in Dalmere. Shares of Norvolt fell 9 percent.",
    "ledger": """65,000 homes in Dalmere cut off\n
The storm cut off 65,000 homes in Dalmere, Norvolt said. In all 65,000 homes were cut off. Norvolt's share price fell
7 percent.""",
    "wire": "The storm cut off 56,000 homes in Dalmere. Norvolt's share price fell 9 percent.",
}
STORIES = {"ferry": FERRY, "takeover": TAKEOVER, "runner": RUNNER, "jobs": JOBS, "power": POWER}


def _alarms(texts: dict[str, str]) -> list[Finding]:
    return [f for f in compare_texts(texts).findings if f.verdict in ALARMS]


def test_what_two_deny_and_a_third_states_is_one_tension() -> None:
    """In whatever order the documents come; each of them is a side."""
    for order in permutations(MINE):
        settings = Settings(model="hashing", preview=True)
        report = compare_texts({name: MINE[name] for name in order}, settings=settings)
        (alarm,) = [f for f in report.findings if f.verdict in ALARMS]
        assert {side.document for side in alarm.evidence} == set(MINE)


@pytest.mark.slow
@pytest.mark.parametrize(("texts", "told"), [
    (FERRY, [{"6", "9"}, {"214", "241"}]),
    (TAKEOVER, [{"2,300,000,000 USD", "3,200,000,000 USD"}, {"4,800", "8,400"}]),
    (RUNNER, [{"34 years", "43 years"}, {"3 days", "5 days"}]),
    (JOBS, [{"450", "540"}]),
    (POWER, [{"56,000", "65,000"}, {"7 %", "9 %"}]),
], ids=STORIES)
def test_each_difference_is_told_once(texts: dict[str, str], told: list[set[str]]) -> None:
    """Told by a headline and by the body, by two agencies against two others, as fact and as plan, by a rule on values
    and by one on copied sentences: each is one alarm on all sources that have one of its values."""
    found = _alarms(texts)
    assert len(found) == len(told)
    assert all({e.value for e in f.evidence} in told for f in found)
    assert all(len({e.document for e in f.evidence}) >= 3 for f in found)


@pytest.mark.slow
@pytest.mark.parametrize("texts", STORIES.values(), ids=STORIES)
def test_nothing_is_lost(texts: dict[str, str]) -> None:
    """Whatever rules raise, a finding as grave has all its sides."""
    trace = trace_documents([read_text(text, name) for name, text in texts.items()], Configured())
    merged = merge([f for rule in RULES for f in rule.check(trace.story)])
    gathered = gather(merged)
    assert len(gathered) < len(merged)
    for finding in merged:
        assert any(_has_all(kept, finding) for kept in gathered), finding


@pytest.mark.parametrize("verb", ["hurt", "injured"])
def test_a_later_account_joins_the_alarm_between_earlier_ones(verb: str) -> None:
    """Of what two said on one day, and a third repeats a day later, there is one alarm and no update beside it."""
    texts = {
        "herald": f"14 May 2027\n\nThe ferry Alma ran aground off Tarnholm on Thursday and 12 people were {verb}.",
        "ledger": f"14 May 2027\n\nThe ferry Alma ran aground off Tarnholm on Thursday and 15 people were {verb}.",
        "courier": f"15 May 2027\n\nThe ferry Alma ran aground off Tarnholm on Thursday and 15 people were {verb}.",
    }
    findings = compare_texts(texts).findings
    (told,) = [f for f in findings if f.verdict in (*ALARMS, Verdict.UPDATE)]
    assert (told.verdict, len(told.evidence)) == (Verdict.CONTRADICTION, 3)


def _has_all(kept: Finding, finding: Finding) -> bool:
    order = list(Verdict)
    alike = (kept.verdict in ALARMS) == (finding.verdict in ALARMS)
    return alike and order.index(kept.verdict) <= order.index(finding.verdict) and all(
        any(e.document == side.document and e.span.overlaps(side.span) for e in kept.evidence)
        for side in finding.evidence)


@pytest.mark.slow
@pytest.mark.parametrize("texts", [
    {"herald": "Three people were killed when a bus hit a tram in Velden. Five people were injured in the crash.",
     "ledger": "Five people were killed when a bus hit a tram in Velden. Three people were injured in the crash."},
    {"herald": "Anna Tolle was arrested in Velden on Monday. The town hall of Velden was closed on Monday.",
     "ledger": "Anna Tolle was arrested in Velden on Tuesday. The town hall of Velden was closed on Tuesday."},
    {"herald": "The road to Harrow was closed for three days. The search for the climber lasted three days.",
     "ledger": "The road to Harrow was closed for five days. The search for the climber lasted five days."},
    {"herald": "Profit of Corvane rose 7 percent. Corvane's shares fell 7 percent in early trading.",
     "ledger": "Profit of Corvane rose 9 percent. Corvane's shares fell 9 percent in early trading."},
], ids=["swapped counts", "days of two events", "two durations", "two changes"])
def test_two_things_with_the_same_values_stay_two(texts: dict[str, str]) -> None:
    assert len(_alarms(texts)) == 2


@pytest.mark.slow
def test_what_many_agree_on_is_one_agreement() -> None:
    """Pairs of sources that have a place in common say one thing, and no more than "both say" is said of three."""
    found = [f for f in compare_texts(TAKEOVER).findings if f.measure == "people employed"
             and f.verdict is Verdict.AGREEMENT]
    assert [{e.document for e in f.evidence} for f in found] == [{"herald", "wire"}]
    texts = dict.fromkeys(("a", "b", "c", "d"), "The flood destroyed 120 houses in Harrow on Monday.")
    counted = [f for f in compare_texts(texts).findings if f.rule == "same-quantity"]
    assert [(len(f.evidence), f.message) for f in counted] == [(4, "all say 120")]


def test_an_account_that_has_both_values_of_an_unlikely_alarm_tells_them_apart() -> None:
    """The passenger is 44 and the pilot 51 in the third account, so that the two others do not differ."""
    report = compare(sorted((ROOT / "fixtures/stories/kestrel-flight").glob("*.txt")))
    assert not [f for f in report.findings if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]
    assert {"age of Reyle", "age of the captain"} <= {f.measure for f in report.findings}


def _told(texts: dict[str, str], *verdicts: Verdict) -> list[Finding]:
    return [f for f in compare_texts(texts).findings if f.verdict in verdicts and f.rule != "same-name"]


@pytest.mark.parametrize(("texts", "measure", "message"), [
    ({"herald": "The brewery in Tolm employs 480 people.", "post": "The brewery in Tolm employs about 480 people.",
      "wire": "The brewery in Tolm employs almost 490 people."}, "people employed", "480"),
    ({"herald": "Turnout in Tolm was 61 percent on Sunday.", "post": "Turnout in Tolm was 61.4 percent on Sunday.",
      "wire": "Turnout in Tolm was just over 61 percent on Sunday."}, "turnout in Tolm", "61"),
    ({"herald": "Gusts of up to 120 km/h hit Tolm on Friday.", "post": "Gusts of 75 mph hit Tolm on Friday.",
      "wire": "Gusts of 120 km/h hit Tolm on Friday."}, "speed of gusts", "120"),
])
def test_what_sources_have_more_or_less_exactly_is_one_agreement(
    texts: dict[str, str], measure: str, message: str
) -> None:
    found = [f for f in _told(texts, Verdict.AGREEMENT) if f.measure == measure]
    assert len(found) == 1
    assert {e.document for e in found[0].evidence} == set(texts)
    assert found[0].message.count(message) >= 2


def test_two_later_figures_of_one_count_are_one_update() -> None:
    texts = {
        "herald": "Tolm\n\n3 March 2031\n\nThe blast in Tolm killed 12 people.",
        "post": "Tolm\n\n5 March 2031\n\nThe blast in Tolm killed 21 people.",
        "wire": "Tolm\n\n5 March 2031\n\nThe blast in Tolm killed 24 people.",
    }
    (update,) = _told(texts, Verdict.UPDATE)
    assert update.message == "12, later 21 and 24"
    assert {e.document for e in update.evidence} == set(texts)


@pytest.mark.slow
@pytest.mark.xfail(strict=True, reason="it is told as a mismatch of three, without a word of the copy")
def test_a_figure_changed_in_a_copy_is_one_alarm_with_that_of_a_third_source() -> None:
    """The words are nearly the same in two of them only."""
    paths = sorted((ROOT / "fixtures/stories/velmar-results").glob("*.txt"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    (alarm,) = [f for f in _told(texts, *ALARMS) if f.measure == "rise in net profit"]
    assert {e.document for e in alarm.evidence} == set(texts)
    assert alarm.message.endswith("; the words around are nearly the same in morning-post and Orbis News")


def test_who_agrees_with_a_side_of_an_alarm_stands_beside_it() -> None:
    """Though its own words are too far from those of the other side for an alarm on the two."""
    texts = {
        "herald": "The mill has cost 40 million francs, of which the canton paid a fifth.",
        "post": "The mill cost 40 million francs. A fifth of it was paid by the canton.",
        "courier": "The canton paid a third of the 40 million francs that the mill cost.",
    }
    report = compare_texts(texts)
    alarms = [f for f in report.findings if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]
    assert [{e.document for e in f.evidence} for f in alarms] == [set(texts)]
    assert not report.unsure
