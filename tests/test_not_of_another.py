"""A word that turns a copied sentence round is a contradiction only where what follows is the same."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.model.finding import Verdict

DAY = date(2031, 4, 3)


def _verdicts(a: str, b: str) -> set[Verdict]:
    report = claimcheck.compare_texts({"a": a, "b": b}, published={"a": DAY, "b": DAY})
    return {f.verdict for f in report.findings if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)}


@pytest.mark.parametrize(("a", "b"), [
    ("“I am not leaving the party,” deputy Ilona Varga said in Budapest on Monday. “But I am leaving the government.”",
     "“I am leaving the government,” deputy Ilona Varga said in Budapest on Monday."),
    ("“We are not selling the stadium,” Otto Brandt said in Bremen on Monday.",
     "“We are selling the training ground,” Otto Brandt said in Bremen on Monday."),
    ("The firm will not close the mill at Ostra this year, it said.",
     "The firm will close the mine at Ostra this year, it said."),
    ("The ministry has not confirmed the outbreak of bird flu at a farm near Lund.",
     "The ministry has confirmed the outbreak of avian flu at a farm near Lund."),
    ("Police did not arrest the man in Leeds on Monday after the attack.",
     "Police did arrest the suspect in Leeds on Monday after the attack."),
])
def test_of_what_may_be_another_thing_it_is_a_tension(a: str, b: str) -> None:
    """One party, one government; or the man is the suspect."""
    assert _verdicts(a, b) == _verdicts(b, a) == {Verdict.TENSION}


@pytest.mark.parametrize(("a", "b"), [
    ("“I am not leaving the party,” deputy Ilona Varga said in Budapest on Monday.",
     "“I am leaving the party,” deputy Ilona Varga told reporters in Budapest on Monday."),
    ("The firm will not close the mill at Ostra this year, its owner said.",
     "The firm will close the mill at Ostra this year, its chief executive said."),
])
def test_of_the_same_thing_it_is_a_contradiction(a: str, b: str) -> None:
    """Whatever else differs farther on."""
    assert _verdicts(a, b) == _verdicts(b, a) == {Verdict.CONTRADICTION}
