"""Dates that another account says were put off or brought forward."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

import claimcheck
from claimcheck.cache.store import Cache
from claimcheck.model.finding import Verdict
from claimcheck.model.value import Timex, is_former
from claimcheck.read import read_text
from claimcheck.read_claims import kept_claims

NO_CACHE = Cache(None)

TUESDAY = date(2024, 6, 25)
MOVED = [
    ("The cup final between Arlen and Dorvek takes place on Saturday.",
     "The cup final between Arlen and Dorvek was postponed until 14 July.", "put off"),
    ("The trial of Mara Quist begins on 3 July.", "The trial of Mara Quist was adjourned to 12 August.", "put off"),
    ("Ministers say they will publish the school reform in September.",
     "The education ministry has put off publishing its school reform until after Easter, a spokesman said.",
     "put off"),
    ("The vote on the pension bill is due on 10 July.",
     "Parliament brought the vote on the pension bill forward to Thursday.", "brought forward"),
    ("The bakers' fair in Tarn opens on 9 July.", "The bakers' fair in Tarn has been moved from 9 July to 20 August.",
     "put off"),
    ("The derby is on 30 June.", "The derby, which was moved from 30 June to 28 June, is sold out.", "brought forward"),
]
NOT_MOVED = [
    ("The launch of the ferry Aurora was put off until Friday.", "The ferry Aurora left the yard on Monday."),
    ("The cup match in Arlen was postponed until 14 July.", "The cup match in Dorvek takes place on Saturday."),
    ("The hearing was postponed until 3 July because the judge was ill.", "The judge fell ill on Sunday."),
    ("The trial of Mara Quist has been rescheduled for 3 July.", "The trial of Mara Quist begins on 3 July."),
]


def _findings(a: str, b: str, earlier: date = TUESDAY) -> list[claimcheck.Finding]:
    report = claimcheck.compare_texts({"herald": a, "ledger": b}, published={"herald": earlier, "ledger": TUESDAY})
    assert not report.failures
    return [f for f in report.findings if f.rule in ("date-mismatch", "copy-drift")]


@pytest.mark.parametrize(("a", "b", "how"), MOVED)
def test_a_date_that_was_moved_is_an_update(a: str, b: str, how: str) -> None:
    """The later account says itself that it was another date before."""
    (found,) = _findings(a, b)
    assert found.verdict is Verdict.UPDATE
    assert found.message.endswith(f": ledger says it was {how}")


@pytest.mark.parametrize(("a", "b"), NOT_MOVED)
def test_what_was_moved_is_not_all_that_is_dated(a: str, b: str) -> None:
    """Another event, and the date to which it was moved, are no update."""
    assert not _findings(a, b)


def test_two_dates_to_which_it_was_moved_conflict() -> None:
    """One of the accounts is wrong."""
    found = _findings("The launch of the ferry Aurora was moved to 4 July, the yard said.",
                      "The yard put off the launch of the ferry Aurora until 9 July.")
    assert [f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION) for f in found] == [True]


def test_a_date_that_is_told_after_the_move_is_no_earlier_one() -> None:
    """Who still has the old date when it was moved is no update of who says so."""
    a, b, _ = MOVED[1]
    assert Verdict.UPDATE not in [f.verdict for f in _findings(a, b, date(2024, 6, 27))]


def test_the_old_date_of_a_move_is_not_agreed_with() -> None:
    """ "From Tuesday to Thursday" is no time from one to the other, and without a date nobody knows which is first."""
    texts = {"herald": "The vote is on Tuesday, the speaker said.",
             "ledger": "The vote was postponed from Tuesday to Thursday, the speaker said."}
    (found,) = (f for f in claimcheck.compare_texts(texts).findings if f.rule in ("date-mismatch", "same-date"))
    assert (found.verdict, found.message) == (
        Verdict.UPDATE, "Tuesday, now Thursday: ledger says it was moved")


def test_a_day_to_which_it_was_moved_is_no_length_of_time() -> None:
    """It lasts as long as it did before."""
    report = claimcheck.compare_texts({"herald": "The vote was put off from Monday to Thursday.",
                                       "ledger": "The vote lasted eleven days."})
    assert not [f for f in report.findings if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]


FORMER = [
    ("The tram line to Ostra is to open in September.",
     "The tram line to Ostra will open in November instead of September."),
    ("The teachers of Almera walk out on 3 July.",
     "The walkout by the teachers of Almera, planned for 3 July, was put off until 9 July."),
    ("The vote on the bridge is on 1 July.",
     "The vote on the bridge was due on 1 July but has been put off until 8 July."),
]


@pytest.mark.parametrize(("a", "b"), FORMER)
def test_the_old_date_says_which_event_was_moved(a: str, b: str) -> None:
    """It is nothing that both agree on, and the new one is an update of it."""
    (found,) = _findings(a, b)
    assert found.verdict is Verdict.UPDATE
    assert found.message.endswith(": ledger says it was put off")
    assert found.evidence[1].value != found.evidence[0].value


def test_what_was_founded_originally_was_not_moved() -> None:
    """ "Originally" says that something was moved where it was set or planned only."""
    report = claimcheck.compare_texts({"herald": "The firm was founded in 1980.",
                                       "ledger": "The firm was originally founded in 1980 in a garage."})
    assert [f.rule for f in report.findings if f.rule in ("same-date", "date-mismatch")] == ["same-date"]


PAIRS = tomllib.loads((Path(__file__).parent.parent / "fixtures/moved-dates.toml").read_text(encoding="utf-8"))["pair"]
# Of eight pairs of a kind so many are told as expected; "quiet" and "baseline" would be with no word on the values.
TOLD = {"moved": 7, "moved-same": 7, "moved-other": 1, "reopened": 4, "baseline": 3, "quiet": 6}


@pytest.mark.slow
@pytest.mark.parametrize("kind", TOLD)
def test_days_that_were_moved_in_other_words(kind: str) -> None:
    """Pairs by a writer who had not seen the program."""
    told = [_is_as_expected(pair) for pair in PAIRS if pair["kind"] == kind]
    assert len(told) == 8
    assert sum(told) >= TOLD[kind]


def _is_as_expected(pair: dict[str, str]) -> bool:
    report = claimcheck.compare_texts({"herald": pair["a"], "ledger": pair["b"]})
    on_values = ("date-mismatch", "same-date", "quantity-mismatch", "same-quantity")
    found = {f.verdict for f in report.findings if f.rule in on_values}
    alarm = bool(found & {Verdict.CONTRADICTION, Verdict.TENSION})
    return {"update": Verdict.UPDATE in found and not alarm, "conflict": alarm, "quiet": not found,
            "agreement": Verdict.AGREEMENT in found and not alarm and Verdict.UPDATE not in found}[pair["expected"]]


@pytest.mark.parametrize("text", [
    "The project was first announced in 2019.",
    "The record was first set in 1988.",
    "The strike, announced on Monday, was put off.",
    "The meeting was put off until 12 to 14 July.",
    "The strike from Monday to Wednesday was postponed.",
    "Trains were delayed from 6 a.m. to noon.",
    "Residents moved out before the demolition planned for Monday.",
    "The vote was set for Monday and the debate moved to Tuesday.",
    "The vote was not postponed from Monday to Thursday.",
])
def test_no_day_of_these_is_one_that_was_moved_away_from(text: str) -> None:
    """A day of announcing, a stretch of days that was moved as a whole, a delay of hours, a denial."""
    claims = kept_claims(read_text(text, "herald"), None, NO_CACHE).claims
    values = [f.value for c in claims for f in c.facts if isinstance(f.value, Timex)]
    assert values
    assert not any(map(is_former, values))


def test_the_year_of_the_new_day_is_that_of_the_old_one() -> None:
    """ "From 5 May to 12 June 2026"."""
    text = "The fair was moved from 5 May to 12 June 2026."
    claims = kept_claims(read_text(text, "herald"), None, NO_CACHE).claims
    values = [f.value.value for c in claims for f in c.facts if isinstance(f.value, Timex)]
    assert values == ["2026-05-05", "2026-06-12"]


def test_what_is_moved_twice_is_an_update() -> None:
    """A later account knows of another move."""
    first, second = "The regatta was moved to 9 July, the club said.", "The club has moved the regatta to 20 July."
    assert [f.verdict for f in _findings(first, second, date(2024, 6, 10))] == [Verdict.UPDATE]
