"""How two times of one act stand to each other, with and without the dates of their documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import claimcheck
from claimcheck import Settings
from claimcheck.detect.times import place_times
from claimcheck.extract.values import read_values
from claimcheck.model.value import Timex
from claimcheck.parse import parse_sentences
from claimcheck.read import read_text
from claimcheck.reason.times import standing
from claimcheck.segment import sentences

SAME, FITS, OPEN, CONFLICT, TENSION = "same", "bound-satisfied", "", "disjoint", "diverging"


def _time(text: str, published: date | None) -> Timex:
    """The last time of a text."""
    document = read_text(text, "a", published=published)
    parsed = parse_sentences(document.text, sentences(document))
    rows = []
    for p in parsed:
        base = p.sentence.span.start
        found = read_values(p.sentence.span.of(document.text)).times
        rows.append([replace(e, span=e.span.shift(base)) for e in found])
    times = [t for row in place_times(document, parsed, rows, None) for t in row]
    assert times, text
    return times[-1]


def _stand(one: str, other: str, first: date | None = None, second: date | None = None) -> str:
    a, b = _time(one, first), _time(other, second)
    found, turned = standing(a, b), standing(b, a)
    assert found == turned, "the order of the two does not matter"
    return found.value if found else ""


@pytest.mark.parametrize(("one", "other", "stands"), [
    ("The bridge fell on Tuesday.", "The bridge fell on Thursday.", CONFLICT),
    ("The mayor quit last Tuesday.", "The mayor quit on Tuesday.", SAME),
    ("The mayor quit last Tuesday.", "The mayor quit on Wednesday.", CONFLICT),
    ("The fair opens next Saturday.", "The fair will open on Saturday.", SAME),
    ("The fair opens next Saturday.", "The fair will open on Sunday.", CONFLICT),
    ("The fair opens this Friday.", "The fair will open on Saturday.", CONFLICT),
    ("Rowan was freed on Sunday.", "Rowan was freed on Monday.", CONFLICT),
    ("Rowan was freed on Christmas Eve.", "Rowan was freed on Dec. 26.", CONFLICT),
    ("Rowan was freed on Christmas Eve.", "Rowan was freed on December 24.", SAME),
    ("Rowan was freed on Christmas Eve.", "Rowan was freed on Thursday.", OPEN),
    ("The shop burned on Easter Monday.", "The shop burned on Tuesday.", CONFLICT),
    ("The shop burned on Easter Monday.", "The shop burned on Monday.", FITS),
    ("The shop burned on Easter Monday.", "The shop burned on 9 June.", CONFLICT),
    ("The shop burned on Easter Monday.", "The shop burned on 6 April.", OPEN),
    ("The shop burned on New Year's Day.", "The shop burned on 31 December.", CONFLICT),
    ("The shop burned on Thanksgiving.", "The shop burned on Easter Monday.", CONFLICT),
    ("He was stopped around 1:30 a.m. on Feb. 1.", "He was stopped early Tuesday.", OPEN),
    ("He was stopped around 1:30 a.m. on Feb. 1, 2015.", "He was stopped early Tuesday.", CONFLICT),
    ("He was stopped around 1:30 a.m. on Feb. 1, 2015.", "He was stopped early Sunday.", FITS),
    ("He was stopped on Sunday, Feb. 1.", "He was stopped on Tuesday.", CONFLICT),
    ("He was stopped on Sunday, Feb. 1.", "He was stopped on Sunday.", FITS),
    ("The roof fell in on Monday night.", "The roof fell in early Tuesday.", OPEN),
    ("The roof fell in on Monday night.", "The roof fell in on Wednesday morning.", CONFLICT),
    ("The roof fell in on Sunday night.", "The roof fell in early Monday.", OPEN),
    ("The roof fell in on Friday morning.", "The roof fell in on Friday evening.", CONFLICT),
    ("The roof fell in late Saturday.", "The roof fell in on Saturday night.", FITS),
    ("The roof fell in late Saturday.", "The roof fell in early Saturday.", CONFLICT),
    ("The train left at 24:00 on Monday.", "The train left at 00:00 on Tuesday.", SAME),
    ("The train left at 24:00 on Monday.", "The train left at 00:00 on Wednesday.", CONFLICT),
    ("It opened on 3/4/2024.", "It opened on 4/3/2024.", OPEN),
    ("It opened on 3/4/2024.", "It opened on 3 April 2024.", OPEN),
    ("It opened on 3-4-2024.", "It opened on March 4, 2024.", FITS),
    ("It opened on 3/4/2024.", "It opened on 7 April 2024.", CONFLICT),
    ("It opened on 3/14/2024.", "It opened on 15 March 2024.", CONFLICT),
    ("It began at 11:30 p.m. EST on Monday.", "It began at 04:30 GMT on Tuesday.", SAME),
    ("It began at 11:30 p.m. EST on Monday.", "It began at 09:30 GMT on Tuesday.", CONFLICT),
    ("It began at 11:30 p.m. on Monday.", "It began at 04:30 GMT on Tuesday.", OPEN),
    ("It began at 11:30 p.m. on Monday.", "It began at 04:30 GMT on Thursday.", CONFLICT),
    ("The shots were fired at 7:30.", "The shots were fired at 7:30 p.m.", OPEN),
    ("The shots were fired at 7:30 a.m.", "The shots were fired at 9 p.m.", CONFLICT),
    ("Profits fell in fiscal 2023.", "Profits fell in 2023.", OPEN),
    ("Profits fell in fiscal 2023.", "Profits fell in 2019.", CONFLICT),
    ("Profits fell in fiscal 2023.", "Profits fell in fiscal 2021.", CONFLICT),
    ("She flew home the next day.", "She flew home three days later.", TENSION),
    ("She flew home the next day.", "She flew home a day later.", OPEN),
    ("She flew home the next day.", "She flew home on 4 May 2015.", OPEN),
    ("They met on Monday. She flew home the next day.", "She flew home on Thursday.", CONFLICT),
    ("They met on Monday. She flew home the next day.", "She flew home on Tuesday.", SAME),
    ("They met on Monday. She flew home the next day.", "They met on Monday. She flew home three days later.",
     CONFLICT),
    ("They met last week.", "They met on Dec. 10.", OPEN),
    ("He was stopped on Sunday, Feb. 1.", "He was stopped on Feb. 1, 2015.", FITS),
    ("He was stopped on Sunday, Feb. 1.", "He was stopped on Feb. 1, 2016.", CONFLICT),
    ("He was stopped on Sunday, Feb. 1.", "He was stopped on Feb. 1.", SAME),
    ("He was stopped on Sunday, Feb. 1.", "He was stopped on Feb. 2.", CONFLICT),
    ("The shop burned on Easter Monday.", "The shop burned on 6 April 2015.", FITS),
    ("The shop burned on Easter Monday.", "The shop burned on 6 April 2016.", CONFLICT),
    ("Thieves broke in overnight Saturday.", "Thieves broke in on Sunday morning.", OPEN),
    ("Thieves broke in overnight Saturday.", "Thieves broke in on Tuesday.", CONFLICT),
    ("Thieves broke in at 9 p.m.", "Thieves broke in on Monday at 9 p.m.", FITS),
    ("Thieves broke in at noon.", "Thieves broke in on Monday at 9 p.m.", CONFLICT),
    ("Vandals struck on Halloween.", "Vandals struck on 2 November.", CONFLICT),
    ("It fell around 1204 BC.", "It fell in 1204.", OPEN),
    ("It fell around 1204 BC.", "It fell in 1210 BC.", OPEN),
    ("It fell in 480 BC.", "It fell in AD 480.", CONFLICT),
    ("It fell in the year 200 B.C.", "It fell in 200 A.D.", CONFLICT),
    ("It fell in 480 BCE.", "It fell in 480 BC.", SAME),
    ("It fell in 480 BC.", "It fell in 479 BC.", CONFLICT),
    ("It fell in 31 BC.", "It fell in 14 CE.", CONFLICT),
    ("It fell in 1204 BC.", "It fell in 1912.", CONFLICT),
    ("It fell in the fifth century BC.", "It fell in the 5th century AD.", CONFLICT),
    ("It fell in the 5th century BC.", "It fell in 450 BC.", OPEN),
    ("It fell before 300 BC.", "It fell in 320 BC.", OPEN),
    ("They met on 30 December.", "They met on 2 January.", CONFLICT),
])
def test_without_dates(one: str, other: str, stands: str) -> None:
    """A contradiction only where no calendar has room for both."""
    assert _stand(one, other) == stands


FRIDAY = date(2031, 3, 14)


@pytest.mark.parametrize(("one", "other", "stands"), [
    ("The mayor quit last Tuesday.", "The mayor quit on 11 March.", OPEN),
    ("The mayor quit last Tuesday.", "The mayor quit on 4 March.", FITS),
    ("The mayor quit last Tuesday.", "The mayor quit on Tuesday.", OPEN),
    ("The mayor quit last Tuesday.", "The mayor quit on 25 February.", CONFLICT),
    ("The mayor quit last Tuesday.", "The mayor quit on 12 March.", CONFLICT),
    ("The fair opens next Saturday.", "The fair will open on Saturday.", OPEN),
    ("The fair opens next Saturday.", "The fair will open on 29 March.", CONFLICT),
    ("The roof fell in last night.", "The roof fell in on Thursday.", FITS),
    ("The roof fell in last night.", "The roof fell in early Friday.", OPEN),
    ("The roof fell in last night.", "The roof fell in on Tuesday.", CONFLICT),
    ("They met last week.", "They met on 5 March.", FITS),
    ("They met last week.", "They met on 11 March.", OPEN),
    ("They met last week.", "They met on 20 February.", CONFLICT),
    ("They met earlier this month.", "They met on 5 March.", FITS),
    ("They met earlier this month.", "They met on 20 February.", CONFLICT),
    ("They met last year.", "They met in May 2030.", FITS),
    ("They met last year.", "They met in May 2029.", CONFLICT),
    ("They met last month.", "They met in January.", CONFLICT),
    ("They met a couple of weeks ago.", "They met on 21 February.", OPEN),
    ("They met a couple of weeks ago.", "They met on 28 February.", SAME),
    ("They met a couple of weeks ago.", "They met on 3 December.", CONFLICT),
    ("They met two weeks ago.", "They met on 26 February.", OPEN),
    ("They met two weeks ago.", "They met on 11 March.", CONFLICT),
    ("The plant must close within 10 days.", "The plant must close by 20 March.", FITS),
    ("The plant must close within 10 days.", "The plant must close after 2 April.", CONFLICT),
    ("They will meet on Tuesday week.", "They will meet on 25 March.", SAME),
    ("They will meet on Tuesday week.", "They will meet on Tuesday.", CONFLICT),
    ("The shop burned on Ash Wednesday.", "The shop burned on Thursday.", CONFLICT),
    ("It began at midnight on Monday.", "It began at 12:05 a.m. on Tuesday.", CONFLICT),
    ("It began around midnight on Monday.", "It began at 12:05 a.m. on Tuesday.", OPEN),
])
def test_where_the_documents_are_dated(one: str, other: str, stands: str) -> None:
    """Both documents appeared on a Friday, 14 March."""
    assert _stand(one, other, FRIDAY, FRIDAY) == stands


@pytest.mark.parametrize(("one", "other", "stands"), [
    ("The mayor quit on Tuesday.", "The mayor quit on 11 March.", FITS),
    ("The mayor quit on Wednesday.", "The mayor quit on 11 March.", CONFLICT),
    ("The mayor quit on 9 March.", "The mayor quit on Tuesday.", CONFLICT),
    ("The mayor quit on 11 March.", "The mayor quit on Tuesday.", FITS),
    ("The mayor quit on New Year's Eve.", "The mayor quit yesterday.", CONFLICT),
    ("The mayor quit last night.", "The mayor quit on Tuesday.", OPEN),
])
def test_where_one_document_is_dated(one: str, other: str, stands: str) -> None:
    """The second appeared on a Friday, 14 March."""
    assert _stand(one, other, None, FRIDAY) == stands


@pytest.mark.parametrize(("text", "value"), [
    ("The clinic loses its last doctor in October.", "2029-10"),
    ("Ferries stop calling at Skarholm on 20 November.", "2029-11-20"),
    ("Pupils move to the new building in September and October.", "2029-10"),
    ("The hall keeps its doors shut until 5 October.", "2029-10-05"),
    ("Tenants have until November to object.", "2029-11"),
    ("An aide said the rink was booked until May.", "2029-05"),
    ("The ferry was out of service until January.", "2029-01"),
    ("That compares with 310 flats in October.", "2028-10"),
    ("The lake usually freezes in December.", "2028-12"),
    ("Ice sinks trawler in November", "2028-11"),
    ("The trawler sank in November.", "2028-11"),
])
def test_the_present_and_until_point_ahead(text: str, value: str) -> None:
    """As of 20 February 2029. What is so all along or every year points nowhere, nor does a headline; a past that
    lasted "until May" has the nearer one."""
    assert _time(text, date(2029, 2, 20)).value == value


def test_a_time_that_nothing_places_has_no_note_of_where_it_was_placed() -> None:
    texts = {"herald": "The dam of Orlow broke in March.", "ledger": "The dam of Orlow broke in April."}
    report = claimcheck.compare_texts(texts, settings=Settings(model="hashing"))
    (finding,) = (f for f in report.findings if f.rule == "date-mismatch")
    assert [(side.value, side.note) for side in finding.evidence] == [("XXXX-03", ""), ("XXXX-04", "")]


@pytest.mark.parametrize(("lasts", "edge"), [
    ("The museum in Ottery is open until AD 1.", "The museum in Ottery closes on 3 May 2024."),
    ("The museum in Ottery is open until 1 January of the year 1.", "The museum in Ottery closes on 3 May 2024."),
    ("The museum in Ottery has been open since 31 December 9999.", "The museum in Ottery opened on 3 May 2024."),
])
def test_a_time_at_the_end_of_the_calendar_is_no_crash(lasts: str, edge: str) -> None:
    report = claimcheck.compare_texts({"herald": lasts, "ledger": edge}, published={"herald": FRIDAY, "ledger": FRIDAY})
    assert not report.failures
