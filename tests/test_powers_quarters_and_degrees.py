"""Powers of ten, ordinals of times, degrees of either scale, sums of people, and times as messages tell them."""

from __future__ import annotations

import json
from datetime import date

import pytest

import claimcheck
from claimcheck.baseline import accepted_of
from claimcheck.extract.values import read_values
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.report import Report
from claimcheck.model.span import Span
from claimcheck.read.html import read_page
from claimcheck.report.said import condition_of, message_of, read_as, told

DAY = date(2024, 3, 6)
_ALARMS = (Verdict.CONTRADICTION, Verdict.TENSION)


def _compared(first: str, second: str) -> Report:
    return claimcheck.compare_texts({"a": first, "b": second}, published={"a": DAY, "b": DAY})


def _told(first: str, second: str, *rules: str) -> list[str]:
    """The messages of alarms by these rules."""
    return [f.message for f in _compared(first, second).findings if f.verdict in _ALARMS and f.rule in rules]


@pytest.mark.parametrize(("text", "figure", "unit"), [
    ("The coil held 10^4 volts.", 10_000, "volt"),
    ("The pit is 10^3 metres deep.", 1_000, "metre"),
    ("Up to 10^6 spores were found.", 1_000_000, None),
    ("The grain weighs 10^-3 grams.", "0.001", "gram"),
    ("The disk holds 10^2 gigabytes.", 100, "gigabyte"),
    ("The star is 3.5 x 10^4 light years off.", 35_000, "light year"),
    ("The swarm had 10^5 bees.", 100_000, None),
])
def test_a_bare_power_of_ten_is_one_figure(text: str, figure: object, unit: str | None) -> None:
    """Whatever it is of."""
    (found,) = read_values(text).quantities
    assert str(f"{found.interval.figure:f}") == str(figure)
    assert (found.unit and found.unit.name) == unit


@pytest.mark.parametrize(("text", "figures"), [
    ("The chip has 2^8 bit colours.", [2, 8]), ("The plot has 10 km^2 of land.", [10, 2]),
    ("They killed 110^3 rats.", [110, 3]), ("It lost 1.10^2 euros.", ["1.10", 2]),
    ("It had 10^100 atoms.", [10, 100]), ("About 10^3^ men came.", [10, 3]), ("A 10 ^ 3 grid.", [10, 3]),
    ("It had 10^6.5 parts.", [10, "6.5"]),
])
def test_other_carets_make_no_power_of_ten(text: str, figures: list[object]) -> None:
    """Another base, a unit, more than a power, or a mark."""
    assert [f"{q.interval.figure:f}" for q in read_values(text).quantities] == [str(f) for f in figures]


_PAGE = (
    "<html><body><article><p>The survey of the bay {} on Monday, said the council of Ostra, which had asked for it.</p>"
    "<p>It is to be repeated next year, when the new harbour wall is to be finished and paid for.</p></article>")


@pytest.mark.parametrize(("markup", "figures"), [
    ("went down 10<sup>3</sup> metres", ["1000"]),
    ("found 10<sup>5</sup> bacteria", ["100000"]),
    ("cut 1 km<sup>2</sup> into 10<sup>3</sup> parts", ["1", "1000"]),
    ("measured 4.2 × 10<sup>3</sup> metres", ["4200"]),
    ("counted 10<sup>-2</sup> grams", ["0.01"]),
    ("counted 10<sup>1</sup> seals", ["10"]),
    ("counted gulls<sup>1</sup>, 12 crabs<sup>2</sup> and 10<sup>3</sup> seals", ["12", "10"]),
    ("counted 10<sup>[3]</sup> seals", ["10"]),
    ("counted 10<sup><a href='#fn3'>3</a></sup> seals", ["10"]),
    ("counted 12<sup>3</sup> seals", ["12"]),
    ("covered 10 km<sup>2</sup>", ["10"]),
])
def test_a_raised_figure_behind_ten_is_a_power_but_where_it_numbers_a_note(markup: str, figures: list[str]) -> None:
    """As the notes of the page are numbered."""
    text = read_page(_PAGE.format(markup), "bay.html").text
    assert [f"{q.interval.figure:f}" for q in read_values(text.partition(" on Monday")[0]).quantities] == figures


