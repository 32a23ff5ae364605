"""What is denied, by which word, and what only looks so: in wordings of several kinds."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.model.claim import Factuality
from claimcheck.model.fact import Occurrence
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of


def said(text: str, word: str) -> str:
    """Of the event with the word: "so", "not so", or "open"."""
    for claim in claims_of(read_text(text, "herald", published=date(2030, 5, 7))).claims:
        for fact in claim.facts:
            if isinstance(fact.value, Occurrence) and fact.value.word == word:
                if claim.factuality in (Factuality.POSSIBLE, Factuality.ASKED):
                    return "open"
                return "not so" if fact.negated != (claim.factuality is Factuality.DENIED) else "so"
    raise LookupError(f"{word} is not read in: {text}")


@pytest.mark.parametrize(("text", "word"), [
    ("The board decided against closing the plant in Velm.", "closing"),
    ("The parish council voted against selling the meadow.", "selling"),
    ("A harbour pilot warned the crew against entering the strait.", "entering"),
    ("Fog kept the pilot from landing the plane in Harrow.", "landing"),
    ("The court barred the insurer from raising premiums.", "raising"),
    ("Stewards prevented the crowd from entering the pitch.", "entering"),
    ("Fake posts that the bridge had collapsed spread on Sunday.", "collapsed"),
    ("A clip that falsely says the bank collapsed was shared on Monday.", "collapsed"),
    ("The leaflet wrongly claimed that the clinic had closed.", "closed"),
    ("Bogus letters that the school had closed were sent to parents.", "closed"),
])
def test_what_is_kept_from_happening_or_called_false_is_not_so(text: str, word: str) -> None:
    assert said(text, word) == "not so"


@pytest.mark.parametrize(("text", "word"), [
    ("The nun had no idea that she was pregnant.", "pregnant"),
    ("The owner said that he had no idea the lease had ended.", "ended"),
    ("For a week he ate nothing but rice.", "ate"),
    ("None other than Ida Brandt won the vote.", "won"),
    ("Nobody but the pilot survived.", "survived"),
    ("The court did not bar the insurer from raising premiums.", "raising"),
])
def test_what_only_looks_denied_is_so(text: str, word: str) -> None:
    assert said(text, word) == "so"


@pytest.mark.parametrize(("text", "word"), [
    ("The assembly passed a bill last week allowing hotels to deny rooms to guests.", "passed"),
    ("The court sided with the ministry on Wednesday, ruling that the state can deny money to cities.", "sided"),
    ("The mayor signed an order on Monday letting landlords reject tenants with dogs.", "signed"),
    ("The club dropped its coach on Friday, saying that it could dispute his contract.", "dropped"),
])
def test_who_may_deny_something_to_somebody_denies_no_other_clause(text: str, word: str) -> None:
    assert said(text, word) == "so"


@pytest.mark.parametrize(("text", "word"), [
    ("The inquiry did not find that the campaign conspired with Ostra.", "conspired"),
    ("The audit does not show that the mayor knew of it.", "knew"),
    ("The panel did not conclude that Brandt lied.", "lied"),
])
def test_what_was_not_found_is_left_open(text: str, word: str) -> None:
    assert said(text, word) == "open"


def test_a_vote_that_is_called_no_is_a_vote() -> None:
    claims = claims_of(read_text('The firm secured a majority of "no" votes on Friday.', "herald")).claims
    assert not any(f.negated for c in claims for f in c.facts)
