"""Counts of a pair or a trio, sizes and lengths of one unit, units said once for two figures, ages in a word; an end
and the length that it was reckoned of are one difference, and what one pays of the cost is none."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.config import Settings
from claimcheck.model.fact import Aspect
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.value import Quantity
from claimcheck.pipeline import trace_documents
from claimcheck.read.article import read_text
from claimcheck.read_claims import claims_of

SPOKEN = date(2026, 6, 30)


def amounts(sentence: str) -> list[tuple[str, str, Aspect]]:
    """Dimension, value in base units and aspect of each amount that is read."""
    facts = [f for c in claims_of(read_text(sentence, "a.txt", published=SPOKEN)).claims for f in c.facts]
    return [(f.measure.dimension, _shown(f.value), f.measure.aspect) for f in facts if isinstance(f.value, Quantity)]


def _shown(value: Quantity) -> str:
    low, high = value.interval.low, value.interval.high
    unit = f" {value.unit.name}" if value.unit else ""
    return f"{low}{unit}" if low == high else f"{low}..{high}{unit}"


def alarms(*texts: str) -> list[Finding]:
    documents = [read_text(text, name, published=SPOKEN) for name, text in zip("abc", texts, strict=False)]
    return [f for f in trace_documents(documents, Settings()).findings
            if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]


@pytest.mark.parametrize(("sentence", "number"), [
    ("A pair of warehouses burned down in Ostra.", "2"),
    ("Police in Velden are looking for a trio of burglars.", "3"),
    ("The quartet of climbers was found on Sunday.", "4"),
    ("Quintet of nurses suspended in Ostra", "5"),
    ("Brandt scored a brace of penalties.", "2"),
    ("The dozen hostages were set free on Monday.", "12"),
])
def test_a_group_is_a_count(sentence: str, number: str) -> None:
    """ "A trio of burglars": three."""
    assert ("count", number, Aspect.LEVEL) in amounts(sentence)


@pytest.mark.parametrize("sentence", [
    "He left a pair of muddy walking boots at the door.",
    "The officer wore a pair of white gloves.",
    "A string quartet of students played.",
    "The Velden Trio of Ostra won the prize.",
    "The pair of them were seen in Ostra.",
])
def test_what_has_two_legs_is_one_and_players_are_none(sentence: str) -> None:
    """Boots and gloves come in pairs, and a string quartet says what is played."""
    assert not [a for a in amounts(sentence) if a[0] == "count"]


@pytest.mark.parametrize(("sentence", "value"), [
    ("The residents have a fortnight to lodge a complaint.", "1 fortnight"),
    ("The launch was put back by a month.", "1 month"),
    ("The hearing went on for over an hour.", "1..None hour"),
    ("Brandt got a year in jail.", "1 year"),
    ("The king declared a week of mourning.", "1 week"),
    ("The search took the better part of two days.", "1..2 day"),
    ("They cut power with a day's notice; it lasted a week.", "1 week"),
    ("The term was cut from eleven years to seven.", "7 year"),
    ("He served four years of the nine that he was given.", "9 year"),
    ("He was given 22 years, of which he must serve at least 12.", "12..None year"),
    ("The trip takes 50 hours instead of 36.", "36 hour"),
])
def test_a_length_of_time(sentence: str, value: str) -> None:
    """One of a unit, and figures whose unit another one has."""
    assert value in [v for d, v, _ in amounts(sentence) if d == "duration"]


@pytest.mark.parametrize("sentence", [
    "It was a week of surprises.",
    "The firm sells 40 million a year of these parts.",
    "He had a year to forget.",
    "The bridge was closed for two hours and 40 were hurt.",
    "He was jailed for five years and fined for 12 offences.",
    "Attendance rose from 300 a day to 400.",
])
def test_no_length_of_time(sentence: str) -> None:
    """A rate, a judgement, and figures of people: at most the length that has its unit is read."""
    assert {v for d, v, _ in amounts(sentence) if d == "duration"} <= {"2 hour", "5 year"}


def test_what_it_was_cut_from_is_the_length_before() -> None:
    """Nobody says that the sentence is one of eleven years."""
    found = amounts("The sentence was cut from eleven years to seven.")
    assert ("duration", "11 year", Aspect.PREVIOUS) in found
    assert ("duration", "7 year", Aspect.LEVEL) in found


@pytest.mark.parametrize(("sentence", "dimension", "value"), [
    ("The parcel held nearly a kilo of cocaine.", "mass", "1 kilogram"),
    ("Customs seized over a tonne of ivory.", "mass", "1..None tonne"),
    ("The crack in the dam is a foot wide.", "length", "1 foot"),
    ("The storm dumped a foot of snow on Ostra.", "length", "1 foot"),
    ("The octogenarian mayor stood down.", "age", "80..89 year"),
    ("A centenarian from Ostra was hurt.", "age", "100..None year"),
])
def test_one_of_a_unit_and_an_age_in_a_word(sentence: str, dimension: str, value: str) -> None:
    """ "A foot wide", "nearly a kilo", "the octogenarian mayor"."""
    assert (dimension, value) in [(d, v) for d, v, _ in amounts(sentence)]


@pytest.mark.parametrize("sentence", [
    "He has not put a foot wrong since May.",
    "A litre of milk costs more in Velden.",
    "The road to the north is a mile or two of mud.",
])
def test_no_size(sentence: str) -> None:
    """An idiom, and what is only a measure of a price."""
    assert not [a for a in amounts(sentence) if a[0] in ("length", "mass", "volume")]


@pytest.mark.parametrize(("a", "b"), [
    ("The trial starts on 8 July and takes three weeks.", "The trial begins on 8 July and is to last five weeks."),
    ("The repairs to the bridge begin on 3 August and will last two weeks.",
     "The repairs to the bridge start on 3 August and will take four weeks."),
])
def test_two_lengths_and_the_ends_reckoned_of_them_are_one_alarm(a: str, b: str) -> None:
    """Nobody wants to read twice that it takes longer."""
    assert len(alarms(a, b)) == 1


def test_the_alarm_is_of_the_words_as_they_stand() -> None:
    """No article names an end."""
    found = alarms("The trial starts on 8 July and takes three weeks.",
                   "The trial begins on 8 July and is to last five weeks.")
    assert [f.message for f in found] == ["3 weeks against 5 weeks"]


def test_ends_that_are_written_are_an_alarm_of_their_own() -> None:
    """They were not worked out of a length."""
    found = alarms("The trial starts on 8 July and ends on 29 July.",
                   "The trial starts on 8 July and ends on 12 August.")
    assert "date-mismatch" in [f.rule for f in found]


@pytest.mark.parametrize("paid", [
    "The county pays 340,000 euros, which is 80 per cent of the cost.",
    "The county pays 340,000 euros, or 80% of the cost.",
    "The county gives 340,000 euros (four fifths of the total cost).",
])
def test_what_one_pays_of_the_cost_is_a_part(paid: str) -> None:
    """It does not contradict the whole."""
    assert not alarms("The whole project costs 425,000 euros.", paid)


def test_what_two_say_that_one_pays_differs() -> None:
    """Both are of the part."""
    assert alarms("The county pays 240,000 euros for the new school.",
                  "The county pays 340,000 euros, which is 80 per cent of the cost of the new school.")


def test_a_small_count_of_other_things_joins_no_alarm() -> None:
    """Eight bays do not say how many lanes there are; a third source on the dead does."""
    lanes = alarms("The new road has eight lanes, the council said.", "The new road has six lanes, the council said.",
                   "The car park by the new road has eight bays for blue badge holders.")
    assert [{e.document for e in f.evidence} for f in lanes] == [{"a", "b"}]
    dead = alarms("Eight people were killed in the crash, police said.",
                  "Six people were killed in the crash, police said.",
                  "Eight people died in the crash at Velden, doctors said.")
    assert [{e.document for e in f.evidence} for f in dead] == [{"a", "b", "c"}]