@pytest.mark.parametrize(("first", "second"), [
    ("The new mill of Norrmet in Lulea is to open in the third quarter of 2025.",
     "Norrmet will open its new mill in Lulea in the first quarter of 2025."),
    ("The mine at Hallvik was closed in the first half of 2019.",
     "The mine at Hallvik was closed in the second half of 2019."),
    ("The court in Turku will rule in the fourth quarter of 2024.",
     "The court in Turku will rule in the second quarter of 2024."),
    ("The abbey of Sella was founded in the 11th century.", "The abbey of Sella was founded in the 12th century."),
    ("The abbey of Sella was burnt in the third decade of the 12th century.",
     "In the first decade of the 12th century the abbey of Sella was burnt."),
    ("Trading in the shares began in the second quarter of 2023.",
     "Trading in the shares began in the fourth quarter of 2023."),
])
def test_the_ordinal_of_a_time_numbers_no_event(first: str, second: str) -> None:
    """It is part of the value, in both directions."""
    assert _told(first, second, "date-mismatch")
    assert _told(second, first, "date-mismatch")


@pytest.mark.parametrize(("first", "second"), [
    ("Norrmet made a profit in the first quarter of 2023.", "Norrmet made a profit in the third quarter of 2023."),
    ("Sales at Norrmet rose in the first quarter of 2023.", "Sales at Norrmet rose in the second quarter of 2023."),
    ("Norrmet lost 40 million euros in the first half of 2023.",
     "Norrmet lost 30 million euros in the second half of 2023."),
    ("Prices in Norrland will rise in the first quarter of 2025.",
     "Prices in Norrland will rise in the third quarter of 2025."),
    ("The second reactor at Hallvik will be shut in the first quarter of 2026.",
     "The first reactor at Hallvik will be shut in the third quarter of 2026."),
    ("The first phase of the Turku tram opens in May.", "The second phase of the Turku tram opens in June."),
    ("Ida Brandt won the first round on Monday.", "Ida Brandt won the second round on Tuesday."),
])
def test_what_is_told_of_each_quarter_and_of_other_things_stays(first: str, second: str) -> None:
    """A figure of a quarter is told anew of the next; and what numbers a thing still does."""
    assert not _told(first, second, "date-mismatch", "quantity-mismatch")


@pytest.mark.parametrize(("first", "second"), [
    ("Temperatures in Vardo fell to 12 degrees Celsius below zero on Monday night.",
     "Temperatures in Vardo fell to minus 21 degrees on Monday night."),
    ("It was 30 degrees below zero in Kautokeino on Monday.",
     "It was 41 degrees Celsius below zero in Kautokeino on Monday."),
    ("The mercury dropped to minus 31 degrees in Kautokeino on Monday.",
     "The mercury dropped to minus 42 degrees Celsius in Kautokeino on Monday."),
    ("The thermometer in Bismarck showed 22 degrees below zero Fahrenheit on Monday.",
     "The thermometer in Bismarck showed minus 22 degrees Celsius on Monday."),
])
def test_degrees_conflict_where_they_do_on_both_scales(first: str, second: str) -> None:
    """Of a temperature, whichever scale is left unsaid."""
    assert _told(first, second, "quantity-mismatch")
    assert _told(second, first, "quantity-mismatch")


@pytest.mark.parametrize(("first", "second", "agree"), [
    ("The temperature in Duluth fell to 20 degrees below zero Fahrenheit on Monday.",
     "The temperature in Duluth fell to minus 29 Celsius on Monday.", True),
    ("The temperature in Duluth fell to 20 degrees below zero on Monday.",
     "The temperature in Duluth fell to minus 29 Celsius on Monday.", True),
    ("The thermometer in Bismarck showed 22 below zero Fahrenheit on Monday.",
     "The thermometer in Bismarck showed minus 30 degrees Celsius on Monday.", True),
    ("It was 40 degrees below zero in Kautokeino on Monday.",
     "It was 40 degrees Celsius below zero in Kautokeino on Monday.", True),
    ("The water in the lake was 54 degrees on Sunday.",
     "The water in the lake was 12 degrees Celsius on Sunday.", True),
    ("The accord limits the rise in temperatures to 1.5 degrees.",
     "The accord limits the rise in temperatures to 2.7 degrees Fahrenheit.", True),
    ("The temperature in Oslo was 3 degrees above normal on Monday.",
     "The temperature in Oslo was 12 degrees Celsius on Monday.", False),
    ("The crater lies at 21 degrees south on the cold side of the moon.",
     "It is 32 degrees Celsius below zero in the crater on the cold side of the moon.", False),
    ("The ship rolled 30 degrees in the cold.", "It was 20 degrees Celsius below zero on the ship.", False),
    ("The ship listed 12 degrees.", "The ship was at 21 degrees Celsius below zero.", False),
])
def test_degrees_of_either_scale_and_of_no_temperature(first: str, second: str, agree: bool) -> None:
    """What agrees on one scale is no conflict, and neither is what is no level of a temperature."""
    assert not _told(first, second, "quantity-mismatch")
    findings = _compared(first, second).findings
    assert any(f.verdict is Verdict.AGREEMENT and f.rule == "same-quantity" for f in findings) is agree


