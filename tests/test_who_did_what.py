"""Who did what to whom, where, by which name and post; every text is invented.

The wordings under "unseen" were written after the code they test.
"""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.model.finding import Finding, Verdict

ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}
# Rule, and two texts of which it says that they cannot both be right.
SWAPPED = [
    ("Arden beat Chelm in the cup final.", "Chelm beat Arden in the cup final."),
    ("Arden beat Chelm in the cup final on Saturday.", "Arden was beaten by Chelm in the cup final on Saturday."),
    ("Orlo Steel sued Varga Shipping over the contract.", "Orlo Steel was sued by Varga Shipping over the contract."),
    ("Ostra defeated Velden in the final.", "The final ended with Ostra's defeat by Velden."),
    ("Ostra celebrated a 2-1 win over Velden on Sunday.", "Ostra suffered a 2-1 defeat by Velden on Sunday."),
    ("Ostra have beaten Velden 2–1 in the final.", "Ostra went down to a 1-2 defeat by Velden in the final."),
    ("Ostra lost to Velden in the semi-final.", "Velden lost to Ostra in the semi-final."),
    ("Kessel Foods bought Marlo Dairy for 20 million dollars.",
     "Marlo Dairy bought Kessel Foods for 20 million dollars."),
    # Unseen.
    ("Marlow United were thrashed 4-0 by Tarnau Rovers on Saturday.",
     "Marlow United thrashed Tarnau Rovers 4-0 on Saturday."),
    ("The acquisition of Hollin Bank by Sedge Capital was approved on Friday.",
     "Sedge Capital was acquired by Hollin Bank in a deal approved on Friday."),
    ("Hollin Bank is to be taken over by Sedge Capital, the two firms said.",
     "Hollin Bank is to acquire Sedge Capital, the two firms said."),
    ("Marlo Dairy was bought out by Kessel Foods in March.", "Kessel Foods was bought out by Marlo Dairy in March."),
    ("Sedge Capital took over Hollin Bank on Friday.", "Hollin Bank took Sedge Capital over on Friday."),
    ("Tarnau Rovers saw off Marlow United in the cup.", "Marlow United saw off Tarnau Rovers in the cup."),
    ("Ostra won a friendly against Velden in Harrow.", "Velden won a friendly against Ostra in Harrow."),
    pytest.param("Orlo Steel took Varga Shipping over last week, sources said.",
                 "Varga Shipping has taken over Orlo Steel, sources said.",
                 marks=pytest.mark.xfail(reason="parsed as: took it for the time of last week", strict=True)),
    pytest.param("The defending champions, Orlo, fell to a 3-2 loss to Kelda in the final.",
                 "Orlo's 3-2 victory against Kelda in the final made them champions again last night.",
                 marks=pytest.mark.xfail(reason="what “again” belongs to is not asked: it is taken for another match",
                                         strict=True)),
]
ONE_AND_THE_SAME = [
    ("Ostra beat Velden in the final.", "Velden lost to Ostra in the final."),
    ("Ostra beat Velden in the final.", "It was a win of Ostra over Velden in the final."),
    ("Ostra beat Velden in the final.", "Velden were defeated by Ostra in the final."),
    ("Ostra celebrated a 2-1 win over Velden on Sunday.", "Velden suffered a 2-1 defeat by Ostra on Sunday."),
    ("Ostra beat Velden 2-1.", "Velden lost 1-2 to Ostra."),
    ("Kessel Foods sold the mill to Marlo Dairy.", "Marlo Dairy bought the mill from Kessel Foods."),
    ("Anna Weil met Paula Renn on Monday.", "Paula Renn met Anna Weil on Monday."),
    ("Anna Weil married Paula Renn on Monday.", "Paula Renn married Anna Weil on Monday."),
    ("Ostra played Velden on Sunday.", "Velden played Ostra on Sunday."),
    ("Anna Weil talked with Paula Renn.", "Paula Renn talked with Anna Weil."),
    ("Ostra clashed with Velden.", "Velden clashed with Ostra."),
    ("Ostra drew 1-1 with Velden.", "Velden drew 1-1 with Ostra."),
    # Unseen.
    ("Marlow United were thrashed 4-0 by Tarnau Rovers on Saturday.",
     "Tarnau Rovers thrashed Marlow United 4-0 on Saturday."),
    ("The acquisition of Hollin Bank by Sedge Capital was approved on Friday.",
     "Hollin Bank was bought by Sedge Capital in a deal approved on Friday."),
    ("Ida Brandt's victory over Ulf Maro was her first.", "Ulf Maro lost to Ida Brandt."),
    ("Ida Brandt divorced Ulf Maro in May.", "Ulf Maro divorced Ida Brandt in May."),
]
TWO_EVENTS = [
    ("Ostra beat Velden 2-1 on Sunday.", "Velden beat Ostra 3-0 last year."),
    ("Ostra beat Velden 2-1 in the first leg.", "Velden beat Ostra 3-0 in the return leg."),
    ("Ostra beat Velden in the cup.", "Velden beat Ostra in the league."),
    ("Ostra beat Velden on Sunday.", "Velden beat Ostra on Thursday."),
    ("Ostra beat Velden on Sunday after Velden had beaten Ostra in March.", "Velden beat Ostra in March."),
    ("Ostra beat Velden in the men's final.", "Velden beat Ostra in the women's final."),
    ("Ostra beat Velden on Sunday.", "Velden hope to beat Ostra on Sunday."),
    ("Ostra beat Velden on Sunday.", "Velden could have beaten Ostra on Sunday."),
    ("Orlo Steel sued Varga Shipping.", "Varga Shipping countersued Orlo Steel."),
    ("Police shot Tom Hale.", "Tom Hale shot Ben Rusk."),
    ("Ostra beat Velden 2-1 at home.", "Ostra beat Velden 3-1 in the return leg."),
    ("Ostra beat Velden 2-1 on Sunday.", "Ostra beat Karlow 3-1 on Sunday."),
    ("Ostra beat Velden 2-1 in the cup.", "Ostra beat Velden 3-1 in the league."),
    ("Ostra beat Velden 2-1 on Sunday.", "Ostra led Velden 2-0 at half-time on Sunday."),
    # Unseen.
    ("Kelda beat Orlo 3-0 in March. Orlo beat Kelda 2-1 in May.", "Orlo beat Kelda 2-1 in May."),
    ("Kelda beat Orlo 2-1 at home.", "Orlo beat Kelda 1-0 away."),
    ("Greel Energy threatened to sue the city of Lumo.", "The city of Lumo sued Greel Energy."),
    ("Orlo were hoping for a win over Kelda.", "Kelda beat Orlo on Saturday."),
    ("Kelda avenged their defeat by beating Orlo 2-0.", "Orlo beat Kelda 1-0."),
    ("Ulf Maro denied that he had hit Ida Brandt.", "Ida Brandt hit Ulf Maro."),
    # Found by a reader.
    ("Jan Amsel killed a police officer.", "Jan Amsel was killed by police."),
    ("Police shot Jan Amsel.", "Jan Amsel shot two police officers."),
    ("Ostra lost its best player to Velden.", "Velden lost to Ostra."),
    ("Harrow won a vote against Dorvek.", "Dorvek won against Harrow."),
    ("Orlo Steel acquired Varga Shipping's ports.", "Varga Shipping acquired Orlo Steel's mines."),
    ("Kelda Bank bought Orlo Steel.", "Orlo Steel bought Kelda Bank software."),
    ("Anna Weil hammered Paula Renn over the budget.", "Paula Renn hammered Anna Weil over the budget."),
    ("Harrow beat Dorvek to the contract.", "Dorvek beat Harrow to the contract."),
    ("Ostra beat Velden after a loss to Velden in May.", "Velden beat Ostra in May."),
    # Deeds with a particle, and matches at two places.
    ("Ida Brandt took over Orlo Steel as chief executive.", "Orlo Steel took over Kelda Bank's branches."),
    ("Noor Varga took over from Piet Amsel as mayor.", "Piet Amsel took over from Noor Varga as coach."),
    ("Tom Hale was run over in Harrow.", "Tom Hale ran over the bridge in Harrow."),
    ("Orlo Steel took over Varga Shipping's ports.", "Varga Shipping took over Orlo Steel's mines."),
    ("Ostra won a friendly against Velden in Harrow.", "Velden won a friendly against Ostra in Dorvek."),
    ("Kelda lost a friendly to Orlo in Sedge.", "Orlo lost a friendly to Kelda in Lumo."),
    ("Ostra's win over Velden in Tarnau came late.", "Velden's victory against Ostra in Harrow was its first."),
    ("Ida Brandt beat Ulf Maro in Sedge on her way to the title.", "Ulf Maro beat Ida Brandt in Lumo."),
]
MUTUAL = [
    ("Jan Amsel accused Noor Varga of fraud.", "Noor Varga accused Jan Amsel of fraud."),
    ("Piet Amsel praised Noor Varga for her work on the dam.",
     "Noor Varga praised Piet Amsel for his work on the dam."),
    ("The murder of Tom Hale by Ben Rusk shocked the town.", "The murder of Ben Rusk by Tom Hale shocked the town."),
    ("Anna Weil hit Paula Renn with her car.", "Paula Renn hit Anna Weil with her car."),
    ("Noor Varga will succeed Piet Amsel as mayor in May.", "Piet Amsel will succeed Noor Varga as mayor in May."),
    ("Turkey struck Syria.", "Syria struck Turkey."),
    ("Anna slapped Paula.", "Paula punched Anna."),
    # Unseen.
    ("Kelda knocked Orlo out of the cup with a 1-0 win.",
     "Orlo knocked Kelda out of the cup with a 1-0 win."),
    ("Teacher Ida Brandt stabbed Ulf Maro with a kitchen knife.",
     "Ida Brandt was stabbed by Ulf Maro with a kitchen knife."),
    ("Ulf Maro replaced Ida Brandt as head of the orchestra.",
     "Ida Brandt replaced Ulf Maro as head of the orchestra."),
    ("Ida Brandt was knocked down by Ulf Maro outside the club.",
     "Ida Brandt knocked Ulf Maro down outside the club."),
]
SCORES = [
    ("Ostra beat Velden 2-1.", "Ostra beat Velden 3-1."),
    ("Ostra beat Velden 2-1 on Sunday.", "Velden lost 3-1 to Ostra on Sunday."),
    ("Ostra won 2-1 against Velden.", "Ostra beat Velden 3-1 in front of 20,000 people."),
    ("Kelda defeated Orlo 5-3 in the semi-final.", "Kelda won the semi-final against Orlo 4-3."),  # unseen
    pytest.param("Tarnau's 2-0 victory over Marlow lifted them to second.",
                 "Marlow were beaten 3-0 by Tarnau and dropped to last.",
                 marks=pytest.mark.xfail(reason="the link of the two figures is not likely enough", strict=True)),
]
OTHER = [
    ("filler-conflict", "The bridge in Harrow was designed by Anna Koller.",
     "The bridge in Harrow was designed by Piet Amsel."),
    ("filler-conflict", "The painting was stolen by a guard.", "The painting was stolen by a visitor."),
    ("place-conflict", "The conference will be held in Harrow in June.",
     "The conference will be held in Dorvek in June."),
    ("place-conflict", "Anna Weil was arrested in Iran on Monday.", "Anna Weil was arrested in Iraq on Monday."),
    ("place-conflict", "The conference will be held in Slovakia.", "The conference will be held in Slovenia."),
    ("place-conflict", "The ferry sank off Lumo on Monday.", "The ferry sank off Tarnau on Monday."),
    ("name-spelling", "Police named the victim as Peter Horner, 41.", "Police named the victim as Peter Homer, 41."),
    ("name-spelling", "Horner, the captain of the ferry, was arrested.",
     "Homer, the captain of the ferry, was arrested."),
    ("rank-conflict", "Noor Varga, the mayor of Harrow, resigned.", "Noor Varga, the mayor of Dorvek, resigned."),
    # Unseen.
    ("filler-conflict", "A retired teacher stole the statue from the chapel in Sedge.",
     "The statue in the chapel in Sedge was stolen by a gardener."),
    ("place-conflict", "The festival was held in Kelda on Saturday.", "The festival was held in Lumo on Saturday."),
    ("place-conflict", "Ulf Maro was kidnapped in Lumo in April.", "Ulf Maro was kidnapped in Sedge in April."),
    ("place-conflict", "Ida Brandt was born in Toledo, Ohio, and raised by an aunt.",
     "Born in Austin, Texas, Ida Brandt, who has died at 80, sang in bars."),
    ("place-conflict", "Ulf Maro was born in Lumo in 1901.", "Ulf Maro, who was born in Kelda, painted ships."),
    ("place-conflict", "Born in Kelda in 1931, Ida Brandt moved to the coast.", "Ida Brandt was born in Lumo."),
    ("place-conflict", "The wedding took place in Kelda on Saturday.", "The wedding was held in Lumo on Saturday."),
    ("place-conflict", "The next round of talks will take place in Kelda.",
     "The next round of talks will take place in Lumo."),
    ("name-spelling", "Detectives identified the driver as Ulf Bernhart.",
     "Detectives identified the driver as Ulf Bemhart."),
    ("rank-conflict", "Ida Brandt, coach of Kelda, left the club on Friday.",
     "Ida Brandt, coach of Orlo, left on Friday after a row."),
    ("rank-conflict", "Health Minister Ulf Maro opened the clinic.",
     "The clinic was opened by Ulf Maro, the education minister."),
    ("filler-conflict", "The novel was written by Ida Brandt.", "The novel was written by Ulf Maro."),
    ("filler-conflict", "Ulf Maro wrote the anthem of Kelda.", "Ida Brandt wrote the anthem of Kelda."),
    ("filler-conflict", "The hymn was written by a monk in Sedge.", "The hymn was written by a nun in Sedge."),
    ("name-spelling", "The goalkeeper, Horner, was taken to hospital.",
     "The goalkeeper, Homer, was taken to hospital."),
    ("name-spelling", "Tarnau's striker, Horner, left the pitch in tears.",
     "Tarnau's striker, Homer, left the pitch in tears."),
    ("name-spelling", "The lighthouse keeper, Bernhart, saw the ferry sink.",
     "The ferry sank before the eyes of the lighthouse keeper, Bemhart."),
    ("name-spelling", "Bernhart, the owner of the kiosk, was hurt in the blast.",
     "Bernhard, the owner of the kiosk, was hurt in the blast."),
    pytest.param("name-spelling", "The goalkeeper, Bernhart, was taken to hospital.",
                 "Bemhart, the goalkeeper, was taken to hospital.",
                 marks=pytest.mark.xfail(reason="parsed as an adjective", strict=True)),
]
NO_OTHER = [
    ("The painting was stolen by a guard.", "The painting was stolen by police, a visitor said."),
    ("Anna Weil was arrested in Kiev on Monday.", "Anna Weil was arrested in Kyiv on Monday."),
    ("Gaddafi accused the rebels of treason.", "Qaddafi accused the rebels of treason."),
    ("The president, Gaddafi, left on Monday.", "The president, Qaddafi, left on Monday."),
    ("Noor Varga, director of the Dorvek Museum, resigned.", "Noor Varga, director of the museum in Dorvek, resigned."),
    # Unseen.
    ("The novel was written by Ida Brandt.", "The novel was written by the teacher Ida Brandt."),
    ("The poem was written by Ida Brandt.", "The play was written by Ulf Maro."),
    ("Ulf Maro was arrested in Odessa on Monday.", "Ulf Maro was arrested in Odesa on Monday."),
    ("Ida Brandt, coach of Kelda, left the club on Friday.", "Ida Brandt, the coach of Kelda United, left on Friday."),
    ("Ida Brandt, the former mayor of Sedge, left on Friday.", "Ida Brandt, the mayor of Kelda, left on Friday."),
    ("The wreck was found in Lumo bay.", "The wreck was found off Lumo."),
    ("Protests took place in Kelda on Friday.", "The protests took place in Lumo on Friday."),
    ("An attack took place in Kelda on Friday.", "Attacks took place in Lumo on Friday."),
    ("The wedding took place in Kelda on Saturday.", "The wedding took place in St Mary's Church on Saturday."),
    ("Ida Brandt was born in Ohio in 1931.", "Ida Brandt, born in Toledo, Ohio, sang in bars."),
    ("Ida Brandt, whose mother was born in Kelda, sang in bars.", "Ida Brandt was born in Lumo."),
    ("A Harrow lineman was arrested on suspicion of theft.", "Orlo's Ulf Maro was arrested on suspicion of theft."),
    ("The Dorvek striker stole the statue.", "Ulf Maro stole the statue."),
    ("The statue was stolen by a Sedge baker.", "The statue was stolen by Ulf Maro of Lumo."),
    # Found by a reader.
    ("Ida Brandt, principal of the HSB, resigned.", "Ida Brandt, principal of the Harbour School Board, resigned."),
    ("Ida Brandt, a director of Orlo Steel, resigned.", "Ida Brandt, a director of Kelda Bank, resigned."),
    ("Ida Brandt, chairman of the Budget Committee, left.",
     "On Friday the chairman of the Harvest Party, Ida Brandt, spoke."),
    # What is said in writing, what may be written twice or together; who is not said to be one.
    ("Ida Brandt wrote a novel.", "Ulf Maro wrote a novel."),
    ("Ida Brandt wrote that the bridge was closed.", "Ulf Maro wrote that the bridge was closed."),
    ("The letter to the mayor was written by Ida Brandt.", "The letter to the bishop was written by Ulf Maro."),
    ("The report was written by a panel.", "The report was written by experts."),
    ("The report was written by Ida Brandt.", "The report was written by Ulf Maro and Ida Brandt."),
    ("Ida Brandt and Ulf Maro designed the bridge.", "Ulf Maro designed the bridge."),
    ("The bridge was designed by Ida Brandt, Ulf Maro and Tom Hale.", "Tom Hale designed the bridge."),
    ("The post was written by Ulf Maro on Monday.", "Another post was written by Ida Brandt on Monday."),
    ("The goalkeeper, Horner, was hurt.", "The striker, Homer, was hurt."),
    ("A goalkeeper, Horner, was hurt.", "A goalkeeper, Homer, was fined."),
    ("The goalkeeper, Lindqvist, was taken to hospital.", "The goalkeeper, Lindkvist, was taken to hospital."),
    ("The twins, Marina and Martin, were found.", "The twins, Marino and Martin, were found."),
]


