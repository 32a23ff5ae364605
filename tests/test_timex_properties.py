"""Whatever the text and the reference: no exception, exact spans, ends in order, the same answer twice."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

import pytest
from calls import growth
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract.timex_resolve import resolve
from claimcheck.extract.values import read_values
from claimcheck.lexicon.calendar import calendar_words
from claimcheck.model.value import AnchorOrigin, Direction, Relation

_WORDS = calendar_words()
_PIECES = st.sampled_from([
    *sorted(_WORDS.months), *sorted(_WORDS.weekdays), *sorted(_WORDS.units), *sorted(_WORDS.parts), "May", "March",
    "in", "on", "at", "the", "last", "next", "this", "past", "early", "late", "mid", "-", "\u2013", "/", ":", ".", ",",
        "(",
    ")", "'", "\u2019s", "s", "th", "to", "from", "between", "and", "until", "since", "by", "before", "after", "ago",
    "later", "earlier", "within", "first", "second", "third", "end", "of", "quarter", "half", "Q3", "p.m.", "am", "GMT",
    "1", "2", "11", "29", "30", "31", "0", "00", "59", "8.40", "12:30", "1999", "2016", "9999", "1000", "0001", "2199",
    "two", "twenty", "nineteen", "ninety", "thousand", "a", "few", "several", "every", "yesterday", "today", "weekend",
    "Easter", "Christmas", "Thanksgiving", "decade", "century", "fiscal", "year", "\n\n", "\u200f", "\u0301", "🎄",
        "\x00",
    "١٢", "\uff12\uff10\uff11\uff16",
])
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=25).map(" ".join),
                   st.lists(_PIECES, max_size=15).map("".join))
_REFERENCES = st.one_of(st.none(), st.dates(), st.datetimes(), st.sampled_from([date.min, date.max, datetime.max]))
_DIRECTIONS = st.sampled_from(list(Direction))


@settings(max_examples=300, deadline=None)
@given(_TEXTS, _REFERENCES, _DIRECTIONS)
def test_any_text_resolves_or_stays_open(text: str, reference: date | None, direction: Direction) -> None:
    """Spans lie in the text and in order, an interval never ends before it begins, an answer is repeatable."""
    times = read_values(text).times
    found = resolve(times, text, reference=reference, directions=[direction] * len(times))
    assert [t.span for t in found] == [t.span for t in times]
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for timex in found:
        assert timex.span.of(text).strip() == timex.span.of(text) != ""
        if timex.start is not None and timex.end is not None:
            assert timex.start <= timex.end
        if timex.relation is Relation.IN:
            assert (timex.start is None) == (timex.end is None)
    assert found == resolve(times, text, reference=reference, directions=[direction] * len(times))


@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_without_a_reference_nothing_is_guessed(text: str) -> None:
    """What needs the day of publication stays open without it."""
    for timex in resolve(read_values(text).times, text, reference=None):
        assert timex.anchor_origin not in (AnchorOrigin.PUBLICATION, AnchorOrigin.ASSUMED)


@pytest.mark.parametrize("text", ["last week of the first quarter of ", "2016-", "1/2/", "from March to ", "May "])
def test_time_is_linear_in_the_length(text: str) -> None:
    """A text four times as long takes about four times the work, however it repeats itself."""
    assert growth(lambda times: read_values(text * times), 40, 4) < 5
