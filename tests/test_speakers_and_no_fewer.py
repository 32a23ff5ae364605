"""Whose body speaks, what a participle behind its noun does not say, and "no fewer than"."""

from __future__ import annotations

from datetime import date

import pytest
from variations import alarms_either_way

from claimcheck import compare_texts
from claimcheck.pipeline import claims_of
from claimcheck.read import read_text

DAY = date(2024, 3, 6)


def _speakers(text: str) -> set[str]:
    return {c.speaker for c in claims_of(read_text(text, "a")).claims if c.attribution}


def _messages(a: str, b: str) -> list[str]:
    report = compare_texts({"herald": a, "ledger": b}, published={"herald": DAY, "ledger": DAY})
    return [f.message for f in report.findings]


@pytest.mark.parametrize(("text", "speaker"), [
    ("Norway's fish board said nine boats sank on Friday.", "Norway's fish board"),
    ("Nine boats sank on Friday, Chile's navy said.", "Chile's navy"),
    ("Nine boats sank on Friday, according to Peru's port police.", "Peru's port police"),
    ("Volvo's works council said nine halls stood empty.", "Volvo's works council"),
    ("Peter Aho's family said nine letters were lost.", "Peter Aho's family"),
    ("The University of Turku's press desk said nine dogs took part.", "University of Turku's press desk"),
    # As they were.
    ("Norway's fisheries minister Kari Lund said nine boats sank.", "Kari Lund"),
    ("Norway's Kari Lund, who won, said nine boats sank.", "Kari Lund"),
    ("Kari Lund's statement said nine boats sank.", "Kari Lund"),
    ("Kari Lund of Norway's fish board said nine boats sank.", "Kari Lund"),
    ("Kari Lund's husband Peter said nine boats sank.", "Peter"),
    ("A spokesman for Volvo said nine halls stood empty.", "Volvo"),
    ("Police in Norway's capital said nine boats sank.", "Police in Norway's capital"),
    ("Lloyd's said nine boats sank.", "Lloyd"),
])
def test_a_body_speaks_and_not_its_owner(text: str, speaker: str) -> None:
    assert _speakers(text) == {speaker}


def test_two_bodies_of_one_country_are_not_one_speaker() -> None:
    told = "said 12 crew members drowned off the cape on Friday."
    unlike = _messages(f"Chile's navy {told}", f"Chile's port police {told.replace('12', '15')}")
    assert any("12 against 15" in m or "12; " in m for m in unlike)
    assert not any("both said" in m for m in unlike)
    alike = _messages(f"Chile's navy {told}", f"Chile's navy {told.replace('12', '15')}")
    assert any("both said by Chile's navy" in m for m in alike)


@pytest.mark.parametrize(("text", "speakers"), [
    ("The army denied on Monday soldiers shot 12 people in Velden.", {"army"}),
    ("Prosecutors claimed in court Lind stole $4 million.", {"Prosecutors"}),
    ("The company said on Friday profits rose 12 percent.", {"company"}),
    ("The mayor added that the firm announced in March 12 layoffs.", {"mayor", "firm"}),
    ("Officials said the committee concluded on Friday.", {"Officials", "committee"}),
])
def test_a_verb_of_saying_is_no_participle(text: str, speakers: set[str]) -> None:
    """Though the time or place behind it runs into the next subject."""
    assert _speakers(text) == speakers


def test_she_is_who_has_the_office_and_no_pronoun() -> None:
    said = "Karin Lund's office said the pier was safe. She said nine boats sank."
    assert _speakers(said) == {"Karin Lund's office", "Karin Lund"}
    said = "Karin Lund said the pier was safe. It said the ferry was full. She said nine boats sank."
    assert _speakers(said) == {"Karin Lund", "It"}


@pytest.mark.parametrize(("text", "speaker"), [
    ("Divers said the tug found on the reef sank in 1961.", "Divers"),
    ("The barge found off Malta sank in 1702, divers said.", "divers"),
    ("Curators said the idol found under the chapel was carved in 1340.", "Curators"),
    ("Traders said the ban declared in Velden on Monday hurt nine shops.", "Traders"),
    ("The bones found near the weir date from 1340, curators said.", "curators"),
])
def test_a_participle_behind_its_noun_says_nothing(text: str, speaker: str) -> None:
    assert _speakers(text) == {speaker}


