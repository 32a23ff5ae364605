"""How denials, people and places are read from a sentence."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.lexicon.body import may_be_one
from claimcheck.lexicon.phrases import phrases
from claimcheck.link.align_places import apart
from claimcheck.model.fact import Place
from claimcheck.model.span import Span


def _place(*names: str, kind: str = "place", side: str = "") -> Place:
    return Place(Span(0, 1), kind, names, side)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (_place("Texas"), _place("Ohio"), True),
        (_place("Texas"), _place("Dallas"), False),
        (_place("Harrow"), _place("Dorvek"), True),
        (_place("Harrow"), _place("Harrow", "Ohio"), False),
        (_place("Harrow"), _place("Dorvek General Hospital"), False),
        (_place("leg", kind="body", side="left"), _place("leg", kind="body", side="right"), True),
        (_place("hand", kind="body"), _place("finger", kind="body"), False),
        (_place("Harrow", kind="direction", side="north"), _place("Harrow", kind="direction", side="south"), True),
        (_place("Harrow", kind="direction", side="north"), _place("Sill", kind="direction", side="south"), False),
    ],
)
def test_places_are_apart_only_where_neither_may_hold_the_other(a: Place, b: Place, expected: bool) -> None:
    """What is not known to be a state or a building is taken for a town."""
    assert apart(a, b) == apart(b, a) == expected


def test_a_particle_makes_another_verb() -> None:
    """Only where the table says so."""
    assert (frozenset({"down"}), "reject") in phrases("turn")
    assert not phrases("paint")


def test_a_part_of_the_body_belongs_to_itself() -> None:
    """And to the part that holds it, whichever is named first."""
    assert may_be_one("arm", "arm")
    assert may_be_one("wrist", "arm") == may_be_one("arm", "wrist") is True
    assert not may_be_one("hand", "arm")


def test_who_is_called_the_gunman_is_found_by_name() -> None:
    """A document that says who the gunman was lets "the gunman" stand for the name."""
    texts = {
        "herald": "Anna Weil was arrested on Monday.",
        "ledger": "The gunman, Paula Renn, was seen in Harrow. The gunman was not arrested.",
        "wire": "The suspect, Anna Weil, was seen in Harrow. The suspect was not arrested.",
    }
    report = claimcheck.compare_texts(texts, settings=claimcheck.Settings(preview=True))
    against = {e.document for f in report.findings if f.rule == "polarity-conflict" for e in f.evidence}
    assert against == {"herald", "wire"}
