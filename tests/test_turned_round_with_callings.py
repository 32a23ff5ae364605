"""Who did it to whom, where a name stands behind what its bearer is, and where the parser does not know the name; a
first word with a capital that is no name. Every text is invented."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.model.finding import Finding, Verdict

ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}
DAY = date(2024, 3, 6)
CALLED = [
    ("The insurer Medora was sued by the airline Kestrel in London on Tuesday.",
     "The insurer Medora sued the airline Kestrel in London on Tuesday."),
    ("The tugboat Odin rescued the ferry Lys off Harrow on Friday.",
     "The tugboat Odin was rescued by the ferry Lys off Harrow on Friday."),
    ("The Swiss chemist Nils Wey was succeeded by the physicist Ana Roth as head of the institute on Monday.",
     "The Swiss chemist Nils Wey succeeded the physicist Ana Roth as head of the institute on Monday."),
    ("The top seed Ana Roth beat the qualifier Lea Vogt 6-3, 6-4 in the final in Basel on Sunday.",
     "The top seed Ana Roth lost to the qualifier Lea Vogt in the final in Basel on Sunday."),
    ("The striker Jan Amsel was accused by the goalkeeper Tor Holm of match-fixing on Monday.",
     "The striker Jan Amsel accused the goalkeeper Tor Holm of match-fixing on Monday."),
    ("The senator Ida Brandt defeated the governor Ulf Maro in the primary on Tuesday.",
     "The governor Ulf Maro defeated the senator Ida Brandt in the primary on Tuesday."),
    ("The club Ostra beat the club Velden in the cup final on Sunday.",  # two subjects, by the parser
     "The club Velden beat the club Ostra in the cup final on Sunday."),
    ("The forester Jan Amsel was shot by Tor Holm near Lumo on Monday.",
     "Jan Amsel shot the poacher Tor Holm near Lumo on Monday."),
    ("A guard, Jan Amsel, was stabbed by a prisoner, Tor Holm, in the jail in Lumo on Monday.",
     "A guard, Jan Amsel, stabbed a prisoner, Tor Holm, in the jail in Lumo on Monday."),
]
UNKNOWN_TO_THE_PARSER = [
    ("Skagmar was bought by Fjordika for $12 million on Friday.", "Skagmar bought Fjordika for $12 million on Friday."),
    ("The Norwegian shipper Fjordika bought its Danish rival Skagmar for $90 million on Monday.",
     "The Norwegian shipper Fjordika was bought by its Danish rival Skagmar for $90 million on Monday."),
    ("The Czech brewer Pivolan sued its Slovak rival Zlatovar in Prague on Tuesday.",
     "On Tuesday the Czech brewer Pivolan was sued by its Slovak rival Zlatovar in Prague."),
    ("The drug maker Genovia acquired the start-up Biolumen for $12 million on Friday.",
     "The start-up Biolumen acquired the drug maker Genovia for $12 million on Friday."),
    ("Lumexa beat Trondex in the final of the chess cup on Sunday.",
     "Lumexa was beaten by Trondex in the final of the chess cup on Sunday."),
]
NOT_TURNED = [
    ("The insurer Medora sued the airline Kestrel on Tuesday.",
     "The airline Kestrel was sued by the insurer Medora on Tuesday."),
    ("The insurer Medora sued the airline Kestrel on Tuesday.",
     "The airline Kestrel countersued the insurer Medora on Tuesday."),
    ("The insurer Medora threatened to sue the airline Kestrel on Tuesday.",
     "The airline Kestrel sued the insurer Medora on Tuesday."),
    ("The champion Ana Roth beat the outsider Lea Vogt in the first leg.",
     "The outsider Lea Vogt beat the champion Ana Roth in the return leg."),
    ("The champion Ana Roth beat the outsider Lea Vogt in the final in Basel.",
     "The outsider Lea Vogt beat the champion Ana Roth in the final in Osaka."),
    ("Ana Roth beat Lea Vogt in the final in Basel.", "Lea Vogt beat Ana Roth in the final in Osaka."),
    ("The champion Ana Roth beat the outsider Lea Vogt 3-1 on Sunday.",
     "The outsider Lea Vogt beat the champion Ana Roth 3-0 on Sunday."),
    ("The champion Ana Roth beat the outsider Lea Vogt on Sunday. She had lost to the outsider Lea Vogt in May.",
     "The outsider Lea Vogt beat the champion Ana Roth in May."),
    ("The hunter Jan Holm was shot by the ranger Tor Holm near Lumo on Monday.",
     "The hunter Holm shot the ranger Tor Holm near Lumo on Monday."),
    ("The minister Ana Roth met the ambassador Nils Wey on Monday.",
     "The ambassador Nils Wey met the minister Ana Roth on Monday."),
    ("The brewery Fynbo took over the bakery Marlo's mills on Tuesday.",
     "The bakery Marlo took over the brewery Fynbo's pubs on Tuesday."),
    ("The hunter Jan Amsel shot the ranger Tor Holm's dog on Monday.",
     "The ranger Tor Holm shot the hunter Jan Amsel's dog on Monday."),
    ("The Kelda unit Sedge bought the Orlo subsidiary Lumo on Monday.", "Orlo bought Kelda on Monday."),
    ("The hunter Jan Amsel shot the ranger Tor Holm on Monday.", "The hunter Jan Amsel was shot by police on Monday."),
    ("Skagmar bought Fjordika's mills on Monday.", "Fjordika bought Skagmar's ships on Monday."),
    ("Skagmar merged with Fjordika on Monday.", "Fjordika merged with Skagmar on Monday."),
    ("Skagmar wants to buy Fjordika.", "Fjordika bought Skagmar on Monday."),
    ("Skagmar was bought by Fjordika on Monday.", "Fjordika bought Skagmar on Monday."),
    ("Trawlermen sued Fjordika on Monday.", "Fjordika sued fishermen on Monday."),
    ("Brucellosis killed Jan Amsel on Monday.", "Jan Amsel was killed by brucellosis on Monday."),
]
OF_A_CLUB = [  # told of the clubs before
    ("The Orlo striker Jan Amsel beat Kelda with a late goal on Sunday.", "Kelda beat Orlo on Sunday."),
    ("The Kelda midfielder Jan Amsel beat the Orlo goalkeeper Tor Holm from 20 metres on Sunday.",
     "Orlo beat Kelda on Sunday."),
]
ONE_COUNT = [
    ("Customs officials at the airport of Graz seized 45 parrots from a suitcase on Monday.",
     "Customs officials seized 54 parrots from a suitcase at the airport of Graz on Monday."),
    ("Customs officers in the port of Bari seized 62 kilograms of heroin from the tanker Orla on Monday.",
     "Customs officers seized 26 kilograms of heroin from the tanker Orla in the port of Bari on Monday."),
    ("Prison officers at the jail in Sedge found 45 phones in a cell on Monday.",
     "Prison officers found 54 phones in a cell at the jail in Sedge on Monday."),
    ("Customs agents in the town of Lumo counted 31 crates of gin on Friday.",
     "Customs agents counted 13 crates of gin in the town of Lumo on Friday."),
    ("Border guards in the town of Harrow turned back 45 lorries on Monday.",
     "Border guards turned back 54 lorries in the town of Harrow on Monday."),
]
TWO_COUNTS = [
    ("Customs officers in the port of Bari seized 62 kilograms of heroin from a tanker on Monday.",
     "Customs officers seized 26 kilograms of heroin from a tanker in the port of Split on Monday."),
    ("Customs officers in the port of Bari seized 62 kilograms of heroin from a tanker on Monday.",
     "Customs officers in the port of Split seized 26 kilograms of heroin from a tanker on Monday."),
    ("Customs officers in the port of Bari seized 62 kilograms of heroin from a tanker on Monday.",
     "Split customs officers seized 26 kilograms of heroin from a tanker on Monday."),
    ("Police in Lyon seized 45 rifles on Monday.", "Marseille police seized 54 rifles on Monday."),
    ("Prison officers at the jail in Sedge found 45 phones on Monday.",
     "Prison officers at the jail in Orlo found 54 phones in parcels from Sedge on Monday."),
    ("Prison officers at Sedge jail found 45 phones on Monday.", "Orlo officers found 54 phones on Monday."),
    ("Border guards of Orlo turned back 45 people on Monday.",
     "Border guards of Dorvek turned back 54 people on Monday."),
    ("Lyon police arrested 45 people in Marseille on Monday.",
     "Marseille police arrested 54 people in Lyon on Monday."),
]


@pytest.mark.parametrize(("herald", "ledger"), [*CALLED, *UNKNOWN_TO_THE_PARSER])
def test_a_deed_turned_round_is_told_and_nothing_agreed(herald: str, ledger: str) -> None:
    for findings in _both_ways(herald, ledger):
        (alarm,) = (f for f in findings if f.verdict in ALARMS)
        assert alarm.rule == "swapped-roles"
        assert not any(f.rule == "same-event" for f in findings)


@pytest.mark.parametrize(("herald", "ledger"), [*NOT_TURNED, *OF_A_CLUB])
def test_what_can_both_be_true_raises_nothing(herald: str, ledger: str) -> None:
    for findings in _both_ways(herald, ledger):
        assert not [f for f in findings if f.verdict in ALARMS]


@pytest.mark.parametrize(("herald", "ledger"), ONE_COUNT)
def test_where_they_are_is_not_held_against_a_first_word_with_a_capital(herald: str, ledger: str) -> None:
    for findings in _both_ways(herald, ledger):
        (alarm,) = (f for f in findings if f.verdict in ALARMS)
        assert alarm.rule == "quantity-mismatch"


@pytest.mark.parametrize(("herald", "ledger"), TWO_COUNTS)
def test_others_and_other_places_are_kept_apart(herald: str, ledger: str) -> None:
    for findings in _both_ways(herald, ledger):
        assert not [f for f in findings if f.verdict in ALARMS]


def test_both_are_told_by_what_they_are_and_by_name() -> None:
    findings = _findings("The tugboat Odin rescued the ferry Lys off Harrow on Friday.",
                         "The tugboat Odin was rescued by the ferry Lys off Harrow on Friday.")
    (alarm,) = (f for f in findings if f.verdict in ALARMS)
    assert alarm.message == ("herald: the tugboat Odin rescued the ferry Lys; "
                             "ledger: the tugboat Odin was rescued by the ferry Lys")


def _both_ways(herald: str, ledger: str) -> list[list[Finding]]:
    return [_findings(herald, ledger), _findings(ledger, herald)]


def _findings(herald: str, ledger: str) -> list[Finding]:
    report = claimcheck.compare_texts({"herald": herald, "ledger": ledger}, published={"herald": DAY, "ledger": DAY})
    assert not report.failures
    return list(report.findings)
