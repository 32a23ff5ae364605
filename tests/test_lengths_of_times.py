"""Values that measure one thing and are read as different kinds: a time and a length of time, rates over different
units, multiples and changes in per cent. The documents appeared on Thursday 10 April 2025."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.model.fact import Aspect
from claimcheck.model.finding import Verdict
from claimcheck.pipeline import claims_of
from claimcheck.read import read_text

PUBLISHED = date(2025, 4, 10)
ALARMS = (Verdict.CONTRADICTION, Verdict.TENSION)
AGREE = [
    ("The manager in Ostra has two weeks to reply.", "The manager in Ostra has ten working days to reply."),
    ("The repair of the lift takes three working days.", "The repair of the lift takes four days."),
    ("The Costas have run the bakery in Brill since 1985.", "The Costas have run the bakery in Brill for forty years."),
    ("The pool in Ottery has been closed since 10 March.", "The pool in Ottery has been closed for a month."),
    ("The road in Ottery will be closed until 10 July.", "The road in Ottery will be closed for three months."),
    ("The shop in Brill was shut from 3 May to 10 May.", "The shop in Brill was shut for a week."),
    ("The strike will begin on Monday and end on Friday.", "The strike will last five days."),
    ("Cocoa growers will receive 48 shillings a kilo.",
     "Cocoa growers will receive 48,000 shillings for every tonne."),
    ("Gold sold for $3,318 an ounce.", "An ounce of gold sold for $3,318."),
    ("Gold sold for $3,318 an ounce in Brill.", "Gold sold for $106.7 a gram in Brill."),
    ("Wheat costs $240 a tonne.", "Wheat costs $240 per 1,000 kilos."),
    ("Exports from Norland halved in 2024.", "Exports from Norland fell by 50 percent in 2024."),
    ("Rents in Ottery doubled in ten years.", "Rents in Ottery rose by 100 percent in ten years."),
    ("Electric cars accounted for every fourth new car sold in Norland.",
     "Electric cars accounted for 25 percent of new cars sold in Norland."),
    ("The death toll in Brill is 17.", "The flood in Brill killed 17 people."),
    ("The amnesty in Lusatria ends on 12 May.", "The amnesty in Lusatria runs until 12 May."),
    ("The exhibition in Brill opened on 3 March.", "The exhibition in Brill has been open since 3 March."),
]
CONFLICT = [
    ("The Costas have run the bakery in Brill since 1985.", "The Costas have run the bakery in Brill for 25 years."),
    ("The pool in Ottery has been closed since 10 March.", "The pool in Ottery has been closed for six months."),
    ("The road in Ottery will be closed until 30 April.", "The road in Ottery will be closed for three months."),
    ("The shop in Brill was shut from 3 May to 10 May.", "The shop in Brill was shut for three weeks."),
    ("She was trapped in the lift from Friday noon to Sunday noon.", "She was trapped in the lift for five days."),
    ("The strike will begin on Monday and end on Friday.", "The strike will last three days."),
    ("Gold sold for $3,318 an ounce.", "An ounce of gold sold for $3,381."),
    ("Rents in Ottery doubled in ten years.", "Rents in Ottery rose by 40 percent in ten years."),
    ("The mayor was attacked at half past seven in the evening.", "The mayor was attacked shortly before midnight."),
    ("The mayor was attacked at half past seven in the evening.", "The mayor was attacked shortly after midnight."),
    ("Every third ballot in Brill was spoilt.", "20 percent of ballots in Brill were spoilt."),
    ("The death toll in Brill is 17.", "The flood in Brill killed 19 people."),
    ("The amnesty in Lusatria will end on 5 May.", "The amnesty in Lusatria will be in force until 12 May."),
    ("The exhibition in Brill opened on 3 March.", "The exhibition in Brill has been open since 10 March."),
    ("Rowan was killed as early as Saturday.", "Rowan was killed on Monday night."),
    ("Ruud has run the bakery since 1985.", "Ruud has run the bakery for sixty years."),
    ("Ruud has run the bakery since 1985.", "Ruud has run the bakery for ten years."),
]
SILENT = [
    # What is closed for a shorter time may not be closed yet.
    ("The road in Ottery will be closed until 30 June.", "The road in Ottery will be closed for two days."),
    ("Exports from Norland halved in 2024.", "Imports to Norland fell by 20 percent in 2024."),
    ("The mayor was attacked at 11.40 p.m.", "The mayor was attacked shortly before midnight."),
    ("The pump in Brill fails every fourth day.", "The pump in Brill fails 25 percent of the time."),
    ("Talks in Brill could start as early as Saturday.", "Talks in Brill could start on Monday."),
    ("The museum ends its free tours on 5 May.", "The museum is open until 12 May."),
    # A rate per litre and one per 1,000 litres are two things where nothing says how to convert them.
    ("Germ counts in Brill were 80 per 1,000 litres.", "Germ counts in Brill were 90 per litre."),
    # How long something has lasted, or still lasts, is a part of how long it lasts in all.
    ("Ruud has been president since 2021.", "Ruud was elected president for seven years."),
    ("The firm has had a contract since 2021.", "The firm has a contract for ten years."),
    ("Ruud has been in custody since Friday.", "Ruud was remanded in custody for two months."),
    ("The pool in Brill is closed until Friday.", "The pool in Brill is closed for three weeks."),
    ("The pool in Brill is closed until Friday.", "The pool in Brill has been closed for three weeks."),
]

# Written afterwards, of the kinds that were mended, and not looked at meanwhile.
UNSEEN_AGREE = [
    ("Petra Lomond has chaired the Fenwick choir since 2005.",
     "For twenty years Petra Lomond has chaired the Fenwick choir."),
    ("The lighthouse at Skerry Point has stood empty since April 2015.",
     "The lighthouse at Skerry Point has stood empty for ten years."),
    ("Dairy farmers in Holm have been blocking the port since 27 March.",
     "Dairy farmers in Holm have been blocking the port for two weeks."),
    ("Water will be rationed in Tessaly until 24 April.", "Water will be rationed in Tessaly for a fortnight."),
    ("The tram line in Aubray will be out of service from 5 to 18 June.",
     "The tram line in Aubray will be out of service for two weeks."),
    ("Power in Mirov was off from 2 a.m. until 5 a.m. on Tuesday.",
     "Power in Mirov was off for three hours on Tuesday."),
    ("Saffron fetched 9 euros a gram at the Navarra market.",
     "At the Navarra market a gram of saffron fetched 9 euros."),
    ("Cherries cost 7 euros per kilo in Lindau this week.",
     "Cherries cost 70 cents for every 100 grams in Lindau this week."),
    ("The refinery pays $82 a barrel for Corran crude.", "For a barrel of Corran crude the refinery pays $82."),
    ("Bus fares in Tolley have tripled since 2015.", "Bus fares in Tolley have risen by 200 percent since 2015."),
    ("Thefts in Marlow Park halved last year.", "Thefts in Marlow Park fell by half last year."),
    ("Every fifth classroom in Ostmark has no heating.", "20 percent of classrooms in Ostmark have no heating."),
    ("The ceasefire in Kassar expires on 30 April.", "The ceasefire in Kassar holds until 30 April."),
    ("The silo in Tarn burned down early Sunday.", "The silo in Tarn burned down at 3 a.m. on April 6."),
]
UNSEEN_CONFLICT = [
    ("Petra Lomond has chaired the Fenwick choir since 2005.",
     "Petra Lomond has chaired the Fenwick choir for eleven years."),
    ("Hikers have been missing in the Drava hills since Sunday, rangers said.",
     "Hikers have been missing in the Drava hills for nine days, rangers said."),
    ("Water will be rationed in Tessaly until 24 April.", "Water will be rationed in Tessaly for two months."),
    ("The tram line in Aubray will be out of service from 5 to 9 June.",
     "The tram line in Aubray will be out of service for three weeks."),
    ("Power in Mirov was off from 2 a.m. until 5 a.m. on Tuesday.",
     "Power in Mirov was off for eleven hours on Tuesday."),
    ("The walkout at the Dunford mill starts on Monday and ends on Thursday.",
     "The walkout at the Dunford mill will last ten days."),
    ("Saffron fetched 9 euros a gram at the Navarra market.",
     "At the Navarra market a gram of saffron fetched 6 euros."),
    ("The refinery pays $82 a barrel for Corran crude.", "For each barrel of Corran crude the refinery pays $71."),
    ("Bus fares in Tolley have tripled since 2015.", "Bus fares in Tolley have risen by 60 percent since 2015."),
    ("Thefts in Marlow Park halved last year.", "Thefts in Marlow Park fell by 15 percent last year."),
    ("Every fifth classroom in Ostmark has no heating.", "A third of classrooms in Ostmark have no heating."),
    ("The train left Kolding station at 6.10 p.m.", "The train left Kolding station shortly before midnight."),
    ("The gallery opened its Rosen show on 2 April.", "The gallery has been showing Rosen since 20 March."),
    ("The ceasefire in Kassar expires on 30 April.", "The ceasefire in Kassar holds until 14 May."),
    ("The flood toll in Perrin is 31.", "The flood in Perrin has killed 36 people."),
    ("The senator resigned as early as Monday.", "The senator resigned on Wednesday."),
]
UNSEEN_SILENT = [
    ("Petra Lomond has chaired the Fenwick choir since 2005.",
     "Petra Lomond was a baker for eleven years before she joined the Fenwick choir."),
    ("The lighthouse at Skerry Point has stood empty since April 2015.",
     "The keeper lived in the lighthouse at Skerry Point for 32 years."),
    ("Hikers have been missing in the Drava hills since Sunday, rangers said.",
     "Rangers in the Drava hills trained for nine days."),
    ("Water will be rationed in Tessaly until 24 April.", "Water was rationed in Tessaly for two months in 2019."),
    ("Water will be rationed in Tessaly until 30 June.", "The reservoir in Tessaly holds water for ten days."),
    ("The tram line in Aubray will be out of service from 5 to 9 June.",
     "Engineers worked on the tram line in Aubray for three years."),
    ("Power in Mirov was off from 2 a.m. until 5 a.m. on Tuesday.",
     "Engineers in Mirov drove for eleven hours to mend a cable."),
    ("The walkout at the Dunford mill starts on Monday and ends on Thursday.",
     "The walkout at the Dunford mill follows ten days of talks."),
    ("Sandro Vick joined the Merrin band seven years ago.", "The Merrin band has not toured for two years."),
    ("Sandro Vick was arrested three weeks ago.", "Sandro Vick was jailed for six years."),
    ("Saffron fetched 9 euros a gram at the Navarra market.", "Paprika fetched 2 euros a gram at the Navarra market."),
    ("A tonne of stolen saffron worth 6 million euros was found.",
     "Saffron fetched 9 euros a gram at the Navarra market."),
    ("Cherries cost 7 euros per kilo in Lindau this week.", "Plums cost 3 euros per kilo in Lindau this week."),
    ("The refinery pays $82 a barrel for Corran crude.", "The refinery paid $64 a barrel for Corran crude a year ago."),
    ("The farm sold 40 tonnes of wheat for $9,600.", "Wheat costs $240 a tonne."),
    ("Bus fares in Tolley have tripled since 2015.", "Train fares in Tolley have risen by 60 percent since 2015."),
    ("Thefts in Marlow Park halved last year.", "Assaults in Marlow Park rose by 15 percent last year."),
    ("Rents in Varna doubled in a decade.", "Wages in Varna rose by 30 percent in a decade."),
    ("Every fifth classroom in Ostmark has no heating.", "45 percent of classrooms in Ostmark have no computer."),
    ("The ferry to Aland sails every third day.", "60 percent of ferries to Aland sail on time."),
    ("The train left Kolding station at 11.35 p.m.", "The train left Kolding station shortly before midnight."),
    ("The train left Kolding station at 6.10 p.m.", "The train reached Aarhus station shortly before midnight."),
    ("The gallery opened its Rosen show on 2 April.", "The gallery has had a new director since 20 March."),
    ("The ceasefire in Kassar expires on 30 April.", "The airport in Kassar stays closed until 14 May."),
    ("The museum in Holm closes on Mondays.", "The museum in Holm is open until 24 August."),
    ("The flood toll in Perrin is 31.", "The mayor of Perrin is 58."),
    ("The vote could come as early as Monday.", "The vote came on Wednesday."),
    ("It is the worst drought in Tessaly since 1976.", "Farmers in Tessaly have prayed for rain for three months."),
    ("The law firm was founded in 1985 and has had offices in Brill since 2010.",
     "The law firm has had offices in Ottery for 22 years."),
    ("Ana Reyes has been in a coma since Friday.", "Ana Reyes worked as a nurse for 19 years."),
    ("Tessa Orme has coached the Skerry rowers since 2022.", "Tessa Orme will coach the Skerry rowers for six years."),
    ("The depot in Tarn has been leased since March.", "The depot in Tarn is leased for twelve years."),
    ("The swing bridge at Holm is shut until Sunday.", "The swing bridge at Holm is shut for a month."),
]
# The link of the two is too weak or too strong, or the parser has lost the subject; by the second text.
KNOWN = (
    "At the Navarra market a gram of saffron fetched",
    "The gallery has been showing Rosen since",
    # Read as apart, and just not likely enough to be one thing.
    "Power in Mirov was off for eleven hours",
    "The ceasefire in Kassar holds until 14 May",
    # Told at .301 since days are told from .3 on.
    "The train reached Aarhus station",
)


def _each(pairs: list[tuple[str, str]]) -> list[object]:
    return [pytest.param(a, b, marks=[pytest.mark.xfail(strict=True, reason="known")] if b.startswith(KNOWN) else [])
            for a, b in pairs]


def _verdicts(a: str, b: str) -> set[Verdict]:
    """Those of values."""
    report = claimcheck.compare_texts({"a": a, "b": b}, published={"a": PUBLISHED, "b": PUBLISHED})
    assert not report.failures
    on_values = ("quantity-mismatch", "same-quantity", "date-mismatch", "same-date", "diverging-bounds")
    return {f.verdict for f in report.findings if f.rule in on_values}


@pytest.mark.parametrize(("a", "b"), [*AGREE, *_each(UNSEEN_AGREE)])
def test_values_that_fit_agree_and_raise_nothing(a: str, b: str) -> None:
    """Whatever the words, a value that the other one leaves room for is an agreement."""
    verdicts = _verdicts(a, b)
    assert Verdict.AGREEMENT in verdicts
    assert verdicts.isdisjoint(ALARMS)


@pytest.mark.parametrize(("a", "b"), [*CONFLICT, *_each(UNSEEN_CONFLICT)])
def test_values_that_no_reading_reconciles_are_an_alarm(a: str, b: str) -> None:
    """No reading of the one meets a reading of the other."""
    assert not _verdicts(a, b).isdisjoint(ALARMS)


@pytest.mark.parametrize(("a", "b"), [*SILENT, *_each(UNSEEN_SILENT)])
def test_what_can_both_be_true_raises_no_alarm(a: str, b: str) -> None:
    """Both may hold, or they are of two things."""
    assert _verdicts(a, b).isdisjoint(ALARMS)


@pytest.mark.parametrize("text", [
    "The teachers' strike in Brill began three days ago.",
    "The trial in Brill began two years ago.",
    "The siege of Ottery started a week ago.",
])
def test_how_long_ago_something_began_is_not_how_long_it_lasts(text: str) -> None:
    """So no end follows from it."""
    facts = [f for c in claims_of(read_text(text, "a", published=PUBLISHED)).claims for f in c.facts]
    assert facts
    assert not [f for f in facts if f.measure.aspect is Aspect.END]
