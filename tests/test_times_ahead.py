"""Months without a year, and times of another year: which one a sentence means, as the program reads it."""

from __future__ import annotations

import pytest

from claimcheck.config import Settings
from claimcheck.model.value import Timex
from claimcheck.pipeline import trace_documents
from claimcheck.read import read_text


def _times(text: str, dated: str = "2024-09-18") -> list[str]:
    """The values of the times of a text that appeared on a day, in the order of the text."""
    other = "Nothing of it was there."
    trace = trace_documents([read_text(f"---\ndate: {dated}\n---\n{words}", name)
                             for name, words in (("one", text), ("other", other))], Settings())
    values = (s.fact.value for s in sorted(trace.story.statements, key=lambda s: s.fact.span))
    return [v.value for v in values if isinstance(v, Timex)]


def _rules(a: str, b: str) -> set[str]:
    documents = [read_text(f"---\ndate: 2024-09-18\n---\n{words}", name) for name, words in (("one", a), ("other", b))]
    return {f.rule for f in trace_documents(documents, Settings()).findings}


@pytest.mark.parametrize(("text", "value"), [
    ("A ferry to the island is to start sailing in March, its operator said.", "2025-03"),
    ("The first tram is to begin carrying passengers in June, the mayor said.", "2025-06"),
    ("The canal is to stop taking barges in February, its owner said.", "2025-02"),
    ("The mill was to stop grinding in March, its owner said.", "2024-03"),
    ("The museum began charging visitors in February, its director announced.", "2024-02"),
    ("The weather satellite lifts off in February from the Arrabal range, the agency confirmed.", "2025-02"),
    ("Heavy rains in March, the office said.", "2024-03"),
])
def test_a_month_without_a_year_is_that_of_the_tense(text: str, value: str) -> None:
    """A gerund has the tense of the verb that it completes, and so has a verb that the parser took for a noun."""
    assert _times(text) == [value]


@pytest.mark.parametrize(("text", "value"), [
    ("Maldora will hold its election next year, in the spring, the commission has decided.", "2025-SP"),
    ("The vote takes place next year, probably in May, the party said.", "2025-05"),
    ("The plant shut last year, in March.", "2023-03"),
])
def test_a_part_of_another_year_is_one_time_with_it(text: str, value: str) -> None:
    """Commas between the year and its part do not make them two."""
    assert _times(text) == [value]


@pytest.mark.parametrize(("text", "value"), [
    ("Taxpayers are required to file their returns by 31 January.", "2025-01-31"),
    ("Bids must be sealed and sent before 5 May.", "2025-05-05"),
    ("Farmers have to register by 3 April.", "2025-04-03"),
    ("Tenants were given until Friday to leave the block.", "2024-09-20"),
    ("Tenants had to leave the block by 3 April.", "2024-04-03"),
])
def test_a_deadline_is_ahead(text: str, value: str) -> None:
    """What has to be done is not done yet; what had to be done is of the past."""
    assert _times(text)[-1:] == [value]


@pytest.mark.parametrize("other", [
    "the same month a year ago", "the same month last year", "the same period of 2023", "the year-earlier month",
    "the same month of the previous year",
])
def test_the_same_month_of_another_year_is_not_this_one(other: str) -> None:
    """What figures are compared with is counted from the month that was told."""
    assert _times(f"July brought 5.4 percent more new cars than {other}, the register shows.") == ["2024-07", "2023-07"]


@pytest.mark.parametrize(("a", "b"), [
    ("The new Quay library opens in May.", "Readers move into the new Quay library in May 2025."),
    ("A ferry to Saint Aubry is to start sailing in March.", "Sailings of the Saint Aubry ferry begin in March 2025."),
    ("The Tollbeck plant will shut next year, in March.", "The Tollbeck plant is to close in March 2025."),
])
def test_a_start_may_be_told_as_an_act(a: str, b: str) -> None:
    """What begins, and what is done then, are dated alike: the one is no time within the other."""
    assert _rules(a, b) >= {"same-date"}


@pytest.mark.parametrize(("a", "b"), [
    ("The trial of Mara Quist began on Monday.", "The first witness at the trial of Mara Quist spoke on Tuesday."),
    ("Work on the dam started in May.", "Workers found a mine at the dam in June."),
    ("Fighting in Tollbeck began on Monday.", "There was fighting in Tollbeck on Tuesday."),
    ("The mill stopped grinding in March.", "The mill was grinding in January."),
])
def test_what_was_so_later_is_no_other_start(a: str, b: str) -> None:
    """A time while it lasted says nothing of when it began."""
    assert not _rules(a, b) & {"date-mismatch", "same-date"}


@pytest.mark.parametrize(("text", "value"), [
    ("The robbers fled on Thursday in a car that had been stolen on 2 September. It was found burnt out that evening.",
     "2024-09-12TEV"),
    ("The bridge, which had been repaired in March 2023, fell on 10 September 2024. Divers searched there that night.",
     "2024-09-10TNI"),
    ("She married the baker, who had left Ostra on 1 September, on 12 September. The next day they flew to Lima.",
     "2024-09-13"),
])
def test_no_time_is_counted_from_what_had_been_before(text: str, value: str) -> None:
    """ "That evening" is on the day of what was told, not on that of an aside on what had happened to it."""
    assert _times(text)[-1] == value
