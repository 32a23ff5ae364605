"""Who denies a story disputes it; who denies somebody a thing does not."""

from __future__ import annotations

import pytest

from claimcheck.extract.falsity import find_denial, find_falsity, find_unconfirmed


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office denied that the gates had been left open.",
        "Norvik has strongly denied any wrongdoing.",
        "The mayor denied meeting the builder in March.",
        "Anna Ruud denied she had left the meeting early.",
        "The club denied on Monday that it would sell the ground.",
        "The reports, which the ministry denied, spread within hours.",
        "Brandt denies all the allegations.",
        "The firm denied the valve had been opened by hand.",
        "She denied it.",
    ],
)
def test_a_statement_that_is_denied_is_a_denial(text: str) -> None:
    assert find_denial(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The court denied an appeal from the builders.",
        "The judge denied a motion that was filed on Friday.",
        "The governor denied state helicopters to the rescue teams.",
        "The new rule denies grants to schools without a kitchen.",
        "The plan could deny the vote to those who live abroad.",
        "The panel denied the harbour's request for a stay.",
        "The channel will not carry films that deny the existence of the plague.",
        "The order denied funding to theatres.",
        "He did not deny that he had been there.",
    ],
)
def test_what_is_denied_to_somebody_disputes_no_story(text: str) -> None:
    assert find_denial(text) is None


@pytest.mark.parametrize("text", ["He filed a false police report.", "Making a false report is a crime."])
def test_a_false_report_that_is_filed_is_no_untrue_story(text: str) -> None:
    assert find_falsity(text) is None


def test_a_bogus_report_is() -> None:
    assert find_falsity("The bogus police report spread within hours.") is not None


@pytest.mark.parametrize(
    "text",
    [
        "Reports of cracks in the lower wall of the weir are false, the engineers said.",
        "The tale of the vanished school bus at Tarn End turned out to be a hoax.",
        "Contrary to what has been reported, the ferry sailed.",
        "Doctors debunked a claim that the well was poisoned.",
    ],
)
def test_a_story_that_is_named_at_length_is_untrue(text: str) -> None:
    assert find_falsity(text) is not None


@pytest.mark.parametrize("text", ["He repeated debunked party claims that votes were lost.",
                                  "It was contrary to popular taste."])
def test_what_is_debunked_beside_the_story_is_not(text: str) -> None:
    assert find_falsity(text) is None


@pytest.mark.parametrize("text", ["The navy rejected the claim that its men had fired.",
                                  "A spokesman dismissed talk that the abbot had resigned.",
                                  "No such meeting of the two sides ever took place, the abbot insisted."])
def test_a_claim_that_is_rejected_is_denied(text: str) -> None:
    assert find_denial(text) is not None


@pytest.mark.parametrize("text", ["Gossip that the ferry had been sold filled the harbour.",
                                  "The sale of the ferry is no more than a rumour."])
def test_what_goes_round_is_unconfirmed(text: str) -> None:
    assert find_unconfirmed(text) is not None
