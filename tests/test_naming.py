"""What findings say that they measure: a noun phrase, never a bare stem or verb, never nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimcheck
from claimcheck.lexicon.participles import participle
from claimcheck.model.fact import Occurrence
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of

STORIES = Path(__file__).parent.parent / "fixtures/stories"
# What a label begins with where it is no noun: "whether it was closed", "who said it", "where the hikers were found".
ASKED = ("whether ", "who ", "where ")


def _labels(text: str, occurrences: bool = False) -> set[str]:
    facts = [f for claim in claims_of(read_text(text, "a")).claims for f in claim.facts]
    return {f.measure.label for f in facts if isinstance(f.value, Occurrence) is occurrences}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The storm killed 14 people in Harrow.", "people killed"),
        ("At least 14 people were killed in the storm.", "people killed"),
        ("More than 60 are missing.", "people missing"),
        ("The flood carried away two bridges.", "bridges carried away"),
        ("The mill employs 312 people.", "people employed"),
        ("Four members voted against.", "members who voted against"),
        ("Some 60 bands will perform on seven stages.", "stages bands will perform on"),
        ("No one was injured.", "people injured"),
        ("Nobody was arrested.", "people arrested"),
        ("The price of the takeover was $3 billion.", "price of the takeover"),
        ("Revenue grew 4.5 percent.", "change in revenue"),
        ("The firm reported a 21 percent rise in net profit.", "rise in net profit"),
        ("It lost $6.4 million in 2030.", "amount lost"),
        ("The building was insured for £3.2 million.", "amount the building was insured for"),
        ("Robbers stole jewels worth 4.1 million euros.", "value of jewels"),
        ("The ring is 20 kilometres wide.", "width of the ring"),
        ("She won 52 percent of the vote.", "share of the vote"),
        ("The runway was closed for two hours.", "time the runway was closed"),
        ("It took 60 firefighters eleven hours to put the fire out.", "time taken to put the fire out"),
        ("The withdrawal will take no more than 10 days.", "duration of the withdrawal"),
        ("The bill was adopted on 3 May 2030.", "day the bill was adopted"),
        ("An inspection in November 2030 found cracks.", "month an inspection found cracks"),
        ("The withdrawal will begin on 13 January 2030.", "start of the withdrawal"),
        ("Joan Pettifer, 67, was found.", "age of Pettifer"),
        ("A total of 12 houses burned down.", "houses burned down"),
        ("Fewer than 200 whales are left.", "whales left"),
        ("The number of visitors rose to 1.2 million.", "visitors"),
        ("450 jobs lost at mine", "jobs lost"),
        ("Two hikers found dead on Mount Karr", "hikers found dead"),
        ("Six arrested after riot in Velden", "people arrested"),
        ("Dozens injured, 14 killed in Harrow blast", "people injured"),
        ("The motion was rejected by 31 votes.", "votes the motion was rejected by"),
        ("The show was watched by 900 people.", "people who watched"),
        ("23 were brought to safety by boat.", "number brought to safety"),
        ("The bill passed by 52 votes to 48.", "votes against"),
        ("Only 42 of 90 members voted.", "people who voted"),
        ("The deal is worth about $900 million.", "value of the deal"),
        ("Corvane to buy Pellmore for $3.2 billion", "price of Pellmore"),
        ("The quake had a magnitude of 6.1.", "magnitude of the quake"),
        ("The epicentre was 20 kilometres north of Harrow.", "distance of the epicentre"),
        ("The village lies 12 km from the border.", "distance the village lies from the border"),
        ("At least 80 percent of the crop was lost.", "share of the crop"),
        ("The vaccine is 92 percent effective.", "percentage effective"),
        ("Workers will get three months' pay.", "months' pay"),
        ("They will receive six weeks' notice.", "weeks' notice"),
        ("He was sentenced to eight years in prison.", "time in prison"),
        ("He spent 14 months in custody.", "time in custody"),
        ("The minister has been in office for six years.", "time the minister has been in office"),
        ("The strike lasted eleven days.", "duration of the strike"),
        ("Saturday's premiere in Lindhaven went on for five hours.", "duration of the premiere in Lindhaven"),
        ("Monday's strike in Harrow lasted eleven hours.", "duration of the strike in Harrow"),
        ("The museum opened in 1962.", "year the museum opened"),
        ("The takeover, worth $3.2 billion, is to close in May 2031.", "month the takeover would close"),
        ("Peace talks resume on 14 June 2031.", "day of the resumption"),
        ("Police found a 67-year-old hiker.", "age of the hiker"),
    ],
)
def test_an_amount_or_a_time_is_named_by_what_it_measures(text: str, label: str) -> None:
    """In the words of the text, without the figure."""
    assert label in _labels(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The plant was closed.", "whether the plant was closed"),
        ("The plant was not closed.", "whether the plant was closed"),
        ("No one was hurt.", "whether anyone was hurt"),
        ("Callum Roake set the fire.", "whether Callum Roake set the fire"),
        ("Police made no arrests.", "whether there were arrests"),
    ],
)
def test_an_event_is_named_by_the_question_whether_it_happened(text: str, label: str) -> None:
    """A denial is no part of it, since both sides speak of one thing."""
    assert label in _labels(text, occurrences=True)


@pytest.mark.parametrize(("lemma", "word"), [
    ("employ", "employed"), ("take", "taken"), ("carry", "carried"), ("stop", "stopped"), ("rescue", "rescued"),
    ("visit", "visited"), ("quit", "quit"), ("rob", "robbed"), ("destroy", "destroyed"), ("fix", "fixed"),
])
def test_participles(lemma: str, word: str) -> None:
    """Regular, doubled and irregular ones."""
    assert participle(lemma) == word


@pytest.mark.slow
@pytest.mark.parametrize("story", ["arren-flood", "jeweller-raid"])
def test_every_finding_of_a_story_says_what_it_measures(story: str) -> None:
    """With words only: no brackets, no dangling word."""
    report = claimcheck.compare(sorted((STORIES / story).glob("*.txt")), settings=claimcheck.Settings(preview=True))
    for finding in report.findings:
        assert finding.measure.strip(), finding
        assert finding.measure == " ".join(finding.measure.split())
        assert not re.search(r"[()\[\]]| of$| the$| a$", finding.measure) or finding.rule == "single-source"
        if finding.rule in ("same-event", "polarity-conflict", "antonym-conflict", "certainty-drift", "place-conflict"):
            assert finding.measure.startswith(ASKED), finding.measure
        if finding.rule in ("same-date", "date-mismatch"):
            assert " " in finding.measure or finding.measure == "date", finding.measure
