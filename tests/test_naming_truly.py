"""What findings say that they measure is true of the sentence: where the words for that are not sure, they say less."""

from __future__ import annotations

import pytest

from claimcheck.model.fact import Occurrence
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of
from claimcheck.rules.words import value_words


def labels(text: str) -> dict[str, str]:
    """What each figure and time of a text measures, by its value in words."""
    facts = [f for claim in claims_of(read_text(text, "a")).claims for f in claim.facts]
    return {value_words(f): f.measure.label for f in facts if not isinstance(f.value, Occurrence)}


@pytest.mark.parametrize(("text", "value", "label"), [
    # The figure of another one.
    ("Ms Holm, a teacher, received 53.1 per cent in the final round, her rival 46.9 per cent.", "46.9 %", "share"),
    ("The incumbent took 58.2% of the vote on Sunday against 41.8% for challenger Ada Wren.", "41.8 %", "share"),
    # What the share does or is.
    ("Volunteers had an average age of 41, and 57 percent were men.", "57 %", "share of men"),
    ("In the poll, nearly eight out of ten were against.", "nearly 4/5", "share against"),
    ("The crews will stop work, after 91 per cent voted for a walkout in a ballot.", "91 %",
     "share that voted for a walkout"),
])
def test_a_share_is_of_those_who_have_it(text: str, value: str, label: str) -> None:
    assert labels(text)[value] == label


@pytest.mark.parametrize(("text", "value", "label"), [
    ("The barge, 74 metres long, was on its way to Lemvig.", "74 metres", "length of the barge"),
    ("The tanker has a crack three metres long below the waterline.", "3 metres", "length of the crack"),
    ("The blast occurred at 4.10 p.m., 820 metres below ground.", "820 metres", "depth"),
    ("Drivers will have to go 31 kilometres out of their way via Tarvo.", "31 kilometres", "distance"),
    ("Pupils from Lower Harn, six miles away, will be taken by bus.", "6 miles", "distance"),
    ("The van was found in a wood near Osby, 12 kilometres to the north.", "12 kilometres", "distance"),
    ("Most of them live within 600 metres of the chimney.", "≤ 600 metres", "distance from the chimney"),
    ("The viaduct, which at 318 metres has no rival in the county, was shut.", "318 metres", "length"),
    ("The yacht has a list of 14 degrees.", "14 degrees", "angle"),
])
def test_a_length_is_of_what_is_so_long(text: str, value: str, label: str) -> None:
    assert labels(text)[value] == label


@pytest.mark.parametrize(("text", "value", "label"), [
    ("Some 41 people fell ill in Harrow.", "about 41", "people who fell ill in Harrow"),
    ("About 2,400 people were ordered to leave their houses.", "about 2,400", "people ordered to leave their houses"),
    ("They had pulled seven people from the ruins.", "7", "people pulled from the ruins"),
    ("About 120 of them spent the evening in a church.", "about 120", "number that spent the evening"),
    ("Some 310 soldiers are fighting the flames.", "about 310", "soldiers fighting the flames"),
    ("Around 900 barns collapsed, among them two chapels, which were empty.", "about 900", "barns that collapsed"),
    ("Some 600 tables, chairs and lamps have been sold.", "about 600", "tables, chairs and lamps sold"),
    ("The hall will have room for 330.", "330", "number"),
    ("Parents want the new hall, which can take up to 340.", "≤ 340", "number"),
    ("The fever has claimed a third death in Harrow.", "3", "deaths so far"),
    ("It alone is insured for 2.5 million.", "2,500,000", "amount insured for"),
])
def test_what_is_counted_is_told_with_what_it_takes(text: str, value: str, label: str) -> None:
    assert labels(text)[value] == label


@pytest.mark.parametrize(("text", "label"), [
    # Another one did it.
    ("Director Ada Wren said the lamps dated from 1974 and were to be replaced in 2032.", "year of being replaced"),
    ("The union leader said the trams dated from 1988 and were to be sold in 2033.", "year of the sale"),
    ("The harbour, shut since 2024, will open again.", "time the harbour was shut"),
    # It was done elsewhere.
    ("The gang struck in Lemvig in April 2030, and in Tarvo in June 2030.", "month the gang struck"),
    # What is behind the verb says what happened.
    ("The tanker ran aground off Harn Point in March 2031.", "month the tanker ran aground off Harn Point"),
    ("The nurse was allowed home in May 2031.", "month the nurse was allowed home"),
    ("The lorry was found burnt out in March 2031.", "month the lorry was found"),
    ("The bill, which parliament adopted in June 2031, takes effect soon.", "month the bill was adopted"),
    # That time is not when it was done.
    ("The council approved the plan for 2034.", "year of the plan"),
    ("The festival planned for May 2031 will not take place.", "month the festival was planned for"),
    ("The vote scheduled for June 2031 was called off.", "month the vote was scheduled for"),
    ('"I will be at my bench in May 2031," she wrote.', "month"),
    ("Some 700 homes were without water in May 2031.", "month homes were without water"),
    ("Brindle is one of nine that the bank wants to close by June 2031.", "month"),
])
def test_a_time_is_when_that_happened(text: str, label: str) -> None:
    assert label in labels(text).values()


@pytest.mark.parametrize(("text", "value", "label"), [
    ("The younger man has to pay costs of £41,000.", "41,000 GBP", "amount the younger man has to pay"),
    ("The clerks were made to lie on the ground for ten minutes.", "10 minutes",
     "time the clerks had to lie on the ground"),
    ("The driver will have to pay costs of 700 euros.", "700 EUR", "amount the driver will have to pay"),
    ("The mayor declared a state of alert for twenty days.", "20 days", "duration of the state of alert"),
    ("The lifts in the tower did not run for nine hours.", "9 hours", "time the lifts in the tower did not run"),
])
def test_what_must_be_or_is_not_is_told_so(text: str, value: str, label: str) -> None:
    assert labels(text)[value] == label


@pytest.mark.parametrize(("text", "value", "label"), [
    ("The pilot, a 47-year-old Norwegian, was on board.", "47 years", "age of the Norwegian"),
    ("Patients had an average age of 58.", "58 years", "average age"),
    ("The youngest guest is 12, the average age 71.", "71 years", "average age"),
])
def test_an_age_is_that_of_somebody(text: str, value: str, label: str) -> None:
    assert labels(text)[value] == label


@pytest.mark.parametrize(("text", "value", "label"), [
    ("Brelvik is Europe's fourth-largest maker of paint.", "4", "rank of Brelvik"),
    ("Spending on defence rises by 700 million florins to 4.1 billion.", "4,100,000,000", ""),
    ("Velkarnes, founded in 2016, employs 320 people.", "2016", "year Velkarnes was founded"),
    ("A second attempt, in 2027, collapsed.", "2027", "year an attempt collapsed"),
    ("Brookmere has 148 children.", "148", "children of Brookmere"),
    ("Slightly more than a quarter were men.", "just over 1/4", "share of men"),
])
def test_names_ranks_and_articles(text: str, value: str, label: str) -> None:
    told = labels(text)
    assert (told[value] if label else told[value] in ("", "number", "amount")) in (label, True)