@pytest.mark.parametrize(("text", "speakers"), [
    ("The audit found the pump failed in 2019.", {"audit"}),
    ("The review found in May that nine pumps failed.", {"review"}),
    ("Divers found out the barge sank in 1702.", {"Divers"}),
    ("The museum pointed out Cadiz fell in 1596.", {"museum"}),
    ("Karin Lund said the board warned in May that nine towns would flood.", {"Karin Lund", "board"}),
    ("Police said the driver claimed the road was wet.", {"Police", "driver"}),
    ("The firm reported profits rose nine percent.", {"firm"}),
    ('The note found in the attic read: "Stay away." Police said the boy wrote "sorry" on it.', {"Police", "boy"}),
])
def test_who_found_something_says_it(text: str, speakers: set[str]) -> None:
    assert speakers <= _speakers(text)


@pytest.mark.parametrize(("a", "b"), [
    ("No fewer than 40 barns burned down in Velden on Saturday.", "Thirty barns burned down in Velden on Saturday."),
    ("No fewer than 12 bridges collapsed in Velden on Saturday.", "Nine bridges collapsed in Velden on Saturday."),
    ("No fewer than 25 trams were torched in Velden on Saturday.", "Twenty trams were torched in Velden on Saturday."),
    ("No fewer than a dozen schools were closed in Velden on Saturday.",
     "Nine schools were closed in Velden on Saturday."),
    ("No less than 25 barns burned down in Velden on Saturday.", "Twenty barns burned down in Velden on Saturday."),
    ("No more than 25 barns burned down in Velden on Saturday.", "Forty barns burned down in Velden on Saturday."),
    ("No barns burned down in Velden on Saturday.", "Forty barns burned down in Velden on Saturday."),
    ("No barn burned down in Velden on Saturday.", "A barn burned down in Velden on Saturday."),
    ("No fewer than 12 drones were not shot down in Velden on Saturday.",
     "12 drones were shot down in Velden on Saturday."),
    ("Fees were no higher than in May.", "Fees were higher than in May."),
])
def test_no_fewer_denies_no_deed(a: str, b: str) -> None:
    assert len(alarms_either_way(a, b, DAY)) == 1


@pytest.mark.parametrize(("a", "b"), [
    ("No fewer than 40 barns burned down in Velden on Saturday.", "45 barns burned down in Velden on Saturday."),
    ("No fewer than 25 trams were torched in Velden on Saturday.", "25 trams were torched in Velden on Saturday."),
    ("No fewer than 25 trams were torched in Velden on Saturday.", "Trams were torched in Velden on Saturday."),
    ("No other barns burned down in Velden on Saturday.", "Forty barns burned down in Velden on Saturday."),
    ("No more barns burned down in Velden on Saturday.", "Forty barns burned down in Velden on Saturday."),
    ("No fewer barns burned down in Velden than in Ostra.", "Fewer barns burned down in Velden than in Lund."),
])
def test_no_fewer_is_a_lower_end(a: str, b: str) -> None:
    assert alarms_either_way(a, b, DAY) == []


def test_no_fewer_than_nine_speak() -> None:
    assert _speakers("No fewer than nine doctors said 40 patients died on Monday.") == {"No fewer than nine doctors"}
    assert _speakers("No doctor said 40 patients died on Monday.") == {""}


@pytest.mark.parametrize("said", [
    "The fire in Velden killed {} people on Friday, it said.",
    "The fire in Velden killed {} people on Friday, they said.",
    "This suggests that the fire in Velden killed {} people on Friday.",
    "Some said the fire in Velden killed {} people on Friday.",
    "Others said the fire in Velden killed {} people on Friday.",
])
def test_it_is_nobody_that_both_name(said: str) -> None:
    told = _messages(said.format(40), said.format(60))
    assert any("40 against 60" in m for m in told)
    assert not any("both said" in m for m in told)


@pytest.mark.parametrize(("who", "named"), [("The council", "the council"), ("Karin Lund", "Karin Lund"),
                                            ("Their union", "their union")])
def test_somebody_is_whom_both_name(who: str, named: str) -> None:
    said = f"{who} said the fire in Velden killed {{}} people on Friday."
    assert any(f"both said by {named}" in m for m in _messages(said.format(40), said.format(60)))
