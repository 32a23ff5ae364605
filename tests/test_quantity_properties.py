"""Whatever the text, reading values raises nothing, keeps spans exact and takes time linear in its length."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from calls import growth
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract.tokens import BREAK, NUMERAL, tokenise
from claimcheck.extract.values import explain, read_values
from claimcheck.model.span import Span

VOCABULARY = (
    "no more than ten 10 days between 3 and 5 per cent % $ £ 1.2bn 1,200 million a dozen half of the first - – / : . , "
    "( ) 42 year old in one five twenty-five hundred two point No. # over under up to at least from 2014 °C ½ km 6ft "
    "2in USD several dozens times as many more 12:30 555-1234 3-1 won 0 007 MH17 Boeing 787 's ’"
)
WORDS = st.sampled_from([*VOCABULARY.split(), "\n\n", "\n", "\u202f", "\u00a0", ""])
NASTY = st.sampled_from(
    ["\0", "\u202e", "\u200d", "e\u0301", "👩‍👩‍👧", "İ", "ǅ", "٣", "२", "①", "²", "9" * 40, "\ufeff", "ß", "\r\n"]
)
PROSE = st.lists(WORDS | NASTY | st.text(max_size=4), max_size=30).flatmap(
    lambda parts: st.sampled_from([" ", ""]).map(lambda glue: glue.join(parts))
)

UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def disjoint(spans: list[Span]) -> bool:
    return not any(left.overlaps(right) for left, right in pairwise(sorted(spans)))


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=120) | PROSE)
def test_any_text_is_read_without_error_and_with_exact_spans(text: str) -> None:
    """Spans lie in the text, start and end on a character that is no white space. Quantities do not overlap each
    other, nor do times and looks; a duration may lie inside a time ("within 10 days")."""
    values = read_values(text)
    quantities = [q.span for q in values.quantities]
    others = [t.span for t in values.times] + [x.span for x in values.looks]
    for span in quantities + others:
        assert span.of(text)
        assert span.of(text) == span.of(text).strip()
        assert span.end <= len(text)
    assert disjoint(quantities)
    assert disjoint(others)
    for quantity in values.quantities:
        assert quantity.span.covers(quantity.figure)
        low, high = quantity.interval.low, quantity.interval.high
        assert low is None or high is None or low <= high
        assert quantity.precision > 0
    assert list(explain(text))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200) | PROSE)
def test_tokens_are_the_text_without_its_white_space(text: str) -> None:
    """No character is lost, moved or changed, but what a page sets unseen between two digits."""
    tokens = tokenise(text)
    assert all(t.text == text[t.start : t.end] for t in tokens if t.kind != NUMERAL)
    assert all(t.text == UNSEEN.sub("", text[t.start : t.end]) for t in tokens if t.kind == NUMERAL)
    assert all(left.end <= right.start for left, right in pairwise(tokens))
    outside = text
    for t in reversed(tokens):
        outside = outside[: t.start] + outside[t.end :]
    assert not outside.strip()
    assert all(t.text.isspace() == (t.kind == BREAK) for t in tokens)


@settings(max_examples=100, deadline=None)
@given(PROSE)
def test_a_value_is_read_the_same_behind_a_blank_line(text: str) -> None:
    """A blank line parts two texts: what stands before it does not change what is read behind it."""
    alone = read_values(text)
    behind = read_values("She left.\n\n" + text)
    shift = len("She left.\n\n")
    if not text[:1].isspace():
        assert [q.span.shift(shift) for q in alone.quantities] == [q.span for q in behind.quantities]


def test_a_megabyte_on_one_line_is_read() -> None:
    """A long line is no worse than many short ones."""
    sentence = "The council of the old town met again and spoke at length about roads, bridges and the river. "
    text = sentence * 10_000 + "It took 10 days."
    (quantity,) = read_values(text).quantities
    assert quantity.span.of(text) == "10 days"


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "1 ",
        "one ",
        "and ",
        "1,2",
        "between ",
        "at least ",
        "10 days and ",
        "$",
        "-",
        "((",
        "a half ",
        "\n",
        "\u0301",
        "first ",
    ],
)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    """Four times the text takes about four times the work."""
    assert growth(lambda size: read_values(piece * (size // len(piece))), 600, 4) < 5
