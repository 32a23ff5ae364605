"""The same words in two documents: who says them, and what is made of a difference."""

from __future__ import annotations

import claimcheck
from claimcheck.link.copies import words_of
from claimcheck.link.partners import everyone
from claimcheck.link.sayings import repeated_quotes
from claimcheck.model.span import Span

LEFT = 'Ko was angry. "Nobody had cleaned the filters since the flood in March," Anna Ko told a reporter.'
RIGHT = 'On the phone Anna Ko said: "Nobody had cleaned the pipes since the flood in March."'


def test_only_what_stands_between_quotation_marks_is_aligned() -> None:
    """A quotation is found in whatever sentence it stands, and the words around it do not count."""
    words = [words_of(t, [Span(0, len(t))]) for t in (LEFT, RIGHT)]
    (repeat,) = repeated_quotes([(), ()], words, everyone(2))
    (gap,) = repeat.copy.gaps
    assert [repeat.a.words[gap.a_start].text, repeat.b.words[gap.b_start].text] == ["filters", "pipes"]
    assert all(w.quoted for w in (*repeat.a.words, *repeat.b.words))
    assert repeat.a.attribution is None


def test_one_tension_of_a_quotation_is_one_finding() -> None:
    """Where the rule for amounts speaks of the two places, quote-drift and copy-drift do not."""
    figures = [text.replace("filters", "40 filters").replace("pipes", "70 filters") for text in (LEFT, RIGHT)]
    alarms = _alarms(*figures)
    assert len(alarms) == 1, alarms
    assert _alarms(LEFT, RIGHT) == ["quote-drift"]


def test_the_order_of_the_documents_does_not_matter() -> None:
    assert _alarms(RIGHT, LEFT) == _alarms(LEFT, RIGHT)


def _alarms(left: str, right: str) -> list[str]:
    report = claimcheck.compare_texts({"left": left, "right": right}, settings=claimcheck.Settings(preview=True))
    assert not report.failures
    return [f.rule for f in report.findings if f.severity in ("error", "warning")]
