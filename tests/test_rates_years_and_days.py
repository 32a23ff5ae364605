"""Figures over a time, figures and hours of a year that a sentence before named, years against ages, units said
only once, and days that are to come: in other words than those by which newcomers and auditors found them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from claimcheck import compare_texts
from claimcheck.config import Settings
from claimcheck.model.fact import Fact
from claimcheck.model.finding import Verdict
from claimcheck.model.value import Quantity, QuantityKind, Timex
from claimcheck.pipeline import compare_documents
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of

ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}
SATURDAY = date(2031, 5, 24)


def _facts(text: str) -> list[Fact]:
    return [f for c in claims_of(read_text(text, "herald", published=SATURDAY)).claims for f in c.facts]


def _figures(text: str) -> list[Fact]:
    return [f for f in _facts(text) if isinstance(f.value, Quantity) and f.value.kind is not QuantityKind.DURATION]


def _times(text: str) -> list[Timex]:
    return [f.value for f in _facts(text) if isinstance(f.value, Timex)]


def _verdicts(a: str, b: str, on: date | None = SATURDAY) -> set[Verdict]:
    documents = [read_text(a, "herald", published=on), read_text(b, "ledger", published=on)]
    return {f.verdict for f in compare_documents(documents, Settings()).findings}


@pytest.mark.parametrize(("text", "dimension", "base"), [
    ("The leak spills 6 litres of brine a minute.", "volume/hour", Decimal("0.36")),
    ("The quarry ships 40 tonnes of gravel every hour.", "mass/hour", 40_000),
    ("Of new patients the clinic sees 30 a day.", "count/week", 210),
    ("Her pension is 900 euros a month.", "money:EUR/year", 10_800),
    ("The fund pays out 2,700 euros a quarter.", "money:EUR/year", 10_800),
])
def test_a_rate_is_one_of_its_time(text: str, dimension: str, base: Decimal | int) -> None:
    fact = _figures(text)[0]
    assert isinstance(fact.value, Quantity)
    assert (fact.measure.dimension, fact.value.base.figure) == (dimension, base)


@pytest.mark.parametrize("text", [
    "The press sold 20 tonnes of paper a year earlier.", "She gave three boxes of letters a scholar had kept.",
    "Two people died and a second was hurt.",
])
def test_what_is_no_rate(text: str) -> None:
    assert all("/" not in f.measure.dimension for f in _figures(text))


@pytest.mark.parametrize("text", [
    "The turbine takes 90 cubic metres of water a second.", "The belt moves 3 metres every second.",
    "The tap drips 2 millilitres a second in summer.",
])
def test_a_second_in_which_something_flows_is_no_place(text: str) -> None:
    assert all(f.measure.dimension != "ordinal" for f in _figures(text))


@pytest.mark.parametrize(("a", "b"), [
    ("The dredger lifts 50 tonnes of silt an hour.", "The dredger lifts 400 tonnes of silt a day."),
    ("Pickers earn 9 euros an hour, the union says.", "Pickers earn 72 euros a day, the union says."),
    ("The spring gives 4 litres a second.", "The spring gives 240 litres a minute."),
    ("Arrivals run at 20 a day, the warden says.", "Arrivals run at 140 a week, the warden says."),
])
def test_one_rate_in_two_units_of_time_raises_no_alarm(a: str, b: str) -> None:
    assert not _verdicts(a, b) & ALARMS


def test_two_rates_of_one_time_do() -> None:
    assert _verdicts("The mine produces 70,000 tonnes of zinc a year.",
                     "The mine produces 50,000 tonnes of zinc a year.") & ALARMS


@pytest.mark.parametrize(("a", "b"), [
    ("At least nine people died in the landslide on Friday.",
     "Villagers remember the landslide of 1968. Sixty people died then."),
    ("At least nine people were killed when the dam broke on Friday.",
     "An older dam broke in 1911. That disaster killed 300 people."),
    ("The storm reached the coast at 4.20 a.m.", "The storm of 1954 was worse. That storm came at midnight."),
])
def test_what_was_then_is_set_against_nothing_of_today(a: str, b: str) -> None:
    assert not _verdicts(a, b) & (ALARMS | {Verdict.UPDATE})


@pytest.mark.parametrize(("a", "b", "found"), [
    ("The lighthouse was built in 1951 and is to be sold.", "The 80-year-old lighthouse is to be sold.",
     Verdict.AGREEMENT),
    ("The chapel, erected in 1881, burned down.", "The chapel that burned down was 150 years old.",
     Verdict.AGREEMENT),
    ("Monks built the lighthouse in 1651; it is to be sold.", "The 380-year-old lighthouse is to be sold.",
     Verdict.AGREEMENT),
    ("The pier was built in 1951 and is to be sold.", "The pier is 45 years old and is to be sold.",
     Verdict.CONTRADICTION),
])
def test_a_thing_is_as_old_as_the_year_it_was_built_in_says(a: str, b: str, found: Verdict) -> None:
    assert found in _verdicts(a, b)


@pytest.mark.parametrize("text", [
"The pianist opened the festival in 2001.",
    "The shop opened in 2029.",
])
def test_neither_a_person_nor_what_is_new_is_so_old(text: str) -> None:
    assert all(f.value.kind is not QuantityKind.AGE for f in _figures(text) if isinstance(f.value, Quantity))


@pytest.mark.parametrize(("text", "dimensions"), [
    ("Its debt fell to 310 million from 340 million francs.", ["money:franc", "money:franc"]),
    ("The bank kept the rate at 2.5 per cent instead of two.", ["percent", "percent"]),
    ("The tower leaned by 4 degrees, up from 3 last year.", ["angle", "angle"]),
    ("The club has 2 million members and earned 9 million dollars.", ["count", "money:USD"]),
    ("It sold 3 million at $8 each.", ["count", "money:USD"]),
])
def test_a_unit_that_is_said_once(text: str, dimensions: list[str]) -> None:
    found = [f.measure.dimension for f in _figures(text)]
    assert [d.replace("CHF", "franc") for d in found] == dimensions


@pytest.mark.parametrize(("text", "counted"), [
    ("Two night porters were locked in.", "porter"), ("Five night buses were cancelled.", "bus"),
    ("Four day nurses fell ill.", "nurs"),
])
def test_the_night_of_a_night_porter_is_no_length_of_time(text: str, counted: str) -> None:
    fact = _figures(text)[0]
    assert (fact.measure.dimension, counted in (fact.measure.head, *fact.measure.subject)) == ("count", True)


@pytest.mark.parametrize("text", [
    "A retired baker of 61 won the prize.", "The average age is 58.", "The youngest passenger was 19.",
])
def test_whose_age_it_is(text: str) -> None:
    assert [f.measure.dimension for f in _figures(text)] == ["age"]


@pytest.mark.parametrize("text", ["A crew of 21 was on board.", "The choir of 34 sang.", "A panel of 18 will decide."])
def test_a_crew_is_not_so_old(text: str) -> None:
    assert [f.measure.dimension for f in _figures(text)] == ["count"]


@pytest.mark.parametrize(("text", "day"), [
    ("The bishop has invited all parishes to a service on Tuesday.", "2031-05-27"),
    ("The court has set a hearing for Thursday.", "2031-05-29"),
    ("Residents have been asked to vote on Tuesday.", "2031-05-27"),
    ("The two teams have agreed to meet on Wednesday.", "2031-05-28"),
    ("The library stays closed until Tuesday.", "2031-05-27"),
    # What is over.
    ("The bishop has apologised for his sermon on Tuesday.", "2031-05-20"),
    ("The crew has managed to reopen the lock on Tuesday.", "2031-05-20"),
    ("Police have charged a man who was seen on Tuesday.", "2031-05-20"),
])
def test_which_way_a_weekday_lies(text: str, day: str) -> None:
    assert [t.value for t in _times(text)] == [day]


@pytest.mark.parametrize(("text", "day"), [
    ("The yacht left on Friday. It was built in 1998. It sank the same day.", "2031-05-23"),
    ("Burglars came on Friday. A clock of 1720 is gone. The next day the police found it.", "2031-05-24"),
])
def test_the_same_day_is_none_of_a_year(text: str, day: str) -> None:
    assert _times(text)[-1].value == day


@pytest.mark.parametrize(("a", "b"), [
    ("Nearly eight out of ten members backed the strike.", "Some 77 per cent of members backed the strike."),
    ("Just over a quarter of the patients were men.", "Of the patients 28 per cent were men."),
    ("The outage lasted just over a minute.", "The outage lasted 71 seconds."),
    ("The debts add up to nearly 60 million crowns.", "Its debts come to 59 million crowns."),
])
def test_near_is_no_contradiction(a: str, b: str) -> None:
    assert not {f.verdict for f in compare_texts({"herald": a, "ledger": b}).findings} & ALARMS


def test_parts_of_a_whole_are_set_against_each_other() -> None:
    a = "Thirty climbers are in hospital, six of them in intensive care."
    assert _verdicts(a, "Thirty climbers are in hospital, including eleven in intensive care.") & ALARMS


@pytest.mark.parametrize(("text", "dimensions"), [
    ("A country of 38 million spent $9 billion on schools.", ["count", "money:USD"]),
    ("More than 5 million voted, and the parties spent $70 million.", ["count", "money:USD"]),
    ("Turnout was 61 percent and the party took 52 seats, up from 44.", ["percent", "count", "count"]),
    ("Growth slowed to 3% and the firm opened 14 shops, down from 25.", ["percent", "count", "count"]),
    ("The shipyard earned 3.1 trillion won in the quarter.", ["money:KRW"]),
    ("Of 70 candidates, 18 won seats.", ["count", "count", "percent"]),
    ("The yard will add up to 250 jobs.", ["count"]),
])
def test_what_has_no_unit_of_another_figure(text: str, dimensions: list[str]) -> None:
    assert [f.measure.dimension for f in _figures(text)] == dimensions


@pytest.mark.parametrize(("a", "b"), [
    ("Settlers have been forced to leave on Sunday.", "Settlers were forced to leave on Sunday."),
    ("The union has called a strike on Monday.", "The union called a strike on Monday."),
    ("The union has called a strike on Monday.", "The strike called by the union is to begin next Monday."),
    ("The court has set bail at $2 million on Tuesday.", "The court set bail at $2 million on Tuesday."),
    ("The yard will add up to 250 jobs.", "The yard will add 220 jobs."),
    ("The trial opened in 2024.", "The trial is three years old."),
    ("A panel was heard in 2024. That panel met at noon.", "The panel met at noon."),
])
def test_what_may_be_the_same_raises_no_alarm(a: str, b: str) -> None:
    assert not _verdicts(a, b) & ALARMS


@pytest.mark.parametrize(("a", "b"), [
    ("In 2019 the firm opened a mill. That mill now employs 300 people.", "The mill employs 420 people."),
    ("Nearly one in 20 patients died.", "One percent of the patients died."),
    ("The regulator fined the firm 300 million won.", "The regulator fined the firm 400 million won."),
])
def test_what_differs_is_told(a: str, b: str) -> None:
    assert _verdicts(a, b) & ALARMS
