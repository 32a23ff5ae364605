"""Votes, magnitudes, ages, differences and lengths of time in more forms, and what looks like them."""

from __future__ import annotations

import pytest

from claimcheck import compare_texts
from claimcheck.cache.store import Cache
from claimcheck.model.fact import Aspect, Fact
from claimcheck.model.finding import Verdict
from claimcheck.model.value import SIDE, Quantity, QuantityKind, Timex
from claimcheck.read import read_text
from claimcheck.read_claims import kept_claims

ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}


def _read(text: str) -> list[tuple[Fact, Quantity]]:
    claims = kept_claims(read_text(text, "herald"), None, Cache(None)).claims
    return [(f, f.value) for c in claims for f in c.facts if isinstance(f.value, Quantity)]


def _amounts(text: str) -> dict[str, Fact]:
    return {fact.span.of(text): fact for fact, value in _read(text) if value.derivation != SIDE}


def _sides(text: str) -> set[int]:
    values = [value for _, value in _read(text) if value.derivation == SIDE]
    return {int(v.interval.low) for v in values if v.interval.low is not None}


@pytest.mark.parametrize(("text", "words"), [
    ("Barely 26, novelist Ondine Marsh has won the prize.", "26"),
    ("Aged just 19, Keller won the race.", "Aged just 19"),
    ("Brandt turns 44 on Friday.", "44"),
    ("She gave her age as 37.", "37"),
    ("Police put his age at 40.", "40"),
    ("The suspect's age was given as 34.", "34"),
    ("The oldest, a surveyor from Velmar, is 61 and walked home.", "61"),
    ("The actor died at 91, the Herald reported.", "91"),
])
def test_an_age_in_front(text: str, words: str) -> None:
    assert _amounts(text)[words].value.kind is QuantityKind.AGE  # type: ignore[union-attr]


@pytest.mark.parametrize(("text", "words", "aspect"), [
    ("Its 212 beds are 30 more than the old hospital offered.", "30", Aspect.CHANGE),
    ("The theatre has 640 seats, a hundred fewer than before.", "a hundred", Aspect.CHANGE),
    ("The painting sold for $3 million, more than twice its estimate.", "$3 million", Aspect.LEVEL),
    ("Shares in Tallis were higher by 3 percent.", "3 percent", Aspect.CHANGE),
    ("Sales at Tallis were up 3 percent.", "3 percent", Aspect.CHANGE),
    ("The index closed down 120 points.", "120", Aspect.CHANGE),
    ("Women made up 20 percent of the staff.", "20 percent", Aspect.LEVEL),
    ("The Hawks were down 12 points at half-time.", "12", Aspect.LEVEL),
    ("The fund raised $20 million after the flood.", "$20 million", Aspect.LEVEL),
    ("The insurer put up 50,000 euros for information.", "50,000 euros", Aspect.LEVEL),
    ("The plan was backed by 40 percent of voters.", "40 percent", Aspect.LEVEL),
])
def test_so_many_more_than_before_is_a_difference(text: str, words: str, aspect: Aspect) -> None:
    assert _amounts(text)[words].measure.aspect is aspect


@pytest.mark.parametrize(("text", "words"), [
    ("The number of dead was put at 12 on Monday.", "12"),
    ("By Sunday evening 12 people had died.", "12"),
])
def test_a_count_beside_a_day_is_no_hour(text: str, words: str) -> None:
    assert words in _amounts(text)


@pytest.mark.parametrize(("text", "sides"), [
    ("The Senate voted 54-46 to confirm the judge.", {54, 46}),
    ("The plan was backed by eight votes to three.", {8, 3}),
    ("The court struck down the decree in a 5-4 ruling.", {5, 4}),
    ("The bill passed with 58 votes in favour and 40 against.", {58, 40}),
    ("A goal was ruled out as Dynamo beat Orion 2-1.", set()),
    ("The council backed it by a three-to-one majority.", set()),
])
def test_each_side_of_a_vote_is_a_count(text: str, sides: set[int]) -> None:
    assert _sides(text) == sides


@pytest.mark.parametrize("text", [
    "Anderson took five for 40 against Ostra.",
    "Her party lost 40 votes to two independents.",
    "The death toll was put at ten to twelve.",
    "The council approved plans to cut school from five to three days.",
])
def test_what_is_no_score(text: str) -> None:
    assert QuantityKind.SCORE not in [value.kind for _, value in _read(text)]


def _alarms(one: str, other: str) -> set[str]:
    report = compare_texts({"herald": one, "ledger": other})
    return {f.message.partition(";")[0] for f in report.findings if f.verdict in ALARMS}


