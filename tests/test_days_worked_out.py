"""Days that no word names in full: a day of the month alone, whose month follows from the day of publication and the
tense; a day counted from another one of the sentence; the end of the time that somebody has; what is weeks away. The
documents appeared on Friday 10 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.model.finding import Verdict
from claimcheck.model.value import Quantity, QuantityKind, Timex
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of

PUBLISHED = date(2024, 5, 10)
ALARMS = {Verdict.CONTRADICTION, Verdict.TENSION}
READ = [
    ("The first refunds will be paid on the twenty-first.", "2024-05-21"),
    ("The choice fell on the afternoon of the 19th.", "2024-04-19TAF"),
    # Not looked at meanwhile.
    ("Ferries to Ostra will run again on the seventeenth.", "2024-05-17"),
    ("The senator flew to Velden on the 28th without her aides.", "2024-04-28"),
    ("The pumps in Velden have been idle since the 2nd.", "2024-05-02"),
    # Counted from another day of the sentence.
    ("Brandt resigned on Wednesday, two days after prosecutors searched his home.", "2024-05-06"),
    ("Lawyers will meet on 2 June, two days before the case begins afresh.", "2024-06-04"),
    ("Bail was granted on Friday, a week after Brandt was arrested.", "2024-05-03"),
    ("Brandt was charged on 5 March, ten days before the election.", "2024-03-15"),
    # Not looked at meanwhile.
    ("On Tuesday, a day after the bridge fell, divers found the car.", "2024-05-06"),
    ("The mayor of Ostra was buried on 30 April, five days after he drowned in the Lona.", "2024-04-25"),
    ("Velden voted on Sunday, three weeks after parliament was dissolved.", "2024-04-14"),
    # The end of the time that somebody has.
    # So far away.
]
NO_DAY = [
    "She made bogey on the 16th and fell back to sixth.",
    "He failed four times and succeeded on the fifth.",
    "A fire broke out in a flat on the ninth, and the lift stuck.",
    "The fireworks on the Fourth were loud.",
    "Ostra rose from the ninth to the fifth place.",
    # Not looked at meanwhile.
    "After three ballots Brandt won on the fourth.",
    "Velden birdied the last hole after a par on the 17th.",
    "The tenants on the fifth and sixth floors were led out.",
    "Brandt needed six attempts and cleared the bar on the fifth.",
    "She lives on the eleventh floor of a tower in Velden.",
]
NO_TIME = [
    "Brandt said on Wednesday that he resigned two days after the fire.",
    "Brandt had 30 days to appeal.",
    "Brandt is three weeks off work.",
    "The army was two days away.",
    "The village is two days away by mule.",
    # Not looked at meanwhile.
    "Almost a fortnight after the fire in Ostra, the mill reopened.",
    "The owner of the mill has three years of data to study.",
    "Velden did not get a month to reply.",
    "Nurses have two weeks off.",
]
CONFLICT = [
    ("Payouts to savers at Adom bank begin on May 14.", "Payouts to savers at Adom bank begin on the twenty-first."),
    ("The senate in Ostra votes on the dam on 22 May.", "The senate in Ostra votes on the dam on the 23rd."),
    ("Anselm Brandt resigned in Velden on Wednesday, two days after prosecutors searched his home.",
     "Prosecutors searched Brandt's home in Velden on Friday."),
    ("Bail was granted on Friday, a week after Brandt was arrested in Velden.",
     "Brandt was arrested in Velden on April 19."),
    # Not looked at meanwhile.
    ("The Lona bridge reopened on Monday, four days after a barge rammed it.",
     "A barge rammed the Lona bridge on 23 April."),
]
AGREE = [
    ("Payouts to savers at Adom bank begin on May 21.", "Payouts to savers at Adom bank begin on the twenty-first."),
    ("The senate in Ostra votes on the dam on 22 May.", "The senate in Ostra votes on the dam on the 22nd."),
    ("Anselm Brandt resigned in Velden on Wednesday, two days after prosecutors searched his home.",
     "Prosecutors searched Brandt's home in Velden on Monday."),
    ("The Haverfords were pardoned on Wednesday, three years after they were convicted.",
     "The Haverfords were convicted in the spring of 2021."),
    # Not looked at meanwhile.
    ("The Lona bridge reopened on Monday, four days after a barge rammed it.",
     "A barge rammed the Lona bridge on 2 May."),
]
SILENT = [
    # The month is not said: of two that fit neither is wrong.
    ("Brandt left Ostra hospital on 5 November.", "Brandt was cured in November and left Ostra hospital on the 5th."),
    ("Ostra called an election for 20 May.", "Ostra called an election for the 20th."),
    ("The ferry Lona sank off Velden on 4 May.", "The ferry Lona was launched in Velden on the sixth."),
    # Nobody says whether the first day counts.
    ("Bail was granted on Friday, six days after Brandt was arrested in Velden.",
     "Brandt was arrested in Velden on May 5."),
    ("The bank has 30 days to appeal.", "The bank can appeal until 5 June."),
    ("The bank has 30 days to appeal.", "The bank has 30 days to appeal, its lawyer says."),
]


def _facts(text: str) -> list[object]:
    claims = claims_of(read_text(text, "x", published=PUBLISHED)).claims
    return [f.value for c in claims for f in c.facts]


def _verdicts(a: str, b: str) -> set[Verdict]:
    report = claimcheck.compare_texts({"a": a, "b": b}, published={"a": PUBLISHED, "b": PUBLISHED})
    assert not report.failures
    return {f.verdict for f in report.findings if f.rule in ("date-mismatch", "same-date")}


@pytest.mark.parametrize(("text", "value"), READ)
def test_the_day_is_worked_out(text: str, value: str) -> None:
    """From the day of publication, or from another one of the sentence."""
    assert value in [v.value for v in _facts(text) if isinstance(v, Timex)]


@pytest.mark.parametrize("text", NO_DAY)
def test_what_an_ordinal_counts_is_no_day(text: str) -> None:
    """Holes, tries and floors stay ordinals."""
    values = _facts(text)
    assert not [v for v in values if isinstance(v, Timex)]
    assert [v for v in values if isinstance(v, Quantity) and v.kind is QuantityKind.ORDINAL]


@pytest.mark.parametrize("text", NO_TIME)
def test_a_length_from_no_known_day_gives_none(text: str) -> None:
    """What is past, denied or about so long, and lengths of something else."""
    assert not [v for v in _facts(text) if isinstance(v, Timex) and v.derivation not in ("<today>", "")
                and "<weekday>" not in v.derivation]


@pytest.mark.parametrize(("a", "b"), CONFLICT)
def test_days_that_do_not_fit_conflict(a: str, b: str) -> None:
    """No reading of the one meets a reading of the other."""
    assert not _verdicts(a, b).isdisjoint(ALARMS)


@pytest.mark.parametrize(("a", "b"), AGREE)
def test_the_same_day_agrees(a: str, b: str) -> None:
    """Whether its month is named or not."""
    verdicts = _verdicts(a, b)
    assert Verdict.AGREEMENT in verdicts
    assert verdicts.isdisjoint(ALARMS)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_what_is_left_open_is_no_conflict(a: str, b: str) -> None:
    """The month, and a day more or less."""
    assert _verdicts(a, b).isdisjoint(ALARMS)
