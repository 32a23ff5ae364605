"""The same words in two documents: who says them, and what is made of a difference."""

from __future__ import annotations

import pytest

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


# One quotation in two wordings; those under "unseen" were written after the code they test.
CHANGED = [
    ("The bridge may have to be closed for the winter.", "The bridge will have to be closed for the winter."),
    ("I think the pumps failed because nobody cleaned them.", "The pumps failed because nobody cleaned them."),
    ("Perhaps we should have closed the road earlier.", "We should have closed the road earlier."),
    ("The mill probably caught fire because of the heat.", "The mill caught fire because of the heat."),
    ("Almost all the houses in the valley were lost.", "All the houses in the valley were lost."),
    ("Nobody was warned about the flood.", "Everybody was warned about the flood."),
    ("We never promised the workers a bonus this year.", "We promised the workers a bonus this year."),
    ("Every one of 40 cows drowned in that field.", "Every one of 14 cows drowned in that field."),
    # Unseen.
    ("The tests might have been wrong from the start.", "The tests had been wrong from the start."),
    ("I suspect the driver fell asleep at the wheel.", "The driver fell asleep at the wheel."),
    ("Nearly every house on the island has lost its roof.", "Every house on the island has lost its roof."),
    ("You could possibly see the ship from the beach.", "You could see the ship from the beach."),
    ("They never asked us to leave the building.", "They asked us to leave the building."),
    ("The pumps will never run again without that valve.", "The pumps will soon run again without that valve."),
    ("There was no warning from the dam before the flood.", "There was clear warning from the dam before the flood."),
    ("The road has not yet been opened to the miners.", "The road has now been opened to the miners."),
    ("The crew could reach the boat before the storm.", "The crew couldn't reach the boat before the storm."),
    ("We must tell the families before they read of it.", "We may tell the families before they read of it."),
    ("She has not agreed to leave.", "She has agreed not to leave."),
    ("I did not promise to keep the old ferry running.", "I promised not to keep the old ferry running."),
    ("We were not told to leave the gate to the dam open.", "We were told not to leave the gate to the dam open."),
]
UNCHANGED = [
    ("We lost everything -- the house, the barn, the cows.", "We lost everything: the house, the barn, the cows."),
    ("We lost everything ... the barn, the cows.", "We lost everything, the house, the barn, the cows."),
    ("He [the mayor] never told us about the plan.", "He never told us about the plan."),
    ("We will not close the old mill.", "We won't close the old mill."),
    ("I think that the bridge is safe.", "I think the bridge is safe."),
    ("I think the bridge is not safe.", "I don't think the bridge is safe."),
    ("Well, we will sell the harbour soon.", "We will sell the harbor soon."),
    ("We lost forty cows in that field.", "We lost 40 cows in that field."),
    # Unseen.
    ("We might have to sell the old harbour.", "We may have to sell the old harbour."),
    ("Perhaps we were too slow to close the road.", "We were perhaps too slow to close the road."),
    ("We were, I think, too slow to close the road.", "I think we were too slow to close the road."),
    ("The [valve] was open when we came in.", "The main valve was open when we came in."),
    ("The valve ... was open when we came in.", "The valve, which maybe nobody had checked, was open when we came in."),
    ("It's probably the worst harvest we have ever had.", "It is likely the worst harvest we have ever had."),
    ("We could not reach the boat before the storm.", "We couldn't reach the boat before the storm."),
    ("We were not able to reach the boat in that storm.", "We were hardly able to reach the boat in that storm."),
    ("I do not believe the gate to the dam was open.", "I believe the gate to the dam was not open."),
    ("The gate does not seem to have been open that night.", "The gate seems not to have been open that night."),
]
# What is quoted only in part.
PIECEWISE = [
    ('Anna Ko said that the city had "complete control" of the dam.',
     'Anna Ko said: "The city has limited control of the dam."', 1),
    ('Anna Ko said that it was "always safe" to swim in the old harbour.',
     'Anna Ko said that it was "never safe" to swim in the old harbour.', 1),
    ('Anna Ko said that it was "foolish" to swim in the old harbour.',
     'Anna Ko said that it was "dangerous" to swim in the old harbour.', 0),
    ('Anna Ko said that the city had "full control" of the dam.',
     'Anna Ko said that the city had "full control" of some dams.', 0),
]


@pytest.mark.parametrize(("left", "right", "alarms"), PIECEWISE)
def test_words_quoted_in_a_sentence_of_the_article_are_compared(left: str, right: str, alarms: int) -> None:
    assert len(_alarms(left, right)) == alarms


@pytest.mark.parametrize(("left", "right"), CHANGED)
def test_a_negation_a_figure_or_a_softening_word_is_no_ornament(left: str, right: str) -> None:
    assert len(_quoted(left, right)) == 1


@pytest.mark.parametrize(("left", "right"), UNCHANGED)
def test_punctuation_omissions_and_ways_of_speaking_are_none(left: str, right: str) -> None:
    assert not _quoted(left, right)


def _quoted(left: str, right: str) -> list[str]:
    """The alarms on two wordings of what Anna Ko said."""
    return _alarms(f'It was late. "{left.removesuffix(".")}," Anna Ko said.', f'On the phone Anna Ko said: "{right}"')


def _alarms(left: str, right: str) -> list[str]:
    report = claimcheck.compare_texts({"left": left, "right": right}, settings=claimcheck.Settings(preview=True))
    assert not report.failures
    return [f.rule for f in report.findings if f.severity in ("error", "warning")]


PIECES = [
    ('Ida Brandt wrote: "I rashly accused the two clerks of something that I would never have done in their place."',
     'Ida Brandt spoke of a “foolish” letter, in which she had “accused the two clerks of something that I would never '
     'have done in their place.”'),
    ('Ulf Maro said: "We closed the old ferry line because nobody in the valley wanted to pay for it calmly."',
     'Ulf Maro said they "closed the old ferry line because nobody in the valley wanted to pay for it", and called '
     'critics "shameless".'),
]


@pytest.mark.parametrize(("herald", "ledger"), PIECES)
def test_two_pieces_are_no_one_quotation(herald: str, ledger: str) -> None:
    """A word that stands in quotation marks of its own does not stand in the place of one of the other."""
    assert "quote-drift" not in _alarms(herald, ledger)