@pytest.mark.parametrize(("one", "other", "message"), [
    ("The earthquake measured 6.1.", "A quake of magnitude 6.4 struck.", "magnitude 6.1 against magnitude 6.4"),
    ("The council voted 7-4 to approve the budget.", "The council approved the budget by 8 votes to 3.",
     "7-4 against 8-3"),
    ("The bridge will reopen in May.", "The bridge is expected to open again in June.", "May against June"),
    ("The reactor was built to last 40 years.", "The reactor was built to last half a century.",
     "40 years against 0.5 centuries"),
    ("The bank left its policy rate alone, at 4.75 percent.",
     "No change in Tahlia: the bank kept its policy rate at 4.25 percent.", "4.75 % against 4.25 %"),
])
def test_what_is_told(one: str, other: str, message: str) -> None:
    assert _alarms(one, other) == {message}


@pytest.mark.parametrize(("one", "other"), [
    ("Police arrested 14 people on Sunday.", "Police have arrested 40 people since Sunday."),
    ("The siege lasted 90 minutes.", "The siege lasted an hour and a half."),
])
def test_what_is_not_told(one: str, other: str) -> None:
    assert not _alarms(one, other)


@pytest.mark.parametrize(("text", "words", "aspect"), [
    ("In May 266,000 jobs were added.", "266,000", Aspect.LEVEL),
    ("In May employers added 266,000 jobs.", "266,000", Aspect.LEVEL),
    ("The council added 12 names to the list of the dead.", "12", Aspect.PART),
    ("In May 2.1 million initial claims were filed.", "2.1 million", Aspect.LEVEL),
    ("An initial toll of 15 was given.", "15", Aspect.PREVIOUS),
])
def test_added_and_initial_counts(text: str, words: str, aspect: Aspect) -> None:
    assert _amounts(text)[words].measure.aspect is aspect


@pytest.mark.parametrize("text", [
    "There will be no change to the 401(k) plans.",
    "It lost its status under section 501(c)(3).",
    "With 7:42 remaining the Bears led.",
    "They tied the game with 14:05 left.",
])
def test_paragraphs_and_time_left_in_a_game_are_no_values(text: str) -> None:
    claims = kept_claims(read_text(text, "herald"), None, Cache(None)).claims
    assert not [f for c in claims for f in c.facts if isinstance(f.value, Quantity | Timex)]


@pytest.mark.parametrize(("text", "value"), [
    ("The train at 7:42 left the station late.", "T07:42"),
    ("The guests arrived at 10:30 to play golf.", "T10:30"),
    ("The blaze began at about twenty to four.", "T03:40"),
    ("The bus left shortly before seven on Monday evening.", "XXXX-WXX-1T19:00"),
    ("The bus left at ten past five on Friday afternoon.", "XXXX-WXX-5T17:10"),
    ("The quake struck shortly past midnight.", "T00:00"),
])
def test_clock_times(text: str, value: str) -> None:
    claims = kept_claims(read_text(text, "herald"), None, Cache(None)).claims
    assert [f.value.value for c in claims for f in c.facts if isinstance(f.value, Timex)] == [value]


@pytest.mark.parametrize("text", [
    "Britain's retirement age is 67.", "The widow lives at 62, Garnet Street.", "The butcher locked up at 8.",
    "The age of consent is 16.",
])
def test_what_is_nobody_s_age(text: str) -> None:
    assert QuantityKind.AGE not in [value.kind for _, value in _read(text)]


@pytest.mark.parametrize(("a", "b", "told"), [
    ("Kestrel will pay $3 billion for Tallis with a tax break.", "Kestrel will pay $6 billion for Tallis.", True),
    ("Kestrel will pay $3 billion for Tallis, including taxes.", "Kestrel will pay $6 billion for Tallis.", False),
    ("The Dow shot up 600 points on hopes of a deal.", "The Dow rallied 700 points in early trading.", False),
    ("The FTSE 100 closed at 7,012.", "The FTSE 100 finished at 7,112.", True),
    ("Nasdaq-listed Orvex bought the bank for $3 billion.", "Nasdaq-listed Orvex bought the bank for $5bn.", True),
    ("Profit after tax fell to 3 million dollars.", "Profit before tax fell to 5 million dollars.", False),
    ("Kestrel will pay $3 billion, including debt.", "Kestrel will pay $6 billion, excluding debt.", False),
    ("The New Year's attack killed a guard in Ostra.", "The attack on New Year's Eve killed a guard in Ostra.", False),
])
def test_what_a_sum_takes_in_and_the_hours_of_an_index(a: str, b: str, told: bool) -> None:
    assert bool([f for f in compare_texts({"a": a, "b": b}).findings if f.verdict in ALARMS]) is told


@pytest.mark.parametrize(("figure", "agree"), [("17 days", False), ("12 days", True)])
def test_what_is_far_above_a_bound_does_not_agree(figure: str, agree: bool) -> None:
    report = compare_texts({"a": "The fighting in Velmar lasted more than 10 days.",
                            "b": f"The truce ended {figure} of fighting in Velmar."})
    assert bool([f for f in report.findings if f.rule == "same-quantity"]) is agree
    assert not [f for f in report.findings if f.verdict in ALARMS]