@pytest.mark.parametrize(("listed", "all_", "message"), [
    ("Seven men and five women were taken hostage at the Banco Sur on Tuesday.",
     "Fifteen people were taken hostage at the Banco Sur on Tuesday.", "12 against 15"),
    ("Seven men and five women were taken hostage at the Banco Sur on Tuesday.",
     "Nine people were taken hostage at the Banco Sur on Tuesday.", "12 against 9"),
    ("Six pilots and two mechanics were given medals in Ostra on Friday.",
     "Ten people were given medals in Ostra on Friday.", "8 against 10"),
    ("Two men and a guide were taken captive near Sella on Friday.",
     "Five people were taken captive near Sella on Friday.",
     "3 against 5"),
    ("Three soldiers and two officers were taken prisoner near Sella on Friday.",
     "Eight men were taken prisoner near Sella on Friday.", "5 against 8"),
])
def test_what_people_are_made_happens_to_all_of_a_list(listed: str, all_: str, message: str) -> None:
    """So that they have a sum, which is held against the other source, in place of the first of them."""
    assert _told(listed, all_, "quantity-mismatch") == [message]
    assert _told(all_, listed, "quantity-mismatch") == [" against ".join(reversed(message.split(" against ")))]


@pytest.mark.parametrize(("first", "second"), [
    ("Seven men and five women were taken hostage at the Banco Sur on Tuesday.",
     "Twelve people were taken hostage at the Banco Sur on Tuesday."),
    ("Seven men and five women were taken hostage at the Banco Sur on Tuesday.",
     "Seven men were taken hostage at the Banco Sur on Tuesday."),
    ("Seven men and five women were taken hostage at the Banco Sur on Tuesday.",
     "Fifteen people were freed at the Banco Sur on Tuesday."),
    ("Twelve people were taken hostage at the Banco Sur on Tuesday.",
     "Fifteen people were freed at the Banco Sur on Tuesday."),
    ("Seven men were taken hostage, and five women were freed, at the Banco Sur on Tuesday.",
     "Fifteen people were taken hostage at the Banco Sur on Tuesday."),
    ("Seven men or five women were taken each week to the farm in Ostra.",
     "Fifteen people were taken each week to the farm in Ostra."),
    ("At least seven men and five women were taken hostage at the Banco Sur.",
     "Fifteen people were taken hostage at the Banco Sur."),
    ("Seven men and five women were seen near the bank in Ostra.",
     "Fifteen people were taken hostage at the bank in Ostra."),
])
def test_no_sum_of_those_to_whom_other_things_happened(first: str, second: str) -> None:
    """And none where they are as many, or more."""
    assert not _told(first, second, "quantity-mismatch")


