"""What is said to stand in one source only."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.model.finding import Finding, Verdict


def compare(*texts: str) -> list[Finding]:
    told = dict(zip("ab", texts, strict=True))
    return list(claimcheck.compare_texts(told, published=dict.fromkeys(told, date(2031, 5, 7))).findings)


@pytest.mark.parametrize(("left", "right", "quote"), [
    ("The mayor opened the fair. Firefighters rescued 14 people.",
     "The weather was fine in Lemvig. Firefighters rescued no people and thanked the crowd.", "14"),
    ("The quay was closed at noon. Officers seized 31 boats.",
     "A choir sang. Officers seized 45 boats in the harbour of Tarvo.", "31"),
])
def test_a_side_of_a_finding_on_two_stands_in_both(left: str, right: str, quote: str) -> None:
    findings = compare(left, right)
    shown = [{(e.document, e.span) for e in f.evidence} for f in findings if f.verdict is Verdict.SINGLE_SOURCE]
    sides = {(e.document, e.span) for f in findings if f.verdict is not Verdict.SINGLE_SOURCE for e in f.evidence}
    assert all(sides.isdisjoint(places) for places in shown)


@pytest.mark.parametrize(("left", "right", "value"), [
    ("The storm left 48,700 households without light.", "Customers cut off: 48,700 at the peak.", "48,700"),
    ("The firm set aside $3.2 million for repairs.", "Repair fund: 3.2m dollars, says the board.", "3,200,000 USD"),
])
def test_what_another_source_has_as_well_is_in_no_one_source_only(left: str, right: str, value: str) -> None:
    found = [f for f in compare(left, right) if f.verdict is Verdict.SINGLE_SOURCE]
    assert not any(e.value == value for f in found for e in f.evidence)


def test_what_no_other_source_has_is() -> None:
    found = compare("The ferry sank off Tarvo. The lowest pressure was 958 hPa.", "A choir sang in Lemvig on Monday.")
    only = [f for f in found if f.verdict is Verdict.SINGLE_SOURCE]
    assert "958 hectopascals" in [e.value for f in only for e in f.evidence]


def only(left: str, right: str) -> list[tuple[str, str]]:
    """The values that stand in one source only, each with its words."""
    return [(e.value, e.quote) for f in compare(left, right) if f.verdict is Verdict.SINGLE_SOURCE for e in f.evidence]


@pytest.mark.parametrize(("left", "right", "words"), [
    # An end reckoned from a length, and one of a range; a day told as it is and as a limit; one end of a range.
    ("The book fair in Lemvig opens on June 12 and lasts three days.", "Lemvig reads: June 12 to 14.", "three days"),
    ("The car park opens on June 11.", "Drivers may use the meadow of Tarvo from June 11.", "June 11"),
    ("The Harn pass closes on 14 September.", "Repairs from 9 to 14 September, said the office.", "14 September"),
    # The year that is not said is a guess.
    ("The bridge was closed on 20 November.", "A choir will sing in Tarvo from 20 November 2031.", "20 November"),
    # A day of which the other one tells the hour.
    ("The inquiry opened on Monday.", "Mayor Holm spoke at 9 a.m. on Monday, 5 May, of the parade.", "Monday"),
])
def test_a_day_that_another_source_has_by_other_words_is_in_both(left: str, right: str, words: str) -> None:
    assert words not in [quote for _, quote in only(left, right)]


@pytest.mark.parametrize(("left", "right", "words"), [
    ("The Harn pass closes on 14 September.", "Repairs from 9 to 15 September, said the office.", "14 September"),
    ("The mill opened on 20 November 2019.", "A choir will sing in Tarvo from 20 November 2031.", "20 November 2019"),
    ("The mill opened on 20 May 2029.", "The court wants an answer within 13 days.", "20 May 2029"),
])
def test_another_day_stands_in_one_source_only(left: str, right: str, words: str) -> None:
    assert words in [quote for _, quote in only(left, right)]


def test_what_happens_at_an_hour_that_another_source_has_is_in_both() -> None:
    """As a time of some day, and of one."""
    left = "The Harn lock was opened at about 3:40 a.m. by the crew of the Ada Wren."
    assert "was opened" not in [words for _, words in only(left, "Gulls were seen in Lemvig at 3.40am on Tuesday.")]
    assert "was opened" in [words for _, words in only(left, "Gulls were seen in Lemvig at 5.10am on Tuesday.")]


@pytest.mark.parametrize(("text", "figure"), [
    ("The bill is led by singer Ada Wren and the Seven Lanterns.", "Seven"),
    ("Trains to Lemvig leave from Platform Two.", "Two"),
    ("Nobody in Tarvo paints the harbour like Wren does.", "Nobody"),
    ("No one in Tarvo was bitten by the dogs.", "No"),
])
def test_what_is_no_figure_of_the_text_is_none(text: str, figure: str) -> None:
    assert figure not in [words for _, words in only(text, "The weather was fine in Harrow on Monday.")]


def test_a_figure_at_the_start_of_a_sentence_is_one() -> None:
    found = only("It rained. Seven lanterns were stolen in Tarvo.", "The weather was fine in Harrow on Monday.")
    assert "Seven" in [words for _, words in found]


def test_a_word_that_only_carries_a_figure_of_both_stands_in_neither() -> None:
    """The costs differ, and are told as that; "put the cost" is nothing else."""
    found = only("Ms Holm put the cost of the fair at 5.3 million dollars.", "The fair costs 5.2 million dollars.")
    assert found == []


ELSEWHERE = "A choir sang in Lemvig. The weather was fine on Monday."


@pytest.mark.parametrize(("text", "words"), [
    # Bare verbs, purposes, conditions, what somebody is, and what was so.
    ("Lifeboats from Tarvo came to help.", "to help"),
    ("If it works, Tarvo will be dry again.", "works"),
    ("Mr Brandt, who leads the guild of Tarvo, wept.", "leads"),
    ("The barge had left Tarvo at dawn, bound for Osby.", "bound"),
    ("Its owners in Tarvo speak of a leak.", "speak"),
    ("It will sit in Tarvo, the old port.", "will sit"),
    # Talk of oneself, and so few that nobody misses them.
    ('"I am well, Tarvo, and I carried my dogs out," she said.', "carried"),
    ('"We buried my quarrel in Tarvo," said Ada Wren.', "buried"),
    ("Ada Wren left Tarvo with one shoe.", "one"),
    ("The two sides met in Tarvo.", "two"),
    ("She came back to Tarvo in one piece.", "one"),
])
def test_what_no_reader_misses_is_not_listed(text: str, words: str) -> None:
    assert words not in [quote for _, quote in only(text, ELSEWHERE)]


@pytest.mark.parametrize(("text", "words"), [
    ("The envoy, Ada Wren, did not attend the ceremony in Tarvo.", "did not attend"),
    ("The court in Tarvo appointed the lawyer Ada Wren.", "appointed"),
    ("Masked youths smashed the windows of a bank in Tarvo.", "smashed"),
    ("Ada Wren was flown to a clinic in Tarvo.", "was flown"),
    ("The robbers fled to Tarvo.", "fled"),
    ("The inspectors in Tarvo had complained of a leak in the mine.", "had complained"),
    # Few, but of people to whom it happened; more than so few; a sum.
    ("Police detained two of them in Tarvo.", "two"),
    ("He had at least two helpers in Tarvo.", "at least two"),
    ("The council of Tarvo sold its mill for 2 million euros.", "2 million euros"),
])
def test_what_a_reader_may_miss_is(text: str, words: str) -> None:
    assert words in [quote for _, quote in only(text, ELSEWHERE)]


@pytest.mark.parametrize(("text", "quotes"), [
    ("Ada Wren, 44, wept. The court in Tarvo appointed a judge. Police detained six men.", ["six", "appointed", "44"]),
    ("The mill has five doors. Ms Holm did not attend the fair in Osby. Two hikers died in Tarvo.",
     ["Two", "did not attend", "five"]),
    ("Thieves smashed a window in Tarvo. The damage is 90,000 euros.", ["90,000 euros", "smashed"]),
])
def test_what_is_missed_most_stands_first(text: str, quotes: list[str]) -> None:
    told = [quote for _, quote in only(text, ELSEWHERE)]
    assert [quote for quote in told if quote in quotes] == quotes