@pytest.mark.parametrize(("herald", "ledger"), SWAPPED)
def test_who_did_it_to_whom_is_one_contradiction(herald: str, ledger: str) -> None:
    """In the active, the passive, by nouns and by the verb of the other side; nothing else is said of it."""
    (finding,) = _alarms(herald, ledger)
    assert (finding.rule, finding.verdict) == ("swapped-roles", Verdict.CONTRADICTION)


@pytest.mark.parametrize(("herald", "ledger"), MUTUAL)
def test_what_each_may_have_done_to_the_other_is_a_tension(herald: str, ledger: str) -> None:
    (finding,) = _alarms(herald, ledger)
    assert (finding.rule, finding.verdict) == ("swapped-roles", Verdict.TENSION)
    assert "each did it to the other" in finding.condition


@pytest.mark.parametrize(("herald", "ledger"), [*ONE_AND_THE_SAME, *TWO_EVENTS, *NO_OTHER])
def test_what_can_both_be_true_raises_nothing(herald: str, ledger: str) -> None:
    """One deed in other words, what has no direction, two matches, one name in two spellings."""
    assert not _alarms(herald, ledger)


@pytest.mark.parametrize(("herald", "ledger"), SCORES)
def test_one_match_has_one_score(herald: str, ledger: str) -> None:
    (finding,) = _alarms(herald, ledger)
    assert (finding.rule, finding.verdict) == ("quantity-mismatch", Verdict.CONTRADICTION)


@pytest.mark.parametrize(("rule", "herald", "ledger"), OTHER)
def test_another_doer_place_spelling_or_post_is_a_tension(rule: str, herald: str, ledger: str) -> None:
    (finding,) = _alarms(herald, ledger)
    assert (finding.rule, finding.verdict) == (rule, Verdict.TENSION)


def test_a_swap_is_told_in_plain_words_in_either_order() -> None:
    texts = ("Ostra beat Velden in the final.", "Ostra lost the final to Velden.")
    (finding,), (other,) = _alarms(*texts), _alarms(*texts, backwards=True)
    assert finding.measure == "who beat whom"
    assert finding.message == "herald: Ostra beat Velden; ledger: Velden beat Ostra"
    assert other == finding


def _alarms(herald: str, ledger: str, *, backwards: bool = False) -> list[Finding]:
    texts = {"herald": herald, "ledger": ledger}
    report = claimcheck.compare_texts(dict(reversed(texts.items())) if backwards else texts)
    assert not report.failures
    return [f for f in report.findings if f.verdict in ALARMS]