@pytest.mark.parametrize(("first", "second", "message"), [
    ("The temple was built in AD 220.", "The temple was built in AD 230.", "AD 220 against AD 230"),
    ("The temple was built in AD 220.", "The temple was built in 220 BC.", "AD 220 against 220 BC"),
    ("The abbey was founded in the 11th century.", "The abbey was founded in the 12th century.",
     "the 11th century against the 12th century"),
    ("The rocket lifted off at 11:30 p.m. EST on Monday.", "The rocket lifted off at 06:30 GMT on Tuesday.",
     "4 March 2024, 23:30 EST against 5 March 2024, 06:30 GMT"),
    ("The rocket lifted off at 06:30 GMT on Tuesday.", "The rocket lifted off at 06:30 EST on Tuesday.",
     "5 March 2024, 06:30 GMT against 5 March 2024, 06:30 EST"),
    ("The rocket lifted off at 06:30 on Tuesday.", "The rocket lifted off at 07:10 on Tuesday.",
     "5 March 2024, 06:30 against 5 March 2024, 07:10"),
    ("The rocket lifted off at 11:30 p.m. EST on Monday.", "The rocket lifted off at 04:30 GMT on Tuesday.",
     "4 March 2024, 23:30 EST fits 5 March 2024, 04:30 GMT"),
    ("The vault was robbed on Monday night.",
     "The vault was robbed on the night of 4 March.", "both say 4 March 2024, night"),
    ("The pass has been closed since noon.", "The pass has been shut since noon.", "both say since 12:00"),
    ("The plant opened in May 2023.", "The plant opened in the second quarter of 2023.", "May 2023 fits Q2 2023"),
])
def test_messages_are_in_words_in_every_format(first: str, second: str, message: str) -> None:
    """The JSON has what the terminal has; values stay as programs read them."""
    report = _compared(first, second)
    (found,) = [f for f in report.findings if f.rule in ("date-mismatch", "same-date")]
    assert found.message == message
    assert message in [f["message"] for f in json.loads(json.dumps(report.to_dict()))["findings"]]
    assert message_of(found) == message  # whoever puts it into words again
    assert not any("March" in e.value or "AD" in e.value or "century" in e.value for e in found.evidence)


def _side(document: str, value: str, quote: str = "then", zone: str = "") -> Evidence:
    return Evidence(document, Span(0, len(quote)), quote, value, Span(0, len(quote)), quote, 1, 1, "", zone=zone)


def _finding(message: str, *sides: Evidence, condition: str = "") -> Finding:
    return Finding(Verdict.TENSION, "date-mismatch", "day", message, sides, condition)


@pytest.mark.parametrize(("message", "sides", "words"), [
    ("0220 against 0221", (_side("a", "0220", "box 0220"), _side("b", "0221", "box 0221")), "0220 against 0221"),
    ("10 against 11", (_side("a", "10", "10 men"), _side("b", "11", "11 men")), "10 against 11"),
    ("T06:30 against T07:30", (_side("a", "T06:30", zone="GMT"), _side("b", "T07:30")), "06:30 GMT against 07:30"),
    ("both say T06:30", (_side("a", "T06:30", zone="GMT"), _side("b", "T06:30")), "both say 06:30"),
    ("2024-03-05 against 2024-03-06", (_side("a", "2024-03-05", zone="GMT"), _side("b", "2024-03-06")),
     "5 March 2024 against 6 March 2024"),
    ("2024-03-05.txt: 2024-03-05; b: 2024-03-06", (_side("2024-03-05.txt", "2024-03-05"), _side("b", "2024-03-06")),
     "2024-03-05.txt: 5 March 2024; b: 6 March 2024"),
])
def test_what_is_no_early_year_century_or_clock_is_told_as_it_is(
    message: str, sides: tuple[Evidence, ...], words: str
) -> None:
    """And the name of a document is no time."""
    assert message_of(_finding(message, *sides)) == words


def test_conditions_are_put_into_words_and_names_stay() -> None:
    """Twice is as good as once."""
    found = _finding("", _side("2024-03-05.txt", "x"), condition="both hold if 2024-03-05.txt means 2024-W10")
    once = told(found)
    assert condition_of(once) == once.condition == "both hold if 2024-03-05.txt means week 10 of 2024"


def test_a_zone_and_words_leave_a_baseline_as_it_is() -> None:
    """Its entries go by rule, measure, document, value and quote."""
    plain = _finding("T06:30 against T07:30", _side("a", "T06:30"), _side("b", "T07:30"))
    zoned = told(_finding("T06:30 against T07:30", _side("a", "T06:30", zone="GMT"), _side("b", "T07:30", zone="EST")))
    assert accepted_of(plain) == accepted_of(zoned)
    assert [read_as(side) for side in zoned.evidence] == ["06:30 GMT", "07:30 EST"]
