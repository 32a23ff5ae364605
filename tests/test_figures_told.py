"""How a figure is told: as none or one, in parts, over another, as a birth, taken back, replaced, or only reckoned."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.model.finding import Verdict

DAY = date(2031, 3, 4)
AGAINST = [
    # None against some.
    ("No fighters were killed in the raid on Ostra.", "Dozens of fighters were killed in the raid on Ostra."),
    ("None of its staff was hurt in the fire, the company said.",
     "Three of its staff were hurt in the fire, the company said."),
    ("The avalanche above Velmar killed nobody.", "The avalanche above Velmar killed six skiers."),
    ("There were no injuries in the blast at the Orran plant.",
     "There were nine injuries in the blast at the Orran plant."),
    # Birth against age.
    ("Ivo Marr, 51, found the coins.", "Ivo Marr, who was born in 1990, found the coins."),
    ("Mara Holt (born 4 May 1995) sang in Harrow.", "Mara Holt, 58, sang in Harrow."),
    # One figure over two numbers.
    ("The region has 5 cases per 100,000 residents.", "The region has 5 cases per million residents."),
    ("The murder rate in Velmar was 8 per 100,000 people.", "The murder rate in Velmar was 8 per 10,000 people."),
    # Ages in order.
    ("The mayor's daughters Mila, 16 and Sanna, 13 sang in Harrow.",
     "Mila and Sanna, aged 19 and 13 respectively, sang in Harrow."),
    # By the stopwatch.
    ("Kiprono won the Orran marathon in 2:05:33.", "Kiprono won the Orran marathon in 2:06:41."),
    ("Sanna Lepik finished the hill race in Amsel in 54 minutes 14 seconds.",
     "Sanna Lepik's 52:14 in Amsel is the fastest a woman has ever run in the hill race."),
    # Up here, down there.
    ("Wages in Amsel went up 2.7 percent in the year to June.",
     "In the twelve months to June wages in Amsel declined by 2.7 percent."),
    ("Shares in Orran Foods gained 3 percent on Monday.", "Orran Foods shares lost 3 percent on Monday."),
    ("Flats in Tarvo became 3.1 percent cheaper over the summer, the agency said.",
     "Prices of flats in Tarvo climbed 3.1 percent over the summer, according to the agency."),
    ("Police recorded 20 percent fewer burglaries in Tarvo last year.",
     "Burglaries in Tarvo rose by 20 percent last year, police said."),
    # A full name has one age.
    ("Defendant Craig Mullane, 41, showed no emotion as the sentence was read out.",
     "The judge told 52-year-old Craig Mullane that he had betrayed everyone who trusted him."),
    # How old somebody is who will do something is no plan.
    ("Designer Celeste Abara, 58, will step down.", "Celeste Abara, 61, is leaving her own fashion house."),
    # Said now, not before.
    ("The ministry says that 15 people died at Ostra.", "Twelve people died at Ostra, the ministry said."),
    ("Earlier on Monday police arrested 20 men in Harrow.", "On Monday police arrested 35 men in Harrow."),
]
TENSION = [
    ("The ticket costs 1.500 euros.", "The ticket costs 1,500 euros."),
    ("The mill in Harrow has 12.400 spindles.", "The mill in Harrow has 12,400 spindles."),
    # One against several.
    ("Only one man was arrested in Harrow over the theft of the painting.",
     "Three men were arrested in Harrow over the theft of the painting."),
    ("One woman was killed when the wall fell in Amsel.", "Two women were killed when the wall fell in Amsel."),
    # Parts against all of them.
    ("Seven men and five women died in the fire at the Rosa hotel.",
     "Eleven people died in the fire at the Rosa hotel."),
    ("Four adults and three children were rescued from the lake in Amsel.",
     "Nine people were rescued from the lake in Amsel."),
    ("The crash killed two nurses and three doctors near Amsel.", "Six people were killed in the crash near Amsel."),
    # Estimates.
    ("The government estimates that 300 people died in the flood in Orran.",
     "Aid groups estimate that 450 people died in the flood in Orran."),
    ("Police put the crowd in Harrow at 20,000.", "Organisers put the crowd in Harrow at 50,000."),
    ("An estimated 300 people live in caves near Amsel.", "An estimated 700 people live in caves near Amsel."),
    ("By the union's estimate, 12,000 workers joined the strike in Dorvek.",
     "The company reckons that 7,000 workers joined the strike in Dorvek."),
]
QUIET = [
    # Two by their full names, and another time of life.
    ("Leon Hatchard, 34, was pulled from the river by his neighbour.",
     "Neighbour Priya Sandhu, 29, who dragged Leon Hatchard from the water, said anyone would have done it."),
    ("Pilot Oona Reyes, 51, landed the burning plane in Velmar.",
     "Passenger Marek Doll, 47, said the burning plane landed hard in Velmar."),
    ("Designer Celeste Abara, 58, is leaving her fashion house.",
     "Celeste Abara, who turns 59 on Friday, is leaving her fashion house."),
    # With debt, before tax, at first.
    ("Orlo Steel has agreed to buy Varga Shipping for $6.1 billion in cash.",
     "Including debt, the takeover of Varga Shipping by Orlo Steel is worth $7.4 billion."),
    ("Striker Emeka Balo is moving to Racing Lisse for an initial 38 million euros.",
     "The deal taking Balo to Racing Lisse could reach 45 million euros with add-ons."),
    ("Orran Bank took a charge of $40 million before tax for the fraud.",
     "Orran Bank took a charge of $31 million after tax for the fraud."),
    # Other prices, another month, and both directions in one account.
    ("Exports from Amsel rose 4 percent in March.", "Exports from Amsel fell 4 percent in April."),
    ("Shares in Orran fell 5 percent at the opening and later rose 5 percent.", "Shares in Orran rose 5 percent."),
    ("It is not true that more than 500 people died at Ostra.", "Twelve people died at Ostra."),
    ("The vote ended at 24:00 on Monday.", "The vote ended at 00:00 on Tuesday."),
    ("The ban on fishing ends at 00:00 on Saturday.", "The ban on fishing ends at 24:00 on Friday."),
    ("No soldiers were killed in the raid on Ostra.", "Dozens of fighters were killed in the raid on Ostra."),
    ("No one has been arrested over the theft in Harrow.", "Two men were arrested over the theft in Harrow."),
    ("There were no immediate reports of injuries in Harrow.", "Four people were injured in Harrow."),
    ("No other people were hurt in the crash in Harrow.", "Four people were hurt in the crash in Harrow."),
    ("A man was arrested in Harrow over the theft of the painting.",
     "Three men were arrested in Harrow over the theft of the painting."),
    ("Ivo Marr, 51, found the coins.", "Ivo Marr, who was born in 1980, found the coins."),
    ("Jon Tarn, born in 1900, built the bridge and died in 1960.", "Jon Tarn, 60, built the bridge."),
    # Parts that make up the whole, or are told as such on both sides.
    ("The crash killed two nurses and three doctors near Amsel.", "The crash near Amsel injured nine people."),
    ("Police arrested six men and four women in Dorvek.",
     "Police arrested six men, four women and a boy in Dorvek, eleven people in all."),
    ("The mayor's daughters Mila, 16 and Sanna, 13 sang in Harrow.",
     "Mila and Sanna, aged 16 and 13 respectively, sang in Harrow."),
    # Refuted.
    ("It is not true that 500 people died at Ostra, the governor said.",
     "Twelve people died at Ostra, the governor said."),
    ("Rumours that 40 divers had drowned off Amsel proved false.", "Three divers drowned off Amsel."),
    ("Claims that 90 trucks crossed the Tarn were mistaken.", "Twelve trucks crossed the Tarn."),
    ("The army retracted its report that 60 miners were trapped at Velmar.",
     "Twenty miners were trapped at Velmar."),
    # Replaced.
    ("Earlier reports that five people had died in the crash at Ostra were wrong, police said.",
     "Two people died in the crash at Ostra, police said."),
    ("The ministry had previously said 15 people died at Ostra, but now puts the toll at 12.",
     "Twelve people died at Ostra."),
    ("At first the ministry spoke of 15 deaths at Ostra.", "Twelve people died at Ostra, the ministry said."),
    ("An earlier toll of 31 dead in the Tarn blast was revised.", "The Tarn blast left 27 dead."),
    ("The club had earlier announced that 20,000 tickets were sold in Harrow.",
     "The club sold 17,500 tickets in Harrow."),
]


AGREED = [
    ("Kiprono won the Orran marathon in 2:05:33.",
     "Kiprono won the Orran marathon in two hours, five minutes and 33 seconds."),
    ("Ilse Marr's winning time in Velm was 3:43.13.", "Ilse Marr won in Velm in three minutes and 43.13 seconds."),
    ("Burglaries in Tarvo dropped by a fifth last year, police said.",
     "Police recorded 20 percent fewer burglaries in Tarvo last year."),
    ("Profit at Quill Motors rose 12 percent while sales fell 12 percent.", "Profit at Quill Motors rose 12 percent."),
    ("Seven men and five women died in the fire at the Rosa hotel.",
     "Twelve people died in the fire at the Rosa hotel."),
    ("Four adults and three children were rescued from the lake in Amsel.",
     "Seven people were rescued from the lake in Amsel."),
    ("The region has 5 cases per 100,000 residents.", "The region has 50 cases per million residents."),
    ("Orran recorded 12 deaths per 1,000 births.", "Orran recorded 1.2 deaths per 100 births."),
    ("Officials counted 3 new infections for every 1,000 pupils in Harrow.",
     "Officials counted 300 new infections per 100,000 pupils in Harrow."),
    ("Nobody was hurt in the crash in Harrow.", "There were no injuries in the crash in Harrow."),
]


def _findings(a: str, b: str) -> list[claimcheck.Finding]:
    report = claimcheck.compare_texts({"a": a, "b": b}, published={"a": DAY, "b": DAY})
    assert not report.failures
    return list(report.findings)


def _verdicts(a: str, b: str) -> set[Verdict]:
    return {f.verdict for f in _findings(a, b)} & {Verdict.CONTRADICTION, Verdict.TENSION}


@pytest.mark.parametrize(("a", "b"), AGAINST)
def test_what_cannot_both_be_true_is_an_alarm(a: str, b: str) -> None:
    """Nobody is a count, and who was born in 1990 has an age."""
    assert _verdicts(a, b)


# The link finds these a little too unlikely to be of one thing.
KNOWN = ("Only one man was arrested", "Police put the crowd", "One woman was killed when")


@pytest.mark.parametrize(("a", "b"), [
    pytest.param(a, b, marks=[pytest.mark.xfail(strict=True, reason="known")] if a.startswith(KNOWN) else [])
    for a, b in TENSION])
def test_what_each_may_see_otherwise_is_a_tension_and_no_more(a: str, b: str) -> None:
    """Somebody may tell of one of several, and estimates differ."""
    assert _verdicts(a, b) == {Verdict.TENSION}


@pytest.mark.parametrize(("a", "b"), QUIET)
def test_a_figure_that_is_not_upheld_is_no_alarm(a: str, b: str) -> None:
    """It was taken back, replaced, or leaves room for the other."""
    assert not _verdicts(a, b)


@pytest.mark.parametrize(("a", "b"), AGREED)
def test_two_ways_to_tell_one_figure_agree(a: str, b: str) -> None:
    """As parts or as all, over a thousand or over a million."""
    found = _findings(a, b)
    assert any(f.rule == "same-quantity" for f in found)
    assert not _verdicts(a, b)


def test_who_turns_59_soon_is_58() -> None:
    """Even of one day, where no birthday lies between the two accounts."""
    assert not _verdicts("Oona Reyes, 58, will step down from the bank she founded, it was announced on Tuesday.",
                         "Oona Reyes, who turns 59 on Friday, is leaving the bank that she founded.")


def test_a_birthday_may_lie_between_two_accounts_that_are_not_of_one_time() -> None:
    """Of one week it would be a coincidence, which the finding says; two years are more than a birthday."""
    a, b = "Ann Lee, 34, was elected mayor of Harrow.", "Ann Lee, 35, was elected mayor of Harrow."
    undated = claimcheck.compare_texts({"a": a, "b": b})
    assert not [f for f in undated.findings if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]
    assert _verdicts(a, b) == {Verdict.TENSION}
    assert _verdicts(a, b.replace("35", "36")) == {Verdict.CONTRADICTION}


@pytest.mark.parametrize(("herald", "ledger"), [
    ("Police in Ostra said 12 people died.", "The mayor of Ostra said 15 people died."),
    ("Officials in Velden said 40 homes burned.", "The governor of Velden said 60 homes burned."),
    ("Doctors in Lumo said 4 nurses fell ill.", "The head of the clinic in Lumo said 9 nurses fell ill."),
])
def test_a_place_is_no_speaker(herald: str, ledger: str) -> None:
    """Two who speak in one town are not one."""
    assert not any("both said by" in finding.message for finding in _findings(herald, ledger))


@pytest.mark.parametrize(("a", "b", "message"), [
    ("The bank raised its rate by 25 basis points.", "The bank raised its rate by 50 basis points.",
     "25 basis points against 50 basis points"),
    ("The central bank raised its key rate by 12 basis points.",
     "The central bank raised its key rate by 12 percentage points.",
     "12 basis points against 12 percentage points"),
    ("The central bank raised its key rate by 25 basis points.",
     "The central bank raised its key rate by 0.25 percentage points.",
     "25 basis points fits 0.25 percentage points"),
    ("Support for the party rose by 1 percentage point.", "Support for the party rose by 4 percentage points.",
     "1 percentage point against 4 percentage points"),
    ("Yields on the bond fell 8 bps on Friday.", "Yields on the bond fell 18 bps on Friday.",
     "8 basis points against 18 basis points"),
    ("His blood alcohol was 0.5 per mille.", "His blood alcohol was 0.8 per mille.", "0.5 ‰ against 0.8 ‰"),
])
def test_a_value_is_shown_in_the_unit_that_is_written(a: str, b: str, message: str) -> None:
    """So that two sides are told apart."""
    assert message in [f.message for f in _findings(a, b)]


@pytest.mark.parametrize(("speaker", "words"), [
    ("Their union", "their union"), ("Its warden", "its warden"), ("Her lawyer", "her lawyer"),
    ("The mayor's office", "the mayor's office"), ("A club spokesman", "the club spokesman"),
    ("Two officials", "two officials"), ("Ostra's mayor", "Ostra's mayor"), ("Ida Brandt", "Ida Brandt"),
])
def test_a_speaker_who_is_somebody_s_has_no_article(speaker: str, words: str) -> None:
    """Nor has one who is counted or named."""
    messages = [f.message for f in _findings(f"{speaker} said 12 people died in Ostra.",
                                             f"{speaker} said 15 people died in Ostra.")]
    assert any(f"; both said by {words}" in message for message in messages), messages


@pytest.mark.parametrize("figure", ["7\u2009\ufeff300", "7\u202f\u200b300", "7\ufeff \u200b300", "7\u2060\u2008300"])
def test_what_is_not_seen_in_a_figure_does_not_cut_it(figure: str) -> None:
    """Narrow spaces and characters of no width, in any number."""
    found = _findings(f"The flood drove {figure} people from their homes in Velden.",
                      "The flood drove 7,300 people from their homes in Velden.")
    assert any(f.rule == "same-quantity" for f in found)
    assert not [f for f in found if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]
