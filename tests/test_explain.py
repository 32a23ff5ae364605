"""How a text is read, as ``claimcheck explain --parse`` prints it."""

from __future__ import annotations

from datetime import date

from claimcheck.explain import explained


def test_a_value_has_its_derivation_and_what_it_measures() -> None:
    """Tokens first, then the productions as a tree, then a line for the value with its measure."""
    lines = list(explained("The ministry said at least 40 soldiers were killed on Tuesday.", date(2022, 1, 12)))
    assert lines[0].startswith("The/word ministry/word")
    assert any(line.lstrip().startswith("bound “at least”") for line in lines)
    (amount,) = (line for line in lines if line.startswith("18-29  "))
    assert "≥ 40" in amount
    assert "head=soldier" in amount
    assert "event=die" in amount
    assert any("“Tuesday”  date  2022-01-11  measures" in line for line in lines)


def test_a_time_without_a_date_stays_open() -> None:
    """No reference date gives no calendar day."""
    lines = list(explained("The bridge opened on Tuesday."))
    assert any("“Tuesday”  date  Tuesday" in line for line in lines)


def test_digits_that_are_no_amount_are_named() -> None:
    """And a text of nothing gives no line but that of its tokens."""
    assert any("no amount: model name" in line for line in explained("They parked the W-48 outside."))
    assert list(explained("")) == [""]
